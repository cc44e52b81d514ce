"""A list is worked through in stretches: what CSV, pages and search make of some people is made while they are at hand.

Going through a long list once for each of them takes a sixth more time: its strings no longer fit into the processor's cache.
"""

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import astuple

from registry.edition.types import Orang

STRETCH_ROWS = 2000  # whole pages, and one search shard

Cells = tuple[str, ...]


class Stretch(Struct, frozen=True):
    """Rows `awal`, `awal` + 1 ... of an edition, each as its cells in the order of `Orang`."""

    awal: int
    baris: tuple[Cells, ...]


def stretches(people: Sequence[Orang]) -> Iterator[Stretch]:
    """The whole list in order; an empty list is one empty stretch, for it has a page too."""
    for start in range(0, max(1, len(people)), STRETCH_ROWS):
        yield Stretch(start, cells_of(people[start : start + STRETCH_ROWS]))


def cells_of(people: Sequence[Orang]) -> tuple[Cells, ...]:
    """Each person as cells."""
    return tuple(map(astuple, people))
