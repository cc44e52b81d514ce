"""The board of units: which unit a row belongs to, what it counts as, and sums that add up."""

import csv as csv_reader
from io import BytesIO, StringIO

import openpyxl
import pytest

from registry.desk.papan_unit import board
from registry.desk.pegawai import change_pegawai, cross_out, return_
from registry.desk.register import set_instansi
from registry.desk.tunggu import decide_waiting
from registry.desk.unit_export import HEADERS, board_csv, board_xlsx
from registry.desk.unit_rejects import unit_rejects
from registry.errors import UsageRefused
from registry.model.codes import AlasanCoret, StatusPegawai
from registry.normalise.units import TANPA_UNIT, unit_names
from tests.registry.desk.small import MOMENT, Room, fields, periode
from tests.registry.desk.verbs import FIRST, csv, row, take, with_waiting

SD = "SD Negeri Kandang Panjang 01"
BAD = {"nik": "1234"}


def units(room):
    return {row.unit: row for row in board(room.store).unit}


def counts(room, unit=SD):
    """Arrived, taken, refused, waiting, came again."""
    baris = units(room)[unit].baris
    return (baris.masuk, baris.diterima, baris.ditolak, baris.menunggu, baris.ulang)


def expect(room, *names):
    set_instansi(room.store, {"unit_diharapkan": names}, room.act())


def without_unit(path):
    """The file without its column of units, as a unit sends it that thinks it goes without saying."""
    lines = [line.split(";") for line in path.read_text(encoding="utf-8").splitlines()]
    path.write_text("\n".join(";".join(line[:5] + line[6:]) for line in lines) + "\n", encoding="utf-8")
    return path


# whose row it is


def test_accepted_rows_belong_to_the_unit_of_their_person(tmp_path):
    """As the record says today: who was moved by hand counts where they are now."""
    room = Room(tmp_path)
    take(room, csv(tmp_path, row(20), row(21)))
    change_pegawai(room.store, FIRST, {"unit_kerja": "SD Lain"}, periode(), room.act())

    assert [(1, 1, 0, 0, 0), (1, 1, 0, 0, 0)] == [counts(room), counts(room, "SD Lain")]


def test_a_refused_row_belongs_to_the_unit_in_its_own_cells(tmp_path):
    """Before anything given by hand."""
    room = Room(tmp_path)
    take(room, csv(tmp_path, row(20, **BAD, unit_kerja="SD Satu")), unit="Dinas")

    assert (1, 0, 1, 0, 0) == counts(room, "SD Satu")


def test_a_refused_row_that_names_no_unit_belongs_to_the_one_given_by_hand(tmp_path):
    """The operator said whose file it is."""
    room = Room(tmp_path)
    take(room, csv(tmp_path, row(20), row(21, **BAD, unit_kerja="")), unit="Dinas")

    assert (1, 0, 1, 0, 0) == counts(room, "Dinas")


def test_a_file_without_units_belongs_to_the_one_given_by_hand(tmp_path):
    """Taken and refused rows alike."""
    room = Room(tmp_path)
    take(room, without_unit(csv(tmp_path, row(20), row(21, **BAD))), unit="Dinas")

    assert (2, 1, 1, 0, 0) == counts(room, "Dinas")


def test_a_refused_row_that_names_no_unit_came_with_the_only_unit_of_its_sheet(tmp_path):
    """Its neighbours tell whose file it is."""
    room = Room(tmp_path)
    take(room, csv(tmp_path, row(20), row(21, **BAD, unit_kerja="")))

    assert (2, 1, 1, 0, 0) == counts(room)


def test_a_row_nobody_can_place_has_its_own_line(tmp_path):
    """Between two units none is guessed; the line comes last."""
    room = Room(tmp_path)
    take(room, csv(tmp_path, row(20), row(21, unit_kerja="SD Dua"), row(22, **BAD, unit_kerja="")))

    assert ((1, 0, 1, 0, 0), TANPA_UNIT) == (counts(room, TANPA_UNIT), board(room.store).unit[-1].unit)


def test_a_waiting_row_belongs_to_the_unit_of_its_candidate(tmp_path):
    """Not to that of the person it collides with."""
    room = Room(tmp_path, people=1)
    take(room, csv(tmp_path, row(1, nama="Bambang Harimurti", unit_kerja="SD Baru")))

    assert (1, 0, 0, 1, 0) == counts(room, "SD Baru")


def test_spellings_that_differ_by_case_and_blanks_are_one_unit(tmp_path):
    """Under the spelling most of its people have."""
    room = Room(tmp_path)
    take(
        room,
        csv(
            tmp_path,
            row(20),
            row(21),
            row(22, unit_kerja="SD  NEGERI kandang panjang 01 "),
            row(23, **BAD, unit_kerja=SD.upper()),
        ),
    )

    assert ([SD], (4, 3, 1, 0, 0)) == ([*units(room)], counts(room))


# what a row counts as


def test_a_decision_makes_a_waiting_row_taken_or_refused(tmp_path):
    """What still waits is what the screen of decisions shows."""
    room = Room(tmp_path, people=2)
    take(room, csv(tmp_path, row(1, nama="Bambang Harimurti"), row(2, nama="Joko Susilo")))
    decide_waiting(room.store, ["T-000001"], "tolak", periode(), room.act("Orang lain"))
    decide_waiting(room.store, ["T-000002"], "perbarui", periode(), room.act())

    assert (2, 1, 1, 0, 0) == counts(room)


def test_the_same_file_again_counts_once(tmp_path):
    """Its earlier rows are told as having come again."""
    room = Room(tmp_path)
    path = csv(tmp_path, row(20), row(21, **BAD))
    take(room, path)
    take(room, path)

    assert (2, 1, 1, 0, 2) == counts(room)


def test_a_waiting_row_of_a_file_that_came_twice_waits_once(tmp_path):
    """As there is one question to decide."""
    room = with_waiting(tmp_path)
    take(room, tmp_path / "unit.csv")

    assert (1, 0, 0, 1, 1) == counts(room)


def test_a_question_that_the_file_does_not_ask_again_still_waits(tmp_path):
    """The person was made to fit meanwhile, but nobody has decided the row."""
    room = with_waiting(tmp_path)
    change_pegawai(room.store, FIRST, {"nama": "Bambang Harimurti"}, periode(), room.act())
    take(room, tmp_path / "unit.csv")

    assert 1 == board(room.store).baris.menunggu


def test_a_waiting_row_does_not_stand_for_the_person_it_collides_with(tmp_path):
    """The same number under another name: whose it is has not been decided."""
    room = Room(tmp_path)
    take(room, csv(tmp_path, row(20)))
    take(room, csv(tmp_path, row(20, nama="Bambang Harimurti"), name="b.csv"))

    assert (2, 1, 0, 1, 0) == counts(room)


def test_a_refused_row_that_came_corrected_is_settled(tmp_path):
    """By name and birth date, for its NIK was not readable."""
    room = Room(tmp_path)
    take(room, csv(tmp_path, row(20), row(21, **BAD)))
    take(room, csv(tmp_path, row(21), name="betul.csv"))

    assert (2, 2, 0, 0, 1) == counts(room)


def test_a_whole_file_sent_anew_counts_where_it_came_last(tmp_path):
    """Those unchanged and those corrected: nobody counts twice."""
    room = Room(tmp_path)
    take(room, csv(tmp_path, row(20), row(21), row(22, **BAD)))
    take(room, csv(tmp_path, row(20), row(21), row(22), name="revisi.csv"))

    assert (3, 3, 0, 0, 3) == counts(room)


def test_another_person_of_the_same_name_settles_nothing(tmp_path):
    """A refused row stays until the same person comes."""
    room = Room(tmp_path)
    take(room, csv(tmp_path, row(20, **BAD)))
    take(room, csv(tmp_path, row(20, tanggal_lahir="03-03-1990", nik="3375014303909777"), name="lain.csv"))

    assert (2, 1, 1, 0, 0) == counts(room)


def test_a_row_without_number_and_birth_date_is_settled_by_its_name_within_the_unit(tmp_path):
    """It has nothing else to be known by."""
    room = Room(tmp_path)
    take(room, csv(tmp_path, row(20, **BAD, tanggal_lahir="entah")))
    take(room, csv(tmp_path, row(20), name="betul.csv"))

    assert (1, 1, 0, 0, 1) == counts(room)


def test_decrees_are_rows_too_and_settled_one_by_one(tmp_path):
    """One refused decree of a person corrected later: the other one stays counted."""
    header = "NIK;Nama;Nomor SK;Tanggal SK;Tanggal Mulai;Tanggal Akhir;Unit Kerja"
    nik, nama = fields(1)["nik"], fields(1)["nama"]

    def history(name, *decrees):
        path = tmp_path / name
        path.write_text(
            "\n".join((header, *(f"{nik};{nama};{decree};{SD}" for decree in decrees))) + "\n", encoding="utf-8"
        )
        return path

    room = Room(tmp_path, people=1)
    take(room, history("a.csv", "800/7/2019;02-01-2019;02-01-2019;31-12-2019", ";;;"))
    before = counts(room)
    take(room, history("b.csv", "800/8/2020;02-01-2020;02-01-2020;31-12-2020"))

    assert [(2, 1, 1, 0, 0), (2, 2, 0, 0, 1)] == [before, counts(room)]


# sums and people


def test_the_sums_of_all_units_are_those_of_the_files(tmp_path):
    """Every row read is counted, came again, or is no data."""
    room = with_waiting(tmp_path)
    taken = [
        take(
            room,
            csv(
                tmp_path,
                row(20),
                row(21, **BAD, unit_kerja=""),
                row(22, unit_kerja="SD Dua"),
                ";;JUMLAH;;;;;",
                name="b.csv",
            ),
        )
    ]
    taken.append(take(room, csv(tmp_path, row(22), row(23), name="c.csv")))
    found = board(room.store)

    assert sum(impor.baris_dibaca for impor in taken) + 2 == found.dibaca
    assert found.dibaca == found.baris.masuk + found.baris.ulang + found.dilewati
    assert (found.baris.masuk, found.orang.jumlah) == (
        sum(r.baris.masuk for r in found.unit),
        sum(r.orang.jumlah for r in found.unit),
    )
    assert 4 == found.dilewati


def test_people_count_by_their_state_and_crossed_out_ones_nowhere(tmp_path):
    """Returned and verified are parts of those on record."""
    room = Room(tmp_path, people=4)
    room.verify_all()
    return_(room.store, [FIRST], room.act("NIK salah"))
    cross_out(room.store, ["3375-000002"], AlasanCoret.PINDAH, room.act("Pindah"))
    orang = units(room)[SD].orang

    assert (3, 1, 2) == (orang.jumlah, orang.dikembalikan, orang.terverifikasi)


def test_the_last_file_is_the_newest_that_holds_a_row_of_the_unit(tmp_path):
    """With its moment; older ones follow."""
    room = Room(tmp_path)
    take(room, csv(tmp_path, row(20), name="a.csv"))
    second = take(room, csv(tmp_path, row(21), name="b.csv"))
    take(room, csv(tmp_path, row(22, unit_kerja="SD Dua"), name="c.csv"))
    unit = units(room)[SD]

    assert (["b.csv", "a.csv"], second.waktu) == ([part.berkas for part in unit.berkas], unit.terakhir.waktu)


# units that are expected


def test_an_expected_unit_without_any_row_has_sent_nothing(tmp_path):
    """People noted by hand are no file."""
    room = Room(tmp_path, people=1)
    expect(room, SD, "SD Dua")
    take(room, csv(tmp_path, row(20, unit_kerja="SD DUA")))

    assert {SD: "belum mengirim", "SD Dua": "perlu verifikasi"} == {
        row.unit: row.keadaan for row in board(room.store).unit
    }


def test_an_expected_unit_goes_by_the_agency_s_spelling(tmp_path):
    """And knows how its people's records spell it."""
    room = Room(tmp_path, people=1)
    expect(room, SD.upper())
    unit = units(room)[SD.upper()]

    assert (True, SD) == (unit.diharapkan, unit.ejaan)


def test_the_list_of_expected_units_holds_each_once(tmp_path):
    """Blanks and repetitions go, the order stays."""
    room = Room(tmp_path)
    expect(room, " SD  Satu", "", "SD Dua", "sd satu")

    assert ("SD Satu", "SD Dua") == room.store.instansi.unit_diharapkan


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("SD Satu\r\n\r\nSD Dua\n", ("SD Satu", "SD Dua")),
        ("1\tSD Satu\tWonokerto\n2.\tSD Dua\t\n", ("SD Satu", "SD Dua")),
        ('"SD ""Harapan"""\nSD "Melati\n', ('SD "Harapan"', 'SD "Melati')),
        ("\n \n", ()),
    ],
    ids=["lines", "cells", "quotes", "nothing"],
)
def test_units_are_read_from_pasted_text(text, names):
    """One a line; of several cells the first that is no number."""
    assert names == unit_names(text)


@pytest.mark.parametrize(
    ("situation", "said"),
    [
        (lambda room, path: take(room, csv(path, row(20, **BAD))), "ada tolakan"),
        (lambda room, _: return_(room.store, [room.add()], room.act("NIK salah")), "dikembalikan"),
        (lambda room, _: room.add(), "perlu verifikasi"),
        (lambda room, _: (room.add(), room.verify_all()), "tanpa berkas"),
        (lambda room, path: (take(room, csv(path, row(20))), room.verify_all()), "selesai"),
    ],
    ids=["refused", "returned", "draft", "by-hand", "done"],
)
def test_the_state_tells_what_is_to_be_done_first(situation, said, tmp_path):
    """One word a unit."""
    room = Room(tmp_path)
    situation(room, tmp_path)

    assert said == units(room)[SD].keadaan


# files that leave


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
