"""Days and moments as operators type them, the same on the screens and on the command line."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from registry.normalise.moments import read_day, read_moment

ZONA = "Asia/Jakarta"


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("2022-10-07", "2022-10-07T00:00:00+07:00"),
        ("07-10-2022", "2022-10-07T00:00:00+07:00"),
        ("07-10-2022 16.00", "2022-10-07T16:00:00+07:00"),
        ("2022-10-07T16:00", "2022-10-07T16:00:00+07:00"),
        ("2022-10-07T16:00:30", "2022-10-07T16:00:30+07:00"),
        ("2022-10-07T16:00+09:00", "2022-10-07T16:00:00+09:00"),
    ],
)
def test_a_moment_as_people_and_programs_write_it(text, begins):
    """In the zone of the instansi, unless an offset stands there."""
    assert begins == read_moment(text, ZONA).isoformat()


def test_a_last_day_lasts_to_its_end():
    """The window includes it."""
    assert "2022-10-07T23:59:59+07:00" == read_moment("7/10/2022", ZONA, last=True).isoformat()


@pytest.mark.parametrize(
    "text", ["44000", "20221007", "7.10.22", "7-10", "2022", "besok", "31-02-2022", "7-10-2022 25.00", ""]
)
def test_nothing_is_guessed(text):
    """A window is a promise to the public: no serial numbers, no years of two digits."""
    assert None is read_moment(text, ZONA)


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
