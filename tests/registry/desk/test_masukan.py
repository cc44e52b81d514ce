"""Usulan and sanggahan: in the window, with a receipt, decided once with a reason."""

from datetime import date, timedelta

import pytest

from registry.desk.masukan import decide, inbox, receive_sanggahan, receive_usulan
from registry.desk.pegawai import cross_out
from registry.desk.putusan import (
    CROSSED_OUT,
    GONE_ALREADY,
    NEW_DRAFT,
    NOTHING_ELSE,
    decide_several,
    plan_decisions,
)
from registry.desk.surat import answer_letters
from registry.desk.urungkan import plan_undo
from registry.errors import ActionNotAllowed, UsageRefused
from registry.model.codes import AlasanCoret, StatusMasukan, StatusPegawai
from registry.workflow.actions import Action
from tests.registry.desk.small import AFTERWARDS, CLOSING, MOMENT, Room, fields, periode
from tests.registry.desk.verbs import FIRST, SANGGAHAN, USULAN, VERBS, scrutiny, with_usulan


@pytest.fixture
def room(tmp_path):
    """Two people announced, the window open."""
    return Room(tmp_path, people=2).announced()


def propose(room, serial=50, **changes):
    said = fields(serial)
    return receive_usulan(
        room.store, room.act(), **{"nama": said["nama"], "nik": said["nik"], "isi": "Belum", **changes}
    )


def object_to(room, nomor=FIRST, **changes):
    return receive_sanggahan(room.store, nomor, room.act(), **{"isi": "Sudah berhenti", **changes})


def test_receipts_count_up_over_both_kinds(room):
    """One series, the letter tells the kind."""
    assert ["U-3375-000001", "S-3375-000002", "U-3375-000003"] == [
        propose(room).tanda_terima,
        object_to(room).tanda_terima,
        propose(room, 51).tanda_terima,
    ]


def test_an_objection_remembers_who_it_is_about(room):
    """Number, name, position and unit as they are now."""
    entry = object_to(room)

    assert (FIRST, "Wulan Sari", "Guru Kelas") == (entry.nomor_pegawai, entry.nama, entry.jabatan)


def test_an_objection_to_nobody_is_refused(room):
    """The number must exist."""
    with pytest.raises(UsageRefused, match="3375-000009"):
        object_to(room, "3375-000009")


def test_an_objection_to_somebody_crossed_out_is_refused(room):
    """They are not on the list any more."""
    cross_out(room.store, [FIRST], AlasanCoret.KELUAR, room.act("Mengundurkan diri"))

    with pytest.raises(UsageRefused, match="tidak ada dalam daftar"):
        object_to(room)


def test_the_last_moment_of_the_window_counts(room):
    """`selesai` is inside."""
    room.moment = CLOSING

    assert CLOSING == receive_usulan(room.store, room.act(moment=CLOSING), nama="Budi", isi="Belum").waktu


def test_a_late_one_is_refused_with_both_times(room):
    """The public hears why, in local time."""
    room.moment = CLOSING

    with pytest.raises(UsageRefused) as refused:
        propose(room)

    assert (
        "Masa uji publik sudah berakhir 7 Oktober 2022 pukul 16.00 WIB; masukan ini masuk 7 Oktober 2022 pukul 16.01 WIB"
        " sehingga tidak dapat diterima."
    ) == refused.value.what


def test_what_arrived_in_time_may_be_written_down_later(room):
    """The counter was closed, the letter was not late."""
    room.moment = AFTERWARDS

    assert CLOSING == propose(room, masuk=CLOSING).waktu


def test_an_arrival_in_the_future_is_refused(room):
    """A clock or a typing mistake."""
    with pytest.raises(UsageRefused, match="belum terjadi"):
        propose(room, masuk=room.moment + timedelta(days=1))


def test_an_arrival_before_the_window_is_refused(room):
    """Nothing was announced yet."""
    with pytest.raises(UsageRefused, match="baru dimulai"):
        propose(room, masuk=MOMENT)


@pytest.mark.parametrize("field", ["nama", "isi"])
def test_an_empty_proposal_is_refused(field, room):
    """Who, and what about."""
    with pytest.raises(UsageRefused, match=f"Belum diisi: {field}"):
        propose(room, **{field: " "})


def test_a_granted_proposal_adds_a_draft(room):
    """With the next number, linked to the receipt."""
    propose(room)
    decided = decide(room.store, USULAN, periode(), room.act("SK lengkap"), granted=True, fields=fields(50))
    added = room.store.get("pegawai", "3375-000003")

    assert ("3375-000003", StatusPegawai.DRAF, fields(50)["nik"]) == (decided.nomor_pegawai, added.status, added.nik)


def test_a_proposal_fills_in_what_it_said(room):
    """Only what it left out must be given."""
    propose(room, unit_kerja="SD Negeri Krapyak 01", jabatan="Guru Agama")
    decide(
        room.store,
        USULAN,
        periode(),
        room.act("SK"),
        granted=True,
        fields={"tanggal_lahir": fields(50)["tanggal_lahir"]},
    )
    added = room.store.get("pegawai", "3375-000003")

    assert (fields(50)["nama"], "Guru Agama", "SD Negeri Krapyak 01") == (added.nama, added.jabatan, added.unit_kerja)


def test_a_proposal_without_birth_date_cannot_be_granted(room):
    """The record needs NIK, name and birth date; nothing is decided."""
    propose(room)
    before = room.store.head

    with pytest.raises(UsageRefused, match="Tanggal lahir harus diisi"):
        decide(room.store, USULAN, periode(), room.act("SK"), granted=True)

    assert before == room.store.head


def test_a_proposal_for_somebody_listed_cannot_be_granted(room):
    """They are there already; the number is told."""
    propose(room, 1)

    with pytest.raises(UsageRefused, match=FIRST):
        decide(room.store, USULAN, periode(), room.act("SK"), granted=True, fields=fields(1))


def test_a_decision_keeps_who_when_and_why(room):
    """The proposer may ask."""
    propose(room)
    decided = decide(room.store, USULAN, periode(), room.act("Tidak ada SK"), granted=False)

    assert (StatusMasukan.DITOLAK, "Tidak ada SK", "Rina", room.moment) == (
        decided.status,
        decided.alasan,
        decided.diputus_oleh,
        decided.diputus_pada,
    )


def test_a_granted_objection_crosses_out(room):
    """With the receipt in the reason."""
    object_to(room)
    decide(room.store, SANGGAHAN, periode(), room.act("Terbukti"), granted=True)
    person = room.store.get("pegawai", FIRST)

    assert (StatusPegawai.DICORET, AlasanCoret.SANGGAHAN_DITERIMA, "S-3375-000001: Terbukti") == (
        person.status,
        person.alasan_coret,
        person.alasan_status,
    )


def test_a_rejected_objection_leaves_the_person(room):
    """Only the objection changes."""
    object_to(room)
    before = room.store.get("pegawai", FIRST)
    decide(room.store, SANGGAHAN, periode(), room.act("Tidak terbukti"), granted=False)

    assert before == room.store.get("pegawai", FIRST)


def test_a_second_objection_to_the_same_person_can_be_granted_too(room):
    """Both were right."""
    object_to(room)
    object_to(room)
    decide(room.store, SANGGAHAN, periode(), room.act("Terbukti"), granted=True)

    decided = decide(room.store, "S-3375-000002", periode(), room.act("Terbukti"), granted=True)

    assert decided.status is StatusMasukan.DIKABULKAN


def test_a_decision_is_final(room):
    """Once."""
    propose(room)
    decide(room.store, USULAN, periode(), room.act("Tidak ada SK"), granted=False)

    with pytest.raises(ActionNotAllowed, match="sudah diputus"):
        decide(room.store, USULAN, periode(), room.act("Ada"), granted=True, fields=fields(50))


def test_a_decision_may_come_after_the_window(room):
    """Ten days for corrections follow."""
    propose(room)
    room.moment = AFTERWARDS

    assert (
        decide(room.store, USULAN, periode(), room.act("Tidak ada SK"), granted=False).status is StatusMasukan.DITOLAK
    )


def test_the_inbox_shows_what_waits(room):
    """Decided ones only when all are asked for."""
    propose(room)
    object_to(room)
    decide(room.store, USULAN, periode(), room.act("Tidak ada SK"), granted=False)

    assert (["S-3375-000002"], 2) == (
        [entry.tanda_terima for entry in inbox(room.store, undecided=True)],
        len(inbox(room.store)),
    )


def answered(room, *numbers):
    return answer_letters(room.store, periode(), numbers, tanggal=date(2022, 10, 7), nomor="800/77")


def test_each_decided_entry_gets_its_letter(tmp_path):
    """Under its receipt number, once each; nothing is written to the record."""
    room = with_usulan(tmp_path)
    VERBS[Action.TOLAK](room)
    before = room.store.head
    letters = answered(room, USULAN, USULAN)

    assert ([USULAN], True, before) == (list(letters), letters[USULAN].startswith(b"%PDF"), room.store.head)


def test_what_is_not_decided_gets_no_letter(tmp_path):
    """It is named."""
    with pytest.raises(UsageRefused, match=f"Belum diputus: {USULAN}"):
        answered(with_usulan(tmp_path), USULAN)


def test_a_letter_needs_a_receipt_number(tmp_path):
    """None, or one that does not exist."""
    room = scrutiny(tmp_path)
    with pytest.raises(UsageRefused, match="Belum ada tanda terima"):
        answered(room)

    with pytest.raises(UsageRefused, match="U-3375-000009"):
        answered(room, "U-3375-000009")


def plan(room, *numbers, granted=True):
    return plan_decisions(room.store, numbers, periode(), room.act("Terbukti"), granted=granted)


def test_several_are_decided_in_one_entry_with_one_reason(room):
    """A proposal with everything needed, and an objection."""
    numbers = (propose(room, tanggal_lahir="05-05-1990").tanda_terima, object_to(room).tanda_terima)
    seq = room.store.head.seq
    made = decide_several(room.store, numbers, periode(), room.act("Terbukti"), granted=True)

    assert [(StatusMasukan.DIKABULKAN, "Terbukti")] * 2 == [(one.status, one.alasan) for one in made]
    assert seq + 1 == room.store.head.seq
    assert [StatusPegawai.DICORET, StatusPegawai.DRAF] == [
        room.store.get("pegawai", one.nomor_pegawai).status for one in reversed(made)
    ]


def test_the_plan_tells_what_will_change_and_who_cannot(room):
    """What is planned is what is done, each in the state the ones before leave."""
    whole = propose(room, tanggal_lahir="05-05-1990").tanda_terima
    again = propose(room, tanggal_lahir="05-05-1990").tanda_terima
    lacking = propose(room, 51).tanda_terima
    against, twice = object_to(room).tanda_terima, object_to(room).tanda_terima
    decided = object_to(room).tanda_terima
    decide(room.store, decided, periode(), room.act("Tidak terbukti"), granted=False)
    found = plan(room, whole, again, lacking, against, twice, decided)

    assert [(whole, NEW_DRAFT), (against, CROSSED_OUT), (twice, GONE_ALREADY)] == [
        (one.masukan.tanda_terima, one.akibat) for one in found.diputus
    ]
    assert [(again, "sama dengan usulan lain"), (lacking, "Tanggal lahir harus diisi"), (decided, "sudah diputus")] == [
        (one.masukan.tanda_terima, words)
        for one, words in zip(
            found.terhalang, ("sama dengan usulan lain", "Tanggal lahir harus diisi", "sudah diputus"), strict=True
        )
        if words in one.sebab
    ]
    assert 3 == len(decide_several(room.store, found.tanda_terima, periode(), room.act("Terbukti"), granted=True))


def test_a_plan_writes_nothing(room):
    """Nor does it use up a number."""
    number = propose(room, tanggal_lahir="05-05-1990").tanda_terima
    before = (room.store.head, room.store.instansi)
    plan(room, number)

    assert before == (room.store.head, room.store.instansi)


def test_refusals_change_nobody(room):
    """An usulan that says too little can be refused all the same."""
    numbers = (propose(room).tanda_terima, object_to(room).tanda_terima)

    assert [NOTHING_ELSE] * 2 == [one.akibat for one in plan(room, *numbers, granted=False).diputus]


def test_one_that_cannot_be_decided_stops_all(room):
    """All or none; the plan tells beforehand."""
    numbers = (object_to(room).tanda_terima, propose(room).tanda_terima)
    seq = room.store.head.seq
    with pytest.raises(UsageRefused, match="Tanggal lahir harus diisi"):
        decide_several(room.store, numbers, periode(), room.act("Terbukti"), granted=True)

    assert seq == room.store.head.seq


def test_an_undone_bulk_decision_tells_the_first_few(room):
    """A list of a hundred lines tells nobody anything."""
    numbers = [object_to(room, isi=f"Sudah berhenti {n}").tanda_terima for n in range(8)]
    decide_several(room.store, numbers, periode(), room.act("Tidak terbukti"), granted=False)
    told = plan_undo(room.store).lines

    assert "3 usulan dan sanggahan lagi juga kembali." == told[-1]


def test_a_birth_date_that_cannot_be_read_is_refused(room):
    """While the one who knows it still stands there."""
    with pytest.raises(UsageRefused, match="“kemarin” tidak terbaca"):
        propose(room, tanggal_lahir="kemarin")
