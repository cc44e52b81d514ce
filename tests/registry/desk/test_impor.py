"""Carrying out a plan: one transaction, every row looked up later, nothing written over what changed meanwhile."""

from hashlib import sha256

import pytest

from registry.desk.impor import apply_plan, imports, known
from registry.desk.pegawai import change_pegawai, cross_out, decide_syarat, verify
from registry.errors import FileRefused, UsageRefused
from registry.intake.importing import plan_import
from registry.model.codes import AlasanCoret, StatusPegawai, Syarat
from tests.registry.desk.small import Room, fields, periode
from tests.registry.desk.verbs import FIRST, csv, row, take, with_waiting

SECOND = "3375-000002"


def planned(room, path):
    return plan_import(path, periode=periode(), known=known(room.store))


def person(room, nomor=FIRST):
    return room.store.get("pegawai", nomor)


def outcomes(impor):
    return [(baris.nomor, baris.hasil.value, baris.pegawai) for baris in impor.baris]


def test_every_row_remembers_what_it_became(tmp_path):
    """New, changed, the same, refused, waiting, skipped: with the number of the record where there is one."""
    room = Room(tmp_path, people=3)
    path = csv(
        tmp_path,
        row(20),
        row(1, jabatan="Guru Seni"),
        row(2),
        row(21, nik="1234"),
        row(3, nama="Bambang Harimurti"),
        ";;JUMLAH;;;;;",
    )
    take(room, csv(tmp_path, row(2), name="awal.csv"))

    assert [
        (1, "dilewati", ""),
        (2, "diterima", "3375-000004"),
        (3, "diperbarui", FIRST),
        (4, "sama", SECOND),
        (5, "ditolak", ""),
        (6, "menunggu", ""),
        (7, "dilewati", ""),
    ] == outcomes(take(room, path))


def test_an_import_is_one_entry(tmp_path):
    """People, waiting rows, the import itself and the numbers given, together."""
    room = Room(tmp_path, people=1)
    before = room.store.head.seq
    take(room, csv(tmp_path, row(20), row(21), row(1, nama="Bambang Harimurti")))

    assert (before + 1, {"pegawai": 2, "tunggu": 1, "impor": 1, "instansi": 1}) == (room.last().seq, room.last().counts)


def test_the_file_is_kept_and_recognised(tmp_path):
    """Under its SHA-256; arriving again it is known."""
    room = Room(tmp_path)
    path = csv(tmp_path, row(20))
    taken = take(room, path)

    assert (path.read_bytes(), "I-000001", sha256(path.read_bytes()).hexdigest()) == (
        room.store.file(taken.sha256).read_bytes(),
        planned(room, path).already,
        taken.sha256,
    )


def test_the_counts_are_those_of_the_plan(tmp_path):
    """What the rehearsal showed is what happened."""
    room = Room(tmp_path)
    plan = planned(room, csv(tmp_path, row(20), row(21, nik="1")))
    taken = apply_plan(room.store, plan, room.act(), file=tmp_path / "unit.csv")

    assert (plan.hasil, plan.baris_dibaca) == (taken.hasil, taken.baris_dibaca)


def test_a_verified_person_a_file_changes_is_a_draft_again(tmp_path):
    """What was verified is no longer what stands there."""
    room = Room(tmp_path, people=1)
    room.verify_all()
    take(room, csv(tmp_path, row(1, jabatan="Guru Seni")))

    assert (StatusPegawai.DRAF, "Guru Seni") == (person(room).status, person(room).jabatan)


def test_a_verified_person_a_file_repeats_stays_verified(tmp_path):
    """The same data is no change."""
    room = Room(tmp_path)
    path = csv(tmp_path, row(1))
    take(room, path)
    room.verify_all()
    take(room, csv(tmp_path, row(1), ";;JUMLAH;;;;;", name="lagi.csv"))

    assert person(room).status is StatusPegawai.TERVERIFIKASI


def test_a_decision_on_other_facts_falls(tmp_path):
    """The file makes a guard of a teacher who had been decided on."""
    room = Room(tmp_path, people=1)
    decide_syarat(room.store, [FIRST], Syarat.MS, room.act())
    take(room, csv(tmp_path, row(1, jabatan="Satpam")))

    assert (None, Syarat.TMS) == (person(room).syarat, person(room).syarat_usulan)


@pytest.mark.parametrize(
    "meanwhile",
    [
        lambda room: change_pegawai(room.store, FIRST, {"jabatan": "Guru Agama"}, periode(), room.act()),
        lambda room: change_pegawai(room.store, FIRST, {"alamat": "Jalan Manggis 1"}, periode(), room.act()),
        lambda room: change_pegawai(room.store, FIRST, {"tanggal_akhir": "31-12-2023"}, periode(), room.act()),
        lambda room: verify(room.store, [FIRST], room.act()),
        lambda room: cross_out(room.store, [FIRST], AlasanCoret.PINDAH, room.act("SK mutasi")),
        lambda room: room.add_known(20),
    ],
    ids=["same-field", "other-field", "decree", "verified", "crossed-out", "new-one-registered"],
)
def test_a_plan_that_is_no_longer_true_is_refused(meanwhile, tmp_path):
    """Somebody changed a record it rests on: nothing is written, the number is told."""
    room = Room(tmp_path, people=1)
    path = csv(tmp_path, row(1, jabatan="Guru Seni"), row(20))
    plan = planned(room, path)
    meanwhile(room)
    before = room.store.head

    with pytest.raises(UsageRefused, match=r"3375-00000.*berubah sesudah"):
        apply_plan(room.store, plan, room.act(), file=path)

    assert before == room.store.head


def test_a_change_elsewhere_does_not_hurt(tmp_path):
    """Only the records of the plan matter."""
    room = Room(tmp_path, people=2)
    path = csv(tmp_path, row(1, jabatan="Guru Seni"))
    plan = planned(room, path)
    change_pegawai(room.store, SECOND, {"jabatan": "Guru Agama"}, periode(), room.act())

    assert apply_plan(room.store, plan, room.act(), file=path).hasil["diperbarui"] == 1


@pytest.mark.parametrize("fault", ["changed", "gone"])
def test_a_file_that_is_not_the_planned_one_is_refused(fault, tmp_path):
    """What is kept must be what was read."""
    room = Room(tmp_path)
    path = csv(tmp_path, row(20))
    plan = planned(room, path)
    path.write_text("x") if fault == "changed" else path.unlink()

    with pytest.raises(FileRefused):
        apply_plan(room.store, plan, room.act(), file=path)


def test_waiting_rows_get_numbers_that_go_on(tmp_path):
    """Over several files."""
    room = with_waiting(tmp_path)
    take(room, csv(tmp_path, row(2, nama="Bambang Harimurti"), name="kedua.csv"))

    assert ["T-000001", "T-000002"] == room.store.keys("tunggu")


def test_the_same_file_does_not_ask_twice(tmp_path):
    """What still waits goes on waiting, once."""
    room = with_waiting(tmp_path)
    again = take(room, tmp_path / "unit.csv")

    assert (1, ["T-000001"]) == (again.hasil["menunggu"], room.store.keys("tunggu"))


def test_a_waiting_row_knows_its_file_and_whom_it_meets(tmp_path):
    """Import, row, reason, and the record it collides with."""
    room = with_waiting(tmp_path)
    waits = room.store.get("tunggu", "T-000001")

    assert ("I-000001", 2, "nik-sama-nama-beda", FIRST) == (waits.impor, waits.nomor_baris, waits.sebab, waits.lawan)


def test_a_row_that_collides_with_a_new_one_of_its_file_learns_the_number(tmp_path):
    """Both arrived together."""
    room = Room(tmp_path)
    take(room, csv(tmp_path, row(20), row(20, nik=fields(20)["nik"][:-4] + "8001")))

    assert room.store.get("tunggu", "T-000001").lawan == FIRST


def test_imports_are_listed_in_order(tmp_path):
    """The oldest first."""
    room = Room(tmp_path)
    take(room, csv(tmp_path, row(20), name="a.csv"))
    take(room, csv(tmp_path, row(21), name="b.csv"))

    assert ["a.csv", "b.csv"] == [taken.berkas for taken in imports(room.store)]
