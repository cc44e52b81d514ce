"""The search tree against brute force: whoever answers is found, nobody else, nobody twice; and the bounds of its files."""

import json
from collections.abc import Iterable
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from registry.edition.types import Orang
from site_builder.search.entries import keys_of
from site_builder.search.key import readings, words
from site_builder.search.library import Library
from site_builder.search.phonetics import answers, meanings
from site_builder.search.query import CORRECTED, Match, TreeQuery
from site_builder.search.shelf import gzipped
from site_builder.search.tree_reader import TreeReader
from tests.registry.edition.editions import PEKALONGAN, edition, orang
from tests.site_builder.sites import BREBES, build_site, write_editions

VECTORS: dict[str, Any] = json.loads((Path(__file__).parent / "vektor-kunci.json").read_text("utf-8"))
COMMON = "Siti Muhammad Nur Sri Ahmad Abdul".split()
KNOWN = (
    "Rahayu Santoso Lestari Hidayat Aminah Nurhayati Nurhaliza Nuraini Rahman Abdurrahman Yusuf Jusuf Moch St. M. I.B. Agus Budi Dewi "
    "Fitri Pitri Zainal Jaenal Aisyah Aisah Soekarno Djoko Joko Wahyuni Ma'ruf Taufiq Ratna Sarah Sara"
).split()
EVERYTHING = 10**9


def _people(kode: str, count: int) -> tuple[Orang, ...]:
    """Six words so common that they are heavy, forty others, and names that stand alone."""
    rnd = Random(kode)
    rare = [
        f"{rnd.choice('BKLPST')}{rnd.choice('aiueo')}{rnd.choice('lmnrt')}{rnd.choice('aiu')}{n % 97}x"
        for n in range(900)
    ]
    choices = (COMMON, KNOWN, rare)
    return tuple(
        orang(n, kode=kode, nama=" ".join(rnd.choice(rnd.choice(choices)) for _ in range(rnd.choice((1, 2, 2, 3, 4)))))
        for n in range(1, count + 1)
    )


LISTS = {"3375": _people("3375", 4_000), "3329": _people("3329", 1_500)}
KEYS = {row: keys_of(row.nama)[1] for rows in LISTS.values() for row in rows}
NAMES = sorted({row.nama for row in KEYS})


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two agencies, built once."""
    folder = tmp_path_factory.mktemp("pohon")
    editions = [edition(LISTS["3375"], instansi=PEKALONGAN), edition(LISTS["3329"], instansi=BREBES)]
    build_site(write_editions(folder / "terbitan", editions), folder / "situs")
    return folder / "situs"


@pytest.fixture(scope="module")
def pohon(site: Path) -> TreeReader:
    """The tree of both."""
    return TreeReader(Library(site), json.loads((site / "manifest.json").read_bytes())["cari"][1])


def _found(tree: TreeReader, text: str) -> list[Match]:
    return [hit for batch in TreeQuery(tree, text, budget=EVERYTHING).batches() for hit in batch]


def _expected(text: str) -> set[str]:
    """By going through everybody: the first meaning that anybody answers."""
    for reading in readings(text):
        for meaning in meanings(reading):
            found = {row.nomor for row, keys in KEYS.items() if answers(meaning, keys)}
            if found:
                return found
    return set()


def _numbers(hits: Iterable[Match]) -> list[str]:
    return sorted(hit.nomor for hit in hits if hit.mutu != CORRECTED)


QUERIES = st.tuples(st.sampled_from(NAMES), st.randoms(use_true_random=False), st.integers(1, 12))


@settings(max_examples=300, deadline=None)
@given(QUERIES)
def test_the_tree_finds_whom_brute_force_finds(pohon: TreeReader, drawn: tuple[str, Random, int]) -> None:
    """Some words of a name in any order, the last one only begun: none missing, none extra, none twice."""
    name, rnd, letters = drawn
    typed = name.split()
    rnd.shuffle(typed)
    typed = typed[: rnd.randint(1, len(typed))]
    text = " ".join([*typed[:-1], typed[-1][:letters]])

    assert sorted(_expected(text)) == _numbers(_found(pohon, text))


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from([*COMMON, *KNOWN, "s", "nu", "siti", "moha", "zz"]), min_size=1, max_size=3))
def test_words_that_do_not_belong_together(pohon: TreeReader, typed: list[str]) -> None:
    """Heavy with heavy, twice the same, words nobody has."""
    text = " ".join(typed)

    assert sorted(_expected(text)) == _numbers(_found(pohon, text))


@pytest.mark.parametrize(("one", "other"), VECTORS["varian"])
def test_every_pair_of_variants(tmp_path: Path, one: str, other: str) -> None:
    """Both spellings find both people, the exact one first."""
    rows = [orang(1, nama=one), orang(2, nama=other)]
    folder = write_editions(
        tmp_path,
        [
            edition(rows),
            edition((), instansi=BREBES),
            edition([orang(1, kode="X", nama="Zz")], instansi=replace(BREBES, kode="X", nama="X")),
        ],
    )
    build_site(folder, tmp_path / "situs")
    tree = TreeReader(
        Library(tmp_path / "situs"), json.loads((tmp_path / "situs/manifest.json").read_bytes())["cari"][1]
    )

    found = {text: _found(tree, text) for text in (one, other)}
    same = words(one) == words(other)

    assert [{one, other}, {one, other}] == [{hit.row.nama for hit in hits} for hits in found.values()]
    assert same or [one, other] == [hits[0].row.nama for hits in found.values()]


def test_common_words_are_paired(pohon: TreeReader) -> None:
    """The tests above would prove little if no key were heavy."""
    assert {"siti", "muhamad", "nur", "sri", "ahmad", "abdul"} <= pohon.heavy.keys()


def test_no_file_is_over_its_bound(site: Path) -> None:
    """14,000 bytes gzipped."""
    files = [it for it in site.glob("data/*/**/*.js") if not it.name[0].isdigit()]

    assert [] == [(it.name, size) for it in files if (size := gzipped(it.read_bytes())) > 14_000 and "-" not in it.stem]


def test_one_slip_is_forgiven(pohon: TreeReader) -> None:
    """A fixed sample of names with one slip in a word of four letters or more: at least 95 in 100 are found."""
    rnd = Random(1)
    sample = [
        row for row in rnd.sample(sorted(KEYS, key=lambda row: row.nomor), 400) if max(map(len, row.nama.split())) >= 4
    ][:200]
    found = 0
    for row in sample:
        found += any(hit.nomor == row.nomor for hit in _found(pohon, slipped(row.nama, rnd)))

    assert found >= 0.95 * len(sample)


def slipped(name: str, rnd: Random) -> str:
    """One word of four letters or more with a letter missing, doubled up by another, replaced, or swapped with the next."""
    parts = name.split()
    place = rnd.choice([n for n, word in enumerate(parts) if len(word) >= 4])
    word = parts[place]
    at = rnd.randrange(len(word) - 1)
    letter = rnd.choice("abdegiklmnoprstuwy")
    parts[place] = rnd.choice(
        (
            word[:at] + word[at + 1 :],
            word[:at] + letter + word[at:],
            word[:at] + letter + word[at + 1 :],
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        )
    )
    return " ".join(parts)
