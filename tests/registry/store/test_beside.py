"""Small files beside the journal: whole or not at all, and no part of the record."""

import errno
from pathlib import Path
from random import Random

import pytest

from registry.errors import StoreFull, StoreReadOnly
from registry.store.store import Store
from registry.store.verify import verify_store
from tests.crash.disk import SimDisk
from tests.registry.store.records import INSTANSI, act

FOLDER = Path("/kerja/3375")
NAME = "pemetaan.json"


@pytest.fixture
def disk():
    return SimDisk(Random(1))


@pytest.fixture
def store(disk):
    return Store.create(FOLDER, INSTANSI, act(), fs=disk)


def test_what_was_never_written_is_none(store):
    """No error."""
    assert store.read_beside(NAME) is None


def test_what_was_written_is_read(store):
    """The last of it."""
    store.write_beside(NAME, b"satu")
    store.write_beside(NAME, b"dua")

    assert b"dua" == store.read_beside(NAME)


def test_a_full_disk_keeps_the_old_file(store, disk):
    """Told as what it is; the store stays usable."""
    store.write_beside(NAME, b"satu")
    disk.free = 1
    with pytest.raises(StoreFull):
        store.write_beside(NAME, b"dua" * 100)
    disk.free = None

    assert b"satu" == store.read_beside(NAME)


def test_the_journal_does_not_move(store):
    """And nothing is found wrong with the store."""
    before = store.head
    store.write_beside(NAME, b"satu")
    store.close()

    assert (before, ()) == (store.head, verify_store(FOLDER, fs=store._fs).findings)


def test_a_reader_writes_nothing_beside(store, disk):
    """Somebody else holds the instansi."""
    with Store.open(FOLDER, operator="Tono", fs=disk) as second, pytest.raises(StoreReadOnly):
        second.write_beside(NAME, b"satu")


def test_a_file_that_cannot_be_read_is_told(store, monkeypatch):
    """In the store's own words."""
    store.write_beside(NAME, b"satu")

    def broken(_path):
        raise PermissionError(errno.EACCES, "no")

    monkeypatch.setattr(store._fs, "open_read", broken)

    with pytest.raises(StoreReadOnly):
        store.read_beside(NAME)
