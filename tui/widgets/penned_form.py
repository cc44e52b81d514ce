"""The fields of a form and its input: all fields drawn on one paper, and one input that lies where one types.

Dozens of inputs cost Textual a third of a second to lay out; one input and a drawing of the others cost a tenth of that.
"""

from collections.abc import Mapping, Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Input
from textual.widgets.input import Selection

from tui.widgets.form_paper import FormPaper
from tui.widgets.form_texts import FormTexts, Section, Told


class Pen(Input):
    """The one input of a form."""

    def press_at(self, x: int) -> None:
        """Begin as if the mouse had been pressed here, `x` cells into the text: the cursor goes there, dragging selects."""
        self._selecting = True
        self.capture_mouse()
        self.call_later(self._put_cursor, x)

    def _put_cursor(self, x: int) -> None:
        self.selection = Selection.cursor(self._cell_offset_to_index(x) if x > 0 else 0)


class PennedForm(VerticalScroll, can_focus=False):
    """`texts` says what stands in the fields; `current` is the field the input lies on."""

    def __init__(
        self,
        sections: Sequence[Section],
        *,
        widest: int = 60,
        beside: bool = True,
        id: str | None = None,  # noqa: A002  Textual's own name
    ) -> None:
        """widest, beside: see FormLines."""
        super().__init__(id=id)
        self.texts = FormTexts(tuple(sections))
        self.current = self.texts.names[0]
        self.paper = FormPaper(self.texts, widest=widest, beside=beside)
        self.pen = Pen(compact=True, classes="pen")

    def compose(self) -> ComposeResult:
        """Lay the input on the paper."""
        yield self.paper
        yield self.pen

    def on_mount(self) -> None:
        """Let the input say what its field says."""
        self._write()

    # texts

    @property
    def values(self) -> dict[str, str]:
        """What stands in the fields."""
        self.take()
        return dict(self.texts.now)

    @property
    def changes(self) -> dict[str, str]:
        """The fields that say something else than what is recorded."""
        self.take()
        return self.texts.changes

    def fill(self, texts: Mapping[str, str], *, keep: bool) -> None:
        """Show a record. keep: what was typed since stays, unsaved."""
        self.take()
        self.texts.fill(texts, keep=keep)
        self._write()
        self.paper.refresh()

    def settle(self, saved: Mapping[str, str]) -> None:
        """These texts are on disk now; what was typed after them is still unsaved."""
        self.take()
        self.texts.settle(saved)

    def tell(self, told: Mapping[str, Sequence[Told]]) -> None:
        """Show what was found about the fields, each with whether it forbids saving."""
        if self.texts.tell(told):
            self.paper.lay_out_again()
            self.place_pen()

    def take(self) -> None:
        """Note what stands in the input."""
        if self.pen.is_mounted:
            self.texts.now[self.current] = self.pen.value

    def _write(self) -> None:
        """Let the input say what the current field says."""
        text = self.texts.now[self.current]
        field = next(one for part in self.texts.sections for one in part.fields if one.name == self.current)
        self.pen.placeholder = field.hint
        if self.pen.value != text:
            with self.pen.prevent(Input.Changed):
                self.pen.value = text

    @property
    def locked(self) -> bool:
        """Whether nothing can be typed."""
        return self.pen.disabled

    @locked.setter
    def locked(self, locked: bool) -> None:
        self.pen.disabled = self.paper.locked = locked
        self.paper.refresh()

    def lay_on(self, name: str) -> None:
        """Put the input on a field."""
        self.take()
        self.current = name
        self._write()
        self.place_pen()
        self.paper.mark(name if self.pen.has_focus else "")
        self.paper.refresh()

    @on(FormPaper.Laid)
    def place_pen(self) -> None:
        """Lay the input on the text of its field."""
        region = self.paper.text_region(self.current)
        self.pen.styles.width = region.width
        self.pen.styles.offset = (region.x, region.y)

    def below(self) -> int:
        """How many fields lie below what is seen."""
        return self.paper.below(int(self.scroll_y) + self.size.height)
