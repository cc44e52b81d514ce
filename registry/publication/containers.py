"""Opens what is packed: gzip, bzip2, xz, zip (xlsx, ods, docx), PDF, PNG text. Decides by content, never by name.

Each opener yields parts: a place inside, its bytes, and how to read them. What cannot be opened - encrypted, damaged, too
large, or of a format nobody here can read - raises Unreadable: what cannot be searched cannot be published.
"""

import bz2
import lzma
import re
import zlib
from collections.abc import Callable, Iterator
from enum import Enum
from io import BytesIO
from typing import Final, NamedTuple
from zipfile import BadZipFile, ZipFile, ZipInfo

from registry.publication.spreadsheet_dates import date_cells

LARGEST: Final = 192 * 1024 * 1024
_READ: Final = 1 << 20


class Unreadable(Exception):
    """A part that cannot be searched."""


class Reading(Enum):
    """BLOB: may be a container itself. TEXT: plain text. NUMBERS: a stream of numbers, see `finders.find_contiguous`."""

    BLOB = "blob"
    TEXT = "text"
    NUMBERS = "numbers"


class Part(NamedTuple):
    """One part of a container. tempat: `halaman 3`, a member's name; empty for the only part."""

    tempat: str
    data: bytes
    reading: Reading = Reading.BLOB


Opener = Callable[[bytes], Iterator[Part]]

_CLOSED_FORMATS: Final = (
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",  # OLE: xls, doc, encrypted xlsx
    b"7z\xbc\xaf\x27\x1c",
    b"Rar!\x1a\x07",
    b"\x28\xb5\x2f\xfd",  # zstd
    b"\x04\x22\x4d\x18",  # lz4
    b"SQLite format 3\0",
    b"PAR1",
)


def opener_of(name: str, head: bytes) -> Opener | None:
    """How to open a file that begins with `head` (some kilobytes); None for text and pictures without packed text."""
    if head.startswith(_CLOSED_FORMATS) or name.casefold().endswith((".br", ".zst", ".7z", ".rar")):
        return _closed
    for magic, opener in _OPENERS:
        if head.startswith(magic):
            return opener
    return _pdf if b"%PDF-" in head[:1024] else None


def _closed(_data: bytes) -> Iterator[Part]:
    raise Unreadable


def _gzip(data: bytes) -> Iterator[Part]:
    rest = data
    while rest.startswith(b"\x1f\x8b"):
        unpacker = zlib.decompressobj(31)
        yield Part("", _limited(unpacker, rest))
        rest = unpacker.unused_data
    if rest.strip(b"\0"):
        yield Part("ekor", rest)


def _limited(unpacker: "zlib._Decompress", data: bytes) -> bytes:
    try:
        plain = unpacker.decompress(data, LARGEST)
    except zlib.error as error:
        raise Unreadable from error
    if unpacker.unconsumed_tail or not unpacker.eof:
        raise Unreadable
    return plain


def _bzip2(data: bytes) -> Iterator[Part]:
    yield Part("", _unpacked(bz2.BZ2Decompressor(), data))


def _xz(data: bytes) -> Iterator[Part]:
    yield Part("", _unpacked(lzma.LZMADecompressor(memlimit=LARGEST), data))


def _unpacked(unpacker: bz2.BZ2Decompressor | lzma.LZMADecompressor, data: bytes) -> bytes:
    try:
        plain = unpacker.decompress(data, LARGEST)
    except (OSError, EOFError, lzma.LZMAError) as error:
        raise Unreadable from error
    if not unpacker.eof or unpacker.unused_data:
        raise Unreadable
    return plain


def _zip(data: bytes) -> Iterator[Part]:
    try:
        with ZipFile(BytesIO(data)) as archive:
            yield Part("komentar", archive.comment, Reading.TEXT)
            members = archive.infolist()
            if sum(member.file_size for member in members) > LARGEST:
                raise Unreadable
            for member in members:
                yield Part(member.filename, _member(archive, member))
            for sheet, text in date_cells(archive):
                yield Part(sheet, text, Reading.TEXT)
    except (BadZipFile, NotImplementedError, zlib.error, EOFError, OSError, ValueError) as error:
        raise Unreadable from error


def _member(archive: ZipFile, member: ZipInfo) -> bytes:
    if member.flag_bits & 0x1:
        raise Unreadable
    with archive.open(member) as file:
        data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise Unreadable
    return member.filename.encode() + b"\n" + member.comment + b"\n" + data if member.comment else data


_STREAM: Final = re.compile(rb"stream\r?\n")
_NUMBERS: Final = re.compile(rb"/(?:FontFile|Length1|XRef|ObjStm|CIDToGIDMap|Image|FunctionType)\b")


def _pdf(data: bytes) -> Iterator[Part]:
    """Pages as text, metadata, attachments; then the file's own objects and every stream."""
    yield from _pdf_text(data)
    outside: list[bytes] = []
    at = 0
    for match in _STREAM.finditer(data):
        if match.start() < at or data[match.start() - 3 : match.start()] == b"end":
            continue
        end = data.find(b"endstream", match.end())
        if end < 0:
            break
        head = data[max(data.rfind(b" obj", 0, match.start()), at) : match.start()]
        outside.append(data[at : match.start()])
        yield from _pdf_stream(head, data[match.end() : end])
        at = end
    outside.append(data[at:])
    yield Part("struktur PDF", b"".join(outside), Reading.TEXT)


def _pdf_stream(head: bytes, raw: bytes) -> Iterator[Part]:
    plain = raw
    if b"FlateDecode" in head:
        unpacker = zlib.decompressobj()
        try:
            plain = unpacker.decompress(raw, LARGEST)
        except zlib.error:
            plain = raw
    if b"/EmbeddedFile" in head:
        yield Part("lampiran PDF", plain)
    elif b"/Metadata" in head or b"/XML" in head:
        yield Part("metadata PDF", plain, Reading.TEXT)
    else:
        yield Part("isi PDF", plain, Reading.NUMBERS)


def _pdf_text(data: bytes) -> Iterator[Part]:
    import pypdfium2  # noqa: PLC0415  (heavy, only where there is a PDF)

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise Unreadable from error
    try:
        metadata = "\n".join(f"{key}: {value}" for key, value in document.get_metadata_dict().items())
        yield Part("metadata PDF", metadata.encode("utf-8", "replace"), Reading.TEXT)
        for number in range(document.count_attachments()):
            attachment = document.get_attachment(number)
            yield Part("nama lampiran PDF", attachment.get_name().encode("utf-8", "replace"), Reading.TEXT)
            yield Part("lampiran PDF", bytes(attachment.get_data()))
        for number in range(len(document)):
            page = document[number]
            text = page.get_textpage()
            yield Part(f"halaman {number + 1}", text.get_text_range().encode("utf-8", "replace"), Reading.TEXT)
            text.close()
            page.close()
    except pypdfium2.PdfiumError as error:
        raise Unreadable from error
    finally:
        document.close()


def _png(data: bytes) -> Iterator[Part]:
    """Text chunks, unpacked; the rest as it stands."""
    at = 8
    while at + 12 <= len(data):
        length, kind = int.from_bytes(data[at : at + 4]), data[at + 4 : at + 8]
        chunk = data[at + 8 : at + 8 + length]
        if kind in {b"tEXt", b"iTXt", b"zTXt", b"eXIf"}:
            yield Part(f"teks PNG {kind.decode()}", chunk.replace(b"\0", b"\n"), Reading.TEXT)
            for start in re.finditer(rb"x[\x01\x5e\x9c\xda]", chunk):
                unpacker = zlib.decompressobj()
                try:
                    yield Part(f"teks PNG {kind.decode()}", unpacker.decompress(chunk[start.start() :], LARGEST))
                except zlib.error:
                    continue
        at += 12 + length
    yield Part("", data, Reading.NUMBERS)


_OPENERS: Final[tuple[tuple[bytes, Opener], ...]] = (
    (b"\x1f\x8b", _gzip),
    (b"PK\x03\x04", _zip),
    (b"PK\x05\x06", _zip),
    (b"BZh", _bzip2),
    (b"\xfd7zXZ\0", _xz),
    (b"\x89PNG\r\n\x1a\n", _png),
)
