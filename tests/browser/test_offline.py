"""The site without a connection: what was visited, what was saved, and where there is no service worker at all."""

import functools
import threading
from collections.abc import Iterator
from http.server import ThreadingHTTPServer

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import Quiet, Visitor
from tests.registry.edition.editions import KEMENAG as KEMENTERIAN
from tests.registry.edition.editions import edition, orang, people
from tests.site_builder.sites import build_site, write_editions

pytestmark = pytest.mark.browser

KEMENAG = "instansi/kementerian-agama/index.html"
BREBES = "instansi/pemerintah-kabupaten-brebes/index.html"
SAVE = "Simpan instansi ini untuk luring"


@pytest.fixture
def reader(chromium: Browser) -> Iterator[Visitor]:
    """Somebody whose browser may keep pages."""
    made = Visitor(chromium, viewport={"width": 390, "height": 800}, service_workers="allow")
    yield made
    made.close()


def _at_ease(reader: Visitor, address: str) -> None:
    """The page is open, the service worker is in charge and has its shell."""
    reader.page.goto(address)
    reader.page.wait_for_function(
        "() => navigator.serviceWorker.controller && navigator.serviceWorker.controller.state === 'activated'"
    )


def _kept(reader: Visitor, address: str) -> None:
    reader.page.wait_for_function("async (url) => Boolean(await caches.match(url))", arg=address)


def test_a_visited_page_opens_without_a_connection(reader: Visitor, alamat: str) -> None:
    """Also the very first one, which was opened before there was a service worker; style and script come along."""
    _at_ease(reader, alamat + KEMENAG)
    _kept(reader, alamat + KEMENAG)
    reader.page.goto(alamat + BREBES)
    _kept(reader, alamat + BREBES)
    reader.offline()

    for page, title in ((KEMENAG, "Kementerian Agama"), (BREBES, "Pemerintah Kabupaten Brebes")):
        reader.page.goto(alamat + page)
        expect(reader.page.locator("h1")).to_have_text(title)
    assert "rgb(255, 255, 255)" != reader.page.evaluate(
        "getComputedStyle(document.querySelector('.kepala')).backgroundColor"
    )


def test_a_page_never_seen_leads_to_what_is_kept(reader: Visitor, alamat: str) -> None:
    """Words and a way on instead of the browser's error page."""
    _at_ease(reader, alamat)
    reader.offline()
    reader.page.goto(alamat + BREBES)

    expect(reader.page.locator("h1")).to_have_text("Tanpa sambungan internet")
    expect(reader.page.locator("#luring-dari")).to_be_visible()


def test_a_saved_agency_is_searched_and_read_without_a_connection(reader: Visitor, alamat: str) -> None:
    """Its search data and all three pages of its list are there, down to the row."""
    _at_ease(reader, alamat + KEMENAG)
    reader.page.get_by_role("button", name=SAVE).click()
    expect(reader.page.locator("#luring")).to_contain_text("Tersimpan di perangkat ini pada")
    reader.offline()
    reader.page.goto(alamat + KEMENAG)
    reader.search("zulaikha ujung")
    reader.page.locator("#cari-hasil a").nth(2).click()
    reader.page.wait_for_url("**/1-prafinalisasi/halaman-3.html#KEMENAG-001203")

    assert ["KEMENAG-001203"] == reader.page.eval_on_selector_all("tr:target", "all => all.map((it) => it.id)")
    assert [] == reader.complaints


def test_what_is_saved_is_listed_and_can_be_removed(reader: Visitor, alamat: str) -> None:
    """On the page for the time without a connection."""
    _at_ease(reader, alamat + BREBES)
    reader.page.get_by_role("button", name=SAVE).click()
    expect(reader.page.locator("#luring")).to_contain_text("Tersimpan di perangkat ini pada")
    reader.page.goto(alamat + "luring/index.html")
    expect(reader.page.locator("#tersimpan a")).to_have_text(["Pemerintah Kabupaten Brebes"])
    reader.page.get_by_role("button", name="Hapus simpanan Pemerintah Kabupaten Brebes").click()

    expect(reader.page.locator("#tersimpan-kosong")).to_be_visible()
    assert [] == reader.page.evaluate("caches.keys().then((all) => all.filter((it) => it.includes(':simpan:')))")


def test_saving_that_fails_says_so_and_keeps_nothing_half(reader: Visitor, alamat: str) -> None:
    """The connection goes before the click."""
    _at_ease(reader, alamat + KEMENAG)
    reader.offline()
    reader.page.get_by_role("button", name=SAVE).click()

    expect(reader.page.locator("#luring")).to_contain_text("Gagal menyimpan. Periksa sambungan Anda")
    assert [] == reader.page.evaluate("caches.keys().then((all) => all.filter((it) => it.includes(':simpan:')))")


def test_a_list_with_a_connection_comes_from_the_network(reader: Visitor, alamat: str) -> None:
    """What is kept never hides what is newer."""
    _at_ease(reader, alamat + KEMENAG)
    reader.page.evaluate(
        """async (url) => {
          const kept = await caches.open((await caches.keys()).find((it) => it.endsWith(':kunjungan')) || 'x');
          await kept.put(url, new Response('<h1>lama</h1>', {headers: {'content-type': 'text/html'}}));
        }""",
        alamat + KEMENAG,
    )
    reader.page.reload()

    expect(reader.page.locator("h1")).to_have_text("Kementerian Agama")


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """One agency of 6,200 people: enough for a search tree of its own."""
    place = tmp_path_factory.mktemp("situs-besar")
    rows = [*people(6200, kode="KEMENAG")[:-1], orang(6200, kode="KEMENAG", nama="Zulaikha Ujung")]
    write_editions(place / "terbitan", [edition(rows, instansi=KEMENTERIAN)])
    build_site(place / "terbitan", place / "situs")
    with ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(place / "situs"))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def test_a_large_agency_is_searched_in_its_list_when_its_tree_was_not_kept(reader: Visitor, large: str) -> None:
    """What is saved is the list, which is smaller than the tree."""
    _at_ease(reader, large + KEMENAG)
    reader.page.get_by_role("button", name=SAVE).click()
    expect(reader.page.locator("#luring")).to_contain_text("Tersimpan di perangkat ini pada", timeout=30_000)
    reader.offline()
    reader.page.goto(large + KEMENAG)
    reader.search("ujung zulaikha")

    assert ["Zulaikha Ujung"] == reader.names()
