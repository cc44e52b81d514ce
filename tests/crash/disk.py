"""A file system in memory that forgets: what was not synced may be lost, torn into sectors or reach the disk out of order.

It implements `registry.store.files.FileSystem`. `steps` counts the calls that change something; `plan` names what happens at a
step: a power cut, or an OSError. `crash` gives the disk as the next boot finds it.
"""

import errno
import io
import os
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import BinaryIO

from registry.store.files import FileStat, OpenFile


class PowerCutError(BaseException):
    """The machine is off: no code below may handle it."""


class Inode:
    """A file's bytes: as programs see them, as the device has them, and the operations in between."""

    def __init__(self, durable: bytes = b"") -> None:
        self.durable = durable
        self.data = bytearray(durable)
        self.pending: list[tuple[int, bytes | None]] = []
        self.mtime_ns = 0

    def write(self, data: bytes) -> None:
        self.pending.append((len(self.data), data))
        self.data += data

    def truncate(self, size: int) -> None:
        self.pending.append((size, None))
        del self.data[size:]

    def sync(self) -> None:
        """Only what is pending gets to the device: pages a failed sync dropped do not come back."""
        self.durable = _applied(self.durable, self.pending)
        self.pending = []

    def lose(self, random: Random) -> None:
        """A failed sync: some of it got there, the rest counts as clean."""
        self.durable = self.after_crash(random)
        self.pending = []

    def after_crash(self, random: Random) -> bytes:
        sector = random.choice([1, 16, 64, 512])
        mode = random.choice(["none", "all", "prefix", "any"])
        pieces = [piece for operation in self.pending for piece in _sectors(operation, sector)]
        if mode == "none":
            pieces = []
        elif mode == "prefix":
            pieces = pieces[: random.randrange(len(pieces) + 1)]
        elif mode == "any":
            pieces = [piece for piece in pieces if random.random() < random.choice([0.2, 0.5, 0.9])]
        durable = _applied(self.durable, pieces)
        if mode != "none" and random.random() < 0.2:  # the size got there, the bytes did not
            durable = durable.ljust(len(self.data), b"\0")
        return durable


def _sectors(operation: tuple[int, bytes | None], sector: int) -> list[tuple[int, bytes | None]]:
    offset, data = operation
    if data is None:
        return [operation]
    cuts = [0, *range(sector - offset % sector, len(data), sector), len(data)]
    return [(offset + a, data[a:b]) for a, b in pairwise(cuts) if b > a]


def _applied(durable: bytes, pieces: list[tuple[int, bytes | None]]) -> bytes:
    content = bytearray(durable)
    for offset, data in pieces:
        if data is None:
            del content[offset:]
        else:
            content.extend(b"\0" * (offset - len(content)))
            content[offset : offset + len(data)] = data
    return bytes(content)


class SimFile:
    def __init__(self, disk: "SimDisk", path: Path, inode: Inode) -> None:
        self._disk, self._path, self._inode = disk, path, inode

    def write(self, data: bytes | memoryview) -> int:
        data = bytes(data)
        part = self._disk.random.randrange(len(data) + 1)
        self._disk.step("write", before=lambda: self._inode.write(data[:part]))
        taken = len(data) if self._disk.free is None else min(len(data), self._disk.free)
        if data and not taken:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        if taken > 1 and self._disk.random.random() < 0.3:
            taken = self._disk.random.randrange(1, taken)
        if self._disk.free is not None:
            self._disk.free -= taken
        self._inode.write(data[:taken])
        self._inode.mtime_ns = self._disk.tick()
        return taken

    def sync(self) -> None:
        self._disk.step("sync", before=lambda: self._inode.lose(self._disk.random))
        self._inode.sync()

    def truncate(self, size: int) -> None:
        self._disk.step("truncate")
        self._inode.truncate(size)
        self._inode.mtime_ns = self._disk.tick()

    def size(self) -> int | None:
        return len(self._inode.data) if self._disk.files.get(self._path) is self._inode else None

    def close(self) -> None:
        """Nothing is lost or saved by closing."""


class SimDisk:
    def __init__(self, random: Random | None = None) -> None:
        self.random = random or Random(0)
        self.folders: set[Path] = {Path("/")}
        self.files: dict[Path, Inode] = {}
        self.free: int | None = None
        self.readonly = False
        self.steps = 0
        self.plan: dict[int, BaseException] = {}
        self.log: list[str] = []
        self._durable_folders: set[Path] = {Path("/")}
        self._durable_files: dict[Path, Inode] = {}
        self._pending: list[tuple[Path, Callable[[set[Path], dict[Path, Inode]], None]]] = []
        self._locks: set[Path] = set()
        self._off = False
        self._ticks = 0

    def step(self, kind: str, *, before: Callable[[], None] | None = None) -> None:
        """Count a call that changes something. `before`: what happens even though the call fails."""
        if self._off:
            raise PowerCutError
        if self.readonly:
            raise OSError(errno.EROFS, os.strerror(errno.EROFS))
        self.steps += 1
        self.log.append(kind)
        failure = self.plan.get(self.steps)
        if failure is not None:
            self._off = isinstance(failure, PowerCutError)
            if before is not None and not (isinstance(failure, OSError) and failure.errno == errno.EROFS):
                before()
            raise failure

    def tick(self) -> int:
        self._ticks += 1
        return self._ticks

    def crash(self, seed: int) -> "SimDisk":
        """The disk at the next boot."""
        random = Random(seed)
        folders, files = set(self._durable_folders), dict(self._durable_files)
        mode = random.choice(["none", "all", "prefix", "any"])
        pending = self._pending
        if mode == "prefix":
            pending = pending[: random.randrange(len(pending) + 1)]
        for _, change in pending if mode != "none" else []:
            if mode != "any" or random.random() < 0.5:
                change(folders, files)
        disk = SimDisk(random)
        disk.folders = {path for path in folders if folders.issuperset(path.parents)}
        disk.files = {
            path: Inode(inode.after_crash(random)) for path, inode in files.items() if path.parent in disk.folders
        }
        disk._durable_folders, disk._durable_files = set(disk.folders), dict(disk.files)
        disk._ticks = self._ticks
        return disk

    def put(self, path: Path, data: bytes) -> None:
        """A file that is there, durable, whoever wrote it."""
        self.files[path] = self._durable_files[path] = Inode(data)
        self.files[path].mtime_ns = self.tick()

    def _change(self, folder: Path, change: Callable[[set[Path], dict[Path, Inode]], None]) -> None:
        change(self.folders, self.files)
        self._pending.append((folder, change))

    # FileSystem

    def open_read(self, path: Path) -> BinaryIO:
        if path not in self.files:
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(path))
        return io.BytesIO(bytes(self.files[path].data))

    def open_append(self, path: Path) -> OpenFile:
        self.step("open")
        self.steps -= 1
        return SimFile(self, path, self.files[path])

    def create(self, path: Path) -> OpenFile:
        self.step("create")
        inode = Inode()
        inode.mtime_ns = self.tick()
        if path.parent not in self.folders:
            raise FileNotFoundError(path)
        self._change(path.parent, lambda _, files: files.__setitem__(path, inode))
        return SimFile(self, path, inode)

    def stat(self, path: Path) -> FileStat | None:
        if path in self.folders:
            return FileStat(0, 0, 0o700)
        inode = self.files.get(path)
        return FileStat(len(inode.data), inode.mtime_ns, 0o600) if inode else None

    def names(self, folder: Path) -> list[str]:
        return sorted(path.name for path in {*self.files, *self.folders} if path.parent == folder and path != folder)

    def replace(self, source: Path, target: Path) -> None:
        self.step("replace")
        inode = self.files[source]

        def change(_: set[Path], files: dict[Path, Inode]) -> None:
            if files.get(source) is inode:
                del files[source]
            files[target] = inode

        self._change(target.parent, change)

    def remove(self, path: Path) -> None:
        self.step("remove")
        self._change(path.parent, lambda _, files: files.pop(path, None) and None)

    def make_folder(self, path: Path) -> None:
        self.step("folder")
        self._change(path.parent, lambda folders, _: folders.add(path))

    def sync_folder(self, path: Path) -> None:
        self.step("sync folder")
        for folder, change in self._pending:
            if folder == path:
                change(self._durable_folders, self._durable_files)
        self._pending = [(folder, change) for folder, change in self._pending if folder != path]

    def lock(self, path: Path) -> Callable[[], None] | None:
        if self.readonly:
            raise OSError(errno.EROFS, os.strerror(errno.EROFS))
        if path in self._locks:
            return None
        self._locks.add(path)
        return lambda: self._locks.discard(path)
