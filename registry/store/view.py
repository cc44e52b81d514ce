"""`registry.json`: the present records as a TinyDB database anyone can open. The only module that touches TinyDB.

Derived from the journal, written whole, never read back by the store. Tables are named as in `registry.model.tables`;
document ids are 1..n in key order and mean nothing (TinyDB reuses them), records carry their own numbers. `_jurnal` holds
the journal's head the view was written from. ASCII only: stock TinyDB opens files in the platform's own encoding.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Raw
from tinydb import TinyDB
from tinydb.storages import Storage

from registry.store._anchor import VIEW
from registry.store._atomic import Written, replace_file
from registry.store.files import REAL_FS, FileSystem
from registry.store.seam import Head

HEAD_TABLE = "_jurnal"
_BATCH = 2_000
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")


class AtomicStorage(Storage):
    """TinyDB's storage interface, replacing the file whole instead of writing it in place. Documents may be raw JSON."""

    def __init__(self, path: str | Path, fs: FileSystem = REAL_FS) -> None:
        self._path = Path(path)
        self._fs = fs
        self.written: Written | None = None

    def read(self) -> dict[str, dict[str, Any]] | None:
        """None when there is no file yet. Raises ValueError when it is damaged."""
        try:
            with self._fs.open_read(self._path) as file:
                return json.loads(file.read())
        except FileNotFoundError:
            return None

    def write(self, data: Mapping[str, Mapping[str, Any]]) -> None:
        """Raises OSError; the old file stands then."""
        self.written = replace_file(self._fs, self._path, _encode(data))


def _encode(data: Mapping[str, Mapping[str, Any]]) -> Iterator[bytes]:
    """The database as JSON in pieces, so that 135 MB need not stand in memory a second time."""
    before = b"{"
    for table, documents in data.items():
        yield before + msgspec.json.encode(table) + b":{"
        before = b"},"
        yield from _encode_documents(documents)
    yield b"{}\n" if before == b"{" else b"}}\n"


def _encode_documents(documents: Mapping[str, Any]) -> Iterator[bytes]:
    rest, before = iter(documents.items()), b""
    while batch := dict(islice(rest, _BATCH)):
        yield before + _ascii(msgspec.json.encode(batch)[1:-1])
        before = b","


def _ascii(data: bytes) -> bytes:
    return data if data.isascii() else _NOT_ASCII.sub(_escape, data.decode()).encode()


def _escape(match: re.Match[str]) -> str:
    return json.dumps(match[0])[1:-1]


def write_view(fs: FileSystem, folder: Path, head: Head, tables: Iterable[tuple[str, list[Raw]]]) -> Written:
    """Replace the view by one of these records. Raises OSError; the old view stands then."""
    data: dict[str, dict[str, Any]] = {HEAD_TABLE: {"1": {"seq": head.seq, "head": head.hash}}}
    for table, records in tables:
        data[table] = {str(number): record for number, record in enumerate(records, 1)}
    storage = AtomicStorage(folder / VIEW, fs)
    storage.write(data)
    if storage.written is None:
        raise AssertionError("a storage that wrote knows what")
    return storage.written


class ViewContent(msgspec.Struct, frozen=True):
    """What the view holds, read through TinyDB: its head and the records of each table."""

    seq: int
    head: str
    tables: dict[str, list[dict[str, Any]]]


def read_view(fs: FileSystem, folder: Path) -> ViewContent:
    """Raises ValueError when the file is no such database, FileNotFoundError when there is none."""
    if fs.stat(folder / VIEW) is None:
        raise FileNotFoundError(folder / VIEW)
    with TinyDB(folder / VIEW, fs=fs, storage=AtomicStorage) as database:
        try:
            tables = {name: [dict(document) for document in database.table(name)] for name in sorted(database.tables())}
            stamp = tables.pop(HEAD_TABLE)[0]
            return ViewContent(stamp["seq"], stamp["head"], tables)
        except (AttributeError, KeyError, IndexError, TypeError) as error:
            raise ValueError("not a view") from error
