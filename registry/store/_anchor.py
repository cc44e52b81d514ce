"""The head anchor: where the journal stood when it was last closed, and which view was written from it.

Without it a journal cut exactly at a line border looks whole.
"""

from pathlib import Path

import msgspec
from msgspec import Struct

from registry.store._atomic import replace_file
from registry.store.files import FileSystem
from registry.store.seam import Head

ANCHOR = "journal.kepala"
VIEW = "registry.json"


class ViewStamp(Struct, frozen=True):
    """The view as it was written: to tell whether it is still that file without reading all of it."""

    size: int
    mtime_ns: int
    sha256: str


class Anchor(Struct, frozen=True, omit_defaults=True):
    """`view`: the view written from exactly this head; None when there is none."""

    head: Head
    view: ViewStamp | None = None


def write_anchor(fs: FileSystem, folder: Path, anchor: Anchor) -> None:
    """Raises OSError."""
    replace_file(fs, folder / ANCHOR, [msgspec.json.encode(anchor) + b"\n"])


def read_anchor(fs: FileSystem, folder: Path) -> Anchor | None:
    """None when there is none or it is unreadable; `anchor_is_damaged` tells which."""
    try:
        with fs.open_read(folder / ANCHOR) as file:
            return msgspec.json.decode(file.read(), type=Anchor)
    except (FileNotFoundError, msgspec.MsgspecError, UnicodeDecodeError):
        return None


def anchor_is_damaged(fs: FileSystem, folder: Path) -> bool:
    """The file is there and cannot be read."""
    return fs.stat(folder / ANCHOR) is not None and read_anchor(fs, folder) is None
