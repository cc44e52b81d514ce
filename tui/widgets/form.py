"""A form of texts: all fields drawn on one paper, and one input that lies where one types. It knows no store and checks nothing.

Dozens of inputs cost Textual a third of a second to lay out; one input and a drawing of the others cost a tenth of that.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.message import Message
from textual.widget import Widget
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


class Form(VerticalScroll):
    """`texts` says what stands in the fields; `current` is the field the input lies on."""

    BINDING_GROUP_TITLE = "Isian"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "go_on(1)", "Isian berikutnya", show=False),
        Binding("shift+tab", "go_on(-1)", "Isian sebelumnya", show=False),
    ]

    class Edited(Message):
        """A text was changed by the operator."""

    class Ended(Message):
        """Enter was pressed in the last field."""

    @dataclass
    class Focused(Message):
        """Another field has the focus."""

        field: str

    def __init__(
        self,
        sections: Sequence[Section],
        *,
        widest: int = 60,
        beside: bool = True,
        ends: bool = False,
        id: str | None = None,  # noqa: A002  Textual's own name
    ) -> None:
        """widest, beside: see FormPaper. ends: after the last field Enter leads nowhere, whoever hears `Ended` goes on."""
        super().__init__(id=id)
        self.ends = ends
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
        self._take()
        return dict(self.texts.now)

    @property
    def changes(self) -> dict[str, str]:
        """The fields that say something else than what is recorded."""
        self._take()
        return self.texts.changes

    def fill(self, texts: Mapping[str, str], *, keep: bool) -> None:
        """Show a record. keep: what was typed since stays, unsaved."""
        self._take()
        self.texts.fill(texts, keep=keep)
        self._write()
        self.paper.refresh()

    def settle(self, saved: Mapping[str, str]) -> None:
        """These texts are on disk now; what was typed after them is still unsaved."""
        self._take()
        self.texts.settle(saved)

    def tell(self, told: Mapping[str, Sequence[Told]]) -> None:
        """Show what was found about the fields, each with whether it forbids saving."""
        if self.texts.tell(told):
            self.paper.lay_out_again()
            self.place_pen()

    def _take(self) -> None:
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

    # where one types

    @property
    def locked(self) -> bool:
        """Whether nothing can be typed."""
        return self.pen.disabled

    @locked.setter
    def locked(self, locked: bool) -> None:
        self.pen.disabled = self.paper.locked = locked
        self.paper.refresh()

    def go_to(self, name: str) -> None:
        """Put input and focus on a field; its text is selected, as Tab does."""
        self._lay_on(name)
        if self.pen.has_focus:
            self.pen.selection = Selection(0, len(self.pen.value))
            self.post_message(self.Focused(name))
        else:
            self.screen.set_focus(self.pen, scroll_visible=False)
        self._bring_into_sight()

    def _bring_into_sight(self) -> None:
        """Scroll whatever scrolls around the field, if need be, until it is in the middle; the input itself moves a frame later."""
        region, node = self.paper.text_region(self.current), self.paper
        while isinstance(node.parent, Widget) and node is not self.screen:
            parent = node.parent
            region = region.translate(node.virtual_region.offset)
            if parent.is_scrollable:
                seen = parent.scrollable_size.region.translate(parent.scroll_offset)
                if not seen.contains_region(region):
                    parent.scroll_to_region(region, animate=False, center=True, immediate=True)
                region = region.translate(-parent.scroll_offset)
            node = parent

    def enter(self) -> None:
        """Go to the first field."""
        self.go_to(self.texts.names[0])

    def _lay_on(self, name: str) -> None:
        self._take()
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

    # keys and mouse

    def action_go_on(self, by: int) -> None:
        """Go to the field after or before; beyond the last or the first to whatever comes there."""
        names = self.texts.names
        place = names.index(self.current) + by if self.pen.has_focus else (0 if by > 0 else -1)
        if self.locked or not 0 <= place < len(names):
            self._lay_on(names[0])
            (self.screen.focus_next if by > 0 else self.screen.focus_previous)()
        else:
            self.go_to(names[place])

    @on(FormPaper.Pressed)
    def _pressed(self, message: FormPaper.Pressed) -> None:
        message.stop()
        if not self.locked:
            self.go_to(message.field)
            if message.x >= -1:
                self.pen.press_at(message.x)

    def on_descendant_focus(self, _event: events.DescendantFocus) -> None:
        """Tell which field it is."""
        self.paper.mark(self.current)
        self.post_message(self.Focused(self.current))

    def on_descendant_blur(self, _event: events.DescendantBlur) -> None:
        """Mark no field any more."""
        self.paper.mark("")

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._take()
        self.post_message(self.Edited())

    @on(Input.Submitted)
    def _next_field(self, event: Input.Submitted) -> None:
        event.stop()
        names = self.texts.names
        place = names.index(self.current) + 1
        if place == len(names) and self.ends:
            self.post_message(self.Ended())
        else:
            self.go_to(names[place % len(names)])
