"""Which side of each field to keep: what is recorded, or what the row says."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from registry.desk.banding import Banding, Beda
from tui.dialogs.base import Question
from tui.widgets.columns import Column
from tui.widgets.table import LineTable
from tui.words import in_words, kolom

SIDES: tuple[Column[Banding], ...] = (
    Column("kolom", "Isian", lambda one: kolom(one.kolom), width=15),
    Column("tercatat", "Yang tercatat", lambda one: in_words(one.kolom, one.tercatat), width=17, grow=1),
    Column("baris", "Baris berkas", lambda one: in_words(one.kolom, one.baris), width=17, grow=1),
)


class Merge(Question[tuple[str, ...]]):
    """Answers the names of the fields taken from the row. At first only what the record lacks is taken."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", "Gabungkan", show=False),
        *Question.BINDINGS,
    ]
    AUTO_FOCUS = "#merge-fields"

    def __init__(self, title: str, text: str, fields: Sequence[Banding]) -> None:
        super().__init__(title, yes="Gabungkan")
        self.text = text
        self.fields = [one for one in fields if one.dapat_dipilih]

    def body(self) -> ComposeResult:
        """Show the fields that differ, and what will be taken."""
        columns: tuple[Column[Banding], ...] = (*SIDES, Column("dipakai", "Dipakai", self._used, width=9))
        yield Static(self.text, classes="dialog-text", markup=False)
        yield LineTable(
            columns,
            lambda one: one.kolom,
            multi=True,
            id="merge-fields",
            empty="Tidak ada isian yang berbeda; data yang tercatat tetap.",
        )
        yield Static("", id="merge-sides", markup=False)
        yield Static("", id="complaint", markup=False)

    def on_mount(self) -> None:
        """Fill the table; what the record lacks is taken from the row."""
        table = self._table
        table.show(self.fields)
        table.listing.marks.update(one.kolom for one in self.fields if one.beda is Beda.MENAMBAH)
        self._tell()

    @property
    def _table(self) -> LineTable[Banding]:
        return self.query_one("#merge-fields", LineTable)

    def _used(self, one: Banding) -> str:
        return "baris" if one.kolom in self._table.listing.marks else "tercatat"

    @on(LineTable.Highlighted)
    def _whole(self) -> None:
        """What a narrow column cuts off."""
        one = self._table.cursor_row
        text = (
            f"Tercatat: {in_words(one.kolom, one.tercatat) or '-'}\nBaris: {in_words(one.kolom, one.baris)}"
            if one
            else ""
        )
        self.query_one("#merge-sides", Static).update(text)

    @on(LineTable.SelectionChanged)
    @on(LineTable.Activated)
    def _tell(self) -> None:
        taken = self.answer()
        names = ", ".join(kolom(name) for name in taken)
        self.complain(f"Diambil dari baris: {names}. Sisanya tetap." if taken else "Semua tetap seperti yang tercatat.")

    def answer(self) -> tuple[str, ...]:
        """Return the fields taken from the row."""
        marks = self._table.listing.marks
        return tuple(one.kolom for one in self.fields if one.kolom in marks)

    def action_submit(self) -> None:
        """Answer."""
        self.submit()
