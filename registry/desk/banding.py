"""A waiting row beside the record it collides with: field by field, what is recorded and what the row says. Pure reading."""

from collections.abc import Collection, Mapping
from datetime import date
from enum import StrEnum
from typing import Any

from msgspec import Struct
from msgspec.structs import asdict

from registry.desk.fields import PERSON_FIELDS, fields_of
from registry.intake import history
from registry.model.impor import BarisTunggu
from registry.model.pegawai import Pegawai, Riwayat

RIWAYAT = "riwayat"
KOLOM = (*PERSON_FIELDS, RIWAYAT)
_ALSO = {"pendidikan": ("pendidikan", "pendidikan_asli")}
BLANK: dict[str, Any] = asdict(Pegawai(nomor="", nik="", nama=""))


class Beda(StrEnum):
    """How the two sides of a field stand to each other."""

    SAMA = "sama"
    BEDA = "berbeda"
    MENAMBAH = "menambah"
    TIDAK_DISEBUT = "tidak disebut baris"


class Banding(Struct, frozen=True):
    """One field. tercatat, baris: as the form would show them; what is not told is empty."""

    kolom: str
    tercatat: str
    baris: str

    @property
    def beda(self) -> Beda:
        """How the two sides stand to each other; the case of letters is no difference."""
        if self.tercatat.casefold() == self.baris.casefold():
            return Beda.SAMA
        if not self.baris:
            return Beda.TIDAK_DISEBUT
        return Beda.BEDA if self.tercatat else Beda.MENAMBAH

    @property
    def dapat_dipilih(self) -> bool:
        """The row tells something else: one may keep what is recorded, or take what the row says."""
        return self.beda in {Beda.BEDA, Beda.MENAMBAH}


def compare(row: BarisTunggu, other: Pegawai | None) -> tuple[Banding, ...]:
    """Every field that is told on either side, in the order of the form; without a record the left side is empty."""
    known = dict.fromkeys(KOLOM, "") if other is None else _texts(other, other.riwayat)
    return _beside(known, _texts(row.calon, merged(other.riwayat if other else (), row)))


def changes(before: Pegawai, after: Pegawai) -> tuple[Banding, ...]:
    """What a change would do to a record: only the fields that become another."""
    found = _beside(_texts(before, before.riwayat), _texts(after, after.riwayat))
    return tuple(one for one in found if one.tercatat != one.baris)


def told(before: Pegawai, row: BarisTunggu, pakai: Collection[str]) -> dict[str, Any]:
    """The values of the row that are taken into `before`: those of the fields in `pakai`, and remarks that go with them."""
    names = [name for field in pakai if field != RIWAYAT for name in _ALSO.get(field, (field,))]
    taken = {name: getattr(row.calon, name) for name in names if getattr(row.calon, name) != BLANK[name]}
    kept = tuple(finding for finding in before.temuan if finding.kolom not in pakai)
    came = tuple(finding for finding in row.calon.temuan if finding.kolom in pakai)
    return {**taken, "temuan": tuple(dict.fromkeys((*kept, *came)))}


def merged(riwayat: tuple[Riwayat, ...], row: BarisTunggu) -> tuple[Riwayat, ...]:
    """The work history with the decrees of the row in it."""
    for decree in (*row.calon.riwayat, *row.riwayat):
        riwayat = history.merge(riwayat, decree)
    return riwayat


def _texts(person: Pegawai, riwayat: tuple[Riwayat, ...]) -> Mapping[str, str]:
    texts = fields_of(person)
    return {name: texts[name] for name in PERSON_FIELDS} | {RIWAYAT: "; ".join(map(_decree, riwayat))}


def _beside(known: Mapping[str, str], said: Mapping[str, str]) -> tuple[Banding, ...]:
    return tuple(Banding(name, known[name], said[name]) for name in KOLOM if known[name] or said[name])


def _decree(decree: Riwayat) -> str:
    """`02-01-2018 s.d. 31-12-2022 (800/1/2018)`."""
    span = f"{_day(decree.tanggal_mulai, '?')} s.d. {_day(decree.tanggal_akhir, 'sekarang')}"
    return f"{span} ({decree.nomor_sk})" if decree.nomor_sk else span


def _day(day: date | None, otherwise: str) -> str:
    return f"{day:%d-%m-%Y}" if day else otherwise
