"""Small private files beside the stores, written whole or not at all, readable for their owner alone."""

from pathlib import Path

from registry.store._atomic import replace_file
from registry.store.files import REAL_FS


def write_whole(path: Path, data: bytes) -> None:
    """Put the bytes where `path` leads, durably. After an OSError the old file stands untouched."""
    replace_file(REAL_FS, path, [data])
