"""Reading a journal from its start: what is proven, what is torn, what is damaged. Changes nothing.

Bytes after the last valid line with no valid line behind them are a torn append. Damage followed by valid lines is damage;
so is a last line that is whole but disagrees with its hash (what a torn write leaves out is missing or zero, never other
text), and whatever the anchor says was once acknowledged.
"""

import io
import re
from collections.abc import Generator, Iterator
from typing import BinaryIO

import msgspec
from msgspec import Struct

from registry.store._line import DIGITS, START, entry_hash, read_line, stored_hash
from registry.store.seam import EMPTY, Entry, Head

_LINE_START = re.compile(rb'[0-9a-f]{64} \{"')
_AUTHOR = re.compile(
    rb'"waktu":"(?P<waktu>[0-9T:.+Z-]{10,40})","operator":"(?P<operator>[^"]{0,200})","action":"(?P<action>[^"]{0,60})"'
)
_MOST_AUTHORS = 20
_MOST_GUESSES = 4


class Damage(Struct, frozen=True):
    """One damaged stretch: entries `first`..`last` are hit. `jenis`: rusak, terpotong (cut off) or diganti (replaced).

    offset, size: bytes of the file. authors: who wrote what is hit, as far as it can still be read.
    """

    jenis: str
    first: int
    last: int
    offset: int = 0
    size: int = 0
    authors: tuple[str, ...] = ()


class Scan(Struct, frozen=True):
    """The result: head of the last proven entry, end of its line, torn bytes behind it, damage."""

    head: Head
    end: int
    tail: bytes = b""
    damage: tuple[Damage, ...] = ()


class _Stamp(Struct):
    seq: int


_stamp = msgspec.json.Decoder(_Stamp)


def scan(file: BinaryIO, anchor: Head | None = None) -> Generator[Entry, None, Scan]:
    """Yield every proven entry; return what there is to say at the end."""
    found: Scan | None = None
    head, end = EMPTY, 0
    replaced: tuple[Damage, ...] = ()
    lines = _lines(file)
    for line in lines:
        entry = read_line(line, head)
        if entry is None:
            found = yield from _read_on(line + b"".join(lines), head, end)
            break
        head, end = entry.head, end + len(line)
        if anchor is not None and head.seq == anchor.seq and head.hash != anchor.hash:
            replaced = (Damage("diganti", 1, head.seq),)
        yield entry
    return _against_anchor(found or Scan(head, end), anchor, replaced)


def _lines(file: BinaryIO) -> Iterator[bytes]:
    """Lines with their line feed. Somebody may be appending: a line that was half there may be whole by now."""
    for line in file:
        if line.endswith(b"\n"):
            yield line
        else:
            yield from io.BytesIO(line + file.read())


def _against_anchor(found: Scan, anchor: Head | None, replaced: tuple[Damage, ...]) -> Scan:
    """What was acknowledged once and is not there is no torn append but a loss."""
    damage = replaced + found.damage
    if anchor is not None and not found.damage and anchor.seq > found.head.seq:
        cut = Damage(
            "rusak" if found.tail else "terpotong",
            found.head.seq + 1,
            anchor.seq,
            found.end,
            len(found.tail),
            _authors(found.tail),
        )
        return Scan(found.head, found.end, damage=(*damage, cut))
    return Scan(found.head, found.end, found.tail, damage)


class _Piece(Struct):
    """One thing that may be a line: region[start:end], line feed excluded.

    entry: proven. seq: the number it gives itself when it is readable though unproven, else 0. whole: a line of ours from
    hash to line feed, whatever it holds.
    """

    start: int
    end: int
    entry: Entry | None
    seq: int
    whole: bool


def _read_on(region: bytes, head: Head, offset: int) -> Generator[Entry, None, Scan]:
    """Go through the bytes from the first unproven line to the end of the file."""
    pieces = list(_pieces(region, head))
    if not any(piece.entry or piece.seq or piece.whole for piece in pieces):
        return Scan(head, offset, tail=region)
    damage: list[Damage] = []
    at = 0
    for piece in pieces:
        if piece.entry is None:
            continue
        seq = max(piece.seq, head.seq + 1)
        if piece.start > at:
            damage.append(_gap(region[at : piece.start], offset + at, head.seq + 1, max(seq - 1, head.seq + 1)))
        head = Head(seq, piece.entry.head.hash)
        yield Entry(head, piece.entry.prev, piece.entry.payload)
        at = piece.end + 1
    if at < len(region):
        last = max(head.seq + 1, *(piece.seq for piece in pieces))
        damage.append(_gap(region[at:], offset + at, head.seq + 1, last))
    return Scan(head, offset + at, damage=tuple(damage))


def _gap(data: bytes, offset: int, first: int, last: int) -> Damage:
    return Damage("rusak", first, last, offset, len(data), _authors(data))


def _authors(data: bytes) -> tuple[str, ...]:
    texts = []
    for match in _AUTHOR.finditer(data):
        waktu, operator, action = (part.decode("utf-8", "replace") for part in match.groups())
        texts.append(f"{operator} ({action}, {waktu})")
    more = len(texts) - _MOST_AUTHORS
    return (*texts[:_MOST_AUTHORS], f"dan {more} lainnya") if more > 0 else tuple(texts)


def _starts(region: bytes) -> list[int]:
    """Where a line may begin: the region's start, after a line feed, and where one looks like it (a lost line feed)."""
    after = {match.end() for match in re.finditer(rb"\n", region) if match.end() < len(region)}
    return sorted({0} | after | {match.start() for match in _LINE_START.finditer(region)})


def _pieces(region: bytes, head: Head) -> Iterator[_Piece]:
    """Every possible line with its verdict."""
    guesses = [head.hash]
    starts = _starts(region)
    for start, following in zip(starts, [*starts[1:], len(region) + 1], strict=True):
        newline = region.find(b"\n", start, following)
        whole = newline >= 0
        end = newline if whole else min(following, len(region))
        line, payload = region[start:end], region[start + START : end]
        claim = stored_hash(line)
        entry = _prove(line, payload, guesses, head) if whole else None
        seq = _readable(line, payload, head) if whole else 0
        yield _Piece(start, end, entry, seq, whole and claim is not None and b"\0" not in line)
        if entry is not None:
            guesses = [entry.head.hash]
        else:
            guesses = [entry_hash(prev, payload) for prev in guesses][:_MOST_GUESSES] + ([claim] if claim else [])


def _prove(line: bytes, payload: bytes, guesses: list[str], head: Head) -> Entry | None:
    """The line as an entry when its hash follows from one of the hashes that may stand before it."""
    claim = stored_hash(line)
    if claim is None or line[DIGITS:START] != b" ":
        return None
    for prev in guesses:
        if entry_hash(prev, payload) == claim:
            return Entry(Head(head.seq + 1, claim), prev, payload)
    return None


def _readable(line: bytes, payload: bytes, head: Head) -> int:
    """The number a whole line gives itself; 0 when it is not readable.

    A torn write does not leave readable JSON behind a written hash: what it left out is zeros.
    """
    if b"\0\0" in line[:START]:
        return 0
    try:
        seq = _stamp.decode(payload).seq
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return 0
    return seq if seq > head.seq else 0
