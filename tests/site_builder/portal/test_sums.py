"""Sums of recaps: exact where they can be, never more than they know, and nothing can be computed back from them."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from registry.edition.types import Sel
from registry.model.codes import JenisKelamin, Pendidikan, SumberGaji
from registry.publication.jabatan import GROUPS
from registry.publication.recap import AGE_BANDS, SERVICE_BANDS, UNKNOWN
from registry.publication.suppress import suppress
from site_builder.portal import sums
from site_builder.portal.sums import Count, Sum, summed
from site_builder.portal.topics import RECAPS
from tests.site_builder.portal.heads import head, head_of

Truth = dict[str, int]
TRUTHS = st.lists(
    st.dictionaries(st.sampled_from("abcd"), st.integers(0, 7) | st.integers(0, 60), min_size=1), max_size=5
)


def sum_of(*truths: Mapping[str, int] | None) -> Sum:
    """One agency for each of these true counts."""
    return summed([[head(counts)] for counts in truths], "pendidikan", "abcd")


def test_shown_counts_are_added():
    """Nobody hides anything: exact, the values in the order of the vocabulary."""
    found = sum_of({"b": 10, "a": 5}, {"a": 7, "c": 9})

    assert (Count("a", 12), Count("b", 10), Count("c", 9)) == found.hitungan
    assert (31, 2, 0) == (found.orang, found.instansi, found.tersembunyi)


def test_where_one_hides_the_sum_is_a_lower_bound():
    """Value c is 20 in one agency and hidden in the other, where d goes with it; d is hidden by all."""
    found = sum_of({"a": 30, "c": 20}, {"a": 30, "c": 2, "d": 9})

    assert (Count("a", 60), Count("c", 20, tepat=False), Count("d", 0, tepat=False)) == found.hitungan
    assert 11 == found.tersembunyi


def test_a_withheld_table_is_replaced_by_an_earlier_one():
    """Few people changed since, so the final edition carries none; the people are then those of the earlier list."""
    found = summed([[head({"a": 30, "b": 10}), head(None, 41, "final")]], "pendidikan", "abcd")

    assert ((Count("a", 30), Count("b", 10)), 40, 1) == (found.hitungan, found.orang, found.terdahulu)


def test_an_agency_without_a_table_is_counted_as_such():
    """An empty list has nothing to show and is none of them."""
    found = summed([[head({"a": 30})], [head(None, 12)], [head(None, 0)]], "pendidikan", "abcd")

    assert (30, 1, 1) == (found.orang, found.instansi, found.tanpa_tabel)


def test_a_table_that_contradicts_its_list_is_left_out():
    """More people than the list has, fewer without hiding any, or more hidden cells than people left for them."""
    wrong = (
        head_of((Sel("a", 30),), 20),
        head_of((Sel("a", 30),), 40),
        head_of((Sel("a", 30), Sel("b", None), Sel("c", None)), 31),
    )

    assert [(), (), ()] == [summed([[one]], "pendidikan", "abcd").hitungan for one in wrong]


def test_the_unknown_come_last_and_strangers_before_them():
    """A value that no vocabulary has is shown by name."""
    found = sum_of({sums.UNKNOWN: 9, "zebra": 9, "lain": 9, "b": 9})

    assert ["b", "lain", "zebra", sums.UNKNOWN] == [count.nilai for count in found.hitungan]


@given(TRUTHS)
def test_no_sum_says_more_than_is_true(truths: list[Truth]):
    """Exact ones are the truth, bounds are below it, and with what is hidden all add up to the people."""
    published = [truth for truth in truths if suppress(truth)]
    found = sum_of(*published)
    for count in found.hitungan:
        true = sum(truth.get(count.nilai, 0) for truth in published)
        assert count.jumlah == true if count.tepat else count.jumlah < true
    assert found.orang == sum(count.jumlah for count in found.hitungan) + found.tersembunyi


@given(TRUTHS, TRUTHS)
def test_sums_know_only_what_editions_publish(truths: list[Truth], others: list[Truth]):
    """Whatever the hidden counts are: equal published tables, equal sums."""
    same = [(one, other) for one, other in product(truths, others) if _published(one) == _published(other)]

    assert [] == [pair for pair in same if sum_of(pair[0]) != sum_of(pair[1])]


def test_a_reader_who_knows_the_program_computes_nothing_back():
    """Two agencies, every truth: each count of 1-4 may be four numbers and more, or all that so few people leave."""
    weak = []
    for values, totals in (("ab", range(2, 15)), ("abc", range(7, 13))):
        for one, other in product(totals, [10, 12]):
            weak += list(_computed_back(values, (one, other)))

    assert [] == weak


def _computed_back(values: str, totals: Sequence[int]) -> Iterator[tuple[Sum, int, str]]:
    """Sums, agency and value with a small hidden count which too few numbers give these sums."""
    worlds = defaultdict(list)
    for truths in product(*(_truths(values, total) for total in totals)):
        worlds[sum_of(*truths)].append(truths)
    for found, truths_of_sum in worlds.items():
        for agency, value in product(range(len(totals)), values):
            small = any(0 < truths[agency].get(value, 0) < 5 for truths in truths_of_sum)
            possible = {truths[agency].get(value, 0) for truths in truths_of_sum}
            if small and len(possible) < min(4, totals[agency] + 1):
                yield found, agency, value


def _truths(values: str, total: int) -> list[Truth]:
    """All ways to spread `total` people over the values."""
    spreads = (counts for counts in product(range(total + 1), repeat=len(values)) if sum(counts) == total)
    return [dict(zip(values, counts, strict=True)) for counts in spreads]


def _published(truth: Truth) -> tuple[tuple[Sel, ...], int]:
    return suppress(truth), sum(truth.values())


def test_the_vocabularies_are_those_of_the_registry():
    """The builder may not import them, so they stand twice."""
    assert {
        "jabatan": GROUPS,
        "pendidikan": tuple(Pendidikan),
        "kelompok_usia": tuple(name for _, name in AGE_BANDS),
        "jenis_kelamin": tuple(JenisKelamin),
        "masa_kerja": tuple(name for _, name in SERVICE_BANDS),
        "sumber_gaji": tuple(SumberGaji),
    } == {field: order for field, (_, _, order) in RECAPS.items()}
    assert UNKNOWN == sums.UNKNOWN
