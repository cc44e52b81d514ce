"""What waits for a person, in groups; NIKs proposed for damaged ones."""

from datetime import date

import pytest

from registry.desk.antrean import Kelompok, kelompok_of, nik_fault, nik_proposal, sebab_in_words, without_syarat
from registry.desk.pegawai import cross_out, decide_syarat
from registry.desk.tunggu import waiting
from registry.model.codes import AlasanCoret, JenisKelamin, Syarat
from registry.model.finding import Finding
from registry.model.impor import BarisTunggu
from registry.model.pegawai import Pegawai
from tests.registry.desk.small import Room, fields
from tests.registry.desk.verbs import FIRST, csv, row, take, twins, with_waiting

NIK = "3375014101859001"


def waits(sebab, seen="", *more, nik=NIK):
    """A row that waits for this reason."""
    calon = Pegawai(nomor="", nik=nik, nama="Sari", tanggal_lahir=date(1985, 1, 1), jenis_kelamin=JenisKelamin.P)
    temuan = (Finding(sebab, "nik", seen, "Periksa pada KTP."), *more)
    return BarisTunggu(
        nomor="T-000001", impor="I-000001", lembar=None, nomor_baris=2, sebab=sebab, calon=calon, temuan=temuan
    )


@pytest.mark.parametrize(
    ("sebab", "kelompok"),
    [
        ("mirip-orang-lain", Kelompok.MIRIP),
        ("nik-sama-nama-beda", Kelompok.BENTROK),
        ("nik-sama-tanggal-lahir-beda", Kelompok.BENTROK),
        ("nik-sudah-dicoret", Kelompok.DICORET),
        ("nik-huruf-mirip-angka", Kelompok.NIK),
        ("nik-ilmiah", Kelompok.NIK),
        ("nik-berisi-kk", Kelompok.NIK),
        ("tanggal-lahir-dua-tanggal", Kelompok.LAINNYA),
    ],
)
def test_rows_are_grouped_by_what_there_is_to_decide(sebab, kelompok):
    """A damaged NIK is another question than a likely duplicate."""
    assert kelompok is kelompok_of(waits(sebab))


@pytest.mark.parametrize(
    ("sebab", "seen", "left"),
    [
        ("nik-ilmiah", "3,37501E+15", "337501··········"),
        ("nik-dari-angka", "3375014101859000", "337501410185900·"),
        ("nik-lewat-float", "3375014101859000.0", "337501410185900·"),
        ("nik-huruf-mirip-angka", "33750l4101859001", "33750·4101859001"),
        ("nik-kk-tertukar", "3375010101100001", ""),
    ],
)
def test_the_digits_that_are_left_are_shown(sebab, seen, left):
    """What stands in the cell beside what is proposed; of a swapped family card number nothing is left."""
    recovery = Finding("nik-usul-pemulihan", "nik", NIK, "Mungkin yang dimaksud ini.")

    assert left == nik_proposal(waits(sebab, seen, recovery)).tersisa


def test_a_proposal_says_why():
    """The damage, the recovery, and that the digits agree with the row."""
    proposal = nik_proposal(waits("nik-ilmiah", "3,37501E+15", Finding("nik-usul-pemulihan", "nik", NIK, "Cocok.")))

    assert (NIK, "Cocok.", True) == (proposal.usul, proposal.mengapa[1], "cocok dengan isian" in proposal.mengapa[-1])


def test_a_proposal_that_contradicts_the_row_says_so():
    """Its birth date is another."""
    proposal = nik_proposal(waits("nik-huruf-mirip-angka", nik="3375014202859001"))

    assert "berbeda dengan 1 Januari 1985" in proposal.mengapa[-1]


def test_a_family_card_number_is_not_proposed():
    """There is none to propose: the identity card must tell."""
    assert "" == nik_proposal(waits("nik-berisi-kk", "3375010101100001")).usul


def test_other_rows_have_no_proposal(tmp_path):
    """Their NIK is sound."""
    assert [None] == [nik_proposal(one) for one in waiting(twins(tmp_path).store)]


@pytest.mark.parametrize(("text", "said"), [(NIK, ""), ("3375", "16"), ("3375014101850000", "0000")])
def test_a_typed_nik_is_judged_by_the_same_rules(text, said):
    """Empty when it can be taken."""
    assert bool(said) == bool(nik_fault(text))
    assert said in nik_fault(text)


def contested(folder):
    """Two people paid by BOS, about whom a person decides."""
    room = Room(folder, people=1)
    take(room, csv(folder, row(20, sumber_gaji="BOS"), row(21, sumber_gaji="BOS")))
    return room


def test_people_whom_the_rules_leave_open_wait(tmp_path):
    """With the codes of what is open."""
    found = without_syarat(contested(tmp_path).store)

    assert [(fields(20)["nama"], ("sumber-gaji-bos",)), (fields(21)["nama"], ("sumber-gaji-bos",))] == [
        (one.nama, one.sebab) for one in found
    ]


def test_the_decided_and_the_crossed_out_do_not_wait(tmp_path):
    """Nothing is left to decide about them."""
    room = contested(tmp_path)
    first, second = (one.nomor for one in without_syarat(room.store))
    decide_syarat(room.store, [first], Syarat.TMS, room.act("BOS"))
    cross_out(room.store, [second], AlasanCoret.PINDAH, room.act("Pindah"))

    assert [] == without_syarat(room.store)


@pytest.mark.parametrize(("kode", "word"), [("sumber-gaji-bos", "Gaji dari BOS"), ("hal-baru", "Hal baru")])
def test_reasons_have_short_names(kode, word):
    """A code without a name of its own is readable too."""
    assert word == sebab_in_words(kode)


def test_a_clash_is_in_its_own_group(tmp_path):
    """From a real file."""
    room = with_waiting(tmp_path)

    assert [(FIRST, Kelompok.BENTROK)] == [(one.lawan, kelompok_of(one)) for one in waiting(room.store)]
