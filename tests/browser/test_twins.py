"""The search in the page and the reader in Python: the same answers in the same order, query by query."""

from itertools import chain
from pathlib import Path
from random import Random

import msgspec
import pytest

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
SLIPS = "aiueonrstklm"


def _names(rnd: Random, count: int) -> list[str]:
    rare = ["".join(rnd.choices(SYLLABLES, k=rnd.choice((2, 3, 3)))).title() for _ in range(700)]
    pools = ([*COMMON * 12, *FIRST], [*COMMON * 3, *FIRST, *rare], rare)
    return [" ".join(rnd.choice(pool) for pool in pools[: rnd.choice((1, 2, 2, 3, 3))]) for _ in range(count)]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three agencies, 9,000 people: heavy keys, directory pages and a vocabulary are there, as in a nation."""
    place = tmp_path_factory.mktemp("situs-kembar")
    rnd = Random("kembar")
    editions = [
        edition([orang(n, nama=name) for n, name in enumerate(_names(rnd, 4000), 1)]),
        edition([orang(n, kode="KEMENAG", nama=name) for n, name in enumerate(_names(rnd, 5000), 1)], instansi=KEMENAG),
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
    for name in rnd.sample(names, 60):
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


def _in_python(tree: TreeReader, text: str) -> list[list[str | int]]:
    query = TreeQuery(tree, text)
    kinds = {EXACT: "persis", CORRECTED: "maksud"}
    return [[kinds.get(it.mutu, "mirip"), it.kode, it.nomor, it.row.hal] for it in chain.from_iterable(query.batches())]


def test_both_readers_give_the_same_answers_in_the_same_order(visitor: Visitor, site: Path) -> None:
    """Three hundred queries over 9,000 people, from file://; filters aside."""
    rnd = Random("tanya")
    root = _root(site)
    names = _names(Random("kembar"), 4000)
    queries = _queries(rnd, names)
    visitor.page.goto((site / "cari/index.html").as_uri())
    in_page = visitor.page.evaluate(
        """async ([cari, all]) => {
          const found = [];
          for (const text of all) {
            const engine = Pendataan.mesin.buat({ cari });
            const answer = await engine.cari(text, {});
            while (!answer.habis) await answer.lanjut();
            found.push(answer.antre.map((t) => [t.jenis, t.instansi.kode, t.nomor, Number(/halaman-(\\d+)/.exec(t.alamat)?.[1] || 1)]));
          }
          return found;
        }""",
        [root, queries],
    )
    tree = TreeReader(Library(site), root)
    differences = {}
    for text, page in zip(queries, in_page, strict=True):
        python = _in_python(tree, text)
        if python != page:
            differences[text] = (len(python), len(page), python[:3], page[:3])

    assert {} == differences
    assert len(queries) > 300
    assert {"persis", "mirip", "maksud"} == {it[0] for found in in_page for it in found}
