"""What a file holds once it is read: sheets of rows of typed cells. Knows nothing of headers or people."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from msgspec import Struct

Cell = Any  # "" (empty), str, int, float, bool, datetime (UTC stands for "no zone"), CellError
Row = list[Cell]


class CellError(Struct, frozen=True):
    """A cell whose formula failed (`#N/A`) or was never computed."""

    teks: str


class Sheet(Struct, kw_only=True):
    """One sheet. nama: None where the format has no sheets. baris[0] is row 1; blank rows are empty lists.

    gabung: merged ranges (first row, first column, last row, last column), from 0. galat: (row, column, text) of cells
    whose formula failed or was never computed. epoch1904: bare serial dates count from 1904.
    """

    nama: str | None
    baris: list[Row]
    tersembunyi: bool = False
    gabung: list[tuple[int, int, int, int]] = []
    galat: list[tuple[int, int, str]] = []
    epoch1904: bool = False

    def mark_errors(self) -> None:
        """Put a `CellError` where the reader saw only an empty cell."""
        for row, column, text in self.galat:
            if row >= len(self.baris):
                self.baris.extend([] for _ in range(row + 1 - len(self.baris)))
            cells = self.baris[row]
            cells.extend("" for _ in range(column + 1 - len(cells)))
            if cells[column] == "":
                cells[column] = CellError(text)


class Workbook(Struct, kw_only=True):
    """Everything read from one file, or the code of the refusal."""

    lembar: list[Sheet] = []
    tolak: str = ""
    rinci: str = ""


def portable(value: object) -> Cell:
    """A reader's value as a cell. Dates become moments in UTC, which travel between processes as such."""
    if isinstance(value, datetime):
        return value.replace(tzinfo=UTC)
    if isinstance(value, date):
        return datetime(value.year, value.month, value.day, tzinfo=UTC)
    if isinstance(value, time):
        return value.isoformat()
    if isinstance(value, timedelta):
        return str(value)
    if isinstance(value, str) and value.isspace():
        return ""
    return value


def cell_text(cell: Cell) -> str:
    """A cell as a person reads it: whole numbers without a point, dates as ISO."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e20 else repr(cell)
    if isinstance(cell, datetime):
        return (
            cell.date().isoformat() if (cell.hour, cell.minute, cell.second) == (0, 0, 0) else cell.isoformat(" ")[:19]
        )
    if isinstance(cell, CellError):
        return cell.teks
    return str(cell)


def trim(row: Row) -> Row:
    """The row without empty cells at its end."""
    end = len(row)
    while end and row[end - 1] == "":
        end -= 1
    return row[:end]
