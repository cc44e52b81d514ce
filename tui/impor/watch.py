"""A folder that is watched: one line on the screen, a look every few seconds, a list to choose from. Imports nothing by itself."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.timer import Timer
from textual.widgets import Button, Static

from registry.desk.impor import taken_in
from registry.intake.watching import FolderWatch, Found, Sighting
from tui.dialogs.base import Question
from tui.screens.base import RoomScreen
from tui.session import Session
from tui.widgets.columns import Column, Tone
from tui.widgets.table import LineTable
from tui.words import number
from tui.work import Gave

EVERY = 3.0
WHERE = (
    "Berkas lembar kerja yang baru di folder ini akan muncul dalam daftar. Tidak ada yang diimpor dengan sendirinya."
)


@dataclass(frozen=True, slots=True)
class Arrived:
    """A file of the folder. state: what an operator needs to know. new: not imported, not in the queue, and whole."""

    found: Found
    state: str
    tone: Tone
    new: bool


@dataclass(frozen=True, slots=True)
class Picked:
    """What to import from the folder. stop: watch it no longer."""

    paths: tuple[Path, ...] = ()
    stop: bool = False


@dataclass
class Looked(Message):
    """What a look saw, and what is in the record already: number of the import by SHA-256."""

    watch: FolderWatch
    sighting: Sighting
    taken: dict[str, str]


COLUMNS: tuple[Column[Arrived], ...] = (
    Column("berkas", "Berkas", lambda one: one.found.path.name, width=26, grow=2, ends=True),
    Column("ukuran", "Ukuran", lambda one: _size(one.found.size), width=9, right=True, sort=lambda one: one.found.size),
    Column("keadaan", "Keadaan", lambda one: one.state, width=26, grow=1, tone=lambda one: one.tone),
)  # fmt: skip


def _size(size: int) -> str:
    return f"{number(size)} B" if size < 10_000 else f"{number(size // 1000)} KB"


class WatchLine(Static):
    """Says what is watched and how much is new there. `queued`: the paths in the queue."""

    def __init__(self, owner: RoomScreen, queued: Callable[[], Sequence[Path]]) -> None:
        super().__init__("", id="watch", classes="hidden", markup=False)
        self.owner = owner
        self.queued = queued
        self.watching: FolderWatch | None = None
        self.sighting = Sighting()
        self.taken: dict[str, str] = {}
        self.dialog: WatchedFiles | None = None
        self._seen_at = -1
        self._looking = False
        self._announced: set[str] = set()
        self._timer: Timer | None = None

    # starting and stopping

    def start(self, folder: Path) -> None:
        """Watch this folder instead of any other."""
        self.stop()
        self.watching = FolderWatch(folder)
        self._timer = self.set_interval(EVERY, self.look)
        self.look()
        self._draw()

    def stop(self) -> None:
        """Watch nothing."""
        if self._timer is not None:
            self._timer.stop()
        self.watching, self.sighting, self._timer = None, Sighting(), None
        self._announced = set()
        self._draw()

    # looking

    def look(self) -> None:
        """Look once, in a worker; a slow folder is not looked into twice at the same time."""
        watch, seen_at, taken = self.watching, self._seen_at, self.taken
        if watch is None or self._looking:
            return
        self._looking = True

        def job(session: Session) -> Looked:
            sighting = watch.look()
            with session.guard:
                if not session.is_open or session.version == seen_at:
                    return Looked(watch, sighting, taken)
                self._seen_at = session.version
                return Looked(watch, sighting, taken_in(session.store))

        self.owner.working.ask(self, job, lambda reply: reply, doing="Melihat folder yang dipantau", alone=False)

    @on(Looked)
    def _looked(self, message: Looked) -> None:
        self._looking = False
        self.taken = message.taken
        if message.watch is not self.watching:
            return
        self.sighting = message.sighting
        self._announce()
        self._draw()

    @on(Gave)
    def _gave(self) -> None:
        self._looking = False

    def _announce(self) -> None:
        fresh = [one for one in self.arrived() if one.new and one.found.sha256 not in self._announced]
        self._announced.update(one.found.sha256 for one in fresh)
        if fresh and self.dialog is None:
            more = f" dan {number(len(fresh) - 1)} lainnya" if len(fresh) > 1 else ""
            self.app.notify(f"Berkas baru di folder yang dipantau: {fresh[0].found.path.name}{more}.", markup=False)

    # showing

    def arrived(self) -> list[Arrived]:
        """Return the files of the folder, each with what is known of it: new ones first, known ones last."""
        queued = set(self.queued())
        files = [self._judge(found, queued) for found in self.sighting.files]
        return sorted(files, key=lambda one: (not one.new, one.tone == "muted"))

    def _judge(self, found: Found, queued: set[Path]) -> Arrived:
        if not found.offered:
            return Arrived(found, found.trouble, "warn", new=False)
        if found.sha256 in self.taken:
            return Arrived(found, f"sudah diimpor ({self.taken[found.sha256]})", "muted", new=False)
        if found.path in queued:
            return Arrived(found, "dalam antrean", "muted", new=False)
        return Arrived(found, "baru", "good", new=True)

    def question(self) -> "WatchedFiles":
        """Return the list to choose from; it follows the folder while it is open."""
        self.dialog = WatchedFiles(self)
        return self.dialog

    def _draw(self) -> None:
        self.set_class(self.watching is None, "hidden")
        self.update(self.in_words())
        if self.dialog is not None and self.dialog.is_mounted:
            self.dialog.show()
        self.owner.refresh_bindings()

    def in_words(self) -> str:
        """Return what is watched, and how much is new."""
        if self.watching is None:
            return ""
        if self.sighting.trouble:
            return f"{self.sighting.trouble} ({self.watching.folder})"
        new = sum(one.new for one in self.arrived())
        return f"{number(new) if new else 'Belum ada'} berkas baru di folder yang dipantau: {self.watching.folder}"


class WatchedFiles(Question[Picked]):
    """Answers the files to import: the marked ones, or the one under the cursor."""

    AUTO_FOCUS = "#watched"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take", "Masukkan ke antrean", show=False),
        *Question.BINDINGS,
    ]

    def __init__(self, line: WatchLine) -> None:
        super().__init__("Folder yang dipantau", yes="Masukkan ke antrean", no="Tutup")
        self.line = line
        self._led = False

    def body(self) -> ComposeResult:
        """Show the folder and its files."""
        yield Static("", id="watched-state", classes="dialog-label", markup=False)
        yield LineTable(
            COLUMNS, lambda one: str(one.found.path), multi=True, id="watched", empty="Belum ada berkas lembar kerja."
        )
        yield Static("", id="complaint", markup=False)
        yield Static("Spasi menandai, Ctrl+A menandai semua, Enter memasukkan ke antrean.", classes="dialog-label")
        yield Button("Berhenti memantau", id="stop", compact=True)

    def on_mount(self) -> None:
        """Show what is known."""
        self.show()

    def on_unmount(self) -> None:
        """Nobody looks any more."""
        self.line.dialog = None

    def show(self) -> None:
        """Show what the last look saw; marks stay. The first time something is new, the cursor is led there."""
        self.query_one("#watched-state", Static).update(self.line.in_words())
        table, files = self.query_one("#watched", LineTable), self.line.arrived()
        table.show(files)
        if not self._led and files and files[0].new:
            self._led = True
            table.action_go(0)

    @on(LineTable.Activated, "#watched")
    def action_take(self) -> None:
        """Answer with what is marked, or with the file under the cursor."""
        self.submit()

    @on(Button.Pressed, "#stop")
    def _stop(self) -> None:
        self.dismiss(Picked(stop=True))

    def answer(self) -> Picked | None:
        """Return the files that can be imported; of many marked ones only the new, one alone even if it is known."""
        chosen = [one for one in self.query_one("#watched", LineTable).chosen_rows if one.found.offered]
        wanted = [one for one in chosen if one.new] or chosen[:1]
        if not wanted:
            self.complain("Pilih berkas yang sudah selesai disalin.")
            return None
        return Picked(tuple(one.found.path for one in wanted))
