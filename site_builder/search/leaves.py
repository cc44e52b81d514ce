"""Rows as the scripts read them, and the cutting of long lists into files of bounded size."""

import itertools
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate, groupby
from typing import Final
from zlib import crc32

from msgspec import Struct

from site_builder.paging import PAGE_ROWS
from site_builder.search.entries import FIELD_END, LABEL_END
from site_builder.search.shelf import SHARD_LIMIT, Shelf, gzipped

_FIRST_TRY: Final = 40_000  # characters of lines
_STEP: Final = 8  # a ratio is rounded to eighths: a few changed names do not move the cuts of all others
_FILL: Final = 0.98
_LOOSE: Final = 0.12  # a file may end so much earlier, where labels change
_TORN: Final = 0.55  # and so much earlier rather than tear the people of one label apart


Known = Callable[[str, bytes], bool]  # whether a leaf of this name and content was cut before, by the same rules


class Rows(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Some people, column by column; texts of a column are joined by line breaks. See FORMAT.md, 4."""

    nama: str
    nomor: str
    unit: str
    hal: tuple[int, ...]
    jabatan: tuple[int, ...]
    daftar_jabatan: tuple[str, ...]
    tanda: tuple[int, ...]
    daftar_tanda: tuple[str, ...]
    lain: dict[str, str] = {}


class Leaf(Struct, frozen=True):
    """Some lines of a tree in order. `isi`: rows of each label."""

    label: str
    isi: tuple[int, ...]
    baris: Rows


class Pack(Struct, frozen=True):
    """Some rows of a list in order."""

    baris: Rows


class Cut(Struct, frozen=True):
    """A file of a cut list: its name on the shelf, the label (or nomor) it begins with, its rows."""

    nama: str
    awal: str
    isi: int


def rows_of(fields: Sequence[Sequence[str]]) -> Rows:
    """The fields of some lines, each as in `entries.FIELDS`, as columns."""
    _, nama, nomor, hal, jabatan, unit, tanda, kode, _ = zip(*fields, strict=True)
    positions, places = _coded(jabatan)
    marks, states = _coded(tanda)
    return Rows(
        nama="\n".join(nama),
        nomor="\n".join(nomor),
        unit="\n".join(unit),
        hal=tuple([int(page) - page_guessed(number) for page, number in zip(hal, nomor, strict=True)]),
        jabatan=positions,
        daftar_jabatan=places,
        tanda=marks,
        daftar_tanda=states,
        lain={str(row): it for row, it in enumerate(kode) if it},
    )


def page_guessed(nomor: str) -> int:
    """The page of the list on which a number stands as long as nobody before it has left."""
    end = nomor[-6:]
    return (int(end) - 1) // PAGE_ROWS + 1 if end.isascii() and end.isdigit() else 1


def leaf_of(lines: Sequence[str]) -> Leaf:
    """The leaf of some sorted lines."""
    split = [line.split(FIELD_END) for line in lines]
    groups = [(label, len(list(group))) for label, group in groupby([first[:-2] for first, *_ in split])]
    return Leaf(
        label="\n".join(label for label, _ in groups),
        isi=tuple(count for _, count in groups),
        baris=rows_of(split),
    )


def pack_of(lines: Sequence[str]) -> Pack:
    """The pack of some lines without labels."""
    return Pack(rows_of([line.split(FIELD_END) for line in lines]))


def cut_leaves(lines: Sequence[str], shelf: Shelf, known: Known | None = None) -> Iterator[tuple[Cut, bytes]]:
    """All leaves of sorted lines; where it can be, a label is not torn apart. `known`: that need not be packed to see if it is small."""
    before = ""
    for start, end, name, data in _cut(lines, lambda some: shelf.file(leaf_of(some)), _label_of, known):
        label = _label_of(lines[start])
        yield Cut(name, f"{label}\t" if label == before else label, end - start), data
        before = _label_of(lines[end - 1])


def cut_packs(lines: Sequence[str], shelf: Shelf) -> Iterator[tuple[Cut, bytes]]:
    """All packs of the lines of a list."""
    for start, end, name, data in _cut(lines, lambda some: shelf.file(pack_of(some)), None):
        yield Cut(name, lines[start].split(FIELD_END, 3)[2], end - start), data


def _cut(
    lines: Sequence[str],
    make: Callable[[Sequence[str]], tuple[str, bytes]],
    label_of: Callable[[str], str] | None,
    known: Known | None = None,
) -> Iterator[tuple[int, int, str, bytes]]:
    """Start, end, name and bytes of each file, none over the limit unless one line alone is."""
    if not lines:
        return
    ends = list(accumulate(map(len, lines)))
    target = _target(ends, lines, make)
    start, done = 0, 0
    while start < len(lines):
        room = target
        while True:
            end = _end(lines, ends, start, done + room, label_of)
            name, data = make(lines[start:end])
            if end == start + 1 or (known is not None and known(name, data)):
                break
            size = gzipped(data)
            if size <= SHARD_LIMIT:
                break
            room = int((ends[end - 1] - done) * min(0.95, SHARD_LIMIT * _FILL / size))
        yield start, end, name, data
        start, done = end, ends[end - 1]


def _target(ends: Sequence[int], lines: Sequence[str], make: Callable[[Sequence[str]], tuple[str, bytes]]) -> int:
    """Characters of lines that make a full file, judged by the first ones."""
    count = max(1, bisect_right(ends, _FIRST_TRY))
    ratio = ends[count - 1] / gzipped(make(lines[:count])[1])
    return int(SHARD_LIMIT * _FILL * max(1, int(ratio * _STEP)) / _STEP)


def _end(
    lines: Sequence[str], ends: Sequence[int], start: int, room: int, label_of: Callable[[str], str] | None
) -> int:
    """Where the file from `start` ends: the room is full, or a little earlier where labels change.

    Of several such places the one whose label has the least checksum: it stays the same when names come and go before it.
    """
    end = max(start + 1, bisect_right(ends, room))
    if label_of is None or end >= len(lines):
        return min(end, len(lines))
    earliest = max(start + 1, end - int((end - start) * _LOOSE))
    labels = [label_of(line) for line in lines[earliest - 1 : end + 1]]
    changes = [
        (crc32(label.encode()), earliest + at)
        for at, (other, label) in enumerate(itertools.pairwise(labels))
        if other != label
    ]
    if changes:
        return min(changes)[1]
    torn = labels[0]
    last_chance = max(start + 1, end - int((end - start) * _TORN))
    return next((at for at in range(earliest - 1, last_chance - 1, -1) if label_of(lines[at - 1]) != torn), end)


def _label_of(line: str) -> str:
    return line[: line.index(LABEL_END)]


def _coded(column: Sequence[str]) -> tuple[tuple[int, ...], tuple[str, ...]]:
    places: dict[str, int] = {}
    codes = tuple([places.setdefault(text, len(places)) for text in column])
    return codes, tuple(places)
