"""The three tables against what architecture section 6 says, over every state and every action."""

import itertools

import pytest

from registry.errors import ActionNotAllowed
from registry.model.codes import Fase, JenisInstansi, JenisMasukan, StatusMasukan, StatusPegawai
from registry.model.instansi import Instansi
from registry.model.masukan import Masukan
from registry.model.pegawai import Pegawai
from registry.workflow.actions import ACTIONS, Action
from registry.workflow.names import ALASAN_CORET, FASE, STATUS_MASUKAN, STATUS_PEGAWAI
from registry.workflow.steps import (
    advance,
    advance_masukan,
    advance_pegawai,
    allowed,
    allowed_for_masukan,
    allowed_for_pegawai,
)
from registry.workflow.tables import INSTANSI_TABLE, UNDOABLE
from tests.registry.desk.small import MOMENT

REGISTRATION = """atur-instansi impor tambah-pegawai ubah-pegawai verifikasi kembalikan ajukan-kembali putuskan-syarat coret
    pulihkan terima-baris perbarui-dari-baris tolak-baris urungkan"""
SCRUTINY = REGISTRATION + " terima-usulan terima-sanggahan kabulkan-masukan tolak-masukan"

STAYS = {
    Fase.PENDAFTARAN: REGISTRATION,
    Fase.UJI_PUBLIK: SCRUTINY,
    Fase.PERPANJANGAN: SCRUTINY + " perpanjang",
    Fase.MENUNGGU_SPTJM: "atur-instansi lampirkan-sptjm urungkan",
    Fase.FINAL: "",
}
MOVES = {
    (Fase.PENDAFTARAN, "prafinalisasi"): Fase.UJI_PUBLIK,
    (Fase.UJI_PUBLIK, "perpanjang"): Fase.PERPANJANGAN,
    (Fase.UJI_PUBLIK, "susun-final"): Fase.MENUNGGU_SPTJM,
    (Fase.PERPANJANGAN, "susun-final"): Fase.MENUNGGU_SPTJM,
    (Fase.MENUNGGU_SPTJM, "buka-kembali"): Fase.UJI_PUBLIK,
    (Fase.MENUNGGU_SPTJM, "finalisasi"): Fase.FINAL,
}
PEOPLE = {
    StatusPegawai.DRAF: {
        "impor ubah-pegawai perbarui-dari-baris putuskan-syarat": StatusPegawai.DRAF,
        "verifikasi": StatusPegawai.TERVERIFIKASI,
        "kembalikan": StatusPegawai.DIKEMBALIKAN,
        "coret": StatusPegawai.DICORET,
    },
    StatusPegawai.TERVERIFIKASI: {
        "impor ubah-pegawai perbarui-dari-baris": StatusPegawai.DRAF,
        "putuskan-syarat": StatusPegawai.TERVERIFIKASI,
        "kembalikan": StatusPegawai.DIKEMBALIKAN,
        "coret": StatusPegawai.DICORET,
    },
    StatusPegawai.DIKEMBALIKAN: {
        "impor ubah-pegawai perbarui-dari-baris ajukan-kembali": StatusPegawai.DRAF,
        "putuskan-syarat": StatusPegawai.DIKEMBALIKAN,
        "coret": StatusPegawai.DICORET,
    },
    StatusPegawai.DICORET: {"pulihkan": StatusPegawai.DRAF},
}
REASONS = "kembalikan ajukan-kembali coret pulihkan tolak-baris kabulkan-masukan tolak-masukan perpanjang buka-kembali"


def instansi(fase):
    return Instansi(kode="3375", nama="Kota Pekalongan", jenis=JenisInstansi.KOTA, fase=fase)


def pegawai(status):
    return Pegawai(nomor="3375-000001", nik="3375010101900009", nama="Sari", status=status)


def masukan(status):
    return Masukan(
        tanda_terima="U-3375-000001",
        jenis=JenisMasukan.USULAN,
        waktu=MOMENT,
        nama="Sari",
        isi="Belum ada",
        status=status,
    )


def after(step, value, action):
    """State after the step, None when it is not allowed."""
    try:
        return step(value, action)
    except ActionNotAllowed:
        return None


def split(table):
    return {(word, state) for words, state in table.items() for word in words.split()}


@pytest.mark.parametrize(("fase", "action"), list(itertools.product(Fase, Action)), ids=str)
def test_every_phase_permits_exactly_what_the_plan_says(fase, action):
    """Every pair of phase and action leads where it should, or nowhere."""
    expected = MOVES.get((fase, action.value), fase if action.value in STAYS[fase].split() else None)
    moved = after(advance, instansi(fase), action)

    assert expected == (moved and moved.fase)


@pytest.mark.parametrize(("status", "action"), list(itertools.product(StatusPegawai, Action)), ids=str)
def test_every_state_of_a_person_permits_exactly_what_the_plan_says(status, action):
    """Every pair of state and action leads where it should, or nowhere."""
    expected = dict(split(PEOPLE[status])).get(action.value)
    moved = after(advance_pegawai, pegawai(status), action)

    assert expected == (moved and moved.status)


@pytest.mark.parametrize(("status", "action"), list(itertools.product(StatusMasukan, Action)), ids=str)
def test_a_decision_is_made_once(status, action):
    """Only what waits can be granted or rejected, and nothing else can happen to it."""
    ends = {Action.KABULKAN: StatusMasukan.DIKABULKAN, Action.TOLAK: StatusMasukan.DITOLAK}
    expected = ends.get(action) if status is StatusMasukan.DITERIMA_MASUK else None
    moved = after(advance_masukan, masukan(status), action)

    assert expected == (moved and moved.status)


@pytest.mark.parametrize("fase", Fase)
def test_allowed_lists_what_advance_accepts(fase):
    """A button that is shown is an action that is accepted."""
    accepted = [action for action in Action if after(advance, instansi(fase), action)]

    assert accepted == list(allowed(fase))


@pytest.mark.parametrize(("fase", "status"), list(itertools.product(Fase, StatusPegawai)), ids=str)
def test_buttons_of_a_person_need_phase_and_state(fase, status):
    """Both tables must agree."""
    accepted = [
        action
        for action in Action
        if after(advance, instansi(fase), action) and after(advance_pegawai, pegawai(status), action)
    ]

    assert accepted == list(allowed_for_pegawai(fase, status))


@pytest.mark.parametrize(("fase", "status"), list(itertools.product(Fase, StatusMasukan)), ids=str)
def test_buttons_of_a_proposal_need_phase_and_state(fase, status):
    """Both tables must agree."""
    accepted = [
        action
        for action in Action
        if after(advance, instansi(fase), action) and after(advance_masukan, masukan(status), action)
    ]

    assert accepted == list(allowed_for_masukan(fase, status))


def test_nothing_leads_out_of_final():
    """FINAL is locked for good."""
    assert () == allowed(Fase.FINAL)


def test_every_action_but_the_first_entry_has_a_place():
    """An action no phase knows would be a dead button; only creating comes before all phases."""
    assert {Action.BUAT} == set(Action) - {action for _, action in INSTANSI_TABLE}


def test_every_action_has_its_words():
    """Labels and help for all of them."""
    assert set(Action) == {action for action, info in ACTIONS.items() if info.label and info.penjelasan}


def test_reasons_are_asked_for_where_somebody_loses_something():
    """Returning, crossing out, restoring, deciding, extending, reopening."""
    assert set(REASONS.split()) == {action.value for action, info in ACTIONS.items() if info.alasan}


@pytest.mark.parametrize(
    ("names", "codes"),
    [
        (FASE, Fase),
        (STATUS_PEGAWAI, StatusPegawai),
        (STATUS_MASUKAN, StatusMasukan),
        (ALASAN_CORET, type(next(iter(ALASAN_CORET)))),
    ],
    ids=["fase", "pegawai", "masukan", "coret"],
)
def test_every_code_has_a_word(names, codes):
    """Screens never show a bare code."""
    assert list(codes) == list(names)


def test_a_refusal_names_who_and_what_and_what_else():
    """The operator reads where, what, and what is possible instead."""
    with pytest.raises(ActionNotAllowed) as refused:
        advance_pegawai(pegawai(StatusPegawai.DICORET), Action.VERIFIKASI)

    assert str(refused.value) == (
        "Verifikasi tidak dapat dilakukan pada data berstatus Dicoret. Tempat: 3375-000001 Sari."
        " Yang dapat dilakukan sekarang: Pulihkan."
    )


def test_a_refusal_when_final_says_that_it_is_locked():
    """No alternative is offered."""
    with pytest.raises(ActionNotAllowed) as refused:
        advance(instansi(Fase.FINAL), Action.IMPOR)

    assert str(refused.value) == (
        "Impor berkas tidak dapat dilakukan pada tahap Final. Tempat: Kota Pekalongan."
        " Data sudah terkunci dan tidak dapat diubah lagi."
    )


def test_what_can_be_undone():
    """Changes of data and decisions; no step to another phase, nothing that left the house, no receipt."""
    kept = "buat-instansi prafinalisasi terima-usulan terima-sanggahan perpanjang susun-final buka-kembali lampirkan-sptjm finalisasi"

    assert set(kept.split()) == {action.value for action in set(Action) - UNDOABLE}
