"""A ZIP file written front to back: fixed times, deflate, entries that may be copied packed from another ZIP.

What is packed in pieces that each end at a byte border (`pack`) can be laid end to end without packing it again: that is how a
nation's file is made of its provinces'. No ZIP64: nothing here may reach four gigabytes.
"""

import struct
import zlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from site_builder.errors import BuildRefused

LEVEL = 1  # four times faster than 6, a fifth larger: a nation is packed on a laptop
END = b"\x03\x00"  # an empty last block closes a row of pieces
_DOS_DATE = (1980 - 1980) << 9 | 1 << 5 | 1
_FLAGS = 0x0808  # sizes follow the data; names are UTF-8
_LIMIT = 0xFFFF_FFFF
_BLOCK = 1 << 18


class Entry(Struct, frozen=True):
    """A finished entry: CRC-32, sizes packed and plain, where it begins."""

    nama: bytes
    crc: int
    padat: int
    asli: int
    awal: int


class ZipStream:
    """Writes a ZIP through `write`; `close` adds the directory."""

    def __init__(self, write: Callable[[bytes], object]) -> None:
        self._write, self._at = write, 0
        self._entries: list[Entry] = []

    def add(self, name: str, data: bytes) -> None:
        """A small file."""
        self.copy(name, [pack(data), END], zlib.crc32(data), len(data))

    def copy(self, name: str, packed: Iterable[bytes], crc: int, size: int) -> None:
        """An entry whose packed bytes are at hand."""
        self.stream(name, packed, lambda: (crc, size))

    def stream(self, name: str, packed: Iterable[bytes], told: Callable[[], tuple[int, int]]) -> None:
        """An entry of these packed bytes; `told` says its CRC-32 and plain size once they were taken."""
        encoded, start = name.encode(), self._at
        self._put(
            struct.pack("<4s5H3L2H", b"PK\x03\x04", 20, _FLAGS, 8, 0, _DOS_DATE, 0, 0, 0, len(encoded), 0) + encoded
        )
        begin = self._at
        for piece in packed:
            self._put(piece)
        crc, size = told()
        entry = Entry(encoded, crc, self._at - begin, size, start)
        self._put(struct.pack("<4s3L", b"PK\x07\x08", crc, entry.padat, self._checked(size)))
        self._entries.append(entry)

    def close(self, comment: bytes) -> None:
        """The directory and a comment, which may tell what the file was made from."""
        start = self._at
        for one in self._entries:
            sizes = one.crc, one.padat, one.asli, len(one.nama)
            self._put(
                struct.pack(
                    "<4s6H3L5H2L",
                    b"PK\x01\x02",
                    0x031E,
                    20,
                    _FLAGS,
                    8,
                    0,
                    _DOS_DATE,
                    *sizes,
                    0,
                    0,
                    0,
                    0,
                    0o100644 << 16,
                    one.awal,
                )
                + one.nama
            )
        count = len(self._entries)
        self._put(
            struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, count, count, self._at - start, start, len(comment)) + comment
        )

    def _put(self, data: bytes) -> None:
        self._write(data)
        self._at = self._checked(self._at + len(data))

    @staticmethod
    def _checked(size: int) -> int:
        if size >= _LIMIT:
            raise BuildRefused(
                "Berkas ZIP melewati empat gigabita.", to_do="Bangun situs untuk lebih sedikit instansi."
            )
        return size


class Packed:
    """Packs a file in blocks and knows CRC-32 and size of what went in, over several files if need be."""

    def __init__(self) -> None:
        self.crc = self.size = 0

    def file(self, path: Path, skip: int = 0) -> Iterator[bytes]:
        """The file without its first `skip` bytes, ending at a byte border."""
        packer = zlib.compressobj(LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
        with path.open("rb") as file:
            file.seek(skip)
            while block := file.read(_BLOCK):
                self.crc = zlib.crc32(block, self.crc)
                self.size += len(block)
                yield packer.compress(block)
        yield packer.flush(zlib.Z_FULL_FLUSH)

    def told(self) -> tuple[int, int]:
        """CRC-32 and size."""
        return self.crc, self.size


def pack(data: bytes) -> bytes:
    """The data packed, ending at a byte border and without a last block."""
    packer = zlib.compressobj(LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush(zlib.Z_FULL_FLUSH)
