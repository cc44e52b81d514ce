"""A tree of people by key: leaves, directory pages, vocabulary, root. FORMAT.md tells what stands in each.

A part of the keys is sorted and cut on its own, in any process; `plant` joins the parts.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from msgspec import Struct

from site_builder.search.entries import HEAVY, entries
from site_builder.search.leaves import Cut, Known, cut_leaves
from site_builder.search.phonetics import KEY_VERSION
from site_builder.search.shelf import Shelf, gzipped

FORMAT: Final = "cari/1"
_DIRECT: Final = 40  # leaves a root lists by itself
_PAGE: Final = 100  # leaves of a directory page
_FEW: Final = 6  # leaves that are loaded together rather than helped by a vocabulary
_WORDS: Final = 12_000  # characters of keys, about what a vocabulary shard holds
_WORDS_LIMIT: Final = 5_000

Put = Callable[[str, bytes], None]


class Part(Struct, frozen=True):
    """The leaves of a part of the keys, in order, and its keys with the number of their names."""

    daun: tuple[Cut, ...]
    kunci: tuple[tuple[str, int], ...]


class Directory(Struct, frozen=True):
    """What files begin with, and their names. `isi`: entries of each, in a directory page."""

    awal: str
    berkas: str
    isi: tuple[int, ...] = ()


class Vocabulary(Struct, frozen=True):
    """Shards of all keys: as they are, and backwards."""

    maju: Directory
    mundur: Directory


class Words(Struct, frozen=True):
    """A shard of the vocabulary."""

    kata: str


class Root(Struct, frozen=True, kw_only=True):
    """Where every search in a tree begins."""

    format: str = FORMAT
    kunci: int = KEY_VERSION
    jumlah: int
    folder: str
    pecah: bool
    instansi: str
    berat: str
    tingkat: int
    awal: str
    berkas: str
    kosakata: str


def grow(lines: list[str], shelf: Shelf, put: Put, known: Known | None = None) -> Part:
    """Sort and cut the lines of a part; `put` takes each leaf. `known`: see `cut_leaves`."""
    found, keys = entries(lines)
    cuts: list[Cut] = []
    for cut, data in cut_leaves(found, shelf, known):
        put(shelf.address(cut.nama), data)
        cuts.append(cut)
    return Part(tuple(cuts), tuple(keys))


def plant(parts: Sequence[Part], jumlah: int, instansi: str, shelf: Shelf, put: Put) -> str:
    """Write what leads to the leaves of the parts. Returns the path of the root."""
    keys = [it for part in parts for it in part.kunci]
    heavy = sorted((it for it in keys if it[1] > HEAVY), key=lambda it: (-it[1], it[0]))
    leaves = [cut for part in parts for cut in part.daun]
    pages = list(_pages(parts, shelf, put)) if len(leaves) > _DIRECT else leaves
    root = Root(
        jumlah=jumlah,
        folder=shelf.folder,
        pecah=shelf.pecah,
        instansi=instansi,
        berat=" ".join(key for key, _ in heavy),
        tingkat=2 if len(leaves) > _DIRECT else 1,
        awal="\n".join(cut.awal for cut in pages),
        berkas="\n".join(cut.nama for cut in pages),
        kosakata=_vocabulary([key for key, _ in keys], shelf, put) if len(leaves) > _FEW else "",
    )
    return shelf.path(_put(root, shelf, put))


def _put(value: object, shelf: Shelf, put: Put) -> str:
    name, data = shelf.file(value)
    put(shelf.address(name), data)
    return name


def _pages(parts: Sequence[Part], shelf: Shelf, put: Put) -> Iterator[Cut]:
    """Directory pages: parts keep theirs, so that a change moves nothing in the others."""
    for part in parts:
        count = -(-len(part.daun) // _PAGE)
        for number in range(count):
            some = part.daun[len(part.daun) * number // count : len(part.daun) * (number + 1) // count]
            page = Directory(
                "\n".join(cut.awal for cut in some), "\n".join(cut.nama for cut in some), tuple(cut.isi for cut in some)
            )
            yield Cut(_put(page, shelf, put), some[0].awal, sum(page.isi))


def _vocabulary(keys: list[str], shelf: Shelf, put: Put) -> str:
    backwards = sorted(key[::-1] for key in keys)
    return _put(Vocabulary(_shards(keys, shelf, put), _shards(backwards, shelf, put)), shelf, put)


def _shards(keys: list[str], shelf: Shelf, put: Put) -> Directory:
    shards: list[list[str]] = []
    size = _WORDS
    for key in keys:
        if size >= _WORDS:
            shards.append([])
            size = 0
        shards[-1].append(key)
        size += len(key) + 2
    shards = [few for some in shards for few in _small_enough(some, shelf)]
    return Directory(
        "\n".join(some[0] for some in shards), "\n".join(_put(Words("\n".join(some)), shelf, put) for some in shards)
    )


def _small_enough(keys: list[str], shelf: Shelf) -> Iterator[list[str]]:
    if len(keys) == 1 or gzipped(shelf.file(Words("\n".join(keys)))[1]) <= _WORDS_LIMIT:
        yield keys
    else:
        half = len(keys) // 2
        yield from _small_enough(keys[:half], shelf)
        yield from _small_enough(keys[half:], shelf)
