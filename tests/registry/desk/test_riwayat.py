"""The journal before a person: what happened to a record, field by field."""

from datetime import UTC, date, datetime

import pytest

from registry.desk.differences import differences
from registry.desk.pegawai import change_pegawai, cross_out, verify
from registry.desk.register import set_instansi
from registry.desk.riwayat import RecordChange, Search, change_at, changes_of, find, read_journal
from registry.errors import UsageRefused
from registry.model.codes import AlasanCoret
from registry.model.instansi import Kop
from registry.model.pegawai import Pegawai, Riwayat
from tests.registry.desk.small import Room, act, fields, periode
from tests.registry.desk.verbs import FIRST, csv, row, take

SECOND = "3375-000002"


def test_a_correction_shows_each_field_before_and_after(tmp_path):
    """Who, what, why and the two texts of a field; a corrected record that was a draft stays one."""
    room = Room(tmp_path, people=1)
    change_pegawai(room.store, FIRST, {"jabatan": "Guru Seni"}, periode(), room.act("SK baru"))
    last = changes_of(room.store, FIRST)[-1]

    assert ("ubah-pegawai", "Rina", "SK baru", (("jabatan", "Guru Kelas", "Guru Seni"),)) == (
        last.action,
        last.operator,
        last.alasan,
        last.changes,
    )


def test_the_first_entry_tells_everything_that_was_known(tmp_path):
    """Against nothing: only fields that say something, those of the decree too."""
    first = changes_of(Room(tmp_path, people=1).store, FIRST)[0]
    told = {field: after for field, before, after in first.changes if not before}

    assert ("Guru Kelas", "2018-01-02", "APBD") == (told["jabatan"], told["tanggal_mulai"], told["sumber_gaji"])
    assert "nomor_kk" not in told


def test_verifying_and_crossing_out_change_the_state(tmp_path):
    """The proposal becomes the decision; the reason of a crossing out is part of the record."""
    room = Room(tmp_path, people=1)
    verify(room.store, [FIRST], room.act())
    cross_out(room.store, [FIRST], AlasanCoret.PINDAH, room.act("Pindah ke Batang"))

    assert [
        (("status", "DRAF", "TERVERIFIKASI"), ("syarat", "", "MS")),
        (
            ("status", "TERVERIFIKASI", "DICORET"),
            ("alasan_status", "", "Pindah ke Batang"),
            ("alasan_coret", "", "pindah"),
        ),
    ] == [change.changes for change in changes_of(room.store, FIRST)[1:]]


def test_other_people_and_other_entries_stay_out(tmp_path):
    """An import that changes one of two people is the history of that one."""
    room = Room(tmp_path, people=2)
    take(room, csv(tmp_path, row(1, jabatan="Guru Seni")))

    assert (["tambah-pegawai", "impor"], ["tambah-pegawai"]) == (
        [change.action for change in changes_of(room.store, FIRST)],
        [change.action for change in changes_of(room.store, SECOND)],
    )


def test_an_unknown_number_is_refused(tmp_path):
    """There is no history of nobody."""
    with pytest.raises(UsageRefused, match="Tidak ada pegawai"):
        changes_of(Room(tmp_path).store, "3375-999999")


# searching


def seqs(room, **wanted):
    """Numbers of the entries found, newest first."""
    jurnal = read_journal(room.store)
    return [note.seq for note, here in zip(jurnal.entries, find(jurnal, Search(**wanted)), strict=True) if here]


def test_the_newest_entry_comes_first(tmp_path):
    """Nothing looked for: everything."""
    assert [3, 2, 1] == seqs(Room(tmp_path, people=2))


@pytest.mark.parametrize("said", ["nomor", "nik", "nama"])
def test_a_person_is_found_by_number_nik_or_name(tmp_path, said):
    """Only the entries that touched that record."""
    room = Room(tmp_path, people=2)
    verify(room.store, [SECOND], room.act())
    words = {"nomor": SECOND, "nik": fields(2)["nik"], "nama": fields(2)["nama"].upper()}[said]

    assert [4, 3] == seqs(room, words=words)


def test_words_of_the_entry_and_of_the_person_together(tmp_path):
    """`verifikasi` stands in the entry, the number in the record it touched."""
    room = Room(tmp_path, people=2)
    verify(room.store, [FIRST, SECOND], room.act())

    assert [4] == seqs(room, words=f"verifikasi {SECOND}")


def test_words_of_two_people_find_nothing(tmp_path):
    """What the entry does not say must all belong to one person."""
    room = Room(tmp_path, people=2)
    verify(room.store, [FIRST, SECOND], room.act())

    assert [] == seqs(room, words=f"{FIRST} {SECOND}")


def test_reasons_and_actions_are_searched(tmp_path):
    """By the words a history line shows, case ignored."""
    room = Room(tmp_path, people=1)
    cross_out(room.store, [FIRST], AlasanCoret.PINDAH, room.act("Pindah ke Batang"))

    assert ([3], [3]) == (seqs(room, words="BATANG"), seqs(room, action="coret"))


def test_operators_are_told_apart(tmp_path):
    """As recorded, case ignored."""
    room = Room(tmp_path, people=1)
    verify(room.store, [FIRST], act(room.moment, operator="Budi"))

    assert ([3], [2, 1]) == (seqs(room, operator="budi"), seqs(room, operator="Rina"))


def test_days_are_those_of_the_clocks_there(tmp_path):
    """18.00 UTC on 1 September is already the second in Pekalongan."""
    room = Room(tmp_path, people=1)
    verify(room.store, [FIRST], room.act(moment=datetime(2022, 9, 1, 18, 0, tzinfo=UTC)))

    assert ([3], [2, 1]) == (seqs(room, sejak=date(2022, 9, 2)), seqs(room, sampai=date(2022, 9, 1)))


def test_reading_can_be_stopped(tmp_path):
    """What progress raises goes through."""

    def stop(_done, _total):
        raise InterruptedError

    with pytest.raises(InterruptedError):
        read_journal(Room(tmp_path, people=1).store, stop)


# one entry


def test_an_entry_is_summed_up_by_what_it_touched(tmp_path):
    """One person by name; counters of the instansi are not told beside them."""
    room = Room(tmp_path, people=1)
    take(room, csv(tmp_path, row(5), row(6)))
    jurnal = read_journal(room.store)

    assert ["2 orang, berkas impor I-000001", f"{fields(1)['nama']} {FIRST}", "instansi"] == [
        jurnal.summary(note) for note in jurnal.entries
    ]


def test_the_records_of_an_entry_begin_with_people(tmp_path):
    """With their names."""
    room = Room(tmp_path, people=1)
    jurnal = read_journal(room.store)

    assert [("pegawai", FIRST, fields(1)["nama"]), ("instansi", "3375", "")] == [
        (one.table, one.key, one.nama) for one in jurnal.touched(jurnal.entries[0])
    ]


def test_what_one_entry_did_to_one_record(tmp_path):
    """Later changes do not show."""
    room = Room(tmp_path, people=1)
    for jabatan in ("Guru Seni", "Guru Olahraga"):
        change_pegawai(room.store, FIRST, {"jabatan": jabatan}, periode(), room.act())

    assert RecordChange(baru=False, changes=(("jabatan", "Guru Kelas", "Guru Seni"),)) == change_at(
        room.store, 3, "pegawai", FIRST
    )
    assert change_at(room.store, 2, "pegawai", FIRST).baru


def test_settings_of_the_instansi_are_compared_too(tmp_path):
    """Fields within a field by both names."""
    room = Room(tmp_path)
    set_instansi(room.store, {"tempat": "Batang", "kop": Kop(alamat="Jalan Mataram 1")}, room.act())

    assert (("tempat", "Pekalongan", "Batang"), ("kop alamat", "", "Jalan Mataram 1")) == tuple(
        sorted(change_at(room.store, 2, "instansi", "3375").changes, reverse=True)
    )


def test_a_second_decree_is_one_line():
    """The first decree counts field by field, the others are told whole."""
    first = Riwayat(nomor_sk="800/1", tanggal_mulai=date(2020, 1, 1))
    second = Riwayat(nomor_sk="800/2", tanggal_mulai=date(2021, 1, 1), tanggal_akhir=date(2021, 12, 31))
    before = Pegawai(nomor=FIRST, nik="", nama="", riwayat=(first,))
    after = Pegawai(nomor=FIRST, nik="", nama="", riwayat=(Riwayat(tanggal_mulai=date(2020, 2, 1)), second))

    assert (
        ("nomor_sk", "800/1", ""),
        ("tanggal_mulai", "2020-01-01", "2020-02-01"),
        ("riwayat", "", "800/2, 01-01-2021 s.d. 31-12-2021"),
    ) == differences(before, after)
