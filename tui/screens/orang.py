"""One person: what can be done with the record. What is unsaved is asked about before it is lost."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import ClassVar

from textual import on
from textual.binding import BindingType

from registry.desk.sk import Sk
from tui.actions import BY_ID, bindings
from tui.command import Command
from tui.deeds.data_orang import PersonConflict, PersonSaved, add_person, change_person, undo_beside
from tui.deeds.undo import UndoPlanned, plan_undo
from tui.dialogs.choose import Choice, Choose
from tui.dialogs.confirm import Confirm
from tui.dialogs.undo import undo_question
from tui.screens.base import BaseScreen
from tui.screens.record_parts import PartsScreen
from tui.widgets.explained import change_text


class OrangScreen(PartsScreen):
    """Saving, and going on to the next person or somewhere else."""

    place: ClassVar[str] = "orang"
    AUTO_FOCUS = ""  # into the first field, once it is filled
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("orang"), *bindings("ruang")]

    def __init__(self, nomor: str, neighbours: Sequence[str]) -> None:
        super().__init__(nomor, neighbours)
        self._sent: tuple[dict[str, str], tuple[Sk, ...]] = ({}, ())

    # commands

    def may(self, command: Command) -> bool:
        """What the sheet, the phase and the state of the record permit; nothing is saved twice at once."""
        if not self.is_mounted or (self.reading and command.place == "orang" and command.name != "kembali"):
            return False
        if command.name in {"sebelumnya", "berikutnya"}:
            return len(self.neighbours) > 1
        if command.name == "simpan":
            return not self.saving and self.may_change()
        asked = {"tambah": self.may_add, "buka": self.may_open, "hapus": self.may_remove, "putuskan": self.may_decide}
        return asked[command.name]() if command.name in asked else super().may(command)

    def action_do(self, command_id: str) -> None:
        """Run a command; a room is gone to once nothing is unsaved."""
        command = BY_ID[command_id]
        if command.name == "urungkan":
            self._undo(command)
        elif command.place == "ruang" and self.may(command):
            self._leave_then(partial(self._go, command))
        elif command.place != "ruang":
            super().action_do(command_id)

    def _go(self, command: Command) -> None:
        self.app.pop_screen()
        below = self.app.screen
        if isinstance(below, BaseScreen) and command.name != below.place:
            self.app.call_later(below.action_do, command.id)

    def _undo(self, command: Command) -> None:
        if self.may(command) and self.nothing_unsaved():
            self.ask(plan_undo, UndoPlanned, doing="Mengurungkan")

    @on(UndoPlanned)
    def _undo_planned(self, message: UndoPlanned) -> None:
        plan = message.plan
        self.question(undo_question(plan), lambda _: self.touch(undo_beside(self.nomor, plan)))

    # saving

    def do_simpan(self) -> None:
        """Save fields and work history at once; the core refuses what cannot stand."""
        if self.nomor and not self.unsaved:
            self.notify("Tidak ada perubahan.")
        else:
            self._save(over=False)

    def _save(self, *, over: bool) -> None:
        """over: even if the record has changed since it was read."""
        self.saving = True
        self._sent = (self.form.values, self.history.decrees)
        if self.nomor:
            seen = None if over else self.seen
            self.write(change_person(self.nomor, self.form.changes, self.changed_history(), seen))
        else:
            self.write(add_person(self.form.values, self.history.decrees))

    @on(PersonSaved)
    def _saved(self, message: PersonSaved) -> None:
        self.saving = False
        self.nomor = message.nomor
        if self.nomor not in self.neighbours:
            self.neighbours = []
        texts, decrees = self._sent
        self.form.settle(texts)
        self.history.settle(decrees)
        self.read(keep=True)

    @on(PersonConflict)
    def _conflict(self, message: PersonConflict) -> None:
        self.saving = False
        lines = "; ".join(change_text(change) for change in message.changes) or "keterangan pemeriksaan"
        choices = [
            Choice("over", "Simpan isian saya di atas data terbaru"),
            Choice("drop", "Muat data terbaru, buang isian saya"),
            Choice("keep", "Lanjut menyunting dahulu"),
        ]
        self.question(Choose(f"Data ini diubah sejak dibuka. {lines}", choices), self._settle_conflict)

    def _settle_conflict(self, choice: str) -> None:
        if choice == "over":
            self._save(over=True)
        elif choice == "drop":
            self.read(keep=False)

    # leaving

    def do_kembali(self) -> None:
        """Go back to the list, after a question if something is unsaved."""
        self._leave_then(self.app.pop_screen)

    def do_sebelumnya(self) -> None:
        """Show the person before in the list."""
        self._leave_then(lambda: self._step(-1))

    def do_berikutnya(self) -> None:
        """Show the next person in the list."""
        self._leave_then(lambda: self._step(1))

    def _step(self, by: int) -> None:
        place = (self.neighbours.index(self.nomor) if self.nomor in self.neighbours else -1) + by
        if 0 <= place < len(self.neighbours):
            self.nomor = self.neighbours[place]
            self.read(keep=False)
        else:
            self.notify("Ini orang terakhir dalam daftar." if by > 0 else "Ini orang pertama dalam daftar.")

    def _leave_then(self, then: Callable[[], object]) -> None:
        if self.saving:
            self.notify("Penyimpanan sedang berjalan. Ulangi setelah selesai.")
        elif self.unsaved:
            text = "Perubahan pada orang ini belum disimpan."
            dialog = Confirm("Buang perubahan?", text, yes="Buang", no="Lanjut menyunting", danger=True)
            self.question(dialog, lambda _: self._then(then))
        else:
            then()

    def _then(self, then: Callable[[], object]) -> None:
        then()
