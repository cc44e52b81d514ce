"""The search key against its vectors (the script in the page answers to the same), and the search without a browser."""

import json
import shutil
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_builder.errors import BuildRefused
from site_builder.search.key import readings, score, words
from site_builder.search.offline import search_offline
from tests.registry.edition.editions import edition, orang
from tests.site_builder.sites import build_site, small_site, write_editions

VECTORS: dict[str, list[Any]] = json.loads((Path(__file__).parent / "vektor-kunci.json").read_text("utf-8"))
WORDS = st.lists(st.text("abn", min_size=1, max_size=3), min_size=1, max_size=3)


@pytest.mark.parametrize(("text", "expected"), VECTORS["kata"])
def test_words(text: str, expected: list[str]) -> None:
    """Case, accents, apostrophes and punctuation do not count."""
    assert expected == words(text)


@pytest.mark.parametrize(("text", "expected"), VECTORS["bacaan"])
def test_readings(text: str, expected: list[list[str]]) -> None:
    """Titles do not count; a last word may be one or the beginning of a name."""
    assert expected == readings(text)


@pytest.mark.parametrize(("query", "name", "expected"), VECTORS["nilai"])
def test_scores(query: list[str], name: list[str], expected: int) -> None:
    """Whole words before begun ones, in order before out of order, short names before long."""
    assert expected == score(query, name)


@given(WORDS, WORDS)
def test_score_finds_what_brute_force_finds(query: list[str], name: list[str]) -> None:
    """Some way to give every word of the query its own word of the name, or none."""
    possible = any(
        all(other.startswith(word) for word, other in zip(query, chosen, strict=True))
        for chosen in permutations(name, len(query))
    )

    assert possible == (score(query, name) >= 0)


def _names(folder: Path, text: str) -> list[str]:
    return [hit.nama for hit in search_offline(folder, text)]


def test_search_in_editions_takes_the_newest_of_each_instansi(tmp_path: Path) -> None:
    """Number 2 left with the final edition; number 6 came."""
    small_site(tmp_path)

    assert [("3329-000006", "final"), ("3375-000002", "prafinalisasi")] == [
        (hit.nomor, hit.tahap) for text in ("andi", "maruf") for hit in search_offline(tmp_path, text)
    ]


def test_search_in_a_built_site_finds_the_same(tmp_path: Path) -> None:
    """A workspace's editions and the site made of them answer alike."""
    terbitan = small_site(tmp_path / "terbitan")
    build_site(terbitan, tmp_path / "situs")
    answers = [[(h.nomor, h.halaman) for h in search_offline(tmp_path / it, "a")] for it in ("terbitan", "situs")]

    assert answers[0] == answers[1]


def test_search_in_one_downloaded_file(tmp_path: Path) -> None:
    """pengumuman.json alone is enough."""
    small_site(tmp_path)
    shutil.copy(tmp_path / "3375/1-prafinalisasi.json", tmp_path / "pengumuman.json")

    assert ["Budi Santoso"] == _names(tmp_path / "pengumuman.json", "santoso budi, S.Pd.")


def test_best_answers_come_first_and_ties_stand_in_order(tmp_path: Path) -> None:
    """The exact name, then longer names, then begun words."""
    names = ["Sitiawati", "Siti Aminah", "Aminah Siti", "Siti", "Siti"]
    write_editions(tmp_path, [edition([orang(n, nama=name) for n, name in enumerate(names, 1)])])

    assert [("Siti", 4), ("Siti", 5), ("Siti Aminah", 2), ("Aminah Siti", 3), ("Sitiawati", 1)] == [
        (hit.nama, int(hit.nomor[-6:])) for hit in search_offline(tmp_path, "siti")
    ]


def test_a_registration_number_finds_its_person(tmp_path: Path) -> None:
    """As printed on the announcement."""
    small_site(tmp_path)

    assert ["3375-000002"] == [hit.nomor for hit in search_offline(tmp_path, " 3375-000002 ")]


def test_the_page_of_a_hit(tmp_path: Path) -> None:
    """Row 501 stands on page 2."""
    rows = [orang(n, nama="Tono") for n in range(1, 502)]
    write_editions(tmp_path, [edition(rows)])

    assert [1, 2] == [hit.halaman for hit in search_offline(tmp_path, "tono") if hit.nomor[-3:] in {"500", "501"}]


def test_the_limit_cuts_after_ranking(tmp_path: Path) -> None:
    """The first of all, not of what was read first."""
    write_editions(tmp_path, [edition([orang(1, nama="Sitiawati"), orang(2, nama="Siti")])])

    assert ["Siti"] == [hit.nama for hit in search_offline(tmp_path, "siti", limit=1)]


def test_a_folder_without_editions_is_refused(tmp_path: Path) -> None:
    """Better than "nobody found"."""
    with pytest.raises(BuildRefused, match="Tidak ada pengumuman"):
        search_offline(tmp_path, "siti")
