"""The forms a date comes in: text, digits, serials, month names. To a day, or to what of it is known. No findings, no messages."""

import re
from datetime import date, datetime, timedelta
from typing import Final, Literal, NamedTuple

Order = Literal["dmy", "mdy"]
EARLIEST: Final = date(1900, 1, 1)
LATEST: Final = date(2060, 12, 31)

MONTH_NAMES: Final = {
    name: number
    for number, names in enumerate(
        (
            "januari jan january jn janu januri januar",
            "februari pebruari feb peb february febr pebr febuari pebuari pebuary februwari",
            "maret mar mrt march mart maert",
            "april apr aprl apri apil",
            "mei may me",
            "juni jun june jni yuni",
            "juli jul july jli yuli",
            "agustus agt ags agu agst agus aug august agust ag",
            "september sep sept sptember sepetember",
            "oktober okt oct october octob oktb",
            "november nopember nov nop nopem novem novb nopb",
            "desember des dec december disember desem desmber dese",
        ),
        1,
    )
    for name in names.split()
}
_NUMERIC: Final = re.compile(r"(\d{1,4})\s*([-/. ,])\s*(\d{1,2})\s*[-/. ,]\s*(\d{1,4})")
_NAMED: Final = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[\s\-/.,]*([a-z]{2,10})[\s\-/.,']*(\d{4}|\d{2})", re.IGNORECASE)
_NAMED_FIRST: Final = re.compile(r"([a-z]{3,10})[\s\-/.]*(\d{1,2})(?:st|nd|rd|th)?[\s,\-/.]+(\d{4})", re.IGNORECASE)
_MONTH_YEAR: Final = re.compile(r"([a-z]{3,10})[\s\-/.,']*(\d{4}|\d{2})", re.IGNORECASE)
_MONTH_YEAR_DIGITS: Final = re.compile(r"(0?[1-9]|1[0-2])\s*[-/.]\s*(\d{4})")
_YEAR: Final = re.compile(r"(?:tahun|thn|th)?\.?\s*((?:19|20)\d{2})(?:\.0+)?", re.IGNORECASE)
_PART_NAMES: Final = re.compile(r"\s(?:bulan|bln|tahun|thn|th)\b\.?", re.IGNORECASE)
_POINT_ZERO: Final = re.compile(r"(?<=^\d{4})\.0+$|(?<=^\d{5})\.0+$|(?<=^\d{8})\.0+$")
_TIME: Final = re.compile(
    r"[T ]\d{1,2}[:.]\d{2}([:.]\d{2}(\.\d+)?)?\s*(z|wib|wita|wit|am|pm|[+-]\d\d:?\d\d)?$", re.IGNORECASE
)
LEAD: Final = re.compile(
    r"^(?:tmt|tgl|tanggal|mulai|sejak|terhitung|per|dari|pada|bulan|lahir|lhr)\b[\s.:]*", re.IGNORECASE
)
_SCAN: Final = re.compile(
    r"\d{4}-\d{1,2}-\d{1,2}|\d{1,2}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?(?:\d{4}|\d{2})(?!\d)|\d{1,2}[\s\-]?[a-z]{3,10}[\s\-]?(?:\d{4}|\d{2})(?!\d)",
    re.IGNORECASE,
)
_JOINT: Final = re.compile(
    r"(?:\s|[-/;,|&.~]|\bdan\b|\batau\b|\bs\s*[./]?\s*d\b\.?|\bsampai\b|\bdengan\b|\bhingga\b)*", re.IGNORECASE
)


class Parsed(NamedTuple):
    """A date or its parts: day 0 when only month and year are known, month 0 when only the year. fault: suffix of a code."""

    day: date | None = None
    year: int = 0
    month: int = 0
    notes: tuple[str, ...] = ()
    fault: str = ""


def from_value(value: object, epoch1904: bool) -> Parsed:  # noqa: FBT001
    """A cell that is not text: number, date, datetime, nothing."""
    if isinstance(value, datetime):
        return Parsed(value.date())
    if isinstance(value, date):
        return Parsed(value)
    if isinstance(value, bool) or value is None:
        return Parsed(fault="kosong" if value is None else "tak-terbaca")
    if isinstance(value, int | float):
        return _from_number(float(value), epoch1904)
    return Parsed(fault="tak-terbaca")


def _from_number(number: float, epoch1904: bool) -> Parsed:  # noqa: FBT001
    """A bare number: a year, an Excel serial, or digits such as 17051990 whose leading zero may be lost."""
    if number != number or number in (float("inf"), float("-inf")):  # noqa: PLR0124
        return Parsed(fault="tak-terbaca")
    whole = int(number)
    if whole == 0:
        return Parsed(fault="kosong")
    if number == whole and EARLIEST.year <= whole <= LATEST.year:
        return Parsed(year=whole, fault="tidak-lengkap")
    if 0 < whole < 100_000:
        return Parsed(from_serial(number, epoch1904=epoch1904))
    if number == whole and 1_000_000 <= whole < 100_000_000:
        return _from_digits(f"{whole:08d}", "")
    return Parsed(fault="tak-terbaca")


def from_serial(serial: float, *, epoch1904: bool = False) -> date:
    """The day of an Excel serial. The 1900 system counts a 29 February 1900 that never was."""
    days = int(serial)
    if epoch1904:
        return date(1904, 1, 1) + timedelta(days=days)
    return date(1899, 12, 31 if days < 60 else 30) + timedelta(days=days)


def parse(text: str, order: Order, kolom: str) -> Parsed:
    """One date in one text, after the text has been cleaned."""
    bare = _POINT_ZERO.sub("", LEAD.sub("", _TIME.sub("", text)))
    if bare.isascii() and bare.isdigit():
        return _from_digits(bare, kolom)
    match = _NUMERIC.fullmatch(bare)
    if match:
        return _numeric(match[1], match[3], match[4], order, kolom)
    match = _NAMED.fullmatch(bare)
    if match and match[2].casefold() in MONTH_NAMES:
        return _built(match[3], MONTH_NAMES[match[2].casefold()], int(match[1]), kolom)
    match = _NAMED_FIRST.fullmatch(bare)
    if match and match[1].casefold() in MONTH_NAMES:
        return _built(match[3], MONTH_NAMES[match[1].casefold()], int(match[2]), kolom)
    return _partial(bare, order, kolom)


def _partial(bare: str, order: Order, kolom: str) -> Parsed:
    named = _PART_NAMES.sub(" ", bare)
    if named != bare and bare[:1].isdigit():
        return parse(" ".join(named.split()), order, kolom)
    match = _YEAR.fullmatch(bare)
    if match:
        return Parsed(year=int(match[1]), fault="tidak-lengkap")
    match = _MONTH_YEAR_DIGITS.fullmatch(bare)
    if match:
        return Parsed(year=int(match[2]), month=int(match[1]), fault="tidak-lengkap")
    match = _MONTH_YEAR.fullmatch(bare)
    if match and match[1].casefold() in MONTH_NAMES:
        year, _ = _year(match[2], kolom)
        return Parsed(year=year, month=MONTH_NAMES[match[1].casefold()], fault="tidak-lengkap")
    days = [parse(part, order, kolom).day for part in whole_dates(bare)]
    if len(days) > 1 and all(days):
        return Parsed(days[0]) if len(set(days)) == 1 else Parsed(days[0], notes=("dua-tanggal",))
    return Parsed(fault="tak-terbaca")


def whole_dates(text: str) -> list[str]:
    """The dates in a text that holds several and nothing else but what joins them; otherwise nothing."""
    found = [match[0] for match in _SCAN.finditer(text)]
    return found if len(found) > 1 and _JOINT.fullmatch(_SCAN.sub("", text)) else []


def _from_digits(digits: str, kolom: str) -> Parsed:
    """17051990, 19900517, 170590, a serial as text, or a lone year."""
    if len(digits) in (7, 8):
        return _from_eight(digits.zfill(8), kolom)
    if len(digits) == 6:
        return _built(digits[4:], int(digits[2:4]), int(digits[:2]), kolom)
    if len(digits) == 5:
        return Parsed(from_serial(int(digits)), notes=("dari-nomor-seri",))
    if len(digits) == 4 and digits[:2] in ("19", "20"):
        return Parsed(year=int(digits), fault="tidak-lengkap")
    return Parsed(fault="tak-terbaca")


def _from_eight(digits: str, kolom: str) -> Parsed:
    for year, month, day in (digits[4:], digits[2:4], digits[:2]), (digits[:4], digits[4:6], digits[6:]):
        parsed = _built(year, int(month), int(day), kolom)
        if parsed.day and parsed.day >= EARLIEST:
            return parsed
    return Parsed(fault="mustahil")


def _numeric(first: str, second: str, third: str, order: Order, kolom: str) -> Parsed:
    if len(first) >= 3:
        if len(first) != 4 or len(third) > 2:
            return Parsed(fault="tak-terbaca")
        year, month, day, swapped = first, int(second), int(third), (int(third), int(second))
    else:
        if len(third) not in (2, 4):
            return Parsed(fault="tak-terbaca")
        a, b = int(first), int(second)
        year = third
        month, day, swapped = (b, a, (a, b)) if order == "dmy" else (a, b, (b, a))
    if int(year) == month == day == 0:
        return Parsed(fault="kosong")
    straight = _built(year, month, day, kolom)
    if straight.day or not 1 <= swapped[0] <= 12 or month <= 12:
        return straight
    other = _built(year, swapped[0], swapped[1], kolom)
    return other._replace(notes=(*other.notes, "bulan-hari-tertukar")) if other.day else straight


def _built(year_text: str, month: int, day: int, kolom: str) -> Parsed:
    year, notes = _year(year_text, kolom)
    try:
        return Parsed(date(year, month, day), notes=notes)
    except ValueError:
        return Parsed(fault="mustahil")


def _year(text: str, kolom: str) -> tuple[int, tuple[str, ...]]:
    """A two-digit year: births lie before 2010, everything else between 1960 and 2059."""
    if len(text) != 2:
        return int(text), ()
    short = int(text)
    first_of_1900s = 10 if kolom == "tanggal_lahir" else 60
    return (1900 if short >= first_of_1900s else 2000) + short, ("tahun-dua-angka",)
