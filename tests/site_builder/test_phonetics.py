"""The phonetic key against its vectors (the script in the page answers to the same) and the variants of Indonesian names."""

import json
from pathlib import Path
from typing import Any

import pytest

from site_builder.search.key import words
from site_builder.search.phonetics import KEY_VERSION, answers, beginning, meanings, name_keys, word_key

VECTORS: dict[str, Any] = json.loads((Path(__file__).parent / "vektor-kunci.json").read_text("utf-8"))


def _finds(query: str, name: str) -> bool:
    return answers(meanings(words(query))[0], name_keys(words(name)))


def test_version() -> None:
    """The vectors and the code speak of the same key."""
    assert VECTORS["versi_kunci"] == KEY_VERSION


@pytest.mark.parametrize(("word", "key"), VECTORS["kunci_kata"])
def test_word_keys(word: str, key: str) -> None:
    """Spellings meet under one key."""
    assert key == word_key(words(word)[0])


@pytest.mark.parametrize(("word", "key"), VECTORS["kunci_awalan"])
def test_beginnings(word: str, key: str) -> None:
    """Letters at the beginning keep their place in the key."""
    assert key == beginning(word)


@pytest.mark.parametrize(("name", "keys"), VECTORS["kunci_nama"])
def test_name_keys(name: str, keys: list[str]) -> None:
    """Joined words are also found apart, and the other way round."""
    assert tuple(keys) == name_keys(words(name))


@pytest.mark.parametrize(("query", "expected"), VECTORS["arti"])
def test_meanings(query: str, expected: list[Any]) -> None:
    """The last word may be only begun; a beginning that stops inside an old spelling has a second meaning."""
    found = [[[list(sought) for sought in word] for word in reading] for reading in meanings(words(query))]

    assert expected == found


@pytest.mark.parametrize(("one", "other"), VECTORS["varian"])
def test_variants(one: str, other: str) -> None:
    """Each spelling finds the other."""
    assert (True, True) == (_finds(one, other), _finds(other, one))


@pytest.mark.parametrize(("start", "name"), VECTORS["awalan"])
def test_beginnings_find_variants(start: str, name: str) -> None:
    """`moha` already leads to Muhammad."""
    assert _finds(start, name)
