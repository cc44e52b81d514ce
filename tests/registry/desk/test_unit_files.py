"""What leaves the board of units: the reject file of one unit, and the board itself as CSV and XLSX."""

import csv as csv_reader
from io import BytesIO, StringIO

import openpyxl
import pytest

from registry.desk.papan_unit import board
from registry.desk.pegawai import return_
from registry.desk.tunggu import decide_waiting
from registry.desk.unit_export import HEADERS, board_csv, board_xlsx
from registry.desk.unit_rejects import unit_rejects
from registry.errors import UsageRefused
from registry.model.codes import StatusPegawai
from tests.registry.desk.small import MOMENT, Room, fields, periode
from tests.registry.desk.test_papan_unit import BAD, SD, expect, without_unit
from tests.registry.desk.verbs import FIRST, csv, row, take, with_waiting


def sheets(data):
    book = openpyxl.load_workbook(BytesIO(data))
    return {sheet.title: [[cell.value for cell in line] for line in sheet.iter_rows()] for sheet in book}


def test_the_reject_file_holds_the_refused_rows_of_that_unit_only(tmp_path):
    """With the reasons; what was corrected meanwhile is left out."""
    room = Room(tmp_path)
    take(room, csv(tmp_path, row(20, **BAD), row(21, **BAD), row(22, **BAD, unit_kerja="SD Dua")))
    take(room, csv(tmp_path, row(21), name="betul.csv"))
    made = unit_rejects(room.store, SD.upper())
    ((_, lines),) = sheets(made.isi).items()

    assert ((1, 0), [fields(20)["nama"]]) == ((made.ditolak, made.dikembalikan), [line[1] for line in lines[2:]])
    assert "NIK" in lines[2][lines[1].index("Alasan Penolakan")]


def test_rows_of_several_files_stand_on_sheets_of_their_own(tmp_path):
    """Their headers differ."""
    room = Room(tmp_path)
    take(room, csv(tmp_path, row(20, **BAD)))
    take(room, without_unit(csv(tmp_path, row(21, **BAD), name="b.csv")), unit=SD)

    assert ["Tolakan I-000001", "Tolakan I-000002"] == [*sheets(unit_rejects(room.store, SD).isi)]


def test_a_row_a_person_refused_goes_back_with_their_reason(tmp_path):
    """As the decision told it."""
    room = with_waiting(tmp_path)
    decide_waiting(room.store, ["T-000001"], "tolak", periode(), room.act("KTP tidak cocok"))
    ((_, lines),) = sheets(unit_rejects(room.store, SD).isi).items()

    assert "Ditolak petugas: KTP tidak cocok" in lines[2][-2]


def test_returned_people_go_back_if_asked_and_come_in_again_corrected(tmp_path):
    """The file imports as it is: whoever was corrected is a draft again."""
    room = Room(tmp_path, people=2)
    return_(room.store, [FIRST], room.act("Jabatan salah"))
    made = unit_rejects(room.store, SD, with_returned=True)
    book = openpyxl.load_workbook(BytesIO(made.isi))
    sheet = book.active
    headers = [cell.value for cell in sheet[2]]
    assert ((0, 1), "Dikembalikan: Jabatan salah") == (
        (made.ditolak, made.dikembalikan),
        sheet.cell(3, headers.index("Alasan Penolakan") + 1).value.removeprefix("• "),
    )
    unchanged = {name: value for name, value in zip(headers, [cell.value for cell in sheet[3]], strict=True) if value}
    sheet.cell(3, headers.index("Jabatan") + 1).value = "Guru Seni"
    book.save(tmp_path / "kembali.xlsx")
    taken = take(room, tmp_path / "kembali.xlsx")
    person = room.store.get("pegawai", FIRST)

    assert (1, StatusPegawai.DRAF, "Guru Seni") == (taken.hasil["diperbarui"], person.status, person.jabatan)
    assert unchanged["NIK"] == person.nik


def test_a_unit_without_anything_to_correct_gets_no_file(tmp_path):
    """It is said, and nothing is made."""
    room = Room(tmp_path, people=1)

    with pytest.raises(UsageRefused, match="Tidak ada yang perlu dibetulkan"):
        unit_rejects(room.store, SD)


def exported(tmp_path, *expected):
    room = Room(tmp_path)
    take(room, csv(tmp_path, row(20), row(21, **BAD), name="=berkas.csv"))
    expect(room, *expected)
    return board(room.store), room.store.instansi


def test_the_board_as_csv_has_a_line_for_each_unit_and_the_sums(tmp_path):
    """Numbers as they stand on the screen."""
    lines = list(csv_reader.reader(StringIO(board_csv(*exported(tmp_path)).decode("utf-8-sig"))))

    assert [list(HEADERS), SD, "2", "1", "1", "Jumlah"] == [lines[0], *lines[1][:4], lines[-1][0]]


def test_no_cell_of_the_board_starts_a_formula(tmp_path):
    """Names of units and files come from outside."""
    papan, instansi = exported(tmp_path, "=HYPERLINK(1)", "@sekolah", "+62")
    texts = [
        cell for line in csv_reader.reader(StringIO(board_csv(papan, instansi).decode("utf-8-sig"))) for cell in line
    ]
    ((_, lines),) = sheets(board_xlsx(papan, instansi, MOMENT)).items()
    texts += [cell for line in lines for cell in line if isinstance(cell, str)]

    assert [] == [text for text in texts if text[:1] in set("=+-@")]
    assert "'=HYPERLINK(1)" in texts


def test_numbers_of_the_board_are_numbers_in_the_spreadsheet(tmp_path):
    """They can be added up there."""
    ((_, lines),) = sheets(board_xlsx(*exported(tmp_path), MOMENT)).items()

    assert ([SD, 2, 1, 1], ["Jumlah", 2, 1, 1]) == (lines[1][:4], lines[-1][:4])
