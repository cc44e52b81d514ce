"""What every verb has in common: is this act sound, is this step allowed, write it as one entry."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from msgspec import Struct

from registry.errors import ActionNotAllowed, StoreReadOnly, UsageRefused
from registry.model.act import Act
from registry.model.instansi import Instansi
from registry.model.pegawai import Pegawai
from registry.model.tables import INSTANSI, PEGAWAI
from registry.normalise.text import format_moment, format_number
from registry.store.change import Change
from registry.store.store import Store
from registry.workflow.actions import ACTIONS, Action
from registry.workflow.steps import advance, advance_pegawai

_NAMED = 10
_SANE_YEARS = range(2005, 2100)  # the first list of tenaga honorer is of 2005


def begin(store: Store, action: Action, act: Act) -> Instansi:
    """The instansi in the phase after this step; nothing is written yet.

    Raises ActionNotAllowed for a step the phase does not know, StoreReadOnly, UsageRefused for an act without operator, zone or needed
    reason, or one that lies before the newest entry of the journal.
    """
    instansi = advance(store.instansi, action)
    if store.readonly:
        raise StoreReadOnly(
            "Data instansi ini hanya dapat dibaca.", where=instansi.nama, to_do=" ".join(map(str, store.notices))
        )
    check_act(act)
    if ACTIONS[action].alasan:
        require_reason(act, ACTIONS[action].label)
    _check_order(store, act)
    return instansi


def commit(store: Store, action: Action, act: Act, puts: Mapping[str, Mapping[str, Struct]]) -> None:
    """One journal entry with everything the step changes."""
    store.commit(Change(action=action.value, act=act, puts={name: dict(rows) for name, rows in puts.items()}))


def check_act(act: Act) -> None:
    """Raises UsageRefused for an act without operator, without zone, or by a clock that cannot be right."""
    if not act.operator.strip():
        raise UsageRefused("Nama petugas belum diisi.", to_do="Isi nama petugas; nama itu dicatat di jurnal.")
    if act.waktu.year not in _SANE_YEARS:
        raise UsageRefused(
            f"Waktu tindakan menunjuk tahun {act.waktu.year}.",
            to_do="Periksa jam komputer ini: catatan dengan waktu yang keliru mengunci jurnal sampai waktu itu tiba.",
        )
    if act.waktu.utcoffset() is None:
        raise UsageRefused("Waktu tindakan tidak menyebut zona waktu.", to_do="Sertakan zona, misalnya +07:00.")


def require_reason(act: Act, label: str) -> None:
    """Raises UsageRefused when the act gives no reason."""
    if not act.alasan.strip():
        raise UsageRefused(f"{label} memerlukan alasan.", to_do="Tulis alasannya; alasan itu dicatat di jurnal.")


def advance_all(pegawai: Iterable[Pegawai], action: Action) -> tuple[Pegawai, ...]:
    """Each record in its next state, or none at all: ActionNotAllowed names those that stop it."""
    moved: list[Pegawai] = []
    stopped: list[tuple[Pegawai, ActionNotAllowed]] = []
    for person in pegawai:
        try:
            moved.append(advance_pegawai(person, action))
        except ActionNotAllowed as error:
            stopped.append((person, error))
    if len(stopped) == 1 and not moved:
        raise stopped[0][1]
    if stopped:
        raise ActionNotAllowed(
            f"{ACTIONS[action].label} tidak dilakukan pada seorang pun, karena {format_number(len(stopped))} data tidak dapat:"
            f" {named([f'{person.nomor} {person.nama} ({person.status})' for person, _ in stopped])}.",
            to_do="Keluarkan data itu dari pilihan, lalu ulangi.",
        )
    return tuple(moved)


def named(items: Sequence[str]) -> str:
    """The first ten items, and how many more there are."""
    rest = len(items) - _NAMED
    return ", ".join(items[:_NAMED]) + (f", dan {format_number(rest)} lainnya" if rest > 0 else "")


def local(instansi: Instansi, moment: datetime) -> datetime:
    """The moment as the clocks of the instansi show it."""
    return moment.astimezone(ZoneInfo(instansi.zona))


def by_nomor(pegawai: Iterable[Pegawai]) -> dict[str, Struct]:
    """Rows of the table `pegawai`."""
    return {person.nomor: person for person in pegawai}


def with_pegawai(pegawai: Iterable[Pegawai], instansi: Instansi | None = None) -> dict[str, dict[str, Struct]]:
    """Puts of changed records and, where it changed too, the instansi."""
    puts = {PEGAWAI: by_nomor(pegawai)}
    if instansi is not None:
        puts[INSTANSI] = {instansi.kode: instansi}
    return puts


def _check_order(store: Store, act: Act) -> None:
    newest = store.last_moment
    if newest is not None and act.waktu < newest:
        raise UsageRefused(
            f"Waktu tindakan ({format_moment(local(store.instansi, act.waktu))}) lebih awal daripada catatan terakhir di jurnal"
            f" ({format_moment(local(store.instansi, newest))}).",
            where=store.instansi.nama,
            to_do="Periksa jam komputer ini.",
        )
