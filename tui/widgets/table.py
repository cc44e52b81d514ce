"""A table for any number of rows, on Textual's Line API: cursor, marks, sorting, column widths, keyboard and mouse.

What a cell says is the columns' business; which rows are shown is decided outside and handed over as a mask.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from textual import events, on, work
from textual.binding import Binding, BindingType
from textual.geometry import Region
from textual.message import Message

from tui.widgets.columns import Column, Row
from tui.widgets.painted import GUTTER, PaintedTable

SORT_AT_ONCE = 5_000


@dataclass
class TableMessage(Message):
    """Something happened in a table."""

    table: "LineTable[Any]"

    @property
    def control(self) -> "LineTable[Any]":
        """The table that sent it."""
        return self.table


class LineTable(PaintedTable[Row], can_focus=True):
    """Rows of one type. `key` names a row so that cursor and marks survive a reload."""

    BINDING_GROUP_TITLE = "Tabel"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", "Ke atas", show=False),
        Binding("down", "move(1)", "Ke bawah", show=False),
        Binding("pageup", "page(-1)", "Satu layar ke atas", show=False),
        Binding("pagedown", "page(1)", "Satu layar ke bawah", show=False),
        Binding("home", "go(0)", "Baris pertama", show=False),
        Binding("end", "go(-1)", "Baris terakhir", show=False),
        Binding("left", "column(-1)", "Kolom sebelumnya", show=False),
        Binding("right", "column(1)", "Kolom berikutnya", show=False),
        Binding("s", "sort_column", "Urutkan menurut kolom ini", show=False),
        Binding("less_than_sign", "widen(-2)", "Persempit kolom", show=False),
        Binding("greater_than_sign", "widen(2)", "Perlebar kolom", show=False),
        Binding("space", "mark_row", "Tandai baris", show=False),
        Binding("shift+up", "extend(-1)", "Tandai ke atas", show=False),
        Binding("shift+down", "extend(1)", "Tandai ke bawah", show=False),
        Binding("ctrl+a", "select_all", "Tandai semua yang tampak", show=False),
        Binding("ctrl+d", "select_none", "Hapus semua tanda", show=False),
    ]

    @dataclass
    class Highlighted(TableMessage):
        """The cursor stands on another row."""

        row: object | None

    @dataclass
    class Activated(TableMessage):
        """A double click on a row; Enter is the screen's own command."""

        row: object

    @dataclass
    class SelectionChanged(TableMessage):
        """Rows were marked or unmarked."""

        count: int

    @dataclass
    class Sorted(Message):
        """A worker has put the rows in order."""

        version: int
        permutation: list[int]

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        key: Callable[[Row], str],
        *,
        empty: str = "Tidak ada baris.",
        multi: bool = False,
        id: str | None = None,  # noqa: A002  Textual's own name
    ) -> None:
        super().__init__(columns, key, empty=empty, id=id)
        self.multi = multi
        self._drag: tuple[str, int, int] | None = None
        self._dragged = False
        self._version = 0

    # what is shown

    def show(self, rows: Sequence[Row], mask: Sequence[int] | None = None) -> None:
        """Show other rows; `mask` holds a truth value per row. Cursor and marks stay with their rows."""
        kept = self.cursor_row
        self.listing.put(rows, mask)
        self._shown_anew(kept)
        if self.sorted_by:
            self._sort()

    def show_only(self, mask: Sequence[int] | None) -> None:
        """Filter the rows already held."""
        kept = self.cursor_row
        self.listing.filter(mask)
        self._shown_anew(kept)

    def _shown_anew(self, kept: Row | None) -> None:
        self.measure()
        last = max(0, len(self.listing) - 1)
        place = min(self.cursor, last) if kept is None else self.listing.place_of(self.listing.key(kept)) or 0
        self.set_reactive(LineTable.cursor, place)
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

    @property
    def cursor_row(self) -> Row | None:
        """The row under the cursor."""
        return self.listing.at(self.cursor)

    @property
    def marked(self) -> list[Row]:
        """The marked rows."""
        return self.listing.marked()

    @property
    def chosen_rows(self) -> list[Row]:
        """The marked rows, or the one under the cursor if none is marked."""
        row = self.cursor_row
        return self.marked or ([] if row is None else [row])

    # sorting

    def sort_by(self, key: str, *, reverse: bool = False) -> None:
        """Sort by the column named `key`; many rows are put in order by a worker."""
        self.sorted_by = (key, reverse)
        self._sort()

    def _sort(self) -> None:
        self._version += 1
        if len(self.rows) <= SORT_AT_ONCE:
            self._sorted(self.Sorted(self._version, self._permute()))
        else:
            self._sort_aside(self._version)

    @work(thread=True, exclusive=True, group="sort")
    def _sort_aside(self, version: int) -> None:
        self.post_message(self.Sorted(version, self._permute()))

    def _permute(self) -> list[int]:
        if self.sorted_by is None:
            return list(range(len(self.rows)))
        key, reverse = self.sorted_by
        column = next(column for column in self.columns if column.key == key)
        rows = self.rows
        return sorted(range(len(rows)), key=lambda n: column.sort_key(rows[n]), reverse=reverse)

    @on(Sorted)
    def _sorted(self, message: Sorted) -> None:
        if message.version == self._version and len(message.permutation) == len(self.rows):
            kept = self.cursor_row
            self.listing.arrange(message.permutation)
            self._shown_anew(kept)

    def _sort_at(self, place: int) -> None:
        key = self.laid[place][0].key
        self.sort_by(key, reverse=self.sorted_by == (key, False))

    # moving

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
            self._move_to(place)

    def _move_to(self, place: int) -> None:
        if len(self.listing):
            self.cursor = max(0, min(place, len(self.listing) - 1))
            self.scroll_to_cursor()

    def action_move(self, by: int) -> None:
        """Move the cursor by rows."""
        self._move_to(self.cursor + by)

    def action_page(self, direction: int) -> None:
        """Move the cursor by one screen."""
        self._move_to(self.cursor + direction * max(1, self.scrollable_content_region.height - 2))

    def action_go(self, place: int) -> None:
        """Go to the first (0) or the last (-1) row."""
        self._move_to(place if place >= 0 else len(self.listing) - 1)

    def action_column(self, by: int) -> None:
        """Choose the column that sorting and widths are about, and bring it into view."""
        self.current_column = max(0, min(self.current_column + by, len(self.laid) - 1))
        left = GUTTER + sum(width + 1 for _, width in self.laid[: self.current_column])
        region = Region(left, int(self.scroll_offset.y), self.laid[self.current_column][1], 1)
        self.scroll_to_region(region, animate=False, y_axis=False)

    def action_sort_column(self) -> None:
        """Sort by the current column; again: the other way round."""
        self._sort_at(self.current_column)

    def action_widen(self, by: int) -> None:
        """Make the current column wider or narrower."""
        column, width = self.laid[self.current_column]
        self.set_width(column.key, width + by)

    # marking

    def action_mark_row(self) -> None:
        """Mark or unmark the row under the cursor, then go down."""
        self._toggle_at(self.cursor)
        self._move_to(self.cursor + 1)

    def action_extend(self, by: int) -> None:
        """Mark the rows the cursor passes."""
        before = self.cursor
        self._move_to(before + by)
        self._mark((before, self.cursor))

    def action_select_all(self) -> None:
        """Mark every row shown."""
        self._mark(range(len(self.listing)))

    def action_select_none(self) -> None:
        """Unmark everything."""
        self.listing.marks.clear()
        self._marks_changed()

    def _toggle_at(self, place: int) -> None:
        if self.multi:
            self.listing.toggle(place)
            self._marks_changed()

    def _mark(self, places: Iterable[int]) -> None:
        if self.multi:
            self.listing.mark(places)
            self._marks_changed()

    def _marks_changed(self) -> None:
        self.refresh()
        self.post_message(self.SelectionChanged(self, len(self.listing.marks)))

    # mouse

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
            self._sort_at(hit[0])

    def _click_row(self, event: events.Click, place: int) -> None:
        row = self.listing.at(place)
        if row is None:
            return
        before = self.cursor
        self._move_to(place)
        if event.shift:
            self._mark(range(min(before, place), max(before, place) + 1))
        elif event.ctrl or event.x < GUTTER:
            self._toggle_at(place)
        elif event.chain == 2:
            self.post_message(self.Activated(self, row))
