"""One field of the form: label, input, and its findings right below."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Input, Static

from registry.model.finding import Finding


class FieldRow(Vertical):
    """`name` is the data field. Blocking findings are marked by a word, not only by colour. `first`: the text as recorded."""

    def __init__(self, name: str, label: str, value: str, hint: str = "") -> None:
        super().__init__(id=f"row-{name}")
        self.field = name
        self.label = label
        self.first = value
        self.hint = hint
        self._told: list[tuple[Finding, bool]] = []

    def compose(self) -> ComposeResult:
        """Label and input side by side, findings below."""
        with Horizontal(classes="field-line"):
            yield Static(self.label, classes="field-label", markup=False)
            yield Input(value=self.first, placeholder=self.hint, id=f"field-{self.field}", compact=True)
        yield Static("", classes="field-findings hidden")

    @property
    def value(self) -> str:
        """What stands in the field."""
        return self.query_one(Input).value

    @property
    def changed(self) -> bool:
        """The field says something else than what is recorded."""
        return self.value != self.first

    def set_value(self, value: str) -> None:
        """Put a recorded value in without a change message."""
        self.first = value
        entry = self.query_one(Input)
        with entry.prevent(Input.Changed):
            entry.value = value

    def show(self, findings: Sequence[Finding], blocking: bool) -> None:  # noqa: FBT001
        """Show what was found about the value."""
        self.show_each([(finding, blocking) for finding in findings])

    def show_each(self, findings: Sequence[tuple[Finding, bool]]) -> None:
        """Show what was found, each with whether it forbids saving."""
        if list(findings) == self._told:
            return  # most keystrokes change no finding of most fields
        self._told = list(findings)
        below = self.query_one(".field-findings", Static)
        below.update(Content("\n").join(_line(finding, blocking=blocking) for finding, blocking in findings))
        below.set_class(not findings, "hidden")


def _line(finding: Finding, *, blocking: bool) -> Content:
    mark, style = ("Harus dibetulkan: ", "$text-error") if blocking else ("Perhatikan: ", "$text-warning")
    return Content.assemble((mark, f"bold {style}"), (finding.pesan, style))
