"""Which row is the header, asked where none was recognised."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Static

from registry.intake.peek import FirstRow
from tui.dialogs.base import Question
from tui.widgets.columns import Column
from tui.widgets.table import LineTable


@dataclass
class FirstRowsRead(Message):
    """The first rows of a file, and the unit it came from."""

    rows: Sequence[FirstRow]
    unit: str


def _cells(row: FirstRow) -> str:
    return " │ ".join(" ".join(cell.split()) for cell in row.sel if cell)


COLUMNS: tuple[Column[FirstRow], ...] = (
    Column("nomor", "Baris", lambda row: str(row.nomor), width=6, right=True, sort=lambda row: row.nomor),
    Column("isi", "Isi", _cells, width=30, grow=1),
)
SHEET: Column[FirstRow] = Column("lembar", "Lembar", lambda row: row.lembar or "", width=12, ends=True)


class HeaderQuestion(Question[FirstRow]):
    """Answers the row whose cells name the columns."""

    AUTO_FOCUS = "#columns"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take", "Baris ini kepalanya", show=False),
        *Question.BINDINGS,
    ]

    def __init__(self, rows: Sequence[FirstRow]) -> None:
        super().__init__("Baris mana kepala tabelnya?", yes="Baris ini")
        self.rows = rows

    def body(self) -> ComposeResult:
        """Show the first rows of every sheet."""
        yield Static(
            "Pilih baris yang menyebut nama kolom; sesudah itu sebutkan isi tiap kolom.", classes="dialog-label"
        )
        sheets = len({row.lembar for row in self.rows}) > 1
        yield LineTable((SHEET, *COLUMNS) if sheets else COLUMNS, lambda row: f"{row.lembar}:{row.nomor}", id="columns")

    def on_mount(self) -> None:
        """Fill the table."""
        self.query_one("#columns", LineTable).show(self.rows)

    @on(LineTable.Activated, "#columns")
    def action_take(self) -> None:
        """Answer with the row under the cursor."""
        self.submit()

    def answer(self) -> FirstRow | None:
        """Return the row under the cursor."""
        row = self.query_one("#columns", LineTable).cursor_row
        return row if isinstance(row, FirstRow) else None
