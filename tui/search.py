"""Finding people by typed words: any order, beginnings, spelling variants of names. Plain memory: no widgets, no store.

Masks are bytes, one value a row. Names, jobs and units repeat: each different text is looked at once, by loops that run in C,
and the answer is spread over the rows; what was found for a word is kept.
"""

from array import array
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from itertools import accumulate, chain, compress, repeat
from operator import contains, itemgetter

from registry.model.pegawai import PegawaiRingkas
from registry.normalise.names import keys_begun, match_key

NIK_DIGITS = 12
MOST_WORDS = 64
FEW = 4  # one value in so many, and going from row to row is quicker than asking every row
ANYWHERE = 4  # letters from which on a word is also found within another; fewer say too little for that


class SearchTexts:
    """What is searched of every row: its fields as they are spelt, and the key under which variants of its name meet."""

    def __init__(self, rows: Sequence[PegawaiRingkas]) -> None:
        self._names = Distinct(row.nama for row in rows)
        self._spelt = Haystack(map(_words_of, self._names.values))
        self._keys = Haystack(map(_key_text, self._names.values))
        self._places = Distinct(f"{row.jabatan} {row.unit_kerja}" for row in rows)
        self._places_spelt = Haystack(map(_words_of, self._places.values))
        self._numbers = Haystack(f"{row.nik} {row.nomor}".casefold() for row in rows)
        self._count = len(rows)
        self._known: dict[str, tuple[bytes, bytes]] = {}

    def find(self, text: str) -> tuple[bytes, bytes]:
        """Which rows hold every word, as it is spelt or in a variant; and which hold every word as it is spelt."""
        everything = b"\1" * self._count
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
        spelt = self._spelt.holding(wanted)
        variants = set(spelt).union(*(self._keys.holding(f" {key}") for key in keys_begun(word)))
        others = self._places.spread(self._places_spelt.holding(wanted))
        if any(char.isdigit() for char in word):
            others = either(others, marked(self._numbers.holding(word), self._count))
        exact = self._names.spread(spelt)
        found = exact if len(variants) == len(spelt) else self._names.spread(variants)
        return either(found, others), either(exact, others)


class Haystack:
    """Texts that are searched for one thing after the other; what is typed on is looked for where its beginning was found."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts = list(texts)
        self._found: dict[str, list[int]] = {}

    def holding(self, needle: str) -> list[int]:
        """The places of the texts that hold it, in order."""
        known = self._found.get(needle)
        if known is None:
            if len(self._found) >= MOST_WORDS:
                self._found.clear()
            known = self._found[needle] = self._look(needle)
        return known

    def _look(self, needle: str) -> list[int]:
        texts, begun = self._texts, self._found.get(needle[:-1])
        if begun is None or len(begun) * 3 > len(texts):
            return list(compress(range(len(texts)), map(contains, texts, repeat(needle))))
        return [place for place in begun if needle in texts[place]]


class Distinct:
    """Values that repeat: each different one once, and for every value the rows that have it."""

    def __init__(self, values: Iterable[str]) -> None:
        places: dict[str, int] = {}
        whose = [places.setdefault(value, len(places)) for value in values]
        self._count = len(whose)
        self._of_each_row = itemgetter(*whose, 0, 0)  # one call for all rows; with one item it would give no tuple
        self._rows = array("I", sorted(range(len(whose)), key=whose.__getitem__))
        self._begin = array("I", accumulate(map(Counter(whose).__getitem__, range(len(places))), initial=0))
        self.values = list(places)

    def spread(self, places: Collection[int]) -> bytes:
        """1 for every row whose value stands at one of these places."""
        if len(places) * FEW > len(self.values):
            return bytes(self._of_each_row(marked(places, len(self.values)))[: self._count])
        rows, begin = self._rows, self._begin
        return marked(chain.from_iterable(rows[begin[n] : begin[n + 1]] for n in places), self._count)


def typed_words(text: str) -> list[str]:
    """The words to look for; a NIK with blanks, dots or dashes between its digits is one word."""
    joined = text.translate(_SEPARATORS)
    if joined.isascii() and joined.isdigit() and len(joined) >= NIK_DIGITS:
        return [joined]
    return text.casefold().split()


_SEPARATORS = str.maketrans("", "", " .-")
_MARKS = str.maketrans("-/.,()&–", " " * 8)


def marked(places: Iterable[int], count: int) -> bytes:
    """`count` zeros, with 1 at these places."""
    mask = bytearray(count)
    for place in places:
        mask[place] = 1
    return bytes(mask)


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
