"""Age and service, to the day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.model.pegawai import Riwayat
from registry.rules.measure import age_on, first_start, last_end, service_days
from tests.registry.rules.workers import decrees

CUTOFF = date(2021, 12, 31)
DAYS = st.dates(date(2015, 1, 1), date(2023, 12, 31))
SPANS = st.lists(st.tuples(DAYS, st.none() | DAYS), max_size=6)


@pytest.mark.parametrize(
    ("born", "age"),
    [
        ("2001-12-31", 20),
        ("2002-01-01", 19),
        ("1965-01-01", 56),
        ("1964-12-31", 57),
        ("1965-12-31", 56),
        ("2021-12-31", 0),
    ],
)
def test_age_at_the_cutoff(born, age):
    """Completed years on 31 December 2021."""
    assert age == age_on(date.fromisoformat(born), CUTOFF)


@pytest.mark.parametrize(
    ("on", "age"), [("2021-02-28", 20), ("2021-03-01", 21), ("2020-02-29", 20), ("2020-02-28", 19)]
)
def test_a_leapling_ages_on_the_first_of_march(on, age):
    """Born on 29 February 2000."""
    assert age == age_on(date(2000, 2, 29), date.fromisoformat(on))


@given(st.dates(date(1900, 1, 1), date(2020, 12, 31)), st.integers(0, 40_000))
def test_age_never_falls_and_grows_by_one_a_year(born, days):
    """From one day to the next age stays or grows by one, and only on the birthday (or 1 March)."""
    day = born + timedelta(days=days)
    grown = age_on(born, day + timedelta(days=1)) - age_on(born, day)
    tomorrow = day + timedelta(days=1)
    birthday = (tomorrow.month, tomorrow.day) == (born.month, born.day)
    leapling = (born.month, born.day) == (2, 29) and (tomorrow.month, tomorrow.day) == (3, 1)

    assert grown in (0, 1)
    assert grown == 0 or birthday or leapling


@pytest.mark.parametrize(
    ("spans", "days"),
    [
        ([], 0),
        ([("2021-01-01", "2021-12-31")], 365),
        ([("2020-01-01", "2020-12-31")], 366),
        ([("2021-12-31", None)], 1),
        ([("2022-01-01", None)], 0),
        ([("2021-01-01", None)], 365),
        ([("2021-01-01", "2025-12-31")], 365),
        ([("2021-01-01", "2021-06-30"), ("2021-07-01", "2021-12-31")], 365),
        ([("2021-01-01", "2021-08-31"), ("2021-06-01", "2021-12-31")], 365),
        ([("2021-06-01", "2021-12-31"), ("2021-01-01", "2021-08-31")], 365),
        ([("2021-01-01", "2021-12-31"), ("2021-03-01", "2021-04-30")], 365),
        ([("2021-01-01", "2021-12-31"), ("2021-01-01", "2021-12-31")], 365),
        ([("2017-01-01", "2018-12-31"), ("2021-07-01", "2022-12-31")], 914),
        ([("2021-05-01", "2021-04-30")], 0),
        ([(None, "2021-12-31")], 0),
        ([(None, None), ("2021-12-01", None)], 31),
    ],
)
def test_service(spans, days):
    """Both ends count, overlaps once, gaps not; open decrees run on; days after the cut-off do not count."""
    assert days == service_days(decrees(*spans), CUTOFF)


@given(SPANS)
def test_service_is_the_number_of_days_in_any_decree(spans):
    """Against the slow and obvious way: a set of days."""
    riwayat = [Riwayat(tanggal_mulai=start, tanggal_akhir=end) for start, end in spans]
    served = {
        day
        for start, end in spans
        for day in (start + timedelta(days=n) for n in range((min(end or CUTOFF, CUTOFF) - start).days + 1))
    }

    assert len(served) == service_days(riwayat, CUTOFF)


@given(SPANS, st.randoms())
def test_the_order_of_decrees_does_not_matter(spans, random):
    """Units list them as they find them."""
    riwayat = [Riwayat(tanggal_mulai=start, tanggal_akhir=end) for start, end in spans]
    shuffled = random.sample(riwayat, len(riwayat))

    assert service_days(riwayat, CUTOFF) == service_days(shuffled, CUTOFF)


def test_the_first_start():
    """Of all decrees that have one."""
    assert date(2010, 1, 1) == first_start(decrees(("2015-01-01", None), ("2010-01-01", "2012-12-31"), (None, None)))


def test_the_last_end():
    """Of decrees that all end."""
    assert date(2019, 12, 31) == last_end(decrees(("2015-01-01", "2019-12-31"), ("2010-01-01", "2012-12-31")))


def test_no_last_end_while_one_runs_on():
    """An open decree has no end yet."""
    assert None is last_end(decrees(("2015-01-01", None), ("2010-01-01", "2012-12-31")))
