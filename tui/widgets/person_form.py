"""The fields of one person in their sections, with the findings beside them. It knows no store and checks nothing itself."""

from collections.abc import Mapping
from dataclasses import dataclass

from textual import events, on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.message import Message
from textual.widgets import Input, Static

from registry.desk.fields import Reading
from registry.model.finding import Finding
from tui.field_help import HINTS, SECTIONS
from tui.widgets.field_row import FieldRow
from tui.words import in_words, kolom


class PersonForm(VerticalScroll, can_focus=True):
    """Texts of the fields as recorded (`first`) and as they stand now."""

    class Edited(Message):
        """A text was changed by the operator."""

    @dataclass
    class Focused(Message):
        """Another field has the focus."""

        field: str

    def compose(self) -> ComposeResult:
        """Lay out the sections."""
        for title, names in SECTIONS:
            yield Static(title, classes="section")
            for name in names:
                yield FieldRow(name, kolom(name), "", HINTS.get(name, ""))

    @property
    def values(self) -> dict[str, str]:
        """What stands in the fields."""
        return {row.field: row.value for row in self.query(FieldRow)}

    @property
    def changes(self) -> dict[str, str]:
        """The fields that say something else than what is recorded."""
        return {row.field: row.value for row in self.query(FieldRow) if row.changed}

    def fill(self, texts: Mapping[str, str], *, keep: bool) -> None:
        """Show a record. keep: what was typed since stays, unsaved."""
        for row in self.query(FieldRow):
            text = in_words(row.field, texts.get(row.field, ""))
            if keep and row.changed:
                row.first = text
            else:
                row.set_value(text)

    def settle(self, saved: Mapping[str, str]) -> None:
        """These texts are on disk now; what was typed after them is still unsaved."""
        for row in self.query(FieldRow):
            row.first = saved.get(row.field, row.first)

    def show(self, reading: Reading, *, blocking: bool) -> None:
        """Show the findings beside their fields. blocking: those that forbid saving too."""
        by_field: dict[str, dict[Finding, bool]] = {}
        told = [*((one, True) for one in reading.halangan if blocking), *((one, False) for one in reading.temuan)]
        for finding, forbids in told:
            by_field.setdefault(finding.kolom, {}).setdefault(finding, forbids)
        for row in self.query(FieldRow):
            row.show_each(list(by_field.get(row.field, {}).items()))

    def below(self) -> int:
        """How many fields lie below what is seen."""
        seen = self.scroll_y + self.size.height
        return sum(row.virtual_region.y >= seen for row in self.query(FieldRow))

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Tell which field it is."""
        if isinstance(event.widget, Input) and event.widget.id:
            self.post_message(self.Focused(event.widget.id.removeprefix("field-")))

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Edited())

    @on(Input.Submitted)
    def _next_field(self, event: Input.Submitted) -> None:
        event.stop()
        self.screen.focus_next(Input)
