"""Nasty little files for intake: made by hand, in every format, with fictional people only."""

import io
import zipfile

import openpyxl

from registry.intake.importing import plan_import
from registry.intake.plan import NothingKnown
from tests.registry.intake.harapan import PERIODE_2022, REGIONS

HEADER = ["NIK", "Nama Lengkap", "Tanggal Lahir", "L/P", "Jabatan", "Unit Kerja", "TMT", "Sumber Gaji"]
ANI = ["3375015705900123", "Ani Lestari", "17-05-1990", "P", "Guru Kelas", "SD Negeri 1", "01-01-2015", "APBD"]
BUDI = ["3375010203850456", "Budi Santoso", "02-03-1985", "L", "Perawat", "Puskesmas Medono", "01-07-2012", "APBD"]
CITRA = ["3375014408880789", "Citra Wulandari", "04-08-1988", "P", "Bidan", "Puskesmas Medono", "02-01-2016", "APBD"]


def person(base, **changes):
    """A row like `base` with other cells, by header text (blanks as underscores)."""
    row = list(base)
    for name, value in changes.items():
        row[HEADER.index(name.replace("_", " "))] = value
    return row


def xlsx(path, *rows, sheets=None, hidden=()):
    """A workbook with these rows, or several sheets of rows."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, table in (sheets or {"Data": rows}).items():
        sheet = book.create_sheet(name)
        for row in table:
            sheet.append(row)
        if name in hidden:
            sheet.sheet_state = "hidden"
    book.save(path)
    return path


def rewritten(path, part, change):
    """The package with one part changed."""
    data = {}
    with zipfile.ZipFile(path) as package:
        for name in package.namelist():
            data[name] = package.read(name)
    data[part] = change(data[part])
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in data.items():
            package.writestr(name, content)
    return path


def text(path, *rows, separator=";", encoding="utf-8", newline="\r\n"):
    """A delimited text file."""
    path.write_bytes((newline.join(separator.join(row) for row in rows) + newline).encode(encoding))
    return path


def html(path, *rows):
    """An HTML table saved as .xls."""
    body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    path.write_text(
        f"<html><head><meta charset='utf-8'></head><body><table>{body}</table></body></html>", encoding="utf-8"
    )
    return path


def ods(path, *rows, content=None):
    """A minimal OpenDocument sheet."""
    cells = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p></table:table-cell>' for cell in row
        )
        + "</table:table-row>"
        for row in rows
    )
    names = "".join(
        f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
    )
    xml = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content{names} office:version="1.2"><office:body><office:spreadsheet>'
        f'<table:table table:name="Data">{cells}</table:table></office:spreadsheet></office:body></office:document-content>'
    )
    manifest = (
        '<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        '<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/></manifest:manifest>'
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet", zipfile.ZIP_STORED)
        package.writestr("content.xml", content or xml)
        package.writestr("META-INF/manifest.xml", manifest)
    return path


def protected(path):
    """An OLE container as Excel writes it round an encrypted package: its directory names the stream."""
    sector = bytearray(512)
    sector[:8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    body = io.BytesIO()
    body.write(sector)
    body.write("Root Entry".encode("utf-16-le").ljust(128, b"\0"))
    body.write("EncryptionInfo".encode("utf-16-le").ljust(128, b"\0"))
    body.write("EncryptedPackage".encode("utf-16-le").ljust(128, b"\0"))
    body.write(bytes(4096))
    path.write_bytes(body.getvalue())
    return path


def plan(path, known=None, **options):
    """The plan of a file."""
    return plan_import(path, periode=PERIODE_2022, known=known or NothingKnown(), regions=REGIONS, **options)


def outcomes(planned, jenis=("orang", "sk")):
    """(row, outcome) of the data rows."""
    return [(row.baris.nomor, row.baris.hasil.value) for row in planned.baris if row.baris.jenis in jenis]


def kinds(planned):
    """The kind of every row."""
    return [row.baris.jenis for row in planned.baris]


def row(planned, nomor, lembar=None):
    """One row of a plan."""
    return next(r for r in planned.baris if r.baris.nomor == nomor and lembar in (None, r.baris.lembar))


def codes(planned, nomor):
    """The codes of the data findings of one row."""
    return [finding.kode for finding in row(planned, nomor).baris.temuan if not finding.sumber]
