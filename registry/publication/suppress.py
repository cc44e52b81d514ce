"""Statistical disclosure control of one one-way table. No people, no fields: only counts.

**Against whom.** The reader knows the table's total, every count shown, that every value named occurs, and this very program: he
may run it on all tables there could be and keep those that give what was published.
**What holds**: for every hidden count at least four values remain possible (proved by doing just that in the tests).
**What does not**: that a value occurs at all is visible, a table with one value tells it of everybody, and who knows some of the
people counted narrows the rest.

Why not simply hide the smallest other count? Because then the counts shown bound the hidden ones from above: with 13 people, 5 of
them shown, two hidden ones can only be 4 and 4. So what is hidden besides must not depend on its size.
"""

from collections.abc import Mapping
from typing import Final

from registry.edition.types import Sel

SMALLEST_SHOWN: Final = 5


def suppress(counts: Mapping[str, int]) -> tuple[Sel, ...]:
    """The table in the order given, without empty cells.

    The k counts of 1-4 are hidden, and with them others from the end of the table (where vocabularies keep the odd cases), at least
    one: t of them, until all hidden ones together are at least 4k + 5t, so that any small one may be 4 as well as 1. A table too
    small for that is not published.
    """
    present = {value: number for value, number in counts.items() if number > 0}
    small = [value for value, number in present.items() if number < SMALLEST_SHOWN]
    hidden = set(small)
    others = (value for value in reversed(present) if value not in hidden)
    while small and not _safe(present, hidden, len(small)):
        other = next(others, None)
        if other is None:
            return ()
        hidden.add(other)
    return tuple(Sel(value, None if value in hidden else number) for value, number in present.items())


def _safe(present: Mapping[str, int], hidden: set[str], small: int) -> bool:
    others = len(hidden) - small
    enough = small * (SMALLEST_SHOWN - 1) + others * SMALLEST_SHOWN
    return others > 0 and sum(present[value] for value in hidden) >= enough
