"""The import template: headers, text-typed columns, dropdowns, and a sheet of codes. What it holds imports cleanly."""

from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from registry.model.codes import Pendidikan, SumberGaji
from registry.periode.types import Periode

if TYPE_CHECKING:
    from xlsxwriter import Workbook

SHEET = "Data Utama"
HISTORY = "Riwayat"
CODES = "REF"
_ROWS = 2000
_EDUCATION = tuple(code.value.replace("_", " ") for code in Pendidikan)
_PAY = tuple(code.value.replace("_", " ") for code in SumberGaji)
# Of each column: its header, width, kind of cell, and hint.
_UTAMA: tuple[tuple[str, int, str, str], ...] = (
    ("NIK *", 20, "nik", "16 angka sesuai KTP. Kolom ini sudah bertipe Teks; jangan diubah."),
    ("Nama Lengkap (tanpa gelar) *", 30, "teks", "Sesuai KTP, tanpa gelar."),
    ("Nomor Peserta THK-II", 18, "teks", "Hanya untuk THK-II; nol di depan ikut ditulis."),
    ("Tanggal Lahir *", 14, "tanggal", "dd-mm-yyyy, misalnya 17-05-1990."),
    ("Tempat Lahir", 18, "teks", ""),
    ("Jenis Kelamin", 10, "L,P", "L atau P."),
    ("Pendidikan Terakhir", 14, "pendidikan", "Pilih dari daftar."),
    ("Nomor Ijazah", 20, "teks", ""),
    ("Tanggal Lulus", 14, "tanggal", "dd-mm-yyyy."),
    ("Sekolah/Universitas", 28, "teks", ""),
    ("Nomor SK", 20, "teks", "SK pengangkatan."),
    ("Tanggal SK", 14, "tanggal", "dd-mm-yyyy."),
    ("Tanggal Mulai", 14, "tanggal", "TMT menurut SK, dd-mm-yyyy."),
    ("Tanggal Akhir", 14, "tanggal", "Kosongkan bila masih berjalan."),
    ("Pendidikan Menurut SK", 14, "teks", ""),
    ("Jabatan", 26, "teks", ""),
    ("Konversi Jabatan ASN", 26, "teks", ""),
    ("Unit Kerja", 30, "teks", ""),
    ("Jabatan Penanda Tangan SK", 26, "teks", ""),
    ("Jenis Jabatan Penanda Tangan", 20, "teks", ""),
    ("Sumber Gaji", 14, "gaji", "Pilih dari daftar."),
    ("Nomor HP", 16, "teks", "Misalnya 081234567890."),
    ("Email", 26, "teks", ""),
    ("Alamat", 30, "teks", ""),
    ("Nomor KK", 20, "teks", "16 angka."),
    ("Keterangan", 24, "teks", ""),
)  # fmt: skip
_RIWAYAT: tuple[tuple[str, int, str, str], ...] = (
    ("NIK *", 20, "nik", "NIK orang yang sudah ada di data utama."),
    ("Nama", 30, "teks", ""),
    ("Nomor SK *", 20, "teks", "Satu baris untuk satu SK."),
    ("Tanggal SK", 14, "tanggal", "dd-mm-yyyy."),
    ("Tanggal Mulai *", 14, "tanggal", "dd-mm-yyyy."),
    ("Tanggal Akhir", 14, "tanggal", "Kosongkan bila masih berjalan."),
    ("Jabatan", 26, "teks", ""),
    ("Unit Kerja", 30, "teks", ""),
    ("Jabatan Penanda Tangan SK", 26, "teks", ""),
    ("Sumber Gaji", 14, "gaji", "Pilih dari daftar."),
)  # fmt: skip


def write_template(target: Path | BinaryIO, periode: Periode) -> None:
    """Write the template of a periode as .xlsx."""
    from xlsxwriter import Workbook  # noqa: PLC0415 - heavy

    with Workbook(str(target) if isinstance(target, Path) else target, {"in_memory": True}) as book:
        book.set_properties({"title": "Templat impor pendataan tenaga non-ASN", "comments": periode.judul})
        utama = f"{periode.judul}. Isi mulai baris di bawah kepala; kolom bertanda * wajib. Jangan mengubah nama kolom."
        riwayat = "Riwayat SK: satu baris untuk satu SK, diimpor setelah data utama. Boleh dikosongkan."
        _write_table(book, SHEET, utama, _UTAMA)
        _write_table(book, HISTORY, riwayat, _RIWAYAT)
        _write_codes(book)


def _write_table(book: "Workbook", name: str, note: str, columns: tuple[tuple[str, int, str, str], ...]) -> None:
    sheet = book.add_worksheet(name)
    text = book.add_format({"num_format": "@"})
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "vcenter", "bg_color": "#E7EEF7", "border": 1})
    sheet.write_string(0, 0, note, book.add_format({"italic": True, "font_color": "#555555"}))
    sheet.set_row(1, 32)
    for column, (header, width, kind, hint) in enumerate(columns):
        # Dates are text too: a date cell shows as the program's language likes, text stays as typed.
        sheet.set_column(column, column, width, text)
        sheet.write_string(1, column, header, head)
        rules = {**_RULES.get(kind, {"validate": "any"})}
        if hint:
            rules |= {"input_title": header.strip(" *")[:32], "input_message": hint}
        if hint or kind in _RULES:
            sheet.data_validation(2, column, _ROWS, column, rules)
    sheet.freeze_panes(2, 2)


_RULES: dict[str, dict[str, object]] = {
    "nik": {
        "validate": "length", "criteria": "==", "value": 16,
        "error_title": "NIK", "error_message": "NIK harus 16 angka, ditulis sebagai teks.", "error_type": "warning",
    },
    "L,P": {"validate": "list", "source": ["L", "P"], "error_message": "Isi L atau P."},
    "pendidikan": {"validate": "list", "source": f"={CODES}!$B$2:$B${len(_EDUCATION) + 1}", "error_message": "Pilih dari daftar."},
    "gaji": {"validate": "list", "source": f"={CODES}!$D$2:$D${len(_PAY) + 1}", "error_message": "Pilih dari daftar."},
}  # fmt: skip


def _write_codes(book: "Workbook") -> None:
    sheet = book.add_worksheet(CODES)
    bold = book.add_format({"bold": True})
    for column, (header, values) in enumerate((("Pendidikan", _EDUCATION), ("Sumber Gaji", _PAY))):
        sheet.write_string(0, 2 * column, "Kode", bold)
        sheet.write_string(0, 2 * column + 1, header, bold)
        for place, value in enumerate(values, 1):
            sheet.write_string(place, 2 * column, f"{place:02d}")
            sheet.write_string(place, 2 * column + 1, value)
    sheet.set_column(0, 3, 18)
