"""The app: starts, opens and closes instansi, switches rooms, shows errors calmly. It draws nothing of its own."""

import logging
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.screen import Screen

from registry.errors import PendataanError
from tui.dialogs.checking import Checking
from tui.dialogs.confirm import Confirm, Trouble
from tui.dialogs.workspace import ChooseWorkspace
from tui.framework import key_name
from tui.log import CalmLog
from tui.palette import CommandProvider, palette
from tui.people import Filter
from tui.preferences import Preferences, preferences_path, read_preferences
from tui.preferring import PreferringApp
from tui.screens.bantuan import Help
from tui.screens.base import BaseScreen, RoomScreen
from tui.screens.beranda import BerandaScreen
from tui.screens.pegawai import PegawaiScreen
from tui.screens.rooms import ROOMS
from tui.session import Session
from tui.tidying import Tidying
from tui.ways import as_trouble, only_reading, trouble, ways_from
from tui.work import Sample, Written, log_unexpected

# Places whose layout stands in a style sheet of their own.
STYLED = (
    "beranda", "pegawai", "orang", "unit", "impor", "keputusan", "masukan", "pengumuman", "finalisasi", "statistik", "riwayat", "pengaturan",
)  # fmt: skip


class Opened(Message):
    """An instansi is open; `place`: the room to show, `people`: whom of the people."""

    def __init__(self, notices: list[str], place: str, people: Filter | None) -> None:
        super().__init__()
        self.people = people
        self.notices = notices
        self.place = place


class Closed(Message):
    """The instansi is closed."""


class Moved(Message):
    """The session is at another workspace."""


class PendataanApp(PreferringApp):
    """The operators' terminal."""

    TITLE = "Pendataan"
    CSS_PATH: ClassVar = ["pendataan.tcss", *(f"styles/{place}.tcss" for place in STYLED)]
    COMMANDS: ClassVar = {CommandProvider}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "quit", "Keluar", tooltip="Menutup aplikasi.", show=False, priority=True),
        Binding("ctrl+c", "help_quit", show=False, system=True),
    ]

    def __init__(
        self,
        session: Session,
        *,
        preferences: Preferences | None = None,
        remember: Path | None = None,
        told: str = "",
        sample: Sample | None = None,
    ) -> None:
        """remember: the file of the preferences; None: they live as long as the app. told: what to say about that file.

        sample: makes the sample agencies in an empty workspace.
        """
        super().__init__(session, sample, preferences or Preferences(), remember, told)
        self.rooms: dict[str, RoomScreen] = {}
        self._opening = ""
        self._then: tuple[str, str] | None = None
        self.HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (120, "-wide")]
        self.unexpected: list[BaseException] = []

    def get_default_screen(self) -> Screen[object]:
        """Return the list of instansi."""
        return BerandaScreen()

    @property
    def settled(self) -> bool:
        """Only the list of instansi or a room is shown: no person, no question."""
        return len(self.screen_stack) == 1 or (len(self.screen_stack) == 2 and isinstance(self.screen, RoomScreen))

    # opening and leaving

    def open_instansi(self, kode: str, place: str = "pegawai", people: Filter | None = None) -> None:
        """Open an instansi and go to one of its rooms. people: whom the list of people shows at first."""
        self._opening = kode
        self.ask(
            self,
            lambda session: session.open(kode),
            lambda notices: Opened(notices, place, people),
            doing="Membuka instansi",
        )

    @on(Opened)
    def _instansi_opened(self, message: Opened) -> None:
        for place, room in ROOMS.items():
            self.rooms[place] = room()
            self.install_screen(self.rooms[place], place)
        self._opening = ""
        people = self.rooms["pegawai"]
        if isinstance(people, PegawaiScreen) and message.people is not None:
            people.show_people(message.people)
        self.push_screen(message.place)
        if self.session.readonly:
            self.push_screen(only_reading(self.session, message.notices), self._take_way)
            return
        for notice in message.notices:
            self.notify(notice, severity="warning", timeout=10, markup=False)

    def go(self, place: str) -> None:
        """Go to a room, or back to the list of instansi."""
        if place == "tutup":
            self.ask(self, lambda session: session.close(), lambda _: Closed(), doing="Menutup instansi")
        else:
            self.switch_screen(place)

    def show_people(self, wanted: Filter) -> None:
        """Go to the list of people and show only these."""
        people = self.rooms["pegawai"]
        if isinstance(people, PegawaiScreen):
            people.show_people(wanted)
        self.go("pegawai")

    @on(Closed)
    async def _instansi_closed(self) -> None:
        while len(self.screen_stack) > 1:
            await self.pop_screen()
        for place, room in self.rooms.items():
            self.uninstall_screen(place)
            if room.is_attached:
                await room.remove()
        self.rooms = {}
        if self.tidying is not None:
            self.tidying.loosen()
        if self._then:
            (kode, place), self._then = self._then, None
            self.open_instansi(kode, place)

    def reopen(self) -> None:
        """Close the instansi and open it anew, in the same room."""
        place = next((screen.place for screen in self.screen_stack if isinstance(screen, RoomScreen)), "pegawai")
        self._then = (self.session.store.kode, place)
        self.go("tutup")

    def choose_workspace(self) -> None:
        """Ask for another workspace and go there."""
        self.push_screen(ChooseWorkspace(self.session.workspace.path), self._move_to)

    def _move_to(self, path: Path | None) -> None:
        if path is not None:
            self.ask(self, lambda session: session.move(path), lambda _: Moved(), doing="Membuka ruang kerja")

    @on(Moved)
    def _look_at_workspace(self) -> None:
        if isinstance(self.screen, BerandaScreen):
            self.screen.begin()

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

    def get_key_display(self, binding: Binding) -> str:
        """Return a key's Indonesian name."""
        return key_name(binding)

    # errors

    def show_error(self, error: BaseException, doing: str, again: Callable[[], None] | None = None) -> None:
        """Show what, where, what to do, and the ways on; the unexpected goes to the log file."""
        log_unexpected(error, doing)
        known = as_trouble(error)
        if known is not None:
            kode, self._opening = self._opening, ""
            ways = ways_from(known, self.session, repeatable=again is not None, opening=bool(kode))
            if ways:
                self.push_screen(trouble(known, ways), partial(self._take_way, again=again, kode=kode))
            else:
                self.push_screen(Trouble(known.what, known.where, known.to_do))
            return
        self.unexpected.append(error)
        self.push_screen(
            Trouble(
                f"{doing} gagal karena gangguan yang tidak terduga. Data yang sudah tersimpan tetap aman.",
                "",
                f"Ulangi. Bila terjadi lagi, kirimkan berkas catatan ini kepada pengelola: {self.session.workspace.log_file}",
            )
        )

    def _take_way(self, way: str | None, again: Callable[[], None] | None = None, kode: str = "") -> None:
        if way == "lagi" and again is not None:
            again()
        elif way == "buka":
            self.reopen()
        elif way == "tutup":
            self.go("tutup")
        elif way == "pindah":
            self.choose_workspace()
        elif way == "periksa":
            self.check_instansi(self.session.store.kode if self.session.is_open else kode)

    def check_instansi(self, kode: str) -> None:
        """Verify an instansi on disk and show what was found."""
        self.push_screen(Checking(kode))

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


def run(
    workspace_path: Path, operator: str, clock: Callable[[], datetime] = local_now, *, sample: Sample | None = None
) -> None:
    """Open the terminal on a workspace; a folder without one becomes a new workspace. `sample`: see PendataanApp."""
    session = Session.at(workspace_path, operator, clock)
    remember = preferences_path()
    preferences, told = read_preferences(remember)
    handler = CalmLog(session.workspace.log_file)
    logger = logging.getLogger("pendataan.tui")
    logger.addHandler(handler)
    logger.propagate = False
    try:
        app = PendataanApp(session, preferences=preferences, remember=remember, told=told, sample=sample)
        app.tidying = Tidying()
        app.run()
    finally:
        session.close()
        logger.removeHandler(handler)
        handler.close()
