"""How an instansi is opened: lock, anchor, entries into state, torn tail aside, view looked at."""

from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import msgspec
from msgspec import Struct

from registry.errors import StoreDamaged, UsageRefused
from registry.model.instansi import Instansi
from registry.model.tables import INSTANSI
from registry.store._anchor import ANCHOR, VIEW, Anchor, ViewStamp, read_anchor
from registry.store._lock import Holder, Lock, read_holder, take_lock
from registry.store._payload import decode_payload, decode_record, require_format
from registry.store._scan import Damage
from registry.store._state import State
from registry.store.berkas import hash_file
from registry.store.collector import collector_paused
from registry.store.files import NO_PERMISSION, NO_SPACE, FileSystem
from registry.store.journal import FileJournal
from registry.store.seam import EMPTY, Head

JOURNAL = "journal.log"
_PERIKSA = "Jalankan `pendataan periksa` untuk melihat bagian yang kena dan cara memulihkannya."


class Opened(Struct):
    """An instansi as it was found. `lock`: None when it is read-only. `anchor`: the one on disk. `damaged`: entries are lost."""

    folder: Path
    journal: FileJournal
    state: State
    head: Head
    instansi: Instansi
    lock: Lock | None
    anchor: Anchor | None
    held_by: Holder | None = None
    notices: list[str] = []
    damaged: bool = False


def open_instansi(fs: FileSystem, folder: Path, operator: str, *, readonly: bool) -> Opened:
    """Everything a Store is made of. Raises UsageRefused, StoreDamaged, StoreError."""
    if fs.stat(folder / JOURNAL) is None:
        if has_traces(fs, folder):
            raise StoreDamaged(
                f"{JOURNAL} hilang dari folder ini, padahal pernah ada.",
                where=str(folder),
                to_do="Jangan membuat instansi ini lagi. Kembalikan seluruh foldernya dari cadangan terbaru.",
            )
        raise UsageRefused(
            "Di folder ini belum ada data instansi.",
            where=str(folder),
            to_do="Buat lebih dulu dengan `pendataan instansi tambah KODE`, atau pilih folder kerja lain.",
        )
    lock, held_by, notices = (None, None, list[str]()) if readonly else _lock(fs, folder, operator)
    try:
        return _load(fs, folder, lock, held_by, notices)
    except BaseException:
        if lock is not None:
            lock.release()
        raise


def has_traces(fs: FileSystem, folder: Path) -> bool:
    """Whether an instansi was once here: its journal, or what is only ever written after it."""
    return any(fs.stat(folder / name) is not None for name in (JOURNAL, ANCHOR, VIEW))


def _lock(fs: FileSystem, folder: Path, operator: str) -> tuple[Lock | None, Holder | None, list[str]]:
    try:
        lock = take_lock(fs, folder, operator)
    except OSError as error:
        return None, None, [_cannot_write(error)]
    if lock is not None:
        return lock, None, []
    return None, read_holder(fs, folder), []


def _load(fs: FileSystem, folder: Path, lock: Lock | None, held_by: Holder | None, notices: list[str]) -> Opened:
    anchor = read_anchor(fs, folder)
    journal = FileJournal(folder / JOURNAL, fs=fs, anchor=anchor.head if anchor else None)
    state = State()
    with collector_paused():
        head, unreadable = fill(journal, state, str(folder))
    instansi = _instansi(state, folder)
    if held_by is not None:
        held_by = _in_zone(held_by, instansi.zona)
        notices.append(f"Hanya baca: instansi ini {held_by}.")
    opened = Opened(folder, journal, state, head, instansi, lock, anchor, held_by, notices)
    damage = journal.damage + unreadable
    if damage:
        opened.damaged = True
        notices.extend(_told(damage))
        _give_up_writing(opened)
    elif lock is not None:
        _begin_writing(fs, opened)
    elif journal.tail and held_by is None:
        notices.append("Ada sisa penulisan yang terputus di akhir jurnal; disisihkan saat dibuka untuk ditulisi.")
    return opened


def fill(journal: FileJournal, state: State, where: str) -> tuple[Head, tuple[Damage, ...]]:
    """Fold all entries into `state`; the head, and the proven entries that are nevertheless unreadable."""
    head, unreadable = EMPTY, list[Damage]()
    for entry in journal.entries():
        try:
            payload = decode_payload(entry.payload)
        except (msgspec.MsgspecError, UnicodeDecodeError):
            unreadable.append(Damage("tak-terbaca", entry.head.seq, entry.head.seq))
        else:
            if entry.head.seq == 1:
                require_format(payload, where)
            state.apply(payload)
        head = entry.head
    return head, tuple(unreadable)


def _instansi(state: State, folder: Path) -> Instansi:
    keys = state.keys(INSTANSI)
    record = state.get(INSTANSI, keys[0]) if keys else None
    if record is None:
        raise StoreDamaged(
            "Jurnal rusak sejak awalnya; data instansi tidak terbaca.", where=str(folder), to_do=_PERIKSA
        )
    instansi: Instansi = decode_record(INSTANSI, record)
    return instansi


def _in_zone(holder: Holder, zona: str) -> Holder:
    try:
        zone = ZoneInfo(zona)
    except (ZoneInfoNotFoundError, ValueError):
        return holder
    return msgspec.structs.replace(holder, sejak=holder.sejak.astimezone(zone) if holder.sejak else None)


def _cannot_write(error: OSError) -> str:
    """A reason to open read-only; raised again when it is a broken device."""
    if error.errno in NO_SPACE:
        return "Ruang penyimpanan habis; data hanya dapat dibaca. Kosongkan ruang, lalu buka kembali."
    if error.errno in NO_PERMISSION:
        return "Folder instansi ini tidak dapat ditulisi; data hanya dapat dibaca."
    raise error


def _give_up_writing(opened: Opened) -> None:
    if opened.lock is not None:
        opened.lock.release()
        opened.lock = None


def _begin_writing(fs: FileSystem, opened: Opened) -> None:
    torn = len(opened.journal.tail)
    try:
        aside = opened.journal.open_for_writing()
    except OSError as error:
        opened.notices.append(_cannot_write(error))
        _give_up_writing(opened)
        return
    if aside is not None:
        opened.notices.append(
            f"Baris terakhir jurnal tidak selesai ditulis ({torn} bita), biasanya karena listrik padam atau program terhenti."
            f" Sisanya disimpan di {aside.name}. Periksa perubahan terakhir Anda dan ulangi bila belum ada."
        )
    view = opened.anchor.view if opened.anchor else None
    if view is not None and not view_is_ours(fs, opened.folder, view):
        opened.notices.append(
            f"{VIEW} hilang, rusak, atau diubah dari luar. Berkas itu hanya salinan dan ditulis ulang dari jurnal"
            " saat instansi ditutup."
        )
        opened.anchor = Anchor(opened.head)


def view_is_ours(fs: FileSystem, folder: Path, stamp: ViewStamp) -> bool:
    """Whether the view is the file we wrote: by size and time, by content where the time differs (a copied folder)."""
    found = fs.stat(folder / VIEW)
    if found is None or found.size != stamp.size:
        return False
    return found.mtime_ns == stamp.mtime_ns or hash_file(fs, folder / VIEW) == stamp.sha256


def _told(damage: tuple[Damage, ...]) -> list[str]:
    entries = ", ".join(entry_range(found.first, found.last) for found in damage)
    return [f"Jurnal rusak (entri {entries}); data hanya dapat dibaca dan mungkin tidak lengkap. {_PERIKSA}"]


def entry_range(first: int, last: int) -> str:
    """`7` or `7-9`."""
    return str(first) if first == last else f"{first}-{last}"
