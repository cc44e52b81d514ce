"""Days and moments as options of commands: read, or refused with how to write them."""

from datetime import date, datetime

from registry.errors import UsageRefused
from registry.normalise import moments


def read_date(text: str) -> date:
    """`2022-10-07` or `07-10-2022`. Raises UsageRefused."""
    day = moments.read_day(text)
    if day is None:
        raise UsageRefused(f"Tanggal “{text}” tidak terbaca.", to_do="Tulis seperti 2022-10-07.")
    return day


def read_start(text: str, zona: str) -> datetime:
    """A moment; a bare date is its first second. Raises UsageRefused."""
    return _required(text, moments.read_moment(text, zona))


def read_end(text: str, zona: str) -> datetime:
    """A moment; a bare date is its last second. Raises UsageRefused."""
    return _required(text, moments.read_moment(text, zona, last=True))


def _required(text: str, moment: datetime | None) -> datetime:
    if moment is None:
        raise UsageRefused(f"Waktu “{text}” tidak terbaca.", to_do="Tulis seperti 2022-10-07T16:00.")
    return moment
