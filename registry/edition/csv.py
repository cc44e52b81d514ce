"""The list as CSV, and back: UTF-8, comma, `LF`, one header line, same rows and order as `daftar`.

No cell may start a formula in a spreadsheet program (= + - @ and their full-width forms, also behind blanks). Such a cell gets an
apostrophe in front, as does one that starts with an apostrophe itself: so a reader that takes one leading apostrophe away has
exactly the text of the JSON.
"""

import csv
from collections.abc import Collection, Iterable, Iterator, Sequence
from io import StringIO
from typing import Final

from msgspec import convert
from msgspec.structs import astuple, fields

from registry.edition.types import Edition, Orang
from registry.errors import FileRefused

Cells = tuple[str, ...]

COLUMNS: Final = tuple(field.name for field in fields(Orang))
HEADER: Final = (",".join(COLUMNS) + "\n").encode()
_STARTS_FORMULA: Final = frozenset("=+-@\uff1d\uff0b\uff0d\uff20")
_QUOTED: Final = (",", '"', "\r", "\n")
_SHIELDED: Final = frozenset("'\t\r\n")
_CHUNK: Final = 2_048
_FEW: Final = 8
_DIGITS, _LETTERS = ("0", ":"), ("A", "{")  # all texts between start with a digit, or with a letter or one of [\\]^_`


def edition_csv(edition: Edition) -> bytes:
    """The rows of an edition as CSV."""
    return rows_csv(edition.daftar)


def rows_csv(rows: Iterable[Orang]) -> bytes:
    """Rows as CSV, header first."""
    cells = tuple(map(astuple, rows))
    chunks = (cells[start : start + _CHUNK] for start in range(0, len(cells), _CHUNK))
    return b"".join((HEADER, *map(cells_csv, chunks)))


def cells_csv(rows: Sequence[Cells], texts: Iterable[Collection[str]] = ()) -> bytes:
    """Some rows, each as its cells in the order of COLUMNS, without a header. The CSV of many in pieces is these joined.

    texts: what stands in each column, if the caller knows it in fewer texts than there are rows.
    """
    return _chunk_csv(rows, texts or zip(*rows, strict=True)).encode() if rows else b""


def read_rows_csv(data: bytes, *, where: str = "") -> tuple[Orang, ...]:
    """The rows of a CSV that `rows_csv` wrote. Raises FileRefused."""
    try:
        return tuple(_rows(data.decode()))
    except (UnicodeDecodeError, csv.Error, ValueError) as error:
        raise FileRefused(
            "Berkas ini bukan CSV pengumuman yang sah atau rusak.",
            code="csv-edisi-rusak",
            where=where,
            to_do="Ambil ulang berkas pengumuman.csv dari instansi penerbit.",
        ) from error


def safe_cell(text: str) -> str:
    """The text as it may stand in a spreadsheet: never the start of a formula."""
    first = text.lstrip()[:1]
    return f"'{text}" if text and (first in _STARTS_FORMULA or text[0] in _SHIELDED) else text


def _chunk_csv(rows: Sequence[Cells], texts: Iterable[Collection[str]]) -> str:
    """Almost no cell needs quotes or a shield, and a look at many rows together finds out: ten times faster than asking each."""
    if all(map(_is_plain, texts)):
        return "\n".join(map(",".join, rows)) + "\n"
    if len(rows) > _FEW:
        half = len(rows) // 2
        return "".join(_chunk_csv(part, zip(*part, strict=True)) for part in (rows[:half], rows[half:]))
    return _careful_csv(rows)


def _is_plain(column: Collection[str]) -> bool:
    """Whether nothing in a column needs quotes, and its smallest and largest cell prove that none starts a formula; no when in doubt."""
    joined, least, most = "".join(column), min(column), max(column)
    starts_harmless = any(low <= least and most < high for low, high in (_DIGITS, _LETTERS))
    return starts_harmless and not any(it in joined for it in _QUOTED)


def _careful_csv(rows: Sequence[Cells]) -> str:
    lines = _Lines()
    csv.writer(lines, lineterminator="\r\n").writerows(map(_safe_row, rows))
    return "\n".join((*lines.found, ""))


class _Lines:
    """Takes one written row at a time. The writer thinks of CRLF, so that it quotes both; the file has plain line feeds."""

    def __init__(self) -> None:
        self.found: list[str] = []

    def write(self, line: str) -> None:
        self.found.append(line[:-2])


def _safe_row(row: Cells) -> Cells:
    return tuple(cell if cell[:1].isalnum() else safe_cell(cell) for cell in row)


def _rows(text: str) -> Iterator[Orang]:
    lines = csv.reader(StringIO(text, newline=""), strict=True)
    if tuple(next(lines, ())) != COLUMNS:
        raise ValueError
    for line in lines:
        yield convert({name: cell.removeprefix("'") for name, cell in zip(COLUMNS, line, strict=True)}, Orang)
