"""The drawing half of the line table: columns share the width, and only visible lines are ever made."""

from collections.abc import Callable, Sequence
from typing import ClassVar, Generic

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Size
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.widgets.columns import LEAST, Column, Row, fit, fit_ends, lay_out
from tui.widgets.listing import Listing

GUTTER = 3
OPAQUE = frozenset({"header", "header-current", "cursor", "cursor-blurred", "zebra", "selected"})


class PaintedTable(ScrollView, Generic[Row]):
    """A listing as lines of text: header, rows, cursor, marks."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "table--header", "table--header-current", "table--cursor", "table--cursor-blurred", "table--selected",
        "table--zebra", "table--good", "table--bad", "table--warn", "table--muted", "table--strong", "table--empty",
    }  # fmt: skip

    cursor: reactive[int] = reactive(0, repaint=False)
    current_column: reactive[int] = reactive(0)

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        key: Callable[[Row], str],
        *,
        empty: str = "Tidak ada baris.",
        multi: bool = False,
        id: str | None = None,  # noqa: A002  Textual's own name
    ) -> None:
        """empty: said where there are no rows. multi: rows can be marked."""
        super().__init__(id=id)
        self.multi = multi
        self.columns = tuple(columns)
        self.listing: Listing[Row] = Listing(key)
        self.empty = empty
        self.sorted_by: tuple[str, bool] | None = None
        self.lines_drawn = 0
        self.laid: list[tuple[Column[Row], int]] = []
        self._chosen_widths: dict[str, int] = {}
        self._styles: dict[str, Style] = {}

    # measures

    def measure(self) -> None:
        """Share the width among the columns and tell the scroll bars how long the table is."""
        room = max(10, self.container_size.width - self.styles.scrollbar_size_vertical - GUTTER)
        self.laid = lay_out(self.columns, room, self._chosen_widths)
        width = GUTTER + sum(width + 1 for _, width in self.laid) - 1
        self._lengthen(Size(width, len(self.listing) + 1))

    def _lengthen(self, size: Size) -> None:
        """Take a new virtual size; while the scroll bars stay as they are, nothing on the screen needs another place."""
        height = self.size.height
        if size.width != self.virtual_size.width or not height < min(size.height, self.virtual_size.height):
            self.virtual_size = size
            return
        self.set_reactive(PaintedTable.virtual_size, size)
        self.vertical_scrollbar.window_virtual_size = size.height
        if self.scroll_offset.y > self.max_scroll_y:
            self.scroll_to(y=self.max_scroll_y, animate=False)

    def set_width(self, key: str, width: int) -> None:
        """Give a column the width the operator wants."""
        self._chosen_widths[key] = max(LEAST, min(width, 120))
        self.measure()
        self.refresh()

    def on_resize(self) -> None:
        """Share the new width among the columns."""
        self.measure()
        self.scroll_to_cursor()

    def scroll_to_cursor(self) -> None:
        """Bring the cursor's line into view, below the header."""
        lines = max(1, self.scrollable_content_region.height - 1)
        top = self.scroll_offset.y
        if self.cursor < top:
            self.scroll_to(y=self.cursor, animate=False)
        elif self.cursor >= top + lines:
            self.scroll_to(y=self.cursor - lines + 1, animate=False)

    def column_at(self, x: int) -> tuple[int, int] | None:
        """Return the column under x and the distance of x from its right edge."""
        right = GUTTER - int(self.scroll_offset.x)
        for n, (_, width) in enumerate(self.laid):
            right += width + 1
            if x < right:
                return n, right - 1 - x
        return None

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
        left = self.scroll_offset.x
        if y == 0:
            return self._header().crop_extend(left, left + width, self._style("header"))
        place = self.scroll_offset.y + y - 1
        row = self.listing.at(place)
        if row is None:
            return self._blank(y, width)
        strip, base = self._row(place, row)
        return strip.crop_extend(left, left + width, base)

    def _blank(self, y: int, width: int) -> Strip:
        text = ""
        if y == 2 and not len(self.listing):
            text = " " * GUTTER + (self.empty if self.listing.filled else "Membaca …")
        return Strip([Segment(fit(text, width), self.rich_style + self._style("empty"))], width)

    def _header(self) -> Strip:
        base = self._style("header")
        segments = [Segment(" " * GUTTER, base)]
        for n, (column, width) in enumerate(self.laid):
            mark = ""
            if self.sorted_by and self.sorted_by[0] == column.key:
                mark = " ▼" if self.sorted_by[1] else " ▲"
            style = base + self._style("header-current") if self.has_focus and n == self.current_column else base
            title = fit(column.title, max(1, width - len(mark)), right=column.right) if mark else column.title
            segments += [Segment(fit(title + mark, width, right=column.right), style), Segment(" ", base)]
        return Strip(segments)

    def _row(self, place: int, row: Row) -> tuple[Strip, Style]:
        marked = self.listing.key(row) in self.listing.marks
        at_cursor = place == self.cursor
        base = self._base_style(place, marked=marked, at_cursor=at_cursor)
        gutter = ("▌" if at_cursor else " ") + ("■ " if marked else "  ")
        segments = [Segment(gutter, base)]
        for column, width in self.laid:
            tone = column.tone(row) if column.tone else ""
            style = base + self._style(tone) if tone and not (at_cursor and self.has_focus) else base
            text = column.text(row)
            cell = fit_ends(text, width) if column.ends else fit(text, width, right=column.right)
            segments.append(Segment(cell + " ", style))
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
