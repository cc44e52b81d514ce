"""The board of units as a file: CSV (UTF-8 with its mark, comma, one header line) and XLSX. No cell starts a formula."""

import csv
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO, StringIO

from registry.desk.deed import local
from registry.desk.papan_unit import Baris, BarisUnit, Orang, Papan
from registry.edition.csv import safe_cell
from registry.model.instansi import Instansi

Cell = str | int
HEADERS = (
    "Unit kerja", "Baris masuk", "Diterima", "Ditolak", "Menunggu", "Datang lagi", "Orang", "Dikembalikan", "Terverifikasi",
    "Berkas terakhir", "Waktu", "Keadaan",
)  # fmt: skip
_WIDTHS = (44, 12, 10, 10, 10, 12, 10, 13, 13, 36, 18, 18)


def board_csv(papan: Papan, instansi: Instansi) -> bytes:
    """One line a unit, then the sums."""
    text = StringIO(newline="")
    lines = csv.writer(text, lineterminator="\n")
    lines.writerow(HEADERS)
    lines.writerows(tuple(_safe(cell) for cell in row) for row in _rows(papan, instansi))
    return text.getvalue().encode("utf-8-sig")


def board_xlsx(papan: Papan, instansi: Instansi, moment: datetime) -> bytes:
    """The same in a sheet that can be filtered; the sums stand in the last row."""
    from xlsxwriter import Workbook  # noqa: PLC0415 - heavy

    target = BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
    with Workbook(target, options) as book:
        book.set_properties({"title": f"Papan unit {instansi.nama}", "created": moment.astimezone(UTC)})
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#E7EEF7", "border": 1})
        total, plain = book.add_format({"bold": True, "top": 1}), book.add_format()
        sheet = book.add_worksheet("Papan unit")
        for column, (text, width) in enumerate(zip(HEADERS, _WIDTHS, strict=True)):
            sheet.write_string(0, column, text, bold)
            sheet.set_column(column, column, width)
        sheet.freeze_panes(1, 1)
        sheet.autofilter(0, 0, len(papan.unit), len(HEADERS) - 1)
        for place, row in enumerate(_rows(papan, instansi), 1):
            style = total if place > len(papan.unit) else plain
            for column, cell in enumerate(row):
                if isinstance(cell, int):
                    sheet.write_number(place, column, cell, style)
                else:
                    sheet.write_string(place, column, safe_cell(cell), style)
    return target.getvalue()


def _safe(cell: Cell) -> Cell:
    return safe_cell(cell) if isinstance(cell, str) else cell


def _rows(papan: Papan, instansi: Instansi) -> Iterator[tuple[Cell, ...]]:
    for row in papan.unit:
        yield (row.unit, *_counts(row.baris, row.orang), *_last(row, instansi), row.keadaan)
    yield ("Jumlah", *_counts(papan.baris, papan.orang), "", "", "")


def _counts(baris: Baris, orang: Orang) -> tuple[int, ...]:
    return (
        baris.masuk, baris.diterima, baris.ditolak, baris.menunggu, baris.ulang, orang.jumlah, orang.dikembalikan, orang.terverifikasi,
    )  # fmt: skip


def _last(row: BarisUnit, instansi: Instansi) -> tuple[str, str]:
    last = row.terakhir
    return (last.berkas, f"{local(instansi, last.waktu):%d-%m-%Y %H.%M}") if last else ("", "")
