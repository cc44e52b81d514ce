"""The original cells of a row as text, laid out under one header per sheet, so that they can go back and be imported again."""

from collections.abc import Sequence

from registry.intake.cells import column_letter
from registry.intake.columns import BIRTH, IGNORED, field_of
from registry.intake.draft import Draft
from registry.intake.rows import TableReader
from registry.intake.sheets import Cell, cell_text

UNIT_LABEL = "Unit Kerja"
_LABELS = {
    "nik": "NIK", "nama": "Nama Lengkap", "tanggal_lahir": "Tanggal Lahir", "tempat_lahir": "Tempat Lahir", BIRTH: "Tempat, Tanggal Lahir",
    "nomor_hp": "Nomor HP", "thk_ii": "THK-II", "nomor_thk_ii": "Nomor Peserta THK-II", "nomor_kk": "Nomor KK", "nomor_sk": "Nomor SK",
    "tanggal_sk": "Tanggal SK", "pendidikan_sk": "Pendidikan Menurut SK", "sekolah": "Sekolah/Universitas", "penanda_tangan": "Jabatan Penanda Tangan SK",
    "jenis_penanda_tangan": "Jenis Jabatan Penanda Tangan", "konversi_jabatan": "Konversi Jabatan ASN", "file_sk": "File SK",
}  # fmt: skip


def label_of(field: str) -> str:
    """A header text that means this field."""
    return _LABELS.get(field, field.replace("_", " ").title())


class Originals:
    """The layout of one sheet: its first header, and a unit column where units stood in bands, titles or the sheet's name."""

    def __init__(self, readers: Sequence[TableReader]) -> None:
        header = readers[0].table.header if readers else None
        self.columns = dict(header.kolom) if header else {}
        self.width = max((len(reader.table.header.teks) for reader in readers), default=0)
        texts = list(header.teks) if header else []
        texts += [""] * (self.width - len(texts))
        for column, field in self.columns.items():
            texts[column : column + 1] = [_plain(texts[column], field)]
        if header is not None and header.told:
            texts = [_silenced(column, text, self.columns) for column, text in enumerate(texts)]
        self.unit_column = self.width if readers and "unit_kerja" not in self.columns.values() else None
        if self.unit_column is not None and readers[0].kind == "orang":
            texts.append(UNIT_LABEL)
        self.kepala = tuple(" ".join(text.split()) for text in texts)

    def cells(self, draft: Draft) -> tuple[str, ...]:
        """The cells of one row in this layout."""
        columns = draft.kolom
        cells = [_original(cell, columns.get(column, ""), draft) for column, cell in enumerate(draft.sel)]
        cells += [""] * (self.width - len(cells))
        if columns != self.columns:
            cells = self._moved(cells, columns)
        del cells[len(self.kepala) :]
        if self.unit_column is not None and len(self.kepala) > self.unit_column:
            cells[self.unit_column :] = [str(draft.nilai.get("unit_kerja", ""))]
        return tuple(cells)

    def _moved(self, cells: list[str], columns: dict[int, str]) -> list[str]:
        """Cells of a later table with other columns, under the first header."""
        place = {field: column for column, field in columns.items()}
        moved = [""] * self.width
        for column, field in self.columns.items():
            if field in place and place[field] < len(cells):
                moved[column] = cells[place[field]]
        return moved


def _plain(text: str, field: str) -> str:
    """The header's own text, or one that means the field when the text alone does not."""
    return text if field_of(text)[0] == field else label_of(field)


def _silenced(column: int, text: str, columns: dict[int, str]) -> str:
    """A text that means nothing, where an operator said that a column is not what its own text says."""
    ignored = column not in columns and field_of(text)[0] not in {"", IGNORED}
    return f"Diabaikan {column_letter(column)}" if ignored else text


def _original(cell: Cell, field: str, draft: Draft) -> str:
    """A cell as text. A long number keeps the form a spreadsheet shows, so that it is not mistaken for a NIK next time."""
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        if abs(cell) >= 1e15:
            return f"{cell:.14E}".replace(".", ",")
        day = draft.nilai.get(field) if field.startswith("tanggal") else None
        if day is not None and abs(cell) < 100_000:
            return f"{day:%d-%m-%Y}"
    return cell_text(cell)
