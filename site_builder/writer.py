"""The one writer: every file of the site goes through it, no address twice, none outside the folder."""

import os
import shutil
from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

from registry.edition.sealed import Sealed, seal
from site_builder.addresses import is_safe
from site_builder.errors import AddressTaken, BuildRefused


class Written(Struct, frozen=True):
    """SHA-256 and size of a file of the site."""

    sha256: str
    bita: int


class OldSite(Struct, frozen=True):
    """The site before this build: its folder, and what its manifest says of its files or of those that matter.

    `pohon`: root of its search tree of all agencies, if the same builder made it.
    """

    folder: Path
    berkas: dict[str, Written]
    pohon: str = ""

    def size_of(self, address: str) -> int:
        """Bytes on the disk, -1 where there is no such file."""
        try:
            return os.stat(f"{self.folder}/{address}").st_size  # noqa: PTH116 - asked for every file of a nation
        except OSError:
            return -1

    def is_whole(self, addresses: Iterable[str]) -> bool:
        """Whether each of these files is there and as large as it should be."""
        return all(map(self.has_file, addresses))

    def has_file(self, address: str) -> bool:
        """Whether the manifest knows the file and it is there, as large as it should be."""
        return address in self.berkas and self.size_of(address) == self.berkas[address].bita

    def has(self, address: str, content: Sealed) -> bool:
        """Whether the file at `address` has just these bytes, on the disk too."""
        if self.berkas.get(address) != Written(content.sha256, len(content.data)):
            return False
        path = self.folder / address
        return self.size_of(address) == len(content.data) and path.read_bytes() == content.data


class Writer:
    """Writes below `root` and remembers what it wrote. A file that `old` has with the same bytes stays, with its time."""

    def __init__(self, root: Path, old: OldSite | None = None) -> None:
        self._root, self._old = root, old
        self._folders: set[Path] = set()
        self.written: dict[str, Written] = {}

    def write(self, address: str, content: bytes | Sealed) -> None:
        """A new file. Raises AddressTaken for an address written before, BuildRefused for one outside."""
        sealed = content if isinstance(content, Sealed) else seal(content)
        if self._old is not None and self._old.has(address, sealed):
            self.carry_over(address, self._old)
            return
        with self._reserve(address).open("xb") as file:
            file.write(sealed.data)
        self.written[address] = Written(sealed.sha256, len(sealed.data))

    def place(self, address: str) -> Path:
        """Where a large file that is written piece by piece goes; `adopt` it once it is whole. Raises as `write` does."""
        return self._reserve(address)

    def adopt(self, address: str, written: Written) -> None:
        """A file that now stands at its place."""
        self.written[address] = written

    def carry_over(self, address: str, old: OldSite) -> None:
        """The unchanged file of the old site: a hard link where the disk allows it, else a copy with its times."""
        source, target = old.folder / address, self._reserve(address)
        try:
            os.link(source, target)
        except OSError:
            shutil.copy2(source, target)
        self.written[address] = old.berkas[address]

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
