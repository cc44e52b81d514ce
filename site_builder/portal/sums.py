"""Sums of the recaps of many editions, and what they may say.

**No hidden count is revealed**, for none is here: the builder sees editions only, in which small counts are already hidden, and
every sum follows from what those editions publish. Nobody learns from it more than from the editions themselves; the tests
hold that two truths behind the same editions give the same sums.

**No sum says more than it knows.** Where an edition hides the count of a value, the sum of that value is a lower bound; where all
hide it, nothing is said. What is hidden is told once, for all values together.

An edition that withholds its private tables stands on those of an earlier one (`registry.publication.recap`); so do the sums. A
table that contradicts the total of its own list (from elsewhere, not by this program) is left out.
"""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from registry.edition.types import Sel
from site_builder.sources import EditionHead

UNKNOWN = "Tidak diketahui"


class Count(Struct, frozen=True):
    """People with one value. `jumlah`: those that are shown somewhere; `tepat`: nobody hides any; 0 and not `tepat`: all hide."""

    nilai: str
    jumlah: int
    tepat: bool = True


class Sum(Struct, frozen=True, kw_only=True):
    """One table summed over agencies.

    orang, instansi: whose tables were summed; the counts and `tersembunyi` add up to orang. tanpa_tabel: agencies with people but
    no usable table. terdahulu: agencies whose table comes from an earlier edition.
    """

    hitungan: tuple[Count, ...]
    orang: int
    instansi: int
    tersembunyi: int
    tanpa_tabel: int = 0
    terdahulu: int = 0


def summed(agencies: Iterable[Sequence[EditionHead]], field: str, order: Sequence[str]) -> Sum:
    """The recap table `field` over agencies, each given as the heads of its editions, oldest first.

    order: values of the vocabulary in the order to show; others follow by name, the unknown comes last.
    """
    shown: dict[str, int] = {}
    hidden: set[str] = set()
    people = found = without = earlier = 0
    for heads in agencies:
        head = next((it for it in reversed(heads) if usable(getattr(it.rekap, field), it.jumlah.semua)), None)
        if head is None:
            without += heads[-1].jumlah.semua > 0
            continue
        people, found = people + head.jumlah.semua, found + 1
        earlier += head is not heads[-1]
        for cell in getattr(head.rekap, field):
            shown[cell.nilai] = shown.get(cell.nilai, 0) + (cell.jumlah or 0)
            if cell.jumlah is None:
                hidden.add(cell.nilai)
    rank = {value: position for position, value in enumerate(order)}
    values = sorted(shown, key=lambda value: (value == UNKNOWN, rank.get(value, len(rank)), value))
    return Sum(
        hitungan=tuple(Count(value, shown[value], value not in hidden) for value in values),
        orang=people,
        instansi=found,
        tersembunyi=people - sum(shown.values()),
        tanpa_tabel=without,
        terdahulu=earlier,
    )


def usable(cells: Sequence[Sel], total: int) -> bool:
    """Whether a table was published and can be one of a list of `total` people."""
    hidden = sum(cell.jumlah is None for cell in cells)
    rest = total - sum(cell.jumlah or 0 for cell in cells)
    return bool(cells) and (rest >= hidden if hidden else rest == 0)
