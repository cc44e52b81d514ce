"""Papan unit: who has sent, what became of it, how far its people are, and what goes back to each unit."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.message import Message
from textual.widgets import Input, Static

from registry.desk import papan_unit as desk
from registry.desk.papan_unit import BarisUnit, Papan
from registry.workflow.actions import Action
from tui.actions import bindings
from tui.command import Command
from tui.deeds.unit import set_units, write_board, write_unit_rejects
from tui.dialogs.choose import Choice, Choose
from tui.dialogs.file import SaveFile
from tui.dialogs.units import units_question
from tui.people import Filter
from tui.screens.base import RoomScreen
from tui.unit_lines import columns, sum_lines, unit_lines
from tui.widgets.table import LineTable
from tui.words import number

REJECTS = "Baris beserta alasannya. Setelah dibetulkan unit, berkas itu dapat diimpor apa adanya."
NOTHING = "Belum ada unit: impor berkas (F3), atau isi daftar unit (D)."


@dataclass
class BoardRead(Message):
    """The board, counted."""

    papan: Papan


class UnitScreen(RoomScreen):
    """Papan unit."""

    place: ClassVar[str] = "unit"
    BINDINGS: ClassVar[list[BindingType]] = bindings("unit")
    AUTO_FOCUS = "#units"

    def __init__(self) -> None:
        super().__init__()
        self.papan: Papan | None = None
        self.saringan = ""
        self.folder = Path.cwd()

    def body(self) -> ComposeResult:
        """Lay out search line, sums, table and the files of one unit."""
        with Horizontal(classes="search-line"):
            yield Static(" Cari ", classes="search-label")
            yield Input(placeholder="nama unit kerja", id="words", compact=True)
            yield Static("", id="counts")
        yield Static("", id="sums")
        yield LineTable(columns(self.zona), lambda row: row.unit, empty=NOTHING, id="units")
        with VerticalScroll(id="unit-detail"):
            yield Static("", id="unit-text")

    @property
    def zona(self) -> str:
        """The zone whose clock the moments are told by."""
        return self.session.instansi.zona if self.session.instansi else "Asia/Jakarta"

    # reading

    def load(self) -> None:
        """Count anew."""
        self.ask(lambda session: desk.board(session.store), BoardRead, doing="Menghitung papan unit")

    @on(BoardRead)
    def _read(self, message: BoardRead) -> None:
        self.papan = message.papan
        table = self.query_one("#units", LineTable)
        table.empty = "Tidak ada unit yang cocok." if message.papan.unit else NOTHING
        table.show(message.papan.unit, self._mask(message.papan))
        self.query_one("#sums", Static).update(sum_lines(message.papan))
        self._tell()

    def _mask(self, papan: Papan) -> bytes:
        return desk.mask_of(papan, self.saringan, self.query_one("#words", Input).value)

    @on(Input.Changed, "#words")
    def _filter(self) -> None:
        if self.papan:
            self.query_one("#units", LineTable).show_only(self._mask(self.papan))
            self._tell()

    def _tell(self) -> None:
        shown = number(self.query_one("#units", LineTable).count)
        which = f"{self.saringan} · " if self.saringan else ""
        total = number(len(self.papan.unit)) if self.papan else "0"
        self.query_one("#counts", Static).update(f" {which}{shown} dari {total} unit ")
        self.refresh_bindings()

    @on(LineTable.Highlighted, "#units")
    def _highlighted(self) -> None:
        instansi, row = self.session.instansi, self.row
        listed = bool(instansi and instansi.unit_diharapkan)
        self.query_one("#unit-text", Static).update(unit_lines(row, self.zona, listed=listed) if row else "")
        self.query_one("#unit-detail").scroll_home(animate=False)
        self.refresh_bindings()

    # what is possible

    @property
    def row(self) -> BarisUnit | None:
        """The unit under the cursor."""
        row = self.query_one("#units", LineTable).cursor_row
        return row if isinstance(row, BarisUnit) else None

    def may(self, command: Command) -> bool:
        """Besides the phase, the unit under the cursor decides."""
        if not super().may(command) or not self.is_mounted:
            return False
        row, words = self.row, self.query_one("#words", Input)
        if command.name in {"cari", "tabel"}:
            return (self.focused is words) == (command.name == "tabel")
        if command.name == "lepas":
            return bool(self.saringan or words.value)
        if command.name == "buka":
            return row is not None and row.orang.jumlah > 0
        if command.name == "tolakan":
            return row is not None and bool(row.baris.ditolak or row.orang.dikembalikan)
        return command.name != "ekspor" or bool(self.papan and self.papan.unit)

    # commands

    def do_cari(self) -> None:
        """Go to the search line."""
        self.query_one("#words", Input).focus()

    @on(Input.Submitted, "#words")
    def do_tabel(self) -> None:
        """Go from the search line to the table."""
        self.query_one("#units", LineTable).focus()

    def do_saring(self) -> None:
        """Ask which units to show."""
        if self.papan is None:
            return
        units, listed = self.papan.unit, any(row.diharapkan for row in self.papan.unit)
        choices = [Choice("", f"Semua ({number(len(units))})")] + [
            Choice(name, f"{name.capitalize()} ({number(sum(map(holds, units)))})")
            for name, holds in desk.FILTERS.items()
            if listed or name != desk.DI_LUAR_DAFTAR
        ]
        self.question(Choose("Tampilkan unit", choices), self._show_only)

    def _show_only(self, saringan: str) -> None:
        self.saringan = saringan
        self._filter()

    def do_lepas(self) -> None:
        """Drop search and filter."""
        self.saringan = ""
        words = self.query_one("#words", Input)
        with words.prevent(Input.Changed):
            words.value = ""
        self._filter()

    @on(LineTable.Activated, "#units")
    def do_buka(self) -> None:
        """Show the people of the unit under the cursor."""
        row = self.row
        if row and row.orang.jumlah:
            self.working.show_people(Filter(unit=row.ejaan or row.unit))

    def do_tolakan(self) -> None:
        """Ask whether returned people go along, then where to write."""
        row = self.row
        if row is None:
            return
        refused, returned = row.baris.ditolak, row.orang.dikembalikan
        if not (refused and returned):
            self._ask_rejects(row, with_returned=returned > 0)
            return
        choices = [
            Choice(value=False, label=f"Baris yang ditolak ({number(refused)})"),
            Choice(value=True, label=f"Baris yang ditolak ({number(refused)}) dan orang yang dikembalikan ({number(returned)})"),
        ]  # fmt: skip
        self.question(
            Choose("Apa yang dikirim kembali?", choices), lambda chosen: self._ask_rejects(row, with_returned=chosen)
        )

    def _ask_rejects(self, row: BarisUnit, *, with_returned: bool) -> None:
        def write(target: Path) -> None:
            self.folder = target.parent
            self.write(write_unit_rejects(row.unit, target, with_returned=with_returned))

        target = self.folder / f"tolakan-{_file_name(row.unit)}.xlsx"
        self.question(SaveFile(f"Berkas tolakan {row.unit}", REJECTS, target), write)

    def do_ekspor(self) -> None:
        """Ask for the form, then where to write."""
        choices = [
            Choice(".xlsx", "Lembar kerja (.xlsx)"),
            Choice(".csv", "Teks dipisah koma (.csv)"),
        ]
        self.question(Choose("Ekspor papan unit", choices), self._ask_export)

    def _ask_export(self, suffix: str) -> None:
        def write(target: Path) -> None:
            self.folder = target.parent
            self.write(write_board(target))

        text = "Semua unit dengan jumlahnya, tanpa data orang."
        kode = self.session.instansi.kode if self.session.instansi else ""
        self.question(SaveFile("Ekspor papan unit", text, self.folder / f"papan-unit-{kode}{suffix}"), write)

    def do_daftar(self) -> None:
        """Ask for the units that are to send."""
        if self.session.instansi and self.session.may((Action.ATUR,)):
            self.question(units_question(self.session.instansi), lambda answer: self.write(set_units(answer)))


def _file_name(unit: str) -> str:
    """The name as any system takes it for a file."""
    return re.sub(r"[^\w]+", "-", unit).strip("-")[:60] or "unit"
