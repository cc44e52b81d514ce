"""Tables in markup saved as .xls: HTML as web applications export it, and Excel 2003 XML. Never resolves entities of a DTD."""

import html
import re
from pathlib import Path

from registry.intake.delimited import decode
from registry.intake.refusals import refused
from registry.intake.sheets import Cell, Row, Sheet, trim

MAX_ROWS = 400_000
MAX_SPAN = 200
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?([\w-]+)""", re.IGNORECASE)
_SILENT = re.compile(r"<!--.*?-->|<(script|style|head)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
_TAG = re.compile(r"<(/?)([a-zA-Z][\w:]*)([^>]*)>")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?")


def read_markup(path: Path) -> list[Sheet]:
    """One sheet per table that has rows (HTML), or per worksheet (Excel 2003 XML). Raises FileRefused."""
    data = path.read_bytes()
    text = _decode(data)
    if "<!ENTITY" in text[:65536].upper():
        raise refused("berkas-ber-dtd", path.name)
    workbook = "urn:schemas-microsoft-com:office:spreadsheet" in text[:65536] and "<Workbook" in text[:65536]
    sheets = _Xml2003().read(text) if workbook else _Html().read(text)
    if not any(sheet.baris for sheet in sheets):
        raise refused("berkas-bukan-tabel", path.name)
    if sum(len(sheet.baris) for sheet in sheets) > MAX_ROWS:
        raise refused("berkas-terlalu-luas", path.name)
    return sheets


def _decode(data: bytes) -> str:
    declared = _DECLARED.search(data[:4096])
    if declared and not data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        try:
            return data.decode(declared[1].decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            pass
    return decode(data)


def _attribute(attributes: str, name: str) -> str:
    found = re.search(rf"""\b{name}\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))""", attributes, re.IGNORECASE)
    return next((group for group in found.groups() if group is not None), "") if found else ""


def _span(attributes: str, name: str) -> int:
    text = _attribute(attributes, name)
    return max(1, min(int(text), MAX_SPAN)) if text.isdigit() and len(text) < 10 else 1


def _text(raw: str) -> str:
    text = html.unescape(re.sub(r"[ \t\r\n]+", " ", raw)).strip(" \n")
    return "" if text.isspace() else text


class _Html:
    """Collects the cells of HTML tables; a cell spanning rows leaves blanks below it, as a workbook does."""

    def __init__(self) -> None:
        self.sheets: list[Sheet] = []
        self.sheet: Sheet | None = None
        self.row: Row | None = None
        self.cell: list[str] | None = None
        self.attributes = ""
        self.below: dict[int, int] = {}

    def read(self, text: str) -> list[Sheet]:
        """The tables, in order; a nested table's rows are read as rows of their own sheet."""
        text = _SILENT.sub(" ", text)
        position = 0
        for match in _TAG.finditer(text):
            if self.cell is not None:
                self.cell.append(text[position : match.start()])
            position = match.end()
            self._tag(match[1] == "/", match[2].lower(), match[3])
        self._end_row()
        if self.sheet is None:
            return []
        # Units paste several tables below each other: one page is one sheet.
        return [self.sheet]

    def _tag(self, closing: bool, name: str, attributes: str) -> None:  # noqa: FBT001
        if name in ("td", "th"):
            self._end_cell()
            if not closing and self.row is not None:
                self.attributes = attributes
                self.cell = []
        elif name in ("tr", "table"):
            self._end_row()
            if not closing:
                self.sheet = self.sheet or Sheet(nama=None, baris=[])
                self.row = [] if name == "tr" else None
        elif name in ("br", "p", "div", "li") and self.cell is not None:
            self.cell.append(" ")

    def _end_cell(self) -> None:
        if self.cell is None or self.row is None or self.sheet is None:
            return
        while self.below.get(len(self.row), 0):
            self.below[len(self.row)] -= 1
            self.row.append("")
        column, width, height = len(self.row), _span(self.attributes, "colspan"), _span(self.attributes, "rowspan")
        number = len(self.sheet.baris)
        if width > 1 or height > 1:
            self.sheet.gabung.append((number, column, number + height - 1, column + width - 1))
        self.row.extend([_text("".join(self.cell)), *[""] * (width - 1)])
        for offset in range(width):
            self.below[column + offset] = height - 1
        self.cell = None

    def _end_row(self) -> None:
        self._end_cell()
        if self.row is not None and self.sheet is not None:
            for column in range(len(self.row), max(self.below, default=-1) + 1):
                if self.below.get(column, 0):
                    self.below[column] -= 1
            self.sheet.baris.append(trim(self.row))
        self.row = None


class _Xml2003:
    """Collects the cells of Excel 2003 XML: `<Worksheet><Table><Row><Cell><Data>`, with gaps by ss:Index."""

    def read(self, text: str) -> list[Sheet]:
        """One sheet per worksheet."""
        text = _SILENT.sub(" ", text)
        sheets: list[Sheet] = []
        for part in re.finditer(r"<(?:ss:)?Worksheet\b([^>]*)>(.*?)</(?:ss:)?Worksheet>", text, re.DOTALL):
            sheet = Sheet(nama=html.unescape(_attribute(part[1], "ss:Name")), baris=[])
            for row in re.finditer(r"<(?:ss:)?Row\b([^>]*?)(?:/>|>(.*?)</(?:ss:)?Row>)", part[2], re.DOTALL):
                index = _attribute(row[1], "ss:Index")
                if index.isdigit() and len(sheet.baris) < int(index) <= MAX_ROWS:
                    sheet.baris.extend([] for _ in range(int(index) - 1 - len(sheet.baris)))
                sheet.baris.append(self._cells(row[2] or ""))
            while sheet.baris and not sheet.baris[-1]:
                sheet.baris.pop()
            sheets.append(sheet)
        return sheets

    def _cells(self, text: str) -> Row:
        row: Row = []
        for cell in re.finditer(r"<(?:ss:)?Cell\b([^>]*?)(?:/>|>(.*?)</(?:ss:)?Cell>)", text, re.DOTALL):
            index = _attribute(cell[1], "ss:Index")
            if index.isdigit() and len(row) < int(index) <= 1000:
                row.extend([""] * (int(index) - 1 - len(row)))
            data = re.search(r"<(?:ss:)?Data\b([^>]*)>(.*?)</(?:ss:)?Data>", cell[2] or "", re.DOTALL)
            row.append(self._value(data[1], re.sub(r"<[^>]+>", "", data[2])) if data else "")
            row.extend([""] * (_span(cell[1], "ss:MergeAcross") if "MergeAcross" in cell[1] else 0))
        return trim(row)

    def _value(self, attributes: str, raw: str) -> Cell:
        text = _text(raw)
        if _attribute(attributes, "ss:Type") == "Number" and _NUMBER.fullmatch(text):
            return float(text)
        if _attribute(attributes, "ss:Type") == "DateTime":
            return text.partition("T")[0]
        return text
