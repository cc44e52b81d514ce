"""One of many: a list with a search line."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar, Generic, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from tui.dialogs.base import Question

T = TypeVar("T")
MOST = 200


@dataclass(frozen=True, slots=True)
class Choice(Generic[T]):
    """One thing to choose. `also`: further words by which it is found."""

    value: T
    label: str
    also: str = ""


class Choose(Question[T], Generic[T]):
    """Answers the chosen value. Words in any order, case ignored. `new`: what the typed text itself may be chosen as."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "into_list", "Ke daftar", show=False),
        *Question.BINDINGS,
    ]

    def __init__(
        self,
        title: str,
        choices: Sequence[Choice[T]],
        *,
        search: str = "",
        new: Callable[[str], Choice[T] | None] | None = None,
    ) -> None:
        super().__init__(title, yes="Pilih")
        self.new = new
        self.choices = choices
        self.search = search
        self.found: list[Choice[T]] = []

    def body(self) -> ComposeResult:
        """Show search line and list."""
        if self.search:
            yield Input(placeholder=self.search, id="words", compact=True)
        yield OptionList(id="choices", compact=True)
        yield Static("", id="complaint")

    def on_mount(self) -> None:
        """Fill the list."""
        self._fill("")

    @on(Input.Changed, "#words")
    def _typed(self, event: Input.Changed) -> None:
        self._fill(event.value)

    def _fill(self, text: str) -> None:
        words = text.casefold().split()
        hits = [one for one in self.choices if all(word in f"{one.label} {one.also}".casefold() for word in words)]
        fresh = self.new(text.strip()) if self.new and text.strip() else None
        self.found = hits[:MOST] + ([fresh] if fresh else [])
        options = self.query_one("#choices", OptionList)
        options.clear_options()
        options.add_options([Option(one.label, id=str(n)) for n, one in enumerate(self.found)])
        if self.found:
            options.highlighted = 0
        more = max(0, len(hits) - MOST)
        none = "" if self.found else "Tidak ada yang cocok."
        self.complain(f"{more} lagi; ketik lebih banyak huruf." if more else none)

    def action_into_list(self) -> None:
        """Go from the search line into the list."""
        self.query_one("#choices", OptionList).focus()

    @on(Input.Submitted, "#words")
    @on(OptionList.OptionSelected, "#choices")
    def _chosen(self) -> None:
        self.submit()

    def answer(self) -> T | None:
        """Return the highlighted value."""
        place = self.query_one("#choices", OptionList).highlighted
        return self.found[place].value if place is not None and place < len(self.found) else None
