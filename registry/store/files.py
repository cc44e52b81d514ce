"""What the store asks of a file system, and the real one. Tests bring one that loses, tears and reorders writes.

Everything here is private data: files are made 0600 and folders 0700 where the platform has modes.
"""

import errno
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO, Protocol

from msgspec import Struct

NO_SPACE = frozenset({errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)})
NO_PERMISSION = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


class FileStat(Struct, frozen=True):
    """Size in bytes, time of the last write by the file system's own clock, permission bits (0 where there are none)."""

    size: int
    mtime_ns: int
    mode: int


class OpenFile(Protocol):
    """A file open for appending. Every call may raise OSError."""

    def write(self, data: bytes | memoryview) -> int:
        """Append; the number of bytes taken, which may be fewer than given."""
        ...

    def sync(self) -> None:
        """Return once content and size are on the device."""
        ...

    def truncate(self, size: int) -> None:
        """Cut to `size` bytes."""
        ...

    def size(self) -> int | None:
        """Present size; None when the path no longer leads to this file."""
        ...

    def close(self) -> None:
        """Let go of the file. Never raises after the first time."""
        ...


class FileSystem(Protocol):
    """The calls a store makes. Every one may raise OSError."""

    def open_read(self, path: Path) -> BinaryIO:
        """An existing file, from its start."""
        ...

    def open_append(self, path: Path) -> OpenFile:
        """An existing file, to append to."""
        ...

    def create(self, path: Path) -> OpenFile:
        """A new, empty file in place of whatever stands there. Durable only after sync() and sync_folder()."""
        ...

    def stat(self, path: Path) -> FileStat | None:
        """None when there is no such file or folder."""
        ...

    def names(self, folder: Path) -> list[str]:
        """Names in a folder, sorted; none when there is no such folder."""
        ...

    def replace(self, source: Path, target: Path) -> None:
        """Give `source` the name `target` in one step. Durable only after sync_folder()."""
        ...

    def remove(self, path: Path) -> None:
        """Take a file away; nothing happens when there is none."""
        ...

    def make_folder(self, path: Path) -> None:
        """One level; nothing happens when it exists."""
        ...

    def sync_folder(self, path: Path) -> None:
        """Return once the names in the folder are on the device."""
        ...

    def lock(self, path: Path) -> Callable[[], None] | None:
        """Take an exclusive lock; the call that releases it, or None when somebody else has it."""
        ...


class _RealFile:
    def __init__(self, path: Path, flags: int) -> None:
        self._path = path
        flags |= os.O_APPEND | getattr(os, "O_BINARY", 0)
        self._fd = os.open(path, flags, 0o600)

    def write(self, data: bytes | memoryview) -> int:
        return os.write(self._fd, data)

    def sync(self) -> None:
        _sync(self._fd)

    def truncate(self, size: int) -> None:
        os.ftruncate(self._fd, size)

    def size(self) -> int | None:
        mine = os.fstat(self._fd)
        try:
            named = os.stat(self._path)  # noqa: PTH116 - beside os.fstat
        except FileNotFoundError:
            return None
        return mine.st_size if os.path.samestat(mine, named) else None

    def close(self) -> None:
        if self._fd >= 0:
            fd, self._fd = self._fd, -1
            os.close(fd)


if sys.platform == "win32":
    _REPLACE_TRIES = 25

    def _sync(fd: int) -> None:
        os.fsync(fd)

    def _sync_folder(path: Path) -> None:
        """Windows has no such thing; NTFS keeps its names in its own journal."""

    def _replace(source: Path, target: Path) -> None:
        """A reader or a virus scanner that has the target open makes this fail for a moment."""
        for _ in range(_REPLACE_TRIES):
            try:
                source.replace(target)
            except PermissionError:
                time.sleep(0.02)
            else:
                return
        source.replace(target)

else:
    import fcntl

    _FULL_SYNC = getattr(fcntl, "F_FULLFSYNC", None)
    _sync_data = getattr(os, "fdatasync", os.fsync)

    def _sync(fd: int) -> None:
        """With fdatasync the size is kept too; on macOS only F_FULLFSYNC reaches the device."""
        if _FULL_SYNC is None:
            _sync_data(fd)
        else:
            fcntl.fcntl(fd, _FULL_SYNC)

    def _sync_folder(path: Path) -> None:
        fd = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(fd)
        except OSError as error:
            if error.errno not in {errno.EINVAL, errno.EBADF}:  # network shares that know no fsync of folders
                raise
        finally:
            os.close(fd)

    def _replace(source: Path, target: Path) -> None:
        source.replace(target)


class RealFileSystem:
    """The operating system's."""

    def open_read(self, path: Path) -> BinaryIO:
        """Read in large pieces: journals have lines of many megabytes."""
        return path.open("rb", buffering=1 << 20)

    def open_append(self, path: Path) -> OpenFile:
        """See FileSystem."""
        return _RealFile(path, os.O_WRONLY)

    def create(self, path: Path) -> OpenFile:
        """See FileSystem."""
        return _RealFile(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)

    def stat(self, path: Path) -> FileStat | None:
        """See FileSystem."""
        try:
            found = path.stat()
        except (FileNotFoundError, NotADirectoryError):
            return None
        mode = 0 if sys.platform == "win32" else found.st_mode & 0o777
        return FileStat(found.st_size, found.st_mtime_ns, mode)

    def names(self, folder: Path) -> list[str]:
        """See FileSystem."""
        try:
            return sorted(os.listdir(folder))  # noqa: PTH208 - names, not paths
        except FileNotFoundError:
            return []

    def replace(self, source: Path, target: Path) -> None:
        """See FileSystem."""
        _replace(source, target)

    def remove(self, path: Path) -> None:
        """See FileSystem."""
        path.unlink(missing_ok=True)

    def make_folder(self, path: Path) -> None:
        """See FileSystem."""
        path.mkdir(mode=0o700, exist_ok=True)

    def sync_folder(self, path: Path) -> None:
        """See FileSystem."""
        _sync_folder(path)

    def lock(self, path: Path) -> Callable[[], None] | None:
        """filelock: flock or its Windows counterpart; let go by the system when the process dies."""
        from filelock import FileLock, Timeout  # noqa: PLC0415 - not needed to read

        lock = FileLock(path, timeout=0, mode=0o600, thread_local=False)
        try:
            lock.acquire()
        except Timeout:
            return None
        except NotImplementedError as error:
            raise OSError(errno.ENOLCK, "sistem berkas ini tidak mengenal kunci", str(path)) from error
        return lock.release


REAL_FS: FileSystem = RealFileSystem()
