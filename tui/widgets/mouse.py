"""The mouse on the line table: clicks on rows and headers, and columns whose edge is dragged."""

from dataclasses import dataclass

from textual import events

from tui.widgets.columns import Row
from tui.widgets.marking import MarkingTable
from tui.widgets.moving import TableMessage
from tui.widgets.painted import GUTTER


class MouseTable(MarkingTable[Row]):
    """A table the mouse can do everything in that the keyboard can."""

    @dataclass
    class Activated(TableMessage, namespace="line_table"):
        """A double click on a row; Enter is the screen's own command."""

        row: object

    @dataclass
    class HeaderClicked(TableMessage, namespace="line_table"):
        """A click on the header, on the column laid out at `place`."""

        place: int

    _drag: tuple[str, int, int] | None = None
    _dragged = False

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Take hold of a column's right edge."""
        hit = self.column_at(event.x)
        self._dragged = event.y == 0 and hit is not None and hit[1] == 0
        if self._dragged and hit:
            column, width = self.laid[hit[0]]
            self._drag = (column.key, event.screen_x, width)
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Drag a column's edge."""
        if self._drag:
            key, start, width = self._drag
            self.set_width(key, width + event.screen_x - start)

    def on_mouse_up(self, _event: events.MouseUp) -> None:
        """Let go of the edge."""
        self._drag = None
        self.release_mouse()

    def on_click(self, event: events.Click) -> None:
        """Header: sort. Row: go there; in the margin or with ctrl: mark; with shift: mark up to here; twice: open."""
        if self._dragged:
            return
        if event.y:
            self._click_row(event, int(self.scroll_offset.y) + event.y - 1)
        elif hit := self.column_at(event.x):
            self.current_column = hit[0]
            self.post_message(self.HeaderClicked(self, hit[0]))

    def _click_row(self, event: events.Click, place: int) -> None:
        row = self.listing.at(place)
        if row is None:
            return
        before = self.cursor
        self.move_to(place)
        if event.shift:
            self.mark(range(min(before, place), max(before, place) + 1))
        elif event.ctrl or event.x < GUTTER:
            self.toggle_at(place)
        elif event.chain == 2:
            self.post_message(self.Activated(self, row))
