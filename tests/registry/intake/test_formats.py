"""Every format operators send gives the same people."""

import datetime as dt
import zipfile

import openpyxl
import pytest
import xlwt

from registry.intake.delimited import decode
from tests.registry.intake.files import (
    ANI,
    BUDI,
    CITRA,
    HEADER,
    codes,
    html,
    kinds,
    ods,
    outcomes,
    person,
    plan,
    rewritten,
    row,
    text,
    xlsx,
)

BOTH = [(2, "diterima"), (3, "diterima")]


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_delimited_text(tmp_path, separator, encoding):
    """Separator and encoding are found out."""
    rows = [HEADER, person(ANI, Nama_Lengkap="Ani Syafi’i"), BUDI]
    planned = plan(text(tmp_path / "data.csv", *rows, separator=separator, encoding=encoding))

    assert (BOTH, "Ani Syafi’i") == (outcomes(planned), row(planned, 2).baris.nama)


def test_quoted_fields_with_line_breaks_are_one_record(tmp_path):
    """The number of a row is its record, not its line."""
    rows = [HEADER, person(ANI, Jabatan='"Guru\r\nKelas"'), BUDI]
    planned = plan(text(tmp_path / "data.csv", *rows))

    assert (BOTH, "Guru Kelas") == (outcomes(planned), row(planned, 2).calon.jabatan)


def test_commas_inside_quotes_do_not_split(tmp_path):
    """A title after a comma in a quoted name."""
    rows = [HEADER, person(ANI, Nama_Lengkap='"Ani Lestari, S.Pd."'), BUDI]
    planned = plan(text(tmp_path / "data.csv", *rows, separator=","))

    assert ("Ani Lestari", "S.Pd.") == (row(planned, 2).calon.nama, row(planned, 2).calon.gelar_belakang)


def test_excel_separator_line(tmp_path):
    """`sep=;` names the separator and counts as a blank record."""
    planned = plan(text(tmp_path / "data.csv", ["sep=;"], HEADER, ANI))

    assert ["kosong", "kepala", "orang"] == kinds(planned)


def test_undefined_bytes_of_windows_1252_are_guessed():
    """Bytes that neither UTF-8 nor Windows-1252 knows still give a text."""
    assert "NIK" in decode(b"NIK;Nama\r\n1;\x81\x8d\x8f\xe9")


def test_html_saved_as_xls(tmp_path):
    """A web application's export."""
    planned = plan(html(tmp_path / "data.xls", HEADER, person(ANI, Nama_Lengkap="Ani &amp; Lestari"), BUDI))

    assert (BOTH, None) == (outcomes(planned), row(planned, 2).baris.lembar)


def test_html_with_spans(tmp_path):
    """A two-row header with colspan and rowspan lands in the right columns."""
    path = tmp_path / "data.xls"
    path.write_text(
        "<table><tr><th rowspan=2>NIK</th><th rowspan=2>Nama</th><th colspan=2>Lahir</th><th rowspan=2>Jabatan</th></tr>"
        "<tr><th>Tempat</th><th>Tanggal</th></tr>"
        "<tr><td>3375015705900123</td><td>Ani Lestari</td><td>Batang</td><td>17-05-1990</td><td>Guru</td></tr></table>",
        encoding="utf-8",
    )
    calon = row(plan(path), 3).calon

    assert ("Batang", "1990-05-17", "Guru") == (calon.tempat_lahir, calon.tanggal_lahir.isoformat(), calon.jabatan)


def test_excel_2003_xml(tmp_path):
    """XML of Excel 2003, with a numeric NIK that is refused."""
    cells = lambda values: "".join(f'<Cell><Data ss:Type="String">{v}</Data></Cell>' for v in values)  # noqa: E731
    path = tmp_path / "data.xls"
    path.write_text(
        '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">'
        f'<Worksheet ss:Name="Data"><Table><Row>{cells(HEADER)}</Row><Row>{cells(ANI)}</Row>'
        f'<Row><Cell><Data ss:Type="Number">3375010203850450</Data></Cell>{cells(BUDI[1:])}</Row></Table></Worksheet></Workbook>',
        encoding="utf-8",
    )

    assert [(2, "diterima"), (3, "ditolak")] == outcomes(plan(path))


def test_open_document(tmp_path):
    """LibreOffice's own format."""
    assert BOTH == outcomes(plan(ods(tmp_path / "data.ods", HEADER, ANI, BUDI)))


def test_open_document_with_a_million_repeated_empty_rows(tmp_path):
    """LibreOffice writes the empty rest of a sheet as one repeated row."""
    path = ods(tmp_path / "data.ods", HEADER, ANI, BUDI)
    rest = (
        b'<table:table-row table:number-rows-repeated="1048573"><table:table-cell table:number-columns-repeated="16384"/>'
        b"</table:table-row></table:table>"
    )
    rewritten(path, "content.xml", lambda xml: xml.replace(b"</table:table>", rest))

    assert BOTH == outcomes(plan(path))


def test_macro_workbook(tmp_path):
    """An .xlsm with its own content type."""
    path = rewritten(
        xlsx(tmp_path / "data.xlsm", HEADER, ANI, BUDI),
        "[Content_Types].xml",
        lambda xml: xml.replace(
            b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
            b"application/vnd.ms-excel.sheet.macroEnabled.main+xml",
        ),
    )

    assert BOTH == outcomes(plan(path))


def test_old_binary_workbook(tmp_path):
    """Real BIFF, written by xlwt, with a true date."""
    book = xlwt.Workbook()
    sheet = book.add_sheet("Data")
    style = xlwt.easyxf(num_format_str="DD-MM-YYYY")
    for number, cells in enumerate([HEADER, ANI, BUDI]):
        for column, cell in enumerate(cells):
            sheet.write(number, column, cell)
    sheet.write(3, 0, CITRA[0])
    sheet.write(3, 1, CITRA[1])
    sheet.write(3, 2, dt.date(1988, 8, 4), style)
    book.save(str(tmp_path / "data.xls"))

    assert [*BOTH, (4, "diterima")] == outcomes(plan(tmp_path / "data.xls"))


def test_bare_serials_of_the_1904_system(tmp_path):
    """A workbook from an old Mac counts days from 1904."""
    path = xlsx(tmp_path / "mac.xlsx", HEADER, person(ANI, Tanggal_Lahir=31548))
    rewritten(path, "xl/workbook.xml", lambda xml: xml.replace(b"<workbookPr", b'<workbookPr date1904="1"'))

    assert dt.date(1990, 5, 17) == row(plan(path), 2).baris.tanggal_lahir


def test_bare_serials_of_the_1904_system_in_an_old_workbook(tmp_path):
    """The same in BIFF."""
    book = xlwt.Workbook()
    book.dates_1904 = True
    sheet = book.add_sheet("Data")
    for number, cells in enumerate([HEADER, person(ANI, Tanggal_Lahir=31548)]):
        for column, cell in enumerate(cells):
            sheet.write(number, column, cell)
    book.save(str(tmp_path / "mac.xls"))

    assert dt.date(1990, 5, 17) == row(plan(tmp_path / "mac.xls"), 2).baris.tanggal_lahir


def test_failed_formula_is_told_apart_from_an_empty_cell(tmp_path):
    """#N/A in the unit: taken in, with a finding."""
    path = xlsx(tmp_path / "galat.xlsx", HEADER, person(ANI, Unit_Kerja="=1"))
    rewritten(
        path,
        "xl/worksheets/sheet1.xml",
        lambda xml: xml.replace(b'<c r="F2"><f>1</f><v></v></c>', b'<c r="F2" t="e"><f>1</f><v>#N/A</v></c>').replace(
            b'<c r="F2"><f>1</f><v /></c>', b'<c r="F2" t="e"><f>1</f><v>#N/A</v></c>'
        ),
    )
    planned = plan(path)

    assert ([(2, "diterima")], ["galat-rumus"]) == (outcomes(planned), codes(planned, 2))


def test_formula_that_was_never_computed(tmp_path):
    """A NIK that is a formula without a stored value is refused with its own reason."""
    path = xlsx(tmp_path / "rumus.xlsx", HEADER, person(ANI, NIK='=CONCATENATE("33","75")'))
    planned = plan(path)

    assert ([(2, "ditolak")], "rumus-tanpa-nilai") == (outcomes(planned), codes(planned, 2)[0])


def test_dates_as_dates_and_with_time(tmp_path):
    """True date cells, with and without a time of day."""
    rows = [
        person(ANI, Tanggal_Lahir=dt.date(1990, 5, 17)),
        person(BUDI, Tanggal_Lahir=dt.datetime(1985, 3, 2, 0, 0, 1)),  # noqa: DTZ001 - a sheet has no zones
    ]

    assert BOTH == outcomes(plan(xlsx(tmp_path / "data.xlsx", HEADER, *rows)))


def test_text_true_and_numbers_keep_their_kind(tmp_path):
    """A boolean in a text column and a number as a phone."""
    path = xlsx(tmp_path / "data.xlsx", [*HEADER, "No HP"], [*person(ANI, Jabatan=True), 81200001234])
    calon = row(plan(path), 2).calon

    assert ("TRUE", "081200001234") == (calon.jabatan, calon.nomor_hp)


def test_a_table_that_does_not_start_at_the_corner(tmp_path):
    """Blank rows and columns before the table count."""
    book = openpyxl.Workbook()
    for column, (head, cell) in enumerate(zip(HEADER, ANI, strict=True), 3):
        book.active.cell(4, column, head)
        book.active.cell(5, column, cell)
    book.save(tmp_path / "geser.xlsx")

    assert ["kosong", "kosong", "kosong", "kepala", "orang"] == kinds(plan(tmp_path / "geser.xlsx"))


def test_empty_sheets_and_chart_sheets_are_no_rows(tmp_path):
    """Only sheets with cells give rows."""
    path = xlsx(tmp_path / "data.xlsx", sheets={"Kosong": [], "Data": [HEADER, ANI]})

    assert 2 == plan(path).baris_dibaca


def test_file_is_named_by_its_content(tmp_path):
    """The same bytes have the same SHA-256 under another name."""
    first = xlsx(tmp_path / "a.xlsx", HEADER, ANI)
    second = tmp_path / "b.xlsx"
    second.write_bytes(first.read_bytes())

    assert plan(first).sha256 == plan(second).sha256
    assert zipfile.is_zipfile(second)


def test_quote_that_is_never_closed_swallows_only_its_line(tmp_path):
    """The rows behind it are read as ever."""
    planned = plan(text(tmp_path / "data.csv", HEADER, person(ANI, Jabatan='Guru "Kelas'), BUDI, CITRA))

    assert [*BOTH, (4, "diterima")] == outcomes(planned)
