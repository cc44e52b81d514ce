"""What is done to the people chosen in a table: first what would change, then the question, then one entry of the journal."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.message import Message

from registry.desk.bulk import BulkPlan, plan_bulk, portions
from registry.model.pegawai import PegawaiRingkas
from registry.workflow.steps import allowed_for_pegawai
from tui.bulk import BULK, Bulk, told
from tui.command import Command
from tui.deeds.deed import Series
from tui.dialogs.choose import Choice, Choose
from tui.dialogs.confirm import Notice
from tui.dialogs.fields import Fields
from tui.dialogs.saving import Saving
from tui.screens.base import RoomScreen
from tui.widgets.table import LineTable
from tui.words import number


@dataclass
class Planned(Message):
    """What a bulk action would change, and the same in words."""

    bulk: Bulk
    value: str
    plan: BulkPlan
    text: str


class BulkScreen(RoomScreen):
    """A room with a table of people, any number of whom something can be done to."""

    TABLE_ID: ClassVar[str] = "#people"

    @property
    def table(self) -> LineTable[PegawaiRingkas]:
        """The table of people."""
        return self.query_one(self.TABLE_ID, LineTable)

    def chosen(self) -> list[str]:
        """Return the numbers of the marked people, or of the one under the cursor."""
        return [row.nomor for row in self.table.chosen_rows]

    def units(self) -> Sequence[str]:
        """Return the names of units that people can be moved to."""
        return ()

    def may_do(self, command: Command) -> bool:
        """Without marks the state of the row under the cursor decides; among those marked the plan tells who can be done."""
        bulk, instansi = BULK.get(command.name), self.session.instansi
        if bulk is None:
            return True
        if self.table.listing.marks:
            return True
        row = self.table.cursor_row
        return (
            row is not None and instansi is not None and bulk.action in allowed_for_pegawai(instansi.fase, row.status)
        )

    def _plan(self, name: str, value: str = "") -> None:
        bulk, numbers = BULK[name], self.chosen()
        self.ask(
            lambda session: plan_bulk(session.store, bulk.action, numbers, value),
            lambda plan: Planned(bulk, value, plan, told(bulk, plan)),
            doing="Menyiapkan daftar perubahan",
        )

    @on(Planned)
    def _ask_about(self, message: Planned) -> None:
        bulk, plan = message.bulk, message.plan
        if not plan.berubah:
            self.app.push_screen(Notice("Tidak ada yang berubah", message.text))
            return
        count = number(len(plan.berubah))

        def go(answer: dict[str, str]) -> None:
            parts = [(len(some), bulk.deed(some, message.value, answer)) for some in portions(plan.nomor)]
            if len(parts) == 1:
                self.write(parts[0][1])
            else:
                self.app.push_screen(Saving(Series(parts[0][1].doing, parts)))

        dialog = Fields(bulk.title, bulk.asked(plan), text=message.text, yes=f"Ya, {count} orang", danger=bulk.danger)
        self.question(dialog, go)

    # commands

    def do_verifikasi(self) -> None:
        """Verify those chosen."""
        self._plan("verifikasi")

    def do_kembalikan(self) -> None:
        """Return those chosen to their unit."""
        self._plan("kembalikan")

    def do_ajukan(self) -> None:
        """Make returned records drafts again."""
        self._plan("ajukan")

    def do_pulihkan(self) -> None:
        """Take back a crossing-out."""
        self._plan("pulihkan")

    def do_coret(self) -> None:
        """Cross out those chosen."""
        self._plan("coret")

    def do_syarat(self) -> None:
        """Decide MS or TMS."""
        choices = [Choice("MS", "Memenuhi syarat (MS)"), Choice("TMS", "Tidak memenuhi syarat (TMS)")]
        title = f"Putuskan MS/TMS untuk {number(len(self.chosen()))} orang"
        self.question(Choose(title, choices), lambda value: self._plan("syarat", value))

    def do_tetapkan(self) -> None:
        """Move those chosen to a unit, one there is or a new one."""
        title = f"Unit kerja untuk {number(len(self.chosen()))} orang"
        units = self.units()
        known = {unit.casefold() for unit in units}

        def new(text: str) -> Choice[str] | None:
            return None if text.casefold() in known else Choice(text, f"Unit baru: {text}")

        dialog = Choose(
            title, [Choice(unit, unit) for unit in units], search="cari unit, atau ketik unit baru", new=new
        )
        self.question(dialog, lambda unit: self._plan("tetapkan", unit))
