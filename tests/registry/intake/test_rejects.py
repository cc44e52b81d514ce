"""The reject file and the template: what we write can be imported as it is."""

import io

import openpyxl
import pytest

from registry.intake.rejects import REASONS, write_rejects
from registry.intake.template import write_template
from tests.registry.intake.files import ANI, BUDI, HEADER, kinds, outcomes, person, plan, xlsx
from tests.registry.intake.harapan import PERIODE_2022, plan_as_expected

NAMES = ["dinas-pendidikan-kotor.xlsx", "puskesmas-semikolon.csv", "satpolpp-lama.xls", "banyak-lembar.xlsx"]


def rejects(planned, path):
    """The reject file of a plan, opened."""
    write_rejects([row.baris for row in planned.baris], planned.kepala, path)
    return openpyxl.load_workbook(path)


@pytest.mark.parametrize("name", NAMES)
def test_uncorrected_rejects_are_rejected_again(tmp_path, name):
    """As they are, the rows come back with the same outcomes; nothing slips in, numeric NIKs least of all."""
    first = plan_as_expected(name)
    rejects(first, tmp_path / "tolakan.xlsx")
    again = plan(tmp_path / "tolakan.xlsx")

    assert (0, first.hasil["ditolak"], first.hasil["menunggu"]) == (
        again.hasil["diterima"],
        again.hasil["ditolak"],
        again.hasil["menunggu"],
    )


def test_corrected_rejects_are_taken_in_with_their_units(tmp_path):
    """NIKs typed again: taken in, with the unit of the band they stood under."""
    rows = [
        HEADER[:5],
        ["SD NEGERI 1"],
        person(ANI, NIK=3375015705900120)[:5],
        ["SD NEGERI 2"],
        person(BUDI, NIK="12")[:5],
    ]
    book = rejects(plan(xlsx(tmp_path / "d.xlsx", *rows)), tmp_path / "tolakan.xlsx")
    book["Data"]["A3"], book["Data"]["A4"] = ANI[0], BUDI[0]
    book.save(tmp_path / "diperbaiki.xlsx")
    planned = plan(tmp_path / "diperbaiki.xlsx")

    assert ["SD NEGERI 1", "SD NEGERI 2"] == [row.calon.unit_kerja for row in planned.baris if row.calon]


def test_reasons_stand_beside_the_row_and_the_cell_is_coloured(tmp_path):
    """A column with the reasons; the faulty cell has a colour, the others none."""
    book = rejects(plan(xlsx(tmp_path / "d.xlsx", HEADER, person(ANI, NIK="123"), BUDI)), tmp_path / "t.xlsx")
    sheet = book["Data"]
    headers = [cell.value for cell in sheet[2]]

    assert [*HEADER, REASONS, "Baris Asal"] == headers
    assert "16" in sheet.cell(3, headers.index(REASONS) + 1).value
    assert ("FFFFD7D7", "00000000") == (sheet["A3"].fill.fgColor.rgb, sheet["B3"].fill.fgColor.rgb)
    assert "@" == sheet["A3"].number_format


@pytest.mark.parametrize("evil", ["=HYPERLINK(1)", "+62 812", "@SUM(A1)", "-2+3", '=cmd|"/c calc"!A1'])
def test_no_cell_starts_a_formula(tmp_path, evil):
    """Formula injection ends here: every cell is a string and none starts like a formula."""
    rows = [[*HEADER, "Ket"], [*person(ANI, NIK="1", Unit_Kerja="-"), None]]
    path = xlsx(tmp_path / "d.xlsx", *rows)
    book = openpyxl.load_workbook(path)
    cell = book["Data"]["I2"]
    cell.value = evil
    cell.data_type = "s"
    book.save(path)
    out = rejects(plan(path), tmp_path / "t.xlsx")
    cells = [cell for sheet in out for line in sheet.iter_rows() for cell in line if cell.value is not None]

    assert [] == [cell.value for cell in cells if cell.data_type != "s" or cell.value[0] in "=+-@\t\r"]


def test_decrees_go_back_with_their_person(tmp_path):
    """Each rejected decree stands alone: NIK and name are filled in."""
    header = ["NIK", "Nama", "Nomor SK", "Tanggal Mulai"]
    path = xlsx(tmp_path / "d.xlsx", header, [ANI[0], ANI[1], "1", "01-01-2019"], [None, None, "2", "01-01-2020"])
    sheet = rejects(plan(path), tmp_path / "t.xlsx")["Data"]

    assert [ANI[0], ANI[0]] == [sheet["A3"].value, sheet["A4"].value]


def test_nothing_rejected(tmp_path):
    """A file that says so, in memory."""
    target = io.BytesIO()
    write_rejects([row.baris for row in plan(xlsx(tmp_path / "d.xlsx", HEADER, ANI)).baris], {}, target)

    assert ["Tolakan"] == openpyxl.load_workbook(target).sheetnames


def test_template_imports_cleanly_as_it_is(tmp_path):
    """Instruction line, headers and codes: all skipped, nothing refused."""
    write_template(tmp_path / "templat.xlsx", PERIODE_2022)
    planned = plan(tmp_path / "templat.xlsx")

    assert ({"judul", "kepala", "lembar_bukan_data"}, planned.baris_dibaca) == (
        set(kinds(planned)),
        planned.hasil["dilewati"],
    )


def test_filled_template_is_taken_in(tmp_path):
    """A row typed into the template, every column understood."""
    write_template(tmp_path / "templat.xlsx", PERIODE_2022)
    book = openpyxl.load_workbook(tmp_path / "templat.xlsx")
    sheet = book["Data Utama"]
    for column, header in enumerate([cell.value.strip(" *") for cell in sheet[2]], 1):
        known = dict(zip(HEADER, ANI, strict=True)) | {"Nama Lengkap (tanpa gelar)": ANI[1], "Jenis Kelamin": "P"}
        sheet.cell(3, column, known.get(header))
    book.save(tmp_path / "isi.xlsx")
    planned = plan(tmp_path / "isi.xlsx")

    assert [(3, "diterima")] == outcomes(planned)
    assert len(planned.columns[0].teks) == len(planned.columns[0].kolom)


def test_template_has_text_cells_and_dropdowns(tmp_path):
    """The NIK column is text; sex, education and pay have lists."""
    write_template(tmp_path / "templat.xlsx", PERIODE_2022)
    sheet = openpyxl.load_workbook(tmp_path / "templat.xlsx")["Data Utama"]
    lists = {rule.formula1 for rule in sheet.data_validations.dataValidation if rule.type == "list"}

    assert ("@", 3) == (sheet.column_dimensions["A"].number_format, len(lists))
