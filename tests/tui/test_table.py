"""The line table: filter, sort, marks, mouse, and drawing only what is visible."""

from dataclasses import dataclass
from typing import ClassVar

import pytest
from textual.app import App

from tests.tui.frames import frame
from tui.widgets.columns import Column
from tui.widgets.table import LineTable

LARGEST = 139_560


@dataclass(frozen=True)
class Thing:
    nomor: str
    nama: str
    umur: int


COLUMNS = (
    Column("nomor", "Nomor", lambda row: row.nomor, width=8),
    Column("nama", "Nama", lambda row: row.nama, width=20, grow=1),
    Column("umur", "Umur", lambda row: str(row.umur), width=5, right=True, sort=lambda row: row.umur),
)


class TableApp(App[None]):
    CSS: ClassVar[str] = "LineTable { height: 1fr; }"

    def __init__(self, rows):
        super().__init__()
        self.rows = rows
        self.activated = []

    def compose(self):
        yield LineTable(COLUMNS, lambda row: row.nomor, multi=True)

    def on_mount(self):
        self.table.show(self.rows)

    @property
    def table(self):
        return self.query_one(LineTable)

    def on_line_table_activated(self, message):
        self.activated.append(message.row.nomor)


def things(count=30):
    return [Thing(f"N{n:06}", f"Orang {n % 7}", 20 + n % 40) for n in range(count)]


def shown(app):
    return [row.nomor for row in app.table.listing.shown()]


@pytest.fixture
def app():
    return TableApp(things())


async def test_filter_shows_only_the_rows_of_the_mask(app):
    """A mask with one truth value a row decides what is shown."""
    async with app.run_test(size=(60, 12)):
        app.table.show_only(bytearray(row.umur == 25 for row in app.rows))

        assert ["N000005"] == shown(app)


async def test_cursor_stays_with_its_row_when_filtered(app):
    """Filtering does not lose the row one looks at."""
    async with app.run_test(size=(60, 12)) as pilot:
        await pilot.press(*["down"] * 9)
        app.table.show_only(bytearray(n % 3 == 0 for n in range(30)))

        assert "N000009" == app.table.cursor_row.nomor


async def test_key_s_sorts_by_the_current_column(app):
    """S sorts, again S turns the order round."""
    async with app.run_test(size=(60, 12)) as pilot:
        await pilot.press("right", "right", "s", "s")

        assert "N000029" == shown(app)[0]


async def test_sorting_keeps_the_filter(app):
    """Sorting a filtered table shows the same rows in another order."""
    async with app.run_test(size=(60, 12)):
        app.table.show_only(bytearray(row.umur < 23 for row in app.rows))
        app.table.sort_by("umur", reverse=True)

        assert ["N000002", "N000001", "N000000"] == shown(app)


async def test_click_on_a_header_sorts(app):
    """The mouse sorts too."""
    async with app.run_test(size=(60, 12)) as pilot:
        await pilot.click(LineTable, offset=(54, 0))
        await pilot.click(LineTable, offset=(54, 0))

        assert ("umur", True) == app.table.sorted_by


async def test_space_marks_rows(app):
    """Space marks and goes down."""
    async with app.run_test(size=(60, 12)) as pilot:
        await pilot.press("space", "down", "space")

        assert ["N000000", "N000002"] == [row.nomor for row in app.table.marked]


async def test_shift_down_marks_a_range(app):
    """Holding shift marks the rows passed."""
    async with app.run_test(size=(60, 12)) as pilot:
        await pilot.press("shift+down", "shift+down")

        assert ["N000000", "N000001", "N000002"] == [row.nomor for row in app.table.marked]


async def test_mark_all_marks_only_what_is_shown(app):
    """Ctrl+A respects the filter."""
    async with app.run_test(size=(60, 12)) as pilot:
        app.table.show_only(bytearray(n < 4 for n in range(30)))
        await pilot.press("ctrl+a")

        assert 4 == len(app.table.marked)


async def test_shift_click_marks_up_to_there(app):
    """Shift and the mouse mark a range."""
    async with app.run_test(size=(60, 12)) as pilot:
        await pilot.click(LineTable, offset=(10, 2))
        await pilot.click(LineTable, offset=(10, 5), shift=True)

        assert 4 == len(app.table.marked)


async def test_marks_of_vanished_rows_are_forgotten(app):
    """After a reload only rows that still exist can be marked."""
    async with app.run_test(size=(60, 12)) as pilot:
        await pilot.press("ctrl+a")
        app.table.show(app.rows[:3])

        assert 3 == len(app.table.marked)


async def test_double_click_opens(app):
    """A double click is Enter."""
    async with app.run_test(size=(60, 12)) as pilot:
        await pilot.click(LineTable, offset=(10, 3), times=2)

        assert ["N000002"] == app.activated


async def test_dragging_a_header_edge_sets_the_width(app):
    """Columns are resized with the mouse."""
    async with app.run_test(size=(60, 12)) as pilot:
        await pilot.mouse_down(LineTable, offset=(11, 0))
        await pilot.hover(LineTable, offset=(16, 0))
        await pilot.mouse_up(LineTable, offset=(16, 0))

        assert 13 == app.table.laid[0][1]


async def test_greater_sign_widens_the_column(app):
    """Columns are resized with the keyboard."""
    async with app.run_test(size=(60, 12)) as pilot:
        await pilot.press("greater_than_sign")

        assert 10 == app.table.laid[0][1]


async def test_end_shows_the_last_row(app):
    """The header does not hide the last row."""
    async with app.run_test(size=(60, 12)) as pilot:
        await pilot.press("end")
        await pilot.pause()

        assert "N000029" in frame(app)


async def test_an_empty_table_says_so():
    """No rows is a sentence, not a void."""
    app = TableApp([])
    async with app.run_test(size=(60, 12)) as pilot:
        await pilot.pause()

        assert "Tidak ada baris." in frame(app)


async def test_largest_agency_draws_only_the_visible_lines():
    """139,560 rows cost as many lines as the screen is high, for showing, paging and filtering."""
    app = TableApp(things(LARGEST))
    async with app.run_test(size=(60, 12)) as pilot:
        await pilot.pause()
        app.table.lines_drawn = 0
        await pilot.press("pagedown", "end")
        app.table.show_only(bytearray(n % 2 for n in range(LARGEST)))
        await pilot.pause()

        assert app.table.lines_drawn <= 12 * 8


async def test_largest_agency_sorts_beside_the_screen():
    """Many rows are put in order by a worker."""
    app = TableApp(things(LARGEST))
    async with app.run_test(size=(60, 12)) as pilot:
        app.table.sort_by("nomor", reverse=True)
        await app.workers.wait_for_complete()
        await pilot.pause()

        assert f"N{LARGEST - 1:06}" == shown(app)[0]


async def test_rows_of_a_higher_value_come_first(app):
    """A mask may rank: 2 before 1, each in the rows' own order."""
    async with app.run_test(size=(60, 12)):
        app.table.show_only(bytes([1, 2, 0, 2, 1, *([0] * 25)]))

        assert ["N000001", "N000003", "N000000", "N000004"] == shown(app)


async def test_a_column_chosen_for_sorting_counts_more_than_rank(app):
    """Who sorts wants that order."""
    async with app.run_test(size=(60, 12)):
        app.table.sort_by("umur", reverse=True)
        app.table.show_only(bytes([1, 2, 0, 2, 1, *([0] * 25)]))

        assert ["N000004", "N000003", "N000001", "N000000"] == shown(app)


async def test_a_search_starts_at_the_top(app):
    """The best match is looked at, not the row one was on."""
    async with app.run_test(size=(60, 12)) as pilot:
        await pilot.press(*["down"] * 9)
        app.table.show_only(bytearray(n % 3 == 0 for n in range(30)), from_top=True)

        assert "N000000" == app.table.cursor_row.nomor


async def test_sorting_a_third_time_gives_back_the_own_order(app):
    """Up, down, none."""
    async with app.run_test(size=(60, 12)) as pilot:
        await pilot.press("s", "s", "s")

        assert (None, [row.nomor for row in app.rows]) == (app.table.sorted_by, shown(app))


async def test_a_filter_never_leaves_the_view_past_the_end(app):
    """Scrolled to the end of many rows, then fewer: the last lines are full."""
    async with app.run_test(size=(60, 12)) as pilot:
        await pilot.press("end")
        await pilot.pause()
        app.table.show_only(bytearray(n < 15 or n == 29 for n in range(30)))
        await pilot.pause()

        assert app.table.max_scroll_y == app.table.scroll_offset.y
        assert "N000029" in frame(app)


async def test_the_scroll_bar_comes_back_with_the_rows(app):
    """Few rows need none, many do."""
    async with app.run_test(size=(60, 12)) as pilot:
        seen = []
        for mask in (bytearray(n < 3 for n in range(30)), None):
            app.table.show_only(mask)
            await pilot.pause()
            seen.append(app.table.show_vertical_scrollbar)

        assert [False, True] == seen
