"""What goes back to one unit: its refused rows as they came, and if asked its returned people, each with the reasons.

Rows that came again in a later file are left out. The file is written by `registry.intake.rejects` and can be imported as it is.
"""

from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO

from msgspec import Struct
from msgspec.structs import replace

from registry.desk import records
from registry.desk.arrivals import Arrivals, Arrived
from registry.errors import UsageRefused
from registry.intake.originals import label_of
from registry.model.codes import Hasil, StatusPegawai
from registry.model.finding import Finding
from registry.model.impor import BarisImpor, Impor
from registry.model.pegawai import Pegawai, Riwayat
from registry.model.tables import IMPOR
from registry.normalise.units import same_unit
from registry.store.store import Store

RETURNED = "Data dikembalikan"
_PERSON = (
    "nik", "nama", "gelar_depan", "gelar_belakang", "nomor_thk_ii", "tempat_lahir", "tanggal_lahir", "jenis_kelamin", "pendidikan",
    "nomor_ijazah", "tanggal_lulus", "sekolah", "jabatan", "konversi_jabatan", "unit_kerja", "sumber_gaji", "nomor_hp", "email", "alamat",
    "nomor_kk",
)  # fmt: skip
_DECREE = ("nomor_sk", "tanggal_sk", "tanggal_mulai", "tanggal_akhir", "penanda_tangan", "jenis_penanda_tangan")


class UnitRejects(Struct, frozen=True):
    """The .xlsx and what it holds."""

    isi: bytes
    ditolak: int
    dikembalikan: int


def unit_rejects(store: Store, unit: str, *, with_returned: bool = False) -> UnitRejects:
    """The file for one unit. Raises UsageRefused when nothing goes back to it."""
    from registry.intake.rejects import write_rejects  # noqa: PLC0415 - loads the spreadsheet writer

    arrivals = Arrivals(store)
    refused = [row for row in arrivals.rows() if row.nasib == "ditolak" and same_unit(row.unit, unit)]
    rows, headers = _originals(store, refused)
    returned = _returned(store, arrivals, unit) if with_returned else []
    if returned:
        headers[RETURNED] = tuple(label_of(field) for field in (*_PERSON, *_DECREE))
    if not rows and not returned:
        raise UsageRefused(f"Tidak ada yang perlu dibetulkan oleh {unit}.", where=store.instansi.nama)
    target = BytesIO()
    write_rejects([*rows, *(_as_row(person) for person in returned)], headers, target)
    return UnitRejects(target.getvalue(), len(rows), len(returned))


def _originals(store: Store, refused: Sequence[Arrived]) -> tuple[list[BarisImpor], dict[str, tuple[str, ...]]]:
    """The whole rows with their findings, one sheet for each sheet of each file, in the order they came."""
    wanted = {(row.berkas.nomor, row.baris.lembar, row.baris.nomor): row for row in refused}
    sheets = dict.fromkeys(sorted({(nomor, lembar or "") for nomor, lembar, _ in wanted}))
    rows: list[BarisImpor] = []
    headers: dict[str, tuple[str, ...]] = {}
    for nomor in sorted({nomor for nomor, _ in sheets}):
        impor = store.get(IMPOR, nomor)
        if not isinstance(impor, Impor):
            continue
        for baris in impor.baris:
            arrived = wanted.get((nomor, baris.lembar, baris.nomor))
            if arrived is not None:
                name = (baris.lembar or "") if len(sheets) == 1 else f"Tolakan {nomor} {baris.lembar or ''}".strip()
                headers[name] = impor.kepala.get(baris.lembar or "", ())
                rows.append(_refused(baris, name, arrived.alasan))
    return rows, headers


def _refused(baris: BarisImpor, lembar: str, alasan: str) -> BarisImpor:
    said = (Finding("ditolak-petugas", "", "", f"Ditolak petugas: {alasan}"),) if alasan else ()
    return replace(baris, lembar=lembar, hasil=Hasil.DITOLAK, temuan=(*said, *baris.temuan))


def _returned(store: Store, arrivals: Arrivals, unit: str) -> list[Pegawai]:
    return [
        records.pegawai(store, person.nomor)
        for person in arrivals.people
        if person.status is StatusPegawai.DIKEMBALIKAN and same_unit(person.unit_kerja, unit)
    ]


def _as_row(person: Pegawai) -> BarisImpor:
    """A record under the headers a unit knows. Only its first decree: the others did not come in this table."""
    decree = person.riwayat[0] if person.riwayat else Riwayat()
    return BarisImpor(
        lembar=RETURNED,
        nomor=person.asal.nomor,
        hasil=Hasil.DITOLAK,
        jenis="orang",
        temuan=tuple(_reasons(person)),
        sel=tuple(_texts(person, _PERSON)) + tuple(_texts(decree, _DECREE)),
    )


def _reasons(person: Pegawai) -> Iterator[Finding]:
    yield Finding("dikembalikan", "", "", f"Dikembalikan: {person.alasan_status or 'periksa kembali datanya.'}")
    yield from person.temuan


def _texts(record: Struct, fields: Iterable[str]) -> Iterator[str]:
    for field in fields:
        value = getattr(record, field)
        if value is None:
            yield ""
        elif field.startswith("tanggal_"):
            yield f"{value:%d-%m-%Y}"
        else:
            yield str(value)
