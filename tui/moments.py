"""Days and moments as the screens show them. Reading what is typed is for `registry.normalise.moments`."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from registry.normalise.text import format_moment


def write_day(day: date) -> str:
    """`07-10-2022`."""
    return f"{day:%d-%m-%Y}"


def write_moment(moment: datetime, zona: str) -> str:
    """`7 Oktober 2022 pukul 16.00 WIB`, in the instansi's own zone, wherever the computer stands."""
    return format_moment(moment.astimezone(ZoneInfo(zona)))
