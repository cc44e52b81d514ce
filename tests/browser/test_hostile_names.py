"""2,000 names, positions and units written to break the page: shown as text, executed nowhere, found like any other."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import Visitor, served
from tests.site_builder.hostile import ATTACKS, EVIL, GROUPS, editions, rows
from tests.site_builder.sites import build_site, write_editions

pytestmark = pytest.mark.browser

MINISTRY = "instansi/kementerian-agama"
FINAL = f"{MINISTRY}/2-final"
# Pages in which something of an edition stands, but those of an older edition and the many of changes, which are like others.
SHOWING = re.compile(
    rf"{FINAL}/|{MINISTRY}/(perubahan/)?index|instansi/kota|provinsi/nusa-img|(instansi-pusat|cari|statistik|unduh)/|index"
)
HARMED = """() => [globalThis.kena || 0, ...document.querySelectorAll(
  'iframe, base, object, embed, template, main img, [onerror], [onload], [onfocus], main [src="x"], .hasil svg, main style, main meta')].map(String)"""
LISTED = """() => [...document.querySelectorAll('table.daftar tbody tr')].map(
  (row) => [row.id, row.children[1].textContent, row.children[2].textContent, row.children[3].textContent])"""
ANSWERED = """() => [...document.querySelectorAll('ol.hasil > li')].map((li) => [
  li.querySelector('a').hash.slice(1), li.querySelector('a bdi').textContent, li.querySelector('.hasil-kerja bdi').textContent])"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of them."""
    place = tmp_path_factory.mktemp("situs-jahat")
    build_site(write_editions(place / "terbitan", editions()), place / "situs")
    return place / "situs"


@pytest.fixture(scope="module")
def hostile(folder: Path) -> Iterator[str]:
    """The same over http."""
    with served(folder) as address:
        yield address


def _unharmed(visitor: Visitor) -> None:
    assert ["0"] == visitor.page.evaluate(HARMED)


def _plain(text: str) -> str:
    """As the search keeps a text: in one line."""
    return text.replace("\n", " ")


def test_pages_show_hostile_text_as_text(visitor: Visitor, folder: Path, hostile: str) -> None:
    """Every kind of page: nothing runs, nothing complains, nothing else is asked for; all 2,000 rows read as they were written."""
    pages = [it.relative_to(folder).as_posix() for it in sorted(folder.rglob("*.html"))]
    listed, named, units = [], set(), set()
    for page in filter(SHOWING.match, pages):
        visitor.page.goto(hostile + page, wait_until="commit")
        visitor.page.wait_for_load_state("load")
        _unharmed(visitor)
        if page.startswith(f"{FINAL}/"):
            listed += visitor.page.evaluate(LISTED)
            named |= set(visitor.page.locator("ol.abjad a").all_text_contents())
            units |= set(visitor.page.locator("a.unit-nama").all_text_contents())
    expected = rows(5)

    assert [[it.nomor, it.nama, it.jabatan, it.unit_kerja] for it in expected] == sorted(listed)
    assert ({it.nama for it in expected}, {it.unit_kerja for it in expected}) == (named, units)
    assert ([], []) == (visitor.complaints, [url for url in visitor.requests if not url.startswith(hostile)])


def _all_found(visitor: Visitor, address: str) -> list[list[str]]:
    """All people, a third with each group's word, as many pages of answers opened at once as can be."""
    found = []
    for group in GROUPS:
        visitor.page.goto(f"{address}?q={group}&hal=33")
        visitor.page.wait_for_function(
            "() => document.querySelector('#cari-status').textContent.endsWith('ditemukan.')"
        )
        found += visitor.page.evaluate(ANSWERED)
        _unharmed(visitor)
    return sorted(found)


EXPECTED = [[it.nomor, _plain(it.nama), f"{_plain(it.jabatan)} · {_plain(it.unit_kerja)}"] for it in rows(5)]


@pytest.mark.parametrize("way", ["http", "file"])
@pytest.mark.parametrize("page", ["cari/index.html", f"{MINISTRY}/index.html"])
def test_answers_show_hostile_text_as_text(visitor: Visitor, folder: Path, hostile: str, way: str, page: str) -> None:
    """All 2,000 in the answers, in the tree of all and in that of the ministry, on a phone without scrolling sideways."""
    visitor.page.set_viewport_size({"width": 320, "height": 800})
    found = _all_found(visitor, hostile + page if way == "http" else (folder / page).as_uri())

    assert EXPECTED == found
    assert 0 == visitor.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert [] == visitor.complaints


def test_the_copy_on_a_device_shows_hostile_text_as_text(chromium: Browser, hostile: str) -> None:
    """Saved with a connection, searched and read without."""
    visitor = Visitor(chromium, service_workers="allow")
    visitor.page.goto(f"{hostile}{MINISTRY}/index.html")
    visitor.page.wait_for_function("() => navigator.serviceWorker.controller?.state === 'activated'")
    visitor.page.get_by_role("button", name="Simpan instansi ini untuk luring").click()
    expect(visitor.page.locator("#luring")).to_contain_text("Tersimpan di perangkat ini pada")
    visitor.offline()
    found = _all_found(visitor, f"{hostile}{MINISTRY}/index.html")
    visitor.page.goto(f"{hostile}{FINAL}/halaman-4.html")
    listed = visitor.page.evaluate(LISTED)
    _unharmed(visitor)
    complaints = visitor.complaints
    visitor.close()

    assert EXPECTED == found
    assert [it.nama for it in rows(5)[1500:]] == [it[1] for it in listed]
    assert [] == complaints


def test_filters_take_hostile_text_as_text(visitor: Visitor, hostile: str) -> None:
    """An agency and a unit of such names are chosen, kept in the address and read back from it."""
    visitor.page.goto(f"{hostile}cari/index.html")
    visitor.search("script")
    visitor.page.locator("#saringan summary").click()
    visitor.page.select_option("#instansi", label=EVIL.nama)
    visitor.page.fill("#unit", ATTACKS[0])
    visitor.page.wait_for_url("**&unit=*")
    visitor.page.reload()
    visitor.page.wait_for_selector("#cari-hasil ol.hasil li")

    assert [[it, f"{it} · {it}"] for it in ATTACKS[:2]] == [it[1:] for it in visitor.page.evaluate(ANSWERED)]
    assert ATTACKS[0] == visitor.page.input_value("#unit")
    _unharmed(visitor)
    assert [] == visitor.complaints


def test_a_hostile_query_is_text(visitor: Visitor, hostile: str) -> None:
    """Each attack, sent to somebody in an address, as name, agency, unit and edition."""
    for attack in ATTACKS[:25]:
        query = urlencode(dict.fromkeys(("q", "instansi", "unit", "edisi", "wilayah"), attack))
        visitor.page.goto(f"{hostile}cari/index.html?{query}")
        visitor.page.wait_for_function("() => document.querySelector('#cari-status').textContent")
        _unharmed(visitor)

    assert [] == visitor.complaints


def test_a_hostile_file_is_verified_as_text(visitor: Visitor, folder: Path, hostile: str) -> None:
    """A changed announcement of a town of a hostile name, in a file of a hostile name; the published one beside it."""
    path = next(folder.glob("instansi/kota-*/2-final/pengumuman.json"))
    changed = json.loads(path.read_bytes())
    changed["daftar"][0]["nama"] = ATTACKS[1]
    visitor.page.goto(f"{hostile}verifikasi/index.html")
    files = {f"{ATTACKS[3]}.json": json.dumps(changed).encode(), f"{ATTACKS[6]}.json": path.read_bytes()}
    visitor.page.set_input_files(
        "#berkas", [{"name": name, "mimeType": "application/json", "buffer": data} for name, data in files.items()]
    )
    visitor.page.wait_for_selector("#periksa-hasil > * + *")
    said = visitor.page.locator("#periksa-hasil").text_content() or ""

    parts = (f"Tidak dikenal: {ATTACKS[3]}.json", f"mengaku sebagai pengumuman {EVIL.nama}", "Asli", EVIL.nama)
    assert dict.fromkeys(parts, True) == {it: it in said for it in parts}
    _unharmed(visitor)
    assert ([], []) == (visitor.complaints, [url for url in visitor.requests if not url.startswith(hostile)])
