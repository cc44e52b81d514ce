"""Verbs on people."""

import pytest

from registry.desk.fields import with_taken_nik
from registry.desk.pegawai import (
    FORM_FIELDS,
    add_pegawai,
    change_pegawai,
    check_fields,
    cross_out,
    decide_syarat,
    fields_of,
    nomor_with,
    restore,
    return_,
    verify,
)
from registry.errors import ActionNotAllowed, UsageRefused
from registry.model.codes import AlasanCoret, JenisKelamin, Kategori, Pendidikan, StatusPegawai, SumberGaji, Syarat
from tests.registry.desk.small import Room, fields, periode
from tests.registry.desk.verbs import FIRST

SECOND = "3375-000002"


def person(room, nomor=FIRST):
    return room.store.get("pegawai", nomor)


def test_a_new_person_gets_the_next_number(tmp_path):
    """Numbers go up by one."""
    room = Room(tmp_path, people=2)

    assert ["3375-000001", "3375-000002"] == room.store.keys("pegawai")


def test_a_number_is_never_given_twice(tmp_path):
    """A person crossed out keeps theirs."""
    room = Room(tmp_path, people=2)
    cross_out(room.store, [SECOND], AlasanCoret.KELUAR, room.act("Mengundurkan diri"))

    assert room.add() == "3375-000003"


def test_texts_become_values(tmp_path):
    """What is typed is read as files are."""
    room = Room(tmp_path, people=1)
    read = person(room)

    assert (JenisKelamin.P, Pendidikan.S1, SumberGaji.APBD, "6281200000001"[-8:]) == (
        read.jenis_kelamin,
        read.pendidikan,
        read.sumber_gaji,
        read.nomor_hp[-8:],
    )


def test_titles_go_into_their_own_field(tmp_path):
    """Never lost, never part of the name."""
    room = Room(tmp_path)
    room.add(nama="Dra. Sari Wulan, M.Pd.")
    read = person(room)

    assert ("Dra.", "Sari Wulan", "M.Pd.") == (read.gelar_depan, read.nama, read.gelar_belakang)


def test_the_rules_propose_at_once(tmp_path):
    """A guard is TMS, with the finding that says why."""
    room = Room(tmp_path)
    room.add(jabatan="Satpam")
    read = person(room)

    assert (Syarat.TMS, ["jabatan-satpam"]) == (read.syarat_usulan, [found.kode for found in read.temuan_syarat])


def test_a_thk_ii_number_makes_thk_ii(tmp_path):
    """The category follows where it is not given."""
    room = Room(tmp_path)
    room.add(nomor_thk_ii="00123456")

    assert (Kategori.THK_II, "00123456") == (person(room).kategori, person(room).nomor_thk_ii)


@pytest.mark.parametrize("missing", ["nik", "nama", "tanggal_lahir"])
def test_nobody_is_added_without_identity(missing, tmp_path):
    """NIK, name and birth date are needed; the form is told which is missing."""
    room = Room(tmp_path)
    said = fields(1, **{missing: ""})
    before = room.store.head

    with pytest.raises(UsageRefused):
        add_pegawai(room.store, said, periode(), room.act())

    assert ({missing}, before) == ({found.kolom for found in check_fields(said, periode()).halangan}, room.store.head)


def test_a_nik_is_registered_once(tmp_path):
    """The message names the record that has it, and never the NIK."""
    room = Room(tmp_path, people=1)

    with pytest.raises(UsageRefused) as refused:
        add_pegawai(room.store, fields(1), periode(), room.act())

    assert (True, False) == (FIRST in str(refused.value), fields(1)["nik"] in str(refused.value))


def test_an_unknown_field_is_refused(tmp_path):
    """A typing mistake in a script must not vanish."""
    room = Room(tmp_path)

    with pytest.raises(UsageRefused, match="Isian gaji tidak dikenal"):
        add_pegawai(room.store, {**fields(1), "gaji": "1"}, periode(), room.act())


def test_check_fields_writes_nothing_and_tells_the_remarks():
    """The form shows remarks beside the fields before anything is saved."""
    reading = check_fields(fields(1, jenis_kelamin="L"), periode())

    assert (True, {"nik-beda-jenis-kelamin"}) == (
        reading.calon is not None,
        {found.kode for found in reading.temuan if found.kolom == "nik"},
    )


def test_the_form_reads_back_what_it_shows(tmp_path):
    """Opening and saving a record changes nothing."""
    room = Room(tmp_path, people=1)
    before = person(room)
    shown = fields_of(before)

    after, _ = change_pegawai(room.store, FIRST, shown, periode(), room.act())

    assert (list(FORM_FIELDS), before, "tambah-pegawai") == (list(shown), after, room.last().action)


def test_reading_the_form_anew_gives_the_same_record(tmp_path):
    """Every value has a text that reads back as itself."""
    room = Room(tmp_path, people=1)
    before = person(room)

    assert before == check_fields(fields_of(before), periode(), before).calon


def test_a_change_touches_only_the_given_fields(tmp_path):
    """The rest stays as it was."""
    room = Room(tmp_path, people=1)
    before = fields_of(person(room))

    change_pegawai(room.store, FIRST, {"jabatan": "Guru Seni"}, periode(), room.act())

    assert before | {"jabatan": "Guru Seni"} == fields_of(person(room))


def test_a_verified_person_who_changes_is_a_draft_again(tmp_path):
    """What was verified is no longer what stands there."""
    room = Room(tmp_path, people=1)
    room.verify_all()

    change_pegawai(room.store, FIRST, {"jabatan": "Guru Seni"}, periode(), room.act())

    assert person(room).status is StatusPegawai.DRAF


def test_a_decision_falls_when_the_rules_find_something_else(tmp_path):
    """An override was made for other facts."""
    room = Room(tmp_path, people=1)
    decide_syarat(room.store, [FIRST], Syarat.TMS, room.act("SK dicabut"))

    change_pegawai(room.store, FIRST, {"jabatan": "Satpam"}, periode(), room.act())

    assert (None, "") == (person(room).syarat, person(room).alasan_syarat)


def test_a_decision_stays_when_the_rules_find_the_same(tmp_path):
    """A corrected spelling is no new fact."""
    room = Room(tmp_path, people=1)
    decide_syarat(room.store, [FIRST], Syarat.TMS, room.act("SK dicabut"))

    change_pegawai(room.store, FIRST, {"tempat_lahir": "Batang"}, periode(), room.act())

    assert (Syarat.TMS, "SK dicabut") == (person(room).syarat, person(room).alasan_syarat)


def test_a_nik_cannot_be_changed_to_that_of_another(tmp_path):
    """Two records never share one."""
    room = Room(tmp_path, people=2)

    with pytest.raises(UsageRefused, match=SECOND):
        change_pegawai(room.store, FIRST, {"nik": fields(2)["nik"]}, periode(), room.act())


def test_verifying_confirms_the_proposal(tmp_path):
    """A person stands behind MS or TMS from then on."""
    room = Room(tmp_path, people=1)
    room.verify_all()

    assert (StatusPegawai.TERVERIFIKASI, Syarat.MS) == (person(room).status, person(room).syarat)


def test_the_undecided_stop_verification(tmp_path):
    """Nobody is verified, the row that stops it is named."""
    room = Room(tmp_path, people=1)
    room.add(sumber_gaji="BOS")
    before = room.store.head

    with pytest.raises(UsageRefused, match=SECOND):
        verify(room.store, [FIRST, SECOND], room.act())

    assert before == room.store.head


def test_an_override_needs_a_reason(tmp_path):
    """TMS against a proposal of MS."""
    room = Room(tmp_path, people=1)

    with pytest.raises(UsageRefused, match="memerlukan alasan"):
        decide_syarat(room.store, [FIRST], Syarat.TMS, room.act())


def test_a_confirmation_needs_none(tmp_path):
    """MS where MS is proposed."""
    room = Room(tmp_path, people=1)

    assert decide_syarat(room.store, [FIRST], Syarat.MS, room.act())[0].syarat is Syarat.MS


def test_a_decision_where_nothing_is_proposed_needs_a_reason(tmp_path):
    """BOS: a person decides, and says why."""
    room = Room(tmp_path)
    room.add(sumber_gaji="BOS")

    with pytest.raises(UsageRefused, match="memerlukan alasan"):
        decide_syarat(room.store, [FIRST], Syarat.MS, room.act())


def test_a_bulk_verb_is_all_or_nothing(tmp_path):
    """The rows that stop it are named, with their state."""
    room = Room(tmp_path, people=3)
    verify(room.store, [SECOND], room.act())
    before = room.store.head

    with pytest.raises(ActionNotAllowed) as refused:
        verify(room.store, [FIRST, SECOND, "3375-000003"], room.act())

    assert (True, before) == ("3375-000002 Ratna Sari (TERVERIFIKASI)" in str(refused.value), room.store.head)


def test_a_bulk_verb_is_one_entry(tmp_path):
    """Three people, one line of the journal."""
    room = Room(tmp_path, people=3)
    before = room.store.head.seq

    room.verify_all()

    assert (before + 1, {"pegawai": 3}) == (room.last().seq, room.last().counts)


def test_unknown_numbers_are_named(tmp_path):
    """All of them."""
    room = Room(tmp_path, people=1)

    with pytest.raises(UsageRefused, match="3375-000008, 3375-000009"):
        verify(room.store, [FIRST, "3375-000008", "3375-000009"], room.act())


def test_nobody_chosen_is_refused(tmp_path):
    """An empty selection is a mistake, not a success."""
    room = Room(tmp_path, people=1)

    with pytest.raises(UsageRefused, match="Belum ada pegawai yang dipilih"):
        verify(room.store, [], room.act())


def test_a_number_given_twice_counts_once(tmp_path):
    """Scripts repeat themselves."""
    room = Room(tmp_path, people=1)

    assert len(verify(room.store, [FIRST, FIRST], room.act())) == 1


def test_sending_back_keeps_the_reason(tmp_path):
    """The unit must know what to correct."""
    room = Room(tmp_path, people=1)
    return_(room.store, [FIRST], room.act("NIK tidak sesuai KTP"))

    assert (StatusPegawai.DIKEMBALIKAN, "NIK tidak sesuai KTP") == (person(room).status, person(room).alasan_status)


def test_crossing_out_keeps_the_record_and_its_reason(tmp_path):
    """Nothing is deleted."""
    room = Room(tmp_path, people=1)
    cross_out(room.store, [FIRST], AlasanCoret.PINDAH, room.act("SK mutasi"))
    read = person(room)

    assert (StatusPegawai.DICORET, AlasanCoret.PINDAH, "SK mutasi") == (
        read.status,
        read.alasan_coret,
        read.alasan_status,
    )


def test_an_objection_is_granted_not_crossed_out_by_hand(tmp_path):
    """That reason belongs to the decision on the sanggahan."""
    room = Room(tmp_path, people=1)

    with pytest.raises(UsageRefused, match="Kabulkan sanggahannya"):
        cross_out(room.store, [FIRST], AlasanCoret.SANGGAHAN_DITERIMA, room.act("ya"))


def test_restoring_makes_a_draft(tmp_path):
    """To be verified again; the reason for crossing out is gone from the record, not from the journal."""
    room = Room(tmp_path, people=1)
    cross_out(room.store, [FIRST], AlasanCoret.PINDAH, room.act("SK mutasi"))
    restore(room.store, [FIRST], room.act("Batal pindah"))

    assert (StatusPegawai.DRAF, None) == (person(room).status, person(room).alasan_coret)


def test_nomor_with_chooses_by_state_and_decision(tmp_path):
    """All drafts that can be verified at once."""
    room = Room(tmp_path, people=1)
    room.add(sumber_gaji="BOS")
    room.add(unit_kerja="Puskesmas Bendan")

    assert ((FIRST, "3375-000003"), (SECOND,), ("3375-000003",)) == (
        nomor_with(room.store, status=StatusPegawai.DRAF, undecided=False),
        nomor_with(room.store, undecided=True),
        nomor_with(room.store, unit="puskesmas bendan"),
    )


def test_a_taken_nik_is_found_before_saving(tmp_path):
    """The form can tell at once; one's own NIK is no finding."""
    room = Room(tmp_path, people=2)
    base = person(room)
    said = {"nik": fields(2)["nik"]}
    own = check_fields({"nik": base.nik}, periode(), base)
    other = with_taken_nik(check_fields(said, periode(), base), room.store, besides=FIRST)

    assert (["nik-sudah-tercatat"], None) == ([finding.kode for finding in other.halangan], other.calon)
    assert own == with_taken_nik(own, room.store, besides=FIRST)
