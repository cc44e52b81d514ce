"""The fields of one person in their sections, with the findings beside them."""

from collections.abc import Mapping

from registry.desk.fields import Reading
from registry.model.finding import Finding
from tui.field_help import HINTS, SECTIONS
from tui.widgets.form import Form
from tui.widgets.form_texts import FormField, Section
from tui.words import in_words, kolom

PARTS = tuple(
    Section(title, tuple(FormField(name, kolom(name), HINTS.get(name, "")) for name in names))
    for title, names in SECTIONS
)


class PersonForm(Form, can_focus=True):
    """Codes are shown as words."""

    def __init__(self, id: str) -> None:  # noqa: A002  Textual's own name
        super().__init__(PARTS, id=id)

    def fill(self, texts: Mapping[str, str], *, keep: bool) -> None:
        """Show a record. keep: what was typed since stays, unsaved."""
        super().fill({name: in_words(name, text) for name, text in texts.items()}, keep=keep)

    def show(self, reading: Reading, *, blocking: bool) -> None:
        """Show the findings beside their fields. blocking: those that forbid saving too."""
        by_field: dict[str, dict[Finding, bool]] = {}
        told = [*((one, True) for one in reading.halangan if blocking), *((one, False) for one in reading.temuan)]
        for finding, forbids in told:
            by_field.setdefault(finding.kolom, {}).setdefault(finding, forbids)
        self.tell({name: list(found.items()) for name, found in by_field.items()})
