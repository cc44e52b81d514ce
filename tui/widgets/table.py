"""A table for any number of rows, on Textual's Line API: only the visible lines are ever drawn.

What belongs here: cursor, selection, sorting, column widths, mouse. What a cell says is the columns' business;
which rows are shown is decided outside and handed over as a mask.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import compress
from typing import Any, ClassVar, Generic

from rich.segment import Segment
from rich.style import Style
from textual import events, on, work
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.widgets.columns import LEAST, Column, Row, fit, lay_out

GUTTER = 3
SORT_AT_ONCE = 5_000


class LineTable(ScrollView, Generic[Row], can_focus=True):
    """Rows of one type. `key` names a row so that cursor and selection survive a reload."""

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
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "table--header", "table--header-current", "table--cursor", "table--cursor-blurred", "table--selected",
        "table--zebra", "table--good", "table--bad", "table--warn", "table--muted", "table--strong", "table--empty",
    }  # fmt: skip

    cursor: reactive[int] = reactive(0, repaint=False)
    current_column: reactive[int] = reactive(0)

    @dataclass
    class Highlighted(Message):
        """The cursor stands on another row."""

        table: "LineTable[Any]"
        row: object | None

        @property
        def control(self) -> "LineTable[Any]":
            """The table that sent it."""
            return self.table

    @dataclass
    class Activated(Message):
        """Enter or a double click on a row."""

        table: "LineTable[Any]"
        row: object

        @property
        def control(self) -> "LineTable[Any]":
            """The table that sent it."""
            return self.table

    @dataclass
    class SelectionChanged(Message):
        """Rows were marked or unmarked."""

        table: "LineTable[Any]"
        count: int

        @property
        def control(self) -> "LineTable[Any]":
            """The table that sent it."""
            return self.table

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
        super().__init__(id=id)
        self.columns = tuple(columns)
        self.row_key = key
        self.empty = empty
        self.multi = multi
        self.rows: Sequence[Row] = ()
        self.filled = False
        self.sorted_by: tuple[str, bool] | None = None
        self.lines_drawn = 0
        self._mask: Sequence[int] | None = None
        self._permutation: list[int] | None = None
        self._order: Sequence[int] = ()
        self._marked: set[str] = set()
        self._chosen: dict[str, int] = {}
        self._laid: list[tuple[Column[Row], int]] = []
        self._styles: dict[str, Style] = {}
        self._drag: tuple[str, int, int] | None = None
        self._dragged = False
        self._version = 0

    # what is shown

    def show(self, rows: Sequence[Row], mask: Sequence[int] | None = None) -> None:
        """Show other rows; `mask` holds a truth value per row. Cursor and marks stay with their rows."""
        kept = self.cursor_row
        self.rows = rows
        self.filled = True
        self._mask = mask
        self._permutation = None
        if self._marked:
            self._marked &= {self.row_key(row) for row in rows}
        self._reorder(kept)
        if self.sorted_by:
            self._sort()

    def show_only(self, mask: Sequence[int] | None) -> None:
        """Filter the rows already held."""
        kept = self.cursor_row
        self._mask = mask
        self._reorder(kept)

    @property
    def count(self) -> int:
        """Rows shown."""
        return len(self._order)

    @property
    def cursor_row(self) -> Row | None:
        """The row under the cursor."""
        return self.rows[self._order[self.cursor]] if 0 <= self.cursor < len(self._order) else None

    @property
    def marked(self) -> list[Row]:
        """The marked rows, in the rows' own order."""
        return [row for row in self.rows if self.row_key(row) in self._marked] if self._marked else []

    @property
    def chosen_rows(self) -> list[Row]:
        """The marked rows, or the one under the cursor if none is marked."""
        if self._marked:
            return self.marked
        row = self.cursor_row
        return [] if row is None else [row]

    def shown_rows(self) -> list[Row]:
        """Return every row that is shown, in the order shown."""
        return [self.rows[n] for n in self._order]

    def go_to(self, key: str) -> None:
        """Put the cursor on the row named `key`, if it is shown."""
        for place, n in enumerate(self._order):
            if self.row_key(self.rows[n]) == key:
                self._move_to(place)
                return

    def _reorder(self, kept: Row | None) -> None:
        everything: Sequence[int] = self._permutation if self._permutation is not None else range(len(self.rows))
        if self._mask is None:
            self._order = everything
        elif self._permutation is None:
            self._order = list(compress(everything, self._mask))
        else:
            mask = self._mask
            self._order = [n for n in everything if mask[n]]
        self._measure()
        place = self._place_of(kept)
        self.set_reactive(LineTable.cursor, place)
        self._scroll_to_cursor()
        self.refresh()
        self.post_message(self.Highlighted(self, self.cursor_row))

    def _place_of(self, kept: Row | None) -> int:
        last = max(0, len(self._order) - 1)
        if kept is None:
            return min(self.cursor, last)
        key = self.row_key(kept)
        row_key, rows = self.row_key, self.rows
        return next((place for place, n in enumerate(self._order) if row_key(rows[n]) == key), 0)

    def _measure(self) -> None:
        room = max(10, self.container_size.width - self.styles.scrollbar_size_vertical - GUTTER)
        self._laid = lay_out(self.columns, room, self._chosen)
        width = GUTTER + sum(width + 1 for _, width in self._laid) - 1
        self.virtual_size = Size(width, len(self._order) + 1)

    def on_resize(self) -> None:
        """Share the new width among the columns."""
        self._measure()
        self._scroll_to_cursor()

    # sorting

    def sort_by(self, key: str, *, reverse: bool = False) -> None:
        """Sort by the column named `key`."""
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
        if message.version != self._version or len(message.permutation) != len(self.rows):
            return
        kept = self.cursor_row
        self._permutation = message.permutation
        self._reorder(kept)

    # drawing

    def notify_style_update(self) -> None:
        """Forget the styles of the old theme."""
        self._styles.clear()
        super().notify_style_update()

    def _style(self, name: str) -> Style:
        style = self._styles.get(name)
        if style is None:
            style = self._styles[name] = self.get_component_rich_style(f"table--{name}", partial=name not in OPAQUE)
        return style

    def render_line(self, y: int) -> Strip:
        """Draw one visible line: the header, a row, or nothing."""
        self.lines_drawn += 1
        width = self.size.width
        if y == 0:
            return self._header().crop_extend(self.scroll_offset.x, self.scroll_offset.x + width, self._style("header"))
        place = self.scroll_offset.y + y - 1
        if place >= len(self._order):
            return self._blank(y, width)
        strip, base = self._row(place)
        return strip.crop_extend(self.scroll_offset.x, self.scroll_offset.x + width, base)

    def _blank(self, y: int, width: int) -> Strip:
        text = (self.empty if self.filled else "Membaca …") if y == 2 and not self._order else ""
        return Strip([Segment(fit(" " * GUTTER + text, width), self.rich_style + self._style("empty"))], width)

    def _header(self) -> Strip:
        base = self._style("header")
        segments = [Segment(" " * GUTTER, base)]
        for n, (column, width) in enumerate(self._laid):
            mark = ""
            if self.sorted_by and self.sorted_by[0] == column.key:
                mark = " ▼" if self.sorted_by[1] else " ▲"
            style = base + self._style("header-current") if self.has_focus and n == self.current_column else base
            title = fit(column.title, max(1, width - len(mark)), right=column.right) if mark else column.title
            segments += [Segment(fit(title + mark, width, right=column.right), style), Segment(" ", base)]
        return Strip(segments)

    def _row(self, place: int) -> tuple[Strip, Style]:
        row = self.rows[self._order[place]]
        marked = self.row_key(row) in self._marked
        at_cursor = place == self.cursor
        base = self._base_style(place, marked=marked, at_cursor=at_cursor)
        gutter = ("▌" if at_cursor else " ") + ("■ " if marked else "  ")
        segments = [Segment(gutter, base)]
        for column, width in self._laid:
            tone = column.tone(row) if column.tone else ""
            style = base + self._style(tone) if tone and not (at_cursor and self.has_focus) else base
            segments.append(Segment(fit(column.text(row), width, right=column.right) + " ", style))
        return Strip(segments), base

    def _base_style(self, place: int, *, marked: bool, at_cursor: bool) -> Style:
        base = self.rich_style
        if place % 2:
            base += self._style("zebra")
        if marked:
            base += self._style("selected")
        if at_cursor:
            base += self._style("cursor" if self.has_focus else "cursor-blurred")
        return base

    # moving

    def watch_cursor(self, old: int, new: int) -> None:
        """Repaint the two lines concerned."""
        for place in (old, new):
            self.refresh_lines(place + 1)
        if self.is_mounted:
            self.post_message(self.Highlighted(self, self.cursor_row))

    def _move_to(self, place: int) -> None:
        if self._order:
            self.cursor = max(0, min(place, len(self._order) - 1))
            self._scroll_to_cursor()

    def _scroll_to_cursor(self) -> None:
        lines = max(1, self.scrollable_content_region.height - 1)
        top = self.scroll_offset.y
        if self.cursor < top:
            self.scroll_to(y=self.cursor, animate=False)
        elif self.cursor >= top + lines:
            self.scroll_to(y=self.cursor - lines + 1, animate=False)

    def action_move(self, by: int) -> None:
        """Move the cursor by rows."""
        self._move_to(self.cursor + by)

    def action_page(self, direction: int) -> None:
        """Move the cursor by one screen."""
        self._move_to(self.cursor + direction * max(1, self.scrollable_content_region.height - 2))

    def action_go(self, place: int) -> None:
        """Go to the first (0) or the last (-1) row."""
        self._move_to(place if place >= 0 else len(self._order) - 1)

    def action_column(self, by: int) -> None:
        """Choose the column that sorting and widths are about, and bring it into view."""
        self.current_column = max(0, min(self.current_column + by, len(self._laid) - 1))
        left = GUTTER + sum(width + 1 for _, width in self._laid[: self.current_column])
        width = self._laid[self.current_column][1]
        self.scroll_to_region(Region(left, int(self.scroll_offset.y), width, 1), animate=False, y_axis=False)

    def action_sort_column(self) -> None:
        """Sort by the current column; again: the other way round."""
        self._sort_at(self.current_column)

    def _sort_at(self, place: int) -> None:
        key = self._laid[place][0].key
        again = self.sorted_by is not None and self.sorted_by == (key, False)
        self.sort_by(key, reverse=again)

    def action_widen(self, by: int) -> None:
        """Make the current column wider or narrower."""
        column, width = self._laid[self.current_column]
        self._set_width(column.key, width + by)

    def _set_width(self, key: str, width: int) -> None:
        self._chosen[key] = max(LEAST, min(width, 120))
        self._measure()
        self.refresh()

    def action_activate(self) -> None:
        """Open the row under the cursor: a double click; Enter is the screen's own command."""
        row = self.cursor_row
        if row is not None:
            self.post_message(self.Activated(self, row))

    # marking

    def action_mark_row(self) -> None:
        """Mark or unmark the row under the cursor, then go down."""
        self._toggle_at(self.cursor)
        self._move_to(self.cursor + 1)

    def action_extend(self, by: int) -> None:
        """Mark the rows the cursor passes."""
        self._mark(range(self.cursor, self.cursor + 1))
        self._move_to(self.cursor + by)
        self._mark(range(self.cursor, self.cursor + 1))

    def action_select_all(self) -> None:
        """Mark every row shown."""
        self._mark(range(len(self._order)))

    def action_select_none(self) -> None:
        """Unmark everything."""
        self._marked.clear()
        self._marks_changed()

    def _toggle_at(self, place: int) -> None:
        if self.multi and 0 <= place < len(self._order):
            self._marked ^= {self.row_key(self.rows[self._order[place]])}
            self._marks_changed()

    def _mark(self, places: range) -> None:
        if self.multi:
            row_key, rows, order = self.row_key, self.rows, self._order
            self._marked.update(row_key(rows[order[place]]) for place in places if 0 <= place < len(order))
            self._marks_changed()

    def _marks_changed(self) -> None:
        self.refresh()
        self.post_message(self.SelectionChanged(self, len(self._marked)))

    # mouse

    def _column_at(self, x: int) -> tuple[int, int] | None:
        """Return the column under x and the distance of x from its right edge."""
        right = GUTTER - int(self.scroll_offset.x)
        for n, (_, width) in enumerate(self._laid):
            right += width + 1
            if x < right:
                return n, right - 1 - x
        return None

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Take hold of a column's right edge."""
        hit = self._column_at(event.x)
        self._dragged = False
        if event.y == 0 and hit and hit[1] == 0:
            column, width = self._laid[hit[0]]
            self._dragged = True
            self._drag = (column.key, event.screen_x, width)
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Drag a column's edge."""
        if self._drag:
            key, start, width = self._drag
            self._set_width(key, width + event.screen_x - start)

    def on_mouse_up(self, _event: events.MouseUp) -> None:
        """Let go of the edge."""
        self._drag = None
        self.release_mouse()

    def on_click(self, event: events.Click) -> None:
        """Header: sort. Row: go there; in the margin or with ctrl: mark; with shift: mark up to here; twice: open."""
        if self._dragged:
            return
        if event.y == 0:
            hit = self._column_at(event.x)
            if hit:
                self.current_column = hit[0]
                self._sort_at(hit[0])
            return
        self._click_row(event, int(self.scroll_offset.y) + event.y - 1)

    def _click_row(self, event: events.Click, place: int) -> None:
        if place >= len(self._order):
            return
        before = self.cursor
        self._move_to(place)
        if event.shift:
            self._mark(range(min(before, place), max(before, place) + 1))
        elif event.ctrl or event.x < GUTTER:
            self._toggle_at(place)
        elif event.chain == 2:
            self.action_activate()


OPAQUE = frozenset({"header", "header-current", "cursor", "cursor-blurred", "zebra", "selected"})
