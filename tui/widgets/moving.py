"""The moving half of the line table: where the cursor stands, which column is meant, and the keys that move them."""

from dataclasses import dataclass
from typing import Any, ClassVar

from textual.binding import Binding, BindingType
from textual.geometry import Region
from textual.message import Message

from tui.widgets.columns import Row
from tui.widgets.painted import GUTTER, PaintedTable


@dataclass
class TableMessage(Message):
    """Something happened in a table."""

    table: "PaintedTable[Any]"

    @property
    def control(self) -> "PaintedTable[Any]":
        """The table that sent it."""
        return self.table


class MovingTable(PaintedTable[Row]):
    """A painted table with a cursor that the keyboard moves."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", "Ke atas", show=False),
        Binding("down", "move(1)", "Ke bawah", show=False),
        Binding("pageup", "page(-1)", "Satu layar ke atas", show=False),
        Binding("pagedown", "page(1)", "Satu layar ke bawah", show=False),
        Binding("home", "go(0)", "Baris pertama", show=False),
        Binding("end", "go(-1)", "Baris terakhir", show=False),
        Binding("left", "column(-1)", "Kolom sebelumnya", show=False),
        Binding("right", "column(1)", "Kolom berikutnya", show=False),
        Binding("less_than_sign", "widen(-2)", "Persempit kolom", show=False),
        Binding("greater_than_sign", "widen(2)", "Perlebar kolom", show=False),
    ]

    @dataclass
    class Highlighted(TableMessage, namespace="line_table"):
        """The cursor stands on another row."""

        row: object | None

    @property
    def cursor_row(self) -> Row | None:
        """The row under the cursor."""
        return self.listing.at(self.cursor)

    def watch_cursor(self, old: int, new: int) -> None:
        """Repaint the two lines concerned."""
        for place in (old, new):
            self.refresh_lines(place + 1)
        if self.is_mounted:
            self.post_message(self.Highlighted(self, self.cursor_row))

    def go_to(self, key: str) -> None:
        """Put the cursor on the row named `key`, if it is shown."""
        place = self.listing.place_of(key)
        if place is not None:
            self.move_to(place)

    def move_to(self, place: int) -> None:
        """Put the cursor on a place, the nearest there is."""
        if len(self.listing):
            self.cursor = max(0, min(place, len(self.listing) - 1))
            self.scroll_to_cursor()

    def action_move(self, by: int) -> None:
        """Move the cursor by rows."""
        self.move_to(self.cursor + by)

    def action_page(self, direction: int) -> None:
        """Move the cursor by one screen."""
        self.move_to(self.cursor + direction * max(1, self.scrollable_content_region.height - 2))

    def action_go(self, place: int) -> None:
        """Go to the first (0) or the last (-1) row."""
        self.move_to(place if place >= 0 else len(self.listing) - 1)

    def action_column(self, by: int) -> None:
        """Choose the column that sorting and widths are about, and bring it into view."""
        self.current_column = max(0, min(self.current_column + by, len(self.laid) - 1))
        left = GUTTER + sum(width + 1 for _, width in self.laid[: self.current_column])
        region = Region(left, int(self.scroll_offset.y), self.laid[self.current_column][1], 1)
        self.scroll_to_region(region, animate=False, y_axis=False)

    def action_widen(self, by: int) -> None:
        """Make the current column wider or narrower."""
        column, width = self.laid[self.current_column]
        self.set_width(column.key, width + by)
