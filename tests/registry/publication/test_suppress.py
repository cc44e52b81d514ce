"""No hidden count can be computed back."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.edition.types import Sel
from registry.publication.suppress import SMALLEST_SHOWN, suppress

TABLES = st.dictionaries(st.sampled_from("abcdefghij"), st.integers(0, 40) | st.integers(0, 6) | st.just(2000))


def hidden_sum(counts: dict[str, int], table: tuple[Sel, ...]) -> tuple[int, int]:
    """What every reader computes: how many cells are hidden, and their sum - the total less the rest."""
    shown = [cell.jumlah for cell in table if cell.jumlah is not None]
    return len(table) - len(shown), sum(counts.values()) - sum(shown)


@given(TABLES)
def test_no_small_count_is_shown(counts):
    """1 to 4 never appear."""
    assert not [cell for cell in suppress(counts) if cell.jumlah is not None and cell.jumlah < SMALLEST_SHOWN]


@given(TABLES)
def test_shown_counts_are_true(counts):
    """What is shown is exact, in the order given, without empty cells; or there is no table at all."""
    table = suppress(counts)

    assert [] == [cell for cell in table if cell.jumlah is not None and cell.jumlah != counts[cell.nilai]]
    assert [cell.nilai for cell in table] in ([name for name, number in counts.items() if number], [])


@given(TABLES)
def test_no_hidden_count_follows_from_the_total(counts):
    """Whatever the total leaves for the hidden cells, each of them may be 1 and may be 5 or more."""
    hidden, left = hidden_sum(counts, table := suppress(counts))
    largest_any = left - (hidden - 1)

    assert not table or hidden == 0 or (hidden >= 2 and largest_any >= SMALLEST_SHOWN)


@given(TABLES)
def test_nothing_is_hidden_without_need(counts):
    """A table without small counts is shown whole."""
    if all(number == 0 or number >= SMALLEST_SHOWN for number in counts.values()):
        assert [number for number in counts.values() if number] == [cell.jumlah for cell in suppress(counts)]


@pytest.mark.parametrize(("cells", "largest_total"), [(2, 40), (3, 40), (4, 32), (5, 28)])
def test_knowing_the_program_does_not_help(cells, largest_total):
    """Whoever runs it on every table of the same total finds at least four values for every hidden count."""
    weak = [
        (total, published, sorted(seen))
        for total in range(cells, largest_total + 1)
        for published, columns in consistent(total, cells).items()
        for cell, seen in zip(published, columns, strict=False)
        if cell.jumlah is None and len(seen) < 4
    ]

    assert [] == weak[:3]


def consistent(total: int, cells: int) -> dict[tuple[Sel, ...], list[set[int]]]:
    """What is published -> for each cell the values it has in the tables that are published so."""
    found: dict[tuple[Sel, ...], list[set[int]]] = defaultdict(lambda: [set() for _ in range(cells)])
    for numbers in tables(total, cells):
        for seen, number in zip(found[suppress(dict(zip("abcde", numbers, strict=False)))], numbers, strict=True):
            seen.add(number)
    return found


def tables(total: int, cells: int) -> Iterator[tuple[int, ...]]:
    """Every way to spread a total over so many cells, none empty."""
    for cuts in combinations(range(1, total), cells - 1):
        yield tuple(end - start for start, end in pairwise((0, *cuts, total)))


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ({}, ()),
        ({"L": 3}, ()),
        ({"L": 2, "P": 1}, ()),
        ({"L": 2, "P": 1898}, (("L", None), ("P", None))),
        ({"L": 1898, "P": 2}, (("L", None), ("P", None))),
        ({"SD": 1, "SMA": 40, "S1": 60}, (("SD", None), ("SMA", 40), ("S1", None))),
        ({"SD": 1, "SMA": 40, "S1": 8, "S2": 5}, (("SD", None), ("SMA", 40), ("S1", None), ("S2", None))),
        ({"SD": 0, "SMA": 40, "S1": 5}, (("SMA", 40), ("S1", 5))),
    ],
)
def test_pictures(counts, expected):
    """Small tables as a reader would see them."""
    assert tuple(Sel(*cell) for cell in expected) == suppress(counts)
