"""Disks that are full, broken or not to be written to."""

import errno
from contextlib import suppress
from pathlib import Path
from random import Random

import pytest

from registry.errors import StoreError, StoreFull, StorePoisoned, StoreReadOnly
from registry.model.tables import PEGAWAI
from registry.store.store import Store
from registry.store.verify import verify_store
from tests.crash.disk import SimDisk
from tests.registry.store.records import INSTANSI, act, nomor, person, put

FOLDER = Path("/kerja/3375")
JOURNAL = FOLDER / "journal.log"


def begun(seed: int = 1) -> tuple[SimDisk, Store]:
    disk = SimDisk(Random(seed))
    store = Store.create(FOLDER, INSTANSI, act(), fs=disk)
    store.commit(put(person(1)))
    return disk, store


def keys(disk: SimDisk) -> list[str]:
    with Store.open(FOLDER, operator="Tono", fs=disk) as store:
        assert not store.readonly, store.notices
        return store.keys(PEGAWAI)


@pytest.mark.parametrize("free", [*range(30), 100, 200, 250])
def test_a_full_disk_leaves_the_store_usable(free):
    """However much of the line still fitted: it is taken back, and later changes follow."""
    disk, store = begun(free)
    disk.free = free
    with pytest.raises(StoreFull):
        store.commit(put(person(2, "Nama yang panjang " * 20)))
    assert store.get(PEGAWAI, nomor(2)) is None

    disk.free = None
    store.commit(put(person(3)))
    store.close()

    assert [nomor(1), nomor(3)] == keys(disk)
    assert () == verify_store(FOLDER, fs=disk).findings


def test_a_disk_that_is_full_at_the_sync_leaves_the_store_usable():
    """Network and thin disks tell only then."""
    disk, store = begun()
    fail_next(disk, "sync", OSError(errno.ENOSPC, "full"))
    with pytest.raises(StoreFull):
        store.commit(put(person(2)))
    store.commit(put(person(3)))
    store.close()

    assert [nomor(1), nomor(3)] == keys(disk)


@pytest.mark.parametrize("seed", range(20))
def test_a_power_cut_after_a_full_disk_loses_nothing(seed):
    """The line that was taken back does not come back half."""
    disk, store = begun(seed)
    disk.free = 120
    with pytest.raises(StoreFull):
        store.commit(put(person(2, "Nama yang panjang " * 20)))
    disk.free = None
    store.commit(put(person(3)))

    assert [nomor(1), nomor(3)] == keys(disk.crash(seed))


@pytest.mark.parametrize("seed", range(20))
def test_a_failed_sync_poisons_the_store(seed):
    """Nothing more is acknowledged; what was is there after reopening."""
    disk, store = begun(seed)
    fail_next(disk, "sync", OSError(errno.EIO, "broken"))
    with pytest.raises(StorePoisoned):
        store.commit(put(person(2)))
    with pytest.raises(StorePoisoned):
        store.commit(put(person(3)))
    assert store.get(PEGAWAI, nomor(2)) is None
    store.close()

    assert keys(disk.crash(seed)) in [[nomor(1)], [nomor(1), nomor(2)]]


def fail_next(disk: SimDisk, kind: str, error: OSError) -> None:
    """The next call of this kind fails, once."""
    step = disk.step

    def failing(name: str, *, before=None) -> None:
        step(name, before=before)
        if name == kind:
            disk.step = step
            if before is not None:
                before()
            raise error

    disk.step = failing


def test_a_line_that_cannot_be_taken_back_poisons_the_store():
    """A full disk that does not even cut a file."""
    disk, store = begun()
    disk.free = 10
    fail_next(disk, "truncate", OSError(errno.EIO, "broken"))
    with pytest.raises(StorePoisoned):
        store.commit(put(person(2, "Nama yang panjang " * 20)))
    disk.free = None
    with pytest.raises(StorePoisoned):
        store.commit(put(person(3)))
    store.close()

    assert [nomor(1)] == keys(disk)


@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EIO, errno.EACCES])
def test_every_failure_at_every_step_is_told_in_indonesian(error):
    """No bare OSError leaves the store, and what was acknowledged is there afterwards."""
    for step in range(1, 60):
        disk = SimDisk(Random(step))
        disk.plan[step] = OSError(error, "galat")
        acknowledged: list[str] = []
        with suppress(StoreError), Store.create(FOLDER, INSTANSI, act(), fs=disk) as store:
            for number in range(3):
                store.commit(put(person(number, "Nama " * 40)))
                acknowledged.append(nomor(number))
            store.keep_file(b"lampiran")
            store.checkpoint()
            store.commit(put(person(3)))
            acknowledged.append(nomor(3))
        if disk.stat(JOURNAL) is not None:
            assert acknowledged == keys(disk)[: len(acknowledged)]


def test_a_view_that_does_not_fit_costs_nothing_but_the_view():
    """Closing on a full disk keeps the journal and lets the lock go."""
    disk, store = begun()
    disk.free = 150
    store.close()
    assert "registry.json belum diperbarui" in store.notices[-1]
    disk.free = None

    assert [nomor(1)] == keys(disk)
    assert ["journal.kepala", "journal.lock", "journal.log", "registry.json"] == sorted(
        {*disk.names(FOLDER), "journal.lock"}
    )


def test_a_folder_that_cannot_be_written_to_is_opened_to_read():
    """From a read-only medium: look, do not touch."""
    disk, store = begun()
    store.close()
    disk.readonly = True

    with Store.open(FOLDER, operator="Tono", fs=disk) as reader:
        assert [person(1)] == list(reader.rows(PEGAWAI))
        assert "tidak dapat ditulisi" in reader.notices[0]
        with pytest.raises(StoreReadOnly):
            reader.commit(put(person(2)))
        with pytest.raises(StoreReadOnly):
            reader.keep_file(b"x")


def test_a_journal_that_turns_read_only_under_the_store_poisons_it():
    """The system remounts a broken disk read-only."""
    disk, store = begun()
    disk.readonly = True
    with pytest.raises(StorePoisoned):
        store.commit(put(person(2)))
    store.close()
    disk.readonly = False

    assert [nomor(1)] == keys(disk)


def test_a_torn_tail_on_a_full_disk_is_left_for_later():
    """There is no room to set it aside, so nothing is cut."""
    disk, store = begun()
    store.close()
    data = bytes(disk.files[JOURNAL].data) + b"0123abc"
    disk.put(JOURNAL, data)
    disk.free = 3

    with Store.open(FOLDER, operator="Tono", fs=disk) as reader:
        assert reader.readonly
        assert "Ruang penyimpanan habis" in reader.notices[0]
    assert data == disk.files[JOURNAL].data
