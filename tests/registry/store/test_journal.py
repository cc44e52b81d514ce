"""The two calls of the journal, whoever stands behind them."""

import io
from pathlib import Path
from random import Random

import pytest

from registry.errors import HeadMoved, StoreReadOnly
from registry.store._scan import scan
from registry.store.journal import FileJournal, create_journal
from registry.store.seam import EMPTY, Head
from tests.crash.disk import SimDisk

PATH = Path("/jurnal.log")


@pytest.fixture
def disk():
    disk = SimDisk(Random(1))
    create_journal(PATH, b"satu", disk)
    return disk


@pytest.fixture
def journal(disk):
    journal = FileJournal(PATH, fs=disk)
    journal.open_for_writing()
    return journal


def head(journal: FileJournal) -> Head:
    return list(journal.entries())[-1].head


def test_entries_come_back_in_order(journal):
    """Payloads are opaque bytes."""
    journal.append(journal.append(head(journal), b"dua \xff"), b"")

    assert [(1, b"satu"), (2, b"dua \xff"), (3, b"")] == [(e.head.seq, e.payload) for e in journal.entries()]


def test_each_entry_names_the_one_before(journal):
    """A chain from the empty head on."""
    journal.append(head(journal), b"dua")
    first, second = journal.entries()

    assert (EMPTY.hash, first.head.hash) == (first.prev, second.prev)


def test_entries_after_a_number_leave_out_the_earlier_ones(journal):
    """For those who have read up to there."""
    journal.append(head(journal), b"dua")

    assert [b"dua"] == [entry.payload for entry in journal.entries(after=1)]


def test_an_append_to_an_old_head_is_refused(journal):
    """Two writers with the same picture: the second one's is old."""
    old = head(journal)
    journal.append(old, b"dua")

    with pytest.raises(HeadMoved):
        journal.append(old, b"tiga")
    assert 2 == len(list(journal.entries()))


def test_a_payload_is_one_line(journal):
    """A line feed inside would be two entries, neither valid."""
    with pytest.raises(ValueError, match="one line"):
        journal.append(head(journal), b"satu\ndua")


def test_a_journal_not_opened_for_writing_takes_nothing(disk):
    """Reading needs no permission to write."""
    journal = FileJournal(PATH, fs=disk)

    with pytest.raises(StoreReadOnly):
        journal.append(head(journal), b"dua")


def test_reading_goes_on_while_another_appends(disk, journal):
    """A reader that meets half a line looks once more."""
    last = head(journal)
    for payload in (b"dua", b"tiga", b"empat"):
        last = journal.append(last, payload)
    whole = bytes(disk.files[PATH].data)
    border = whole.index(b"dua") + 1

    class Growing(io.BytesIO):
        """Ends in the middle of the second line until it has been read to that end."""

        def __next__(self):
            return self.readline(border - self.tell() if self.tell() < border else -1) or self._stop()

        def _stop(self):
            raise StopIteration

    entries = []
    reading = scan(Growing(whole))
    while True:
        try:
            entries.append(next(reading).payload)
        except StopIteration as end:
            found = end.value
            break

    assert [b"satu", b"dua", b"tiga", b"empat"] == entries
    assert (last, b"", ()) == (found.head, found.tail, found.damage)
