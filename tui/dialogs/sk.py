"""One decree (SK): its fields, with what is found about each while one types."""

from collections.abc import Callable, Mapping

from textual import on
from textual.app import ComposeResult
from textual.widgets import Static

from registry.desk.sk import SK_FIELDS, Sk
from tui.dialogs.base import Question
from tui.field_help import HELP, HINTS
from tui.widgets.form import Form
from tui.widgets.form_texts import FormField, Section, Told
from tui.words import in_words, kolom

FIELDS = Section("", tuple(FormField(name, kolom(name), HINTS.get(name, "")) for name in SK_FIELDS))


class SkDialog(Question[Sk]):
    """Answers the decree; not while something in it forbids that. `read`: texts -> decree with findings, quick and without a store."""

    AUTO_FOCUS = "Input"

    def __init__(self, title: str, texts: Mapping[str, str], read: Callable[[Mapping[str, str]], Sk]) -> None:
        super().__init__(title, yes="Pakai")
        self.read = read
        self.touched = False
        self.form = Form([FIELDS], beside=False, after_last="ended")
        self.form.texts.fill({name: in_words(name, text) for name, text in texts.items()}, keep=False)

    def body(self) -> ComposeResult:
        """Show the fields."""
        yield self.form
        yield Static("", id="complaint")
        yield Static("", id="sk-help", classes="dialog-label", markup=False)

    @on(Form.Focused)
    def _explain(self, message: Form.Focused) -> None:
        self.query_one("#sk-help", Static).update(HELP.get(message.field, ""))

    @property
    def values(self) -> dict[str, str]:
        """What stands in the fields."""
        return self.form.values

    @on(Form.Edited)
    def _typed(self) -> None:
        self.touched = self.touched or bool(self.form.changes)
        if self.touched:
            self._show(self.read(self.values))

    @on(Form.Ended)
    def _all_typed(self) -> None:
        self.submit()

    def _show(self, one: Sk) -> None:
        told: dict[str, list[Told]] = {}
        for finding, forbids in [*((f, True) for f in one.halangan), *((f, False) for f in one.temuan)]:
            told.setdefault(finding.kolom, []).append((finding, forbids))
        self.form.tell(told)
        self.complain("")

    def answer(self) -> Sk | None:
        """Return the decree, if nothing forbids it."""
        one = self.read(self.values)
        self._show(one)
        if one.halangan:
            self.complain("Betulkan dahulu yang bertanda “Harus dibetulkan”.")
            self.form.go_to(one.halangan[0].kolom)
            return None
        return one
