"""One column of a table read cell by cell, each different cell once. Knows nothing of rows or people."""

from collections.abc import Sequence
from typing import Any

from registry.intake.fields import Readers, Reading
from registry.intake.sheets import Cell


class ColumnReader(dict[Cell, Any]):
    """One column of a table: cell -> what it gives for the column's own field, None where nothing. Reads each different cell once.

    more: the readings that give more than that, or findings.
    """

    def __init__(self, field: str, readers: Readers) -> None:
        self[""] = None
        self.more: dict[Cell, Reading] = {}
        self.field, self._reader = field, readers.reader(field)
        self._glance = readers.glance(field)

    def __missing__(self, cell: Cell) -> Any:
        if cell.__class__ is str:
            seen = self._glance(cell)
            if seen is not None:
                self[cell] = seen
                return seen
        assigned, findings = self._reader(cell)
        own = self[cell] = assigned[0][1] if assigned and assigned[0][0] == self.field else None
        if findings or len(assigned) > (own is not None):
            self.more[cell] = assigned, findings
        return own


Columns = Sequence[tuple[ColumnReader, Sequence[Cell]]]


def values_of(columns: Columns, rows: int) -> list[dict[str, Any]]:
    """What each of these rows tells in the columns' own fields: field -> value. Of two columns of one field the later has the word."""
    read: dict[str, list[Any]] = {}
    for reader, cells in columns:
        values, before = list(map(reader.__getitem__, cells)), read.get(reader.field)
        read[reader.field] = (
            values if before is None else [b if a is None else a for a, b in zip(values, before, strict=True)]
        )
    told = (
        [dict(zip(read, row, strict=True)) for row in zip(*read.values(), strict=True)]
        if read
        else [{} for _ in range(rows)]
    )
    for field, values in read.items():
        if None in values:
            for row in told:
                if row[field] is None:
                    del row[field]
    return told


def extras_of(columns: Columns) -> dict[int, list[Reading]]:
    """What some rows give beyond the columns' own fields, by the row's place among them."""
    found: dict[int, list[Reading]] = {}
    for reader, cells in columns:
        more = reader.more
        if more and not more.keys().isdisjoint(cells):
            for place, cell in enumerate(cells):
                if cell in more:
                    found.setdefault(place, []).append(more[cell])
    return found
