"""Gates tell what stands in the way, and next steps what to do."""

import pytest

from registry.desk.gates import gates, next_steps
from registry.desk.masukan import receive_usulan
from registry.model.codes import Fase
from registry.workflow.actions import Action
from tests.registry.desk.small import AFTERWARDS, OPENING, Room, periode
from tests.registry.desk.verbs import final, fresh, over, scrutiny, waiting_sptjm, with_sptjm, with_usulan, with_waiting


def unmet(room, *, blocking, moment=None):
    return {
        gate.kode
        for gate in gates(room.store, moment or room.moment, periode())
        if not gate.terpenuhi and gate.menghalangi is blocking
    }


def todo(room, moment=None):
    return [(step.kode, step.action) for step in next_steps(room.store, moment or room.moment, periode())]


def test_the_gates_are_those_of_the_next_step(tmp_path):
    """Without asking for one."""
    room = fresh(tmp_path)

    assert {Action.UMUMKAN} == {gate.langkah for gate in gates(room.store, room.moment, periode())}


def test_waiting_rows_do_not_stop_the_announcement_but_are_told(tmp_path):
    """The operator decides; the gate says what it means."""
    room = with_waiting(tmp_path)
    told = {gate.kode: gate.pesan for gate in gates(room.store, room.moment, periode()) if not gate.terpenuhi}

    assert (set(), "1 baris impor masih menunggu keputusan; orangnya tidak ikut diumumkan.") == (
        unmet(room, blocking=True),
        told["tunggu-diputus"],
    )


def test_drafts_and_missing_letter_settings_are_advice(tmp_path):
    """They do not stop the announcement."""
    assert {"semua-terverifikasi", "kop-diisi", "ppk-diisi", "alamat-masukan-diisi"} == unmet(
        fresh(tmp_path), blocking=False
    )


def test_an_empty_record_cannot_be_announced(tmp_path):
    """Nobody is on the list."""
    assert {"ada-orang"} == unmet(Room(tmp_path), blocking=True)


def test_the_undecided_stop_the_announcement(tmp_path):
    """MS or TMS of everybody on the list."""
    room = Room(tmp_path)
    room.add(sumber_gaji="BOS")

    assert {"syarat-diputus"} == unmet(room, blocking=True)


def test_the_letters_deadline_is_advice(tmp_path):
    """30 September 2022 has passed; a late list is better than none."""
    assert "tenggat" in unmet(fresh(tmp_path), blocking=False, moment=OPENING)


@pytest.mark.parametrize(
    ("situation", "moment", "expected"),
    [
        (scrutiny, None, {"uji-publik-berakhir", "semua-terverifikasi"}),
        (with_usulan, AFTERWARDS, {"masukan-diputus", "semua-terverifikasi"}),
        (over, None, set()),
        (waiting_sptjm, None, {"sptjm-terlampir"}),
        (with_sptjm, None, set()),
        (final, None, set()),
    ],
    ids=["window-open", "usulan-waits", "ready", "no-sptjm", "sptjm", "final"],
)
def test_what_stands_in_the_way(situation, moment, expected, tmp_path):
    """Every blocking gate of the step that comes next."""
    assert expected == unmet(situation(tmp_path), blocking=True, moment=moment)


def test_waiting_rows_stop_the_final_list(tmp_path):
    """Nobody falls out silently."""
    room = with_waiting(tmp_path).announced()
    room.verify_all()

    assert {"tunggu-diputus"} == unmet(room, blocking=True, moment=AFTERWARDS)


def test_a_final_instansi_has_no_gates(tmp_path):
    """Nothing comes after it."""
    room = final(tmp_path)

    assert (Fase.FINAL, [], []) == (room.store.instansi.fase, gates(room.store, room.moment, periode()), todo(room))


def test_an_empty_record_wants_files(tmp_path):
    """The first thing to do."""
    assert [("kosong", Action.IMPOR)] == todo(Room(tmp_path))


def test_registration_wants_decisions_then_the_announcement(tmp_path):
    """In the order of work."""
    assert [
        ("tunggu", Action.TERIMA_BARIS),
        ("draf", Action.VERIFIKASI),
        ("langkah-berikut", Action.UMUMKAN),
    ] == todo(with_waiting(tmp_path))


def test_during_the_window_proposals_come_first(tmp_path):
    """And the end of the window is told."""
    room = with_usulan(tmp_path)
    room.verify_all()

    assert [("masukan", Action.KABULKAN), ("uji-publik-berjalan", None)] == todo(room)


def test_after_the_window_the_final_list_is_next(tmp_path):
    """Once everything is settled."""
    assert [("langkah-berikut", Action.SUSUN_FINAL)] == todo(over(tmp_path))


def test_then_the_sptjm_and_then_finalisasi(tmp_path):
    """One after the other."""
    assert ([("sptjm", Action.LAMPIRKAN_SPTJM)], [("langkah-berikut", Action.FINALISASI)]) == (
        todo(waiting_sptjm(tmp_path / "a")),
        todo(with_sptjm(tmp_path / "b")),
    )


def test_counts_are_in_the_words(tmp_path):
    """So many proposals wait."""
    room = with_usulan(tmp_path)
    receive_usulan(room.store, room.act(), nama="Budi Contoh", isi="Belum terdaftar")

    assert "2 usulan atau sanggahan menunggu keputusan." == next_steps(room.store, room.moment, periode())[0].pesan
