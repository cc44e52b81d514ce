"""Rows that wait: taken in as a new person, used for the known one, or refused; all or none."""

from datetime import date

import pytest

from registry.desk.pegawai import cross_out, restore
from registry.desk.tunggu import decide_waiting, preview, waiting
from registry.errors import ActionNotAllowed, UsageRefused
from registry.model.codes import AlasanCoret, StatusPegawai, Syarat
from tests.registry.desk.small import Room, fields, periode
from tests.registry.desk.verbs import FIRST, csv, row, take, twins, with_waiting

ROW = "T-000001"
FOURTH = "3375-000004"


def put(room, putusan, *numbers, alasan="", **more):
    return decide_waiting(room.store, numbers or [ROW], putusan, periode(), room.act(alasan), **more)


def person(room, nomor=FIRST):
    return room.store.get("pegawai", nomor)


def test_taking_in_makes_a_new_draft(tmp_path):
    """Another person with the same name and birth date."""
    room = twins(tmp_path)
    put(room, "terima")

    assert (StatusPegawai.DRAF, Syarat.MS, person(room).nama) == (
        person(room, FOURTH).status,
        person(room, FOURTH).syarat_usulan,
        person(room, FOURTH).nama,
    )


def test_taking_in_a_known_nik_is_refused(tmp_path):
    """It is somebody's already; the row goes on waiting."""
    room = with_waiting(tmp_path)

    with pytest.raises(UsageRefused, match=FIRST):
        put(room, "terima")

    assert [ROW] == [waits.nomor for waits in waiting(room.store)]


def test_taking_in_with_the_right_nik(tmp_path):
    """The unit sent somebody else's number; the operator has the identity card in hand."""
    room = with_waiting(tmp_path)
    right = fields(1)["nik"][:-4] + "8001"
    put(room, "terima", fields={"nik": right})

    assert ("Bambang Harimurti", right) == (person(room, FOURTH).nama, person(room, FOURTH).nik)


def test_updating_uses_what_the_row_tells(tmp_path):
    """The person married and changed her name: same NIK, new spelling; the rest stays."""
    room = with_waiting(tmp_path)
    before = person(room)
    put(room, "perbarui")
    after = person(room)

    assert ("Bambang Harimurti", before.nik, before.nomor_hp, before.riwayat) == (
        after.nama,
        after.nik,
        after.nomor_hp,
        after.riwayat,
    )


def test_updating_makes_a_draft(tmp_path):
    """To be verified again."""
    room = with_waiting(tmp_path)
    room.verify_all()
    put(room, "perbarui")

    assert person(room).status is StatusPegawai.DRAF


def test_updating_a_likely_duplicate_takes_its_nik(tmp_path):
    """The same person after all, and the newer file has the right number."""
    room = twins(tmp_path)
    put(room, "perbarui")

    assert (fields(1)["nik"][:-4] + "8001", 3) == (person(room).nik, room.store.count("pegawai"))


def test_updating_without_a_counterpart_is_refused(tmp_path):
    """There is nobody to update."""
    room = Room(tmp_path)
    take(room, csv(tmp_path, row(20, tanggal_lahir="01-02-1985 / 02-01-1985")))
    assert [""] == [waits.lawan for waits in waiting(room.store)]

    with pytest.raises(UsageRefused, match="tidak berkaitan"):
        put(room, "perbarui")


def test_somebody_crossed_out_must_be_restored_first(tmp_path):
    """Coming back is a decision of its own, with its reason."""
    room = Room(tmp_path, people=1)
    cross_out(room.store, [FIRST], AlasanCoret.PINDAH, room.act("SK mutasi"))
    take(room, csv(tmp_path, row(1)))
    with pytest.raises(ActionNotAllowed, match="Pulihkan"):
        put(room, "perbarui")
    restore(room.store, [FIRST], room.act("Kembali"))

    assert put(room, "perbarui")[0].putusan == "perbarui"


def test_refusing_keeps_row_and_reason(tmp_path):
    """Every row can be looked up later."""
    room = with_waiting(tmp_path)
    before = person(room)
    put(room, "tolak", alasan="NIK orang lain")
    refused = room.store.get("tunggu", ROW)

    assert ("tolak", "NIK orang lain", before, []) == (
        refused.putusan,
        refused.alasan,
        person(room),
        waiting(room.store),
    )


def test_a_row_is_decided_once(tmp_path):
    """The second time it is refused with what was decided."""
    room = with_waiting(tmp_path)
    put(room, "tolak", alasan="NIK orang lain")

    with pytest.raises(UsageRefused, match=r"T-000001 \(tolak\)"):
        put(room, "perbarui")


def test_several_rows_are_decided_together_or_not_at_all(tmp_path):
    """The one that cannot be taken in is named with the reason."""
    room = twins(tmp_path)
    take(room, csv(tmp_path, row(2, nama="Bambang Harimurti"), name="kedua.csv"))
    before = room.store.head

    with pytest.raises(UsageRefused, match=r"T-000002 \(NIK ini sudah tercatat"):
        put(room, "terima", ROW, "T-000002")

    assert before == room.store.head


def test_two_rows_with_one_nik_are_not_taken_in_together(tmp_path):
    """They would become two records of one person."""
    room = twins(tmp_path)
    take(room, csv(tmp_path, row(1, nik=fields(1)["nik"][:-4] + "8001", jabatan="Guru Seni"), name="kedua.csv"))

    with pytest.raises(UsageRefused, match="juga ada pada baris lain"):
        put(room, "terima", ROW, "T-000002")


def test_many_are_refused_in_one_entry(tmp_path):
    """One reason for all of them."""
    room = twins(tmp_path)
    take(room, csv(tmp_path, row(2, nama="Bambang Harimurti"), name="kedua.csv"))
    put(room, "tolak", ROW, "T-000002", alasan="Dibetulkan unit")

    assert {"tunggu": 2} == room.last().counts


def test_corrections_belong_to_one_row(tmp_path):
    """Two rows cannot get the same NIK."""
    room = twins(tmp_path)
    take(room, csv(tmp_path, row(2, nama="Bambang Harimurti"), name="kedua.csv"))

    with pytest.raises(UsageRefused, match="hanya untuk satu baris"):
        put(room, "terima", ROW, "T-000002", fields={"nama": "Budi"})


@pytest.mark.parametrize(("numbers", "said"), [(["T-000009"], "T-000009"), ([], "Belum ada baris")])
def test_unknown_or_no_rows_are_refused(numbers, said, tmp_path):
    """A mistake, not a success."""
    room = Room(tmp_path, people=1)

    with pytest.raises(UsageRefused, match=said):
        decide_waiting(room.store, numbers, "tolak", periode(), room.act("Dibetulkan unit"))


def test_an_unknown_decision_is_refused(tmp_path):
    """There are three."""
    room = with_waiting(tmp_path)

    with pytest.raises(UsageRefused, match="Pilih terima, perbarui, tolak"):
        put(room, "hapus")


def test_merging_takes_only_the_chosen_fields(tmp_path):
    """The same person after all: the position of the file, the recorded NIK; one entry."""
    room = Room(tmp_path, people=1)
    take(room, csv(tmp_path, row(1, nik=fields(1)["nik"][:-4] + "8001", jabatan="Guru Seni", sumber_gaji="APBN")))
    before, seq = person(room), room.store.head.seq
    put(room, "perbarui", pakai=["jabatan"])

    assert (seq + 1, "Guru Seni", before.nik, before.sumber_gaji, before.riwayat) == (
        room.store.head.seq,
        person(room).jabatan,
        person(room).nik,
        person(room).sumber_gaji,
        person(room).riwayat,
    )


def test_merging_nothing_keeps_the_record_as_it_was(tmp_path):
    """The row is decided; whoever was verified stays verified."""
    room = twins(tmp_path)
    room.verify_all()
    before = person(room)
    put(room, "perbarui", pakai=[])

    assert (before, "perbarui", {"tunggu": 1}) == (
        person(room),
        room.store.get("tunggu", ROW).putusan,
        room.last().counts,
    )


def test_merging_with_the_history_adds_the_decree(tmp_path):
    """Chosen like any other field."""
    room = Room(tmp_path, people=1)
    other = row(1, nik=fields(1)["nik"][:-4] + "8001", tanggal_mulai="03-03-2020")
    take(room, csv(tmp_path, other))
    before = person(room)
    put(room, "perbarui", pakai=["riwayat"])

    assert (before.nik, date(2018, 1, 2), date(2020, 3, 3)) == (
        person(room).nik,
        *(decree.tanggal_mulai for decree in person(room).riwayat),
    )


def test_merging_with_the_nik_from_the_card(tmp_path):
    """Typed, and chosen over the recorded one."""
    room = twins(tmp_path)
    right = fields(1)["nik"][:-4] + "7007"
    put(room, "perbarui", pakai=["nik"], fields={"nik": right})

    assert right == person(room).nik


def test_merging_into_somebody_else_with_that_nik_is_refused(tmp_path):
    """Two records must not share a NIK."""
    room = twins(tmp_path)

    with pytest.raises(UsageRefused, match="3375-000002"):
        put(room, "perbarui", pakai=["nik"], fields={"nik": fields(2)["nik"]})


@pytest.mark.parametrize(
    ("putusan", "pakai", "said"),
    [("terima", ["nama"], "hanya mungkin saat memperbarui"), ("perbarui", ["gaji"], "gaji tidak dikenal")],
)
def test_choices_that_make_no_sense_are_refused(putusan, pakai, said, tmp_path):
    """A mistake of the caller, told in a sentence."""
    with pytest.raises(UsageRefused, match=said):
        put(twins(tmp_path), putusan, pakai=pakai)


def test_choices_belong_to_one_row(tmp_path):
    """Each row has its own differences."""
    room = twins(tmp_path)
    take(room, csv(tmp_path, row(2, nama="Bambang Harimurti"), name="kedua.csv"))

    with pytest.raises(UsageRefused, match="Pilihan isian hanya untuk satu baris"):
        put(room, "perbarui", ROW, "T-000002", pakai=["nama"])


def look(room, putusan, *numbers, **more):
    return preview(room.store, numbers or [ROW], putusan, periode(), **more)


def test_a_preview_tells_the_changes_and_writes_nothing(tmp_path):
    """Field, before, after."""
    room = with_waiting(tmp_path)
    head, name = room.store.head, person(room).nama
    (effect,) = look(room, "perbarui")

    assert (FIRST, ("nama", name, "Bambang Harimurti"), head) == (
        effect.orang,
        (effect.perubahan[0].kolom, effect.perubahan[0].tercatat, effect.perubahan[0].baris),
        room.store.head,
    )


def test_a_preview_numbers_new_people_one_after_the_other(tmp_path):
    """Those that cannot be taken in are named with the reason, and take no number."""
    room = twins(tmp_path)
    take(room, csv(tmp_path, row(2, nama="Bambang Harimurti"), name="kedua.csv"))
    take(room, csv(tmp_path, row(3, nik=fields(3)["nik"][:-4] + "8003"), name="ketiga.csv"))
    effects = look(room, "terima", ROW, "T-000002", "T-000003")

    assert [FOURTH, "", "3375-000005"] == [effect.orang for effect in effects]
    assert "sudah tercatat pada 3375-000002" in effects[1].halangan


def test_a_preview_marks_a_nik_that_is_only_proposed(tmp_path):
    """Until the operator typed it from the card."""
    room = Room(tmp_path)
    nik = fields(20)["nik"]
    take(room, csv(tmp_path, row(20, nik=f"{nik[:5]}{nik[5:].replace('1', 'l', 1)}")))

    assert [True, False] == [look(room, "terima")[0].ragu, look(room, "terima", fields={"nik": nik})[0].ragu]


def test_a_preview_of_refusing_names_the_rows(tmp_path):
    """There is nothing that could stop it."""
    assert [(ROW, "")] == [(effect.nomor, effect.halangan) for effect in look(with_waiting(tmp_path), "tolak")]
