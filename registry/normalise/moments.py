"""Days and moments as operators type them, on the screens and on the command line. None for what cannot be read.

Stricter than `dates`, which reads what units wrote: a window is a promise to the public, so nothing is guessed here. No serial
numbers, no years of two digits.
"""

import re
from datetime import date, datetime, time
from typing import Final
from zoneinfo import ZoneInfo

from registry.normalise.dates import read_date

_DAY: Final = re.compile(
    r"(?:\d{1,2}(?:\s*[-/.]\s*|\s+)(?:\d{1,2}|[a-z]+)(?:\s*[-/.]\s*|\s+)\d{4}|\d{4}-\d{1,2}-\d{1,2})", re.IGNORECASE
)
_CLOCK: Final = re.compile(
    r"(?:^|[\s,T])(?:pukul\s*)?(?P<hour>\d{1,2})[.:](?P<minute>\d{2})(?::(?P<second>\d{2}))?"
    r"\s*(?P<zone>WIB|WITA|WIT)?(?P<offset>Z|[+-]\d{2}:?\d{2})?$",
    re.IGNORECASE,
)
_LAST: Final = time(23, 59, 59)


def read_day(text: str) -> date | None:
    """`7-10-2022`, `7 Oktober 2022`, `2022-10-07`."""
    text = text.strip()
    return read_date(text).tanggal if _DAY.fullmatch(text) else None


def read_moment(text: str, zona: str, *, last: bool = False) -> datetime | None:
    """A day and, if given, a time after a blank or T: `7-10-2022 16.00`, by the clocks of `zona` unless an offset stands there.

    A bare day begins at 00.00; `last`: lasts to its end, for a window that ends on a day includes that day. None too for a clock
    of another zone (`16.00 WIT` in Pekalongan): what was meant is not known.
    """
    text = text.strip()
    found = _CLOCK.search(text)
    day = read_day(text[: found.start()].rstrip(" ,") if found else text)
    if day is None:
        return None
    if found is None:
        return datetime.combine(day, _LAST if last else time(0, 0), ZoneInfo(zona))
    try:
        clock = time.fromisoformat(
            f"{int(found['hour']):02}:{found['minute']}:{found['second'] or '00'}{found['offset'] or ''}"
        )
    except ValueError:
        return None
    moment = datetime.combine(day, clock if clock.tzinfo else clock.replace(tzinfo=ZoneInfo(zona)))
    return None if found["zone"] and found["zone"].upper() != moment.tzname() else moment
