"""Writes that concern files that arrive."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from textual.message import Message

from registry.desk import impor, pemetaan
from registry.intake.plan import Plan
from registry.model.codes import Hasil
from registry.model.impor import Impor
from tui.deeds.deed import Deed, Done
from tui.session import Session
from tui.words import number


@dataclass
class PlanApplied(Message):
    """The import is on disk."""

    impor: Impor


@dataclass
class ColumnsKept(Message):
    """What the columns of these headers hold is remembered, or forgotten."""

    unit: str
    headers: tuple[tuple[str, ...], ...]


def apply_plan(plan: Plan, file: Path, *, quiet: bool = False) -> Deed:
    """Take in every row of a file. quiet: the screen tells it itself, with other files."""

    def do(session: Session) -> Done:
        done = impor.apply_plan(session.store, plan, session.act(), file=file)
        said = "" if quiet else f"Impor {done.nomor} tersimpan: {number(done.baris_dibaca)} baris."
        return Done(said, PlanApplied(done))

    return Deed("Menerapkan impor", do)


def write_rejects(plan: Plan, target: Path, *, waiting: bool = False) -> Deed:
    """Write the refused rows of a file. waiting: those that wait for a person as well."""
    wanted = {Hasil.DITOLAK, Hasil.MENUNGGU} if waiting else {Hasil.DITOLAK}
    rows = [row.baris for row in plan.baris if row.baris.hasil in wanted]

    def do(_session: Session) -> Done:
        from registry.intake.rejects import write_rejects  # noqa: PLC0415  loads the spreadsheet writer

        write_rejects(rows, plan.kepala, target)
        return Done(f"{number(len(rows))} baris ditulis ke {target}.")

    return Deed("Menulis berkas tolakan", do)


def keep_columns(unit: str, told: Sequence[tuple[tuple[str, ...], Mapping[int, str] | None]]) -> Deed:
    """Remember for a unit what the columns under these headers hold; None: forget it."""

    def do(session: Session) -> Done:
        for header, columns in told:
            if columns is None:
                pemetaan.forget(session.store, unit, header)
            else:
                pemetaan.remember(session.store, unit, header, columns)
        dropped = all(columns is None for _, columns in told)
        said = "Pemetaan kolom tidak lagi diingat." if dropped else "Pemetaan kolom diingat."
        return Done(said, ColumnsKept(unit, tuple(header for header, _ in told)))

    return Deed("Mengingat kolom", do)
