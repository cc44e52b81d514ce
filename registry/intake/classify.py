"""What each row of a sheet is: a person, a decree, or which kind of row to skip. Decides by shape, reads no values.

Kinds: orang, sk; kepala, judul, nomor_kolom, pita_unit, jumlah, tanda_tangan, kosong, lembar_bukan_data.
"""

import re
from collections.abc import Callable, Mapping
from typing import Final

from msgspec import Struct

from registry.intake.columns import BIRTH, NUMBERING
from registry.intake.header import Header, find_header, header_at
from registry.intake.plain_rows import TOTAL, kind_by_itself
from registry.intake.sheets import Cell, Row, Sheet, cell_text
from registry.normalise.values import is_empty

Recall = Callable[[tuple[str, ...]], Mapping[int, str] | None]

_UNIT_WORD: Final = re.compile(
    r"(sdn?|smpn?|sman?|smkn?|tk|paud|mi|mts|ma|sekolah|dinas|badan|kantor|puskesmas|rsud|rumah sakit|kecamatan|kec|kelurahan|kel|desa|uptd?|sekretariat|bidang|bagian"
    r"|seksi|sub ?bagian|sub ?bidang|satuan|inspektorat|korwil|balai|unit)\b",
    re.IGNORECASE,
)
_SIGNATURE: Final = re.compile(
    r"nip\b|nip[. :]|mengetahui|menyetujui|mengesahkan|kepala\b|plt\b|plh\b|a\.?\s?n\.?\s|an\.|pembina|penata\b|penata\s|camat\b|lurah\b|sekretaris\b"
    r"|direktur\b|ketua\b|operator\b|yang membuat|dibuat oleh|disusun|diperiksa|ttd|pejabat|pengelola kepegawaian|kasubbag|walikota|wali kota|bupati|gubernur|bendahara|ttd\.|catatan\b|keterangan\s*:|ket\s*:|\*",
    re.IGNORECASE,
)
_PLACE_AND_DAY: Final = re.compile(
    r"[^\d,]{3,40},\s*(tanggal\s*)?(\d{1,2}|\.{2,}|_+)?\s*[A-Za-z]{3,10}\s*\d{4}", re.IGNORECASE
)
_TITLE: Final = re.compile(
    r"(daftar|data|rekap|lampiran|keadaan|tahun|pemerintah|laporan|formulir|per\s+\d|periode|bulan)\b", re.IGNORECASE
)
_UNIT_LABEL: Final = re.compile(
    r"(?:nama\s+)?(?:unit\s*kerja|unit\s*organisasi|skpd|opd|satker|satuan kerja|instansi|sekolah|unit|perangkat daerah)\s*[:=]\s*(.+)",
    re.IGNORECASE,
)
_ORDINAL: Final = re.compile(r"(?:[IVXLC]{1,5}|[A-Za-z]|\d{1,3})\s*[.)]\s+")
_IDENTITY: Final = ("nik", "nama", "tanggal_lahir", BIRTH)
_CONSTANT: Final = frozenset({NUMBERING, "unit_kerja", "sumber_gaji"})
_SUMMARY: Final = re.compile(r"(rekap|ref\b|referensi|pivot|grafik|petunjuk|master)", re.IGNORECASE)
# How far down an operator may name a row as the header.
SEARCHED: Final = 60
_LOOSE: Final = "lepas"
_DOUBTFUL: Final = "ragu"


class Table(Struct):
    """Rows under one header. baris: (row from 0, unit of the band above it)."""

    header: Header
    baris: list[tuple[int, str]]


class Layout(Struct):
    """jenis: the kind of each row of the sheet. unit: what a title line says ("Unit Kerja : SD Negeri 1")."""

    jenis: list[str]
    tabel: list[Table]
    unit: str = ""


def classify(sheet: Sheet, columns: Mapping[int, str] | None = None, recall: Recall | None = None) -> Layout:
    """The kind of every row, and the tables of people or decrees.

    columns: what an operator says the columns of this sheet hold. recall: what an operator once said about a header with
    these texts.
    """
    rows = sheet.baris
    header = find_header(sheet, 0, len(rows))
    if header is None and columns:
        header = _assumed_header(rows)
    elif header is None and recall is not None:
        header = _told_header(rows, recall)
    if header is None or (_is_summary(sheet, header) and not columns):
        return Layout(["lembar_bukan_data"] * len(rows), [])
    kinds = ["judul" if any(cell != "" for cell in row) else "kosong" for row in rows[: header.baris[0]]]
    layout = Layout(kinds, [], _titled_unit(rows[: header.baris[0]]))
    carried = ""
    while header is not None:
        told = columns or (recall(header.teks) if recall is not None else None)
        chosen = {column: field for column, field in sorted(told.items()) if field} if told else header.kolom
        carried, header = _read_block(sheet, layout, Header(header.baris, chosen, header.teks, bool(told)), carried)
    return layout


def _is_summary(sheet: Sheet, header: Header) -> bool:
    """A recognised header without a NIK, on a sheet named like a recapitulation."""
    return bool(header.kolom) and header.column("nik") is None and _SUMMARY.match(sheet.nama or "") is not None


def _assumed_header(rows: list[Row]) -> Header | None:
    """The first row with anything in it, where no row looks like a header but an operator named the columns."""
    first = next((number for number, row in enumerate(rows) if any(cell != "" for cell in row)), None)
    return None if first is None else Header((first,), {}, tuple(cell_text(cell) for cell in rows[first]))


def _told_header(rows: list[Row], recall: Recall) -> Header | None:
    """A row that does not look like a header, but an operator once said what its columns hold."""
    for number, row in enumerate(rows[:SEARCHED]):
        texts = tuple(cell_text(cell) for cell in row)
        if any(texts) and recall(texts):
            return Header((number,), {}, texts)
    return None


def _titled_unit(rows: list[Row]) -> str:
    for row in rows:
        match = _UNIT_LABEL.fullmatch(" ".join(cell_text(cell) for cell in row if cell != "").strip())
        if match:
            return match[1].strip()
    return ""


def _read_block(sheet: Sheet, layout: Layout, header: Header, unit: str) -> tuple[str, Header | None]:
    """Classify the rows below one header, down to the next header or the end. Gives the last band and that header."""
    rows, kinds = sheet.baris, layout.jenis
    start = header.baris[0]
    kinds.extend(["kepala"] * len(header.baris))
    shape = _Shape(header)
    following: Header | None = None
    number = len(kinds)
    while number < len(rows):
        row = rows[number]
        if shape.is_regular(row):
            kinds.append(shape.kind)
        else:
            following = header_at(sheet, number) if len(row) > 1 else None
            if following is not None:
                break
            kinds.append(shape.irregular(row))
        number += 1
    table = Table(header, [])
    unit = _settle(rows, kinds, table, (start + len(header.baris), number), unit, more=following is not None)
    layout.tabel.append(table)
    return unit, following


def _settle(  # noqa: PLR0913 - one pass over one block
    rows: list[Row], kinds: list[str], table: Table, block: tuple[int, int], unit: str, *, more: bool
) -> str:
    """Name the loose rows of a block by what follows them, and hand each data row the unit of its band."""
    first, end = block
    data = "sk" if table.header.is_history else "orang"
    last = max((number for number in range(first, end) if kinds[number] == data), default=first - 1)
    signatures = [number for number in range(last + 1, end) if _signs(rows[number])]
    signed = max(signatures, default=last)
    for number in range(first, end):
        if kinds[number] == _DOUBTFUL:
            kinds[number] = "tanda_tangan" if signatures and number > signatures[0] else data
        kind = kinds[number]
        if kind == data:
            table.baris.append((number, unit))
        elif kind == _LOOSE:
            kinds[number] = _loose_kind(rows[number], inside=number < last, signed=number <= signed, more=more)
            if kinds[number] == "pita_unit":
                unit = band_unit(rows[number])
    return unit


def _loose_kind(row: Row, *, inside: bool, signed: bool, more: bool) -> str:
    if inside:
        return "tanda_tangan" if _signs(row) else "pita_unit"
    if more and not signed:
        return "judul" if _TITLE.match(_longest(row)) else "pita_unit"
    return "tanda_tangan"


def _signs(row: Row) -> bool:
    texts = [cell.strip() for cell in row if isinstance(cell, str) and cell]
    return any(_SIGNATURE.match(text) or _PLACE_AND_DAY.fullmatch(text) for text in texts) and not any(
        TOTAL.match(text) for text in texts
    )


def _longest(row: Row) -> str:
    return max((cell for cell in row if isinstance(cell, str)), key=len, default="").strip()


def band_unit(row: Row) -> str:
    """The unit a band names, without its ordinal ("A. SD NEGERI 1") or label ("Unit Kerja : ...")."""
    text = " ".join(_longest(row).split())
    label = _UNIT_LABEL.fullmatch(text)
    if label:
        return label[1].strip()
    return _ORDINAL.sub("", text, count=1) if _ORDINAL.match(text) else text


class _Shape:
    """How a data row of a table looks: which columns make it a person or a decree."""

    def __init__(self, header: Header) -> None:
        self.kind = "sk" if header.is_history else "orang"
        self.nik = header.column("nik")
        self.nama = header.column("nama")
        self.numbering = header.column(NUMBERING)
        self.columns = header.kolom
        self.identity = {column for column, field in header.kolom.items() if field in _IDENTITY}
        self.decree = {
            column for column, field in header.kolom.items() if field in ("nomor_sk", "tanggal_mulai", "tanggal_sk")
        }

        self.contract = self.decree | {column for column, field in header.kolom.items() if field == "tanggal_akhir"}

    def is_regular(self, row: Row) -> bool:
        """The quick test that nearly every row passes: something like a NIK stands where the NIK belongs."""
        if self.nik is None or self.nik >= len(row):
            return False
        cell = row[self.nik]
        if cell.__class__ is str:
            if len(cell) == 16 and cell.isdigit():
                return True
            digits = len(cell) >= 12 and sum(c.isdigit() for c in cell) >= 10
            return digits and not _SIGNATURE.match(cell) and sum(other != "" for other in row) > 2
        return cell.__class__ in (int, float) and cell > 1e11

    def irregular(self, row: Row) -> str:
        """The kind of a row without a NIK-like cell; `lepas` when its neighbours must tell."""
        filled = [(column, cell) for column, cell in enumerate(row) if cell != ""]
        if not filled:
            return "kosong"
        kind = kind_by_itself(filled)
        if kind:
            return kind
        known = {column for column, _ in filled if column in self.columns}
        told = {column for column in known if self.columns[column] not in _CONSTANT}
        if told and self._names_a_unit(row, told):
            return _LOOSE
        if not told:
            return "kosong" if known == {column for column, _ in filled} and self._prefilled(known, row) else _LOOSE
        return self._data_kind(row, {column for column in known if column != self.numbering}, told)

    def _prefilled(self, known: set[int], row: Row) -> bool:
        """A row with a number and constants only: printed in advance, never filled in."""
        return self.numbering in known and self.numbering is not None and _is_number(row[self.numbering])

    def _names_a_unit(self, row: Row, told: set[int]) -> bool:
        """A numbered band: all the row tells is a text that is no NIK, or a name that is a unit's."""
        if len(told) > 1:
            return False
        (column,) = told
        text = cell_text(row[column]).strip()
        if column == self.nik:
            return sum(c.isalpha() for c in text) > 3 and not any(c.isdigit() for c in text) and not is_empty(text)
        return column == self.nama and _UNIT_WORD.match(text) is not None

    def _tells_a_person(self, row: Row) -> bool:
        """A name of letters that is no unit's, or something like a birth date or a NIK."""
        name = row[self.nama] if self.nama is not None and self.nama < len(row) else ""
        if isinstance(name, str) and sum(c.isalpha() for c in name) > 1 and not _UNIT_WORD.match(name):
            return True
        others = [row[column] for column in self.identity if column != self.nama and column < len(row)]
        return any(sum(c.isdigit() for c in cell_text(cell)) > 3 for cell in others)

    def _data_kind(self, row: Row, known: set[int], told: set[int]) -> str:
        if self.kind == "sk":
            return self.kind if told & self.decree else _LOOSE
        signs = _signs(row)
        if known == told and not known - self.contract and not signs:
            return (
                self.kind if len(known) > 1 else _LOOSE
            )  # One more decree of the person above, whose cells are merged.
        if len(known) <= 4 and not self._tells_a_person(row):
            return _LOOSE  # "SDN 1 | 3", of a recapitulation below the people.
        numbered = self.numbering is not None and self.numbering < len(row) and _is_number(row[self.numbering])
        if len(known) > 4 or (numbered and told & self.identity):
            return self.kind
        return _LOOSE if signs else self._short_kind(known, told)

    def _short_kind(self, known: set[int], told: set[int]) -> str:
        if len(known) == 2 and told & self.identity:
            return _DOUBTFUL  # A person with little data, or two names under a signature.
        return self.kind if len(known) >= 3 else _LOOSE


def _is_number(cell: Cell) -> bool:
    return isinstance(cell, int | float) or (isinstance(cell, str) and cell.strip(" .)").isdigit())
