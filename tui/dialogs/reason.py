"""A few answers, among them a reason that can begin with a ready sentence."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input, OptionList, Select, Static
from textual.widgets.option_list import Option

from tui.dialogs.fields import Field, Fields

REASON = Field("alasan", "Alasan", required=True)


@dataclass(frozen=True, slots=True)
class Ready:
    """A ready sentence. also: further answers it implies, by their fields' names."""

    text: str
    label: str = ""
    also: Mapping[str, str] | None = None


class Reasoned(Fields):
    """Like `Fields`, with a list of ready sentences below; choosing one puts it into the reason, where it can be edited."""

    def __init__(  # noqa: PLR0913  what a question may need
        self,
        title: str,
        ready: Sequence[Ready],
        *,
        fields: Sequence[Field] = (),
        text: str = "",
        yes: str = "Simpan",
        danger: bool = False,
        check: Callable[[dict[str, str]], str] | None = None,
    ) -> None:
        asked = fields if any(field.name == REASON.name for field in fields) else [*fields, REASON]
        super().__init__(title, asked, text=text, yes=yes, danger=danger, check=check)
        self.ready = ready

    def body(self) -> ComposeResult:
        """Show the fields, then the sentences."""
        yield from super().body()
        if self.ready:
            yield Static("Contoh alasan: Tab ke daftar, Enter memilih, lalu ubah seperlunya", classes="dialog-label")
            options = [Option(one.label or one.text, id=str(n)) for n, one in enumerate(self.ready)]
            yield OptionList(*options, id="ready", compact=True)

    def on_mount(self) -> None:
        """Give the reason the whole width: it is a sentence."""
        reason = self.query_one("#alasan", Input)
        reason.select_on_focus = False  # what was chosen is gone on with, not typed over
        line = reason.parent
        if isinstance(line, Horizontal):
            line.add_class("sentence")

    @on(OptionList.OptionSelected, "#ready")
    def _take(self, event: OptionList.OptionSelected) -> None:
        chosen = self.ready[event.option_index]
        for name, value in (chosen.also or {}).items():
            self.query_one(f"#{name}", Select).value = value
        reason = self.query_one("#alasan", Input)
        reason.value = chosen.text
        reason.focus()
        reason.action_end()


def ready(texts: Sequence[str]) -> list[Ready]:
    """Sentences that imply nothing else."""
    return [Ready(text) for text in texts]
