"""Where everything of a form stands: labels, texts and findings as lines of a width. No drawing."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from textual.content import Content
from textual.geometry import Region

from registry.model.finding import Finding
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


@dataclass(slots=True)
class FormLines:
    """The lines of a form. widest: cells of a text at most. beside: where there is room, findings stand beside the field, not below."""

    texts: FormTexts
    widest: int
    beside: bool
    _lines: list[FormLine] = field(default_factory=list)
    _width: int = 0

    def at(self, width: int) -> list[FormLine]:
        """The lines of a form this wide."""
        if width != self._width or not self._lines:
            self._width = width
            self._lines = list(self._lay_out(width))
        return self._lines

    def lay_out_again(self) -> bool:
        """Take in what was found since; whether there are more or fewer lines than before."""
        before = len(self._lines)
        self._lines.clear()
        return len(self.at(self._width)) != before

    def text_region(self, name: str, width: int) -> Region:
        """Where the text of a field stands."""
        y = next((n for n, one in enumerate(self.at(width)) if one.first and one.field and one.field.name == name), 0)
        return Region(LABEL, y, self.text_width(width), 1)

    def text_width(self, width: int) -> int:
        """How many cells a text has."""
        room = BESIDE if self._stands_beside(width) else width
        return max(3, min(self.widest, room - LABEL))

    def told_at(self, width: int) -> int:
        """Where what was found begins."""
        return BESIDE + 1 if self._stands_beside(width) else LABEL + 1

    def _stands_beside(self, width: int) -> bool:
        return self.beside and width >= WIDE

    def _lay_out(self, width: int) -> Iterator[FormLine]:
        for n, section in enumerate(self.texts.sections):
            if n:
                yield FormLine()
            if section.title:
                yield FormLine(title=section.title)
            for one in section.fields:
                yield from self._of_field(one, width)

    def _of_field(self, one: FormField, width: int) -> Iterator[FormLine]:
        told = list(self._told(one, width))
        if told and self._stands_beside(width):
            head = told.pop(0)
            yield FormLine(field=one, first=True, told=head.told, mark=head.mark, forbids=head.forbids)
        else:
            yield FormLine(field=one, first=True)
        yield from told

    def _told(self, one: FormField, width: int) -> Iterator[FormLine]:
        room = max(10, width - self.told_at(width) - 1)
        for finding, forbids in self.texts.told.get(one.name, ()):
            for n, text in enumerate(_wrapped(finding, room, forbids=forbids)):
                mark = 0 if n else len(FORBIDS if forbids else REMARK)
                yield FormLine(field=one, told=text, mark=mark, forbids=forbids)


def _wrapped(finding: Finding, room: int, *, forbids: bool) -> list[str]:
    text = (FORBIDS if forbids else REMARK) + finding.pesan
    return [line.plain for line in Content(text).wrap(room)]
