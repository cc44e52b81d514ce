"""Whole files or none: written aside, synced, given their name in one step."""

from collections.abc import Iterable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from msgspec import Struct

from registry.store.files import FileSystem, OpenFile

ASIDE = ".baru"


class Written(Struct, frozen=True):
    """What was written: size in bytes and SHA-256."""

    size: int
    sha256: str


def write_all(file: OpenFile, data: bytes) -> None:
    """Append everything; one write may take only a part."""
    rest = memoryview(data)
    while rest:
        rest = rest[file.write(rest) :]


def replace_file(fs: FileSystem, path: Path, pieces: Iterable[bytes]) -> Written:
    """Put the pieces, joined, where `path` leads. After an OSError the old file stands untouched."""
    aside = path.with_name(path.name + ASIDE)
    try:
        written = _write_aside(fs, aside, pieces)
        fs.replace(aside, path)
    except BaseException:
        with suppress(OSError):
            fs.remove(aside)
        raise
    fs.sync_folder(path.parent)
    return written


def _write_aside(fs: FileSystem, aside: Path, pieces: Iterable[bytes]) -> Written:
    digest, size = sha256(), 0
    file = fs.create(aside)
    try:
        for piece in pieces:
            write_all(file, piece)
            digest.update(piece)
            size += len(piece)
        file.sync()
    finally:
        file.close()
    return Written(size, digest.hexdigest())


def make_folders(fs: FileSystem, folder: Path) -> None:
    """The folder and what is missing above it, each name durable."""
    missing = [folder]
    while fs.stat(missing[-1].parent) is None:
        missing.append(missing[-1].parent)
    for path in reversed(missing):
        if fs.stat(path) is None:
            fs.make_folder(path)
            fs.sync_folder(path.parent)
