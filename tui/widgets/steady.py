"""Showing rows anew while somebody works down a list: the cursor stays where it was when its row is done and gone."""

from collections.abc import Sequence

from tui.widgets.columns import Row
from tui.widgets.table import LineTable


def show_steadily(table: LineTable[Row], rows: Sequence[Row], mask: Sequence[int] | None) -> None:
    """Show other rows; a row that is no longer shown gives the cursor to the one that took its place."""
    place, kept, listing = table.cursor, table.cursor_row, table.listing
    table.show(rows, mask)
    if kept is None or listing.place_of(listing.key(kept)) is not None:
        return
    following = listing.at(min(place, table.count - 1))
    if following is not None:
        table.go_to(listing.key(following))
