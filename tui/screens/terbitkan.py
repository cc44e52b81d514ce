"""Building the public site: the builder runs as a child process, its lines become a progress bar."""

from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import ProgressBar, Static

from tui.actions import bindings
from tui.builder import build_site
from tui.command import Command
from tui.screens.base import BaseScreen, RoomScreen
from tui.work import Gave, Progress, Reporter

TEXT = (
    "Situs dibangun dari semua edisi yang sudah diumumkan di ruang kerja ini. Sebelum ditukar dengan situs lama, "
    "seluruh isinya diperiksa: tidak boleh ada NIK, nomor KK, tanggal lahir, nomor HP, atau surel."
)


@dataclass
class Built(Message):
    """The site stands. `said`: the builder's last words."""

    said: str


class BuildPanel(Vertical):
    """Start, progress, result."""

    def __init__(self, screen: BaseScreen) -> None:
        super().__init__()
        self.owner = screen
        self.reporter: Reporter | None = None

    def compose(self) -> ComposeResult:
        """Lay out text, bar and result."""
        yield Static("Terbitkan situs publik", classes="heading")
        yield Static(TEXT, classes="prose")
        yield Static(f"Tujuan: {self.owner.session.workspace.site_folder}", classes="remark", markup=False)
        yield ProgressBar(show_eta=False, id="bar", classes="hidden")
        yield Static("", id="state", markup=False)

    @property
    def running(self) -> bool:
        """The builder is at work."""
        return self.reporter is not None

    def start(self) -> None:
        """Start the builder."""
        self.reporter = reporter = Reporter(self)
        self.query_one("#bar", ProgressBar).update(total=None, progress=0)
        self.query_one("#bar").remove_class("hidden")
        self._state("Membangun …")
        path = self.owner.session.workspace.path
        self.owner.working.ask(self, lambda _: build_site(path, reporter), Built, doing="Membangun situs", alone=False)

    def stop(self) -> None:
        """Ask the builder to stop; the old site stays."""
        if self.reporter:
            self.reporter.stop()
            self._state("Menghentikan …")

    def _state(self, text: str) -> None:
        self.query_one("#state", Static).update(text)
        self.owner.refresh_bindings()

    @on(Progress)
    def _progress(self, message: Progress) -> None:
        self.query_one("#bar", ProgressBar).update(total=max(1, message.total), progress=message.done)
        self._state(message.text)

    @on(Built)
    def _built(self, message: Built) -> None:
        self.reporter = None
        bar = self.query_one("#bar", ProgressBar)
        bar.update(total=1, progress=1)
        self._state(message.said or "Situs selesai dibangun.")

    @on(Gave)
    def _gave(self) -> None:
        stopped = self.reporter is not None and self.reporter.stopped
        self.reporter = None
        self.query_one("#bar").add_class("hidden")
        self._state("Dihentikan. Situs lama tetap utuh." if stopped else "Situs tidak berubah.")


class _Publishing(BaseScreen):
    """What both screens share: two commands about the panel."""

    def body(self) -> ComposeResult:
        """Show the panel."""
        yield BuildPanel(self)

    def may(self, command: Command) -> bool:
        """Start what is not running, stop what is."""
        if command.name in {"mulai", "hentikan"}:
            running = any(panel.running for panel in self.query(BuildPanel))
            return running == (command.name == "hentikan")
        return super().may(command)

    def do_mulai(self) -> None:
        """Build."""
        self.query_one(BuildPanel).start()

    def do_hentikan(self) -> None:
        """Stop building."""
        self.query_one(BuildPanel).stop()

    def do_kembali(self) -> None:
        """Go back."""


class TerbitkanScreen(_Publishing):
    """From the list of instansi."""

    place: ClassVar[str] = "terbitkan"
    BINDINGS: ClassVar[list[BindingType]] = bindings("terbitkan")

    def do_kembali(self) -> None:
        """Go back; a build that runs is stopped."""
        self.query_one(BuildPanel).stop()
        self.app.pop_screen()


class TerbitkanRoom(_Publishing, RoomScreen):
    """From within an instansi."""

    place: ClassVar[str] = "terbitkan"
    BINDINGS: ClassVar[list[BindingType]] = bindings("terbitkan")
