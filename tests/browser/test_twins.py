"""The search in the page and the reader in Python: the same answers in the same order, query by query."""

import gzip
from collections.abc import Iterable
from itertools import chain
from pathlib import Path
from random import Random
from typing import Any
from urllib.parse import urlsplit

import msgspec
import pytest
from playwright.sync_api import Browser

from site_builder.search.library import Library
from site_builder.search.query import CORRECTED, EXACT, TreeQuery
from site_builder.search.tree_reader import TreeReader
from tests.browser.conftest import Visitor
from tests.registry.edition.editions import KEMENAG, edition, orang
from tests.site_builder.sites import build_site, two_editions, write_editions

pytestmark = pytest.mark.browser

COMMON = "Siti Muhammad Nur Ahmad Abdul Dewi".split()
FIRST = (
    "Mohamad Moch. Achmad Noer Sri Wayan I.B. Ni M. St. Zulaikha Djoko Joko Tjahjo Cahyo Soekarno Sukarno Yusuf Jusuf Fitri Pitri "
    "Syaiful Saeful Taufiq Aisyah Aisah Ma'ruf José Nurhayati Abdurrahman Bambang Endang Ratna Slamet Wahyu Hendra Agus Rini"
).split()
SYLLABLES = "wa ri ya ni ta su ka di ma lo ha pra ning sih to no ra hman di yah sa ngi".split()
PLENTY = 10**9  # of budget
Answer = list[list[str | int]]
SLIPS = "aiueonrstklm"


def _names(rnd: Random, count: int) -> list[str]:
    rare = ["".join(rnd.choices(SYLLABLES, k=rnd.choice((2, 3, 3)))).title() for _ in range(700)]
    pools = ([*COMMON * 12, *FIRST], [*COMMON * 3, *FIRST, *rare], rare)
    return [" ".join(rnd.choice(pool) for pool in pools[: rnd.choice((1, 2, 2, 3, 3))]) for _ in range(count)]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three agencies, 10,500 people: heavy keys, directory pages and a vocabulary are there, as in a nation.

    The ministry is large enough for a tree of its own.
    """
    place = tmp_path_factory.mktemp("situs-kembar")
    rnd = Random("kembar")
    editions = [
        edition([orang(n, nama=name) for n, name in enumerate(_names(rnd, 4000), 1)]),
        edition([orang(n, kode="KEMENAG", nama=name) for n, name in enumerate(_names(rnd, 6500), 1)], instansi=KEMENAG),
    ]
    write_editions(place / "terbitan", [*editions, *two_editions()])
    build_site(place / "terbitan", place / "situs")
    return place / "situs"


def _root(site: Path) -> str:
    page = (site / "cari/index.html").read_text("utf-8")
    return msgspec.json.decode(page.split('id="cari-data" type="application/json">')[1].split("</script>")[0])["cari"]


def _slipped(rnd: Random, name: str) -> str:
    at = rnd.randrange(len(name))
    return rnd.choice(
        [
            name[:at] + rnd.choice(SLIPS) + name[at + 1 :],
            name[:at] + rnd.choice(SLIPS) + name[at:],
            name[:at] + name[at + 1 :],
            name[:at] + name[at : at + 2][::-1] + name[at + 2 :],
        ]
    )


def _queries(rnd: Random, names: list[str]) -> list[str]:
    """Names in any order, begun, with slips, mixed; single letters, titles, words nobody has."""
    found = ["m", "nur n", "siti siti", "a a", "ni w", "moha", "dr. siti", "budi se", "xyzzy", "st. nur xq", "i b wari"]
    for name in rnd.sample(names, 40):
        parts = name.split()
        rnd.shuffle(parts)
        found += [
            name,
            " ".join(parts[:2]),
            " ".join(parts)[:-2],
            _slipped(rnd, name),
            f"{parts[0]} {rnd.choice(names)}",
        ]
    return found


def _in_python(tree: TreeReader, text: str) -> Answer:
    query = TreeQuery(tree, text, budget=PLENTY)
    kinds = {EXACT: "persis", CORRECTED: "maksud"}
    return [[kinds.get(it.mutu, "mirip"), it.kode, it.nomor, it.row.hal] for it in chain.from_iterable(query.batches())]


ASK = """async ([setup, budget, all]) => {
  const found = [];
  for (const [text, filters] of all) {
    const answer = await Pendataan.mesin.buat(setup, budget).cari(text, filters);
    while (!answer.habis) await answer.lanjut();
    await answer.perbaiki();
    found.push(answer.antre.map((t) => [t.jenis, t.instansi.kode, t.nomor, Number(/halaman-(\\d+)/.exec(t.alamat)?.[1] || 1)]));
  }
  return found;
}"""


def _differences(queries: list[str], python: Iterable[Answer], page: Iterable[Answer]) -> dict[str, Any]:
    return {
        text: (len(one), len(other), one[:3], other[:3])
        for text, one, other in zip(queries, python, page, strict=True)
        if one != other
    }


def test_both_readers_give_the_same_answers_in_the_same_order(visitor: Visitor, site: Path) -> None:
    """Two hundred queries over 10,500 people, from file://; filters aside."""
    queries = _queries(Random("tanya"), _names(Random("kembar"), 4000))
    tree = TreeReader(Library(site), _root(site))
    visitor.page.goto((site / "cari/index.html").as_uri())
    in_page = visitor.page.evaluate(ASK, [{"cari": _root(site)}, PLENTY, [(text, {}) for text in queries]])

    assert {} == _differences(queries, [_in_python(tree, text) for text in queries], in_page)
    assert len(queries) > 200
    assert {"persis", "mirip", "maksud"} == {it[0] for found in in_page for it in found}


def test_an_agency_with_a_tree_of_its_own_answers_alike(visitor: Visitor, site: Path) -> None:
    """On its page, and under its filter on the search page."""
    queries = _queries(Random("sendiri"), _names(Random("kembar"), 4000))[:80]
    detail = Library(site).load("data/kementerian-agama/cari")
    tree = TreeReader(Library(site), detail["pohon"])
    python = [_in_python(tree, text) for text in queries]
    filters = {"instansi": "kementerian-agama"}
    visitor.page.goto((site / "cari/index.html").as_uri())
    own = visitor.page.evaluate(ASK, [{"rinci": "data/kementerian-agama/cari"}, PLENTY, [(it, {}) for it in queries]])
    filtered = visitor.page.evaluate(ASK, [{"cari": _root(site)}, PLENTY, [(it, filters) for it in queries]])

    assert {} == _differences(queries, python, own)
    assert own == filtered


def test_an_agency_without_a_tree_finds_whom_the_tree_of_all_finds(visitor: Visitor, site: Path) -> None:
    """Its packs are gone through row by row; the tree is not: one proves the other. Exact and variant spellings."""
    queries = [it for it in _queries(Random("pak"), _names(Random("kembar"), 4000)) if len(it) > 3][:80]
    setup = {"rinci": "data/pemerintah-kota-pekalongan/cari"}
    visitor.page.goto((site / "cari/index.html").as_uri())
    packs = visitor.page.evaluate(ASK, [setup, PLENTY, [(it, {}) for it in queries]])
    everywhere = visitor.page.evaluate(ASK, [{"cari": _root(site)}, PLENTY, [(it, {}) for it in queries]])
    asked = [
        {it[2] for it in found if it[0] != "maksud" and it[1] == "3375"}
        for found in everywhere
        if any(it[0] != "maksud" and it[1] == "3375" for it in found)
    ]
    given = [
        {it[2] for it in found if it[0] != "maksud"}
        for found, other in zip(packs, everywhere, strict=True)
        if any(it[0] != "maksud" and it[1] == "3375" for it in other)
    ]

    assert asked == given
    assert len(asked) > 40


def test_one_search_loads_at_most_100_kb(chromium: Browser, site: Path) -> None:
    """A name nobody has, typing errors, words everybody has: compressed, on a first visit, and 16 kB for somebody who exists."""
    names = [name for name in _names(Random("kembar"), 4000) if " " in name]
    rnd = Random("bita")
    slips = [_slipped(rnd, name) for name in rnd.sample(names, 7)]
    worst: dict[str, int] = {"ada": 0, "salah": 0}
    for kind, texts in (
        ("ada", rnd.sample(names, 7)),
        ("salah", [*slips, "xqw zzyzx", "siti muhammad zzyzx", "nur xbdul"]),
    ):
        for text in texts:
            visitor = Visitor(chromium)
            visitor.page.goto((site / "cari/index.html").as_uri())
            visitor.page.evaluate(
                "Pendataan.mesin.buat(JSON.parse(document.getElementById('cari-data').textContent)).instansi()"
            )
            before = len(visitor.requests)
            visitor.search(text)
            loaded = [Path(urlsplit(url).path) for url in visitor.requests[before:]]
            visitor.close()
            worst[kind] = max(worst[kind], sum(len(gzip.compress(file.read_bytes(), 6)) for file in loaded))

    assert worst["ada"] <= 32_000
    assert worst["salah"] <= 100_000
