"""Pengaturan: addresses, letterhead with preview, PPK, zone and dates of the instansi; theme and keys of this computer."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from rich.table import Table
from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.message import Message
from textual.widgets import Select, Static

from registry.model.instansi import Instansi
from registry.workflow.actions import Action
from registry.workflow.names import FASE
from tui.actions import BY_ID, bindings
from tui.command import Command
from tui.deeds.instansi import SettingsSaved, set_instansi
from tui.deeds.unit import set_units
from tui.dialogs.confirm import Confirm
from tui.dialogs.units import units_question
from tui.dialogs.way_on import Way, WayOn
from tui.screens.pilihan import PreferencesRoom
from tui.session import Session
from tui.settings import ZONES, changes_of, preview, schedule, texts_of, zone_is_settled
from tui.widgets.form import Form
from tui.widgets.key_list import KeyList
from tui.widgets.settings_parts import SettingsParts
from tui.work import Gave


@dataclass
class SettingsRead(Message):
    """The instansi as it is stored, and its dates."""

    instansi: Instansi
    dates: list[tuple[str, str]]


class PengaturanScreen(PreferencesRoom):
    """Sections at the left, the chosen one at the right."""

    place: ClassVar[str] = "pengaturan"
    BINDINGS: ClassVar[list[BindingType]] = bindings("pengaturan")
    AUTO_FOCUS = "#sections"

    def __init__(self) -> None:
        super().__init__()
        self.stored: Instansi | None = None
        self._after: Callable[[], None] | None = None

    # layout

    def body(self) -> ComposeResult:
        """Lay out the sections."""
        yield Static("Pengaturan", id="settings-head", classes="heading", markup=False)
        yield SettingsParts(id="settings")

    # reading and showing

    def load(self) -> None:
        """Read the instansi; what is typed and not saved stays."""
        self.show_preferences()

        def job(session: Session) -> SettingsRead:
            instansi = session.store.instansi
            return SettingsRead(instansi, schedule(instansi, session.periode, session.clock()))

        self.ask(job, lambda read: read, doing="Membaca pengaturan")

    @on(SettingsRead)
    def _show(self, message: SettingsRead) -> None:
        keep = self.unsaved
        self.stored = message.instansi
        if not keep:
            self._fill(message.instansi)
        may = self.session.may((Action.ATUR,))
        for form in self.query(Form):
            form.locked = not may
        settled = zone_is_settled(message.instansi)
        self.query_one("#zona", Select).disabled = not may or settled
        remark = (
            "Zona waktu tidak dapat diubah lagi sesudah pengumuman pertama."
            if settled
            else "Semua jam di layar, surat, dan pengumuman instansi ini memakai zona ini."
        )
        self.query_one("#zone-remark", Static).update(remark)
        grid = Table.grid(padding=(0, 2, 0, 0), expand=True)
        grid.add_column(width=18, style="bold")
        grid.add_column(ratio=1)
        for label, text in message.dates:
            grid.add_row(Text(label), Text(text))
        self.query_one("#dates", Static).update(grid)
        units = "\n".join(message.instansi.unit_diharapkan)
        self.query_one("#expected", Static).update(units or "Belum ada daftar unit.")
        self._tell()

    def _fill(self, instansi: Instansi) -> None:
        texts = texts_of(instansi)
        for form in self.query(Form):
            form.fill(texts, keep=False)
        zone = self.query_one("#zona", Select)
        with zone.prevent(Select.Changed):
            zone.value = texts["zona"] if texts["zona"] in ZONES else next(iter(ZONES))
        self._preview()

    def texts(self) -> dict[str, str]:
        """What stands in the fields now."""
        zone = self.query_one("#zona", Select).value
        typed = {name: text for form in self.query(Form) for name, text in form.values.items()}
        return {**typed, "zona": zone if isinstance(zone, str) else ""}

    @property
    def unsaved(self) -> bool:
        """Whether something differs from what is stored."""
        return self.stored is not None and self.is_mounted and bool(changes_of(self.texts(), self.stored))

    @on(Form.Edited)
    @on(Select.Changed, "#zona")
    def _typed(self) -> None:
        self._preview()
        self._tell()

    def _preview(self) -> None:
        if self.stored is not None:
            lines = preview(self.texts(), self.stored, 56)
            self.query_one("#preview", Static).update("\n".join(lines))

    def _tell(self) -> None:
        words = "Pengaturan"
        if self.stored is not None and not self.session.may((Action.ATUR,)):
            why = "hanya dapat dibaca" if self.session.readonly else f"terkunci pada tahap {FASE[self.stored.fase]}"
            words = f"Pengaturan instansi {why}; tema dan tombol tetap dapat diubah"
        elif self.unsaved:
            words = "Pengaturan  (ada perubahan yang belum disimpan)"
        self.query_one("#settings-head", Static).update(words)
        self.refresh_bindings()

    # commands

    def may(self, command: Command) -> bool:
        """Saving needs a change, keys need their section."""
        if command.name in {"simpan", "batal"}:
            return super().may(command) and self.is_mounted and self.unsaved
        if command.name == "daftar":
            return super().may(command) and self.is_mounted and self.query_one(SettingsParts).part == "unit"
        if command.name in {"tombol", "bawaan"}:
            own = self.working.preferences.tombol
            chosen = (
                self.query_one(KeyList).command
                if self.is_mounted and self.query_one(SettingsParts).part == "tombol"
                else None
            )
            return chosen is not None and (command.name == "tombol" or chosen.id in own)
        return super().may(command)

    def action_do(self, command_id: str) -> None:
        """Ask about what is unsaved before another room is shown."""
        command = BY_ID[command_id]
        leaving = command.place == "ruang" and command.name != self.place
        if leaving and self.unsaved:
            self._ask_before(lambda: self.working.go(command.name))
        else:
            super().action_do(command_id)

    def _ask_before(self, go: Callable[[], None]) -> None:
        ways = [
            Way("simpan", "Simpan, lalu pindah"),
            Way("buang", "Buang perubahan, lalu pindah"),
            Way("tetap", "Tetap di sini"),
        ]

        def answered(way: str) -> None:
            if way == "simpan":
                self._after = go
                self.do_simpan()
            elif way == "buang" and self.stored is not None:
                self._fill(self.stored)
                self._tell()
                go()

        text = "Perubahan pada pengaturan instansi belum disimpan."
        self.question(WayOn("Belum disimpan", [("", text)], ways), answered)

    def do_simpan(self) -> None:
        """Save what was changed."""
        if self.stored is not None:
            self.write(set_instansi(changes_of(self.texts(), self.stored)))

    @on(SettingsSaved)
    def _saved(self, message: SettingsSaved) -> None:
        self.stored = message.instansi
        self._fill(message.instansi)
        self._tell()
        go, self._after = self._after, None
        if go is not None:
            go()

    @on(Gave)
    def _not_saved(self) -> None:
        self._after = None

    def do_daftar(self) -> None:
        """Ask for the units that are to send."""
        if self.session.instansi:
            self.question(units_question(self.session.instansi), lambda answer: self.write(set_units(answer)))

    def do_batal(self) -> None:
        """Ask, then put back what is stored."""
        text = "Isian kembali seperti yang tersimpan."

        def sure(_yes: bool) -> None:  # noqa: FBT001
            if self.stored is not None:
                self._fill(self.stored)
                self._tell()

        self.question(Confirm("Buang perubahan?", text, yes="Buang", danger=True), sure)
