"""What holds for every verb: one journal entry, refused where the table has no step, refused without its reason."""

import itertools
from datetime import timedelta

import pytest
from msgspec.structs import replace

from registry.desk.pegawai import set_unit
from registry.errors import ActionNotAllowed, StoreReadOnly, UsageRefused
from registry.model.codes import Fase
from registry.store.store import Store
from registry.workflow.actions import ACTIONS, Action
from registry.workflow.tables import INSTANSI_TABLE
from tests.registry.desk.small import periode
from tests.registry.desk.verbs import FIRST, PHASES, SITUATIONS, VERBS

REFUSED = [(fase, action) for fase, action in itertools.product(Fase, VERBS) if (fase, action) not in INSTANSI_TABLE]


@pytest.fixture(scope="module")
def rooms(tmp_path_factory):
    """One room a phase, made when first asked for; refused verbs leave it as it is."""
    made = {}

    def room(fase):
        if fase not in made:
            made[fase] = PHASES[fase](tmp_path_factory.mktemp("phase"))
        return made[fase]

    yield room
    for one in made.values():
        one.store.close()


def with_act(room, **changes):
    """The room, its acts changed."""
    plain = room.act
    room.act = lambda alasan="", moment=None: replace(plain(alasan, moment), **changes)
    return room


def test_every_action_has_a_verb():
    """Creating aside, which the workspace does."""
    assert set(Action) - {Action.BUAT} == set(VERBS)


@pytest.mark.parametrize("action", VERBS, ids=str)
def test_a_verb_writes_one_entry_with_its_own_code(action, tmp_path):
    """What, who and when stand in one entry."""
    room = SITUATIONS[action](tmp_path)
    before = room.store.head.seq

    VERBS[action](room)

    note = room.last()
    assert (before + 1, action.value, "Rina", room.moment) == (note.seq, note.action, note.operator, note.waktu)


@pytest.mark.parametrize("action", [action for action in VERBS if ACTIONS[action].alasan], ids=str)
def test_a_verb_that_needs_a_reason_is_refused_without(action, tmp_path):
    """Blanks are no reason; nothing is written."""
    room = with_act(SITUATIONS[action](tmp_path), alasan="  ")
    before = room.store.head

    with pytest.raises(UsageRefused, match="memerlukan alasan"):
        VERBS[action](room)

    assert before == room.store.head


@pytest.mark.parametrize(("fase", "action"), REFUSED, ids=str)
def test_a_verb_is_refused_in_a_phase_without_that_step(fase, action, rooms):
    """Every verb, every phase the table does not name; nothing is written."""
    room = rooms(fase)
    before = room.store.head

    with pytest.raises(ActionNotAllowed):
        VERBS[action](room)

    assert before == room.store.head


@pytest.mark.parametrize("action", [Action.ATUR, Action.TAMBAH, Action.VERIFIKASI, Action.CORET, Action.UMUMKAN])
def test_an_act_before_the_newest_entry_is_refused(action, tmp_path):
    """Both times are told, in the zone of the instansi."""
    room = SITUATIONS[action](tmp_path)
    earlier = with_act(room, waktu=room.moment - timedelta(hours=1))

    with pytest.raises(UsageRefused) as refused:
        VERBS[action](earlier)

    assert (
        "Waktu tindakan (1 September 2022 pukul 08.03 WIB) lebih awal daripada catatan terakhir di jurnal"
        " (1 September 2022 pukul 09.03 WIB)."
    ) == refused.value.what


@pytest.mark.parametrize(
    "fase", [Fase.PENDAFTARAN, Fase.UJI_PUBLIK, Fase.PERPANJANGAN, Fase.MENUNGGU_SPTJM, Fase.FINAL]
)
def test_setting_units_follows_the_step_of_a_change(fase, rooms):
    """The second verb of UBAH: one entry with its code where the phase knows the step, refused elsewhere."""
    room = rooms(fase)
    before = room.store.head.seq

    if (fase, Action.UBAH) in INSTANSI_TABLE:
        set_unit(room.store, [FIRST], f"SD {fase}", periode(), room.act())
        assert (before + 1, Action.UBAH.value) == (room.last().seq, room.last().action)
    else:
        with pytest.raises(ActionNotAllowed):
            set_unit(room.store, [FIRST], f"SD {fase}", periode(), room.act())
        assert before == room.store.head.seq


def test_an_act_at_the_same_moment_is_fine(tmp_path):
    """Clocks have seconds, hands are quicker."""
    room = SITUATIONS[Action.ATUR](tmp_path)

    VERBS[Action.ATUR](with_act(room, waktu=room.moment))

    assert room.last().action == "atur-instansi"


@pytest.mark.parametrize(("change", "said"), [({"operator": " "}, "Nama petugas"), ({"waktu": None}, "zona waktu")])
def test_an_act_without_author_or_zone_is_refused(change, said, tmp_path):
    """The journal must tell who and when."""
    room = SITUATIONS[Action.ATUR](tmp_path)
    naive = {"waktu": room.moment.replace(tzinfo=None)}

    with pytest.raises(UsageRefused, match=said):
        VERBS[Action.ATUR](with_act(room, **(naive if "waktu" in change else change)))


def test_a_reader_cannot_write(tmp_path):
    """The second opener is told who holds the record."""
    room = SITUATIONS[Action.ATUR](tmp_path)
    with Store.open(room.store.folder, operator="Tono") as second:
        room.store, first = second, room.store

        with pytest.raises(StoreReadOnly):
            VERBS[Action.ATUR](room)

    first.close()
