"""How pages behave at 320 px, in the dark, on paper, with the keyboard; weight of the first view."""

import gzip
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import Visitor

pytestmark = pytest.mark.browser

KEMENAG = "instansi/kementerian-agama/index.html"
PAGES = (
    "index.html",
    "404.html",
    "cari/index.html",
    "luring/index.html",
    "tentang/index.html",
    "cara-mengusulkan/index.html",
    KEMENAG,
    "instansi/pemerintah-kabupaten-brebes/index.html",
    "instansi/pemerintah-kabupaten-brebes/perubahan/index.html",
    "instansi/kementerian-agama/1-prafinalisasi/index.html",
)

# Text whose contrast with the ground behind it is below what WCAG asks; grounds with an image are not judged.
LOW_CONTRAST = """() => {
  const rgb = (c) => (c.match(/[\\d.]+/g) || []).map(Number);
  const lum = ([r, g, b]) => [r, g, b].map((v) => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    .reduce((s, v, i) => s + v * [0.2126, 0.7152, 0.0722][i], 0);
  const ground = (el) => {
    for (; el; el = el.parentElement) { const c = rgb(getComputedStyle(el).backgroundColor); if (c.length === 3 || c[3] > 0.5) return c; }
    return [255, 255, 255];
  };
  const found = [];
  for (const el of document.querySelectorAll("body *")) {
    if (![...el.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim())) continue;
    if (!el.getClientRects().length || el.matches(".tersembunyi, .tersembunyi *, script, noscript, .lewati, [aria-hidden]")) continue;
    const style = getComputedStyle(el);
    const [a, b] = [lum(rgb(style.color)), lum(ground(el))].sort((x, y) => y - x);
    const ratio = (a + 0.05) / (b + 0.05);
    const large = parseFloat(style.fontSize) >= 24 || (parseFloat(style.fontSize) >= 18.66 && style.fontWeight >= 700);
    if (ratio < (large ? 3 : 4.5)) found.push(el.tagName + "." + el.className + " " + ratio.toFixed(2) + " " + el.textContent.slice(0, 30));
  }
  return found.slice(0, 5);
}"""


def _on_each_page(chromium: Browser, alamat: str, width: int, asked: str, *more: str) -> dict[str, Any]:
    """What a page of this width answers, for each kind of page and some searches more."""
    visitor = Visitor(chromium, viewport={"width": width, "height": 800})
    answers = {}
    for page in (*PAGES, *more):
        visitor.page.goto(alamat + page)
        if "?" in page:
            visitor.page.wait_for_selector("#cari-hasil > *")
        answers[page] = visitor.page.evaluate(asked)
    visitor.close()
    return answers


@pytest.mark.parametrize("width", [320, 768])
def test_no_page_scrolls_sideways(chromium: Browser, alamat: str, width: int) -> None:
    """Narrow phones and tablets, with an answer and advice on the page too."""
    overflow = _on_each_page(
        chromium,
        alamat,
        width,
        "document.documentElement.scrollWidth - document.documentElement.clientWidth",
        "index.html?q=siti",
        "cari/index.html?q=xyzzy&kategori=thk-ii",
    )

    assert dict.fromkeys(overflow, 0) == overflow


def test_the_menu_is_one_line_on_a_narrow_phone(chromium: Browser, alamat: str) -> None:
    """All its links stand at the same height at 320 px, on every page that has one."""
    lines = _on_each_page(
        chromium,
        alamat,
        320,
        "() => new Set([...document.querySelectorAll('.menu a')].map((a) => a.getBoundingClientRect().top)).size",
    )

    assert dict.fromkeys(lines, 1) | {"404.html": 0} == lines


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out(chromium: Browser, alamat: str, scheme: str) -> None:
    """WCAG AA contrast on every page type, and no complaint of the browser."""
    visitor = Visitor(chromium, color_scheme=scheme, viewport={"width": 1280, "height": 900})
    faint = {}
    for page in (*PAGES, "index.html?q=siti"):
        visitor.page.goto(alamat + page)
        if "?" in page:
            visitor.page.wait_for_selector("#cari-hasil > *")
        faint[page] = visitor.page.evaluate(LOW_CONTRAST)
    complaints = visitor.complaints
    visitor.close()

    assert {page: [] for page in faint} == faint
    assert [] == complaints


def test_targets_are_large_enough(chromium: Browser, alamat: str) -> None:
    """WCAG 2.2 target size: 24 px or more for everything that is no link in a line of text."""
    small = _on_each_page(
        chromium,
        alamat,
        320,
        """() => [...document.querySelectorAll("nav a, button, input, summary, .unduhan a, .tombol, .panduan a")]
          .filter((el) => el.getClientRects().length && el.getBoundingClientRect().height < 24).map((el) => el.textContent)""",
    )

    assert {page: [] for page in small} == small


def test_the_first_tab_skips_to_the_content(visitor: Visitor, alamat: str) -> None:
    """And it is visible once it has the focus."""
    visitor.page.goto(alamat)
    visitor.page.keyboard.press("Tab")
    top = visitor.page.evaluate("document.activeElement.getBoundingClientRect().top")
    visitor.page.keyboard.press("Enter")

    assert top >= 0
    assert visitor.page.url.endswith("#isi")


def test_the_header_of_a_list_stays_in_sight(visitor: Visitor, alamat: str) -> None:
    """After scrolling half a page down."""
    visitor.page.goto(alamat + PAGES[-1])
    visitor.page.evaluate("window.scrollTo(0, 9000)")

    assert 0 == visitor.page.evaluate("Math.round(document.querySelector('thead th').getBoundingClientRect().top)")


def test_on_paper_only_the_list_is_left(visitor: Visitor, alamat: str) -> None:
    """No menu, no search, no page navigation."""
    visitor.page.emulate_media(media="print")
    visitor.page.goto(alamat + PAGES[-1])

    assert [] == [it for it in (".menu", ".halaman", ".unduhan") if visitor.page.locator(it).first.is_visible()]
    assert visitor.page.locator("table.daftar").is_visible()


def test_paper_shows_a_letterhead_and_a_table(chromium: Browser, alamat: str) -> None:
    """On a sheet as wide as A4 too, where a screen of that width would show cards; its header repeats on every sheet."""
    visitor = Visitor(chromium, viewport={"width": 700, "height": 1000})
    visitor.page.emulate_media(media="print")
    visitor.page.goto(alamat + PAGES[-1])
    shown = [visitor.page.locator(it).is_visible() for it in (".kop-nama", ".kepala", ".jalan")]
    display = visitor.page.evaluate("getComputedStyle(document.querySelector('.daftar thead')).display")
    visitor.close()

    assert [True, False, False] == shown
    assert "table-header-group" == display


@pytest.mark.parametrize("page", PAGES)
def test_the_first_view_weighs_under_50_kb(situs: Path, page: str) -> None:
    """Page, style, script and the heading font, compressed as a host would; at most six requests."""
    html = (situs / page).read_text("utf-8")
    linked = re.findall(r'(?:href|src)="([^"]*aset/[^"]*)"', html)
    files = {(situs / page).parent.joinpath(it).resolve() for it in linked}
    weight = len(gzip.compress(html.encode(), 6)) + sum(len(gzip.compress(file.read_bytes(), 6)) for file in files)
    fonts = [file.stat().st_size for file in (situs / "aset/huruf").glob("*latin-700*")]

    assert weight + sum(fonts) < 50_000
    assert len(files) + len(fonts) + 1 <= 6


def test_the_script_weighs_under_20_kb(situs: Path) -> None:
    """All modules together, compressed."""
    (script,) = (situs / "aset").glob("situs-*.js")

    assert len(gzip.compress(script.read_bytes(), 6)) < 20_000


def test_no_tile_stands_alone_on_a_phone(chromium: Browser, alamat: str) -> None:
    """Five numbers in two columns: the first takes a row of its own."""
    visitor = Visitor(chromium, viewport={"width": 320, "height": 800})
    visitor.page.goto(alamat + KEMENAG)
    tiles = visitor.page.evaluate("[...document.querySelectorAll('.angka li')].map((it) => it.offsetTop)")
    visitor.close()

    assert [1, 2, 2] == [tiles.count(row) for row in sorted(set(tiles))]
