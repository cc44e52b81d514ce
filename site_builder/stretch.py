"""A list is worked through in stretches: what CSV, pages and search make of some people is made while they are at hand.

Going through a long list once for each of them takes a sixth more time: its strings no longer fit into the processor's cache.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import astuple

from registry.edition.types import Orang

STRETCH_ROWS = 2000  # whole pages, and one search shard

Cells = tuple[str, ...]


class Coded(Struct, frozen=True):
    """A column in which few texts stand many times. teks: each once, by first appearance; kode: their positions, row by row."""

    teks: tuple[str, ...]
    kode: tuple[int, ...]


class Columns(Struct, frozen=True):
    """The cells of some people, column by column."""

    nomor: tuple[str, ...]
    nama: tuple[str, ...]
    jabatan: Coded
    unit_kerja: Coded
    kategori: tuple[str, ...]
    status: Coded

    @property
    def texts(self) -> tuple[Collection[str], ...]:
        """What stands in each column, in the order of `Orang`; where few texts stand many times, each once."""
        return self.nomor, self.nama, self.jabatan.teks, self.unit_kerja.teks, set(self.kategori), self.status.teks


class Stretch(Struct, frozen=True):
    """Rows `awal`, `awal` + 1 ... of an edition, each as its cells in the order of `Orang`, and the same as columns."""

    awal: int
    baris: tuple[Cells, ...]
    kolom: Columns


def stretches(people: Sequence[Orang]) -> Iterator[Stretch]:
    """The whole list in order; an empty list is one empty stretch, for it has a page too."""
    for start in range(0, max(1, len(people)), STRETCH_ROWS):
        rows = cells_of(people[start : start + STRETCH_ROWS])
        yield Stretch(start, rows, columns_of(rows))


def cells_of(people: Sequence[Orang]) -> tuple[Cells, ...]:
    """Each person as cells."""
    return tuple(map(astuple, people))


def columns_of(rows: Sequence[Cells]) -> Columns:
    """The rows turned into columns."""
    nomor, nama, jabatan, unit_kerja, kategori, status = zip(*rows, strict=True) if rows else ((),) * 6
    return Columns(nomor, nama, _coded(jabatan), _coded(unit_kerja), kategori, _coded(status))


def _coded(column: Iterable[str]) -> Coded:
    codes = _Codes()
    places = tuple(map(codes.__getitem__, column))
    return Coded(tuple(codes), places)


class _Codes(dict[str, int]):
    """Text -> its position among the different texts asked for, in order of first appearance."""

    def __missing__(self, text: str) -> int:
        self[text] = position = len(self)
        return position
