"""The list as CSV."""

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import astuple, replace

from registry.edition.csv import COLUMNS, edition_csv, read_rows_csv, rows_csv, safe_cell
from registry.errors import FileRefused
from tests.registry.edition.editions import edition, orang, people

NASTY = st.text(alphabet=st.sampled_from("=+-@'\"\t\r\n, ;a1\uff1d"), max_size=6) | st.text(max_size=8)


def test_first_lines():
    """A header with the names of the JSON, then the list in its order."""
    assert (
        b"nomor,nama,jabatan,unit_kerja,kategori,status\n3375-000001,Budi Santoso,Perawat,Puskesmas Tirto,NON_ASN,MS\n"
    ) == edition_csv(edition(1))


def test_rows_come_back():
    """Writing and reading gives the same rows."""
    assert people(200) == read_rows_csv(rows_csv(people(200)))


@given(NASTY, NASTY)
def test_any_text_comes_back(nama, unit):
    """Quotes, line breaks, apostrophes and formulas survive."""
    row = orang(nama=nama, unit_kerja=unit)

    assert (row,) == read_rows_csv(rows_csv([row]))


@given(NASTY)
def test_no_cell_starts_a_formula(text):
    """What a spreadsheet program would run never stands first, not even behind blanks."""
    (_, cells) = csv.reader(StringIO(rows_csv([orang(nama=text, jabatan=text)]).decode(), newline=""))

    assert not [cell for cell in cells if cell.lstrip()[:1] in set("=+-@\uff1d\uff0b\uff0d\uff20")]


def _one_by_one(rows):
    table = StringIO(newline="")
    writer = csv.writer(table, lineterminator="\r\n")
    written = [",".join(COLUMNS).encode() + b"\n"]
    for row in rows:
        table.seek(0)
        table.truncate()
        writer.writerow([safe_cell(cell) for cell in astuple(row)])
        written.append(table.getvalue()[:-2].encode() + b"\n")
    return b"".join(written)


@given(st.lists(st.tuples(NASTY, NASTY, NASTY), max_size=30))
def test_rows_in_bulk_are_the_bytes_of_rows_one_by_one(cells):
    """Whatever stands among them: a shortcut may be taken only where it changes nothing."""
    rows = [replace(orang(n), nomor=a, nama=b, status=c) for n, (a, b, c) in enumerate(cells, 1)]

    assert _one_by_one(rows) == rows_csv(rows)


@pytest.mark.parametrize(
    "text", ["=1", " =1", "@x", "[x", "_x", "\u00c9", "\uff1dx", "a,b", 'a"b', "a\nb", "a\rb", "", "'x", "\tx"]
)
@pytest.mark.parametrize("field", ["nomor", "nama", "jabatan", "unit_kerja", "status"])
def test_one_odd_cell_among_many_plain_ones(text, field):
    """In any column it is written as the writer for single rows writes it."""
    rows = [*people(40)[:-1], replace(orang(40), **{field: text})]

    assert _one_by_one(rows) == rows_csv(rows)


def test_columns_are_the_public_fields():
    """The CSV can hold nothing the list does not."""
    assert ("nomor", "nama", "jabatan", "unit_kerja", "kategori", "status") == COLUMNS


@pytest.mark.parametrize(
    "data",
    [b"", b"nama\nx\n", b"\xff", rows_csv(people(1)) + b"a,b\n", rows_csv(people(1)).replace(b"NON_ASN", b"ASN")],
)
def test_foreign_csv_is_refused(data):
    """A file with other columns, ragged rows or unknown codes is not taken for ours."""
    with pytest.raises(FileRefused):
        read_rows_csv(data)
