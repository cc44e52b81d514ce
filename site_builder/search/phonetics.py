"""The phonetic key: spellings of one Indonesian name meet under one key. `templates/assets/js` holds its twin.

FORMAT.md tells the rules in words; `tests/site_builder/vektor-kunci.json` holds both twins together. Whoever changes what
a function here returns raises KEY_VERSION: an index made by another version must not be searched.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

KEY_VERSION: Final = 1

# Abbreviations and spellings no rule reaches: whole words as written, and the key they stand for.
_WRITTEN: Final = {
    spelling: key
    for key, spellings in {
        "muhamad": "m md mhd muh muhd moh mohd moch mochd much",
        "siti": "st",
        "abdul": "abd abdl",
        "daing": "dg",
        "andi": "a",
        "raden": "r rd",
        "gusti": "gst",
        "ngura": "ngr",
        "waian": "wyn",
        "nioman": "nym",
        "ketut": "kt ktt",
        "binti": "bt bti",
    }.items()
    for spelling in spellings.split()
}
_FOLDED: Final = {
    spelling: key
    for key, spellings in {
        "muhamad": "mohamad mohamed muhamed muhamat mohamat",
        "ahmad": "ahmat",
        "nur": "nor",
        "iusup": "susup",
    }.items()
    for spelling in spellings.split()
}
# Words of several spellings whose beginnings a rule would lead elsewhere: `moham` must lead to Muhammad.
_FAMILIES: Final = {
    "muhamad": "mohammad mohamad mohamed mohammed mohamat mochamad mochammad muhammed muhamed muhamat muchamed",
    "nur": "noor noer nor",
    "iusup": "jusuf jusup joesoef",
    "ahmad": "ahmat achmat akhmat",
}
_TELLING: Final = 3  # letters from which on a beginning says which family is meant
_PAIRS: Final = {
    ("i", "b"): ("ida", "bagus"),
    ("i", "a"): ("ida", "ayu"),
    ("a", "a"): ("anak", "agung"),
    ("r", "a"): ("ra",),
    ("r", "r"): ("rr",),
}
_SHORT: Final = {"ib": ("ida", "bagus"), "aa": ("anak", "agung")}
_ABBREVIATED: Final = frozenset({"i", "a", "r", *_SHORT})

_OLD_SPELLING: Final = re.compile("oe|dj|tj|sj|^nj")
_OLD: Final = (("oe", "u"), ("dj", "z"), ("tj", "c"), ("sj", "s"), ("nj", "ny"), ("j", "y"))
_DIGRAPHS: Final = (
    ("ch", "h"), ("kh", "h"), ("sy", "s"), ("sh", "s"), ("dz", "s"), ("dh", "d"), ("th", "t"), ("gh", "g"), ("ph", "p"),
    ("ae", "ai"), ("oo", "u"), ("ie", "i"), ("x", "ks"),
)  # fmt: skip
_SINGLE: Final = str.maketrans("fvzjqy", "ppsski")
_REPEAT: Final = re.compile(r"([a-z])\1+")
_BEYOND: Final = re.compile("[\U00010000-\U0010ffff]")
_HALF_TYPED: Final = {"c": "h", "k": "h", "o": "u", "t": "c", "d": "s"}
_NUR, _ABDUL = "nur", "abdul"
_JOINING: Final = ("nur", "abdul", "abdur")
_VOWELS: Final = frozenset("aiueo")


class Sought(NamedTuple):
    """One thing a typed word may stand for: a key, whole or only begun."""

    kunci: str
    awalan: bool


Meaning = tuple[tuple[Sought, ...], ...]  # for each typed word what it may stand for


@lru_cache(maxsize=1 << 19)  # a nation writes 400,000 words
def word_key(word: str) -> str:
    """The key of a whole word, folded as by `key.words`."""
    if word in _WRITTEN:
        return _WRITTEN[word]
    key = beginning(word)
    if len(key) > 3 and key[-1] == "h":
        key = key[:-1]
    return _FOLDED.get(key, key)


def beginning(word: str) -> str:
    """The key of letters with which a word begins: what may still follow is left open."""
    if _OLD_SPELLING.search(word):
        for old, new in _OLD:
            word = word.replace(old, new)
    for written, sound in _DIGRAPHS:
        word = word.replace(written, sound)
    key = _BEYOND.sub("", _REPEAT.sub(r"\1", word.translate(_SINGLE)))
    return "abdu" + key[5:] if key.startswith("abdulr") else key


def spoken(words: Sequence[str]) -> Sequence[str]:
    """The words with Balinese and Javanese abbreviations of two words written out: `i b` and `ib` are `ida bagus`."""
    if _ABBREVIATED.isdisjoint(words):
        return words
    out: list[str] = []
    at = 0
    while at < len(words):
        pair = _PAIRS.get((words[at], words[at + 1])) if at + 1 < len(words) else None
        out += pair or _SHORT.get(words[at], (words[at],))
        at += 2 if pair else 1
    return out


def name_keys(words: Sequence[str]) -> tuple[str, ...]:
    """All keys under which a name of these words is found, each once, sorted; `nur` and `abdul` both joined and apart."""
    keys = [key for key in map(word_key, spoken(words)) if key]
    found = set(keys)
    for at, key in enumerate(keys):
        if key.startswith(_JOINING):
            found.update(_apart(key) or (_joined(key, other) for other in keys[at + 1 : at + 2]))
    return tuple(sorted(found))


def _joined(first: str, second: str) -> str:
    key = _REPEAT.sub(r"\1", first + second)
    return "abdu" + key[5:] if key.startswith("abdulr") else key


def _apart(key: str) -> tuple[str, ...]:
    """`nurhaiati` is also `nur` and `haiati`; before a vowel the letter that doubling swallowed may belong to both."""
    first, end = (_NUR, 3) if key.startswith(_NUR) else (_ABDUL, 5)
    if len(key) < end + 3:
        return () if key == first else (key,)
    if key.startswith("abdur"):
        return first, key[4:]
    return (first, key[end:], key[end - 1 :]) if key[end] in _VOWELS else (first, key[end:])


def meanings(words: Sequence[str]) -> list[Meaning]:
    """What a query of these words may mean, the likeliest first. The last word may be only begun."""
    spelt = [word for word in spoken(words) if word_key(word)]
    if not spelt:
        return []
    whole = tuple((Sought(key, awalan=False),) for key in dict.fromkeys(map(word_key, spelt[:-1])))
    last = spelt[-1]
    found: list[Meaning] = [(*whole, _begun(last, beginning(last)))]
    other = _HALF_TYPED.get(last[-1])
    if other is not None and len(last) > 1:
        found.append((*whole, (Sought(beginning(last[:-1] + other), awalan=True),)))
    return found


def _begun(word: str, start: str) -> tuple[Sought, ...]:
    """The beginning, and what it does not cover: the abbreviation the word may be, families of many spellings."""
    more = {word_key(word)}
    if len(word) >= _TELLING:
        more |= {key for key, spellings in _FAMILIES.items() if _starts_one(spellings, word)}
    return Sought(start, awalan=True), *(Sought(key, awalan=False) for key in sorted(more) if not key.startswith(start))


def _starts_one(spellings: str, word: str) -> bool:
    return f" {word}" in f" {spellings}"


def answers(meaning: Meaning, keys: Iterable[str]) -> bool:
    """Whether a name with these keys is meant: each typed word has a key that it is or begins.

    The last word needs a key that none of the others is: `siti s` is not answered by Siti alone.
    """
    *whole, last = meaning
    left = set(keys)
    for word in whole:
        if word[0].kunci not in left:
            return False
    left.difference_update(word[0].kunci for word in whole)
    return any(
        any(key.startswith(sought.kunci) for key in left) if sought.awalan else sought.kunci in left for sought in last
    )
