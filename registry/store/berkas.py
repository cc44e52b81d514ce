"""Files that arrived and attached scans, each kept once under its SHA-256, readable by their owner only."""

import re
from hashlib import sha256
from pathlib import Path

from registry.errors import UsageRefused
from registry.store._atomic import make_folders, replace_file
from registry.store.files import FileSystem

BERKAS = "berkas"
_PIECE = 1 << 20
_SHA256 = re.compile(r"[0-9a-f]{64}")


def content_of(source: Path) -> bytes:
    """Content of a file from outside. Raises UsageRefused when it cannot be read."""
    try:
        return source.read_bytes()
    except OSError as error:
        raise UsageRefused(
            f"Berkas {source.name} tidak dapat dibaca ({error.strerror}).", where=str(source), to_do="Periksa namanya."
        ) from error


def keep(fs: FileSystem, folder: Path, content: bytes) -> str:
    """Keep the bytes durably; their SHA-256. Raises OSError."""
    name = sha256(content).hexdigest()
    target = folder / BERKAS / name
    if fs.stat(target) is None or hash_file(fs, target) != name:
        make_folders(fs, target.parent)
        replace_file(fs, target, [content])
    return name


def path_of(folder: Path, name: str) -> Path:
    """Where the file with this SHA-256 stands, or would stand."""
    if not _SHA256.fullmatch(name):
        raise UsageRefused(f"“{name}” bukan sidik SHA-256 sebuah berkas.")
    return folder / BERKAS / name


def hash_file(fs: FileSystem, path: Path) -> str:
    """SHA-256 of a file's content."""
    digest = sha256()
    with fs.open_read(path) as file:
        while piece := file.read(_PIECE):
            digest.update(piece)
    return digest.hexdigest()


def is_kept_name(name: str) -> bool:
    """Whether a name in the folder is one of ours."""
    return _SHA256.fullmatch(name) is not None
