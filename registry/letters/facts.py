"""The facts letters insert into their clauses, as text: numbers in digits and words, dates, windows, names."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from registry.edition.types import Edition
from registry.letters.kop import official_name
from registry.model.instansi import Instansi
from registry.normalise.text import format_date, format_moment, format_number, terbilang
from registry.periode.types import Periode, Surat

BLANK = "." * 28
PPK = "Pejabat Pembina Kepegawaian"


def common(instansi: Instansi, periode: Periode, day: date | None) -> dict[str, str]:
    """Who and on what basis. A letter of `day` cites only letters that existed then; without a day, all of them."""
    basis = [surat for surat in periode.dasar if day is None or surat.tanggal <= day] or list(periode.dasar[:1])
    return {
        "instansi": official_name(instansi),
        "pendataan": periode.judul,
        "dasar": _joined([f"{_cited(surat)} hal {surat.perihal}" for surat in basis]),
        "dasar_ringkas": _joined([_cited(surat) for surat in basis]),
    }


def _cited(surat: Surat) -> str:
    """By its number, which holds the year; the exact day of some letters is not known for certain."""
    return f"Surat {surat.penerbit} Nomor {surat.nomor}"


def of_edition(edition: Edition, instansi: Instansi) -> dict[str, str]:
    """Totals and window of a list. Moments are told in the agency's own zone."""
    jumlah, window = edition.jumlah, edition.uji_publik
    found = {
        "semua": jumlah.semua,
        "thk_ii": jumlah.thk_ii,
        "non_asn": jumlah.non_asn,
        "ms": jumlah.ms,
        "tms": jumlah.tms,
    }
    return {
        **numbers(found),
        "nomor": edition.nomor or BLANK,
        "tanggal": together(format_date(edition.tanggal)),
        "mulai": moment(window.mulai, instansi),
        "selesai": moment(window.selesai, instansi),
        "alamat_masukan": edition.instansi.alamat_masukan or official_name(instansi),
    }


def together(text: str) -> str:
    """`text` with blanks at which no line ends."""
    return text.replace(" ", "\u00a0")


def numbers(counts: dict[str, int]) -> dict[str, str]:
    """Every count twice: `semua` in digits, `semua_kata` in words."""
    return {name: format_number(n) for name, n in counts.items()} | {
        f"{name}_kata": terbilang(n) for name, n in counts.items()
    }


def moment(when: datetime, instansi: Instansi) -> str:
    """Date, clock time and zone as the agency's own clocks show them; a line may end before `pukul` only."""
    told = format_moment(when.astimezone(ZoneInfo(instansi.zona)))
    return together(told).replace("\u00a0pukul", " pukul")


def until(end: datetime | date, instansi: Instansi) -> str:
    """A moment with its clock time and zone, or a whole day."""
    return moment(end, instansi) if isinstance(end, datetime) else together(format_date(end))


def place_and_date(instansi: Instansi, day: date | None) -> str:
    """`Pekalongan, 30 September 2022`; dots for what is filled in by hand."""
    return f"{instansi.tempat or BLANK}, {format_date(day) if day else BLANK}"


def midnight(day: date, instansi: Instansi) -> datetime:
    """The moment a letter that belongs to no edition is dated to."""
    return datetime(day.year, day.month, day.day, tzinfo=ZoneInfo(instansi.zona))


def _joined(letters: list[str]) -> str:
    """`A`, `A serta B`, `A; B; serta C`."""
    return " serta ".join(part for part in ("; ".join(letters[:-1]), *letters[-1:]) if part)
