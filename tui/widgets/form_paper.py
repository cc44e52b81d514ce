"""The drawing of a form: labels, texts and findings as lines. Only visible lines are ever made; one line of a field is its input's."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tui.widgets.columns import fit
from tui.widgets.form_lines import LABEL, FormLine, FormLines
from tui.widgets.form_texts import FormField, FormTexts


class FormPaper(Widget):
    """What a form shows, its input apart. `current`: the field that is marked as being typed into; `locked`: none can be."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "paper--section", "paper--label", "paper--label-current", "paper--text", "paper--hint", "paper--forbids", "paper--remark",
    }  # fmt: skip
    DEFAULT_CSS = "FormPaper { height: auto; width: 1fr; }"

    @dataclass
    class Pressed(Message):
        """The mouse was pressed on a field. x: cells from the left edge of its text, negative on the label."""

        field: str
        x: int

    class Laid(Message):
        """The lines stand elsewhere: the paper has another width or height."""

    def __init__(self, texts: FormTexts, *, widest: int, beside: bool) -> None:
        """widest, beside: see FormLines."""
        super().__init__()
        self.texts = texts
        self.lines = FormLines(texts, widest, beside)
        self.current = ""
        self.locked = False
        self._styles: dict[str, Style] = {}

    # measures

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the fields and what was found need."""
        del container, viewport
        return len(self.lines.at(width))

    def text_region(self, name: str) -> Region:
        """Where the text of a field stands on this paper."""
        return self.lines.text_region(name, self.size.width)

    def below(self, y: int) -> int:
        """How many fields begin at line `y` or below."""
        return sum(line.first for line in self.lines.at(self.size.width)[y:])

    def on_resize(self) -> None:
        """Tell that the lines stand elsewhere."""
        self.post_message(self.Laid())

    # changes

    def lay_out_again(self) -> None:
        """Show what was found; that may need more or fewer lines than before."""
        self.refresh(layout=self.lines.lay_out_again())

    def mark(self, name: str) -> None:
        """Mark the field that is typed into; none with an empty name."""
        if name != self.current:
            self.current = name
            self.refresh()

    def notify_style_update(self) -> None:
        """Forget the styles of the old theme."""
        self._styles.clear()
        super().notify_style_update()

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Tell which field was meant."""
        lines = self.lines.at(self.size.width)
        line = lines[event.y] if 0 <= event.y < len(lines) else None
        if line is not None and line.field is not None:
            self.post_message(self.Pressed(line.field.name, event.x - LABEL - 1))

    # drawing

    def render_line(self, y: int) -> Strip:
        """Draw one visible line."""
        width = self.size.width
        lines = self.lines.at(width)
        if y >= len(lines):
            return Strip.blank(width, self.rich_style)
        return Strip(self._segments(lines[y], width)).adjust_cell_length(width, self.rich_style)

    def _segments(self, line: FormLine, width: int) -> Sequence[Segment]:
        if line.title:
            return [Segment(f" {line.title}", self._style("section"))]
        used = 0
        drawn: list[Segment] = []
        if line.first and line.field is not None:
            drawn = self._text_of(line.field, self.lines.text_width(width))
            used = LABEL + self.lines.text_width(width)
        if line.told:
            base = self._style("forbids" if line.forbids else "remark")
            drawn.append(Segment(" " * max(0, self.lines.told_at(width) - used), self.rich_style))
            drawn.append(Segment(line.told[: line.mark], base + Style(bold=True)))
            drawn.append(Segment(line.told[line.mark :], base))
        return drawn

    def _text_of(self, field: FormField, width: int) -> list[Segment]:
        label = self._style("label-current" if field.name == self.current else "label")
        text = self.texts.now[field.name]
        shown, style = (text, "hint" if self.locked else "text") if text else (field.hint, "hint")
        return [
            Segment(f" {fit(field.label, LABEL - 2)} ", label),
            Segment(f" {_cut(shown, width - 2)} ", self._style(style)),
        ]

    def _style(self, name: str) -> Style:
        style = self._styles.get(name)
        if style is None:
            style = self._styles[name] = self.get_component_rich_style(f"paper--{name}")
        return style


def _cut(text: str, width: int) -> str:
    """A text that is too long is cut, as an input does."""
    cut = fit(text, width)
    return fit(text[:width], width) if cut.endswith("…") and text.isascii() else cut
