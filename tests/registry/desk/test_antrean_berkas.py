"""The queue of files: order, states, and plans that grow old."""

from pathlib import Path

import pytest

from registry.desk.antrean_berkas import Antrean, Berkas, Keadaan, read_file
from registry.desk.impor import apply_plan
from registry.errors import FileRefused, UsageRefused
from tests.registry.desk.small import Room, periode
from tests.registry.desk.verbs import csv, row

A, B = Path("a.csv"), Path("b.csv")


def read(room, berkas):
    berkas.planned(read_file(room.store, berkas, periode()))
    return berkas


def take(room, berkas):
    berkas.applied(apply_plan(room.store, berkas.plan, room.act(), file=berkas.path))


def test_files_are_read_in_the_order_they_came():
    """The first that nobody has read is next."""
    antrean = Antrean()
    first, second = antrean.add([A, B])
    first.begin()

    assert second is antrean.next_waiting()


def test_a_file_is_in_the_queue_once():
    """Chosen again, it is read anew, from the unit named now."""
    antrean = Antrean()
    antrean.add([A])
    antrean.add([A, A], "SD Negeri 1")

    assert [(A, "SD Negeri 1", Keadaan.MENUNGGU)] == [(one.path, one.unit, one.keadaan) for one in antrean.berkas]


def test_a_file_that_is_being_read_is_left_alone():
    """Choosing it again changes nothing."""
    antrean = Antrean()
    antrean.add([A])[0].begin()

    assert [] == antrean.add([A])


def test_what_is_in_the_record_can_be_cleared_away():
    """Everything else stays."""
    antrean = Antrean()
    done, _ = antrean.add([A, B])
    done.keadaan = Keadaan.DITERAPKAN

    assert (1, [B]) == (antrean.remove_done(), [one.path for one in antrean.berkas])


def test_a_plan_grows_old_when_the_record_changes(tmp_path):
    """The second file was planned before the first was taken in."""
    room = Room(tmp_path)
    first = read(room, Berkas(csv(tmp_path, row(20), name="a.csv")))
    second = read(room, Berkas(csv(tmp_path, row(20), row(21), name="b.csv")))
    take(room, first)

    assert not second.is_fresh(room.store.head.seq)


def test_an_old_plan_that_collides_is_refused(tmp_path):
    """Nothing of the second file is taken in."""
    room = Room(tmp_path)
    first = read(room, Berkas(csv(tmp_path, row(20), name="a.csv")))
    second = read(room, Berkas(csv(tmp_path, row(20), row(21), name="b.csv")))
    take(room, first)

    with pytest.raises(UsageRefused):
        take(room, second)


def test_read_anew_the_second_file_sees_the_first(tmp_path):
    """Who came with the first is the same now."""
    room = Room(tmp_path)
    first = read(room, Berkas(csv(tmp_path, row(20), name="a.csv")))
    second = read(room, Berkas(csv(tmp_path, row(20), row(21), name="b.csv")))
    take(room, first)
    take(room, read(room, second))

    assert (1, 1, "I-000002") == (second.plan.hasil["sama"], second.plan.hasil["diterima"], second.impor)


def test_a_file_refused_as_a_whole_says_why(tmp_path):
    """And what to do."""
    berkas = Berkas(tmp_path / "a.csv")
    berkas.failed(FileRefused("Berkas kosong.", code="berkas-kosong", to_do="Kirim ulang."))

    assert (Keadaan.DITOLAK_UTUH, "Berkas kosong. Kirim ulang.") == (berkas.keadaan, berkas.pesan)


def test_a_failure_keeps_what_was_known(tmp_path):
    """The plan can still be looked at."""
    room = Room(tmp_path)
    berkas = read(room, Berkas(csv(tmp_path, row(20))))
    berkas.failed(UsageRefused("Penuh."))

    assert (Keadaan.GAGAL, 1) == (berkas.keadaan, berkas.plan.hasil["diterima"])


def test_stopping_a_second_look_keeps_the_first(tmp_path):
    """Never read: it waits. Read before: it is ready as before."""
    room = Room(tmp_path)
    unread, known = Berkas(csv(tmp_path, row(20))), read(room, Berkas(csv(tmp_path, row(21), name="b.csv")))
    for berkas in (unread, known):
        berkas.begin()
        berkas.stopped()

    assert (Keadaan.MENUNGGU, Keadaan.SIAP) == (unread.keadaan, known.keadaan)


def test_findings_are_counted_by_row(tmp_path):
    """The most frequent first: what the filter offers."""
    room = Room(tmp_path)
    rows = [row(serial, sumber_gaji="BOS") for serial in (20, 21)]
    berkas = read(room, Berkas(csv(tmp_path, *rows, row(22, nik="1234"))))

    assert {"sumber-gaji-bos": 2, "nik-bukan-16-angka": 1} == berkas.rencana.temuan


def test_a_file_without_header_can_be_helped(tmp_path):
    """Refused, but for a reason a person can mend."""
    room = Room(tmp_path)
    path = tmp_path / "aneh.csv"
    path.write_text("Siapa;Nmr\nAni;1\n")
    berkas = Berkas(path)
    with pytest.raises(FileRefused) as refused:
        read_file(room.store, berkas, periode())
    berkas.failed(refused.value)

    assert (Keadaan.DITOLAK_UTUH, True) == (berkas.keadaan, berkas.headless)
