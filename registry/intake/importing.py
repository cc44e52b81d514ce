"""`plan_import`: from a file to the plan of what its rows would become. Reads the record, writes nothing."""

import gc
from collections.abc import Callable, Container, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from msgspec import Struct

from registry.intake.classify import Layout, Recall, Table, classify
from registry.intake.decrees import decide_decree
from registry.intake.draft import Source
from registry.intake.guard import inspect_file
from registry.intake.originals import Originals
from registry.intake.outcome import People, Verdict, decide
from registry.intake.plan import Columns, Known, Plan, RowPlan, count_outcomes
from registry.intake.reader import read_file
from registry.intake.recovery import propose
from registry.intake.refusals import refused
from registry.intake.rows import TableReader
from registry.intake.sheets import Sheet, cell_text
from registry.intake.units import sheet_unit
from registry.model.codes import Hasil
from registry.model.impor import BarisImpor
from registry.model.pegawai import Pegawai
from registry.periode.types import Periode
from registry.rules.assess import assess

Progress = Callable[[int, int], None]
Mapping_ = Mapping[str, Mapping[int, str]]
_EVERY = 500
_SAMPLED = 20


class _Read(Struct):
    """One sheet, its layout, and its drafts by row number."""

    sheet: Sheet
    layout: Layout
    readers: list[TableReader]


def plan_import(  # noqa: PLR0913 - the seam of intake
    path: Path,
    *,
    periode: Periode,
    known: Known,
    unit: str = "",
    regions: Container[str] | None = None,
    progress: Progress | None = None,
    mapping: Mapping_ | None = None,
    recall: Recall | None = None,
) -> Plan:
    """What would become of every row of the file. Raises FileRefused when it is refused as a whole.

    unit: for rows that name none themselves. regions: the region codes that exist. progress: (rows done, rows in all).
    mapping: sheet name ("" where the format has none) -> column (from 0) -> field, instead of what the header says.
    recall: header texts -> column -> field, or None; the same for every table with that header.
    """
    guarded = inspect_file(path)
    with _collector_paused():
        sheets = read_file(guarded)
        paling_akhir = date(periode.batas_usia.year + 1, 12, 31)
        source = Source(guarded.sha256, regions, paling_akhir, unit)
        reads = [_read_sheet(sheet, source, mapping or {}, recall) for sheet in sheets]
        if not any(read.readers for read in reads):
            raise refused("kepala-tidak-ditemukan", path.name)
        people = People(known)
        verdicts = _decide_all(reads, people, source, progress)
        final = {nik: assess(record, periode) for nik, record in people.now.items()}
        rows = tuple(row for read in reads for row in _rows(read, verdicts, final, periode))
    return Plan(
        berkas=path.name,
        sha256=guarded.sha256,
        unit=unit,
        baris_dibaca=len(rows),
        hasil=count_outcomes(rows),
        baris=rows,
        kepala={read.sheet.nama or "": Originals(read.readers).kepala for read in reads if read.readers},
        columns=tuple(_columns(read.sheet, reader.table) for read in reads for reader in read.readers),
        already=known.file_seen(guarded.sha256) or "",
    )


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Millions of small values and no cycles: collecting garbage meanwhile triples the time."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            # What was made is a plan without cycles: keep it out of the collections to come.
            gc.freeze()
            gc.enable()


def _read_sheet(sheet: Sheet, source: Source, mapping: Mapping_, recall: Recall | None) -> _Read:
    layout = classify(sheet, mapping.get(sheet.nama or ""), recall)
    unit = layout.unit or sheet_unit(sheet.nama)
    return _Read(sheet, layout, [TableReader(sheet, table, source, unit) for table in layout.tabel])


def _decide_all(
    reads: list[_Read], people: People, source: Source, progress: Progress | None
) -> dict[tuple[str | None, int], Verdict]:
    """People first, then decrees, whatever the order of the sheets; numeric NIKs last, when everybody is known."""
    total = sum(len(reader.table.baris) for read in reads for reader in read.readers)
    verdicts: dict[tuple[str | None, int], Verdict] = {}
    for kind in ("orang", "sk"):
        for read in reads:
            for reader in read.readers:
                if reader.kind != kind:
                    continue
                for draft in reader.drafts():
                    verdict = decide_decree(draft, people) if draft.jenis == "sk" else decide(draft, people, source)
                    verdicts[draft.lembar, draft.nomor] = verdict
                    if progress is not None and len(verdicts) % _EVERY == 0:
                        progress(len(verdicts), total)
    for verdict in verdicts.values():
        propose(verdict, people, source)
    if progress is not None:
        progress(total, total)
    return verdicts


def _rows(
    read: _Read,
    verdicts: Mapping[tuple[str | None, int], Verdict],
    final: Mapping[str, Pegawai],
    periode: Periode,
) -> Iterator[RowPlan]:
    originals = Originals(read.readers)
    lembar = read.sheet.nama
    for nomor, jenis in enumerate(read.layout.jenis, 1):
        verdict = verdicts.get((lembar, nomor))
        if verdict is None:
            yield RowPlan(baris=BarisImpor(lembar=lembar, nomor=nomor, hasil=Hasil.DILEWATI, jenis=jenis))
        else:
            yield _row(verdict, final, periode, originals)


def _row(verdict: Verdict, final: Mapping[str, Pegawai], periode: Periode, originals: Originals) -> RowPlan:
    draft, hasil, lawan = verdict.draft, verdict.hasil, verdict.lawan
    calon, assessed = _candidate(verdict, final, periode)
    temuan = draft.temuan
    if assessed is not None and draft.jenis == "orang":
        temuan = [*temuan, *assessed.temuan_syarat]
    baris = BarisImpor(
        lembar=draft.lembar,
        nomor=draft.nomor,
        hasil=hasil,
        jenis=draft.jenis,
        nik=verdict.nik,
        nama=draft.nama or None,
        tanggal_lahir=draft.tanggal_lahir or (lawan.tanggal_lahir if lawan and draft.jenis == "sk" else None),
        syarat=assessed.syarat_usulan if assessed is not None else None,
        temuan=tuple(dict.fromkeys(temuan)) if temuan else (),
        sel=originals.cells(draft) if hasil in (Hasil.DITOLAK, Hasil.MENUNGGU) else (),
        pegawai=lawan.nomor if lawan is not None and hasil in (Hasil.DIPERBARUI, Hasil.SAMA) else "",
    )
    return RowPlan(
        baris=baris,
        calon=calon,
        sebab=verdict.sebab,
        lawan=lawan.nomor if lawan is not None else "",
        lawan_nik=lawan.nik if lawan is not None else "",
        riwayat=verdict.riwayat,
        changes=verdict.changes,
    )


def _candidate(
    verdict: Verdict, final: Mapping[str, Pegawai], periode: Periode
) -> tuple[Pegawai | None, Pegawai | None]:
    """The record the row leads to, and the record its eligibility is told by (a refused row's too, where it can be)."""
    if verdict.hasil in (Hasil.DITERIMA, Hasil.DIPERBARUI):
        calon = final[verdict.nik or ""]
        return calon, calon
    if verdict.hasil is Hasil.SAMA:
        return None, final.get(verdict.nik or "", verdict.lawan)
    assessed = assess(verdict.calon, periode) if verdict.calon is not None else None
    return (assessed if verdict.hasil is Hasil.MENUNGGU else None), assessed


def _columns(sheet: Sheet, table: Table) -> Columns:
    header = table.header
    return Columns(
        lembar=sheet.nama,
        kepala=tuple(row + 1 for row in header.baris),
        teks=header.teks,
        kolom=dict(header.kolom),
        contoh=_samples(sheet, table),
        dikoreksi=header.told,
    )


def _samples(sheet: Sheet, table: Table) -> tuple[str, ...]:
    """What stands in each column, by its first filled cell among the first rows."""
    rows = [sheet.baris[number] for number, _ in table.baris[:_SAMPLED]]
    width = max((len(row) for row in rows), default=0)
    return tuple(
        next((cell_text(row[column]) for row in rows if column < len(row) and row[column] != ""), "")
        for column in range(width)
    )
