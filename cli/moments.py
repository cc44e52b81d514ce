"""Dates and moments as people type them on the command line, in the instansi's own zone."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from registry.errors import UsageRefused


def read_date(text: str) -> date:
    """`2022-10-07` or `07-10-2022`. Raises UsageRefused."""
    for form in ("%Y-%m-%d", "%d-%m-%Y"):
        try:
            return datetime.strptime(text, form).date()  # noqa: DTZ007  (a date has no zone)
        except ValueError:
            continue
    raise UsageRefused(f"Tanggal “{text}” tidak terbaca.", to_do="Tulis seperti 2022-10-07.")


def read_start(text: str, zona: str) -> datetime:
    """A moment; a bare date is its first minute."""
    return _read(text, zona, time(0, 0))


def read_end(text: str, zona: str) -> datetime:
    """A moment; a bare date is its last minute, for a window that ends on a day includes that day."""
    return _read(text, zona, time(23, 59))


def _read(text: str, zona: str, clock: time) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
        bare = len(text) == len("2022-10-07")
    except ValueError:
        moment, bare = datetime.combine(read_date(text), clock), False
    if bare:
        moment = datetime.combine(moment.date(), clock)
    return moment if moment.tzinfo else moment.replace(tzinfo=ZoneInfo(zona))
