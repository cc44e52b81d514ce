"""Dates as units write them: to a date or to the reason why not (domain.md section 4). No clock: the latest sensible day is given."""

import re
from calendar import monthrange
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Final, Literal, NamedTuple

from registry.model.finding import Finding
from registry.normalise.text import clean, plain_dashes

Order = Literal["dmy", "mdy"]
EARLIEST: Final = date(1900, 1, 1)
LATEST: Final = date(2060, 12, 31)

_MONTHS: Final = {
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
_TIME: Final = re.compile(
    r"[T ]\d{1,2}[:.]\d{2}([:.]\d{2}(\.\d+)?)?\s*(z|wib|wita|wit|am|pm|[+-]\d\d:?\d\d)?$", re.IGNORECASE
)
_WEEKDAY: Final = re.compile(r"^(senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|ahad)[\s,]+", re.IGNORECASE)
_LEAD: Final = re.compile(
    r"^(?:tmt|tgl|tanggal|mulai|sejak|terhitung|per|dari|pada|bulan|lahir|lhr)\b[\s.:]*", re.IGNORECASE
)
_PLACE: Final = re.compile(r"^([^\W\d_][^\d,;/]*[^\W\d_.])\s*[\s,;/.\-:]+(?=\d|(?:tahun|thn|th)\b)", re.IGNORECASE)
_CLEAN_DMY: Final = re.compile(r"(\d\d)-(\d\d)-(\d{4})")
_EMPTY: Final = frozenset({"", "-", "--", "---", ".", "?", "0", "00-00-0000", "0000-00-00", "00/00/0000", "nihil", "kosong"}) | {
    "belum ada", "tidak ada", "tdk ada", "null", "none", "n/a", "na", "x", "xx", "lupa", "tidak tahu", "belum",
}  # fmt: skip
_FORMULA_ERROR: Final = re.compile(r"#(n/a|ref!|value!|name\?|div/0!|num!|null!|#+)", re.IGNORECASE)
_NOW: Final = re.compile(
    r"(?:(?:s\s*[./]?\s*d\.?|sampai(?:\s+dengan)?|hingga|-|s/d)\s*)?(?:sekarang|saat ini|kini|skrg|skr|now|seterusnya|selesai)\.?",
    re.IGNORECASE,
)
_RANGE: Final = re.compile(
    r"\s*(?:\bs\s*[./]\s*d\b\.?|\bsd\b\.?|\bsampai(?:\s+dengan)?\b|\bhingga\b|\bto\b|[~→])\s*|\s+-+\s+", re.IGNORECASE
)
_SCAN: Final = re.compile(
    r"\d{4}-\d{1,2}-\d{1,2}|\d{1,2}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?(?:\d{4}|\d{2})(?!\d)|\d{1,2}[\s\-]?[a-z]{3,10}[\s\-]?(?:\d{4}|\d{2})(?!\d)",
    re.IGNORECASE,
)
_JOINT: Final = re.compile(
    r"(?:\s|[-/;,|&.~]|\bdan\b|\batau\b|\bs\s*[./]?\s*d\b\.?|\bsampai\b|\bdengan\b|\bhingga\b)*", re.IGNORECASE
)


class DateReading(NamedTuple):
    """tanggal: None when it cannot be used. tempat: what stood before the date ("Bandung, 17 Agustus 1990")."""

    tanggal: date | None
    findings: tuple[Finding, ...] = ()
    tempat: str = ""


class SpanReading(NamedTuple):
    """A start and, where the cell tells, an end. berjalan: the cell says "sekarang"."""

    mulai: date | None
    akhir: date | None = None
    findings: tuple[Finding, ...] = ()
    berjalan: bool = False


class _Parsed(NamedTuple):
    """A date or its parts: day 0 when only month and year are known, month 0 when only the year. fault: suffix of a code."""

    day: date | None = None
    year: int = 0
    month: int = 0
    notes: tuple[str, ...] = ()
    fault: str = ""


def read_date(
    value: object,
    *,
    epoch1904: bool = False,
    order: Order = "dmy",
    kolom: str = "tanggal_lahir",
    paling_akhir: date = LATEST,
) -> DateReading:
    """Read one cell: text, Excel serial number, date or datetime.

    order: which reading goes first where day and month could be either; the other is taken, with a finding, when the first is
    impossible. paling_akhir: a later day is in the future. Codes start with the column's name: `tanggal-lahir-mustahil`.
    """
    if isinstance(value, str):
        return _read_text(value, order, kolom, paling_akhir)
    parsed = _from_value(value, epoch1904)
    return _reading(parsed, str(value), kolom, paling_akhir)


@lru_cache(maxsize=16384)
def _read_text(value: str, order: Order, kolom: str, paling_akhir: date) -> DateReading:
    match = _CLEAN_DMY.fullmatch(value)
    if match and order == "dmy" and EARLIEST.year <= int(match[3]) <= paling_akhir.year:
        try:
            day = date(int(match[3]), int(match[2]), int(match[1]))
        except ValueError:
            pass
        else:
            if day <= paling_akhir:
                return DateReading(day)
    text = _WEEKDAY.sub("", plain_dashes(clean(value))).strip(" .,;:'`")
    if text.casefold() in _EMPTY or not text.strip("-/ "):
        return DateReading(None, (_finding("kosong", value, kolom),))
    if _FORMULA_ERROR.fullmatch(text):
        return DateReading(
            None, (Finding("galat-rumus", kolom, text, "Sel berisi galat rumus, bukan tanggal. Ketik tanggalnya."),)
        )
    parsed, tempat = _parse(text, order, kolom), ""
    if parsed.fault == "tak-terbaca":
        tempat, rest = split_place(text)
        if tempat:
            parsed = _parse(rest, order, kolom)
            tempat = tempat if parsed.fault != "tak-terbaca" else ""
    return _reading(parsed, value, kolom, paling_akhir)._replace(tempat=tempat)


def split_place(text: str) -> tuple[str, str]:
    """`Bandung, 17 Agustus 1990` -> ("Bandung", "17 Agustus 1990"); without a place ("", text)."""
    tidy = clean(text)
    head, comma, tail = tidy.partition(",")
    if comma and any(c.isdigit() for c in tail) and not any(c.isdigit() for c in head):
        return _LEAD.sub("", head).strip(" .:-"), _WEEKDAY.sub("", tail.strip())
    match = _PLACE.match(tidy)
    if match and len(match[1]) > 2 and match[1].casefold().strip(" .") not in _MONTHS:
        return _LEAD.sub("", match[1]).strip(" .:-"), tidy[match.end() :]
    return "", tidy


def _from_value(value: object, epoch1904: bool) -> _Parsed:  # noqa: FBT001
    if isinstance(value, datetime):
        return _Parsed(value.date())
    if isinstance(value, date):
        return _Parsed(value)
    if isinstance(value, bool) or value is None:
        return _Parsed(fault="kosong" if value is None else "tak-terbaca")
    if isinstance(value, int | float):
        return _from_number(float(value), epoch1904)
    return _Parsed(fault="tak-terbaca")


def _from_number(number: float, epoch1904: bool) -> _Parsed:  # noqa: FBT001
    """A bare number: a year, an Excel serial, or digits such as 17051990 whose leading zero may be lost."""
    if number != number or number in (float("inf"), float("-inf")):  # noqa: PLR0124
        return _Parsed(fault="tak-terbaca")
    whole = int(number)
    if whole == 0:
        return _Parsed(fault="kosong")
    if number == whole and EARLIEST.year <= whole <= LATEST.year:
        return _Parsed(year=whole, fault="tidak-lengkap")
    if 0 < whole < 100_000:
        return _Parsed(from_serial(number, epoch1904=epoch1904))
    if number == whole and 1_000_000 <= whole < 100_000_000:
        return _from_digits(f"{whole:08d}", "")
    return _Parsed(fault="tak-terbaca")


def from_serial(serial: float, *, epoch1904: bool = False) -> date:
    """The day of an Excel serial. The 1900 system counts a 29 February 1900 that never was."""
    days = int(serial)
    if epoch1904:
        return date(1904, 1, 1) + timedelta(days=days)
    return date(1899, 12, 31 if days < 60 else 30) + timedelta(days=days)


def _parse(text: str, order: Order, kolom: str) -> _Parsed:
    """One date in one text, after the text has been cleaned."""
    text = _TIME.sub("", text)
    bare = _LEAD.sub("", text)
    if bare.isdigit():
        return _from_digits(bare, kolom)
    match = _NUMERIC.fullmatch(bare)
    if match:
        return _numeric(match[1], match[3], match[4], order, kolom)
    match = _NAMED.fullmatch(bare)
    if match and match[2].casefold() in _MONTHS:
        return _built(match[3], _MONTHS[match[2].casefold()], int(match[1]), kolom)
    match = _NAMED_FIRST.fullmatch(bare)
    if match and match[1].casefold() in _MONTHS:
        return _built(match[3], _MONTHS[match[1].casefold()], int(match[2]), kolom)
    return _partial(bare, order, kolom)


def _partial(bare: str, order: Order, kolom: str) -> _Parsed:
    match = _YEAR.fullmatch(bare)
    if match:
        return _Parsed(year=int(match[1]), fault="tidak-lengkap")
    match = _MONTH_YEAR_DIGITS.fullmatch(bare)
    if match:
        return _Parsed(year=int(match[2]), month=int(match[1]), fault="tidak-lengkap")
    match = _MONTH_YEAR.fullmatch(bare)
    if match and match[1].casefold() in _MONTHS:
        year, _ = _year(match[2], kolom)
        return _Parsed(year=year, month=_MONTHS[match[1].casefold()], fault="tidak-lengkap")
    days = [_parse(part, order, kolom).day for part in _whole_dates(bare)]
    if len(days) > 1 and all(days):
        return _Parsed(days[0]) if len(set(days)) == 1 else _Parsed(days[0], notes=("dua-tanggal",))
    return _Parsed(fault="tak-terbaca")


def _whole_dates(text: str) -> list[str]:
    """The dates in a text that holds several and nothing else but what joins them; otherwise nothing."""
    found = [match[0] for match in _SCAN.finditer(text)]
    return found if len(found) > 1 and _JOINT.fullmatch(_SCAN.sub("", text)) else []


def _from_digits(digits: str, kolom: str) -> _Parsed:
    """17051990, 19900517, 170590, a serial as text, or a lone year."""
    if len(digits) in (7, 8):
        return _from_eight(digits.zfill(8), kolom)
    if len(digits) == 6:
        return _built(digits[4:], int(digits[2:4]), int(digits[:2]), kolom)
    if len(digits) == 5:
        return _Parsed(from_serial(int(digits)), notes=("dari-nomor-seri",))
    if len(digits) == 4 and digits[:2] in ("19", "20"):
        return _Parsed(year=int(digits), fault="tidak-lengkap")
    return _Parsed(fault="tak-terbaca")


def _from_eight(digits: str, kolom: str) -> _Parsed:
    for year, month, day in (digits[4:], digits[2:4], digits[:2]), (digits[:4], digits[4:6], digits[6:]):
        parsed = _built(year, int(month), int(day), kolom)
        if parsed.day and parsed.day >= EARLIEST:
            return parsed
    return _Parsed(fault="mustahil")


def _numeric(first: str, second: str, third: str, order: Order, kolom: str) -> _Parsed:
    if len(first) >= 3:
        if len(first) != 4 or len(third) > 2:
            return _Parsed(fault="tak-terbaca")
        year, month, day, swapped = first, int(second), int(third), (int(third), int(second))
    else:
        if len(third) not in (2, 4):
            return _Parsed(fault="tak-terbaca")
        a, b = int(first), int(second)
        year = third
        month, day, swapped = (b, a, (a, b)) if order == "dmy" else (a, b, (b, a))
    if int(year) == month == day == 0:
        return _Parsed(fault="kosong")
    straight = _built(year, month, day, kolom)
    if straight.day or not 1 <= swapped[0] <= 12 or month <= 12:
        return straight
    other = _built(year, swapped[0], swapped[1], kolom)
    return other._replace(notes=(*other.notes, "bulan-hari-tertukar")) if other.day else straight


def _built(year_text: str, month: int, day: int, kolom: str) -> _Parsed:
    year, notes = _year(year_text, kolom)
    try:
        return _Parsed(date(year, month, day), notes=notes)
    except ValueError:
        return _Parsed(fault="mustahil")


def _year(text: str, kolom: str) -> tuple[int, tuple[str, ...]]:
    """A two-digit year: births lie before 2010, everything else between 1960 and 2059."""
    if len(text) != 2:
        return int(text), ()
    short = int(text)
    first_of_1900s = 10 if kolom == "tanggal_lahir" else 60
    return (1900 if short >= first_of_1900s else 2000) + short, ("tahun-dua-angka",)


_MESSAGES: Final = {
    "kosong": "{nama} kosong. Isi dengan bentuk tanggal-bulan-tahun, misalnya 17-05-1990.",
    "mustahil": "{nama} tidak ada di kalender. Periksa hari dan bulannya.",
    "tidak-lengkap": "{nama} tidak lengkap. Tulis hari, bulan, dan tahun.",
    "tak-terbaca": "{nama} tidak terbaca. Tulis sebagai tanggal-bulan-tahun, misalnya 17-05-1990.",
    "masa-depan": "{nama} ada di masa depan. Periksa tahunnya.",
    "terlalu-lama": "{nama} terlalu lama berlalu. Periksa tahunnya.",
    "dua-tanggal": "Ada dua tanggal dalam satu sel; yang pertama dipakai. Tulis satu saja.",
    "rentang": "Sel berisi rentang; tanggal pertama menjadi tanggal mulai.",
}
_SHARED: Final = {
    "tahun-dua-angka": ("tahun-dua-angka", "Tahun ditulis dua angka; pastikan abadnya benar."),
    "bulan-hari-tertukar": (
        "tanggal-bulan-hari-tertukar",
        "Bulan ditulis sebelum hari; dibaca sebagai bulan/hari/tahun. Pastikan benar.",
    ),
    "dari-nomor-seri": (
        "tanggal-dari-nomor-seri",
        "Tanggal tersimpan sebagai nomor seri Excel; pastikan hasil bacanya benar.",
    ),
}


def _finding(suffix: str, nilai: str, kolom: str) -> Finding:
    if suffix in _SHARED:
        kode, pesan = _SHARED[suffix]
        return Finding(kode, kolom, nilai, pesan)
    nama = kolom.replace("_", " ").capitalize()
    return Finding(f"{kolom.replace('_', '-')}-{suffix}", kolom, nilai, _MESSAGES[suffix].format(nama=nama))


def _reading(parsed: _Parsed, shown: str, kolom: str, paling_akhir: date) -> DateReading:
    if parsed.fault or parsed.day is None:
        return DateReading(None, (_finding(parsed.fault or "tak-terbaca", shown, kolom),))
    notes = tuple(_finding(note, shown, kolom) for note in parsed.notes)
    if parsed.day > paling_akhir:
        return DateReading(None, (*notes, _finding("masa-depan", shown, kolom)))
    if parsed.day < EARLIEST:
        return DateReading(None, (*notes, _finding("terlalu-lama", shown, kolom)))
    return DateReading(parsed.day, notes)


def read_start(
    value: object, *, epoch1904: bool = False, order: Order = "dmy", kolom: str = "tanggal_mulai"
) -> SpanReading:
    """The first day of a contract. Only a year or a month: its first day, with a finding; a range: both its ends."""
    if isinstance(value, str):
        return _start_text(value, order, kolom)
    return _span(_from_value(value, epoch1904), str(value), kolom)


@lru_cache(maxsize=16384)
def _start_text(value: str, order: Order, kolom: str) -> SpanReading:
    whole = _read_text(value, order, kolom, LATEST)
    if whole.tanggal is not None and not whole.findings:
        return SpanReading(whole.tanggal)
    text = plain_dashes(clean(value))
    if _NOW.fullmatch(text):
        return SpanReading(None, None, (_finding("tidak-lengkap", value, kolom),), berjalan=True)
    ends = [part for part in _ends(text) if part]
    if len(ends) == 2:
        first, last = _span(_parse(ends[0], order, kolom), value, kolom), _end(ends[1], order, kolom)
        if first.mulai is not None and (last.tanggal is not None or _NOW.fullmatch(ends[1])):
            running = last.tanggal is None
            findings = (_finding("rentang", value, kolom), *first.findings, *last.findings)
            return SpanReading(first.mulai, last.tanggal, findings, berjalan=running)
    if whole.findings and whole.findings[0].kode.endswith("-tidak-lengkap"):
        return _span(_parse(text, order, kolom), value, kolom)
    return SpanReading(whole.tanggal, None, whole.findings)


def _ends(text: str) -> list[str]:
    whole = _whole_dates(text)
    if len(whole) == 2 and not re.search(r"[;|&]|\s/\s|\bdan\b|\batau\b", text):
        return whole
    parts = _RANGE.split(text)
    if len(parts) == 1 and re.fullmatch(r"(?:th\w*\.?\s*)?\d{4}\s*-\s*(?:\d{4}|sekarang)", text, re.IGNORECASE):
        parts = re.split(r"\s*-\s*", text)
    return [part.strip() for part in parts]


def _span(parsed: _Parsed, shown: str, kolom: str) -> SpanReading:
    if parsed.fault == "tidak-lengkap":
        return SpanReading(date(parsed.year, parsed.month or 1, 1), None, (_finding("tidak-lengkap", shown, kolom),))
    reading = _reading(parsed, shown, kolom, LATEST)
    return SpanReading(reading.tanggal, None, reading.findings)


def read_end(
    value: object, *, epoch1904: bool = False, order: Order = "dmy", kolom: str = "tanggal_akhir"
) -> DateReading:
    """The last day of a contract. `s.d. sekarang`: no end and no finding; only a year or a month: its last day."""
    if not isinstance(value, str):
        return _closing(_from_value(value, epoch1904), str(value), kolom)
    return _end_text(value, order, kolom)


@lru_cache(maxsize=16384)
def _end_text(value: str, order: Order, kolom: str) -> DateReading:
    text = plain_dashes(clean(value))
    if _NOW.fullmatch(text) or text.casefold() in _EMPTY:
        return DateReading(None)
    return _end(_RANGE.split(text)[-1].strip(), order, kolom)


def _end(text: str, order: Order, kolom: str) -> DateReading:
    return DateReading(None) if _NOW.fullmatch(text) else _closing(_parse(text, order, kolom), text, kolom)


def _closing(parsed: _Parsed, shown: str, kolom: str) -> DateReading:
    if parsed.fault == "tidak-lengkap":
        month = parsed.month or 12
        last = date(parsed.year, month, monthrange(parsed.year, month)[1])
        return DateReading(last, (_finding("tidak-lengkap", shown, kolom),))
    return DateReading(None) if parsed.fault == "kosong" else _reading(parsed, shown, kolom, LATEST)
