"""Writes that concern files that arrive."""

from pathlib import Path

from textual.message import Message

from registry.desk import impor
from registry.intake.plan import Plan
from registry.model.codes import Hasil
from tui.deeds.deed import Deed, Done
from tui.session import Session
from tui.words import number


class PlanApplied(Message):
    """The import is on disk."""


def apply_plan(plan: Plan, file: Path) -> Deed:
    """Take in every row of a file."""

    def do(session: Session) -> Done:
        done = impor.apply_plan(session.store, plan, session.act(), file=file)
        return Done(f"Impor {done.nomor} tersimpan: {number(done.baris_dibaca)} baris.", PlanApplied())

    return Deed("Menerapkan impor", do)


def write_rejects(plan: Plan, target: Path) -> Deed:
    """Write the refused rows of a file."""
    rows = [row.baris for row in plan.baris if row.baris.hasil is Hasil.DITOLAK]

    def do(_session: Session) -> Done:
        from registry.intake.rejects import write_rejects  # noqa: PLC0415  loads the spreadsheet writer

        write_rejects(rows, plan.kepala, target)
        return Done(f"{number(len(rows))} baris ditulis ke {target}.")

    return Deed("Menulis berkas tolakan", do)
