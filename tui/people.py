"""Searching and filtering people in memory. Plain functions on plain rows: no widgets, no store."""

from collections.abc import Sequence
from dataclasses import dataclass

from registry.model.codes import StatusPegawai
from registry.model.pegawai import PegawaiRingkas

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
    """The rows and, per row, the text that is searched."""

    rows: Sequence[PegawaiRingkas]
    texts: Sequence[str]
    units: tuple[str, ...]


def index_people(rows: Sequence[PegawaiRingkas]) -> People:
    """Prepare rows for searching."""
    texts = [f"{row.nama} {row.nik} {row.nomor} {row.jabatan} {row.unit_kerja}".casefold() for row in rows]
    return People(rows, texts, tuple(sorted({row.unit_kerja for row in rows if row.unit_kerja})))


def mask_of(people: People, wanted: Filter) -> bytearray:
    """Return one truth value per row."""
    mask = bytearray(_status_of(row, wanted.status) for row in people.rows)
    if wanted.syarat or wanted.unit or wanted.temuan:
        for n, row in enumerate(people.rows):
            if mask[n] and not _fits(row, wanted):
                mask[n] = 0
    for word in wanted.words.casefold().split():
        for n, text in enumerate(people.texts):
            if mask[n] and word not in text:
                mask[n] = 0
    return mask


def _status_of(row: PegawaiRingkas, status: str) -> bool:
    return row.status == status if status else row.status is not StatusPegawai.DICORET


def _fits(row: PegawaiRingkas, wanted: Filter) -> bool:
    if wanted.syarat and (row.syarat_berlaku or UNDECIDED) != wanted.syarat:
        return False
    if wanted.unit and row.unit_kerja != wanted.unit:
        return False
    return not wanted.temuan or (wanted.temuan == "ada") == bool(row.temuan)
