"""The work history as the form edits it."""

from datetime import date

import pytest

from registry.desk.pegawai import change_pegawai, check_fields
from registry.desk.sk import Sk, history_of, read_sk, texts_of
from registry.errors import RecordChanged, UsageRefused
from registry.model.finding import Finding
from registry.model.pegawai import Pegawai, Riwayat
from tests.registry.desk.small import Room, periode
from tests.registry.desk.verbs import FIRST

SECOND_SK = {"nomor_sk": "800/77/2023", "tanggal_mulai": "1 Januari 2023", "tanggal_akhir": "31-12-2023"}


def person(room):
    return room.store.get("pegawai", FIRST)


def codes(findings):
    return [finding.kode for finding in findings]


def with_incomplete_start():
    """A person from a file that told only the year."""
    incomplete = Finding("tanggal-mulai-tidak-lengkap", "tanggal_mulai", "2019", "Hanya tahun.")
    return Pegawai(
        nomor=FIRST, nik="", nama="Sari", riwayat=(Riwayat("1", tanggal_mulai=date(2019, 1, 1)),), temuan=(incomplete,)
    )


def test_texts_become_a_decree():
    """Read as files are."""
    assert Sk(Riwayat("800/77/2023", None, date(2023, 1, 1), date(2023, 12, 31))) == read_sk(SECOND_SK)


def test_a_decree_reads_back_as_itself():
    """Opening and accepting changes nothing."""
    sk = read_sk({**SECOND_SK, "jabatan": "Guru", "sumber_gaji": "APBD II", "penanda_tangan": "Bupati"}).sk

    assert sk == read_sk(texts_of(sk)).sk


def test_until_now_is_no_end():
    """And nothing to remark."""
    assert (None, (), ()) == (
        (read := read_sk({**SECOND_SK, "tanggal_akhir": "s.d. sekarang"})).sk.tanggal_akhir,
        read.temuan,
        read.halangan,
    )


def test_only_a_year_is_remarked_and_taken():
    """As in a file: its first day."""
    read = read_sk({"nomor_sk": "1", "tanggal_mulai": "2019"})

    assert (date(2019, 1, 1), ["tanggal-mulai-tidak-lengkap"], ()) == (
        read.sk.tanggal_mulai,
        codes(read.temuan),
        read.halangan,
    )


@pytest.mark.parametrize("name", ["tanggal_sk", "tanggal_mulai", "tanggal_akhir"])
def test_an_unreadable_date_is_not_taken(name):
    """The person is still there and can say what they mean."""
    assert [name] == [finding.kolom for finding in read_sk({"nomor_sk": "1", name: "31-02-2020"}).halangan]


def test_a_decree_without_number_and_dates_is_none():
    """Nothing tells it from another."""
    assert ["sk-kosong"] == codes(read_sk({"jabatan": "Guru"}).halangan)


def test_the_same_decree_stands_there_once():
    """Recognised as imports recognise it."""
    assert ["sk-sudah-ada"] == codes(
        read_sk({**SECOND_SK, "nomor_sk": "800 / 77 / 2023."}, [read_sk(SECOND_SK).sk]).halangan
    )


def test_an_end_before_the_start_is_remarked():
    """It can be saved; it counts nothing."""
    read = read_sk({"nomor_sk": "1", "tanggal_mulai": "02-01-2020", "tanggal_akhir": "01-01-2020"})

    assert (["tanggal-akhir-sebelum-mulai"], ()) == (codes(read.temuan), read.halangan)


def test_fields_and_history_are_saved_in_one_entry(tmp_path):
    """One change, one line of the journal."""
    room = Room(tmp_path, people=1)
    before, seq = person(room), room.store.head.seq
    history = (*history_of(before), read_sk(SECOND_SK))
    change_pegawai(room.store, FIRST, {"jabatan": "Guru Seni"}, periode(), room.act(), riwayat=history)

    assert (seq + 1, "Guru Seni", (*before.riwayat, read_sk(SECOND_SK).sk)) == (
        room.store.head.seq,
        person(room).jabatan,
        person(room).riwayat,
    )


def test_a_removed_decree_is_gone_and_the_rules_look_again(tmp_path):
    """Without any decree nobody knows the length of service."""
    room = Room(tmp_path, people=1)
    saved, _ = change_pegawai(room.store, FIRST, {}, periode(), room.act(), riwayat=())

    assert ((), ["masa-kerja-tidak-diketahui"]) == (saved.riwayat, codes(saved.temuan_syarat))


def test_the_same_history_writes_nothing(tmp_path):
    """Opening and saving a record changes nothing."""
    room = Room(tmp_path, people=1)
    before = room.store.head
    change_pegawai(room.store, FIRST, {}, periode(), room.act(), riwayat=history_of(person(room)))

    assert before == room.store.head


def test_a_history_with_an_unsound_decree_is_refused(tmp_path):
    """The core does not rely on the dialog."""
    room = Room(tmp_path, people=1)
    history = (*history_of(person(room)), read_sk({"tanggal_mulai": "31-02-2020"}))

    with pytest.raises(UsageRefused):
        change_pegawai(room.store, FIRST, {}, periode(), room.act(), riwayat=history)


def test_a_remark_stays_while_its_decree_says_the_same():
    """Another decree beside it changes nothing about it; the rule that looks at it goes on looking."""
    base = with_incomplete_start()
    history = (*history_of(base), read_sk(SECOND_SK))

    assert ["tanggal-mulai-tidak-lengkap"] == [
        one.kode for one in check_fields({}, periode(), base, history).rancangan.temuan if one.kolom == "tanggal_mulai"
    ]


def test_a_remark_goes_with_what_it_was_about():
    """The start is known now."""
    base = with_incomplete_start()
    history = (read_sk({"nomor_sk": "1", "tanggal_mulai": "15-07-2019"}),)

    assert [] == [
        one.kode for one in check_fields({}, periode(), base, history).rancangan.temuan if one.kolom == "tanggal_mulai"
    ]


def test_a_record_that_changed_meanwhile_is_not_overwritten(tmp_path):
    """What differs is named; nothing is written."""
    room = Room(tmp_path, people=1)
    seen = person(room)
    change_pegawai(room.store, FIRST, {"tempat_lahir": "Batang"}, periode(), room.act())
    before = room.store.head

    with pytest.raises(RecordChanged) as refused:
        change_pegawai(room.store, FIRST, {"jabatan": "Guru Seni"}, periode(), room.act(), seen=seen)

    assert (("tempat_lahir",), before) == (refused.value.fields, room.store.head)


def test_a_record_that_is_as_it_was_seen_is_changed(tmp_path):
    """The usual case."""
    room = Room(tmp_path, people=1)
    change_pegawai(room.store, FIRST, {"jabatan": "Guru Seni"}, periode(), room.act(), seen=person(room))

    assert "Guru Seni" == person(room).jabatan
