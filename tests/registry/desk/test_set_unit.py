"""Moving several people to another unit."""

import pytest
from msgspec.structs import replace

from registry.desk.pegawai import cross_out, decide_syarat, set_unit
from registry.errors import ActionNotAllowed, UsageRefused
from registry.model.codes import AlasanCoret, StatusPegawai, Syarat
from tests.registry.desk.small import Room, periode
from tests.registry.desk.test_pegawai import SECOND, person
from tests.registry.desk.verbs import FIRST


def test_setting_the_unit_is_one_entry(tmp_path):
    """Everybody in the same entry; those verified are drafts again."""
    room = Room(tmp_path, people=3)
    room.verify_all()
    before = room.store.head.seq

    set_unit(room.store, room.store.keys("pegawai"), " SMP  Negeri 2 ", periode(), room.act())

    assert before + 1 == room.store.head.seq
    assert {("SMP Negeri 2", StatusPegawai.DRAF)} == {
        (one.unit_kerja, one.status) for one in room.store.rows("pegawai")
    }


def test_who_is_of_the_unit_already_is_left_alone(tmp_path):
    """They stay verified; nothing is written when that is everybody."""
    room = Room(tmp_path, people=2)
    room.verify_all()
    before = room.store.head

    assert () == set_unit(room.store, [FIRST], person(room).unit_kerja, periode(), room.act())
    assert before == room.store.head


def test_the_unit_changes_nothing_else(tmp_path):
    """Name, decrees, proposal and decision stay."""
    room = Room(tmp_path, people=1)
    decide_syarat(room.store, [FIRST], Syarat.TMS, room.act("SK dicabut"))
    before = person(room)

    (after,) = set_unit(room.store, [FIRST], "SMP Negeri 2", periode(), room.act())

    assert replace(before, unit_kerja="SMP Negeri 2") == after


def test_an_empty_unit_is_refused(tmp_path):
    """Nobody is left without a unit by mistake."""
    room = Room(tmp_path, people=1)

    with pytest.raises(UsageRefused, match="unit kerja belum diisi"):
        set_unit(room.store, [FIRST], "  ", periode(), room.act())


def test_setting_the_unit_of_someone_crossed_out_is_refused(tmp_path):
    """All or nothing, as every bulk verb."""
    room = Room(tmp_path, people=2)
    cross_out(room.store, [SECOND], AlasanCoret.PINDAH, room.act("Pindah"))

    with pytest.raises(ActionNotAllowed):
        set_unit(room.store, [FIRST, SECOND], "SMP Negeri 2", periode(), room.act())
