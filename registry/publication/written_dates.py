"""Finds birth dates in text, in every form a date is usually written. Search is driven by the year, which is rare in a list.

Patterns begin with a set of characters, never with an assertion: so the engine skips text without digits at full speed.
Two-digit years count only as two digits, separator, two digits, same separator, two digits, and standing alone: anything looser would
take version and letter numbers (800.1.13.2) for birthdays.
"""

import re
from collections.abc import Iterator
from typing import Final

_MONTHS: Final = {
    name.encode(): number
    for number, names in enumerate(
        (
            "januari january jan",
            "februari pebruari february feb peb",
            "maret march mar mrt",
            "april apr",
            "mei may",
            "juni june jun",
            "juli july jul",
            "agustus august agt ags agu aug",
            "september sept sep",
            "oktober october okt oct",
            "november nopember nov nop",
            "desember december des dec",
        ),
        1,
    )
    for name in names.split()
}
_NAME: Final = b"(" + b"|".join(sorted(_MONTHS, key=len, reverse=True)) + b")"
_GAP: Final = rb"[^0-9A-Za-z<]{1,8}"
_SEP: Final = rb" ?(?:[-/._]|\\/|\xe2\x80[\x90-\x95]|\xe2\x88\x92|\xc2\xad) ?"
_YEAR: Final = re.compile(rb"[12](?<![0-9][12])(?:(?<=1)9[2-9]|(?<=2)0[0-4])[0-9]")
_BEFORE: Final = re.compile(
    rb"(?:(?<![0-9])([0-9]{1,2})(" + _SEP + rb"|(?<=[0-9]{2}) )([0-9]{1,2})(?:" + _SEP + rb"| )"
    rb"|(?<![0-9])([0-9]{1,2})"
    + _GAP
    + _NAME
    + rb"[a-z]{0,6}"
    + _GAP
    + rb"|"
    + _NAME
    + rb"[a-z]{0,6}"
    + _GAP
    + rb"([0-9]{1,2})(?:st|nd|rd|th)?"
    + _GAP
    + rb")\Z",
    re.IGNORECASE,
)
_AFTER: Final = re.compile(_SEP + rb"([0-9]{1,2})" + _SEP + rb"([0-9]{1,2})(?![0-9])")
_AFTER_NAMED: Final = re.compile(_GAP + _NAME + rb"[a-z]{0,6}" + _GAP + rb"([0-9]{1,2})(?![0-9])", re.IGNORECASE)
_COMPACT: Final = re.compile(rb"[0-9](?<![0-9a-fA-F][0-9])[0-9]{7}(?![0-9a-fA-F])")
_SHORT: Final = re.compile(rb"[0-9](?<![\w./-][0-9])[0-9]([-/.])[0-9]{2}\1[0-9]{2}(?![\w/-])(?!\.[0-9])")
_REST_OF_NIP: Final = re.compile(rb"[ .\-]?[0-9]{6}[ .\-]?[12][ .\-]?[0-9]{3}(?![0-9])")
_REACH: Final = 40
# What stands before the year of dates that are nobody's birthday: http://www.w3.org/1999/02/22-rdf-syntax-ns# is in every PDF,
# the Open Font License of 26 February 2007 beside every font.
_NOBODYS: Final = (b"w3.org/", b"Version 1.1 - 26 February ")


def birth_dates(text: bytes, births: frozenset[int]) -> Iterator[int]:
    """Positions of dates that are in `births` (yyyymmdd)."""
    if not births:
        return
    for match in _YEAR.finditer(text):
        if text.endswith(_NOBODYS, 0, match.start()):
            continue
        if any(day in births for day in _around(text, match)):
            yield match.start()
    for match in _COMPACT.finditer(text):
        if any(day in births for day in _compact(match[0])) and not _REST_OF_NIP.match(text, match.end()):
            yield match.start()
    for match in _SHORT.finditer(text):
        if any(day in births for day in _short(match)):
            yield match.start()


def _around(text: bytes, match: re.Match[bytes]) -> Iterator[int]:
    year = int(match[0])
    if not text[match.end() : match.end() + 1].isdigit():
        before = _BEFORE.search(text[max(match.start() - _REACH, 0) : match.start()])
        if before:
            yield from _day_month(year, before)
    after = _AFTER.match(text, match.end())
    if after:
        yield from _both_ways(year, int(after[2]), int(after[1]))
    named = _AFTER_NAMED.match(text, match.end())
    if named:
        yield _day(year, _MONTHS[named[1].lower()], int(named[2]))


def _day_month(year: int, before: re.Match[bytes]) -> Iterator[int]:
    if before[3]:
        yield from _both_ways(year, int(before[1]), int(before[3]))
    elif before[5]:
        yield _day(year, _MONTHS[before[5].lower()], int(before[4]))
    else:
        yield _day(year, _MONTHS[before[6].lower()], int(before[7]))


def _both_ways(year: int, one: int, other: int) -> Iterator[int]:
    """dd-mm as Indonesia writes it, mm-dd as spreadsheets do."""
    yield _day(year, other, one)
    yield _day(year, one, other)


def _compact(digits: bytes) -> Iterator[int]:
    yield int(digits)
    yield _day(int(digits[4:]), int(digits[2:4]), int(digits[:2]))


def _short(match: re.Match[bytes]) -> Iterator[int]:
    first, middle, last = (int(match[0][at : at + 2]) for at in (0, 3, 6))
    for century in (1900, 2000):
        yield from _both_ways(century + last, first, middle)
        yield _day(century + first, middle, last)


def _day(year: int, month: int, day: int) -> int:
    return year * 10000 + month * 100 + day
