"""The file that goes back to the unit: rows not taken in, their original cells, and the reasons in plain Indonesian.

Once corrected it can be imported as it is: same headers, one sheet per sheet, NIK as text. No cell can start a formula.
"""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from registry.intake.columns import BIRTH, THK, field_of
from registry.intake.fields import FORMULA_STARTS
from registry.model.codes import Hasil
from registry.model.finding import Finding
from registry.model.impor import BarisImpor

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

REASONS = "Alasan Penolakan"
ROW = "Baris Asal"
_NOTE = "Perbaiki sel berwarna, lalu impor berkas ini apa adanya. Kolom alasan boleh dibiarkan."
_FORBIDDEN = {ord(mark): "-" for mark in "[]:*?/\\"}
_WRAPPED = re.compile(r'="(.*)"')
# A finding about this field colours the column of one of these.
SHOWN_IN = {
    "tanggal_lahir": (BIRTH,),
    "tempat_lahir": (BIRTH,),
    "nomor_thk_ii": (THK,),
    "aktif": ("keterangan",),
    "keterangan": ("aktif",),
}
_WIDTHS = {"nik": 20, "nama": 28, "tanggal_lahir": 14, "jabatan": 24, "unit_kerja": 28}


def write_rejects(rows: Sequence[BarisImpor], kepala: Mapping[str, Sequence[str]], target: Path | BinaryIO) -> None:
    """Write the refused and waiting rows among these to an .xlsx. kepala: header texts per sheet, "" where there are none."""
    from xlsxwriter import Workbook  # noqa: PLC0415 - heavy

    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
    with Workbook(str(target) if isinstance(target, Path) else target, options) as book:
        formats = {
            "kepala": book.add_format(
                {"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#E7EEF7", "border": 1}
            ),
            "teks": book.add_format({"num_format": "@", "valign": "top"}),
            "salah": book.add_format({"num_format": "@", "valign": "top", "bg_color": "#FFD7D7", "border": 1}),
            "alasan": book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"}),
            "catatan": book.add_format({"italic": True, "font_color": "#555555"}),
        }
        used: set[str] = set()
        for lembar, found in _by_sheet(rows).items():
            sheet = book.add_worksheet(_sheet_name(lembar, used))
            _write_sheet(sheet, found, list(kepala.get(lembar, ())), formats)
        if not used:
            book.add_worksheet("Tolakan").write_string(0, 0, "Tidak ada baris yang ditolak.")


def _by_sheet(rows: Sequence[BarisImpor]) -> dict[str, list[BarisImpor]]:
    found: dict[str, list[BarisImpor]] = {}
    for row in rows:
        if row.hasil in (Hasil.DITOLAK, Hasil.MENUNGGU):
            found.setdefault(row.lembar or "", []).append(row)
    return found


def _sheet_name(lembar: str, used: set[str]) -> str:
    """A name Excel takes: at most 31 characters, none of its forbidden ones, no apostrophe at an end, unique."""
    base = lembar.translate(_FORBIDDEN).strip("' ")[:31] or "Data"
    name, number = base, 1
    while name.casefold() in used:
        number += 1
        name = f"{base[:27]} ({number})"
    used.add(name.casefold())
    return name


def _write_sheet(
    sheet: "Worksheet", rows: Sequence[BarisImpor], kepala: list[str], formats: Mapping[str, "Format"]
) -> None:
    width = max((len(row.sel) for row in rows), default=0)
    texts = kepala + [""] * (width - len(kepala))
    fields = [field_of(text)[0] for text in texts]
    sheet.write_string(0, 0, _NOTE, formats["catatan"])
    for column, text in enumerate([*texts, REASONS, ROW]):
        sheet.write_string(1, column, _inert(text), formats["kepala"])
        sheet.set_column(
            column, column, _WIDTHS.get(fields[column], 16) if column < len(fields) else (70 if text == REASONS else 8)
        )
    sheet.freeze_panes(2, 0)
    for place, row in enumerate(rows, 2):
        faulty = _faulty_columns(row.temuan, fields)
        for column in range(len(texts)):
            cell = row.sel[column] if column < len(row.sel) else ""
            if cell or column in faulty or fields[column] == "nik":
                _write_cell(sheet, place, column, _inert(cell), formats["salah" if column in faulty else "teks"])
        sheet.write_string(place, len(texts), _inert(reasons(row.temuan)), formats["alasan"])
        sheet.write_string(place, len(texts) + 1, str(row.nomor), formats["teks"])


def _write_cell(sheet: "Worksheet", place: int, column: int, text: str, style: "Format") -> None:
    if text:
        sheet.write_string(place, column, text, style)
    else:
        sheet.write_blank(place, column, None, style)


def reasons(findings: Sequence[Finding]) -> str:
    """The sentences of the findings on the data, one a line; eligibility is no reason to refuse."""
    return "\n".join(dict.fromkeys(f"• {finding.pesan or finding.kode}" for finding in findings if not finding.sumber))


def _faulty_columns(findings: Sequence[Finding], fields: Sequence[str]) -> set[int]:
    faulty: set[int] = set()
    for finding in findings:
        if finding.sumber or not finding.kolom:
            continue
        wanted = (finding.kolom, *SHOWN_IN.get(finding.kolom, ()))
        faulty.update(column for column, field in enumerate(fields) if field in wanted)
    return faulty


def _inert(text: str) -> str:
    """Text that no program takes for a formula, should the file be saved as CSV.

    A lone dash means "empty" and goes; ="3375..." loses its wrapper; any other leading =, +, -, @ gets an apostrophe, which
    import takes off again.
    """
    wrapped = _WRAPPED.fullmatch(text)
    text = wrapped[1] if wrapped else text
    if not text.strip("-– "):
        return ""
    return "'" + text if text[0] in FORMULA_STARTS else text
