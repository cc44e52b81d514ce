"""Fingerprints of what a build rests on: files, whole folders, the builder's own code."""

from functools import cache
from hashlib import file_digest, sha256
from pathlib import Path

_OWN_CODE = ("site_builder", "registry/edition")


def hash_file(path: Path) -> str:
    """SHA-256 of a file's bytes."""
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def hash_folder(folder: Path, pattern: str = "*") -> str:
    """SHA-256 over the relative names and the bytes of all files below `folder` that match."""
    digest = sha256()
    for path in sorted(path for path in folder.rglob(pattern) if path.is_file()):
        digest.update(f"{path.relative_to(folder).as_posix()}\0{hash_file(path)}\n".encode())
    return digest.hexdigest()


@cache
def hash_builder() -> str:
    """Fingerprint of the builder's code, so that a changed builder never carries old pages over."""
    packages = Path(__file__).resolve().parents[1]
    return sha256("".join(hash_folder(packages / name, "*.py") for name in _OWN_CODE).encode()).hexdigest()
