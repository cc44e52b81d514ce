"""Rows in an order: sorted, filtered, marked. Plain memory, no drawing."""

from collections.abc import Callable, Iterable, Sequence
from itertools import compress
from typing import Generic

from tui.widgets.columns import Row

_RANKS = (bytes([0, 0, 1, *([0] * 253)]), bytes([0, 1, *([0] * 254)]))


class Listing(Generic[Row]):
    """`rows` as they came, `order` the places of those shown, `marks` the keys of those marked."""

    def __init__(self, key: Callable[[Row], str]) -> None:
        self.key = key
        self.rows: Sequence[Row] = ()
        self.order: Sequence[int] = ()
        self.marks: set[str] = set()
        self.filled = False
        self._mask: Sequence[int] | None = None
        self._permutation: Sequence[int] | None = None

    def __len__(self) -> int:
        return len(self.order)

    def put(self, rows: Sequence[Row], mask: Sequence[int] | None) -> None:
        """Hold other rows, in their own order; marks of vanished rows are forgotten."""
        self.rows = rows
        self.filled = True
        self._permutation = None
        if self.marks:
            self.marks &= {self.key(row) for row in rows}
        self.filter(mask)

    def filter(self, mask: Sequence[int] | None) -> None:
        """Show the rows whose value in `mask` is not 0; all without one. While unsorted, those with 2 come before those with 1."""
        self._mask = mask
        everything = self._permutation if self._permutation is not None else range(len(self.rows))
        if mask is None:
            self.order = everything
        elif self._permutation is not None:
            self.order = [n for n in everything if mask[n]]
        elif 2 in mask and 1 in mask:
            values = bytes(mask)
            self.order = [n for rank in _RANKS for n in compress(everything, values.translate(rank))]
        else:
            self.order = list(compress(everything, mask))

    def arrange(self, permutation: Sequence[int] | None) -> None:
        """Put all rows in another order, None: their own; the filter stays."""
        self._permutation = permutation
        self.filter(self._mask)

    def at(self, place: int) -> Row | None:
        """Return the row shown at a place."""
        return self.rows[self.order[place]] if 0 <= place < len(self.order) else None

    def number_at(self, place: int) -> int | None:
        """Return which row, counted as they came, is shown at a place."""
        return self.order[place] if 0 <= place < len(self.order) else None

    def place_of_number(self, number: int) -> int | None:
        """Return where the row that came as this number is shown, if it is."""
        try:
            return self.order.index(number)
        except ValueError:
            return None

    def place_of(self, key: str) -> int | None:
        """Return where the row named `key` is shown, if it is."""
        name, rows = self.key, self.rows
        return next((place for place, n in enumerate(self.order) if name(rows[n]) == key), None)

    def shown(self) -> list[Row]:
        """Return every row shown, in the order shown."""
        return [self.rows[n] for n in self.order]

    def marked(self) -> list[Row]:
        """Return the marked rows, in the rows' own order."""
        return [row for row in self.rows if self.key(row) in self.marks] if self.marks else []

    def mark(self, places: Iterable[int]) -> None:
        """Mark the rows shown at these places."""
        name, rows, order, count = self.key, self.rows, self.order, len(self.order)
        self.marks.update(name(rows[order[place]]) for place in places if 0 <= place < count)

    def toggle(self, place: int) -> None:
        """Mark or unmark the row shown at a place."""
        row = self.at(place)
        if row is not None:
            self.marks ^= {self.key(row)}
