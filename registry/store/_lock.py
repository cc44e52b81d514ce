"""One writer an instansi. Who it is stands in a file beside the lock, so that a second opener can be told."""

import os
import socket
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import msgspec
from msgspec import Struct

from registry.normalise.text import format_moment
from registry.store._atomic import write_all
from registry.store.files import FileSystem

LOCK = "journal.lock"
HOLDER = "journal.pemegang"


class Holder(Struct, frozen=True, omit_defaults=True):
    """Who has the instansi open. `sejak`: since when, by the file system's clock; None when it cannot be told."""

    operator: str = ""
    host: str = ""
    pid: int = 0
    sejak: datetime | None = None

    def __str__(self) -> str:
        if not self.operator:
            return "sedang dibuka di tempat lain"
        since = f", sejak {format_moment(self.sejak)}" if self.sejak else ""
        return f"sedang dibuka oleh {self.operator} (komputer {self.host}, proses {self.pid}{since})"


class Lock:
    """A held lock."""

    def __init__(self, fs: FileSystem, folder: Path, release: Callable[[], None]) -> None:
        self._fs = fs
        self._folder = folder
        self._release: Callable[[], None] | None = release

    def release(self) -> None:
        """Let the next writer in."""
        if self._release is not None:
            release, self._release = self._release, None
            try:
                with suppress(OSError):
                    self._fs.remove(self._folder / HOLDER)
            finally:
                release()


def take_lock(fs: FileSystem, folder: Path, operator: str) -> Lock | None:
    """None when somebody else has it. Raises OSError where no lock file can be made."""
    release = fs.lock(folder / LOCK)
    if release is None:
        return None
    with suppress(OSError):  # a full device: the lock counts, the name is a courtesy
        _write_holder(fs, folder / HOLDER, Holder(operator, socket.gethostname(), os.getpid()))
    return Lock(fs, folder, release)


def _write_holder(fs: FileSystem, path: Path, holder: Holder) -> None:
    file = fs.create(path)
    try:
        write_all(file, msgspec.json.encode(holder))
    finally:
        file.close()


def read_holder(fs: FileSystem, folder: Path) -> Holder:
    """Who holds the lock, as far as it can be told."""
    path = folder / HOLDER
    try:
        with fs.open_read(path) as file:
            holder = msgspec.json.decode(file.read(), type=Holder)
        found = fs.stat(path)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        return Holder()
    if found is None:
        return holder
    return msgspec.structs.replace(holder, sejak=datetime.fromtimestamp(found.mtime_ns // 10**9, tz=UTC))


def is_held(fs: FileSystem, folder: Path) -> bool:
    """Whether a writer has the instansi open now."""
    if fs.stat(folder / LOCK) is None:
        return False
    try:
        release = fs.lock(folder / LOCK)
    except OSError:
        return False
    if release is None:
        return True
    release()
    return False
