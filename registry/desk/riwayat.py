"""The journal before a person: who did what, when and why, and what changed by it. Reads only."""

from datetime import datetime

from msgspec import Struct

from registry.desk import records
from registry.desk.differences import Difference, differences
from registry.model.tables import PEGAWAI
from registry.store.store import Store


class PersonChange(Struct, frozen=True, kw_only=True):
    """One entry of the journal that touched one person.

    action: code of `registry.workflow.actions`. changes: (field, before, after) as the preview of an import writes values;
    before is empty where there was nothing, the entry that first recorded the person lists all that was told.
    """

    seq: int
    waktu: datetime
    operator: str
    action: str
    alasan: str
    changes: tuple[Difference, ...]


def changes_of(store: Store, nomor: str) -> tuple[PersonChange, ...]:
    """Everything that happened to this person's record, the oldest first. Reads the whole journal: not on a screen's thread.

    Raises UsageRefused when there is no such person.
    """
    records.pegawai(store, nomor)
    found = []
    before = None
    for note, after in store.versions_of(PEGAWAI, nomor):
        found.append(
            PersonChange(
                seq=note.seq,
                waktu=note.waktu,
                operator=note.operator,
                action=note.action,
                alasan=note.alasan,
                changes=differences(before, after),
            )
        )
        before = after
    return tuple(found)
