"""Statistical disclosure control of one one-way table. No people, no fields: only counts.

**Against whom.** The reader knows the table's total, this algorithm, that every value shown occurs at least once and that a hidden
count of 1-4 may be hidden for its own sake. **What holds**: no hidden count can be computed; together the hidden ones always
leave room for a count of 1 as well as one of 5 or more in every hidden cell (proved over all small tables in the tests).
**What does not**: that a value occurs at all is visible, a table with one value tells it of everybody, and knowledge of some of
the people counted narrows the rest.
"""

from collections.abc import Mapping
from typing import Final

from registry.edition.types import Sel

SMALLEST_SHOWN: Final = 5


def suppress(counts: Mapping[str, int]) -> tuple[Sel, ...]:
    """The table in the order given, without empty cells.

    Counts of 1-4 are hidden, then the smallest others, until the hidden ones (k of them, S people) satisfy k >= 2 and S >= k + 4:
    any of them may then be 1 or 5. A table too small for that is not published at all.
    """
    present = {value: number for value, number in counts.items() if number > 0}
    hidden = {value for value, number in present.items() if number < SMALLEST_SHOWN}
    if hidden:
        spare = sorted((value for value in present if value not in hidden), key=lambda value: (present[value], value))
        while not _safe([present[value] for value in hidden]):
            if not spare:
                return ()
            hidden.add(spare.pop(0))
    return tuple(Sel(value, None if value in hidden else number) for value, number in present.items())


def _safe(hidden: list[int]) -> bool:
    return len(hidden) > 1 and sum(hidden) >= len(hidden) + SMALLEST_SHOWN - 1
