"""From the rows of a table to drafts: the values a row gives and its findings. Knows nothing of what the record already holds."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Any

from msgspec import Struct

from registry.intake.classify import Table
from registry.intake.column_reader import ColumnReader, Columns, extras_of, values_of
from registry.intake.columns import BIRTH, BIRTH_PARTS
from registry.intake.draft import Draft, Source
from registry.intake.fields import OTHER_PHONE, UNREAD, Readers, Reading, formula_finding
from registry.intake.merged import PERSONAL, unmerged
from registry.intake.sheets import Cell, CellError, Row, Sheet, cell_text
from registry.model.codes import JenisKelamin
from registry.model.finding import Finding
from registry.normalise.nik import NikReading, inspect_nik, parts

_STRETCH = 1_000
_REQUIRED = ("nama", "tanggal_lahir")
_DECREE = frozenset({"nomor_sk", "tanggal_sk", "tanggal_mulai", "tanggal_akhir"})


def _add_extras(draft: Draft, readings: Sequence[Reading]) -> None:
    """Findings, and values of other fields than a column's own; the field's own column has the word."""
    for assigned, findings in readings:
        draft.temuan.extend(findings)
        for field, value in assigned:
            draft.nilai.setdefault(field, value)
    others = draft.nilai.pop(OTHER_PHONE, None)
    if others:
        draft.nilai["keterangan"] = "; ".join(filter(None, (draft.nilai.get("keterangan"), f"HP: {others}")))


class _Person(Struct):
    """Whose cells fill the rows below: the last row it reaches to, its first row's cells, its NIK's cell, its name."""

    row: int
    cells: Row
    nik: Cell
    nama: str


def _only_decree(draft: Draft) -> bool:
    """A row of data utama that tells a decree and nobody: the person's cells are merged over it."""
    told = draft.nilai.keys()
    return bool(told & _DECREE) and not told & PERSONAL and not any(f.kolom in PERSONAL for f in draft.temuan)


class TableReader:
    """Reads the rows of one table."""

    def __init__(self, sheet: Sheet, table: Table, source: Source, unit: str) -> None:
        self.sheet = sheet
        self.table = table
        self.source = source
        self.unit = unit
        self.kind = "sk" if table.header.is_history else "orang"
        readers = Readers(epoch1904=sheet.epoch1904, paling_akhir=source.paling_akhir)
        columns = table.header.kolom
        read = [(column, field) for column, field in columns.items() if field not in UNREAD]
        written = table.header.column("pendidikan")
        if written is not None:
            read.append((written, "pendidikan_asli"))
        self.columns = [(column, ColumnReader(field, readers)) for column, field in read]
        self.nik = table.header.column("nik")
        fields = set(columns.values())
        absent = {name for name in ("nik", *_REQUIRED) if name not in fields}
        self.birth = [table.header.column(part) for part in BIRTH_PARTS]
        in_parts = None not in self.birth and "tanggal_lahir" not in fields
        self.read_birth = ColumnReader("tanggal_lahir", readers) if in_parts else None
        self.absent = frozenset(absent - {"tanggal_lahir"} if BIRTH in fields or None not in self.birth else absent)
        self.suspicious = self._most_end_in_zero()

    def _most_end_in_zero(self) -> bool:
        """A column whose text NIKs mostly end in 0 went through numbers once; one in ten by chance."""
        if self.nik is None:
            return False
        ends = [
            cell[-1]
            for number, _ in self.table.baris
            if self.nik < len(self.sheet.baris[number])
            and isinstance(cell := self.sheet.baris[number][self.nik], str)
            and cell
        ]
        return len(ends) >= 5 and ends.count("0") * 2 > len(ends)

    def drafts(self) -> Iterator[Draft]:
        """All data rows, in order. In a table of decrees the person's cells are filled down."""
        rows = unmerged(self.sheet, self.table)
        above = _Person(-2, [], "", "")
        for (number, band), (draft, cell) in zip(self.table.baris, self._told(rows), strict=True):
            nik_cell = cell
            if self.kind == "sk" or (cell == "" and above.row == number - 1 and _only_decree(draft)):
                draft.jenis = "sk"
                nik_cell = self._fill_down(draft, cell, above)
            if cell != "" or draft.nama:
                above = _Person(number, draft.sel, nik_cell, draft.nama)
            above.row = number
            self._read_nik(draft, nik_cell)
            self._give_unit(draft, band)
            yield draft

    def _told(self, rows: Sequence[Row]) -> Iterator[tuple[Draft, Cell]]:
        """Each row with what its own cells tell, and the NIK's cell. Works in stretches that fit into the processor's cache."""
        lembar, kind, absent, kolom = self.sheet.nama, self.kind, self.absent, self.table.header.kolom
        hidden = [_hidden_finding(self.sheet)] if self.sheet.tersembunyi else []
        for start in range(0, len(rows), _STRETCH):
            stretch = rows[start : start + _STRETCH]
            columns, niks = self._columns(stretch)
            values = values_of(columns, len(stretch))
            extras = extras_of(columns)
            for place, (row, cell) in enumerate(zip(stretch, niks, strict=True)):
                draft = Draft(
                    lembar=lembar,
                    nomor=self.table.baris[start + place][0] + 1,
                    jenis=kind,
                    sel=row,
                    nilai=values[place],
                    temuan=[],
                    hilang=absent,
                    kolom=kolom,
                )
                if place in extras:
                    _add_extras(draft, extras[place])
                if hidden:
                    draft.temuan.extend(hidden)
                yield draft, cell

    def _columns(self, rows: Sequence[Row]) -> tuple[Columns, Sequence[Cell]]:
        """The columns that are read with their cells in these rows, and the cells of the NIK."""
        cells = list(zip_longest(*rows, fillvalue=""))
        columns = [(reader, cells[column]) for column, reader in self.columns if column < len(cells)]
        if self.read_birth is not None:
            columns.append((self.read_birth, tuple(self._birth_dates(rows))))
        niks = cells[self.nik] if self.nik is not None and self.nik < len(cells) else ("",) * len(rows)
        return columns, niks

    def _birth_dates(self, rows: Sequence[Row]) -> list[Cell]:
        """Day, month and year of three columns as one text."""
        parts = [
            [cell_text(row[column]) if column < len(row) else "" for column in self.birth if column is not None]
            for row in rows
        ]
        return ["-".join(part) if any(part) else "" for part in parts]

    def _fill_down(self, draft: Draft, cell: Cell, above: "_Person") -> Cell:
        """Cells of a person that stand over several decrees are in the first row only: gives the NIK's cell."""
        if cell != "" or draft.nama:
            return cell
        if above.nama:
            draft.nilai["nama"] = above.nama
        draft.sel = self._filled(draft.sel, above.cells)
        return above.nik

    def _filled(self, row: Row, above: Row) -> Row:
        """The row with the person's cells in it, so that it can stand alone in a reject file."""
        filled = list(row)
        for column, field in self.table.header.kolom.items():
            if field in PERSONAL and column < len(above):
                filled.extend([""] * (column + 1 - len(filled)))
                filled[column] = above[column]
        return filled

    def _read_nik(self, draft: Draft, cell: Cell) -> None:
        failed = formula_finding("nik", cell) if isinstance(cell, CellError) else None
        cell = "" if failed else cell
        values = draft.nilai
        reading = inspect_nik(
            cell if isinstance(cell, (str, int, float)) else cell_text(cell),
            tanggal_lahir=values.get("tanggal_lahir"),
            jenis_kelamin=values.get("jenis_kelamin"),
            regions=self.source.regions,
            nomor_kk=values.get("nomor_kk", ""),
            curigai_akhir_0=self.suspicious,
        )
        draft.nik = reading.nik
        if not reading.findings:
            return
        draft.temuan[:0] = (failed, *reading.findings) if failed else reading.findings
        draft.usulan = reading.usulan or (_swapped(reading, values) if "nomor_kk" in values else "")
        if draft.usulan and not reading.usulan:
            draft.nik = None
            draft.temuan.insert(0, _swap_finding(cell_text(cell)))
        elif any(finding.kode == "nik-berisi-kk" for finding in reading.findings):
            # Perhaps the NIK after all: a person decides.
            draft.kk = "".join(c for c in cell_text(cell) if c.isdigit())
        elif reading.nik is None:
            draft.nik_angka = _remaining_digits(cell, reading)

    def _give_unit(self, draft: Draft, band: str) -> None:
        """The row's own unit, else the band above it, the unit given by hand, the title or the sheet's name."""
        if "unit_kerja" not in draft.nilai and draft.jenis == "orang":
            unit = band or self.source.unit or self.unit
            if unit:
                draft.nilai["unit_kerja"] = unit


def _swapped(reading: NikReading, values: dict[str, Any]) -> str:
    """The number in the KK column, when it is this person's NIK by birth date and sex and the one in the NIK column is not."""
    kk, born = values.get("nomor_kk", ""), values.get("tanggal_lahir")
    doubts = {finding.kode for finding in reading.findings}
    if not kk or born is None or not doubts & {"nik-berisi-kk", "nik-beda-tanggal-lahir", "nik-tanggal-mustahil"}:
        return ""
    p = parts(kk)
    sex: JenisKelamin | None = values.get("jenis_kelamin")
    fits = (p.hari, p.bulan, p.tahun) == (born.day, born.month, born.year % 100) and sex in (None, p.jenis_kelamin)
    return kk if fits else ""


def _hidden_finding(sheet: Sheet) -> Finding:
    pesan = f"Baris ini dari lembar tersembunyi “{sheet.nama}”. Pastikan datanya memang masih berlaku."
    return Finding("lembar-tersembunyi", "", sheet.nama or "", pesan)


def _swap_finding(shown: str) -> Finding:
    pesan = "Isi kolom NIK dan kolom KK tampaknya tertukar. Cocokkan keduanya dengan KTP dan Kartu Keluarga."
    return Finding("nik-kk-tertukar", "nik", shown, pesan)


def _remaining_digits(cell: Cell, reading: NikReading) -> str:
    """The leading digits a number kept: 15 of a numeric cell, one less than written of `3,20323E+15`."""
    codes = {finding.kode for finding in reading.findings}
    if "nik-dari-angka" in codes:
        digits = cell_text(cell)
        return digits[:15] if digits.isdigit() and len(digits) == 16 else ""
    if "nik-ilmiah" in codes:
        mantissa = cell_text(cell).upper().split("E")[0]
        digits = "".join(c for c in mantissa if c.isdigit())
        return digits[:15] if len(digits) > 15 else digits[:-1]
    if "nik-lewat-float" in codes:
        return "".join(c for c in cell_text(cell).split(".")[0] if c.isdigit())[:15]
    return ""
