"""The one writer: every file of the site goes through it, no address twice, none outside the folder."""

import os
import shutil
from pathlib import Path

from msgspec import Struct

from registry.edition.sealed import Sealed, seal
from site_builder.addresses import is_safe
from site_builder.errors import AddressTaken, BuildRefused


class Written(Struct, frozen=True):
    """SHA-256 and size of a file of the site."""

    sha256: str
    bita: int


class Writer:
    """Writes below `root` and remembers what it wrote."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._folders: set[Path] = set()
        self.written: dict[str, Written] = {}

    def write(self, address: str, content: bytes | Sealed) -> None:
        """A new file. Raises AddressTaken for an address written before, BuildRefused for one outside."""
        sealed = content if isinstance(content, Sealed) else seal(content)
        with self._reserve(address).open("xb") as file:
            file.write(sealed.data)
        self.written[address] = Written(sealed.sha256, len(sealed.data))

    def place(self, address: str) -> Path:
        """Where a large file that is written piece by piece goes; `adopt` it once it is whole. Raises as `write` does."""
        return self._reserve(address)

    def adopt(self, address: str, written: Written) -> None:
        """A file that now stands at its place."""
        self.written[address] = written

    def carry_over(self, address: str, old: Path, known: Written) -> None:
        """The unchanged file `old` under `address`: a hard link where the disk allows it, else a copy with its times."""
        target = self._reserve(address)
        try:
            os.link(old, target)
        except OSError:
            shutil.copy2(old, target)
        self.written[address] = known

    def _reserve(self, address: str) -> Path:
        if not is_safe(address):
            raise BuildRefused(f"Alamat {address!r} keluar dari folder situs.", to_do="Laporkan kepada pengelola.")
        if address in self.written:
            raise AddressTaken(f"Alamat {address} ditulis dua kali.", to_do="Laporkan kepada pengelola.")
        target = self._root / address
        if target.parent not in self._folders:
            target.parent.mkdir(parents=True, exist_ok=True)
            self._folders.add(target.parent)
        return target
