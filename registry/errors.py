"""Errors a promise can be broken with.

    PendataanError                 what, where and what to do next, in Indonesian
    ├── UsageRefused               the request makes no sense here (unknown instansi, unknown number ...)
    ├── RecordChanged              a record is not any more as the caller read it; carries the fields
    ├── ActionNotAllowed           the workflow table has no such step from here
    ├── GatesClosed                a step is possible but its conditions are not met; carries them
    ├── FileRefused                a file is refused as a whole; carries findings
    ├── PublicationBlocked         the publication gate found private data; carries the places
    └── StoreError
        ├── StoreReadOnly          held by somebody else, damaged, or a folder without write permission
        ├── StorePoisoned          a failed fsync: reopen and verify, never retry
        ├── StoreFull              no space left; nothing acknowledged was lost
        ├── StoreDamaged           the journal is not what it was
        └── HeadMoved              somebody else appended: the caller's picture is old

Findings about data are not errors: see `registry.model.finding`.
"""

from collections.abc import Sequence


class PendataanError(Exception):
    """`what` happened, `where`, and what `to_do` next: plain Indonesian sentences an operator reads."""

    def __init__(self, what: str, *, where: str = "", to_do: str = "") -> None:
        super().__init__(" ".join(part for part in (what, f"Tempat: {where}." if where else "", to_do) if part))
        self.what = what
        self.where = where
        self.to_do = to_do


class UsageRefused(PendataanError):
    """The request makes no sense here: unknown instansi, unknown number, empty reason."""


class RecordChanged(PendataanError):
    """Somebody changed the record since the caller read it. `fields`: the fields in which it differs now."""

    def __init__(self, nama: str, fields: Sequence[str], *, where: str = "") -> None:
        super().__init__(
            f"Data {nama} sudah diubah sejak dibuka.",
            where=where,
            to_do="Muat data terbaru, lalu ulangi perubahan Anda.",
        )
        self.fields = tuple(fields)


class ActionNotAllowed(PendataanError):
    """The workflow table has no such step from the present state."""


class GatesClosed(PendataanError):
    """A step whose conditions are not met. `missing`: one Indonesian sentence each."""

    def __init__(self, what: str, missing: Sequence[str], *, where: str = "", to_do: str = "") -> None:
        super().__init__(
            what + " " + " ".join(f"({n}) {text}" for n, text in enumerate(missing, 1)), where=where, to_do=to_do
        )
        self.missing = tuple(missing)


class FileRefused(PendataanError):
    """A file that is refused as a whole. `codes`: finding codes, e.g. `berkas-bersandi`."""

    def __init__(self, what: str, *, code: str, where: str = "", to_do: str = "") -> None:
        super().__init__(what, where=where, to_do=to_do)
        self.code = code


class PublicationBlocked(PendataanError):
    """The publication gate found private data. `places`: where, without repeating the data itself."""

    def __init__(self, what: str, places: Sequence[str], *, to_do: str = "") -> None:
        super().__init__(what, where="; ".join(places[:5]), to_do=to_do)
        self.places = tuple(places)


class StoreError(PendataanError):
    """The store cannot keep a promise."""


class StoreReadOnly(StoreError):
    """Held by somebody else, damaged, or without write permission."""


class StorePoisoned(StoreError):
    """An fsync failed: what the disk holds is unknown until the store is reopened and verified."""


class StoreFull(StoreError):
    """No space left on the device. Nothing acknowledged was lost; the store stays usable."""


class StoreDamaged(StoreError):
    """The journal is not what it was."""


class HeadMoved(StoreError):
    """The journal's head is not the expected one: somebody else appended."""
