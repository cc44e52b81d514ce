"""The marking half of the line table: rows that are marked for what is done to several at once."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType

from tui.widgets.columns import Row
from tui.widgets.moving import MovingTable, TableMessage


class MarkingTable(MovingTable[Row]):
    """A table whose rows can be marked, if `multi`."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "mark_row", "Tandai baris", show=False),
        Binding("shift+up", "extend(-1)", "Tandai ke atas", show=False),
        Binding("shift+down", "extend(1)", "Tandai ke bawah", show=False),
        Binding("ctrl+a", "select_all", "Tandai semua yang tampak", show=False),
        Binding("ctrl+d", "select_none", "Hapus semua tanda", show=False),
    ]

    @dataclass
    class SelectionChanged(TableMessage, namespace="line_table"):
        """Rows were marked or unmarked."""

        count: int

    @property
    def marked(self) -> list[Row]:
        """The marked rows."""
        return self.listing.marked()

    @property
    def chosen_rows(self) -> list[Row]:
        """The marked rows, or the one under the cursor if none is marked."""
        row = self.cursor_row
        return self.marked or ([] if row is None else [row])

    def action_mark_row(self) -> None:
        """Mark or unmark the row under the cursor, then go down."""
        self.toggle_at(self.cursor)
        self.move_to(self.cursor + 1)

    def action_extend(self, by: int) -> None:
        """Mark the rows the cursor passes."""
        before = self.cursor
        self.move_to(before + by)
        self.mark((before, self.cursor))

    def action_select_all(self) -> None:
        """Mark every row shown."""
        self.mark(range(len(self.listing)))

    def action_select_none(self) -> None:
        """Unmark everything."""
        self.listing.marks.clear()
        self._marks_changed()

    def toggle_at(self, place: int) -> None:
        """Mark or unmark the row at a place."""
        if self.multi:
            self.listing.toggle(place)
            self._marks_changed()

    def mark(self, places: Iterable[int]) -> None:
        """Mark the rows at these places."""
        if self.multi:
            self.listing.mark(places)
            self._marks_changed()

    def _marks_changed(self) -> None:
        self.refresh()
        self.post_message(self.SelectionChanged(self, len(self.listing.marks)))
