"""What one change is, and how the journal tells of it afterwards."""

from datetime import datetime

from msgspec import Struct

from registry.model.act import Act


class Change(Struct, frozen=True, kw_only=True):
    """One transaction: all of it becomes durable, or nothing.

    action: short verb code of the desk (`impor`, `verifikasi`). puts: table -> key -> whole record; a record with a key
    that exists replaces it. deletes: table -> keys. Tables are those of `registry.model.tables`.
    """

    action: str
    act: Act
    puts: dict[str, dict[str, Struct]] = {}
    deletes: dict[str, list[str]] = {}


class JournalNote(Struct, frozen=True, kw_only=True):
    """One journal entry for a reader. `counts` and `keys`: per table, the records put or deleted."""

    seq: int
    hash: str
    waktu: datetime
    operator: str
    action: str
    alasan: str
    counts: dict[str, int]
    keys: dict[str, tuple[str, ...]]
