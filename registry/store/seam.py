"""The two-call seam the journal hides behind. Nothing above it may know that the journal is a file."""

from collections.abc import Iterator
from typing import Protocol

from msgspec import Struct

ROOT = "0" * 64


class Head(Struct, frozen=True):
    """Where a journal stands: number of its last entry (0: none yet) and that entry's hash, 64 hex digits."""

    seq: int
    hash: str


EMPTY = Head(0, ROOT)


class Entry(Struct, frozen=True):
    """One entry. `head` is the journal's head after it, `prev` the hash before it; the payload is opaque."""

    head: Head
    prev: str
    payload: bytes


class Journal(Protocol):
    """An append-only chain of entries with one head."""

    def append(self, expected_head: Head, payload: bytes) -> Head:
        """Make one entry durable, or change nothing. Raises HeadMoved when the head is another one, and StoreError."""
        ...

    def entries(self, after: int = 0) -> Iterator[Entry]:
        """The valid entries with a number above `after`, in order, each proven against the chain."""
        ...
