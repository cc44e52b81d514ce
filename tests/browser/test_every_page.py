"""Every kind of page, opened as a reader would: accessibility by axe, requests, weight, policy."""

import gzip
import re
from functools import cache
from importlib.resources import files
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Response

from tests.browser.conftest import Visitor

CONTENT = Path(__file__).parents[2] / "content"

pytestmark = pytest.mark.browser


@cache
def _axe() -> str:
    return files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")


_LONG_TEXT = "panduan-jurnalis/index.html"  # of all pages of content/ the one with most kinds of elements


def _kinds(situs: Path) -> list[str]:
    """One page of each kind: further pages of a list are like the first ones, and texts like the longest of them."""
    texts = {f"{path.stem}/index.html" for path in CONTENT.glob("*.md")} - {_LONG_TEXT}
    pages = sorted(path.relative_to(situs).as_posix() for path in situs.rglob("*.html"))
    pages = [page for page in pages if page not in texts]
    kinds: dict[str, str] = {}
    for page in pages:
        kind = re.sub(r"^(instansi|provinsi)/[^/]+", r"\1/*", re.sub(r"halaman-\d+", "halaman", page))
        kinds.setdefault(re.sub(r"/\d+-(prafinalisasi|final)", "/edisi", kind), page)
    return sorted(kinds.values())


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(chromium: Browser, alamat: str, situs: Path, scheme: str) -> None:
    """On every kind of page; the policy of the pages is lifted for axe alone."""
    visitor = Visitor(chromium, color_scheme=scheme, bypass_csp=True, viewport={"width": 1280, "height": 900})
    found: dict[str, list[str]] = {}
    pages = _kinds(situs)
    for page in pages:
        visitor.page.goto(alamat + page)
        visitor.page.evaluate(_axe())
        result = visitor.page.evaluate("axe.run(document, { resultTypes: ['violations'] })")
        found[page] = [f"{it['id']}: {it['nodes'][0]['html'][:120]}" for it in result["violations"]]
    visitor.close()

    assert {page: [] for page in pages} == found


def test_every_page_asks_its_own_host_only_and_little_of_it(chromium: Browser, alamat: str, situs: Path) -> None:
    """First view: at most six requests and 50,000 bytes packed, at most 20,000 of them script; no complaint."""
    heavy = {}
    for page in _kinds(situs):
        visitor = Visitor(chromium, viewport={"width": 360, "height": 740})
        answers: list[Response] = []
        visitor.page.on("response", lambda answer, into=answers: into.append(answer))
        visitor.page.goto(alamat + page, wait_until="networkidle")
        sizes = {urlsplit(it.url).path: len(gzip.compress(it.body(), 6)) for it in answers}
        foreign = [it for it in visitor.requests if not it.startswith(alamat)]
        script = sum(size for path, size in sizes.items() if path.endswith(".js"))
        fine = not foreign and len(sizes) <= 6 and sum(sizes.values()) <= 50_000 and script <= 20_000
        if not fine or visitor.complaints:
            heavy[page] = (len(sizes), sum(sizes.values()), script, foreign, visitor.complaints)
        visitor.close()

    assert {} == heavy


def test_nothing_jumps_while_a_page_appears(chromium: Browser, alamat: str, situs: Path) -> None:
    """Layout shift stays below 0.1, on a phone."""
    visitor = Visitor(chromium, viewport={"width": 360, "height": 740})
    visitor.page.add_init_script(
        "globalThis.geser = 0; new PerformanceObserver((l) => l.getEntries().forEach((e) => { geser += e.value; }))"
        ".observe({ type: 'layout-shift', buffered: true });"
    )
    shifts = {}
    for page in _kinds(situs):
        visitor.page.goto(alamat + page, wait_until="networkidle")
        shifts[page] = visitor.page.evaluate("geser")
    visitor.close()

    assert {} == {page: shift for page, shift in shifts.items() if shift > 0.1}
