"""What every page owes a search engine, a screen reader and a shared link, without opening a browser."""

import posixpath
from collections import Counter
from collections.abc import Sequence
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pytest

from site_builder.settings import SiteSettings
from tests.registry.edition.editions import KEMENAG, edition, orang
from tests.site_builder.sites import build_site, two_editions, write_editions

_TITLE, _DESCRIPTION = 120, 170  # more is cut where the page is listed
_VOID = frozenset({"meta", "link", "img", "input", "br", "hr", "path", "rect"})


class Page(HTMLParser):
    """The few facts of a page these tests ask for."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.lang = self.title = self.description = ""
        self.headings: list[str] = []
        self.links: list[tuple[str, str]] = []
        self.images_without_alt = 0
        self._open: list[str] = []
        self.feed(path.read_text("utf-8"))

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        """Take note of the element."""
        told = {name: value or "" for name, value in attrs}
        if tag not in _VOID:
            self._open.append(tag)
        if tag == "html":
            self.lang = told.get("lang", "")
        elif tag == "meta" and told.get("name") == "description":
            self.description = told["content"]
        elif tag == "h1":
            self.headings.append("")
        elif tag == "a":
            self.links.append((told.get("href", ""), told.get("aria-label", "")))
        elif tag == "img":
            self.images_without_alt += "alt" not in told

    def handle_endtag(self, tag: str) -> None:
        """Leave the element; what HTML lets stay open ends with it."""
        while tag in self._open and self._open.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        """Text belongs to the title, heading and link it stands in."""
        if "title" in self._open and "svg" not in self._open:
            self.title += data
        if "h1" in self._open:
            self.headings[-1] += data
        if "a" in self._open:
            address, text = self.links[-1]
            self.links[-1] = address, text + data.strip()


Pages = dict[str, Page]


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Pages:
    """Address -> page, of a site of several agencies with long and short lists, that knows its address."""
    place = tmp_path_factory.mktemp("sopan")
    many = [orang(n, kode="KEMENAG", unit_kerja=f"Madrasah {n % 450:03}") for n in range(1, 1201)]
    long = [
        edition(many[at * 600 :], instansi=KEMENAG, edisi=at + 1, sebelumnya="ef" * 32 * bool(at)) for at in range(3)
    ]
    terbitan = write_editions(place / "terbitan", [edition(3), *two_editions(), *long])
    build_site(terbitan, place / "situs", settings=SiteSettings(alamat="https://contoh.test/a/"))
    return {it.relative_to(place / "situs").as_posix(): Page(it) for it in (place / "situs").rglob("*.html")}


def test_every_page_is_indonesian_with_one_heading(pages: Pages) -> None:
    """`lang`, and one h1 that says something."""
    poor = {
        address: (page.lang, page.headings)
        for address, page in pages.items()
        if page.lang != "id" or len(page.headings) != 1 or not page.headings[0].strip()
    }

    assert {} == poor


def test_every_page_says_what_it_is(pages: Pages) -> None:
    """A title and a description, neither empty nor longer than is shown elsewhere."""
    poor = {
        address: (page.title, page.description)
        for address, page in pages.items()
        if not (5 <= len(page.title) <= _TITLE and 20 <= len(page.description) <= _DESCRIPTION)
    }

    assert {} == poor


def test_no_two_pages_have_one_title(pages: Pages) -> None:
    """Tabs, bookmarks and answers of search engines can be told apart."""
    times = Counter(page.title for page in pages.values())

    assert {} == {address: page.title for address, page in pages.items() if times[page.title] > 1}


def test_every_link_has_words(pages: Pages) -> None:
    """Of its own or as a label; every picture has a text, empty where it only adorns."""
    poor = {
        address: [link for link, text in page.links if not text]
        for address, page in pages.items()
        if page.images_without_alt or not all(text for _, text in page.links)
    }

    assert {} == poor


def test_downloads_and_verification_are_a_link_away(pages: Pages) -> None:
    """From every page, in its header or footer."""

    @cache
    def target(address: str, link: str) -> str:
        return posixpath.normpath(posixpath.join(posixpath.dirname(address), link))

    wanted = {"unduh/index.html", "verifikasi/index.html"}
    poor = {
        address: missing
        for address, page in pages.items()
        if (
            missing := wanted - {target(address, link.removeprefix("https://contoh.test/a/")) for link, _ in page.links}
        )
        and address != "404.html"
    }

    assert {} == poor
