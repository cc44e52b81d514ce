"""The store of one instansi: read records, commit changes, keep files. It decides nothing about what a change means.

A commit is one appended, synced line; it costs what changes, however many records there are. The TinyDB view is written by
`checkpoint` and `close`. Times come from the acts; the store has no clock.
"""

import threading
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

import msgspec
from msgspec import Struct

from registry.errors import StoreError, StoreFull, StoreReadOnly, UsageRefused
from registry.model.act import Act
from registry.model.instansi import Instansi
from registry.model.tables import INSTANSI
from registry.store import _payload, berkas
from registry.store._anchor import VIEW, Anchor, ViewStamp, write_anchor
from registry.store._atomic import make_folders, replace_file
from registry.store._lock import Holder, take_lock
from registry.store._opening import JOURNAL, Opened, has_traces, open_instansi
from registry.store.change import Change, JournalNote
from registry.store.files import NO_PERMISSION, NO_SPACE, REAL_FS, FileSystem
from registry.store.journal import create_journal
from registry.store.seam import Head

T = TypeVar("T", bound=Struct)

CREATE = "buat-instansi"


class Store:
    """One open instansi. Reading is safe from any thread; commits queue up."""

    def __init__(self, opened: Opened, fs: FileSystem) -> None:
        self._opened = opened
        self._fs = fs
        self._state = opened.state
        self._journal = opened.journal
        self._writing = threading.Lock()
        self._closed = False
        self.folder = opened.folder
        self.head = opened.head
        self.instansi = opened.instansi
        self.held_by: Holder | None = opened.held_by
        self.notices: list[str] = opened.notices

    @classmethod
    def create(cls, folder: Path, instansi: Instansi, act: Act, *, fs: FileSystem = REAL_FS) -> Self:
        """Begin the record of an instansi and open it for writing. Raises UsageRefused when there is one already."""
        change = Change(action=CREATE, act=act, puts={INSTANSI: {instansi.kode: instansi}})
        payload = _payload.encode_payload(_payload.make_payload(change, 1, first=True))
        try:
            _begin(fs, folder, act.operator, payload)
        except OSError as error:
            raise _refusal(error, folder) from error
        return cls.open(folder, operator=act.operator, fs=fs)

    @classmethod
    def open(cls, folder: Path, *, operator: str, readonly: bool = False, fs: FileSystem = REAL_FS) -> Self:
        """Open for writing; read-only when somebody else holds it, the folder cannot be written to or there is damage.

        `readonly` and `notices` say which. Raises UsageRefused when there is no instansi, StoreDamaged when not even the
        instansi can be read.
        """
        try:
            return cls(open_instansi(fs, folder, operator, readonly=readonly), fs)
        except OSError as error:
            raise _refusal(error, folder) from error

    @staticmethod
    def was_here(folder: Path, *, fs: FileSystem = REAL_FS) -> bool:
        """Whether there is, or once was, an instansi in `folder`; opening it tells which."""
        return has_traces(fs, folder)

    # Reading

    @property
    def kode(self) -> str:
        """Code of the instansi."""
        return self.instansi.kode

    @property
    def readonly(self) -> bool:
        """Commits are refused; `notices` and `held_by` say why."""
        return self._opened.lock is None

    @property
    def damaged(self) -> bool:
        """Entries of the journal are lost: what is here is not everything."""
        return self._opened.damaged

    @property
    def last_moment(self) -> datetime | None:
        """Time of the newest entry."""
        return self._state.last_moment

    def get(self, table: str, key: str) -> Any:
        """The frozen record, or None."""
        record = self._state.get(table, key)
        return None if record is None else _payload.decode_record(table, record)

    def keys(self, table: str) -> list[str]:
        """All keys, sorted."""
        return list(self._state.keys(table))

    def count(self, table: str) -> int:
        """Number of records."""
        return self._state.count(table)

    def rows(self, table: str) -> Iterator[Any]:
        """All frozen records in key order, as they are now: later changes do not show."""
        return _payload.decode_records(table, self._state.rows(table))

    def scan(self, table: str, kind: type[T]) -> Iterator[T]:
        """Like rows, but only the fields `kind` has: several times faster."""
        return _payload.decode_records(table, self._state.rows(table), kind)

    def by_nik(self, nik: str) -> str | None:
        """Registration number of the record with this NIK, crossed out ones included (but last)."""
        return self._state.by_nik(nik)

    def history(self) -> Iterator[JournalNote]:
        """Every entry, oldest first."""
        for entry in self._journal.entries():
            with suppress(msgspec.MsgspecError):  # an entry of another version: periksa tells
                yield _payload.note(entry)

    def history_of(self, table: str, key: str) -> Iterator[JournalNote]:
        """The entries that put or deleted this record."""
        return (_payload.note_of(head, payload) for head, payload in self._touching(table, key))

    def versions_of(self, table: str, key: str) -> Iterator[tuple[JournalNote, Any]]:
        """Like history_of, each with the record as that entry left it; None where it was deleted. Raises StoreDamaged."""
        for head, payload in self._touching(table, key):
            record = payload.puts.get(table, {}).get(key)
            left = None if record is None else _payload.decode_record(table, record)
            yield _payload.note_of(head, payload), left

    def _touching(self, table: str, key: str) -> Iterator[tuple[Head, _payload.Payload]]:
        wanted = msgspec.json.encode(key)
        for entry in self._journal.entries():
            if wanted in entry.payload:  # spares decoding the others
                with suppress(msgspec.MsgspecError):  # an entry of another version: periksa tells
                    payload = _payload.decode_payload(entry.payload)
                    if key in payload.puts.get(table, ()) or key in payload.deletes.get(table, ()):
                        yield entry.head, payload

    def before(self, note: JournalNote) -> dict[str, dict[str, Any]]:
        """Every record that entry touched as it was before it; None for one that was not there. Reads the journal.

        Raises StoreDamaged for a record of another version.
        """
        found: dict[str, dict[str, Any]] = {table: dict.fromkeys(keys) for table, keys in note.keys.items()}
        for entry in self._journal.entries():
            if entry.head.seq >= note.seq:
                break
            payload = _payload.decode_payload(entry.payload)
            for table, records in found.items():
                for key in records.keys() & payload.deletes.get(table, ()):
                    records[key] = None
                put = payload.puts.get(table, {})
                records.update((key, put[key]) for key in records.keys() & put.keys())
        return {
            table: {
                key: None if record is None else _payload.decode_record(table, record)
                for key, record in records.items()
            }
            for table, records in found.items()
        }

    def file(self, sha256: str) -> Path:
        """Where a kept file stands. Raises UsageRefused when there is none."""
        path = berkas.path_of(self.folder, sha256)
        if self._fs.stat(path) is None:
            raise UsageRefused(f"Berkas {sha256} tidak ada di arsip instansi ini.", where=str(self.folder))
        return path

    # Writing

    def commit(self, change: Change) -> Head:
        """Make the change durable, then visible. Returns the new head.

        Raises StoreReadOnly, StoreFull (nothing changed, try again), StorePoisoned (reopen and verify), HeadMoved, and
        ValueError for records that could not be read back.
        """
        with self._writing:
            self._require_writable()
            payload = _payload.make_payload(change, self.head.seq + 1)
            head = self._journal.append(self.head, _payload.encode_payload(payload))
            self._state.apply(payload)
            if INSTANSI in payload.puts:
                self.instansi = self.get(INSTANSI, self.kode) or self.instansi
            self.head = head  # last: an interruption before it makes the next commit a HeadMoved
            return head

    def keep_file(self, data: bytes | Path) -> str:
        """Keep bytes, or the file at a path, durably in berkas/; the SHA-256. The same content is kept once."""
        self._require_writable()
        content = data if isinstance(data, bytes) else berkas.content_of(data)
        try:
            return berkas.keep(self._fs, self.folder, content)
        except OSError as error:
            raise _refusal(error, self.folder) from error

    def write_beside(self, name: str, data: bytes) -> None:
        """Put a small file beside the journal, whole or not at all: what helps an operator and is no part of the record."""
        self._require_writable()
        try:
            replace_file(self._fs, self.folder / name, [data])
        except OSError as error:
            raise _refusal(error, self.folder) from error

    def read_beside(self, name: str) -> bytes | None:
        """Content of such a file, None when there is none. Raises StoreError."""
        path = self.folder / name
        try:
            if self._fs.stat(path) is None:
                return None
            with self._fs.open_read(path) as file:
                return file.read()
        except OSError as error:
            raise _refusal(error, self.folder) from error

    def checkpoint(self) -> None:
        """Write the view and the head anchor; nothing happens when both are up to date. Raises StoreError."""
        with self._writing:
            self._require_writable()
            anchor = self._opened.anchor
            if anchor is not None and anchor.head == self.head and anchor.view is not None:
                return
            try:
                self._write_view_and_anchor()
            except OSError as error:
                raise _refusal(error, self.folder) from error

    def _write_view_and_anchor(self) -> None:
        """The anchor of the head first: it must not wait for the view, which may be large and the device full."""
        from registry.store.view import write_view  # noqa: PLC0415 - TinyDB is not needed to read

        head = Anchor(self.head)
        write_anchor(self._fs, self.folder, head)
        self._opened.anchor = head
        tables = ((table, self._state.rows(table)) for table in self._state.tables())
        written = write_view(self._fs, self.folder, self.head, tables)
        found = self._fs.stat(self.folder / VIEW)
        if found is not None:
            stamped = Anchor(self.head, ViewStamp(written.size, found.mtime_ns, written.sha256))
            write_anchor(self._fs, self.folder, stamped)
            self._opened.anchor = stamped

    def _require_writable(self) -> None:
        if self._closed:
            raise StoreReadOnly("Instansi ini sudah ditutup.", where=str(self.folder), to_do="Buka kembali.")
        if self.readonly:
            raise StoreReadOnly(
                "Data instansi ini hanya dapat dibaca. " + " ".join(self.notices),
                where=str(self.folder),
                to_do="Tunggu sampai selesai, lalu buka kembali." if self.held_by else "",
            )

    def close(self) -> None:
        """Checkpoint where possible, release the lock. What was committed is safe even if the view cannot be written."""
        if self._closed:
            return
        try:
            if not self.readonly and not self._journal.poisoned:
                self.checkpoint()
        except StoreError as error:
            self.notices.append(f"{VIEW} belum diperbarui: {error} Data yang sudah disimpan tetap utuh di jurnal.")
        finally:
            self._closed = True
            self._journal.close()
            if self._opened.lock is not None:
                self._opened.lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _begin(fs: FileSystem, folder: Path, operator: str, payload: bytes) -> None:
    make_folders(fs, folder)
    lock = take_lock(fs, folder, operator)
    if lock is None or fs.stat(folder / JOURNAL) is not None:
        if lock is not None:
            lock.release()
        raise UsageRefused("Instansi ini sudah ada.", where=str(folder), to_do="Buka yang sudah ada.")
    try:
        create_journal(folder / JOURNAL, payload, fs)
    finally:
        lock.release()


def _refusal(error: OSError, folder: Path) -> StoreError:
    """What an error of the file system means to an operator."""
    if error.errno in NO_SPACE:
        return StoreFull(
            "Ruang penyimpanan habis; yang sudah disimpan tetap utuh.",
            where=str(folder),
            to_do="Kosongkan ruang, lalu ulangi.",
        )
    if isinstance(error, PermissionError) or error.errno in NO_PERMISSION:
        return StoreReadOnly(
            "Folder instansi tidak dapat ditulisi atau dibaca.",
            where=str(error.filename or folder),
            to_do="Periksa izin folder itu, dan tutup program lain yang sedang membukanya.",
        )
    return StoreError(
        f"Media penyimpanan melaporkan galat ({error.strerror or error}); yang sudah disimpan tetap tercatat di jurnal.",
        where=str(folder),
        to_do="Tutup instansi ini, periksa media, lalu jalankan `pendataan periksa`.",
    )
