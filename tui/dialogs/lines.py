"""A list as text, one entry a line: typed, or pasted from a spreadsheet."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static, TextArea

from tui.dialogs.base import Question
from tui.words import number

Names = tuple[str, ...]


class Lines(Question[Names]):
    """Answers the entries. read: text -> entries. noun: what one of them is ("unit")."""

    AUTO_FOCUS = "#lines"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "submit", "Simpan", show=False, priority=True),
        Binding("escape", "no_answer", "Batal", show=False),
    ]

    def __init__(
        self, title: str, text: str, entries: Sequence[str], *, read: Callable[[str], Names], noun: str
    ) -> None:
        super().__init__(title, yes="Simpan")
        self.text = text
        self.entries = entries
        self.read = read
        self.noun = noun

    def body(self) -> ComposeResult:
        """Show what it is for, the text, and how many entries it holds."""
        yield Static(self.text, classes="dialog-text", markup=False)
        yield TextArea("\n".join(self.entries), id="lines", compact=True, soft_wrap=False)
        yield Static("", id="complaint")

    def on_mount(self) -> None:
        """Count what is there already."""
        self._count()

    @on(TextArea.Changed, "#lines")
    def _count(self) -> None:
        entries = len(self.answer())
        self.complain(f"{number(entries)} {self.noun}  ·  Ctrl+S menyimpan, Esc membatalkan")

    def action_submit(self) -> None:
        """Answer from the keyboard, wherever the focus is."""
        self.submit()

    def answer(self) -> Names:
        """Return the entries; none is an answer too."""
        return self.read(self.query_one("#lines", TextArea).text)
