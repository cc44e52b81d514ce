"""Finding people by typed words: any order, beginnings, spelling variants of names. Plain memory: no widgets, no store.

Masks are bytes, one value a row. Names, jobs and units repeat: each different text is looked at once, by loops that run in C,
and the answer is spread over the rows; what was found for a word is kept.
"""

from collections.abc import Iterable, Sequence
from itertools import repeat
from operator import contains, itemgetter

from registry.model.pegawai import PegawaiRingkas
from registry.normalise.names import keys_begun, match_key

NIK_DIGITS = 12
MOST_WORDS = 64
ANYWHERE = 4  # letters from which on a word is also found within another; fewer say too little for that


class SearchTexts:
    """What is searched of every row: its fields as they are spelt, and the key under which variants of its name meet."""

    def __init__(self, rows: Sequence[PegawaiRingkas]) -> None:
        self._names = Distinct(row.nama for row in rows)
        self._keys = list(map(_key_text, self._names.values))
        self._places = Distinct(f"{row.jabatan} {row.unit_kerja}" for row in rows)
        self._numbers = [f"{row.nik} {row.nomor}".casefold() for row in rows]
        self._known: dict[str, tuple[bytes, bytes]] = {}

    def find(self, text: str) -> tuple[bytes, bytes]:
        """Which rows hold every word, as it is spelt or in a variant; and which hold every word as it is spelt."""
        everything = b"\1" * len(self._numbers)
        found, exact = everything, everything
        for word in typed_words(text):
            if word not in self._known:
                if len(self._known) >= MOST_WORDS:
                    self._known.clear()
                self._known[word] = self._find_word(word)
            any_spelling, spelt = self._known[word]
            found, exact = both(found, any_spelling), both(exact, spelt)
        return found, exact

    def _find_word(self, word: str) -> tuple[bytes, bytes]:
        wanted = word if len(word) >= ANYWHERE else f" {word}"
        spelt = _holding(self._names.texts, wanted)
        found = spelt
        for key in keys_begun(word):
            found = either(found, _holding(self._keys, f" {key}"))
        names = self._names.spread(ranked(found, spelt))
        others = self._places.spread(_holding(self._places.texts, wanted))
        if any(char.isdigit() for char in word):
            others = either(others, _holding(self._numbers, word))
        return either(names.translate(_FOUND), others), either(names.translate(_EXACT), others)


class Distinct:
    """Values that repeat: each different one once, and for every row which one it has. In `texts` a blank begins each word."""

    def __init__(self, values: Iterable[str]) -> None:
        places: dict[str, int] = {}
        whose = [places.setdefault(value, len(places)) for value in values]
        self._count = len(whose)
        self._of_each_row = itemgetter(*whose, 0, 0)  # one call for all rows; with one item it would give no tuple
        self.values = list(places)
        self.texts = list(map(_words_of, places))

    def spread(self, hits: bytes) -> bytes:
        """Give every row what its value got."""
        return bytes(self._of_each_row(hits)[: self._count]) if any(hits) else bytes(self._count)


def typed_words(text: str) -> list[str]:
    """The words to look for; a NIK with blanks, dots or dashes between its digits is one word."""
    joined = text.translate(_SEPARATORS)
    if joined.isascii() and joined.isdigit() and len(joined) >= NIK_DIGITS:
        return [joined]
    return text.casefold().split()


_SEPARATORS = str.maketrans("", "", " .-")
_MARKS = str.maketrans("-/.,()&–", " " * 8)
_FOUND = bytes([0, 1, 1, *([0] * 253)])
_EXACT = bytes([0, 0, 1, *([0] * 253)])


def both(one: bytes, other: bytes) -> bytes:
    """And, row by row."""
    return (int.from_bytes(one) & int.from_bytes(other)).to_bytes(len(one))


def either(one: bytes, other: bytes) -> bytes:
    """Or, row by row."""
    return (int.from_bytes(one) | int.from_bytes(other)).to_bytes(len(one))


def ranked(found: bytes, exact: bytes) -> bytes:
    """2 where a row is found as it is spelt, 1 where only a variant of it is; both hold ones and zeros."""
    return (int.from_bytes(found) + int.from_bytes(both(found, exact))).to_bytes(len(found))


def _key_text(nama: str) -> str:
    """Each word of the key begins with a blank; after them the words joined to the end, for names written together."""
    words = match_key(nama).split()
    return " ".join(["", *words, *("".join(words[n:]) for n in range(len(words) - 1))])


def _words_of(text: str) -> str:
    """The text as it is spelt, and again with its marks as blanks: `Medono/Induk` begins two words."""
    spelt = f" {text.casefold()}"
    apart = spelt.translate(_MARKS)
    return spelt if apart == spelt else f"{spelt} {apart}"


def _holding(texts: Sequence[str], word: str) -> bytes:
    return bytes(map(contains, texts, repeat(word)))
