"""Pages of a site of many agencies in the browser: narrow, zoomed, dark, in high contrast, on paper, without script."""

import gzip
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import Visitor
from tests.browser.test_looks import LOW_CONTRAST
from tests.site_builder.portal.nation import nation
from tests.site_builder.sites import build_site, write_editions

pytestmark = pytest.mark.browser

PAGES = (
    "index.html",
    "statistik/index.html",
    "provinsi/jawa-tengah/index.html",
    "provinsi/aceh/index.html",
    "instansi-pusat/index.html",
    "instansi/pemerintah-kota-pekalongan/index.html",
    "instansi/pemerintah-kabupaten-brebes/index.html",
    "instansi/pemerintah-kabupaten-brebes/perubahan/index.html",
)
SMALL_TARGETS = """() => [...document.querySelectorAll("main a, main summary, nav a")]
  .filter((el) => el.getClientRects().length && !el.closest("p:not(.rekap-unduh)"))
  .filter((el) => el.getBoundingClientRect().height < 24 || el.getBoundingClientRect().width < 24)
  .map((el) => el.textContent)"""
CUT_OFF = """() => [...document.querySelectorAll(".petak a")].filter((el) => [...el.children].some((it) =>
  !it.matches(".tersembunyi") && it.getBoundingClientRect().width > el.getBoundingClientRect().width + 1))
  .map((el) => el.textContent)"""
SHIFT = """() => new Promise((done) => {
  let sum = 0;
  new PerformanceObserver((list) => { for (const it of list.getEntries()) sum += it.value; })
    .observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(sum), 300);
})"""


@pytest.fixture(scope="module")
def negara(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the small nation."""
    place = tmp_path_factory.mktemp("negara")
    build_site(write_editions(place / "terbitan", nation()), place / "situs")
    return place / "situs"


@pytest.fixture(scope="module")
def opened(chromium: Browser, negara: Path) -> "Opened":
    """Opens pages of it."""
    return Opened(chromium, negara)


class Opened:
    """Runs a script on every page, in a browser with these options, from file://."""

    def __init__(self, browser: Browser, site: Path) -> None:
        self._browser, self._site = browser, site

    def everywhere(self, script: str, **options: object) -> dict[str, object]:
        visitor = Visitor(self._browser, **options)
        found = {}
        for page in PAGES:
            visitor.page.goto((self._site / page).as_uri())
            found[page] = visitor.page.evaluate(script)
        complaints = visitor.complaints
        visitor.close()
        assert [] == complaints
        return found


@pytest.mark.parametrize("width", [320, 640, 768, 1280])
def test_no_page_scrolls_sideways(opened: Opened, width: int) -> None:
    """640 px is a desk at 200 % zoom."""
    found = opened.everywhere(
        "() => document.documentElement.scrollWidth - document.documentElement.clientWidth",
        viewport={"width": width, "height": 800},
    )

    assert dict.fromkeys(PAGES, 0) == found


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_text_stands_out(opened: Opened, scheme: str, width: int) -> None:
    """On tiles of every colour too; nothing is complained about."""
    found = opened.everywhere(LOW_CONTRAST, color_scheme=scheme, viewport={"width": width, "height": 900})

    assert {page: [] for page in PAGES} == found


def test_text_stands_out_in_high_contrast(opened: Opened) -> None:
    """Where the reader asks for more."""
    found = opened.everywhere(LOW_CONTRAST, contrast="more", viewport={"width": 1280, "height": 900})

    assert {page: [] for page in PAGES} == found


def test_with_colours_of_the_system_every_tile_has_a_border(chromium: Browser, negara: Path) -> None:
    """Their own colours are gone then, their numbers stay."""
    visitor = Visitor(chromium, forced_colors="active", viewport={"width": 1280, "height": 900})
    visitor.page.goto((negara / "index.html").as_uri())
    borders = visitor.page.evaluate(
        "() => [...document.querySelectorAll('.petak a')].map((it) => parseFloat(getComputedStyle(it).borderTopWidth) > 0)"
    )
    visitor.close()

    assert [True] * 38 == borders


@pytest.mark.parametrize("width", [320, 1280])
def test_targets_are_large_enough(opened: Opened, width: int) -> None:
    """24 px or more in both directions for all but links within a line of text."""
    found = opened.everywhere(SMALL_TARGETS, viewport={"width": width, "height": 800})

    assert {page: [] for page in PAGES} == found


@pytest.mark.parametrize("width", [320, 768, 1280])
def test_names_and_numbers_fit_their_tiles(opened: Opened, width: int) -> None:
    """Long names break where the reference table allows it."""
    assert [] == opened.everywhere(CUT_OFF, viewport={"width": width, "height": 800})["index.html"]


@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_moves_while_a_page_loads(opened: Opened, width: int) -> None:
    """Fonts, countdown and search come without a shift."""
    found = opened.everywhere(SHIFT, viewport={"width": width, "height": 800})

    assert dict.fromkeys(PAGES, 0) == found


def test_the_map_keeps_its_shape_on_a_phone(chromium: Browser, negara: Path) -> None:
    """Seven columns instead of fifteen; no two tiles overlap in either."""
    seen = {}
    for width in (320, 1280):
        visitor = Visitor(chromium, viewport={"width": width, "height": 800})
        visitor.page.goto((negara / "index.html").as_uri())
        seen[width] = visitor.page.evaluate(
            "() => [...document.querySelectorAll('.petak')].map((it) => it.offsetLeft + ',' + it.offsetTop)"
        )
        visitor.close()

    assert {320: 38, 1280: 38} == {width: len(set(places)) for width, places in seen.items()}
    assert [7, 15] == [len({place.split(",")[0] for place in places}) for places in seen.values()]


def test_the_keyboard_reaches_a_province(chromium: Browser, negara: Path) -> None:
    """Its tile shows the focus and leads to the page with its agencies."""
    visitor = Visitor(chromium, viewport={"width": 1280, "height": 900})
    visitor.page.goto((negara / "index.html").as_uri())
    visitor.page.focus("#peta-judul ~ .peta li:first-child a")
    for _ in range(12):
        visitor.page.keyboard.press("Tab")
    outline = visitor.page.evaluate("() => getComputedStyle(document.activeElement).outlineStyle")
    visitor.page.keyboard.press("Enter")
    visitor.page.wait_for_url("**/provinsi/jawa-tengah/index.html")
    heading = visitor.page.inner_text("h1")
    visitor.close()

    assert ("solid", "Jawa Tengah") == (outline, heading)


def test_without_script_everything_is_there(chromium: Browser, negara: Path) -> None:
    """Map, table, charts, deadlines; the countdown is an extra."""
    visitor = Visitor(chromium, java_script_enabled=False)
    visitor.page.goto((negara / "index.html").as_uri())
    home = visitor.page.inner_text("main")
    visitor.page.goto((negara / "statistik/index.html").as_uri())
    charts = visitor.page.locator(".rekap table:visible").count()
    visitor.close()

    assert "Usulan dan sanggahan sampai 5 Oktober 2022 pukul 15.30 WIB" in home
    assert 13 <= charts


def test_on_paper_the_map_is_black_on_white(chromium: Browser, negara: Path) -> None:
    """Numbers and borders, no grounds."""
    visitor = Visitor(chromium, viewport={"width": 794, "height": 1100}, color_scheme="dark")
    visitor.page.emulate_media(media="print")
    visitor.page.goto((negara / "index.html").as_uri())
    colours = visitor.page.evaluate(
        """() => [...new Set([...document.querySelectorAll('.petak a')].map((it) => {
          const style = getComputedStyle(it); return style.color + style.backgroundColor; }))]"""
    )
    visitor.close()

    assert ["rgb(0, 0, 0)rgba(0, 0, 0, 0)"] == colours


@pytest.mark.parametrize("page", PAGES)
def test_the_first_view_is_light(negara: Path, page: str) -> None:
    """Under 50 kB compressed with style, script and heading font; at most six requests."""
    html = (negara / page).read_text("utf-8")
    linked = re.findall(r'(?:href|src)="([^"]*aset/[^"]*)"', html)
    files = {(negara / page).parent.joinpath(it).resolve() for it in linked}
    weight = len(gzip.compress(html.encode(), 6)) + sum(len(gzip.compress(it.read_bytes(), 6)) for it in files)
    fonts = [it.stat().st_size for it in (negara / "aset/huruf").glob("*latin-700*")]

    assert weight + sum(fonts) < 50_000
    assert len(files) + len(fonts) + 1 <= 6
