"""Yes or no, a notice, and the confirmation by typing."""

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input, Static

from tui.dialogs.base import Question


class Confirm(Question[bool]):
    """Answers True, or None."""

    def __init__(self, title: str, text: str, *, yes: str = "Ya", no: str = "Batal", danger: bool = False) -> None:
        super().__init__(title, yes=yes, no=no, danger=danger)
        self.text = text

    def body(self) -> ComposeResult:
        """Show what it is about."""
        yield Static(self.text, markup=False)

    def answer(self) -> bool:
        """Return the answer: yes."""
        return True


class Notice(Confirm):
    """Something to read and close."""

    def __init__(self, title: str, text: str) -> None:
        super().__init__(title, text, yes="Tutup", no="")


class Trouble(Question[bool]):
    """What went wrong, where, and what to do."""

    def __init__(self, what: str, where: str, to_do: str) -> None:
        super().__init__("Belum berhasil", yes="Tutup", no="")
        self.parts = (("", what), ("Di mana", where), ("Yang perlu dilakukan", to_do))

    def body(self) -> ComposeResult:
        """Show the three parts."""
        for label, text in self.parts:
            if text:
                if label:
                    yield Static(label, classes="dialog-label")
                yield Static(text, classes="dialog-text", markup=False)

    def answer(self) -> bool:
        """Return that it was read."""
        return True


class TypeToConfirm(Question[bool]):
    """Answers True once `wanted` was typed; case, outer and double blanks do not matter."""

    def __init__(self, title: str, text: str, wanted: str, *, yes: str) -> None:
        super().__init__(title, yes=yes, danger=True)
        self.text = text
        self.wanted = wanted

    def body(self) -> ComposeResult:
        """Ask to type the words."""
        yield Static(self.text, markup=False)
        yield Static(f"Ketik: {self.wanted}", classes="dialog-label", markup=False)
        yield Input(id="typed", compact=True)
        yield Static("", id="complaint")

    @on(Input.Submitted)
    def _submitted(self) -> None:
        self.submit()

    def answer(self) -> bool | None:
        """Return True if the words are right."""
        if _plain(self.query_one("#typed", Input).value) == _plain(self.wanted):
            return True
        self.complain("Belum sama dengan yang diminta.")
        return None


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
