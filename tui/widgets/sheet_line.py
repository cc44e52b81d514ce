"""The sheets of one person in one line, each with its digit; the present one stands out, each can be clicked."""

from textual.content import Content
from textual.reactive import reactive
from textual.style import Style
from textual.widget import Widget

from tui.actions import BY_ID


class SheetLine(Widget):
    """`commands`: ids of the commands that lead to the sheets. `counts`: a number beside a name. `unsaved`: told at the right."""

    current: reactive[str] = reactive("")
    unsaved: reactive[bool] = reactive(False)
    counts: reactive[dict[str, int]] = reactive(dict[str, int])

    def __init__(self, commands: tuple[str, ...]) -> None:
        super().__init__(id="sheets")
        self.commands = commands
        self.auto_links = False

    def render(self) -> Content:
        """Draw the line."""
        parts = []
        for name in self.commands:
            command = BY_ID[name]
            here = command.name == self.current
            count = self.counts.get(command.name)
            label = f"{command.label} ({count})" if count else command.label
            style = "bold $background on $primary" if here else ""
            part = Content.assemble(
                (f" {command.key} ", style or "$footer-key-foreground"), (f"{label} ", style or "$foreground")
            )
            parts.append(part.stylize(Style.from_meta({"@click": f"screen.do({name!r})"})))
        line = Content("").join(parts)
        mark = Content.styled(" belum disimpan ", "bold $text-warning") if self.unsaved else Content("")
        room = max(1, self.size.width - mark.cell_length)
        return line.truncate(room, pad=True) + mark
