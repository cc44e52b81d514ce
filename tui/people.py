"""Searching and filtering people in memory. Plain functions on plain rows: no widgets, no store."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import repeat
from operator import contains

from registry.model.codes import StatusPegawai
from registry.model.pegawai import PegawaiRingkas
from registry.normalise.units import same_unit

UNDECIDED = "?"


@dataclass(frozen=True, slots=True)
class Filter:
    """What to show. Empty means everything; without a chosen status crossed-out people are left out.

    syarat: MS, TMS or `?` for undecided. temuan: `ada` or `tanpa`.
    """

    words: str = ""
    status: str = ""
    syarat: str = ""
    unit: str = ""
    temuan: str = ""

    @property
    def is_empty(self) -> bool:
        """Nothing is filtered."""
        return self == Filter()


@dataclass(frozen=True, slots=True)
class People:
    """The rows and, per row, the text that is searched and whether it counts (not crossed out)."""

    rows: Sequence[PegawaiRingkas]
    texts: Sequence[str]
    listed: bytes
    units: tuple[str, ...]


NOBODY = People((), (), b"", ())


def index_people(rows: Sequence[PegawaiRingkas]) -> People:
    """Prepare rows for searching."""
    texts = [f"{row.nama} {row.nik} {row.nomor} {row.jabatan} {row.unit_kerja}".casefold() for row in rows]
    listed = bytes(row.status is not StatusPegawai.DICORET for row in rows)
    return People(rows, texts, listed, tuple(sorted({row.unit_kerja for row in rows if row.unit_kerja})))


def mask_of(people: People, wanted: Filter) -> bytes:
    """Return one truth value per row."""
    mask = people.listed
    if wanted.status:
        mask = bytes(row.status == wanted.status for row in people.rows)
    if wanted.syarat or wanted.unit or wanted.temuan:
        mask = _both(mask, bytes(_fits(row, wanted) for row in people.rows))
    for word in wanted.words.casefold().split():
        mask = _both(mask, bytes(map(contains, people.texts, repeat(word))))
    return mask


def _both(one: bytes, other: bytes) -> bytes:
    """And, byte by byte."""
    return (int.from_bytes(one) & int.from_bytes(other)).to_bytes(len(one))


def _fits(row: PegawaiRingkas, wanted: Filter) -> bool:
    if wanted.syarat and (row.syarat_berlaku or UNDECIDED) != wanted.syarat:
        return False
    if wanted.unit and not same_unit(row.unit_kerja, wanted.unit):
        return False
    return not wanted.temuan or (wanted.temuan == "ada") == bool(row.temuan)
