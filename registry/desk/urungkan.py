"""Undo: the newest entry of the journal is taken back by one more entry. Nothing is ever cut off the journal.

Every record the entry touched becomes what it was before; records it made leave the present state, and their numbers are never
given again. Taking back an undo does the change again, so two steps back is not what undoing twice means: there is one last change,
in force or undone. What may be taken back stands in `registry.workflow.tables.UNDOABLE`.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from registry.desk.deed import begin, local
from registry.desk.numbers import last_tunggu
from registry.desk.undo_words import effects
from registry.errors import ActionNotAllowed, UsageRefused
from registry.model.act import Act
from registry.model.instansi import Instansi
from registry.model.tables import INSTANSI, TUNGGU
from registry.normalise.text import format_moment
from registry.store.change import Change, JournalNote
from registry.store.collector import collector_paused
from registry.store.store import Store
from registry.workflow.actions import ACTIONS, Action
from registry.workflow.steps import allowed
from registry.workflow.tables import UNDOABLE

Records = Mapping[str, Mapping[str, Any]]
_COUNTERS = ("nomor_terakhir", "nomor_masukan_terakhir", "nomor_impor_terakhir")


class Undo(Struct, frozen=True, kw_only=True):
    """What undoing would do, and `lines` that tell it.

    entry: the newest, which is taken back. change: the entry that made the change in question, the same one unless that was
    undone; again: it is undone now and would be made once more. puts, deletes: of the new entry.
    """

    entry: JournalNote
    change: JournalNote
    again: bool
    puts: Records
    deletes: Mapping[str, tuple[str, ...]]
    lines: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """The change, as buttons and history call it."""
        return _label(self.change)

    @property
    def reason(self) -> str:
        """What the journal says of the new entry, whatever else the operator adds."""
        verb = "Memberlakukan lagi" if self.again else "Mengurungkan"
        return f"{verb} entri {self.change.seq} ({self.label}, {self.change.operator})."


def plan_undo(store: Store) -> Undo:
    """What undoing the last change would do; nothing is written. Reads the journal: not on a screen's thread.

    Raises ActionNotAllowed where the phase or the last change itself forbids it.
    """
    with collector_paused():
        entry, change, again = _last(store)
        _require_undoable(store, change)
        before = store.before(entry)
        puts = _restored(store, before)
        deletes = {
            table: tuple(key for key, record in records.items() if record is None and store.get(table, key) is not None)
            for table, records in before.items()
        }
        found = Undo(entry=entry, change=change, again=again, puts=puts, deletes=deletes)
        return replace(found, lines=tuple(_tell(store, found)))


def undo(store: Store, act: Act, plan: Undo | None = None) -> Undo:
    """Take back the newest entry by a new one. plan: what was shown to the operator; refused when it is not the newest any more.

    The act's reason is added to the one that names the entry.
    """
    begin(store, Action.URUNGKAN, act)
    if plan is not None and plan.entry.hash != store.head.hash:
        raise UsageRefused(
            "Sementara itu ada perubahan lain, jadi tidak ada yang diurungkan.",
            where=store.instansi.nama,
            to_do="Periksa perubahan terakhir, lalu ulangi.",
        )
    made = plan or plan_undo(store)
    reason = f"{made.reason} {act.alasan.strip()}".strip()
    with collector_paused():
        store.commit(
            Change(
                action=Action.URUNGKAN.value,
                act=replace(act, alasan=reason),
                puts={table: dict(records) for table, records in made.puts.items()},
                deletes={table: list(keys) for table, keys in made.deletes.items()},
            )
        )
    return made


def _last(store: Store) -> tuple[JournalNote, JournalNote, bool]:
    """The newest entry, the one whose change it is about, and whether undoing would make that change again."""
    newest = change = None
    undone = False
    for note in store.history():
        newest = note
        if note.action == Action.URUNGKAN and change is not None:
            undone = not undone
        else:
            change, undone = note, False
    if newest is None or change is None:
        raise UsageRefused("Belum ada yang dapat diurungkan.", where=store.instansi.nama)
    return newest, change, undone


def _require_undoable(store: Store, change: JournalNote) -> None:
    fase = store.instansi.fase
    permitted = {action.value for action in UNDOABLE & set(allowed(fase))}
    if Action.URUNGKAN.value in permitted and change.action in permitted:
        return
    raise ActionNotAllowed(
        f"Perubahan terakhir tidak dapat diurungkan: {_label(change)}, entri {change.seq}.",
        where=store.instansi.nama,
        to_do="Yang dapat diurungkan hanya perubahan data; tahap, pengumuman, dan tanda terima masukan tetap berlaku.",
    )


def _label(note: JournalNote) -> str:
    return ACTIONS[Action(note.action)].label if note.action in set(Action) else note.action


def _restored(store: Store, before: Records) -> dict[str, dict[str, Any]]:
    puts = {
        table: {key: record for key, record in records.items() if record is not None}
        for table, records in before.items()
        if table != INSTANSI
    }
    instansi = _remembering(store, before)
    if instansi != store.instansi:
        puts[INSTANSI] = {instansi.kode: instansi}
    return puts


def _remembering(store: Store, before: Records) -> Instansi:
    """The instansi as it was, but with the numbers given since."""
    now = store.instansi
    was: Instansi = before.get(INSTANSI, {}).get(now.kode) or now
    given = {name: max(getattr(was, name), getattr(now, name)) for name in _COUNTERS}
    if TUNGGU in before:
        given["nomor_tunggu_terakhir"] = last_tunggu(now, store.keys(TUNGGU))
    return replace(was, **given)


def _tell(store: Store, plan: Undo) -> Iterator[str]:
    change = plan.change
    when = format_moment(local(store.instansi, change.waktu))
    yield f"{plan.label}, oleh {change.operator}, {when}."
    if change.alasan:
        yield f"Alasan waktu itu: {change.alasan}"
    if plan.again:
        yield "Perubahan itu sudah diurungkan; sekarang diberlakukan lagi."
    yield from effects(store, plan.puts, plan.deletes)
