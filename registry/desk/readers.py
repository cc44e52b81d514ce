"""How the text of each field of the form becomes a value, with what is to be remarked on it. Empty text is no value."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from enum import Enum, StrEnum
from typing import Any

from registry.model.codes import JenisKelamin, Kategori, Pendidikan, SumberGaji
from registry.model.finding import Finding
from registry.normalise import values
from registry.normalise.dates import read_date, read_end, read_start
from registry.normalise.names import split_titles
from registry.normalise.text import clean

Findings = tuple[Finding, ...]
Reader = Callable[[str], tuple[Any, Findings]]


def read_field(name: str, text: str) -> tuple[Any, Findings]:
    """The value of one field; None or empty when there is none or it cannot be read, and the findings say which."""
    return _READERS.get(name, _plain)(text)


def read_each(names: Iterable[str], fields: Mapping[str, str]) -> tuple[dict[str, Any], Findings]:
    """The values of the given fields among `names`, and everything found."""
    read: dict[str, Any] = {}
    found: Findings = ()
    for name in names:
        if name in fields:
            read[name], remarks = read_field(name, fields[name])
            found += remarks
    return read, found


def unique(findings: Iterable[Finding]) -> Findings:
    """Each finding once, in their order."""
    return tuple(dict.fromkeys(findings))


def as_text(value: object) -> str:
    """A value as the text of the form; reading it back gives the value."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, date):
        return f"{value:%d-%m-%Y}"
    return str(value.value) if isinstance(value, Enum) else str(value)


def _plain(text: str) -> tuple[str, Findings]:
    return clean(text), ()


def _name(text: str) -> tuple[Any, Findings]:
    reading = split_titles(text)
    return reading, reading.findings


def _or_none(read: Reader) -> Reader:
    """An empty text is no value, and nothing to remark."""
    return lambda text: (None, ()) if values.is_empty(text) else read(text)


def _coded(codes: type[StrEnum], read: Reader) -> Reader:
    """The code itself, as a form's list of choices gives it, or whatever people write for it."""

    def reader(text: str) -> tuple[StrEnum | None, Findings]:
        wanted = clean(text).upper().replace(" ", "_")
        return (codes(wanted), ()) if wanted in codes.__members__ else read(text)

    return _or_none(reader)


def _or_blank(read: Reader) -> Reader:
    """For text fields: an unreadable value stays as it was typed, with its finding; empty is empty."""

    def reader(text: str) -> tuple[str, Findings]:
        if values.is_empty(text):
            return "", ()
        value, found = read(text)
        return value or "", found

    return reader


def _date(kolom: str) -> Reader:
    def reader(text: str) -> tuple[date | None, Findings]:
        reading = read_date(text, kolom=kolom)
        return reading.tanggal, reading.findings

    return _or_none(reader)


def _start(text: str) -> tuple[date | None, Findings]:
    reading = read_start(text)
    return reading.mulai, reading.findings


def _end(text: str) -> tuple[date | None, Findings]:
    reading = read_end(text)
    return reading.tanggal, reading.findings


_READERS: dict[str, Reader] = {
    "nama": _name,
    "nomor_kk": _or_blank(values.read_nomor_kk),
    "kategori": _coded(Kategori, values.read_kategori),
    "nomor_thk_ii": _or_blank(values.read_nomor_thk_ii),
    "tanggal_lahir": _date("tanggal_lahir"),
    "jenis_kelamin": _coded(JenisKelamin, values.read_jenis_kelamin),
    "pendidikan": _coded(Pendidikan, values.read_pendidikan),
    "tanggal_lulus": _date("tanggal_lulus"),
    "sumber_gaji": _coded(SumberGaji, values.read_sumber_gaji),
    "nomor_hp": _or_blank(values.read_nomor_hp),
    "email": _or_blank(values.read_email),
    "aktif": _or_none(values.read_aktif),
    "tanggal_sk": _date("tanggal_sk"),
    "tanggal_mulai": _or_none(_start),
    "tanggal_akhir": _or_none(_end),
}
