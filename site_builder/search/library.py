"""Data of a built or downloaded site as its pages load it, with what that would cost a reader."""

from pathlib import Path
from typing import Any

import msgspec

from site_builder.errors import BuildRefused
from site_builder.search.shelf import gzipped


class Library:
    """Files below a site's folder, each loaded once. `bita`: bytes gzipped and `permintaan`: files since the last `reset`."""

    def __init__(self, site: Path) -> None:
        self._site = site
        self._loaded: dict[str, Any] = {}
        self._sizes: dict[str, int] = {}
        self._asked: set[str] = set()

    def load(self, path: str) -> Any:
        """The data named `path`. Raises BuildRefused when the file is missing or is no such script."""
        self._asked.add(path)
        if path not in self._loaded:
            self._loaded[path] = self._read(path)
        return self._loaded[path]

    def reset(self, *, forget: bool = False) -> None:
        """Count from here. `forget`: as on a first visit."""
        self._asked = set()
        if forget:
            self._loaded = {}

    @property
    def bita(self) -> int:
        """Bytes a browser would have loaded."""
        return sum(map(self._size, self._asked))

    @property
    def permintaan(self) -> int:
        """Files a browser would have asked for."""
        return len(self._asked)

    def _size(self, path: str) -> int:
        if path not in self._sizes:
            self._sizes[path] = gzipped((self._site / f"{path}.js").read_bytes())
        return self._sizes[path]

    def _read(self, path: str) -> Any:
        file = self._site / f"{path}.js"
        front = b"K(" + msgspec.json.encode(path) + b","
        try:
            data = file.read_bytes()
            if data.startswith(front):
                return msgspec.json.decode(data[len(front) : -len(b");\n")])
        except (OSError, msgspec.DecodeError):
            pass
        raise BuildRefused(
            "Data pencarian situs ini hilang atau rusak.", where=str(file), to_do="Ambil ulang situsnya."
        )
