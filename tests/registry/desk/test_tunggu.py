"""Rows that wait: taken in as a new person, used for the known one, or refused; all or none."""

import pytest

from registry.desk.pegawai import cross_out, restore
from registry.desk.tunggu import decide_waiting, waiting
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
