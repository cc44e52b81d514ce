"""Moments on the screens."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from cli import moments as cli
from tui.moments import read_day, read_moment, write_moment

ZONA = "Asia/Jakarta"


def test_a_moment_is_shown_in_the_zone_of_the_instansi():
    """Recorded on a computer that stands elsewhere, read where the agency is."""
    assert "7 Oktober 2022 pukul 16.00 WITA" == write_moment(datetime(2022, 10, 7, 8, tzinfo=UTC), "Asia/Makassar")


@pytest.mark.parametrize("text", ["2022-10-07", "07-10-2022", "07-10-2022 16.00", "2022-10-07T16:00"])
def test_the_screens_and_the_command_line_read_the_same_moments(text):
    """The same text opens and closes a window at the same second; a last day lasts to its end."""
    expected = (cli.read_start(text, ZONA), cli.read_end(text, ZONA))

    assert expected == (read_moment(text, ZONA), read_moment(text, ZONA, last=True))


def test_a_time_with_its_zone():
    """As it stands in the letters."""
    expected = datetime(2022, 10, 7, 16, 0, tzinfo=ZoneInfo(ZONA))

    assert expected == read_moment("7 Oktober 2022 pukul 16.00 WIB", ZONA)


def test_a_time_of_another_zone_is_not_read():
    """Nobody can know which of the two was meant."""
    assert None is read_moment("7-10-2022 16.00 WIT", ZONA)


def test_a_day_written_with_points_is_no_time():
    """`7.10.2022` is a day."""
    assert date(2022, 10, 7) == read_day("7.10.2022")
    assert datetime(2022, 10, 7, tzinfo=ZoneInfo(ZONA)) == read_moment("7.10.2022", ZONA)
