"""A tree read back: from ranges of labels to people. The script in the page has the same."""

import itertools
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from site_builder.errors import BuildRefused
from site_builder.search.library import Library
from site_builder.search.near import near_either
from site_builder.search.phonetics import KEY_VERSION
from site_builder.search.ranges import Range, labels_of
from site_builder.search.row import Row, rows_in
from site_builder.search.shelf import Shelf
from site_builder.search.tree import FORMAT

LEAF, PAGE, VOCABULARY, WORDS = 14_000, 2_000, 4_000, 5_000  # prices in bytes, see FORMAT.md, 10
_SHARDS = 4


class Budget:
    """What a query may still load, by the prices above; a file loaded before costs nothing."""

    def __init__(self, bita: int) -> None:
        self.left = bita
        self._paid: set[str] = set()

    def pays(self, path: str, price: int) -> bool:
        """Whether the file may be loaded; if so it is paid."""
        if path in self._paid:
            return True
        if price > self.left:
            return False
        self.left -= price
        self._paid.add(path)
        return True


class Labelled(NamedTuple):
    """A row and the label it stands under."""

    label: str
    row: Row


class TreeReader:
    """The tree whose root is at `path`. Raises BuildRefused when it was made by another version."""

    def __init__(self, library: Library, path: str) -> None:
        self.library = library
        self._root = library.load(path)
        if self._root["format"] != FORMAT or self._root["kunci"] != KEY_VERSION:
            raise BuildRefused(
                "Data pencarian situs ini dibuat oleh versi lain.", where=path, to_do="Bangun ulang situsnya."
            )
        self._leaves_read: dict[str, list[tuple[str, list[tuple[Row, list[str]]]]]] = {}
        self._shelf = Shelf(self._root["folder"], pecah=self._root["pecah"])
        self.jumlah: int = self._root["jumlah"]
        self.instansi: str = self._path(self._root["instansi"]) if self._root["instansi"] else ""
        self.heavy = {key: place for place, key in enumerate(self._root["berat"].split())}

    @property
    def is_small(self) -> bool:
        """Whether all leaves are loaded rather than a vocabulary asked."""
        return not self._root["kosakata"]

    def leaves(self, ranges: Iterable[Range], budget: Budget) -> Iterator[str]:
        """Paths of the leaves that may hold labels of the ranges, each once, in order; ends when the budget does."""
        last = ""
        for low, high in ranges:
            for path in self._leaves(low, high, budget):
                if path != last:
                    yield path
                last = path

    def count(self, ranges: Iterable[Range], budget: Budget) -> int:
        """How many leaves the ranges touch."""
        return sum(1 for _ in self.leaves(ranges, budget))

    def rows(self, path: str, ranges: Sequence[Range]) -> Iterator[Labelled]:
        """People of a leaf in the ranges, each where the first of its labels in the ranges stands: nobody twice."""
        if path not in self._leaves_read:
            self._leaves_read[path] = list(self._read(path))
        else:
            self.library.load(path)
        for label, rows in self._leaves_read[path]:
            if _within(label, ranges):
                for row, labels in rows:
                    if label == next(it for it in labels if _within(it, ranges)):
                        yield Labelled(label, row)

    def _read(self, path: str) -> Iterator[tuple[str, list[tuple[Row, list[str]]]]]:
        """The people of each label of a leaf, each with all labels of the name."""
        leaf = self.library.load(path)
        rows = rows_in(leaf["baris"])
        for label, count in zip(leaf["label"].split("\n"), leaf["isi"], strict=True):
            yield label, [(row, labels_of(row.kunci, self.heavy)) for row in itertools.islice(rows, count)]

    def all_rows(self, budget: Budget) -> Iterator[Labelled]:
        """Everybody, each once, as far as the budget goes."""
        everything = [("", "\uffff")]
        for path in self.leaves(everything, budget):
            if not budget.pays(path, LEAF):
                return
            yield from self.rows(path, everything)

    def near_keys(self, key: str, word: str, budget: Budget) -> list[str]:
        """Keys of the tree at most one slip from `key`, or from the `word` it is the key of; itself included where it exists.

        A slip in one half leaves the other whole, unless two letters are swapped where the halves meet: there shards are looked up.
        """
        path = self._path(self._root["kosakata"])
        if not budget.pays(path, VOCABULARY):
            return []
        directory = self.library.load(path)
        half = max(1, len(key) // 2)
        swapped = key[: half - 1] + key[half : half + 1] + key[half - 1 : half] + key[half + 1 :]
        forward = [
            *_around(directory["maju"], key, half, _SHARDS),
            *_around(directory["maju"], swapped, half, 1),
        ]
        backward = _around(directory["mundur"], key[::-1], len(key) - half, _SHARDS)
        found = itertools.chain(self._words(forward, budget), (it[::-1] for it in self._words(backward, budget)))
        return list(dict.fromkeys(it for it in found if it == key or near_either(key, word, it)))

    def _words(self, shards: Iterable[str], budget: Budget) -> Iterator[str]:
        for path in map(self._path, shards):
            if budget.pays(path, WORDS):
                yield from self.library.load(path)["kata"].split("\n")

    def _leaves(self, low: str, high: str, budget: Budget) -> Iterator[str]:
        names = _files(self._root["awal"].split("\n"), self._root["berkas"].split("\n"), low, high)
        if self._root["tingkat"] == 1:
            yield from map(self._path, names)
            return
        for name in names:
            path = self._path(name)
            if not budget.pays(path, PAGE):
                return
            page = self.library.load(path)
            found = _files(page["awal"].split("\n"), page["berkas"].split("\n"), low, high)
            yield from map(self._path, found)

    def _path(self, name: str) -> str:
        return self._shelf.path(name)


def _files(starts: list[str], names: list[str], low: str, high: str) -> list[str]:
    """The files that may hold something of the range, by what each begins with."""
    first = max(0, bisect_right(starts, low) - 1)
    return names[first : max(first, bisect_left(starts, high))]


def _around(directory: dict[str, str], key: str, letters: int, count: int) -> list[str]:
    """Shards that may hold words with the first letters of `key`, the nearest to it first: they share most letters with it."""
    starts = directory["awal"].split("\n")
    names = directory["berkas"].split("\n")
    own = max(0, bisect_right(starts, key) - 1)
    inside = set(_files(starts, names, key[:letters], f"{key[:letters]}\uffff"))
    by_distance = sorted(range(len(names)), key=lambda at: (abs(at - own), at))
    return [names[at] for at in by_distance if names[at] in inside][:count]


def _within(label: str, ranges: Iterable[Range]) -> bool:
    return any(low <= label < high for low, high in ranges)
