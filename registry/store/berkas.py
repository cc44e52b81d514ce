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


def keep(fs: FileSystem, folder: Path, data: bytes | Path) -> str:
    """Keep the bytes, or the file at a path, durably; its SHA-256. Raises OSError."""
    content = data if isinstance(data, bytes) else data.read_bytes()
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
