"""Dates as units write them: to a date or to the reason why not (domain.md section 4). No clock: the latest sensible day is given."""

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache
from typing import Final, NamedTuple

from registry.model.finding import Finding
from registry.normalise.date_forms import (
    EARLIEST,
    LATEST,
    LEAD,
    MONTH_NAMES,
    Order,
    Parsed,
    from_value,
    parse,
    whole_dates,
)
from registry.normalise.text import clean, plain_dashes

_WEEKDAY: Final = re.compile(r"^(senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|ahad)[\s,]+", re.IGNORECASE)
_PLACE: Final = re.compile(r"^([^\W\d_][^\d,;/]*[^\W\d_.])\s*[\s,;/.\-:]+(?=\d|(?:tahun|thn|th)\b)", re.IGNORECASE)
_PLACE_BRACKET: Final = re.compile(r"([^\W\d_][^\d,;/(]*[^\W\d_.])\s*\((\d[^()]*)\)")
_PLACE_AFTER: Final = re.compile(r"(\d.*\d{4})\s*[,;/ ]\s*([^\W\d_][^\d,;/]+)")
_LONGEST: Final = 120
_CLEAN_DMY: Final = re.compile(r"(\d\d)-(\d\d)-(\d{4})")
_EMPTY: Final = frozenset({"", "-", "--", "---", ".", "?", "0", "00-00-0000", "0000-00-00", "00/00/0000", "nihil", "kosong"}) | {
    "belum ada", "tidak ada", "tdk ada", "null", "none", "n/a", "na", "x", "xx", "lupa", "tidak tahu", "belum",
}  # fmt: skip
_FORMULA_ERROR: Final = re.compile(r"#(n/a|ref!|value!|name\?|div/0!|num!|null!|#+)", re.IGNORECASE)
_EARLIEST_BIRTH: Final = date(1920, 1, 1)
_DAY_AND_MONTH: Final = re.compile(r"\d{1,2}[\s\-/.]+(?:[a-z]{3,10}|\d{1,2})", re.IGNORECASE)
_NOW: Final = re.compile(
    r"(?:(?:s\s*[./]?\s*d\.?|sampai(?:\s+dengan)?|hingga|-|s/d)\s*)?(?:sekarang|saat ini|kini|skrg|skr|now|seterusnya|selesai)\.?",
    re.IGNORECASE,
)
_RANGE: Final = re.compile(
    r"\s*(?:\bs\s*[./]\s*d\b\.?|\bsd\b\.?|\bsampai(?:\s+dengan)?\b|\bhingga\b|\bto\b|[~→])\s*|\s+-+\s+|(?<=\d)\s*-+\s*(?=sekarang|saat ini|kini|skrg?\b)",
    re.IGNORECASE,
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
    parsed = from_value(value, epoch1904)
    return _reading(parsed, str(value), kolom, paling_akhir)


@lru_cache(maxsize=16384)
def _read_text(value: str, order: Order, kolom: str, paling_akhir: date) -> DateReading:
    day = usual_date(value, paling_akhir) if order == "dmy" else None
    if day is not None:
        return DateReading(day)
    if len(value) > _LONGEST:
        return DateReading(None, (_finding("tak-terbaca", value[:_LONGEST], kolom),))
    text = _WEEKDAY.sub("", plain_dashes(clean(value))).strip(" .,;:'`")
    if text.casefold() in _EMPTY or not text.strip("-/ "):
        return DateReading(None, (_finding("kosong", value, kolom),))
    if _FORMULA_ERROR.fullmatch(text):
        return DateReading(
            None, (Finding("galat-rumus", kolom, text, "Sel berisi galat rumus, bukan tanggal. Ketik tanggalnya."),)
        )
    parsed, tempat = _parse_with_place(text, order, kolom)
    return _reading(parsed, value, kolom, paling_akhir)._replace(tempat=tempat)


def usual_date(text: str, paling_akhir: date = LATEST) -> date | None:
    """A date in the expected form (31-12-1990) about which there is nothing to say: most of the cells of most files."""
    match = _CLEAN_DMY.fullmatch(text)
    if match is None:
        return None
    try:
        day = date(int(match[3]), int(match[2]), int(match[1]))
    except ValueError:
        return None
    return day if _EARLIEST_BIRTH <= day <= paling_akhir else None


def _parse_with_place(text: str, order: Order, kolom: str) -> tuple[Parsed, str]:
    """The date, and the place of birth before or behind it where the column is one of birth dates."""
    parsed = parse(text, order, kolom)
    if parsed.fault == "tak-terbaca":
        tempat, rest = split_place(text)
        if not tempat and kolom == "tanggal_lahir":
            rest, tempat = _split_trailing_place(text)
        found = parse(rest, order, kolom) if tempat else parsed
        if found.fault != "tak-terbaca":
            return found, tempat
    return parsed, ""


def split_place(text: str) -> tuple[str, str]:
    """`Bandung, 17 Agustus 1990` -> ("Bandung", "17 Agustus 1990"); without a place ("", text)."""
    tidy = clean(text)
    head, comma, tail = tidy.partition(",")
    if comma and any(c.isdigit() for c in tail) and not any(c.isdigit() for c in head):
        return LEAD.sub("", head).strip(" .:-"), _WEEKDAY.sub("", tail.strip())
    match = _PLACE.match(tidy) or _PLACE_BRACKET.fullmatch(tidy)
    if match and len(match[1]) > 2 and match[1].casefold().strip(" .") not in MONTH_NAMES:
        rest = match[2] if match.re is _PLACE_BRACKET else tidy[match.end() :]
        return LEAD.sub("", match[1]).strip(" .:-"), rest
    return "", tidy


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


def _reading(parsed: Parsed, shown: str, kolom: str, paling_akhir: date) -> DateReading:
    if parsed.fault or parsed.day is None:
        return DateReading(None, (_finding(parsed.fault or "tak-terbaca", shown, kolom),))
    notes = tuple(_finding(note, shown, kolom) for note in parsed.notes)
    if parsed.day > paling_akhir:
        return DateReading(None, (*notes, _finding("masa-depan", shown, kolom)))
    if parsed.day < (_EARLIEST_BIRTH if kolom == "tanggal_lahir" else EARLIEST):
        return DateReading(None, (*notes, _finding("terlalu-lama", shown, kolom)))
    return DateReading(parsed.day, notes)


def read_start(
    value: object, *, epoch1904: bool = False, order: Order = "dmy", kolom: str = "tanggal_mulai"
) -> SpanReading:
    """The first day of a contract. Only a year or a month: its first day, with a finding; a range: both its ends."""
    if isinstance(value, str):
        return _start_text(value, order, kolom)
    return _span(from_value(value, epoch1904), str(value), kolom)


def _split_trailing_place(text: str) -> tuple[str, str]:
    """`17-08-1990, Bandung` -> ("17-08-1990", "Bandung")."""
    match = _PLACE_AFTER.fullmatch(text)
    return (match[1], match[2]) if match and match[2].casefold() not in MONTH_NAMES else (text, "")


@lru_cache(maxsize=16384)
def _start_text(value: str, order: Order, kolom: str) -> SpanReading:
    whole = _read_text(value, order, kolom, LATEST)
    if whole.tanggal is not None and not whole.findings:
        return SpanReading(whole.tanggal)
    text = plain_dashes(clean(value)).rstrip(" -")
    if _NOW.fullmatch(text):
        return SpanReading(None, None, (_finding("tidak-lengkap", value, kolom),), berjalan=True)
    ends = [part for part in _ends(text) if part]
    if len(ends) == 2:
        ends[0] = _with_year(*ends)
        first, last = _span(parse(ends[0], order, kolom), value, kolom), _end(ends[1], order, kolom)
        if first.mulai is not None and (last.tanggal is not None or _NOW.fullmatch(ends[1])):
            running = last.tanggal is None
            findings = (_finding("rentang", value, kolom), *first.findings, *last.findings)
            return SpanReading(first.mulai, last.tanggal, findings, berjalan=running)
    if whole.findings and whole.findings[0].kode.endswith("-tidak-lengkap"):
        return _span(parse(text, order, kolom), value, kolom)
    if text and whole.tanggal is None and text != value:
        return _span(parse(text, order, kolom), value, kolom)
    return SpanReading(whole.tanggal, None, whole.findings)


def _with_year(first: str, last: str) -> str:
    """`1 Januari` of `1 Januari - 31 Desember 2021` is of the same year."""
    return f"{first} {last[-4:]}" if _DAY_AND_MONTH.fullmatch(first) and last[-4:].isdigit() else first


def _ends(text: str) -> list[str]:
    whole = whole_dates(text)
    if len(whole) == 2 and not re.search(r"[;|&]|\s/\s|\bdan\b|\batau\b", text):
        return whole
    parts = _RANGE.split(text)
    if len(parts) == 1 and re.fullmatch(r"(?:th\w*\.?\s*)?\d{4}\s*-\s*(?:\d{4}|sekarang)", text, re.IGNORECASE):
        parts = re.split(r"\s*-\s*", text)
    return [part.strip() for part in parts]


def _span(parsed: Parsed, shown: str, kolom: str) -> SpanReading:
    if parsed.fault == "tidak-lengkap":
        return SpanReading(date(parsed.year, parsed.month or 1, 1), None, (_finding("tidak-lengkap", shown, kolom),))
    reading = _reading(parsed, shown, kolom, LATEST)
    return SpanReading(reading.tanggal, None, reading.findings)


def read_end(
    value: object, *, epoch1904: bool = False, order: Order = "dmy", kolom: str = "tanggal_akhir"
) -> DateReading:
    """The last day of a contract. `s.d. sekarang`: no end and no finding; only a year or a month: its last day."""
    if not isinstance(value, str):
        return _closing(from_value(value, epoch1904), str(value), kolom)
    return _end_text(value, order, kolom)


@lru_cache(maxsize=16384)
def _end_text(value: str, order: Order, kolom: str) -> DateReading:
    text = plain_dashes(clean(value))
    if _NOW.fullmatch(text) or text.casefold() in _EMPTY:
        return DateReading(None)
    return _end(_RANGE.split(text)[-1].strip(), order, kolom)


def _end(text: str, order: Order, kolom: str) -> DateReading:
    return DateReading(None) if _NOW.fullmatch(text) else _closing(parse(text, order, kolom), text, kolom)


def _closing(parsed: Parsed, shown: str, kolom: str) -> DateReading:
    if parsed.fault == "tidak-lengkap":
        month = parsed.month or 12
        last = date(parsed.year, month, monthrange(parsed.year, month)[1])
        return DateReading(last, (_finding("tidak-lengkap", shown, kolom),))
    return DateReading(None) if parsed.fault == "kosong" else _reading(parsed, shown, kolom, LATEST)
