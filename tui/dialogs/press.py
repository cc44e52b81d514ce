"""Which key? The question is answered by pressing it."""

from collections.abc import Callable
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from tui.dialogs.base import Question


class PressKey(Question[str]):
    """Answers the framework's name of the pressed key. `check`: why it cannot be used, or nothing. Esc: no answer."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "no_answer", "Batal", show=False)]
    AUTO_FOCUS = ""

    def __init__(self, title: str, text: str, check: Callable[[str], str]) -> None:
        super().__init__(title, yes="", no="Batal")
        self.text = text
        self.check = check

    def body(self) -> ComposeResult:
        """Ask for the key."""
        yield Static(self.text, classes="dialog-text", markup=False)
        yield Static("Tekan tombol yang baru sekarang; Esc membatalkan.")
        yield Static("", id="complaint", markup=False)

    @on(events.Key)
    def _pressed(self, event: events.Key) -> None:
        if event.key == "escape":
            return
        event.stop()
        event.prevent_default()
        if complaint := self.check(event.key):
            self.complain(complaint)
        else:
            self.dismiss(event.key)
