"""The agency's own numbers for its operators: exact counts, nothing hidden. Private: none of this is ever published as it stands.

What the public may see is `registry.publication.recap`, with small counts suppressed; the bands of age and service are the same.
"""

import csv
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from io import StringIO

from msgspec import Struct

from registry.desk.dimensi import (
    JENIS_KELAMIN,
    JUDUL,
    KATEGORI,
    NILAI,
    PENDIDIKAN,
    SEBAB,
    STATUS,
    SUMBER_GAJI,
    TERCATAT,
    TERVERIFIKASI,
    UNDECIDED,
    Terhitung,
    status_of,
)
from registry.desk.kelompok import day_name, events
from registry.edition.csv import safe_cell
from registry.model.codes import StatusPegawai, Syarat
from registry.model.tables import PEGAWAI
from registry.normalise.text import format_date
from registry.periode.types import Periode
from registry.publication.jabatan import GROUPS
from registry.publication.recap import AGE_BANDS, SERVICE_BANDS, UNKNOWN
from registry.rules.reasons import reason_word, reason_words
from registry.store.collector import collector_paused
from registry.store.store import Store
from registry.workflow.names import STATUS_PEGAWAI


class Sel(Struct, frozen=True):
    """One bar: its name, how many, and of these how many are MS and TMS."""

    nama: str
    jumlah: int
    ms: int = 0
    tms: int = 0


class Topik(Struct, frozen=True, kw_only=True):
    """One table. dari: what percentages are of. keterangan: who is counted, in a sentence. sel: in the order to show.

    bersyarat: the bars tell MS and TMS; days do not.
    """

    kode: str
    judul: str
    keterangan: str
    dari: int
    sel: tuple[Sel, ...]
    bersyarat: bool = True


class Hari(Struct, frozen=True):
    """One day by the clocks of the instansi: people recorded for the first time, and verifications."""

    tanggal: date
    tercatat: int
    terverifikasi: int


class Statistik(Struct, frozen=True, kw_only=True):
    """jumlah: people who are not crossed out. hari: every day from the first to the last with either count, none left out."""

    jumlah: int
    topik: tuple[Topik, ...]
    hari: tuple[Hari, ...]


Counts = Counter[tuple[str, Syarat | None]]
_EVERYBODY = "Semua orang yang tidak dicoret."


def statistics(
    store: Store, periode: Periode, progress: Callable[[int, int], object] = lambda _done, _total: None
) -> Statistik:
    """Count everything in one pass over the records and one over the journal. progress may raise to stop."""
    counts: dict[str, Counts] = {kode: Counter() for kode in NILAI}
    status: Counts = Counter()
    jumlah, total = 0, store.count(PEGAWAI)
    for done, person in enumerate(store.scan(PEGAWAI, Terhitung)):
        if done % 1_000 == 0:
            progress(done, 2 * total)
        berlaku = person.syarat_berlaku
        status[status_of(person), berlaku] += 1
        if person.status is StatusPegawai.DICORET:
            continue
        jumlah += 1
        for kode, values in NILAI.items():
            for value in values(person, periode):
                counts[kode][value, berlaku] += 1
    progress(total, 2 * total)
    with collector_paused():
        hari = _days(store)
    progress(2 * total, 2 * total)
    topics = (*_topics(counts, status, jumlah, periode), *_daily(hari))
    return Statistik(jumlah=jumlah, topik=topics, hari=hari)


def as_csv(topik: Topik) -> bytes:
    """The table as a spreadsheet program reads it: UTF-8 with a mark, comma, no cell that starts a formula."""
    text = StringIO()
    lines = csv.writer(text, lineterminator="\r\n")
    lines.writerow((topik.judul, "jumlah", "persen", *(("ms", "tms") if topik.bersyarat else ())))
    for sel in topik.sel:
        syarat = (sel.ms, sel.tms) if topik.bersyarat else ()
        lines.writerow((safe_cell(sel.nama), sel.jumlah, f"{percent(sel.jumlah, topik.dari):.1f}", *syarat))
    return b"\xef\xbb\xbf" + text.getvalue().encode()


def percent(part: int, whole: int) -> float:
    """0 of nothing."""
    return 100 * part / whole if whole else 0.0


def _topics(counts: Mapping[str, Counts], status: Counts, jumlah: int, periode: Periode) -> tuple[Topik, ...]:
    usia, masa = format_date(periode.batas_usia), format_date(periode.batas_masa_kerja)
    words = reason_words(periode)
    sebab: Counts = Counter()
    for (kode, syarat), number in counts[SEBAB].items():
        sebab[reason_word(kode, words), syarat] += number

    def table(kode: str, order: Iterable[str], keterangan: str = _EVERYBODY) -> Topik:
        return Topik(kode=kode, judul=JUDUL[kode], keterangan=keterangan, dari=jumlah, sel=_cells(counts[kode], order))

    return (
        table("unit", _ranked(counts["unit"])),
        table("jabatan", (*GROUPS, UNKNOWN), f"{_EVERYBODY} Jabatan dikelompokkan seperti rekap nasional."),
        table("pendidikan", (*PENDIDIKAN.values(), UNKNOWN)),
        table("usia", (*_names(AGE_BANDS), UNKNOWN), f"{_EVERYBODY} Usia dihitung pada {usia}."),
        table("masa-kerja", (*_names(SERVICE_BANDS), UNKNOWN), f"{_EVERYBODY} Masa kerja dihitung sampai {masa}, tanpa jeda."),
        table("gaji", (*SUMBER_GAJI.values(), UNKNOWN)),
        table("kelamin", (*JENIS_KELAMIN.values(), UNKNOWN)),
        table("kategori", KATEGORI.values()),
        table("syarat", (Syarat.MS, Syarat.TMS, UNDECIDED), f"{_EVERYBODY} Keputusan petugas didahulukan dari usul aturan."),
        Topik(
            kode=SEBAB,
            judul=JUDUL[SEBAB],
            keterangan="Yang ditemukan aturan pada orang yang tidak dicoret; satu orang dapat terhitung pada beberapa sebab.",
            dari=jumlah,
            sel=_cells(sebab, _ranked(sebab)),
        ),
        Topik(
            kode=STATUS,
            judul=JUDUL[STATUS],
            keterangan="Semua orang, yang dicoret juga.",
            dari=status.total(),
            sel=_cells(status, STATUS_PEGAWAI.values()),
        ),
    )  # fmt: skip


def _cells(counts: Counts, order: Iterable[str]) -> tuple[Sel, ...]:
    """In the order given, values nobody has left out."""
    found = []
    for nama in order:
        ms, tms, none = (counts[nama, syarat] for syarat in (Syarat.MS, Syarat.TMS, None))
        if ms + tms + none:
            found.append(Sel(str(nama), ms + tms + none, ms, tms))
    return tuple(found)


def _ranked(counts: Counts) -> list[str]:
    """Most frequent first, then by name."""
    sums: Counter[str] = Counter()
    for (nama, _), number in counts.items():
        sums[nama] += number
    return sorted(sums, key=lambda nama: (-sums[nama], nama.casefold(), nama))


def _names(bands: Sequence[tuple[int, str]]) -> tuple[str, ...]:
    return tuple(name for _, name in bands)


def _days(store: Store) -> tuple[Hari, ...]:
    """A person counts as recorded on the day of the first entry with that number; each verification counts."""
    recorded: Counter[date] = Counter()
    verified: Counter[date] = Counter()
    for event in events(store):
        recorded[event.tanggal] += len(event.tercatat)
        verified[event.tanggal] += len(event.terverifikasi)
    days = [day for day, number in (recorded + verified).items() if number]
    if not days:
        return ()
    first = min(days)
    every = (first + timedelta(days=n) for n in range((max(days) - first).days + 1))
    return tuple(Hari(day, recorded[day], verified[day]) for day in every)


def _daily(days: Sequence[Hari]) -> tuple[Topik, ...]:
    """Days with something, the newest first."""
    kinds = (
        (TERCATAT, "Orang yang pertama kali tercatat pada hari itu, menurut jurnal."),
        (TERVERIFIKASI, "Verifikasi pada hari itu; orang yang diverifikasi lagi terhitung lagi."),
    )
    found = []
    for kode, keterangan in kinds:
        sel = tuple(Sel(day_name(day.tanggal), number) for day in reversed(days) if (number := getattr(day, kode)))
        dari = sum(one.jumlah for one in sel)
        found.append(Topik(kode=kode, judul=JUDUL[kode], keterangan=keterangan, dari=dari, sel=sel, bersyarat=False))
    return tuple(found)
