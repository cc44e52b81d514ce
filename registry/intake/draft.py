"""What one data row tells, and the person or decree it describes. Knows nothing of what the record already holds."""

from collections.abc import Container
from datetime import date
from typing import Any

from msgspec import Struct

from registry.intake import history
from registry.intake.sheets import Row
from registry.model.finding import Finding
from registry.model.pegawai import Asal, Pegawai, Riwayat

_OF_DECREE = frozenset(history.FIELDS)


class Source(Struct, frozen=True):
    """What holds for a whole file: its fingerprint, the region codes, the last sensible birth, the unit given by hand."""

    sha256: str
    regions: Container[str] | None
    paling_akhir: date
    unit: str = ""


class Draft(Struct):
    """One data row. nilai: field -> value, only what the row tells.

    usulan: a NIK to be confirmed by a person. kk: the number of the NIK cell that looks like a family card's. nik_angka: the digits a numeric NIK cell still holds. hilang: identity fields whose column the table does not have.
    """

    lembar: str | None
    nomor: int
    jenis: str
    sel: Row
    nilai: dict[str, Any]
    temuan: list[Finding]
    nik: str | None = None
    usulan: str = ""
    kk: str = ""
    nik_angka: str = ""
    hilang: frozenset[str] = frozenset()
    kolom: dict[int, str] = {}

    @property
    def nama(self) -> str:
        """The name without titles, empty when there is none."""
        return self.nilai.get("nama", "")

    @property
    def tanggal_lahir(self) -> date | None:
        """The birth date, None when unreadable."""
        return self.nilai.get("tanggal_lahir")


def person(draft: Draft, source: Source, nik: str) -> Pegawai:
    """The record a row describes, with its decree if it tells one."""
    decree = decree_of(draft)
    told = {field: value for field, value in draft.nilai.items() if field not in _OF_DECREE}
    told.setdefault("nama", "")
    return Pegawai(
        nomor="",
        nik=nik,
        temuan=tuple(draft.temuan),
        asal=Asal(source.sha256, draft.lembar or "", draft.nomor),
        riwayat=(decree,) if decree is not None else (),
        **told,
    )


def decree_of(draft: Draft) -> Riwayat | None:
    """The decree a row describes; None when it gives neither number nor dates."""
    get = draft.nilai.get
    nomor, tanggal, mulai, akhir = get("nomor_sk", ""), get("tanggal_sk"), get("tanggal_mulai"), get("tanggal_akhir")
    if not (nomor or tanggal or mulai or akhir):
        return None
    return Riwayat(
        nomor_sk=nomor,
        tanggal_sk=tanggal,
        tanggal_mulai=mulai,
        tanggal_akhir=akhir,
        pendidikan_sk=get("pendidikan_sk", ""),
        jabatan=get("jabatan", ""),
        unit_kerja=get("unit_kerja", ""),
        penanda_tangan=get("penanda_tangan", ""),
        jenis_penanda_tangan=get("jenis_penanda_tangan", ""),
        sumber_gaji=get("sumber_gaji"),
    )
