"""Until when an usulan or a sanggahan is to be decided: corrections from the public end ten calendar days after the window.

The number of days is the periode's (`perbaikan_hari`); nothing is due after the periode's own finalisasi.
"""

from datetime import datetime, time, timedelta
from enum import StrEnum
from typing import Final
from zoneinfo import ZoneInfo

from msgspec import Struct

from registry.desk.deed import local
from registry.model.codes import StatusMasukan
from registry.model.instansi import Instansi
from registry.model.masukan import Masukan
from registry.periode.types import Periode

SOON: Final = 3  # calendar days


class Mendesak(StrEnum):
    """How pressing a decision is."""

    DIPUTUS = "diputus"
    LEWAT = "lewat"
    SEGERA = "segera"
    NANTI = "nanti"


class Tenggat(Struct, frozen=True):
    """sampai: the last moment that counts, None without a window. hari: calendar days left, negative when it is over."""

    sampai: datetime | None
    mendesak: Mendesak
    hari: int = 0

    @property
    def kata(self) -> str:
        """In words: `lewat 2 hari`, `hari ini`, `besok`, `5 hari lagi`; empty for what is decided."""
        if self.mendesak is Mendesak.DIPUTUS or self.sampai is None:
            return ""
        if self.mendesak is Mendesak.LEWAT:
            return f"lewat {-self.hari} hari" if self.hari else "lewat hari ini"
        return {0: "hari ini", 1: "besok"}.get(self.hari, f"{self.hari} hari lagi")


def last_moment(instansi: Instansi, periode: Periode) -> datetime | None:
    """The last moment for decisions, by the clocks of the instansi; None before a window is set."""
    window = instansi.uji_publik
    if window is None:
        return None
    day = local(instansi, window.selesai).date() + timedelta(days=periode.perbaikan_hari)
    end = datetime.combine(day, time(23, 59, 59), ZoneInfo(instansi.zona))
    return max(min(end, local(instansi, periode.jadwal.finalisasi)), local(instansi, window.selesai))


def due(entry: Masukan, instansi: Instansi, periode: Periode, now: datetime) -> Tenggat:
    """How pressing the decision on this usulan or sanggahan is at this moment."""
    sampai = last_moment(instansi, periode)
    if entry.status is not StatusMasukan.DITERIMA_MASUK:
        return Tenggat(sampai, Mendesak.DIPUTUS)
    if sampai is None:
        return Tenggat(None, Mendesak.NANTI)
    hari = (sampai.date() - local(instansi, now).date()).days
    if now > sampai:
        return Tenggat(sampai, Mendesak.LEWAT, hari)
    return Tenggat(sampai, Mendesak.SEGERA if hari <= SOON else Mendesak.NANTI, hari)
