"""The journal before a person: who did what, when and why, whom it touched and what changed. Reads only.

Reading goes through the whole journal: not on a screen's thread.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from msgspec import Struct

from registry.desk import records
from registry.desk.differences import Difference, differences
from registry.model.tables import EDISI, IMPOR, INSTANSI, MASUKAN, PEGAWAI, TUNGGU
from registry.normalise.text import format_number
from registry.store.change import JournalNote
from registry.store.collector import collector_paused
from registry.store.store import Store
from registry.workflow.actions import ACTIONS, Action

# What a record of each table is called, in the order in which an entry is told.
TABLE_WORDS = {
    PEGAWAI: "orang",
    MASUKAN: "usulan/sanggahan",
    IMPOR: "berkas impor",
    TUNGGU: "baris menunggu",
    EDISI: "edisi",
    INSTANSI: "instansi",
}
_FEW = 20


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


class RecordChange(Struct, frozen=True):
    """What one entry did to one record. baru: the entry began it. changes: as in PersonChange."""

    baru: bool
    changes: tuple[Difference, ...]


class Touched(Struct, frozen=True):
    """One record an entry put or deleted. nama: of a person, as recorded now; empty for other tables."""

    table: str
    key: str
    nama: str = ""


class Jurnal(Struct, frozen=True, kw_only=True):
    """A journal read once. entries: newest first. people: number -> what a person is found by; names: number -> name."""

    entries: tuple[JournalNote, ...]
    names: dict[str, str]
    people: dict[str, str]
    zona: str

    def touched(self, note: JournalNote) -> tuple[Touched, ...]:
        """The records of an entry, people first."""
        order = [*TABLE_WORDS, *(table for table in note.keys if table not in TABLE_WORDS)]
        return tuple(
            Touched(table, key, self.names.get(key, "") if table == PEGAWAI else "")
            for table in order
            for key in note.keys.get(table, ())
        )

    def summary(self, note: JournalNote) -> str:
        """`60 orang, 3 baris menunggu`; a single person by name. The instansi is told only when nothing else changed."""
        told = []
        for table, word in TABLE_WORDS.items():
            keys = note.keys.get(table, ())
            if len(keys) == 1 and table == PEGAWAI:
                told.append(f"{self.names.get(keys[0], '')} {keys[0]}".strip())
            elif len(keys) == 1 and table != INSTANSI:
                told.append(f"{word} {keys[0]}")
            elif keys and (table != INSTANSI or not told):
                told.append(word if table == INSTANSI else f"{format_number(len(keys))} {word}")
        return ", ".join(told)


class Search(Struct, frozen=True):
    """What to look for. Empty means everything.

    words: each stands in the entry (number, operator, action, reason, hash, receipt), or all of them that do not belong to one person the
    entry touched (number, NIK, name). action: a code. operator: as recorded. sejak, sampai: days by the clocks of the instansi,
    both included.
    """

    words: str = ""
    action: str = ""
    operator: str = ""
    sejak: date | None = None
    sampai: date | None = None

    @property
    def is_empty(self) -> bool:
        """Nothing is looked for."""
        return self == Search()


class _Who(Struct, frozen=True):
    nomor: str
    nik: str
    nama: str


def label_of(action: str) -> str:
    """What a history line calls an action; the code itself for one of another version."""
    return ACTIONS[Action(action)].label if action in set(Action) else action


def read_journal(store: Store, progress: Callable[[int, int], object] = lambda _done, _total: None) -> Jurnal:
    """Every entry and who is in the record now. progress: entries read, entries in all; it may raise to stop."""
    total = store.head.seq
    notes = []
    with collector_paused():
        for note in store.history():
            notes.append(note)
            progress(min(note.seq, total), total + 1)
        people = list(store.scan(PEGAWAI, _Who))
    progress(total + 1, total + 1)
    return Jurnal(
        entries=tuple(reversed(notes)),
        names={one.nomor: one.nama for one in people},
        people={one.nomor: f"{one.nama} {one.nik} {one.nomor}".casefold() for one in people},
        zona=store.instansi.zona,
    )


def find(jurnal: Jurnal, wanted: Search) -> bytes:
    """One truth value per entry of the journal, in its order."""
    words = tuple(wanted.words.casefold().split())
    found: dict[tuple[str, ...], frozenset[str]] = {}
    return bytes(_plain(note, wanted, jurnal.zona) and _worded(note, words, jurnal, found) for note in jurnal.entries)


def _plain(note: JournalNote, wanted: Search, zona: str) -> bool:
    if wanted.action and note.action != wanted.action:
        return False
    if wanted.operator and note.operator.casefold() != wanted.operator.casefold():
        return False
    if wanted.sejak is None and wanted.sampai is None:
        return True
    day = note.waktu.astimezone(ZoneInfo(zona)).date()
    return (wanted.sejak is None or day >= wanted.sejak) and (wanted.sampai is None or day <= wanted.sampai)


def _worded(
    note: JournalNote, words: Sequence[str], jurnal: Jurnal, found: dict[tuple[str, ...], frozenset[str]]
) -> bool:
    """`found`: people already looked up by the words an entry itself does not hold."""
    text = _text_of(note) if words else ""
    rest = tuple(word for word in words if word not in text)
    if not rest:
        return True
    touched = note.keys.get(PEGAWAI, ())
    if not touched:
        return False
    if rest not in found:
        found[rest] = frozenset(_people_with(rest, jurnal.people.items()))
    return not found[rest].isdisjoint(touched)


def _people_with(words: Sequence[str], people: Iterable[tuple[str, str]]) -> list[str]:
    for word in words:
        people = [(nomor, text) for nomor, text in people if word in text]
    return [nomor for nomor, _ in people]


def _text_of(note: JournalNote) -> str:
    others = (key for table, keys in note.keys.items() if table != PEGAWAI for key in keys[:_FEW])
    parts = (str(note.seq), note.operator, note.action, label_of(note.action), note.alasan, note.hash, *others)
    return " ".join(parts).casefold()


def change_at(store: Store, seq: int, table: str, key: str) -> RecordChange:
    """What entry number `seq` did to this record."""
    before = None
    for note, after in store.versions_of(table, key):
        if note.seq == seq:
            return RecordChange(before is None, differences(before, after))
        before = after
    return RecordChange(baru=False, changes=())


def changes_of(store: Store, nomor: str) -> tuple[PersonChange, ...]:
    """Everything that happened to this person's record, the oldest first. Raises UsageRefused when there is no such person."""
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
