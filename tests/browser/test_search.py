"""Searching in a real browser: over http on a sub-path, from file://, with the key's vectors, without script."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import Visitor

pytestmark = pytest.mark.browser

VECTORS = json.loads((Path(__file__).parents[1] / "site_builder/vektor-kunci.json").read_text("utf-8"))
KEMENAG = "instansi/kementerian-agama/index.html"


@pytest.mark.parametrize("part", ["kata", "bacaan", "nilai"])
def test_the_script_answers_to_the_vectors_of_the_python_key(visitor: Visitor, alamat: str, part: str) -> None:
    """The twins agree."""
    visitor.page.goto(alamat)
    expected = [vector[-1] for vector in VECTORS[part]]
    arguments = [vector[:-1] for vector in VECTORS[part]]

    assert expected == visitor.page.evaluate(
        "([p, all]) => all.map((a) => Pendataan.kunci[p](...a))", [part, arguments]
    )


@pytest.mark.parametrize("part", ["kunci_kata", "kunci_awalan", "kunci_nama", "arti"])
def test_the_script_answers_to_the_vectors_of_the_phonetic_key(visitor: Visitor, alamat: str, part: str) -> None:
    """The second pair of twins."""
    visitor.page.goto(alamat)
    expected = [vector[-1] for vector in VECTORS[part]]
    answers = visitor.page.evaluate(
        """([part, all]) => {
          const { kunciKata, kunciNama, awalan, arti } = Pendataan.lafal;
          const { kata } = Pendataan.kunci;
          const one = { kunci_kata: (t) => kunciKata(kata(t)[0]), kunci_awalan: awalan, kunci_nama: (t) => kunciNama(kata(t)), arti: (t) => arti(kata(t)) };
          return all.map((it) => one[part](it));
        }""",
        [part, [vector[0] for vector in VECTORS[part]]],
    )

    assert (VECTORS["versi_kunci"], expected) == (visitor.page.evaluate("Pendataan.lafal.VERSI"), answers)


@pytest.mark.parametrize(("one", "other"), [("Sulaikha", "Ujung"), ("Djulaikha", "oedjoeng")])
def test_spellings_of_one_name_meet(visitor: Visitor, root: str, one: str, other: str) -> None:
    """Another spelling than the list's, in another order; said as such."""
    visitor.page.goto(root + "index.html")
    visitor.search(f"{other} {one}")

    assert ["Zulaikha Ujung"] * 3 == visitor.names()
    assert ["Ejaan mirip"] == visitor.page.locator(".hasil-kelompok h3").all_inner_texts()


@pytest.mark.parametrize("query", ["Zulaikha Ujnug", "Zulakha Ujung", "Zulaikhaa Ujung", "ujung zulaixha"])
def test_one_typing_error_is_forgiven(visitor: Visitor, root: str, query: str) -> None:
    """Swapped, missing, doubled, another letter; under a heading of its own."""
    visitor.page.goto(root + "index.html")
    visitor.search(query)

    assert {"Zulaikha Ujung"} == set(visitor.names())
    assert visitor.page.locator(".hasil-kelompok h3").inner_text() in {"Ejaan mirip", "Mungkin maksud Anda"}


def test_a_registration_number_finds_its_person(visitor: Visitor, root: str) -> None:
    """As printed on the announcement, whatever the case."""
    visitor.page.goto(root + "index.html")
    visitor.search("kemenag-001202")

    assert ["Zulaikha Ujung"] == visitor.names()


def test_home_finds_a_name_in_any_agency(visitor: Visitor, root: str) -> None:
    """Words in any order, begun, with a title; no complaint and no request elsewhere."""
    visitor.page.goto(root + "index.html")

    visitor.search("HIDAYAT maruf, S.Pd.")

    assert {"Ma'ruf Hidayat"} == set(visitor.names())
    assert ([], []) == (visitor.complaints, [url for url in visitor.requests if not url.startswith(root)])


@pytest.mark.parametrize("query", ["jose anez", "ANEZ", "áñez jo"])
def test_accents_do_not_count(visitor: Visitor, root: str, query: str) -> None:
    """José Áñez is found however it is typed."""
    visitor.page.goto(root + "index.html")
    visitor.search(query)

    assert ["José Áñez"] == visitor.names()


def test_a_result_leads_to_the_row_on_its_page(visitor: Visitor, root: str) -> None:
    """Row 1,203 stands on page 3, and the browser marks it."""
    visitor.page.goto(root + KEMENAG)
    visitor.search("zulaikha ujung")
    visitor.page.locator("#cari-hasil a").last.click()
    visitor.page.wait_for_url("**/1-prafinalisasi/halaman-3.html#KEMENAG-001203")

    assert ["KEMENAG-001203"] == visitor.page.eval_on_selector_all("tr:target", "all => all.map((it) => it.id)")


def test_markup_in_a_name_is_shown_as_text(visitor: Visitor, root: str) -> None:
    """Nothing of it becomes an element."""
    visitor.page.goto(root + "index.html")
    visitor.search("nurul co script")

    assert "<b>Nurul</b> & Co </script>" in visitor.names()
    assert 0 == visitor.page.locator("#cari-hasil b").count()


def test_an_agency_is_found_by_name(visitor: Visitor, root: str) -> None:
    """The home page's box finds both."""
    visitor.page.goto(root + "index.html")
    visitor.search("agama kement")

    assert ["Kementerian Agama"] == visitor.page.locator("#cari-hasil ul a").all_inner_texts()


@pytest.mark.parametrize(
    ("page", "advice"),
    [
        (
            "instansi/pemerintah-kota-pekalongan/index.html",
            "Masa usulan dan sanggahan Pemerintah Kota Pekalongan sudah berakhir",
        ),
        ("instansi/pemerintah-kabupaten-brebes/index.html", "sudah final dan tidak dapat diubah"),
        ("index.html", "belum tercantum dalam daftar 3 instansi yang sudah mengumumkan"),
    ],
)
def test_nobody_found_gives_the_next_step(visitor: Visitor, root: str, page: str, advice: str) -> None:
    """By the phase of the agency."""
    visitor.page.goto(root + page)

    assert "Tidak ada nama yang cocok." == visitor.search("xyzzy")
    assert advice in visitor.page.locator(".saran").inner_text()


def test_before_the_deadline_the_advice_is_to_propose(visitor: Visitor, alamat: str) -> None:
    """The reader's clock decides; here it is 3 October 2022."""
    visitor.page.clock.set_fixed_time("2022-10-03T10:00:00+07:00")
    visitor.page.goto(alamat + KEMENAG)
    visitor.search("xyzzy")

    assert "ajukan usulan sampai 7 Oktober 2022 pukul 16.00 WIB" in visitor.page.locator(".saran").inner_text()
    assert "Masih dibuka, sisa 4 hari." == visitor.page.locator(".sisa").inner_text()


def test_a_nik_is_not_searched_for_and_not_kept(visitor: Visitor, alamat: str) -> None:
    """People type it out of habit; the page asks them not to and keeps it out of the address."""
    visitor.page.goto(alamat)

    assert visitor.search("3375 0112 0590 0008").startswith("Jangan mengetik NIK")
    assert "3375" not in visitor.page.url


def test_the_address_can_be_shared(visitor: Visitor, alamat: str) -> None:
    """`?q=` searches on opening."""
    visitor.page.goto(alamat + "index.html?q=jose")
    visitor.page.wait_for_selector("#cari-hasil ol a")

    assert ["José Áñez"] == visitor.names()


def test_more_results_come_on_request(visitor: Visitor, alamat: str) -> None:
    """Thirty at a time; the keyboard goes on with the first new one."""
    visitor.page.goto(alamat + KEMENAG)
    visitor.search("siti")
    before = len(visitor.names())
    visitor.page.click("#cari-hasil button")

    assert (30, 60) == (before, len(visitor.names()))
    assert visitor.page.evaluate(
        "document.activeElement.closest('li') === document.querySelectorAll('ol.hasil li')[30]"
    )


def test_shards_are_loaded_on_the_first_search_only(visitor: Visitor, alamat: str) -> None:
    """The first view of a page costs no data."""
    visitor.page.goto(alamat)
    before = [url for url in visitor.requests if "/data/pendataan/data/" in url]
    visitor.search("jose")
    loaded = [url for url in visitor.requests if "/data/pendataan/data/" in url]
    visitor.search("andi")

    assert [] == before
    assert loaded == [url for url in visitor.requests if "/data/pendataan/data/" in url]


def test_a_lost_shard_is_said(visitor: Visitor, alamat: str) -> None:
    """A broken connection gives words and a way on, not silence."""
    visitor.page.route("**/data/kementerian-agama/*", lambda route: route.abort())
    visitor.page.goto(alamat + KEMENAG)

    assert visitor.search("siti").startswith("Data pencarian gagal dimuat.")


def test_without_script_the_page_says_how_to_go_on(chromium: Browser, root: str) -> None:
    """And the list is complete."""
    visitor = Visitor(chromium, java_script_enabled=False)
    visitor.page.goto(root + KEMENAG)
    assert "memerlukan JavaScript" in visitor.page.locator("noscript").first.inner_text()
    visitor.page.goto(root + "instansi/kementerian-agama/1-prafinalisasi/halaman-2.html")
    assert 500 == visitor.page.locator("tbody tr").count()
    visitor.close()


def test_only_own_data_can_be_loaded_as_a_script(visitor: Visitor, root: str) -> None:
    """The policy refuses any other address, and the browser any address without the policy."""
    visitor.page.goto(root + "index.html")
    refused = visitor.page.evaluate(
        """async () => {
          const refused = [];
          for (const akar of ["https://jahat.test/", "../../x/", "data:"]) {
            try { await Pendataan.data.muat(akar, "data/a"); } catch (galat) { refused.push(galat.name); }
          }
          try { document.createElement("script").src = "data/a.js"; } catch (galat) { refused.push(galat.name); }
          return refused;
        }"""
    )

    assert ["TypeError"] * 4 == refused
