"""Beranda: the agencies of the workspace, what each must do by when, and the way there. The first start begins here too."""

from dataclasses import dataclass
from threading import Event
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.message import Message
from textual.widgets import Static

from registry.desk.gates import Todo
from tui.actions import bindings
from tui.agencies import Agencies, InstansiLine
from tui.agency_columns import columns
from tui.command import Command
from tui.jumps import jump_to
from tui.screens.memulai import BeginningScreen
from tui.screens.terbitkan import TerbitkanScreen
from tui.session import Session
from tui.widgets.agency import AgencyPanel
from tui.widgets.first_start import FirstStart
from tui.widgets.table import LineTable
from tui.words import number

TICK = 10.0


@dataclass
class LinesRead(Message):
    """Agencies that were read. all: these are all there are, as far as they are known."""

    lines: list[InstansiLine]
    all: bool = False
    turn: int = 0


@dataclass
class AllRead(Message):
    """Every agency was read."""


@dataclass
class NotRead(Message):
    """The workspace could not be read; the app tells why."""


class BerandaScreen(BeginningScreen):
    """Choose or create an instansi, or go straight to what it needs."""

    place: ClassVar[str] = "beranda"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("beranda"),
        *(Binding(str(n), f"work({n})", f"Pekerjaan {n}", show=False) for n in range(1, 7)),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.agencies = Agencies()
        self.lines: dict[str, InstansiLine] = {}
        self.stop = Event()
        self.turn = 0
        self.known = False
        self.failed = False

    def body(self) -> ComposeResult:
        """Show the list and the agency under the cursor, or how to begin."""
        self.now = self.session.clock()
        yield Static("Instansi di ruang kerja ini", id="heading", classes="heading")
        with Container(id="agencies"):
            yield LineTable(columns(lambda: self.now), lambda line: line.kode, id="lines")
            yield AgencyPanel()
        yield FirstStart(sample=self.working.sample is not None)
        yield Static("", id="where", classes="remark", markup=False)

    # reading

    def on_mount(self) -> None:
        """Let the countdown go on."""
        self.set_interval(TICK, self._tick)

    def on_screen_resume(self) -> None:
        """Read what has changed; after a failure only when asked to, or its dialog would come again and again."""
        if not self.failed:
            self.begin()

    def on_screen_suspend(self) -> None:
        """What is covered need not be read now."""
        self.stop.set()

    @on(BeginningScreen.WorkspaceChanged)
    def begin(self) -> None:
        """Read the workspace, lines as they come."""
        self.stop.set()
        self.turn += 1
        turn = self.turn
        self.now = self.session.clock()
        self.query_one("#where", Static).update(f"Ruang kerja: {self.session.workspace.path}")

        def job(session: Session) -> None:
            stop = self.stop = Event()
            first = iter((True,))

            def told(lines: list[InstansiLine]) -> None:
                self.post_message(LinesRead(lines, next(first, False), turn))

            try:
                self.agencies.read(session, told, stop)
            except Exception:
                self.post_message(NotRead())
                raise

        self.working.ask(self, job, lambda _: AllRead(), doing="Membaca daftar instansi", alone=False)

    @on(LinesRead)
    def _show(self, message: LinesRead) -> None:
        if message.turn != self.turn:
            return
        if message.all:
            self.known, self.failed = True, False
            self.lines = {}
        self.lines.update((line.kode, line) for line in message.lines)
        table = self.query_one("#lines", LineTable)
        table.show(list(self.lines.values()))
        self.query_one("#agencies").set_class(not self.lines, "hidden")
        self.query_one("#heading").set_class(not self.lines, "hidden")
        self.query_one("#where", Static).update(f"Ruang kerja: {self.session.workspace.path}")
        start = self.query_one(FirstStart)
        start.set_class(bool(self.lines), "hidden")
        if self.lines and (self.focused is None or start.has_focus_within):
            table.focus()
        elif not self.lines:
            start.take_focus()
        self._tell()

    @on(AllRead)
    def _tell(self) -> None:
        read = [line.read for line in self.lines.values() if line.read]
        words = f"{number(len(self.lines))} instansi, {number(sum(one.orang for one in read))} orang"
        if left := sum(1 for line in self.lines.values() if line.read is None and not line.trouble):
            words += f" · {number(left)} masih dibaca"
        self.query_one("#heading", Static).update(f"Instansi di ruang kerja ini: {words}")
        self._detail()
        self.refresh_bindings()

    @on(LineTable.Highlighted, "#lines")
    def _detail(self) -> None:
        self.query_one(AgencyPanel).show(self.chosen, self.now)
        self.refresh_bindings()

    def _tick(self) -> None:
        now = self.session.clock()
        if now.replace(second=0, microsecond=0) != self.now.replace(second=0, microsecond=0):
            self.now = now
            self.query_one("#lines", LineTable).refresh()
            self._detail()

    # commands

    @property
    def chosen(self) -> InstansiLine | None:
        """The agency under the cursor."""
        found = self.query("#lines")
        row = self.query_one("#lines", LineTable).cursor_row if found else None
        return row if isinstance(row, InstansiLine) else None

    def may(self, command: Command) -> bool:
        """Opening needs a row; the sample an empty workspace."""
        line = self.chosen
        if command.name in {"buka", "periksa"}:
            return line is not None and not (command.name == "periksa" and not line.trouble)
        if command.name == "kerjakan":
            return line is not None and line.read is not None and bool(line.read.langkah)
        if command.name in {"tambah", "terbitkan"}:
            return self.known
        if command.name == "contoh":
            return self.working.sample is not None and self.known and not self.lines and not self.making
        return super().may(command)

    @on(LineTable.Activated, "#lines")
    def do_buka(self) -> None:
        """Open the instansi under the cursor."""
        if line := self.chosen:
            self.working.open_instansi(line.kode)

    def do_kerjakan(self) -> None:
        """Go to the first thing to do."""
        self.action_work(1)

    def action_work(self, place: int) -> None:
        """Go to the thing to do with this number."""
        todos = self.query_one(AgencyPanel).todos
        if place <= len(todos):
            self._go_to(todos[place - 1])

    @on(AgencyPanel.Wanted)
    def _wanted(self, message: AgencyPanel.Wanted) -> None:
        self._go_to(message.todo)

    def _go_to(self, todo: Todo) -> None:
        if line := self.chosen:
            jump = jump_to(todo)
            self.working.open_instansi(line.kode, jump.place, jump.wanted)

    def do_periksa(self) -> None:
        """Verify the instansi under the cursor."""
        if line := self.chosen:
            self.working.check_instansi(line.kode)

    def do_muat(self) -> None:
        """Read again."""
        self.begin()

    def do_pindah(self) -> None:
        """Go to another workspace."""
        self.working.choose_workspace()

    def do_terbitkan(self) -> None:
        """Build the public site."""
        self.app.push_screen(TerbitkanScreen())

    @on(NotRead)
    def _tell_failure(self) -> None:
        self.failed = True
        if self.known:
            return
        heading = self.query_one("#heading", Static)
        heading.remove_class("hidden")
        heading.update("Ruang kerja ini tidak terbaca. M membaca lagi, R memilih ruang kerja lain.")
        self.query_one("#agencies").add_class("hidden")
        self.query_one(FirstStart).add_class("hidden")
