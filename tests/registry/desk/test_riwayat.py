"""The journal before a person: what happened to a record, field by field."""

import pytest

from registry.desk.pegawai import change_pegawai, cross_out, verify
from registry.desk.riwayat import changes_of
from registry.errors import UsageRefused
from registry.model.codes import AlasanCoret
from tests.registry.desk.small import Room, periode
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
