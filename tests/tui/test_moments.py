"""Days and moments as operators type them."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from tui.moments import read_day, read_moment

WITA = ZoneInfo("Asia/Makassar")


@pytest.mark.parametrize("text", ["7-10-2022", "07/10/2022", "7 Oktober 2022", "2022-10-07"])
def test_days_in_many_forms(text):
    """Whatever a unit would write in a cell."""
    assert date(2022, 10, 7) == read_day(text)


@pytest.mark.parametrize("text", ["", "besok", "31-02-2022"])
def test_what_is_no_day(text):
    """No guess."""
    assert read_day(text) is None


@pytest.mark.parametrize("text", ["7-10-2022 16.00", "7-10-2022 16:00", "7 Oktober 2022 pukul 16.00 WITA"])
def test_moments_stand_in_the_zone_of_the_instansi(text):
    """The clock is the agency's own."""
    assert datetime(2022, 10, 7, 16, 0, tzinfo=WITA) == read_moment(text, "Asia/Makassar")


def test_a_bare_day_ends_with_its_last_minute():
    """A window that ends on a day includes that day."""
    assert datetime(2022, 10, 7, 23, 59, tzinfo=WITA) == read_moment("7-10-2022", "Asia/Makassar", last=True)


def test_an_impossible_clock():
    """25.00 is refused, not wrapped around."""
    assert read_moment("7-10-2022 25.00", "Asia/Makassar") is None
