"""A form of texts, with the keys and the mouse that lead from field to field. It knows no store and checks nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal

from textual import events, on
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input
from textual.widgets.input import Selection

from tui.widgets.form_paper import FormPaper
from tui.widgets.form_texts import Section
from tui.widgets.penned_form import PennedForm

AfterLast = Literal["first", "ended", "stay"]


class Form(PennedForm, can_focus=False):
    """A form one types in."""

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
        after_last: AfterLast = "first",
        id: str | None = None,  # noqa: A002  Textual's own name
    ) -> None:
        """widest, beside: see FormLines. after_last: where Enter leads from the last field; `ended` tells `Ended` instead.

        `stay`: Enter leads nowhere, from no field.
        """
        super().__init__(sections, widest=widest, beside=beside, id=id)
        self.after_last = after_last

    # where one types

    def go_to(self, name: str) -> None:
        """Put input and focus on a field; its text is selected, as Tab does."""
        self.lay_on(name)
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

    # keys and mouse

    def action_go_on(self, by: int) -> None:
        """Go to the field after or before; beyond the last or the first to whatever comes there."""
        names = self.texts.names
        place = names.index(self.current) + by if self.pen.has_focus else (0 if by > 0 else -1)
        if self.locked or not 0 <= place < len(names):
            self.lay_on(names[0])
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
        self.take()
        self.post_message(self.Edited())

    @on(Input.Submitted)
    def _next_field(self, event: Input.Submitted) -> None:
        event.stop()
        names = self.texts.names
        place = names.index(self.current) + 1
        if place == len(names) and self.after_last == "ended":
            self.post_message(self.Ended())
        elif self.after_last != "stay":
            self.go_to(names[place % len(names)])
