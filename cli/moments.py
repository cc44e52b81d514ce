"""Dates and moments as people type them on the command line, in the instansi's own zone."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from registry.errors import UsageRefused

_LAST = time(23, 59, 59)


def read_date(text: str) -> date:
    """`2022-10-07` or `07-10-2022`. Raises UsageRefused."""
    for form in ("%Y-%m-%d", "%d-%m-%Y"):
        try:
            return datetime.strptime(text.strip(), form).date()  # noqa: DTZ007  (a date has no zone)
        except ValueError:
            continue
    raise UsageRefused(f"Tanggal “{text}” tidak terbaca.", to_do="Tulis seperti 2022-10-07.")


def read_start(text: str, zona: str) -> datetime:
    """A moment; a bare date is its first second."""
    return _read(text, zona, time(0, 0))


def read_end(text: str, zona: str) -> datetime:
    """A moment; a bare date is its last second, for a window that ends on a day includes that day."""
    return _read(text, zona, _LAST)


def _read(text: str, zona: str, clock: time) -> datetime:
    day, blank, hours = text.strip().replace("T", " ").partition(" ")
    moment = datetime.combine(read_date(day), clock)
    if blank:
        moment = _with_hours(text, moment.date(), hours)
    return moment if moment.tzinfo else moment.replace(tzinfo=ZoneInfo(zona))


def _with_hours(text: str, day: date, hours: str) -> datetime:
    try:
        return datetime.combine(day, time.fromisoformat(hours.strip().replace(".", ":")))
    except ValueError:
        raise UsageRefused(f"Waktu “{text}” tidak terbaca.", to_do="Tulis seperti 2022-10-07T16:00.") from None
