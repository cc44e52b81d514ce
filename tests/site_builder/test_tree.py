"""The search tree against brute force: whoever answers is found, nobody else, nobody twice; and the bounds of its files."""

import json
import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from registry.edition.types import Orang
from site_builder.search.entries import CUTS, KeyedLines, keys_of, tails_of
from site_builder.search.key import readings, words
from site_builder.search.library import Library
from site_builder.search.phonetics import answers, meanings
from site_builder.search.query import Match, TreeQuery
from site_builder.search.shelf import SHARD_LIMIT, Shelf, gzipped
from site_builder.search.tree import grow, plant
from site_builder.search.tree_reader import TreeReader
from site_builder.stretch import stretches
from tests.registry.edition.editions import PEKALONGAN, edition, orang
from tests.site_builder.sites import BREBES, build_site, tree, write_editions

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
    return [hit for batch in TreeQuery(tree, text, budget=EVERYTHING).hits() for hit in batch]


def _expected(text: str) -> set[str]:
    """By going through everybody: the first meaning that anybody answers."""
    for reading in readings(text):
        for meaning in meanings(reading):
            found = {row.nomor for row, keys in KEYS.items() if answers(meaning, keys)}
            if found:
                return found
    return set()


def _numbers(hits: Iterable[Match]) -> list[str]:
    return sorted(hit.nomor for hit in hits)


QUERIES = st.tuples(st.sampled_from(NAMES), st.randoms(use_true_random=False), st.integers(1, 12))


@settings(max_examples=150, deadline=None)
@given(QUERIES)
def test_the_tree_finds_whom_brute_force_finds(pohon: TreeReader, drawn: tuple[str, Random, int]) -> None:
    """Some words of a name in any order, the last one only begun: none missing, none extra, none twice."""
    name, rnd, letters = drawn
    typed = name.split()
    rnd.shuffle(typed)
    typed = typed[: rnd.randint(1, len(typed))]
    text = " ".join([*typed[:-1], typed[-1][:letters]])

    assert sorted(_expected(text)) == _numbers(_found(pohon, text))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from([*COMMON, *KNOWN, "s", "nu", "siti", "moha", "zz"]), min_size=1, max_size=3))
def test_words_that_do_not_belong_together(pohon: TreeReader, typed: list[str]) -> None:
    """Heavy with heavy, twice the same, words nobody has."""
    text = " ".join(typed)

    assert sorted(_expected(text)) == _numbers(_found(pohon, text))


@pytest.fixture(scope="module")
def varian(tmp_path_factory: pytest.TempPathFactory) -> TreeReader:
    """A tree of all spellings of the table."""
    spellings = sorted({name for pair in VECTORS["varian"] for name in pair})
    return _planted(tmp_path_factory.mktemp("varian"), (), [orang(n, nama=it) for n, it in enumerate(spellings, 1)])


@pytest.mark.parametrize(("one", "other"), VECTORS["varian"])
def test_every_pair_of_variants(varian: TreeReader, one: str, other: str) -> None:
    """Both spellings find both people, the exact one first."""
    found = {text: [hit.row.nama for hit in _found(varian, text)] for text in (one, other)}

    assert all({one, other} <= set(names) for names in found.values())
    assert [words(one), words(other)] == [words(names[0]) for names in found.values()]


def _planted(folder: Path, cuts: tuple[str, ...], people: Sequence[Orang]) -> TreeReader:
    """A tree of these people alone, its keys cut into parts."""

    def put(address: str, data: bytes) -> None:
        (folder / address).parent.mkdir(parents=True, exist_ok=True)
        (folder / address).write_bytes(data)

    keyed, shelf = KeyedLines(cuts), Shelf("data/x")
    for stretch in stretches(people):
        keyed.take(stretch.kolom.nama, tails_of(stretch, "3375"))
    root = plant([grow(lines, shelf, put) for lines in keyed.parts], len(people), "", shelf, put)
    return TreeReader(Library(folder), root)


def test_a_tree_in_parts_answers_as_one_piece(tmp_path: Path) -> None:
    """Where the keys are cut to be sorted apart makes no difference to whom is found."""
    whole, parts = (_planted(tmp_path / name, cuts, LISTS["3375"]) for name, cuts in (("satu", ()), ("banyak", CUTS)))
    queries = [*KNOWN, "siti nur", "siti nurha", "s", "muhammad abdul r", *NAMES[::40]]

    assert list(whole.heavy) == list(parts.heavy)
    assert [_numbers(_found(whole, it)) for it in queries] == [_numbers(_found(parts, it)) for it in queries]


def test_what_did_not_change_stays_the_same_file(site: Path, tmp_path: Path) -> None:
    """Somebody of two words is new in one agency: two leaves, two shards of words each way, and what leads to them are new."""
    out, terbitan = tmp_path / "situs", tmp_path / "terbitan"
    more = (*LISTS["3329"], orang(1_501, kode="3329", nama="Zubaidah Ratnaningtyas"))
    write_editions(terbitan, [edition(LISTS["3375"], instansi=PEKALONGAN), edition(more, instansi=BREBES)])
    shutil.copytree(site, out)
    before = {it.name: it.stat().st_ino for it in out.glob("data/cari-nasional/**/*.js")}
    build_site(terbitan, out)
    kept = [it for it in out.glob("data/cari-nasional/**/*.js") if before.get(it.name) == it.stat().st_ino]
    build_site(terbitan, tmp_path / "baru", processes=2)

    assert len(before) - len(kept) <= 10
    assert tree(tmp_path / "baru") == tree(out)


def test_common_words_are_paired(pohon: TreeReader) -> None:
    """The tests above would prove little if no key were heavy."""
    assert {"siti", "muhamad", "nur", "sri", "ahmad", "abdul"} <= pohon.heavy.keys()


def test_no_file_is_over_its_bound(site: Path) -> None:
    """14,000 bytes gzipped."""
    assert [] == [it.name for it in site.glob("data/**/*.js") if gzipped(it.read_bytes()) > SHARD_LIMIT]


def test_one_slip_is_forgiven(pohon: TreeReader) -> None:
    """A fixed sample of names with one slip in a word of four letters or more: at least 95 in 100 are found."""
    rnd = Random(1)
    sample = [
        row for row in rnd.sample(sorted(KEYS, key=lambda row: row.nomor), 200) if max(map(len, row.nama.split())) >= 4
    ][:100]
    found = 0
    for row in sample:
        batches = TreeQuery(pohon, slipped(row.nama, rnd)).batches()
        found += any(hit.nomor == row.nomor for batch in batches for hit in batch)

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
