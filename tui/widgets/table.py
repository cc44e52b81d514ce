"""A table for any number of rows, on Textual's Line API: which rows it holds, and in which order.

Drawing, moving, marking and the mouse stand in modules of their own. What a cell says is the columns' business; which rows
are shown is decided outside and handed over as a mask.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.message import Message

from tui.widgets.columns import Row
from tui.widgets.mouse import MouseTable

SORT_AT_ONCE = 5_000


class LineTable(MouseTable[Row], can_focus=True):
    """Rows of one type. `key` names a row so that cursor and marks survive a reload."""

    BINDING_GROUP_TITLE = "Tabel"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("s", "sort_column", "Urutkan menurut kolom ini", show=False),
    ]

    @dataclass
    class Sorted(Message):
        """A worker has put the rows in order."""

        version: int
        permutation: list[int]

    _version = 0

    # what is shown

    def show(self, rows: Sequence[Row], mask: Sequence[int] | None = None) -> None:
        """Show other rows; `mask` holds a value per row, see `Listing.filter`. Cursor and marks stay with their rows."""
        kept = self.cursor_row
        self.listing.put(rows, mask)
        self._shown_anew(None if kept is None else self.listing.place_of(self.listing.key(kept)) or 0)
        if self.sorted_by:
            self._sort()

    def show_only(self, mask: Sequence[int] | None, *, from_top: bool = False) -> None:
        """Filter the rows already held. The cursor stays with its row, or goes to the first one: `from_top`."""
        kept = self.listing.number_at(self.cursor)
        self.listing.filter(mask)
        self._shown_with(None if from_top else kept)

    def _shown_with(self, number: int | None) -> None:
        self._shown_anew(0 if number is None else self.listing.place_of_number(number) or 0)

    def _shown_anew(self, place: int | None) -> None:
        self.measure()
        last = max(0, len(self.listing) - 1)
        self.set_reactive(LineTable.cursor, min(self.cursor if place is None else place, last))
        self.scroll_to_cursor()
        self.refresh()
        self.post_message(self.Highlighted(self, self.cursor_row))

    @property
    def rows(self) -> Sequence[Row]:
        """All rows, shown or not."""
        return self.listing.rows

    @property
    def count(self) -> int:
        """Rows shown."""
        return len(self.listing)

    # sorting

    def sort_by(self, key: str, *, reverse: bool = False) -> None:
        """Sort by the column named `key`; many rows are put in order by a worker."""
        self.sorted_by = (key, reverse)
        self._sort()

    def unsort(self) -> None:
        """Go back to the rows' own order."""
        self.sorted_by = None
        self._sort()

    def sort_at(self, place: int) -> None:
        """Sort by the column laid out at `place`; again: the other way round; a third time: the rows' own order."""
        key = self.laid[place][0].key
        if self.sorted_by == (key, True):
            self.unsort()
        else:
            self.sort_by(key, reverse=self.sorted_by == (key, False))

    @on(MouseTable.HeaderClicked)
    def _sort_clicked(self, message: MouseTable.HeaderClicked) -> None:
        message.stop()
        self.sort_at(message.place)

    def action_sort_column(self) -> None:
        """Sort by the current column."""
        self.sort_at(self.current_column)

    def _sort(self) -> None:
        self._version += 1
        if self.sorted_by is None:
            kept = self.listing.number_at(self.cursor)
            self.listing.arrange(None)
            self._shown_with(kept)
        elif len(self.rows) <= SORT_AT_ONCE:
            self._sorted(self.Sorted(self._version, self._permute(*self.sorted_by)))
        else:
            self._sort_aside(self._version, *self.sorted_by)

    @work(thread=True, exclusive=True, group="sort")
    def _sort_aside(self, version: int, key: str, reverse: bool) -> None:  # noqa: FBT001  handed to a worker
        self.post_message(self.Sorted(version, self._permute(key, reverse)))

    def _permute(self, key: str, reverse: bool) -> list[int]:  # noqa: FBT001
        column = next(column for column in self.columns if column.key == key)
        keys = list(map(column.sort_key, self.rows))
        return sorted(range(len(keys)), key=keys.__getitem__, reverse=reverse)

    @on(Sorted)
    def _sorted(self, message: Sorted) -> None:
        if message.version == self._version and len(message.permutation) == len(self.rows):
            kept = self.listing.number_at(self.cursor)
            self.listing.arrange(message.permutation)
            self._shown_with(kept)
