"""What all screens share: commands from the table, title line, footer, calm errors."""

from collections.abc import Callable
from typing import ClassVar, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.message import Message
from textual.screen import Screen

from tui.actions import BY_ID, bindings
from tui.command import Command
from tui.deeds.deed import Deed
from tui.deeds.undo import UndoPlanned, plan_undo, undo_last
from tui.dialogs.base import Question
from tui.dialogs.undo import undo_question
from tui.dressing import dress
from tui.framework import key_name
from tui.session import Session
from tui.widgets.footer import CommandFooter
from tui.widgets.header import NavigationLine, TitleLine
from tui.work import WorkingApp

T = TypeVar("T")


class BaseScreen(Screen[object]):
    """A screen with commands. Subclasses set `place` and write one `do_<name>` for each of its commands."""

    place: ClassVar[str] = ""
    BINDINGS: ClassVar[list[BindingType]] = bindings("semua")

    @property
    def working(self) -> WorkingApp:
        """The app, which runs the jobs."""
        if not isinstance(self.app, WorkingApp):
            raise TypeError(self.app)
        return self.app

    @property
    def session(self) -> Session:
        """Workspace, open instansi, operator."""
        return self.working.session

    # layout

    def compose(self) -> ComposeResult:
        """Lay out title line, body and footer."""
        dress(self)
        yield TitleLine(self.session)
        yield from self.body()
        yield CommandFooter()

    def body(self) -> ComposeResult:
        """Widgets between title line and footer."""
        yield from ()

    # commands

    def may(self, command: Command) -> bool:
        """Whether the command is possible now; subclasses add what their own state asks."""
        return self.session.may(command.needs)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Hide what is not possible."""
        if action == "do":
            command = BY_ID.get(str(parameters[0]))
            return command is not None and self.may(command)
        return super().check_action(action, parameters)

    def action_do(self, command_id: str) -> None:
        """Run a command."""
        command = BY_ID[command_id]
        if self.may(command):
            getattr(self, f"do_{command.name}")()

    def possible(self) -> list[tuple[str, Command]]:
        """Key names and commands that are possible now."""
        found = {}
        for _, binding, enabled, _ in self.active_bindings.values():
            command = BY_ID.get(binding.id or "")
            if enabled and command:
                found[command.id] = (key_name(binding), command)
        return [found[command_id] for command_id in BY_ID if command_id in found]

    def do_bantuan(self) -> None:
        """Show the help of this screen."""
        self.app.action_show_help_panel()

    def do_perintah(self) -> None:
        """Open the command palette."""
        self.app.action_command_palette()

    def do_tema(self) -> None:
        """Choose a theme."""
        self.app.action_change_theme()

    async def _leave(self) -> None:
        await self.app.action_quit()

    def do_selesai(self) -> None:
        """Quit."""
        self.call_later(self._leave)

    # asking and writing

    def ask(self, job: Callable[[Session], T], reply: Callable[[T], Message], *, doing: str = "Membaca data") -> None:
        """Read in a worker; this screen receives `reply(result)`."""
        self.working.ask(self, job, reply, doing=doing)

    def write(self, deed: Deed) -> None:
        """Write in a worker nothing interrupts."""
        self.working.write(self, deed)

    def question(self, dialog: Question[T], then: Callable[[T], None]) -> None:
        """Ask; `then` gets the answer, if there is one."""

        def answered(answer: T | None) -> None:
            if answer is not None:
                then(answer)

        self.app.push_screen(dialog, answered)


class RoomScreen(BaseScreen):
    """A screen of an open instansi: with navigation, and reloading when the record has changed."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("ruang")

    def __init__(self) -> None:
        super().__init__()
        self.seen = -1

    def compose(self) -> ComposeResult:
        """Lay out title line, navigation, body and footer."""
        dress(self)
        yield TitleLine(self.session)
        yield NavigationLine(self.place)
        yield from self.body()
        yield CommandFooter()

    def on_screen_resume(self) -> None:
        """Look again if something was written since."""
        self.look_again()

    def look_again(self) -> None:
        """Reload if the record has changed since the last look."""
        if self.session.is_open and self.is_mounted and self.seen != self.session.version:
            self.seen = self.session.version
            self.query_one(TitleLine).refresh()
            self.refresh_bindings()
            self.load()

    def load(self) -> None:
        """Read what the screen shows."""

    def action_do(self, command_id: str) -> None:
        """Run a command; those of the navigation lead to another room."""
        command = BY_ID[command_id]
        if command.name == "urungkan" and self.may(command):
            self.do_urungkan()
        elif command.place == "ruang":
            if command.name != self.place:
                self.working.go(command.name)
        else:
            super().action_do(command_id)

    def do_urungkan(self) -> None:
        """Ask, telling what changes, then take the last change back."""
        self.ask(plan_undo, UndoPlanned, doing="Mengurungkan")

    @on(UndoPlanned)
    def _undo_planned(self, message: UndoPlanned) -> None:
        self.question(undo_question(message.plan), lambda _: self.write(undo_last(message.plan)))
