"""Moments on the screens."""

from datetime import UTC, datetime

from tui.moments import write_moment


def test_a_moment_is_shown_in_the_zone_of_the_instansi():
    """Recorded on a computer that stands elsewhere, read where the agency is."""
    assert "7 Oktober 2022 pukul 16.00 WITA" == write_moment(datetime(2022, 10, 7, 8, tzinfo=UTC), "Asia/Makassar")
