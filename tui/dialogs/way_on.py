"""Trouble with a choice of ways on: what happened, where, what helps, and a list of what can be done now."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from tui.dialogs.base import Question


@dataclass(frozen=True, slots=True)
class Way:
    """One way on. value: what the question answers."""

    value: str
    label: str


class WayOn(Question[str]):
    """Answers the value of the chosen way; Esc takes none of them."""

    AUTO_FOCUS = "OptionList"

    def __init__(self, title: str, parts: Sequence[tuple[str, str]], ways: Sequence[Way]) -> None:
        super().__init__(title, yes="", no="")
        self.parts = [part for part in parts if part[1]]
        self.ways = ways

    def body(self) -> ComposeResult:
        """Show the parts, then the ways."""
        for label, text in self.parts:
            if label:
                yield Static(label, classes="dialog-label")
            yield Static(text, classes="dialog-text", markup=False)
        yield OptionList(*(Option(way.label, id=way.value) for way in self.ways), id="ways", compact=True)

    @on(OptionList.OptionSelected, "#ways")
    def _taken(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option_id)
