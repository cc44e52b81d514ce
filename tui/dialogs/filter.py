"""The question for filters of the people's table, and a filter in words."""

from collections.abc import Mapping, Sequence

from registry.model.codes import StatusPegawai
from registry.workflow.names import STATUS_PEGAWAI
from tui.dialogs.fields import Field, Fields
from tui.people import UNDECIDED, Filter

EVERYTHING = "semua"


def describe(wanted: Filter) -> list[str]:
    """Return the filters in words, without the search."""
    parts = []
    if wanted.status:
        parts.append(f"status {STATUS_PEGAWAI[StatusPegawai(wanted.status)]}")
    if wanted.syarat:
        parts.append("perlu putusan MS/TMS" if wanted.syarat == UNDECIDED else wanted.syarat)
    if wanted.unit:
        parts.append(f"unit {wanted.unit}")
    if wanted.temuan:
        parts.append("ada temuan" if wanted.temuan == "ada" else "tanpa temuan")
    return parts


def filter_question(wanted: Filter, units: Sequence[str]) -> Fields:
    """Return the question, filled with the present filter."""
    status = tuple((label, str(code)) for code, label in STATUS_PEGAWAI.items())
    syarat = (("MS", "MS"), ("TMS", "TMS"), ("Perlu putusan", UNDECIDED))
    temuan = (("Ada temuan", "ada"), ("Tanpa temuan", "tanpa"))
    units = units if wanted.unit in units or not wanted.unit else (wanted.unit, *units)
    fields = [
        Field("status", "Status", wanted.status or "semua", choices=(("Semua kecuali yang dicoret", "semua"), *status)),
        Field("syarat", "Syarat", wanted.syarat or "semua", choices=(("Semua", "semua"), *syarat)),
        Field("unit", "Unit kerja", wanted.unit or "semua", choices=(("Semua", "semua"), *((u, u) for u in units))),
        Field("temuan", "Temuan", wanted.temuan or "semua", choices=(("Semua", "semua"), *temuan)),
    ]
    return Fields("Saring daftar", fields, yes="Terapkan")


def filter_of(answer: Mapping[str, str], words: str) -> Filter:
    """Return the answered filter; the search words stay."""
    values = {name: "" if value == EVERYTHING else value for name, value in answer.items()}
    return Filter(words=words, **values)
