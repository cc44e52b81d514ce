"""Dates and moments as they are typed: in the instansi's zone, whole days whole."""

from datetime import datetime

import pytest

from cli.moments import read_end, read_start
from cli.session import Session
from registry.errors import UsageRefused


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2022-10-07", "2022-10-07T23:59:59+07:00"),
        ("07-10-2022", "2022-10-07T23:59:59+07:00"),
        ("2022-10-07T16:00", "2022-10-07T16:00:00+07:00"),
        ("2022-10-07 16.00", "2022-10-07T16:00:00+07:00"),
        ("07-10-2022 16:00", "2022-10-07T16:00:00+07:00"),
        ("2022-10-07T16:00+09:00", "2022-10-07T16:00:00+09:00"),
    ],
)
def test_an_end_is_read_as_people_write_it(text, moment):
    """A bare day ends with its last second; a clock time stands as it is."""
    assert moment == read_end(text, "Asia/Jakarta").isoformat()


def test_a_start_is_the_first_moment_of_the_day():
    """Where the instansi is."""
    assert "2022-10-07T00:00:00+09:00" == read_start("2022-10-07", "Asia/Jayapura").isoformat()


@pytest.mark.parametrize("text", ["besok", "20221007", "2022-10-07T25:00", "31-02-2022", ""])
def test_what_cannot_be_read_is_refused(text):
    """Never guessed: a window is a promise to the public."""
    with pytest.raises(UsageRefused, match="tidak terbaca"):
        read_end(text, "Asia/Jakarta")


def test_today_is_the_day_of_the_instansi():
    """Half past ten in the evening in Jakarta is tomorrow in Jayapura."""
    session = Session(moment=datetime.fromisoformat("2022-10-07T22:30+07:00").isoformat())

    assert ["2022-10-07", "2022-10-08"] == [str(session.today(zona)) for zona in ("Asia/Jakarta", "Asia/Jayapura")]
