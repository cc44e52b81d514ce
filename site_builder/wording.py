"""Dates, numbers and codes as a reader of the site sees them: plain Indonesian.

The builder may not import the registry's own wording, for it must not reach further than an edition.
"""

from datetime import date, datetime, timedelta, timezone

MONTHS = "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split()

_ZONES = {"Asia/Jakarta": 7, "Asia/Pontianak": 7, "Asia/Makassar": 8, "Asia/Jayapura": 9}
_ZONE_NAMES = {7: "WIB", 8: "WITA", 9: "WIT"}

KATEGORI = {"THK_II": "THK-II", "NON_ASN": "Non-ASN"}
TAHAP = {"prafinalisasi": "Prafinalisasi", "final": "Final"}
JENIS = {
    "KEMENTERIAN": "Kementerian",
    "LEMBAGA": "Lembaga",
    "PROVINSI": "Pemerintah provinsi",
    "KABUPATEN": "Pemerintah kabupaten",
    "KOTA": "Pemerintah kota",
}
_VALUES = {
    "L": "Laki-laki",
    "P": "Perempuan",
    "TIDAK_SEKOLAH": "Tidak sekolah",
    "PROFESI": "Profesi",
    "PIHAK_KETIGA": "Pihak ketiga",
    "LAINNYA": "Lainnya",
    "KOMITE": "Komite sekolah",
    "D1": "D-I",
    "D2": "D-II",
    "D3": "D-III",
    "D4": "D-IV",
    "S1": "S-1",
    "S2": "S-2",
    "S3": "S-3",
}


def format_number(value: int) -> str:
    """12345 -> `12.345`."""
    return f"{value:,}".replace(",", ".")


def format_short(value: int) -> str:
    """For a small tile: 940 -> `940`, 4200 -> `4,2 rb`, 124321 -> `124 rb`, 1200000 -> `1,2 jt`."""
    for unit, name in ((1_000_000, "jt"), (1_000, "rb")):
        if value >= unit:
            tenths = value * 10 // unit
            whole, tenth = divmod(tenths, 10)
            return f"{whole},{tenth} {name}" if whole < 10 and tenth else f"{whole} {name}"
    return str(value)


def format_share(part: int, whole: int) -> str:
    """`31,2%`; something too small for a tenth is `<0,1%`."""
    if 0 < part * 1000 < whole:
        return "<0,1%"
    return f"{100 * part / whole:.1f}%".replace(".", ",")


def format_bytes(count: int) -> str:
    """950 -> `1 kB`, 9792 -> `10 kB`, 12345678 -> `12,3 MB`."""
    return f"{count / 1e6:.1f} MB".replace(".", ",") if count >= 1e6 else f"{max(1, round(count / 1e3))} kB"


def format_date(value: date) -> str:
    """`7 Oktober 2022`."""
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def in_zone(moment: datetime, zona: str) -> datetime:
    """The moment on the clocks of an Indonesian IANA zone (none has daylight saving); any other zone: as it came."""
    hours = _ZONES.get(zona)
    return moment if hours is None or moment.tzinfo is None else moment.astimezone(timezone(timedelta(hours=hours)))


def format_moment(moment: datetime, zona: str) -> str:
    """`7 Oktober 2022 pukul 16.00 WIB`."""
    local = in_zone(moment, zona)
    offset = local.utcoffset()
    hours = offset.total_seconds() / 3600 if offset is not None else None
    name = _ZONE_NAMES.get(int(hours), f"UTC{hours:+g}") if hours is not None and hours == int(hours) else ""
    return f"{format_date(local)} pukul {local.hour:02}.{local.minute:02} {name}".rstrip()


def format_value(value: str) -> str:
    """A code of a recap table in words; text that is no code stays."""
    return _VALUES.get(value, value)
