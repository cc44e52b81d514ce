"""Text that goes in (cleaned) and text that goes out (dates, numbers and words in Indonesian). Nothing about any field."""

import re
import unicodedata
from datetime import date, datetime
from typing import Final

MONTHS: Final = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)
_ZONES: Final = {7: "WIB", 8: "WITA", 9: "WIT"}
_UNITS: Final = (
    "",
    "satu",
    "dua",
    "tiga",
    "empat",
    "lima",
    "enam",
    "tujuh",
    "delapan",
    "sembilan",
    "sepuluh",
    "sebelas",
)
_SCALES: Final = ((10**12, "triliun"), (10**9, "miliar"), (10**6, "juta"), (10**3, "ribu"))
_INVISIBLE: Final = dict.fromkeys(
    [0xAD, 0x34F, 0x61C, 0x180E, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0xFEFF]
)
_CONTROL: Final = dict.fromkeys((*range(32), *range(127, 160), 8232, 8233), " ")
_TABLE: Final = {**_CONTROL, **_INVISIBLE, 0xA0: " ", 0x2007: " ", 0x202F: " "}
_DASHES: Final = str.maketrans("‐‑‒–—―−", "-" * 7)
_APOSTROPHES: Final = str.maketrans("‘’‛`´ʻʼʹ′", "'" * 9)
_MOJIBAKE: Final = re.compile(
    "[\u00c3\u00c2\u00e2][\u0080-\u00bf\u20ac\u201a-\u201e\u2020-\u2022\u02c6\u2030\u2122\u0153]"
)


def clean(text: str) -> str:
    """Trim, NFC, one blank for any run of blanks, line breaks and control characters; invisible characters removed."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split()) if "  " in text or text[:1] == " " or text[-1:] == " " else text
    return " ".join(unicodedata.normalize("NFC", text).translate(_TABLE).split())


def plain_dashes(text: str) -> str:
    """Every dash that looks like one becomes `-`."""
    return text if text.isascii() else text.translate(_DASHES)


def plain_apostrophes(text: str) -> str:
    """Every apostrophe, backtick and prime becomes `'`."""
    return text.translate(_APOSTROPHES)


def looks_garbled(text: str) -> bool:
    """UTF-8 that was read as Windows-1252: `Syafiâ€™i`."""
    return not text.isascii() and _MOJIBAKE.search(text) is not None


def ungarble(text: str) -> str | None:
    """What a garbled text was meant to be, None when it was not garbled that way."""
    if not looks_garbled(text):
        return None
    try:
        return text.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return None


def terbilang(n: int) -> str:
    """A number in words: 1900 -> `seribu sembilan ratus`."""
    if n < 0:
        return f"minus {terbilang(-n)}"
    if n == 0:
        return "nol"
    return " ".join(_words(n))


def _words(n: int) -> list[str]:
    for size, name in _SCALES:
        if n >= size:
            head = ["seribu"] if size == 1000 and n < 2000 else [*_words(n // size), name]
            return head + _words(n % size)
    if n >= 100:
        head = ["seratus"] if n < 200 else [_UNITS[n // 100], "ratus"]
        return head + _words(n % 100)
    if n >= 20:
        return [_UNITS[n // 10], "puluh", *_words(n % 10)]
    if n >= 12:
        return [_UNITS[n - 10], "belas"]
    return [_UNITS[n]] if n else []


def format_date(day: date) -> str:
    """`31 Desember 2021`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def format_number(n: int) -> str:
    """`12.345`."""
    return f"{n:,}".replace(",", ".")


def format_moment(moment: datetime) -> str:
    """`7 Oktober 2022 pukul 16.00 WIB`; a zone that is none of the three is written as its offset."""
    return f"{format_date(moment)} pukul {moment:%H.%M} {zone_name(moment)}".rstrip()


def zone_name(moment: datetime) -> str:
    """WIB, WITA or WIT; otherwise `UTC+05:30`; empty without zone."""
    offset = moment.utcoffset()
    if offset is None:
        return ""
    seconds = int(offset.total_seconds())
    if seconds % 3600 == 0 and seconds // 3600 in _ZONES:
        return _ZONES[seconds // 3600]
    sign = "-" if seconds < 0 else "+"
    return f"UTC{sign}{abs(seconds) // 3600:02d}:{abs(seconds) % 3600 // 60:02d}"
