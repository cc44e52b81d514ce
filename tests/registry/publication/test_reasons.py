"""Reasons are told as counts of classes, and of no named person."""

from collections import defaultdict
from collections.abc import Callable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.edition.check import faults
from registry.edition.codes import ALASAN_DIHAPUS, ALASAN_DITAMBAHKAN
from registry.edition.types import Alasan, Sel
from registry.model.codes import AlasanCoret
from registry.publication.reasons import came_table, reasons, went_table
from tests.registry.edition.editions import edition, final, orang

PROPOSED, RECORDED = ALASAN_DITAMBAHKAN
OBJECTED, LEFT, IN_ORDER = ALASAN_DIHAPUS
COUNTS = st.integers(0, 40) | st.integers(0, 6) | st.just(2000)
WENT = st.tuples(COUNTS, COUNTS, COUNTS)
Counts = tuple[int, ...]


def went(objected: int, left: int, in_order: int) -> tuple[Sel, ...]:
    return went_table({OBJECTED: objected, LEFT: left, IN_ORDER: in_order})


def came(proposed: int, recorded: int) -> tuple[Sel, ...]:
    return came_table({PROPOSED: proposed, RECORDED: recorded})


@pytest.mark.parametrize(
    ("counts", "told"),
    [
        ((12, 30, 0), (12, 30)),
        ((12, 30, 7), (12, 30, 7)),
        ((12, 30, 3), (12, None, None)),
        ((2, 30, 0), (None, None)),
        ((2, 30, 7), (None, None, 7)),
        ((2, 30, 3), (None, None, None)),
        ((0, 30, 7), ()),
        ((30, 0, 0), ()),
        ((0, 0, 30), ()),
        ((2, 3, 30), ()),
        ((0, 0, 0), ()),
    ],
)
def test_pictures(counts, told):
    """Removed by an objection, gone, put in order: as a reader would see them."""
    assert told == tuple(cell.jumlah for cell in went(*counts))


@given(WENT)
def test_what_is_shown_is_true_and_not_small(counts):
    """Exact counts of five or more, classes in their order."""
    table = went(*counts)
    true = dict(zip(ALASAN_DIHAPUS, counts, strict=True))

    assert all(cell.jumlah in {None, true[cell.nilai]} and (cell.jumlah or 5) >= 5 for cell in table)
    assert () == faults(final(3, alasan=Alasan(dihapus=table)))


@given(WENT)
def test_nobodys_class_follows_from_a_table(counts):
    """At least two classes for everybody, and no count that the totals give back though it is hidden."""
    table = went(*counts)
    hidden = [cell for cell in table if cell.jumlah is None]

    assert not table or {OBJECTED, LEFT} <= {cell.nilai for cell in table}
    assert len(hidden) != 1


def published(counts: Counts) -> tuple[Sel, ...]:
    return went(*counts) if len(counts) == 3 else came(*counts)


def tables(total: int, classes: int) -> Iterator[Counts]:
    """Every way to spread so many people over the classes, some of which may be empty."""
    if classes == 1:
        yield (total,)
        return
    for first in range(total + 1):
        yield from ((first, *rest) for rest in tables(total - first, classes - 1))


def knows_total(counts: Counts) -> Counts:
    """A reader who counted the people in the two lists."""
    return (sum(counts),)


def knows_in_order(counts: Counts) -> Counts:
    """A reader who also recognised everybody whose record was put in order."""
    return (sum(counts), *counts[2:])


@pytest.mark.parametrize("knowledge", [knows_total, knows_in_order])
@pytest.mark.parametrize(("classes", "largest"), [(2, 60), (3, 34)])
def test_knowing_the_program_does_not_help(knowledge: Callable[[Counts], Counts], classes: int, largest: int):
    """Run on all tables: a hidden count has four values or more, and nobody among the pair must be of one class."""
    found: dict[tuple[Counts, tuple[Sel, ...]], list[Counts]] = defaultdict(list)
    for total in range(1, largest + 1):
        for counts in tables(total, classes):
            found[knowledge(counts), published(counts)].append(counts)
    weak = [
        (key, seen)
        for key, possible in found.items()
        for seen in hidden_values(key[1], possible, known=(IN_ORDER,) if knowledge is knows_in_order else ())
        if min(seen) < 5 and len(seen) < 4
    ]
    told = [key for key, possible in found.items() if any(map(sum, pairs(possible))) and one_class_only(possible)]

    assert ([], []) == (weak[:3], told[:3])


def hidden_values(table: tuple[Sel, ...], possible: list[Counts], known: tuple[str, ...]) -> Iterator[set[int]]:
    """For each hidden count its possible values."""
    names = tuple(ALASAN_DIHAPUS if len(possible[0]) == 3 else ALASAN_DITAMBAHKAN)
    for cell in table:
        if cell.jumlah is None and cell.nilai not in known:
            yield {counts[names.index(cell.nilai)] for counts in possible}


def pairs(possible: list[Counts]) -> list[Counts]:
    return [counts[:2] for counts in possible]


def one_class_only(possible: list[Counts]) -> bool:
    """Whether one class of the pair is empty in all tables there could be."""
    return any(not any(column) for column in zip(*pairs(possible), strict=True))


def test_classes_of_those_removed():
    """Death, moving and leaving are one class; a double and one sent back are another; the list decides who is gone."""
    old = [orang(n) for n in range(1, 41)]
    whys = [AlasanCoret.MENINGGAL, AlasanCoret.PINDAH, AlasanCoret.KELUAR] * 3 + [AlasanCoret.SANGGAHAN_DITERIMA] * 6
    crossed = {orang(n).nomor: why for n, why in enumerate([*whys, *[AlasanCoret.GANDA] * 3], 1)}
    told = reasons(old[20:], [edition(old)], proposed=(), crossed=crossed | {orang(90).nomor: AlasanCoret.PINDAH})

    assert Alasan(dihapus=(Sel(OBJECTED, 6), Sel(LEFT, 9), Sel(IN_ORDER, 5))) == told


def test_classes_of_those_added():
    """From an usulan or recorded by the agency; whoever had a number before the lists so far is not counted."""
    old, new = [orang(n) for n in range(4, 21)], [orang(n) for n in range(1, 34)]
    proposed = {orang(n).nomor for n in (1, 2, *range(21, 27))}
    told = reasons(new, [edition(old)], proposed=proposed, crossed={})

    assert Alasan(ditambahkan=(Sel(PROPOSED, 6), Sel(RECORDED, 7))) == told


def test_a_number_of_any_earlier_list_is_no_new_one():
    """Listed first, gone in the second edition, back in the third: known to whoever kept the first."""
    first, second = edition([orang(n) for n in range(1, 40)]), edition([orang(1)], edisi=2, sebelumnya="ef" * 32)

    assert Alasan() == reasons(first.daftar, [first, second], proposed=(), crossed={})
