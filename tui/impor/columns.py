"""The columns of a file's tables: what each holds, corrected one by one. A correction holds for every table with that header."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Button, Static

from registry.intake.cells import column_letter
from registry.intake.columns import CHOICES, IGNORED
from registry.intake.plan import Columns
from tui.dialogs.base import Question
from tui.dialogs.choose import Choice, Choose
from tui.widgets.columns import Column
from tui.widgets.table import LineTable
from tui.words import kolom

# Columns that only help to read a row have no name in the record.
HELPING = {
    IGNORED: "(abaikan)", "nomor_urut": "Nomor urut", "ttl": "Tempat dan tanggal lahir", "thk_ii": "Tanda THK-II",
    "nip": "NIP/NUPTK", "laki_laki": "Tanda laki-laki", "perempuan": "Tanda perempuan", "hari_lahir": "Tanggal lahir: hari",
    "bulan_lahir": "Tanggal lahir: bulan", "tahun_lahir": "Tanggal lahir: tahun", "jurusan": "Jurusan",
    "nominal_gaji": "Besar gaji", "file_ijazah": "Berkas ijazah", "file_sk": "Berkas SK", "file_bukti_bayar": "Berkas bukti bayar",
}  # fmt: skip


def held(field: str) -> str:
    """Return what a column is said to hold."""
    return HELPING.get(field) or kolom(field)


@dataclass(slots=True)
class ColumnRow:
    """One column of one layout."""

    layout: int
    column: int
    lembar: str
    teks: str
    contoh: str
    field: str


@dataclass(frozen=True, slots=True)
class Corrected:
    """A header and what its columns hold; None: what is remembered of it is to be dropped."""

    kepala: tuple[str, ...]
    kolom: dict[int, str] | None


def _rows(layouts: list[Columns]) -> list[ColumnRow]:
    return [
        ColumnRow(
            layout=place,
            column=column,
            lembar=table.lembar or "",
            teks=" ".join(table.teks[column].split()) if column < len(table.teks) else "",
            contoh=table.contoh[column] if column < len(table.contoh) else "",
            field=table.kolom.get(column, IGNORED),
        )
        for place, table in enumerate(layouts)
        for column in range(max(len(table.teks), len(table.contoh)))
    ]


TABLE: tuple[Column[ColumnRow], ...] = (
    Column("huruf", "Kol", lambda row: column_letter(row.column), width=3, sort=lambda row: row.column),
    Column("teks", "Kepala", lambda row: row.teks, width=16, grow=2),
    Column("contoh", "Contoh isi", lambda row: row.contoh, width=14, grow=1, tone=lambda _: "muted"),
    Column("field", "Dibaca sebagai", lambda row: held(row.field), width=18, grow=1, tone=lambda row: "muted" if row.field == IGNORED else "strong"),
)  # fmt: skip
SHEET: Column[ColumnRow] = Column("lembar", "Lembar", lambda row: row.lembar, width=9, ends=True)


class ColumnsQuestion(Question[list[Corrected]]):
    """Answers the layouts an operator corrected. anew: a header a person has just named; as it is, it is an answer."""

    AUTO_FOCUS = "#columns"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "change", "Ubah isi kolom ini", show=False),
        Binding("delete", "ignore", "Abaikan kolom ini", show=False),
        *Question.BINDINGS,
    ]

    def __init__(self, tables: Sequence[Columns], unit: str, *, anew: bool = False) -> None:
        super().__init__("Kolom dan isinya", yes="Simpan dan baca ulang")
        self.unit = unit
        self.layouts = list({table.teks: table for table in reversed(tables)}.values())[::-1]
        self.rows = _rows(self.layouts)
        self.changed: set[int] = set(range(len(self.layouts))) if anew else set()

    def body(self) -> ComposeResult:
        """Show every column with what it holds."""
        whose = f"unit {self.unit}" if self.unit else "berkas tanpa unit pengirim"
        text = f"Enter mengubah isi kolom, Del mengabaikannya. Diingat untuk {whose} bila kepala yang sama datang lagi."
        yield Static(text, classes="dialog-label", markup=False)
        columns = (SHEET, *TABLE) if len(self.layouts) > 1 else TABLE
        yield LineTable(columns, lambda row: f"{row.layout}:{row.column}", id="columns")
        yield Static("", id="complaint", markup=False)
        if any(table.dikoreksi for table in self.layouts):
            yield Button("Buang pemetaan yang diingat", id="drop", compact=True)

    def on_mount(self) -> None:
        """Fill the table."""
        self.query_one("#columns", LineTable).show(self.rows)

    @property
    def row(self) -> ColumnRow | None:
        """The column under the cursor."""
        row = self.query_one("#columns", LineTable).cursor_row
        return row if isinstance(row, ColumnRow) else None

    @on(LineTable.Activated, "#columns")
    def action_change(self) -> None:
        """Ask what the column holds."""
        row = self.row
        if row is None:
            return
        fields = sorted((field for field in CHOICES if field != IGNORED), key=lambda field: held(field).casefold())
        choices = [Choice(field, held(field), field) for field in (IGNORED, *fields)]
        title = f"Kolom {column_letter(row.column)}: {row.teks or '(tanpa kepala)'}"
        self.app.push_screen(Choose(title, choices, search="Cari isi kolom"), lambda field: self._hold(row, field))

    def action_ignore(self) -> None:
        """Leave the column out."""
        if self.row is not None:
            self._hold(self.row, IGNORED)

    def _hold(self, row: ColumnRow, field: str | None) -> None:
        """One field stands in one column: the one that held it before is ignored."""
        if not field or field == row.field:
            return
        self.complain("")
        for other in self.rows:
            if other.layout == row.layout and other.field == field and field != IGNORED:
                other.field = IGNORED
                self.complain(f"Kolom {column_letter(other.column)} tidak lagi dibaca sebagai {held(field)}.")
        row.field = field
        self.changed.add(row.layout)
        self.query_one("#columns", LineTable).refresh()

    @on(Button.Pressed, "#drop")
    def _drop(self) -> None:
        self.dismiss([Corrected(table.teks, None) for table in self.layouts if table.dikoreksi])

    def answer(self) -> list[Corrected] | None:
        """Return what was corrected, if anything was."""
        if not self.changed:
            self.complain("Belum ada yang diubah.")
            return None
        told = {place: self._told(place) for place in sorted(self.changed)}
        if not all(told.values()):
            self.complain("Semua kolom diabaikan. Sebutkan isi paling sedikit satu kolom.")
            return None
        return [Corrected(self.layouts[place].teks, columns) for place, columns in told.items()]

    def _told(self, place: int) -> dict[int, str]:
        return {row.column: row.field for row in self.rows if row.layout == place and row.field != IGNORED}
