"""The board of units: which unit a row belongs to, what it counts as, and sums that add up."""

from random import Random

import pytest

from registry.desk.impor import imports
from registry.desk.papan_unit import board
from registry.desk.pegawai import change_pegawai, cross_out, return_
from registry.desk.register import set_instansi
from registry.desk.tunggu import decide_waiting, waiting
from registry.model.codes import AlasanCoret
from registry.normalise.units import TANPA_UNIT, unit_names
from tests.registry.desk.small import Room, fields, periode
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


@pytest.mark.parametrize(("putusan", "nomor"), [("terima", "3375-000003"), ("perbarui", "3375-000001")])
def test_a_decided_row_belongs_to_the_unit_of_the_person_it_went_to(putusan, nomor, tmp_path):
    """As an accepted one does."""
    room = Room(tmp_path, people=2)
    take(room, csv(tmp_path, row(1, nik=fields(1)["nik"][:-4] + "8001")))
    decide_waiting(room.store, ["T-000001"], putusan, periode(), room.act())
    change_pegawai(room.store, nomor, {"unit_kerja": "SD Lain"}, periode(), room.act())

    assert (1, 1, 0, 0, 0) == counts(room, "SD Lain")


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


@pytest.mark.parametrize("seed", range(6))
def test_the_sums_hold_whatever_arrives(seed, tmp_path):
    """Any files in any order, some of them again: every row read is counted once, and what waits is what the decisions show."""
    random, room = Random(seed), Room(tmp_path, people=3)
    faults = (
        {},
        {},
        {},
        BAD,
        {"tanggal_lahir": "entah"},
        {"nama": "Bambang Harimurti"},
        {"unit_kerja": ""},
        {"jabatan": "Satpam"},
    )
    paths = []
    for n in range(8):
        rows = [
            row(
                random.randrange(12), **{"unit_kerja": random.choice((SD, "SD Dua", "sd  dua"))} | random.choice(faults)
            )
            for _ in range(random.randrange(1, 9))
        ]
        paths.append(csv(tmp_path, *rows, ";;JUMLAH;;;;;", name=f"{n}.csv"))
        take(room, random.choice(paths), unit=random.choice(("", SD)))
        if (asked := waiting(room.store)) and random.random() < 0.5:
            decide_waiting(room.store, [asked[0].nomor], "tolak", periode(), room.act("Orang lain"))
    found, taken = board(room.store), imports(room.store)

    assert (sum(impor.baris_dibaca for impor in taken), sum(impor.hasil["dilewati"] for impor in taken)) == (
        found.dibaca,
        found.dilewati,
    )
    assert (len(waiting(room.store)), room.store.count("pegawai")) == (found.baris.menunggu, found.orang.jumlah)
    assert (
        found.baris.masuk
        == sum(unit.baris.masuk for unit in found.unit)
        == sum(part.baris.masuk for unit in found.unit for part in unit.berkas)
    )


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
