"""Spreadsheets of fictional people, as units send them."""

from collections.abc import Iterable
from pathlib import Path

from cli.fiction.people import COLUMNS, Row


def write_xlsx(path: Path, rows: Iterable[Row], *, title: str = "") -> int:
    """Write data utama as text cells, header in row 1 (or below a title). Returns the number of people."""
    import xlsxwriter

    with xlsxwriter.Workbook(path, {"constant_memory": True, "strings_to_numbers": False, "in_memory": False}) as book:
        sheet = book.add_worksheet("Data Utama")
        start = 0
        if title:
            sheet.write_string(0, 0, title)
            start = 2
        sheet.write_row(start, 0, COLUMNS)
        count = 0
        for count, row in enumerate(rows, 1):
            for column, name in enumerate(COLUMNS):
                sheet.write_string(start + count, column, row[name])
    return count
