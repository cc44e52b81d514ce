"""Debian's Chromium through Playwright, and a small site served below a sub-path, from file://, and without script."""

import functools
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.registry.edition.editions import KEMENAG, edition, orang, people
from tests.site_builder.sites import build_site, two_editions, write_editions

CHROMIUM = Path("/usr/bin/chromium")
ELSEWHERE = "pengumuman.contoh.test"  # a host that is not local: no secure context over plain http
ARGUMENTS = [
    *"--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking".split(),
    *"--disable-component-update --disable-sync".split(),
    f"--host-resolver-rules=MAP {ELSEWHERE} 127.0.0.1",
]


@pytest.fixture(scope="session")
def situs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of three agencies in `…/web/data/pendataan`, 1,203 people in one of them, for a server whose root is `web`."""
    place = tmp_path_factory.mktemp("situs-peramban")
    tricky = [
        orang(1, nama="Ma'ruf Hidayat"),
        orang(2, nama="José Áñez"),
        orang(3, nama="<b>Nurul</b> & Co </script>"),
        *people(40)[3:],
    ]
    many = [
        *people(1200, kode="KEMENAG"),
        *(orang(n, kode="KEMENAG", nama="Zulaikha Ujung") for n in (1201, 1202, 1203)),
    ]
    write_editions(place / "terbitan", [edition(tricky), *two_editions(), edition(many, instansi=KEMENAG)])
    build_site(place / "terbitan", place / "web/data/pendataan")
    return place / "web/data/pendataan"


@contextmanager
def served(root: Path) -> Iterator[str]:
    """The address of a folder over plain http, with a slash at its end."""
    handler = functools.partial(Quiet, directory=str(root))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture(scope="session")
def alamat(situs: Path) -> Iterator[str]:
    """The site over plain http on a sub-path."""
    with served(situs.parents[1]) as root:
        yield f"{root}data/pendataan/"


@pytest.fixture(params=["http", "file", "lain"])
def root(request: pytest.FixtureRequest, alamat: str, situs: Path) -> str:
    """The site's root over http on this machine, from the disk, and over plain http on a host that is not this machine."""
    places = {"http": alamat, "file": situs.as_uri() + "/", "lain": alamat.replace("127.0.0.1", ELSEWHERE)}
    return places[request.param]


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """One headless Chromium for the tests of a file: its event loop must be gone before tests of the terminal run."""
    if not CHROMIUM.exists():
        pytest.fail("Chromium tidak ada. Pasang: apt-get install -y chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=ARGUMENTS)
        yield browser
        browser.close()


class Visitor:
    """Opens pages and remembers every complaint of the browser and every request to somewhere else."""

    def __init__(self, browser: Browser, **options: Any) -> None:
        self._context = browser.new_context(**({"locale": "id-ID", "service_workers": "block"} | options))
        self.page: Page = self._context.new_page()
        self.complaints: list[str] = []
        self.requests: list[str] = []
        self.page.on("console", lambda message: self._heard(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", lambda request: self.requests.append(request.url))

    def _heard(self, text: str) -> None:
        if "Service Worker registration blocked by Playwright" not in text:
            self.complaints.append(text)

    def search(self, text: str) -> str:
        """Type into the search box; the status once the answer is there."""
        status = self.page.locator("#cari-status")
        self.page.fill("#q", "")
        self.page.fill("#q", text)
        self.page.press("#q", "Enter")
        self.page.wait_for_function(
            "t => document.querySelector('#cari-status').textContent.endsWith('.')"
            " && (!new URLSearchParams(location.search).get('q') || new URLSearchParams(location.search).get('q') === t.trim())",
            arg=text,
        )
        return status.inner_text()

    def names(self) -> list[str]:
        """Links of the answer, in order."""
        return self.page.locator("#cari-hasil ol.hasil a").all_inner_texts()

    def offline(self) -> None:
        """Pull the plug."""
        self._context.set_offline(True)

    def close(self) -> None:
        self._context.close()


@pytest.fixture
def visitor(chromium: Browser) -> Iterator[Visitor]:
    """Somebody at a desk."""
    made = Visitor(chromium, viewport={"width": 1280, "height": 900})
    yield made
    made.close()


class Quiet(SimpleHTTPRequestHandler):
    """Serves files without a word."""

    def log_message(self, *_arguments: object) -> None:
        """Silence."""
