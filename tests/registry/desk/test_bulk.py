"""What a verb on several people would change, told before it does."""

import itertools

import pytest
from msgspec.structs import replace

from registry.desk.bulk import plan_bulk
from registry.desk.pegawai import cross_out, decide_syarat, restore, resubmit, return_, set_unit, verify
from registry.errors import ActionNotAllowed, PendataanError, UsageRefused
from registry.model.codes import AlasanCoret, StatusPegawai, Syarat
from registry.store.change import Change
from registry.workflow.actions import Action
from tests.registry.desk.small import Room, periode
from tests.registry.desk.verbs import FIRST

UNIT = "SMP Negeri 2"
OLD_UNIT = "SD Negeri Kandang Panjang 01"
VERBS = {
    Action.VERIFIKASI: ("", lambda r, n: verify(r.store, n, r.act())),
    Action.KEMBALIKAN: ("", lambda r, n: return_(r.store, n, r.act("SK kurang"))),
    Action.AJUKAN_KEMBALI: ("", lambda r, n: resubmit(r.store, n, r.act("Sudah benar"))),
    Action.CORET: ("", lambda r, n: cross_out(r.store, n, AlasanCoret.PINDAH, r.act("Pindah"))),
    Action.PULIHKAN: ("", lambda r, n: restore(r.store, n, r.act("Keliru"))),
    Action.PUTUSKAN_SYARAT: ("TMS", lambda r, n: decide_syarat(r.store, n, Syarat.TMS, r.act("SK dicabut"))),
    Action.UBAH: (UNIT, lambda r, n: set_unit(r.store, n, UNIT, periode(), r.act())),
}
INTO = {
    StatusPegawai.DRAF: lambda _room: None,
    StatusPegawai.TERVERIFIKASI: lambda room: verify(room.store, [FIRST], room.act()),
    StatusPegawai.DIKEMBALIKAN: lambda room: return_(room.store, [FIRST], room.act("SK kurang")),
    StatusPegawai.DICORET: lambda room: cross_out(room.store, [FIRST], AlasanCoret.KELUAR, room.act("Berhenti")),
}


def done(room, action):
    try:
        VERBS[action][1](room, [FIRST])
    except PendataanError:
        return False
    return True


@pytest.mark.parametrize(("action", "status"), list(itertools.product(VERBS, StatusPegawai)), ids=str)
def test_the_plan_and_the_verb_agree(action, status, tmp_path):
    """Whoever is planned can be done, whoever is hindered cannot: every verb, every state."""
    room = Room(tmp_path, people=1)
    INTO[status](room)
    plan = plan_bulk(room.store, action, [FIRST], VERBS[action][0])

    assert bool(plan.berubah) == done(room, action)
    assert bool(plan.berubah) != bool(plan.terhalang)


def test_someone_undecided_cannot_be_verified(tmp_path):
    """The reason is told; the others are planned."""
    room = Room(tmp_path, people=1)
    undecided = room.add(sumber_gaji="BOS")
    plan = plan_bulk(room.store, Action.VERIFIKASI, [FIRST, undecided])

    assert ((FIRST,), ["belum diputuskan MS atau TMS"]) == (plan.nomor, [one.sebab for one in plan.terhalang])


def test_someone_whose_nik_is_taken_cannot_be_restored(tmp_path):
    """The record that has it is named, the NIK is not."""
    room = Room(tmp_path, people=1)
    cross_out(room.store, [FIRST], AlasanCoret.GANDA, room.act("Ganda"))
    twin = replace(room.store.get("pegawai", FIRST), nomor="3375-000009", status=StatusPegawai.DRAF)
    room.store.commit(Change(action="impor", act=room.act(), puts={"pegawai": {twin.nomor: twin}}))
    plan = plan_bulk(room.store, Action.PULIHKAN, [FIRST])

    assert ["NIK-nya tercatat juga pada 3375-000009"] == [one.sebab for one in plan.terhalang]


def test_from_what_to_what_is_told(tmp_path):
    """Old unit to new unit; someone verified becomes a draft."""
    room = Room(tmp_path, people=2)
    verify(room.store, [FIRST], room.act())
    plan = plan_bulk(room.store, Action.UBAH, room.store.keys("pegawai"), f" {UNIT} ")

    assert [
        (f"{OLD_UNIT}", UNIT, 1),
        (f"{OLD_UNIT} (Terverifikasi)", f"{UNIT} (Draf)", 1),
    ] == plan.kinds()


def test_those_as_wanted_already_are_counted_apart(tmp_path):
    """Nobody would change."""
    room = Room(tmp_path, people=2)
    plan = plan_bulk(room.store, Action.UBAH, room.store.keys("pegawai"), OLD_UNIT)

    assert ((), 2) == (plan.berubah, plan.tetap)


@pytest.mark.parametrize(("syarat", "needed"), [("MS", False), ("TMS", True)])
def test_a_decision_against_the_rules_needs_a_reason(syarat, needed, tmp_path):
    """Known before the question is asked."""
    room = Room(tmp_path, people=1)

    assert needed is plan_bulk(room.store, Action.PUTUSKAN_SYARAT, [FIRST], syarat).perlu_alasan


def test_reasons_come_with_those_they_concern(tmp_path):
    """The most frequent first."""
    room = Room(tmp_path, people=2)
    verify(room.store, room.store.keys("pegawai"), room.act())
    room.add(nama="Bimo Contoh", sumber_gaji="BOS")
    plan = plan_bulk(room.store, Action.VERIFIKASI, room.store.keys("pegawai"))

    assert [
        ("berstatus Terverifikasi", tuple(one.nama for one in plan.terhalang[:2])),
        ("belum diputuskan MS atau TMS", ("Bimo Contoh",)),
    ] == plan.hindrances()


def test_nothing_is_planned_in_a_phase_without_that_step(tmp_path):
    """The same refusal as the verb's."""
    room = Room(tmp_path, people=1).composed()

    with pytest.raises(ActionNotAllowed):
        plan_bulk(room.store, Action.CORET, [FIRST])


@pytest.mark.parametrize(("numbers", "value"), [([], UNIT), ([FIRST], "  ")])
def test_nobody_or_no_value_is_refused(numbers, value, tmp_path):
    """Both must be given."""
    room = Room(tmp_path, people=1)

    with pytest.raises(UsageRefused):
        plan_bulk(room.store, Action.UBAH, numbers, value)


def test_planning_writes_nothing(tmp_path):
    """The journal stays as it is."""
    room = Room(tmp_path, people=1)
    before = room.store.head
    plan_bulk(room.store, Action.CORET, [FIRST])

    assert before == room.store.head
