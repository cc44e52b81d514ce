"""One decree (SK): its fields, with what is found about each while one types."""

from collections.abc import Callable, Mapping

from textual import events, on
from textual.app import ComposeResult
from textual.widgets import Input, Static

from registry.desk.sk import SK_FIELDS, Sk
from tui.dialogs.base import Question
from tui.field_help import HELP, HINTS
from tui.widgets.field_row import FieldRow
from tui.words import in_words, kolom


class SkDialog(Question[Sk]):
    """Answers the decree; not while something in it forbids that. `read`: texts -> decree with findings, quick and without a store."""

    AUTO_FOCUS = "Input"

    def __init__(self, title: str, texts: Mapping[str, str], read: Callable[[Mapping[str, str]], Sk]) -> None:
        super().__init__(title, yes="Pakai")
        self.texts = texts
        self.read = read
        self.touched = False

    def body(self) -> ComposeResult:
        """Show the fields."""
        for name in SK_FIELDS:
            yield FieldRow(name, kolom(name), in_words(name, self.texts.get(name, "")), HINTS.get(name, ""))
        yield Static("", id="complaint")
        yield Static("", id="sk-help", classes="dialog-label", markup=False)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Explain the field."""
        name = (event.widget.id or "").removeprefix("field-")
        self.query_one("#sk-help", Static).update(HELP.get(name, ""))

    @property
    def values(self) -> dict[str, str]:
        """What stands in the fields."""
        return {row.field: row.value for row in self.query(FieldRow)}

    @on(Input.Changed)
    def _typed(self) -> None:
        self.touched = self.touched or any(row.changed for row in self.query(FieldRow))
        if self.touched:
            self._show(self.read(self.values))

    @on(Input.Submitted)
    def _next(self) -> None:
        if self.focused is self.query(Input).last():
            self.submit()
        else:
            self.focus_next(Input)

    def _show(self, one: Sk) -> None:
        for row in self.query(FieldRow):
            told = [*((f, True) for f in one.halangan), *((f, False) for f in one.temuan)]
            row.show_each([(finding, forbids) for finding, forbids in told if finding.kolom == row.field])
        self.complain("")

    def answer(self) -> Sk | None:
        """Return the decree, if nothing forbids it."""
        one = self.read(self.values)
        self._show(one)
        if one.halangan:
            self.complain("Betulkan dahulu yang bertanda “Harus dibetulkan”.")
            self.query_one(f"#field-{one.halangan[0].kolom}").focus()
            return None
        return one
