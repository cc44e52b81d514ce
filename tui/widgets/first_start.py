"""How to begin in an empty workspace: a few ways to choose from, and the progress of the one that takes long."""

from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import OptionList, ProgressBar, Static
from textual.widgets.option_list import Option

WELCOME = (
    "Belum ada instansi di ruang kerja ini.\n\n"
    "Buat satu dari daftar wilayah dan instansi pusat; setelah itu berkas dari unit kerja dapat langsung diimpor."
)
PRACTICE = " Untuk berlatih, muat contoh: tiga instansi dengan orang rekaan, masing-masing pada tahap yang berbeda."
WAYS = {
    "tambah": "Buat instansi: cari nama atau kodenya di daftar",
    "contoh": "Muat contoh: tiga instansi rekaan",
    "pindah": "Buka ruang kerja di folder lain",
}


class FirstStart(Vertical):
    """Shown instead of the list. sample: whether the sample can be made."""

    @dataclass
    class Chosen(Message):
        """A way was chosen; `way` names the command."""

        way: str

    def __init__(self, *, sample: bool) -> None:
        super().__init__(id="first-time", classes="hidden")
        self.sample = sample

    @property
    def has_focus_within(self) -> bool:
        """Whether one of its widgets has the focus."""
        return self.screen.focused is not None and self in self.screen.focused.ancestors

    def compose(self) -> ComposeResult:
        """Lay out welcome, ways and progress."""
        yield Static(WELCOME + (PRACTICE if self.sample else ""), id="welcome")
        ways = [(name, label) for name, label in WAYS.items() if self.sample or name != "contoh"]
        yield OptionList(*(Option(label, id=name) for name, label in ways), id="begin", compact=True)
        yield Static("", id="making", classes="hidden", markup=False)
        yield ProgressBar(show_eta=False, id="made", classes="hidden")

    def take_focus(self) -> None:
        """Let the arrow keys choose a way."""
        ways = self.query_one("#begin", OptionList)
        if not ways.has_class("hidden"):
            ways.focus()

    @on(OptionList.OptionSelected, "#begin")
    def _way(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if event.option_id:
            self.post_message(self.Chosen(event.option_id))

    def begin(self) -> None:
        """Show the progress instead of the ways."""
        self._while_making(True)
        self.progress(0, 1, "Membuat contoh …")

    def progress(self, done: int, total: int, text: str) -> None:
        """Show how far it is."""
        self.query_one("#making", Static).update(text)
        self.query_one("#made", ProgressBar).update(total=total, progress=done)

    def end(self) -> None:
        """Show the ways again."""
        self._while_making(False)

    def _while_making(self, busy: bool) -> None:  # noqa: FBT001
        self.query_one("#begin").set_class(busy, "hidden")
        self.query_one("#making").set_class(not busy, "hidden")
        self.query_one("#made").set_class(not busy, "hidden")
