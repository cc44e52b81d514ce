"""Undo: the last change is taken back by one more entry; what it made leaves, what it changed is as it was."""

import tempfile
import time
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from registry.desk.deed import commit, with_pegawai
from registry.desk.fields import read_fields
from registry.desk.numbers import number_all
from registry.desk.pegawai import add_pegawai, change_pegawai
from registry.desk.register import set_instansi
from registry.desk.urungkan import plan_undo, undo
from registry.errors import ActionNotAllowed, PendataanError, StoreReadOnly, UsageRefused
from registry.model.tables import IMPOR, INSTANSI, PEGAWAI, TABLES, TUNGGU
from registry.store.store import Store
from registry.workflow.actions import Action
from registry.workflow.tables import UNDOABLE
from tests.registry.desk.small import Room, fields, periode
from tests.registry.desk.verbs import (
    FIRST,
    SITUATIONS,
    VERBS,
    csv,
    final,
    row,
    scrutiny,
    take,
    waiting_sptjm,
    with_sptjm,
)

COUNTERS = dict.fromkeys(
    ("nomor_terakhir", "nomor_masukan_terakhir", "nomor_impor_terakhir", "nomor_tunggu_terakhir"), 0
)


def state(store):
    """Every present record, the counters of numbers given aside."""
    found = {(table, key): store.get(table, key) for table in TABLES for key in store.keys(table)}
    return {key: replace(row, **COUNTERS) if key[0] == INSTANSI else row for key, row in found.items()}


def taken_back(room):
    """The deed of an undo, as a verb of the room."""
    return undo(room.store, room.act())


@pytest.mark.parametrize("action", sorted(UNDOABLE - {Action.URUNGKAN}), ids=str)
def test_undo_gives_the_state_before(action, tmp_path):
    """Every verb that can be undone; the journal is one entry longer."""
    room = SITUATIONS[action](tmp_path)
    before = state(room.store)
    VERBS[action](room)
    length = room.store.head.seq

    taken_back(room)

    assert (before, length + 1) == (state(room.store), room.store.head.seq)


@pytest.mark.parametrize("action", sorted(UNDOABLE - {Action.URUNGKAN}), ids=str)
def test_undoing_twice_makes_the_change_again(action, tmp_path):
    """There is one last change, in force or undone."""
    room = SITUATIONS[action](tmp_path)
    VERBS[action](room)
    after = state(room.store)

    taken_back(room)
    again = taken_back(room)

    assert (after, True) == (state(room.store), again.again)


@pytest.mark.parametrize("action", sorted(set(VERBS) - UNDOABLE), ids=str)
def test_other_steps_cannot_be_undone(action, tmp_path):
    """Phases and receipts stand; the refusal names the entry, nothing is written."""
    room = SITUATIONS[action](tmp_path)
    VERBS[action](room)
    head = room.store.head

    with pytest.raises(ActionNotAllowed):
        taken_back(room)

    assert head == room.store.head


DEEDS = [Action.ATUR, Action.TAMBAH, Action.UBAH, Action.VERIFIKASI, Action.KEMBALIKAN, Action.AJUKAN_KEMBALI]
DEEDS += [Action.PUTUSKAN_SYARAT, Action.CORET, Action.PULIHKAN, Action.IMPOR, Action.TERIMA_BARIS, Action.TOLAK_BARIS]
DEEDS += [Action.URUNGKAN, Action.PERBARUI_DARI_BARIS]


@settings(max_examples=25, deadline=None)
@given(deeds=st.lists(st.sampled_from(DEEDS), min_size=1, max_size=6))
def test_undo_after_any_deeds_gives_the_state_before_the_last(deeds):
    """Whatever was done before, refused deeds included; and the journal read anew tells the same."""
    with tempfile.TemporaryDirectory() as folder:
        room = Room(Path(folder), people=3)
        states = [state(room.store)]
        for deed in deeds:
            with suppress(PendataanError):
                before, seq = state(room.store), room.store.head.seq
                VERBS[deed](room)
                if room.store.head.seq > seq:
                    states.append(before)
        taken_back(room)
        present = state(room.store)
        room.store.close()
        with Store.open(room.store.folder, operator="Rina") as reopened:
            read_anew = state(reopened)

    assert present == read_anew
    assert len(states) == 1 or states[-1] == present


def test_the_entry_says_what_was_undone(tmp_path):
    """Who and when like any entry; the reason names the entry, and what the operator adds."""
    room = SITUATIONS[Action.VERIFIKASI](tmp_path)
    VERBS[Action.VERIFIKASI](room)
    seq = room.store.head.seq

    undo(room.store, room.act("Salah pilih"))

    note = room.last()
    assert (note.action, note.operator) == ("urungkan", "Rina")
    assert f"Mengurungkan entri {seq} (Verifikasi, Rina). Salah pilih" == note.alasan


def test_doing_again_names_the_entry_that_made_the_change(tmp_path):
    """Not the undo in between."""
    room = SITUATIONS[Action.VERIFIKASI](tmp_path)
    VERBS[Action.VERIFIKASI](room)
    seq = room.store.head.seq
    taken_back(room)

    taken_back(room)

    assert f"Memberlakukan lagi entri {seq} (Verifikasi, Rina)." == room.last().alasan


def test_a_number_is_not_given_to_somebody_else(tmp_path):
    """The person added and undone was 3375-000002; the next one is 3375-000003."""
    room = Room(tmp_path, people=2)
    taken_back(room)

    assert "3375-000003" == room.add()
    assert ["3375-000001", "3375-000003"] == room.store.keys(PEGAWAI)


def test_an_undone_import_leaves_no_number_to_others(tmp_path):
    """Neither that of the file nor those of its waiting rows; the same file can be taken in again."""
    room = Room(tmp_path, people=1)
    path = csv(tmp_path, row(1, nama="Bambang Harimurti"))
    take(room, path)
    taken_back(room)
    take(room, path)
    take(room, csv(tmp_path, row(1, nama="Suryo Harimurti"), name="lain.csv"))

    assert (["I-000002", "I-000003"], ["T-000002", "T-000003"]) == (room.store.keys(IMPOR), room.store.keys(TUNGGU))


def test_before_undoing_it_is_told_what_changes(tmp_path):
    """The person, the field, the present value and the one that comes back."""
    room = Room(tmp_path, people=1)
    VERBS[Action.UBAH](room)
    name = room.store.get(PEGAWAI, FIRST).nama

    assert (
        "Ubah pegawai, oleh Rina, 1 September 2022 pukul 09.02 WIB.",
        "1 orang kembali seperti sebelumnya:",
        f"  {FIRST} {name}: jabatan “Guru Seni” menjadi “Guru Kelas”",
    ) == plan_undo(room.store).lines


def test_before_undoing_an_import_it_is_told_who_leaves(tmp_path):
    """Names of the first, how many in all, what becomes of the file and of waiting rows."""
    room = Room(tmp_path, people=1)
    take(room, csv(tmp_path, row(1, nama="Bambang Harimurti"), row(7), row(8)))

    text = "\n".join(plan_undo(room.store).lines)

    assert "2 orang yang ditambahkan keluar lagi dari catatan: " in text
    assert "Impor I-000001 (unit.csv) dilepas; berkas itu dapat diimpor lagi." in text
    assert "1 baris yang menunggu keputusan hilang dari daftar." in text


def test_planning_writes_nothing(tmp_path):
    """Looking is free."""
    room = Room(tmp_path, people=1)
    head = room.store.head
    plan_undo(room.store)

    assert head == room.store.head


def test_what_was_not_shown_is_not_undone(tmp_path):
    """A change between question and answer refuses the answer."""
    room = Room(tmp_path, people=1)
    plan = plan_undo(room.store)
    added = room.add()

    with pytest.raises(UsageRefused, match="Sementara itu ada perubahan lain"):
        undo(room.store, room.act(), plan)

    assert added in room.store.keys(PEGAWAI)


def test_the_first_entry_cannot_be_undone(tmp_path):
    """An instansi is not unmade."""
    room = Room(tmp_path)

    with pytest.raises(ActionNotAllowed, match="Buat instansi, entri 1"):
        taken_back(room)


def test_settings_can_be_undone_while_the_sptjm_is_waited_for(tmp_path):
    """The scan attached before stays."""
    room = with_sptjm(tmp_path)
    before = room.store.instansi
    set_instansi(room.store, {"tempat": "Batang"}, room.act())
    taken_back(room)

    assert before == room.store.instansi


@pytest.mark.parametrize("situation", [scrutiny, waiting_sptjm, with_sptjm, final], ids=lambda made: made.__name__)
def test_what_came_before_a_large_step_stays(situation, tmp_path):
    """Undo does not reach behind an announcement, a frozen list or the lock."""
    room = situation(tmp_path)

    with pytest.raises(ActionNotAllowed):
        taken_back(room)


def test_during_scrutiny_a_change_is_undone(tmp_path):
    """The published edition is not touched by it."""
    room = scrutiny(tmp_path)
    before = state(room.store)
    change_pegawai(room.store, FIRST, {"jabatan": "Guru Seni"}, periode(), room.act())
    taken_back(room)

    assert before == state(room.store)


def test_a_taken_nik_is_free_again(tmp_path):
    """Whoever was added by mistake does not stand in the way."""
    room = Room(tmp_path)
    room.add_known(5)
    taken_back(room)

    assert "3375-000002" == add_pegawai(room.store, fields(5), periode(), room.act())[0].nomor


def test_a_reader_cannot_undo(tmp_path):
    """The record is somebody else's."""
    room = Room(tmp_path, people=1)
    with Store.open(room.store.folder, operator="Tono") as second, pytest.raises(StoreReadOnly):
        undo(second, room.act())


def test_undoing_many_takes_seconds(tmp_path):
    """10,000 people of one entry in under a second, so 50,000 take seconds too."""
    room = Room(tmp_path)
    person = read_fields(fields(1), periode()).require()
    everybody = [replace(person, nik=f"{n:016d}") for n in range(10_000)]
    instansi, numbered = number_all(room.store.instansi, everybody)
    commit(room.store, Action.IMPOR, room.act(), with_pegawai(numbered, instansi))
    begin = time.monotonic()
    taken_back(room)
    took = time.monotonic() - begin

    assert (0, True) == (room.store.count(PEGAWAI), took < 1)
