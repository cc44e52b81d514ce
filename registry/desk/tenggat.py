"""The next moment an agency must keep, and how long it still has, in the agency's own zone."""

from datetime import datetime, timedelta

from msgspec import Struct

from registry.desk.deed import local
from registry.model.codes import Fase
from registry.model.instansi import Instansi
from registry.normalise.text import format_moment, format_number
from registry.periode.types import Periode

_DAY = timedelta(days=1)
_HOUR = timedelta(hours=1)
_MINUTE = timedelta(minutes=1)


class Tenggat(Struct, frozen=True):
    """judul: what is due (`Prafinalisasi`). saat: the last moment that still counts, as the agency's clocks show it."""

    judul: str
    saat: datetime


def next_deadline(instansi: Instansi, periode: Periode, now: datetime) -> Tenggat | None:
    """What the agency works towards in its phase; None when FINAL.

    During the uji publik that is its end; once it is over, the finalisasi. A deadline that has passed stays until its step is done.
    """
    if instansi.fase is Fase.FINAL:
        return None
    if instansi.fase is Fase.PENDAFTARAN:
        return Tenggat("Prafinalisasi", local(instansi, periode.jadwal.prafinalisasi))
    window = instansi.uji_publik
    if window is not None and instansi.fase is not Fase.MENUNGGU_SPTJM and now <= window.selesai:
        if now < window.mulai:
            return Tenggat("Uji publik dimulai", local(instansi, window.mulai))
        return Tenggat("Uji publik berakhir", local(instansi, window.selesai))
    return Tenggat("Finalisasi", local(instansi, periode.jadwal.finalisasi))


def remaining(tenggat: Tenggat, now: datetime) -> str:
    """`6 hari 4 jam lagi`, `12 menit lagi`, `lewat 3 hari`."""
    left = tenggat.saat - now
    return f"lewat {_length(-left)}" if left < timedelta(0) else f"{_length(left)} lagi"


def passed(tenggat: Tenggat, now: datetime) -> bool:
    """Whether the last moment is over."""
    return now > tenggat.saat


def in_words(tenggat: Tenggat, now: datetime) -> str:
    """`6 hari 4 jam lagi, 30 September 2022 pukul 16.00 WIB`."""
    return f"{remaining(tenggat, now)}, {format_moment(tenggat.saat)}"


def _length(span: timedelta) -> str:
    """The two largest units; days alone from a month on."""
    if span < _MINUTE:
        return "kurang dari satu menit"
    days, rest = divmod(span, _DAY)
    hours, rest = divmod(rest, _HOUR)
    minutes = rest // _MINUTE
    if days:
        return f"{format_number(days)} hari" + (f" {hours} jam" if hours and days < 30 else "")
    if hours:
        return f"{hours} jam" + (f" {minutes} menit" if minutes else "")
    return f"{minutes} menit"
