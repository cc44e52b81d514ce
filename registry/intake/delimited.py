"""Delimited text: CSV and TSV in the encodings and separators units really use. A row's number is its record."""

import csv
import io
from pathlib import Path

from registry.intake.refusals import refused
from registry.intake.sheets import Row, Sheet, trim

MAX_RECORDS = 400_000
MAX_LINES = 12
_SEPARATORS = (";", ",", "\t", "|")


def read_delimited(path: Path) -> list[Sheet]:
    """One sheet without a name. Raises FileRefused when the text cannot be a table."""
    text = decode(path.read_bytes())
    if "\x00" in text:
        raise refused("berkas-bukan-tabel", path.name)
    separator, text = _separator(text)
    limit = csv.field_size_limit(1_000_000)
    try:
        rows = [_cells(record) for record in _records(text, separator)]
    except csv.Error:
        raise refused("berkas-rusak", path.name) from None
    finally:
        csv.field_size_limit(limit)
    while rows and not rows[-1]:
        rows.pop()
    if len(rows) > MAX_RECORDS:
        raise refused("berkas-terlalu-luas", path.name)
    return [Sheet(nama=None, baris=rows)]


def _records(text: str, separator: str) -> list[list[str]]:
    """The records. A quote that is never closed would swallow the rest of the file: then every line is a record."""
    if text.count('"') % 2 == 0:
        records = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
        if not any(field.count("\n") > MAX_LINES for record in records for field in record if "\n" in field):
            return records
    return [_line(line, separator) for line in text.splitlines()]


def _line(line: str, separator: str) -> list[str]:
    quoting = csv.QUOTE_NONE if line.count('"') % 2 else csv.QUOTE_MINIMAL
    return next(iter(csv.reader([line], delimiter=separator, quoting=quoting)), [])


def decode(data: bytes) -> str:
    """Text from bytes: a byte order mark decides, then UTF-8, then Windows-1252, then a guess."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    from charset_normalizer import from_bytes  # noqa: PLC0415 - slow to load, hardly ever needed

    guess = from_bytes(data[:200_000]).best()
    return data.decode(guess.encoding if guess else "latin-1", "replace")


def _separator(text: str) -> tuple[str, str]:
    """The separator that splits the first records most evenly, and the text without Excel's `sep=` line."""
    first, _, rest = text.partition("\n")
    if first.strip().lower().startswith("sep=") and len(first.strip()) == len("sep=;"):
        # The line counts as a record: keep it, blank.
        return first.strip()[-1], "\n" + rest
    sample = text[:65536]
    return max(_SEPARATORS, key=lambda separator: _evenness(sample, separator)), text


def _evenness(sample: str, separator: str) -> tuple[int, int]:
    widths: dict[int, int] = {}
    for number, record in enumerate(csv.reader(io.StringIO(sample, newline=""), delimiter=separator)):
        if len(record) > 1:
            widths[len(record)] = widths.get(len(record), 0) + 1
        if number == 200:
            break
    if not widths:
        return 0, 0
    width, count = max(widths.items(), key=lambda item: (item[1] * min(item[0], 8), item[0]))
    return count * min(width, 8), width


def _cells(record: list[str]) -> Row:
    row: Row = ["" if value.isspace() else value for value in record]
    return trim(row) if row and row[-1] == "" else row
