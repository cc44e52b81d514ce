"""The guard before reading: what a file really is, and whether it is safe to hand to a reader.

Decides by content; a suffix may lie. Looks at sizes and the first bytes only; what needs unpacking is in `package`.
"""

import hashlib
import zipfile
from enum import StrEnum
from pathlib import Path

from msgspec import Struct

from registry.intake.refusals import refused

MAX_BYTES = 64 * 1024 * 1024
MAX_UNPACKED = 768 * 1024 * 1024
BOMB_FROM = 96 * 1024 * 1024
BOMB_RATIO = 120
MAX_PARTS = 4000

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_FOREIGN = (
    b"%PDF",
    b"\xff\xd8\xff",
    b"\x89PNG",
    b"GIF8",
    b"Rar!",
    b"7z\xbc\xaf",
    b"\x1f\x8b",
    b"{\\rtf",
    b"MZ",
    b"\x7fELF",
)
_FOREIGN_TEXT = (b"mime-version:", b"<?php", b"%!ps")


class Format(StrEnum):
    """What the content is, whatever the suffix says."""

    XLSX = "xlsx"
    XLS = "xls"
    ODS = "ods"
    HTML = "html"
    TEKS = "teks"


class Guarded(Struct, frozen=True):
    """A file that may be read."""

    path: Path
    format: Format
    sha256: str


def inspect_file(path: Path) -> Guarded:
    """What the file is. Raises FileRefused when it must not or cannot be read."""
    try:
        if not path.is_file():
            raise refused("berkas-tidak-ada", path.name)
        size = path.stat().st_size
        if size == 0:
            raise refused("berkas-kosong", path.name)
        if size > MAX_BYTES:
            raise refused(
                "berkas-terlalu-besar",
                path.name,
                f"Ukurannya {size // 1024**2} MB, batasnya {MAX_BYTES // 1024**2} MB.",
            )
        data = path.read_bytes()
    except OSError as error:
        raise refused("berkas-tidak-ada", path.name) from error
    return Guarded(path, _format_of(path, data), hashlib.sha256(data).hexdigest())


def _format_of(path: Path, data: bytes) -> Format:
    head = data[:4096].lstrip()
    if data.startswith(b"PK"):
        return _package_format(path)
    if data.startswith(_OLE):
        return _ole_format(path, data)
    if data[:2] == b"\x09\x08" or data[:4] in (b"\x09\x02\x06\x00", b"\x09\x04\x06\x00"):
        return Format.XLS
    if data.startswith(_FOREIGN) or head[:20].lower().startswith(_FOREIGN_TEXT):
        raise refused("berkas-bukan-tabel", path.name)
    text = head.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if _is_utf16(data):
        text = data[:4096].decode("utf-16", "ignore").lstrip("\ufeff \r\n\t").lower().encode()
    elif b"\x00" in data[:65536]:
        raise refused("berkas-bukan-tabel", path.name)
    return _text_format(path, text, data)


def _text_format(path: Path, text: bytes, data: bytes) -> Format:
    if not data.strip(b" \t\r\n\x1a\xef\xbb\xbf\xff\xfe\x00"):
        raise refused("berkas-kosong", path.name)
    if text.startswith(b"<?xml") and b"urn:schemas-microsoft-com:office:spreadsheet" in data[:65536]:
        return Format.HTML
    if text.startswith(b"<"):
        if b"<!entity" in data[:65536].lower():
            raise refused("berkas-ber-dtd", path.name)
        if b"<table" in data.lower() or _is_utf16(data):
            return Format.HTML
        raise refused("berkas-bukan-tabel", path.name)
    return Format.TEKS


def _is_utf16(data: bytes) -> bool:
    return data.startswith((b"\xff\xfe", b"\xfe\xff"))


def _ole_format(path: Path, data: bytes) -> Format:
    """An OLE container holds an old workbook, or a package encrypted with a password, or something else."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise refused("berkas-bersandi", path.name)
    if "Workbook".encode("utf-16-le") in data or "Book\0".encode("utf-16-le") in data:
        if _filepass(data):
            raise refused("berkas-bersandi", path.name)
        return Format.XLS
    raise refused("berkas-bukan-tabel", path.name)


def biff_records(data: bytes, limit: int = 60) -> dict[int, bytes]:
    """The first records of the workbook stream of a BIFF file, by number, where they lie in one piece."""
    start = max(data.find(b"\x09\x08\x10\x00\x00\x06\x05\x00"), data.find(b"\x09\x08\x08\x00\x00\x05\x05\x00"))
    records: dict[int, bytes] = {}
    while start >= 0 and limit and start + 4 <= len(data):
        kind = int.from_bytes(data[start : start + 2], "little")
        size = int.from_bytes(data[start + 2 : start + 4], "little")
        records.setdefault(kind, data[start + 4 : start + 4 + size])
        if kind == 0x0A:
            break
        start += 4 + size
        limit -= 1
    return records


def _filepass(data: bytes) -> bool:
    return 0x2F in biff_records(data)


def _package_format(path: Path) -> Format:
    """A zip: a workbook, an OpenDocument sheet, or something else. Declared sizes are held against the limits."""
    try:
        with zipfile.ZipFile(path) as package:
            parts = package.infolist()
            names = {part.filename for part in parts}
            if len(parts) > MAX_PARTS:
                raise refused("berkas-bom-zip", path.name)
            check_sizes(path, sum(part.file_size for part in parts), sum(part.compress_size for part in parts))
            if any(part.flag_bits & 1 for part in parts):
                raise refused("berkas-bersandi", path.name)
            return _kind_of(path, package, names)
    except (zipfile.BadZipFile, EOFError, ValueError, NotImplementedError, OSError) as error:
        raise refused("berkas-rusak", path.name) from error


def _kind_of(path: Path, package: zipfile.ZipFile, names: set[str]) -> Format:
    if "xl/workbook.xml" in {name.lower().lstrip("/") for name in names}:
        return Format.XLSX
    if "content.xml" in names and "mimetype" in names:
        with package.open("mimetype") as part:
            kind = part.read(200)
        if b"opendocument.spreadsheet" not in kind:
            raise refused("berkas-bukan-tabel", path.name)
        if "META-INF/manifest.xml" in names:
            with package.open("META-INF/manifest.xml") as part:
                if b"encryption-data" in part.read(1_000_000):
                    raise refused("berkas-bersandi", path.name)
        return Format.ODS
    raise refused("berkas-bukan-tabel", path.name)


def check_sizes(path: Path, unpacked: int, packed: int) -> None:
    """Refuse a package that is too large unpacked, or that swells like a zip bomb."""
    if unpacked > BOMB_FROM and unpacked > BOMB_RATIO * max(packed, 1):
        raise refused("berkas-bom-zip", path.name)
    if unpacked > MAX_UNPACKED:
        raise refused("berkas-terlalu-besar", path.name, f"Setelah dibuka isinya {unpacked // 1024**2} MB.")
