"""The drawing of a form: labels, texts and findings as lines. Only visible lines are ever made; one line of a field is its input's."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from registry.model.finding import Finding
from tui.widgets.columns import fit
from tui.widgets.form_texts import FormField, FormTexts

LABEL = 24
WIDE = 100  # cells from which findings stand beside the field
BESIDE = 70
FORBIDS, REMARK = "Harus dibetulkan: ", "Perhatikan: "


@dataclass(frozen=True, slots=True)
class FormLine:
    """One line. field: None for a title or a blank line. first: the line with label and text. told: a piece of a finding."""

    title: str = ""
    field: FormField | None = None
    first: bool = False
    told: str = ""
    mark: int = 0
    forbids: bool = False


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
        """widest: cells of a text at most. beside: where there is room, findings stand beside the field and not below it."""
        super().__init__()
        self.texts = texts
        self.widest = widest
        self.beside = beside
        self.current = ""
        self.locked = False
        self._lines: list[FormLine] = []
        self._width = 0
        self._styles: dict[str, Style] = {}

    # measures

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the fields and what was found need."""
        del container, viewport
        return len(self.lines_at(width))

    def lines_at(self, width: int) -> list[FormLine]:
        """The lines of a form this wide."""
        if width != self._width or not self._lines:
            self._width = width
            self._lines = list(self._lay_out(width))
        return self._lines

    def _lay_out(self, width: int) -> Iterator[FormLine]:
        for n, section in enumerate(self.texts.sections):
            if n:
                yield FormLine()
            if section.title:
                yield FormLine(title=section.title)
            for field in section.fields:
                yield from self._of_field(field, width)

    def _of_field(self, field: FormField, width: int) -> Iterator[FormLine]:
        told = list(self._told(field, width))
        if not self.stands_beside(width):
            yield FormLine(field=field, first=True)
            yield from told
        elif told:
            head, *more = told
            yield FormLine(field=field, first=True, told=head.told, mark=head.mark, forbids=head.forbids)
            yield from more
        else:
            yield FormLine(field=field, first=True)

    def _told(self, field: FormField, width: int) -> Iterator[FormLine]:
        room = max(10, width - self._told_at(width) - 1)
        for finding, forbids in self.texts.told.get(field.name, ()):
            for n, text in enumerate(_wrapped(finding, room, forbids=forbids)):
                mark = 0 if n else len(FORBIDS if forbids else REMARK)
                yield FormLine(field=field, told=text, mark=mark, forbids=forbids)

    def stands_beside(self, width: int) -> bool:
        """Whether findings stand beside their fields."""
        return self.beside and width >= WIDE

    def _told_at(self, width: int) -> int:
        return BESIDE + 1 if self.stands_beside(width) else LABEL + 1

    def text_region(self, name: str) -> Region:
        """Where the text of a field stands on this paper."""
        width = self.size.width
        lines = self.lines_at(width)
        y = next((n for n, line in enumerate(lines) if line.first and line.field and line.field.name == name), 0)
        return Region(LABEL, y, self._text_width(width), 1)

    def _text_width(self, width: int) -> int:
        room = BESIDE if self.stands_beside(width) else width
        return max(3, min(self.widest, room - LABEL))

    def below(self, y: int) -> int:
        """How many fields begin at line `y` or below."""
        return sum(line.first for line in self.lines_at(self.size.width)[int(y) :])

    def on_resize(self) -> None:
        """Tell that the lines stand elsewhere."""
        self.post_message(self.Laid())

    # changes

    def lay_out_again(self) -> None:
        """Show what was found; that may need more or fewer lines than before."""
        before = len(self._lines)
        self._lines = []
        self.refresh(layout=len(self.lines_at(self._width)) != before)

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
        lines = self.lines_at(self.size.width)
        line = lines[event.y] if 0 <= event.y < len(lines) else None
        if line is not None and line.field is not None:
            self.post_message(self.Pressed(line.field.name, event.x - LABEL - 1))

    # drawing

    def render_line(self, y: int) -> Strip:
        """Draw one visible line."""
        width = self.size.width
        lines = self.lines_at(width)
        if y >= len(lines):
            return Strip.blank(width, self.rich_style)
        return Strip(self._segments(lines[y], width)).adjust_cell_length(width, self.rich_style)

    def _segments(self, line: FormLine, width: int) -> Sequence[Segment]:
        if line.title:
            return [Segment(f" {line.title}", self._style("section"))]
        used = 0
        drawn: list[Segment] = []
        if line.first and line.field is not None:
            drawn = self._text_of(line.field, self._text_width(width))
            used = LABEL + self._text_width(width)
        if line.told:
            base = self._style("forbids" if line.forbids else "remark")
            drawn.append(Segment(" " * max(0, self._told_at(width) - used), self.rich_style))
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


def _wrapped(finding: Finding, room: int, *, forbids: bool) -> list[str]:
    text = (FORBIDS if forbids else REMARK) + finding.pesan
    return [line.plain for line in Content(text).wrap(room)]
