"""Looking into a folder for spreadsheets that arrive there. Reads names, sizes and fingerprints; imports nothing.

A file is offered once two looks in a row saw the same size and time: one that is still being copied is not.
"""

import os
import stat
from hashlib import file_digest
from pathlib import Path

from msgspec import Struct

SUFFIXES = (".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".txt", ".htm", ".html")
_TEMPORARY = ("~$", ".", "~")


class Found(Struct, frozen=True, kw_only=True):
    """One file in the folder. sha256: empty while it is still changing or cannot be read; then `trouble` says why."""

    path: Path
    size: int
    sha256: str = ""
    trouble: str = ""

    @property
    def offered(self) -> bool:
        """It has arrived whole."""
        return bool(self.sha256)


class Sighting(Struct, frozen=True):
    """What one look saw. trouble: why the folder cannot be looked into, in a sentence."""

    files: tuple[Found, ...] = ()
    trouble: str = ""


class FolderWatch:
    """One folder; its files only, not those of folders below it. Keeps what the look before saw."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._before: dict[Path, tuple[int, int]] = {}
        self._known: dict[Path, tuple[tuple[int, int], str]] = {}

    def look(self) -> Sighting:
        """Look once. A folder that has vanished is told, and looked for again at the next look."""
        try:
            now = _spreadsheets(self.folder)
        except OSError as error:
            self._before = {}
            return Sighting(trouble=_why(error))
        found = tuple(self._judge(path, mark) for path, mark in sorted(now.items()))
        self._before = now
        self._known = {path: known for path, known in self._known.items() if path in now}
        return Sighting(found)

    def _judge(self, path: Path, mark: tuple[int, int]) -> Found:
        size = mark[0]
        if not size:
            return Found(path=path, size=size, trouble="masih kosong")
        if self._before.get(path) != mark:
            return Found(path=path, size=size, trouble="masih disalin" if path in self._before else "sedang diperiksa")
        known = self._known.get(path)
        if known is None or known[0] != mark:
            try:
                with path.open("rb") as file:
                    known = mark, file_digest(file, "sha256").hexdigest()
            except OSError:
                return Found(path=path, size=size, trouble="sedang dipakai program lain atau tidak boleh dibaca")
            self._known[path] = known
        return Found(path=path, size=size, sha256=known[1])


def _spreadsheets(folder: Path) -> dict[Path, tuple[int, int]]:
    """Size and time of every spreadsheet; a file that goes away meanwhile is none."""
    found: dict[Path, tuple[int, int]] = {}
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith(_TEMPORARY) or not entry.name.lower().endswith(SUFFIXES):
                continue
            path = Path(entry.path)
            try:
                seen = (
                    path.stat()
                )  # Not the entry's own: on Windows that is what the folder last noted, not the file's.
            except OSError:
                continue
            if stat.S_ISREG(seen.st_mode):
                found[path] = (seen.st_size, seen.st_mtime_ns)
    return found


def _why(error: OSError) -> str:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return "Folder ini tidak ada lagi. Pantauan menunggu sampai folder itu kembali."
    return "Folder ini tidak dapat dibaca saat ini. Pantauan mencoba lagi."
