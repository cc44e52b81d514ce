"""Columns of the line table: what a cell says, how it sorts, how wide it may be. No drawing."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from rich.cells import cell_len, set_cell_size

Row = TypeVar("Row")
Tone = Literal["", "good", "bad", "warn", "muted", "strong"]
LEAST = 3


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """One column.

    text: what the cell says. tone: the colour that goes with the word, never instead of it. sort: sorting key, the
    casefolded text if none is given. width: cells without the gap. grow: share of the room left over.
    from_width: shown only when the table is at least this wide. ends: both ends of a text too long are kept, for names that
    begin alike (SD NEGERI ... 01, SD NEGERI ... 02).
    """

    key: str
    title: str
    text: Callable[[Row], str]
    width: int = 12
    grow: int = 0
    right: bool = False
    tone: Callable[[Row], Tone] | None = None
    sort: Callable[[Row], str | int] | None = None
    from_width: int = 0
    ends: bool = False

    def sort_key(self, row: Row) -> str | int:
        """Return what the row sorts by in this column."""
        return self.sort(row) if self.sort else self.text(row).casefold()


def fit(text: str, width: int, *, right: bool = False) -> str:
    """Return `text` in exactly `width` cells; cut text ends with an ellipsis. Control characters become blanks."""
    if not text.isprintable():
        text = "".join(char if char.isprintable() else " " for char in text)
    length = len(text) if text.isascii() else cell_len(text)
    if length > width:
        return set_cell_size(text, width - 1) + "…" if width > 1 else set_cell_size(text, width)
    return " " * (width - length) + text if right else text + " " * (width - length)


def fit_ends(text: str, width: int) -> str:
    """Like `fit`; cut text keeps its beginning and its end, with the ellipsis between."""
    text = fit(text, max(width, cell_len(text)))
    length = cell_len(text)
    if length <= width or width < 2 * LEAST:
        return fit(text, width)
    tail = text[-((width - 1) // 2) :].lstrip()
    return set_cell_size(text, width - 1 - cell_len(tail)) + "…" + tail


def lay_out(columns: Sequence[Column[Row]], room: int, chosen: dict[str, int]) -> list[tuple[Column[Row], int]]:
    """Share `room` cells among the columns (one cell of gap between two). `chosen`: widths the operator set."""
    shown = [column for column in columns if room >= column.from_width]
    widths = [max(LEAST, chosen.get(column.key, column.width)) for column in shown]
    spare = room - sum(widths) - len(shown) + 1
    growing = [n for n, column in enumerate(shown) if column.grow and column.key not in chosen]
    shares = sum(shown[n].grow for n in growing)
    if spare > 0 and shares:
        given = 0
        for n in growing:
            extra = spare * shown[n].grow // shares
            widths[n] += extra
            given += extra
        widths[growing[0]] += spare - given
    return list(zip(shown, widths, strict=True))
