"""One agency at a glance."""

from datetime import timedelta

from registry.desk.ikhtisar import ikhtisar, window_over
from registry.desk.pegawai import cross_out, nomor_with
from registry.model.codes import AlasanCoret, Fase
from tests.registry.desk.small import CLOSING, OPENING, Room, instansi, periode


def test_crossed_out_people_do_not_count(tmp_path):
    """Three people, one crossed out, none verified."""
    room = Room(tmp_path, people=3)
    cross_out(room.store, nomor_with(room.store)[:1], AlasanCoret.PINDAH, room.act("Pindah ke Batang"))
    found = ikhtisar(room.store, room.moment, periode())

    assert (2, 0, Fase.PENDAFTARAN) == (found.orang, found.terverifikasi, found.instansi.fase)


def test_what_needs_attention_is_the_same_as_in_status(tmp_path):
    """Two drafts; announcing them is possible already."""
    room = Room(tmp_path, people=2)
    found = ikhtisar(room.store, room.moment, periode())

    assert ["draf", "langkah-berikut"] == [todo.kode for todo in found.langkah]


def test_verified_people_count(tmp_path):
    """All of them."""
    room = Room(tmp_path, people=2)
    room.verify_all()
    found = ikhtisar(room.store, room.moment, periode())

    assert (2, 2) == (found.orang, found.terverifikasi)


def test_only_the_end_of_the_window_changes_anything_by_itself(tmp_path):
    """The last moment still belongs to it."""
    room = Room(tmp_path, people=1).announced()
    one = room.store.instansi

    assert [False, False, True] == [window_over(one, at) for at in (OPENING, CLOSING, CLOSING + timedelta(seconds=1))]
    assert not window_over(instansi(), CLOSING)
