"""The list of instansi of the workspace: open one, add one from the reference table."""

from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.message import Message
from textual.widgets import Static

from registry.workflow.names import FASE
from tui.actions import bindings
from tui.command import Command
from tui.deeds.instansi import InstansiMade, add_instansi
from tui.dialogs.choose import Choice, Choose
from tui.screens.base import BaseScreen
from tui.screens.terbitkan import TerbitkanScreen
from tui.session import InstansiLine, Session
from tui.widgets.columns import Column, Tone
from tui.widgets.table import LineTable
from tui.words import FASE_TONE, JENIS, number

FIRST_TIME = (
    "Belum ada instansi di ruang kerja ini.\n\n"
    "Tekan T untuk membuat instansi dari daftar wilayah dan instansi pusat. "
    "Setelah itu berkas dari unit kerja dapat langsung diimpor."
)


@dataclass
class LinesRead(Message):
    """The instansi of the workspace."""

    lines: list[InstansiLine]


def _phase(line: InstansiLine) -> str:
    return line.trouble if line.fase is None else FASE[line.fase]


def _phase_tone(line: InstansiLine) -> Tone:
    return "bad" if line.fase is None else FASE_TONE[line.fase]


COLUMNS: tuple[Column[InstansiLine], ...] = (
    Column("kode", "Kode", lambda line: line.kode, width=10),
    Column("nama", "Instansi", lambda line: line.nama, width=21, grow=3),
    Column("fase", "Tahap", _phase, width=23, tone=_phase_tone),
    Column("orang", "Orang", lambda line: number(line.orang), width=7, right=True, sort=lambda line: line.orang),
    Column(
        "belum", "Belum diperiksa", lambda line: number(line.belum), width=15, right=True, sort=lambda line: line.belum,
        from_width=90,
    ),
    Column("menunggu", "Menunggu", lambda line: number(line.menunggu), width=10, right=True, sort=lambda line: line.menunggu),
)  # fmt: skip


class BerandaScreen(BaseScreen):
    """Choose or create an instansi."""

    place: ClassVar[str] = "beranda"
    BINDINGS: ClassVar[list[BindingType]] = bindings("beranda")

    def body(self) -> ComposeResult:
        """Show the list, or how to begin."""
        yield Static("Instansi di ruang kerja ini", classes="heading")
        yield LineTable(COLUMNS, lambda line: line.kode, id="lines")
        yield Static(FIRST_TIME, id="first-time", classes="hidden")
        yield Static(f"Ruang kerja: {self.session.workspace.path}", classes="remark", markup=False)

    def on_screen_resume(self) -> None:
        """Read the list again."""
        self.ask(Session.lines, LinesRead, doing="Membaca daftar instansi")

    @on(LinesRead)
    def _show(self, message: LinesRead) -> None:
        table = self.query_one("#lines", LineTable)
        table.show(message.lines)
        table.set_class(not message.lines, "hidden")
        self.query_one("#first-time").set_class(bool(message.lines), "hidden")
        if message.lines and self.focused is None:
            table.focus()
        self.refresh_bindings()

    def may(self, command: Command) -> bool:
        """Opening needs a row."""
        if command.name == "buka":
            return bool(self.query("#lines")) and self.query_one("#lines", LineTable).count > 0
        return super().may(command)

    @on(LineTable.Activated, "#lines")
    def do_buka(self) -> None:
        """Open the instansi under the cursor."""
        line = self.query_one("#lines", LineTable).cursor_row
        if isinstance(line, InstansiLine):
            self.working.open_instansi(line.kode)

    def do_tambah(self) -> None:
        """Choose from the reference table."""
        self.ask(_reference, self.Reference, doing="Membaca tabel acuan instansi")

    @dataclass
    class Reference(Message):
        """What can be added."""

        choices: list[Choice[str]]

    @on(Reference)
    def _choose(self, message: Reference) -> None:
        question = Choose("Instansi mana?", message.choices, search="Ketik nama atau kode, misalnya pekalongan")
        self.question(question, self._add)

    def _add(self, kode: str) -> None:
        self.write(add_instansi(kode))

    @on(InstansiMade)
    def _made(self, message: InstansiMade) -> None:
        self.working.open_instansi(message.kode)

    def do_terbitkan(self) -> None:
        """Build the public site."""
        self.app.push_screen(TerbitkanScreen())


def _reference(session: Session) -> list[Choice[str]]:
    from registry.reference.instansi import all_instansi  # noqa: PLC0415  700 rows, read only when asked for

    present = set(session.workspace.instansi_codes())
    return [
        Choice(one.kode, f"{one.nama}  ({one.kode})", f"{JENIS[one.jenis]} {one.wilayah}")
        for one in all_instansi()
        if one.kode not in present
    ]
