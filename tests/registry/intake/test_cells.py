"""Cells by the names a spreadsheet program shows."""

import pytest

from registry.intake.cells import cell_of, column_letter
from registry.model.finding import Finding
from tests.registry.intake.files import ANI, HEADER, plan, xlsx


@pytest.mark.parametrize(("column", "letter"), [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (702, "AAA")])
def test_letters_of_columns(column, letter):
    """As in every spreadsheet program."""
    assert letter == column_letter(column)


def one_row(folder, *rows):
    planned = plan(xlsx(folder / "d.xlsx", *rows))
    return planned, next(row.baris for row in planned.baris if row.baris.jenis == "orang")


@pytest.mark.parametrize(("kolom", "cell"), [("tanggal_lahir", "C3"), ("nik", "A3"), ("", ""), ("nomor_kk", "")])
def test_the_cell_of_a_finding(kolom, cell, tmp_path):
    """Column by the header, row by the sheet; none for the whole row or a column that is not there."""
    planned, row = one_row(tmp_path, ["Data pegawai"], HEADER, ANI)

    assert cell == cell_of(planned, row, Finding("x", kolom))


def test_a_date_that_stands_with_its_place(tmp_path):
    """The finding is about the date, the cell is the one of both."""
    head = ["NIK", "Nama", "Tempat, Tanggal Lahir", "Jabatan"]
    planned, row = one_row(tmp_path, head, ["3375015705900123", "Ani Lestari", "Pekalongan, 17-05-1990", "Guru"])

    assert "C2" == cell_of(planned, row, Finding("x", "tanggal_lahir"))


def test_a_plan_shows_what_stands_in_each_column(tmp_path):
    """The first filled cell, so that an operator can tell what a column holds."""
    planned, _ = one_row(tmp_path, HEADER, ANI)

    assert tuple(ANI) == planned.columns[0].contoh
