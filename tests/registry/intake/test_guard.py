"""Files that must not harm us, and files that are not what they say: refused as a whole, with a code and a next step."""

import io
import zipfile

import pytest

from registry.errors import FileRefused
from tests.registry.intake.files import ANI, BUDI, HEADER, html, ods, outcomes, plan, protected, rewritten, text, xlsx


def refusal(path):
    """The code a file is refused with."""
    with pytest.raises(FileRefused) as refused:
        plan(path)
    assert refused.value.to_do
    return refused.value.code


def zipped(path, **parts):
    """A package of these parts."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return path


def test_empty_file(tmp_path):
    """Nothing in it."""
    path = tmp_path / "kosong.xlsx"
    path.write_bytes(b"")

    assert "berkas-kosong" == refusal(path)


def test_blank_text(tmp_path):
    """Only blanks and line ends."""
    path = tmp_path / "kosong.csv"
    path.write_bytes(b"\xef\xbb\xbf \r\n\r\n")

    assert "berkas-kosong" == refusal(path)


def test_missing_file(tmp_path):
    """It is not there."""
    assert "berkas-tidak-ada" == refusal(tmp_path / "tiada.xlsx")


def test_folder(tmp_path):
    """A folder is no file."""
    assert "berkas-tidak-ada" == refusal(tmp_path)


def test_cell_at_the_end_of_the_sheet_kills_only_the_child(tmp_path):
    """A cell at XFD1048576 asks for 400 GB; the reading child dies, we refuse."""
    path = xlsx(tmp_path / "jauh.xlsx", HEADER, ANI)
    rewritten(
        path,
        "xl/worksheets/sheet1.xml",
        lambda xml: xml.replace(
            b"</sheetData>", b'<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row></sheetData>'
        ),
    )

    assert "berkas-terlalu-luas" == refusal(path)


def test_stray_cell_in_the_last_row(tmp_path):
    """One letter in row 1,048,576: too far to be a table."""
    path = xlsx(tmp_path / "jauh.xlsx", HEADER, ANI)
    rewritten(
        path,
        "xl/worksheets/sheet1.xml",
        lambda xml: xml.replace(
            b"</sheetData>", b'<row r="1048576"><c r="A1048576" t="inlineStr"><is><t>x</t></is></c></row></sheetData>'
        ),
    )

    assert "berkas-terlalu-luas" == refusal(path)


def test_styled_empty_rows_down_to_the_end_do_not_count(tmp_path):
    """Empty rows with a style only are no rows."""
    path = xlsx(tmp_path / "bergaya.xlsx", HEADER, ANI, BUDI)
    styled = b"".join(
        b'<row r="%d"><c r="A%d" s="0"/><c r="H%d" s="0"/></row>' % (n, n, n) for n in range(4, 1_048_577, 7)
    )
    rewritten(path, "xl/worksheets/sheet1.xml", lambda xml: xml.replace(b"</sheetData>", styled + b"</sheetData>"))

    assert 3 == plan(path).baris_dibaca


def test_zip_bomb(tmp_path):
    """200 MB of zeros in 200 KB."""
    path = xlsx(tmp_path / "bom.xlsx", HEADER, ANI)
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/media/kosong.bin", bytes(200 * 1024 * 1024))

    assert "berkas-bom-zip" == refusal(path)


def test_zip_that_lies_about_its_sizes(tmp_path):
    """The directory says 10 bytes, the part holds more."""
    path = xlsx(tmp_path / "bohong.xlsx", HEADER, ANI)
    data = bytearray(path.read_bytes())
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as package:
        part = package.getinfo("xl/worksheets/sheet1.xml")
    at = data.rindex(b"xl/worksheets/sheet1.xml") - 46
    data[at + 24 : at + 28] = (10).to_bytes(4, "little")
    path.write_bytes(bytes(data))

    assert part.file_size > 10
    assert "berkas-rusak" == refusal(path)


@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/workbook.xml", "docProps/core.xml"])
def test_entities_in_a_part(tmp_path, part):
    """A DTD with entities that multiply, in any part."""
    bomb = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'
    path = xlsx(tmp_path / "dtd.xlsx", HEADER, ANI)
    rewritten(path, part, lambda xml: bomb + xml.split(b"?>", 1)[-1])

    assert "berkas-ber-dtd" == refusal(path)


def test_entities_in_an_ods(tmp_path):
    """The same in an OpenDocument sheet."""
    path = ods(tmp_path / "dtd.ods", content='<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>')

    assert "berkas-ber-dtd" == refusal(path)


def test_password_protected_workbook(tmp_path):
    """An encrypted .xlsx is an OLE container; recognised by content."""
    assert "berkas-bersandi" == refusal(protected(tmp_path / "rahasia.xlsx"))


def test_truncated_workbook(tmp_path):
    """The second half of the file did not arrive."""
    path = xlsx(tmp_path / "potong.xlsx", HEADER, ANI, BUDI)
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])

    assert "berkas-rusak" == refusal(path)


@pytest.mark.parametrize(
    "content",
    [
        b"%PDF-1.7 ...",
        b"\xff\xd8\xff\xe0JFIF",
        b"\x89PNG\r\n\x1a\n",
        b"\x00\x01\x02\x03" * 99,
        b"<html><body>Login</body></html>",
    ],
)
def test_what_is_no_table(tmp_path, content):
    """A PDF, a picture, binary data, a login page named .xlsx."""
    path = tmp_path / "data.xlsx"
    path.write_bytes(content)

    assert "berkas-bukan-tabel" == refusal(path)


def test_zip_of_something_else(tmp_path):
    """A zip without a workbook."""
    assert "berkas-bukan-tabel" == refusal(zipped(tmp_path / "arsip.xlsx", **{"a.txt": b"halo"}))


def test_workbook_without_worksheet_parts(tmp_path):
    """The package names a sheet that is not in it."""
    path = xlsx(tmp_path / "rusak.xlsx", HEADER, ANI)
    kept = {}
    with zipfile.ZipFile(path) as package:
        kept = {name: package.read(name) for name in package.namelist() if "worksheets" not in name}

    assert "berkas-rusak" == refusal(zipped(path, **kept))


def test_no_header_that_means_anything(tmp_path):
    """Numbers and words without a header are refused with a hint."""
    assert "kepala-tidak-ditemukan" == refusal(text(tmp_path / "acak.csv", ["satu", "dua"], ["3", "4"]))


@pytest.mark.parametrize("name", ["data.csv", "data.dat", "data", "data.xls", "data.pdf"])
def test_content_decides_not_the_name(tmp_path, name):
    """A workbook is read under any name."""
    assert [(2, "diterima")] == outcomes(plan(xlsx(tmp_path / name, HEADER, ANI)))


def test_text_named_as_a_workbook(tmp_path):
    """A CSV saved as .xlsx is read as what it is."""
    assert [(2, "diterima")] == outcomes(plan(text(tmp_path / "data.xlsx", HEADER, ANI)))


def test_html_with_entity_declarations(tmp_path):
    """Entities are never expanded."""
    path = html(tmp_path / "data.xls", HEADER, ANI)
    path.write_text('<!DOCTYPE html [<!ENTITY a "b">]>' + path.read_text(encoding="utf-8"), encoding="utf-8")

    assert "berkas-ber-dtd" == refusal(path)
