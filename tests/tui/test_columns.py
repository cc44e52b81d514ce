"""How cells are cut and how a table shares its width."""

from datetime import UTC, datetime

import pytest
from rich.cells import cell_len

from tui import agency_columns, people_columns, unit_lines
from tui.impor import preview, queue_view, watch
from tui.screens import masukan
from tui.widgets import public_list
from tui.widgets.columns import Column, fit, fit_ends, lay_out


def columns(*specs):
    return [Column(key, key, str, **options) for key, options in specs]


def widths(laid):
    return {column.key: width for column, width in laid}


def test_short_text_is_padded():
    """A cell always has its full width."""
    assert "abc  " == fit("abc", 5)


def test_long_text_ends_with_an_ellipsis():
    """What does not fit says so."""
    assert "abcd…" == fit("abcdefgh", 5)


def test_numbers_stand_right():
    """Right-aligned cells are padded on the left."""
    assert "   12" == fit("12", 5, right=True)


def test_wide_characters_count_twice():
    """A cell's width is counted in terminal cells, not in characters."""
    assert 6 == cell_len(fit("日本語日本語", 6))


def test_names_that_begin_alike_keep_their_ends():
    """What tells the schools apart stands at the end."""
    assert "SD NEGERI K…PANJANG 05" == fit_ends("SD NEGERI KANDANG PANJANG 05", 22)


@pytest.mark.parametrize("width", range(1, 14))
def test_text_with_both_ends_kept_has_exactly_its_width(width):
    """Wide characters too."""
    assert {width} == {
        cell_len(fit_ends(text, width)) for text in ("日本語日本語", "SD NEGERI KANDANG", "abc", "a\x1bb")
    }


def test_control_characters_become_blanks():
    """Nothing in the data can move the terminal's cursor."""
    assert "a b " == fit("a\x1bb", 4)


def test_growing_columns_share_what_is_left():
    """Room left over goes to the columns that grow, by their shares, to the last cell."""
    laid = lay_out(
        columns(("a", {"width": 10, "grow": 3}), ("b", {"width": 10, "grow": 1}), ("c", {"width": 5})), 40, {}
    )

    assert 40 == sum(widths(laid).values()) + len(laid) - 1


def test_columns_for_wide_tables_are_left_out_of_narrow_ones():
    """A column with from_width appears only from that width on."""
    specs = columns(("a", {}), ("b", {"from_width": 100}))

    assert ["a"] == [column.key for column, _ in lay_out(specs, 80, {})]


def test_a_chosen_width_is_kept():
    """What the operator set does not grow."""
    laid = lay_out(columns(("a", {"width": 10, "grow": 1}), ("b", {"width": 10, "grow": 1})), 60, {"a": 7})

    assert 7 == widths(laid)["a"]


TABLES = {
    room.__name__: room.COLUMNS for room in (preview, queue_view, watch, masukan, people_columns, public_list)
} | {
    agency_columns.__name__: agency_columns.columns(lambda: datetime(2022, 9, 20, tzinfo=UTC)),
    unit_lines.__name__: unit_lines.columns("Asia/Jakarta"),
}
ROOM_AT_80 = 80 - 1 - 3


@pytest.mark.parametrize("room", [ROOM_AT_80, 92, 100, 116, 130, 156])
@pytest.mark.parametrize("table", sorted(TABLES))
def test_no_column_is_cut_off(table, room):
    """On 80 columns (scroll bar and margin aside) and on more, the columns fit and their titles can be read."""
    laid = lay_out(TABLES[table], room, {})

    assert sum(width + 1 for _, width in laid) - 1 <= room
    assert [] == [column.title for column, width in laid if len(column.title) > width]
