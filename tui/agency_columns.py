"""What the list of agencies says about each: phase, counts, progress, countdown. Every colour goes with a word."""

from collections.abc import Callable
from datetime import datetime

from registry.desk.tenggat import passed, remaining
from registry.workflow.names import FASE
from tui.agencies import InstansiLine
from tui.widgets.columns import Column, Tone
from tui.widgets.meter import meter, percent
from tui.words import FASE_TONE, number

NO_DEADLINE = 1 << 40


def columns(now: Callable[[], datetime]) -> tuple[Column[InstansiLine], ...]:
    """Return the columns; `now`: the moment the countdown is about."""

    def due(line: InstansiLine) -> str:
        found = line.deadline(now())
        return remaining(found, now()) if found else ""

    def due_tone(line: InstansiLine) -> Tone:
        found = line.deadline(now())
        return "bad" if found and passed(found, now()) else ""

    def due_sort(line: InstansiLine) -> int:
        found = line.deadline(now())
        return int(found.saat.timestamp()) if found else NO_DEADLINE

    return (
        Column("kode", "Kode", lambda line: line.kode, width=8, from_width=90),
        Column("nama", "Instansi", lambda line: line.nama, width=18, grow=3),
        Column("fase", "Tahap", _phase, width=15, grow=1, tone=_phase_tone),
        Column("orang", "Orang", _people, width=7, right=True, sort=_count),
        Column("maju", "Terverifikasi", _progress, width=13, sort=_share),
        Column("perlu", "Perlu", _needs, width=6, right=True, from_width=90, sort=_need_count),
        Column("tenggat", "Tenggat", due, width=18, grow=1, tone=due_tone, sort=due_sort),
    )


def _phase(line: InstansiLine) -> str:
    if line.read is None:
        return "Tidak terbaca" if line.trouble else "Membaca …"
    return "Rusak" if line.trouble else FASE[line.read.instansi.fase]


def _phase_tone(line: InstansiLine) -> Tone:
    if line.trouble:
        return "bad"
    return FASE_TONE[line.read.instansi.fase] if line.read else "muted"


def _people(line: InstansiLine) -> str:
    return number(line.read.orang) if line.read else ""


def _count(line: InstansiLine) -> int:
    return line.read.orang if line.read else -1


def _progress(line: InstansiLine) -> str:
    if line.read is None:
        return ""
    done, all_ = line.read.terverifikasi, line.read.orang
    return f"{meter(done, all_, 7)} {percent(done, all_):>5}"


def _share(line: InstansiLine) -> int:
    return line.read.terverifikasi * 10_000 // (line.read.orang or 1) if line.read else -1


def _needs(line: InstansiLine) -> str:
    return number(_need_count(line)) if _need_count(line) else ""


def _need_count(line: InstansiLine) -> int:
    return len(line.read.langkah) if line.read else 0
