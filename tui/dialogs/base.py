"""The frame of a question: title, body, buttons, Esc for no answer."""

from typing import ClassVar, Generic, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Button, Static

from tui.dressing import dress

Answer = TypeVar("Answer")


class Question(ModalScreen[Answer | None], Generic[Answer]):
    """A typed question. Dismisses with None when there is no answer."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "no_answer", "Batal", show=False),
        Binding("pageup", "scroll_body(-8)", "Gulir ke atas", show=False),
        Binding("pagedown", "scroll_body(8)", "Gulir ke bawah", show=False),
    ]
    AUTO_FOCUS = "Input, Select, OptionList, Button.-primary"

    def __init__(self, title: str, *, yes: str = "Ya", no: str = "Batal", danger: bool = False) -> None:
        super().__init__()
        self.question = title
        self.yes = yes
        self.no = no
        self.danger = danger

    def compose(self) -> ComposeResult:
        """Lay out the frame around the body."""
        dress(self)
        with Vertical(classes="dialog"):
            yield Static(self.question, classes="dialog-title", markup=False)
            with VerticalScroll(classes="dialog-body", can_focus=False):
                yield from self.body()
            with Horizontal(classes="dialog-buttons"):
                if self.yes:
                    yield Button(self.yes, variant="error" if self.danger else "primary", id="yes", compact=True)
                if self.no:
                    yield Button(self.no, id="no", compact=True)

    def body(self) -> ComposeResult:
        """Widgets of the question itself."""
        yield from ()

    def answer(self) -> Answer | None:
        """Return what is answered so far; None: not complete."""
        raise NotImplementedError

    @on(Button.Pressed, "#yes")
    def submit(self) -> None:
        """Answer, if the answer is complete."""
        answer = self.answer()
        if answer is not None:
            self.dismiss(answer)

    @on(Button.Pressed, "#no")
    def action_no_answer(self) -> None:
        """Close without an answer."""
        self.dismiss(None)

    def action_scroll_body(self, lines: int) -> None:
        """Scroll what does not fit, wherever the focus is."""
        self.query_one(".dialog-body").scroll_relative(y=lines, animate=False)

    def complain(self, text: str) -> None:
        """Say what is missing, inside the dialog."""
        self.query_one("#complaint", Static).update(text)
