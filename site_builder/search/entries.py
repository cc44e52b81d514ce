"""Lines of people by key: what is sorted to make a tree. A line is its label, then all that a leaf tells about the person.

Lines are text, for text sorts fast and a nation's lines go through files: `label US-separated fields`, see `Line`.
"""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache, partial
from itertools import groupby
from typing import Final

from registry.edition.types import Orang
from site_builder.paging import PAGE_ROWS
from site_builder.search.key import words
from site_builder.search.phonetics import name_keys
from site_builder.stretch import Stretch, stretches

LABEL_END, FIELD_END = "\x1e", "\x1f"  # refused in cells, below every letter
FIELDS: Final = (
    9  # words of the name as one character, nama, nomor, hal, jabatan, unit, tanda, kode where nomor hides it, keys
)
HEAVY: Final = 600  # names of one key that still fit into a leaf

_BREAKS: Final = re.compile("[\n\r]")

# Where the keys are cut into parts that are sorted one by one; each holds a like share of Indonesian names.
CUTS: Final = tuple(
    "ab ad ah al am an ap ar as b be bi bu c d de di du e el er f ge h ha he hi i id in is iu k ka ki ku l le li m ma mai mar mas "
    "mi mu mul mus n na ni no nu nur nurh nurl nurm o p pa pi pu put r ra rah ran re ri ris ro ru s sa sak sap sari se si sit so sr su "
    "sul sun sus t te ti tu u um us v w wi wul x y z".split()
)
SMALL: Final = 60_000  # rows up to which there is one part


def parts_of(rows: int) -> tuple[str, ...]:
    """Where the keys of a tree of so many people are cut."""
    return CUTS if rows > SMALL else ()


class KeyedLines:
    """The lines of one instansi, one for each key of a name, in the parts they belong to."""

    def __init__(self, cuts: Sequence[str], only_keys: Collection[int] = ()) -> None:
        """`only_keys`: numbers of the parts whose lines are to be counted only: there a line is its key."""
        self.parts: list[list[str]] = [[] for _ in range(len(cuts) + 1)]
        self._part_of = lru_cache(maxsize=None)(partial(bisect_right, cuts))
        self._only_keys = frozenset(only_keys)

    def take(self, names: Iterable[str], tails: Iterable[str]) -> None:
        """Add people by their names and `tails_of` them."""
        part_of, parts, only_keys = self._part_of, self.parts, self._only_keys
        for nama, tail in zip(names, tails, strict=True):
            count, keys = keys_of(nama)
            rest = ""
            for key in keys:
                part = part_of(key)
                if part in only_keys:
                    parts[part].append(key)
                else:
                    rest = rest or f"{LABEL_END}{chr(33 + count)}{tail}{' '.join(keys)}"
                    parts[part].append(key + rest)


def lines_of(
    people: Sequence[Orang], kode: str, cuts: Sequence[str], only_keys: Collection[int] = ()
) -> list[list[str]]:
    """The lines of a whole list, part by part; as `KeyedLines` takes them."""
    keyed = KeyedLines(cuts, only_keys)
    for stretch in stretches(people):
        keyed.take(stretch.kolom.nama, tails_of(stretch, kode))
    return keyed.parts


def tails_of(stretch: Stretch, kode: str) -> list[str]:
    """The fields of each person of a stretch but the first and the last."""
    tails = [
        f"{FIELD_END}{nama}{FIELD_END}{nomor}{FIELD_END}{row // PAGE_ROWS + 1}{FIELD_END}{jabatan}{FIELD_END}{unit}{FIELD_END}"
        f"{status} {kategori}{FIELD_END}{'' if nomor.rpartition('-')[0] == kode else kode}{FIELD_END}"
        for row, (nomor, nama, jabatan, unit, kategori, status) in enumerate(stretch.baris, stretch.awal)
    ]
    if _BREAKS.search("".join(tails)) is None:
        return tails
    return [_BREAKS.sub(" ", tail) for tail in tails]


@lru_cache(maxsize=1 << 16)
def keys_of(nama: str) -> tuple[int, tuple[str, ...]]:
    """Number of words and keys of a name; a name without a letter has none and is in no tree."""
    found = nama.lower().split() if nama.isascii() and nama.replace(" ", "").isalnum() else words(nama)
    return len(found), name_keys(found)


def entries(lines: list[str]) -> tuple[list[str], list[tuple[str, int]]]:
    """The sorted lines of a part with their labels, and its keys with the number of their names. `lines` is sorted in place."""
    lines.sort()
    found: list[str] = []
    keys: list[tuple[str, int]] = []
    for key, group in groupby(lines, key=_key_of):
        named = list(group)
        keys.append((key, len(named)))
        found += sorted(_paired(key, named)) if len(named) > HEAVY else named
    return found, keys


def _key_of(line: str) -> str:
    return line[: line.index(LABEL_END)]


def _paired(key: str, lines: Iterable[str]) -> Iterator[str]:
    """Under a heavy key everyone stands once for each other key of the name."""
    end = len(key)
    for line in lines:
        tail = line[end:]
        others = line[line.rindex(FIELD_END) + 1 :].split(" ")
        if len(others) == 1:
            yield line
        else:
            for other in others:
                if other != key:
                    yield f"{key} {other}{tail}"
