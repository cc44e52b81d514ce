"""Dates and moments as people type and read them, in the instansi's own zone. Returns None for what cannot be read."""

import re
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from registry.normalise.dates import read_date
from registry.normalise.text import format_moment

_CLOCK = re.compile(r"(?:^|[\s,T])(?:pukul\s*)?(\d{1,2})[.:](\d{2})\s*(WIB|WITA|WIT)?$", re.IGNORECASE)
_LAST = time(23, 59, 59)


def read_day(text: str) -> date | None:
    """`7-10-2022`, `7 Oktober 2022`, `2022-10-07`."""
    return read_date(text.strip()).tanggal if text.strip() else None


def read_moment(text: str, zona: str, *, last: bool = False) -> datetime | None:
    """A day and, if given, a time after a blank: `7-10-2022 16.00`. A bare day begins at 00.00; `last`: lasts to its end.

    None too for a clock of another zone (`16.00 WIT` in Pekalongan): what was meant is not known.
    """
    text = text.strip()
    clock = _LAST if last else time(0, 0)
    if found := _CLOCK.search(text):
        hour, minute = int(found[1]), int(found[2])
        if hour > 23 or minute > 59:
            return None
        clock = time(hour, minute)
        text = text[: found.start()].rstrip(" ,")
    day = read_day(text)
    moment = datetime.combine(day, clock, ZoneInfo(zona)) if day else None
    if moment and found and found[3] and found[3].upper() != moment.tzname():
        return None
    return moment


def write_day(day: date) -> str:
    """`07-10-2022`."""
    return f"{day:%d-%m-%Y}"


def write_moment(moment: datetime, zona: str) -> str:
    """`7 Oktober 2022 pukul 16.00 WIB`, in the instansi's own zone, wherever the computer stands."""
    return format_moment(moment.astimezone(ZoneInfo(zona)))
