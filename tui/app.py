"""The app: starts, opens and closes instansi, switches rooms, shows errors calmly. It draws nothing of its own."""

import logging
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.screen import Screen

from registry.errors import PendataanError
from registry.workspace import Workspace
from tui.dialogs.choose import Choice, Choose
from tui.dialogs.confirm import Confirm, Trouble
from tui.framework import key_name
from tui.palette import CommandProvider, palette
from tui.screens.bantuan import Help
from tui.screens.base import BaseScreen, RoomScreen
from tui.screens.beranda import BerandaScreen
from tui.screens.rooms import ROOMS
from tui.session import Session
from tui.theme import THEMES
from tui.work import WorkingApp, Written, log_unexpected

# Places whose layout stands in a style sheet of their own.
STYLED = (
    "beranda", "pegawai", "orang", "unit", "impor", "keputusan", "masukan", "pengumuman", "finalisasi", "statistik", "riwayat", "pengaturan",
)  # fmt: skip


class Opened(Message):
    """An instansi is open."""

    def __init__(self, notices: list[str]) -> None:
        super().__init__()
        self.notices = notices


class Closed(Message):
    """The instansi is closed."""


class PendataanApp(WorkingApp):
    """The operators' terminal."""

    TITLE = "Pendataan"
    CSS_PATH: ClassVar = ["pendataan.tcss", *(f"styles/{place}.tcss" for place in STYLED)]
    COMMANDS: ClassVar = {CommandProvider}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "quit", "Keluar", tooltip="Menutup aplikasi.", show=False, priority=True),
        Binding("ctrl+c", "help_quit", show=False, system=True),
    ]

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.rooms: dict[str, RoomScreen] = {}
        self.HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (120, "-wide")]
        self.unexpected: list[BaseException] = []
        for theme, _ in THEMES.values():
            self.register_theme(theme)
        self.theme = "gelap"

    def get_default_screen(self) -> Screen[object]:
        """Return the list of instansi."""
        return BerandaScreen()

    # opening and leaving

    def open_instansi(self, kode: str) -> None:
        """Open an instansi and go to its people."""
        self.ask(self, lambda session: session.open(kode), Opened, doing="Membuka instansi")

    @on(Opened)
    def _instansi_opened(self, message: Opened) -> None:
        for place, room in ROOMS.items():
            self.rooms[place] = room()
            self.install_screen(self.rooms[place], place)
        self.push_screen("pegawai")
        for notice in message.notices:
            self.notify(notice, severity="warning", timeout=10, markup=False)

    def go(self, place: str) -> None:
        """Go to a room, or back to the list of instansi."""
        if place == "tutup":
            self.ask(self, lambda session: session.close(), lambda _: Closed(), doing="Menutup instansi")
        else:
            self.switch_screen(place)

    @on(Closed)
    async def _instansi_closed(self) -> None:
        while len(self.screen_stack) > 1:
            await self.pop_screen()
        for place, room in self.rooms.items():
            self.uninstall_screen(place)
            if room.is_attached:
                await room.remove()
        self.rooms = {}

    @on(Written)
    def _look_again(self) -> None:
        for screen in self.screen_stack:
            if isinstance(screen, RoomScreen):
                screen.look_again()

    async def action_quit(self) -> None:
        """Leave; a write that is running is waited for."""
        if self.writing:
            self.leaving = True
            self.notify("Penyimpanan sedang berjalan. Aplikasi ditutup setelah selesai.")
            return
        unsaved = next((screen for screen in self.screen_stack if getattr(screen, "unsaved", False)), None)
        if unsaved is None:
            self.exit()
        else:
            text = "Ada perubahan yang belum disimpan. Keluar dan membuangnya?"
            self.push_screen(Confirm("Keluar?", text, yes="Buang dan keluar", danger=True), self._leave_if)

    def _leave_if(self, sure: bool | None) -> None:  # noqa: FBT001  answer of a dialog
        if sure:
            self.exit()

    def action_help_quit(self) -> None:
        """Ctrl+C: say how to leave."""
        self.notify("Tekan Ctrl+Q untuk keluar.")

    # help, palette, themes

    def action_command_palette(self) -> None:
        """Open the palette."""
        if isinstance(self.screen, BaseScreen):
            self.push_screen(palette())

    def action_show_help_panel(self) -> None:
        """Show the help of the present screen."""
        if isinstance(self.screen, BaseScreen):
            self.push_screen(Help(self.screen, self.screen.place))

    def action_change_theme(self) -> None:
        """Choose a theme."""
        choices = [Choice(name, label) for name, (_, label) in THEMES.items()]
        self.push_screen(Choose("Tema", choices), self._take_theme)

    def _take_theme(self, name: str | None) -> None:
        if name:
            self.theme = name

    def get_key_display(self, binding: Binding) -> str:
        """Return a key's Indonesian name."""
        return key_name(binding)

    # errors

    def show_error(self, error: BaseException, doing: str) -> None:
        """Show what, where, what to do; the unexpected goes to the log file."""
        log_unexpected(error, doing)
        if isinstance(error, PendataanError):
            self.push_screen(Trouble(error.what, error.where, error.to_do))
            return
        self.unexpected.append(error)
        self.push_screen(
            Trouble(
                f"{doing} gagal karena gangguan yang tidak terduga. Data yang sudah tersimpan tetap aman.",
                "",
                f"Ulangi. Bila terjadi lagi, kirimkan berkas catatan ini kepada pengelola: {self.session.workspace.log_file}",
            )
        )

    def _handle_exception(self, error: Exception) -> None:
        """End calmly: Textual would print a traceback with the values of variables, among them private data."""
        log_unexpected(error, "Menggambar layar")
        if isinstance(error, PendataanError):
            logging.getLogger("pendataan.tui").error("Menggambar layar", exc_info=error)
        super()._handle_exception(error)

    def _fatal_error(self) -> None:
        self.bell()
        self._exit_renderables.append(
            "Pendataan terhenti karena gangguan yang tidak terduga. Data yang sudah tersimpan tetap aman.\n"
            f"Rincian untuk pengelola: {self.session.workspace.log_file}"
        )
        self._close_messages_no_wait()


def local_now() -> datetime:
    """Now, with zone."""
    return datetime.now(UTC).astimezone()


def run(workspace_path: Path, operator: str, clock: Callable[[], datetime] = local_now) -> None:
    """Open the terminal on a workspace; a folder without one becomes a new workspace."""
    workspace = (
        Workspace.open(workspace_path)
        if (workspace_path / "pendataan.toml").exists()
        else Workspace.init(workspace_path)
    )
    handler = logging.FileHandler(workspace.log_file, encoding="utf-8", delay=True)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    logger = logging.getLogger("pendataan.tui")
    logger.addHandler(handler)
    logger.propagate = False
    session = Session(workspace, operator, clock)
    try:
        PendataanApp(session).run()
    finally:
        session.close()
        logger.removeHandler(handler)
        handler.close()
