"""A few answers at once: text fields and choices, with what is missing said in the dialog."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.suggester import SuggestFromList
from textual.widgets import Input, Select, Static

from tui.dialogs.base import Question


@dataclass(frozen=True, slots=True)
class Field:
    """One answer. choices: (label, value) pairs; empty for text. suggestions: texts that typing completes."""

    name: str
    label: str
    value: str = ""
    hint: str = ""
    required: bool = False
    choices: tuple[tuple[str, str], ...] = ()
    suggestions: tuple[str, ...] = ()


class Fields(Question[dict[str, str]]):
    """Answers the texts by name, trimmed. `check`: returns a complaint, or nothing."""

    def __init__(  # noqa: PLR0913  what a question may need
        self,
        title: str,
        fields: Sequence[Field],
        *,
        text: str = "",
        yes: str = "Simpan",
        danger: bool = False,
        check: Callable[[dict[str, str]], str] | None = None,
    ) -> None:
        super().__init__(title, yes=yes, danger=danger)
        self.fields = fields
        self.text = text
        self.check = check

    def body(self) -> ComposeResult:
        """Show the fields, each beside its label."""
        if self.text:
            yield Static(self.text, classes="dialog-text", markup=False)
        for field in self.fields:
            with Horizontal(classes="dialog-field"):
                yield Static(field.label + (" *" if field.required else ""), classes="field-label", markup=False)
                yield _entry(field)
        if any(field.required for field in self.fields):
            yield Static("* wajib diisi", classes="dialog-label")
        yield Static("", id="complaint")

    def on_mount(self) -> None:
        """Show the question from its top once it is laid out: the first field took the focus before that, and may have scrolled."""
        self.call_after_refresh(self._from_top)

    def _from_top(self) -> None:
        self.query_one(".dialog-body").scroll_home(animate=False)
        if self.focused is not None:
            self.focused.scroll_visible(animate=False)

    @on(Input.Submitted)
    def _next(self) -> None:
        if self.focused is self.query(Input).last():
            self.submit()
        else:
            self.focus_next("Input, Select")

    def values(self) -> dict[str, str]:
        """Return what stands in the fields now."""
        found: dict[str, str] = {}
        for field in self.fields:
            if field.choices:
                value = self.query_one(f"#{field.name}", Select).value
                found[field.name] = value if isinstance(value, str) else ""
            else:
                found[field.name] = self.query_one(f"#{field.name}", Input).value.strip()
        return found

    def answer(self) -> dict[str, str] | None:
        """Return the values if nothing is missing."""
        values = self.values()
        for field in self.fields:
            if field.required and not values[field.name]:
                self.complain(f"{field.label} perlu diisi.")
                self.query_one(f"#{field.name}").focus()
                return None
        if self.check and (complaint := self.check(values)):
            self.complain(complaint)
            return None
        return values


def _entry(field: Field) -> Input | Select[str]:
    if not field.choices:
        suggester = SuggestFromList(field.suggestions, case_sensitive=False) if field.suggestions else None
        return Input(value=field.value, placeholder=field.hint, suggester=suggester, id=field.name, compact=True)
    return Select(
        field.choices,
        value=field.value or Select.NULL,
        allow_blank=not field.value,
        prompt="Pilih",
        id=field.name,
        compact=True,
    )


def ask_reason(title: str, text: str, *, yes: str, danger: bool = False) -> Fields:
    """Return the question for a reason; it answers {"alasan": ...}."""
    return Fields(title, [Field("alasan", "Alasan", required=True)], text=text, yes=yes, danger=danger)
