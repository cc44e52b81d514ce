"""Names and units written to break the page: shown as text, executed nowhere, found like any other."""

import functools
import threading
from collections.abc import Iterator
from http.server import ThreadingHTTPServer

import pytest

from tests.browser.conftest import Quiet, Visitor
from tests.registry.edition.editions import KEMENAG, edition, orang
from tests.site_builder.sites import build_site, write_editions

pytestmark = pytest.mark.browser

HOSTILE = (
    "<script>globalThis.kena=1</script> Satu",
    "</script><img src=x onerror=kena=1> Dua",
    "<!--<script> Tiga",
    "\"'><svg onload=kena=1> Empat",
    "{{ kena }} ${kena} Lima",
    "\u202eibuS\u202c Enam",
    "\u200f\u200e\u2067 Tujuh \u2069",
    "Delapan\u0001\u0007\u001b[31m",
    "W" * 60 + " Sembilan",
    "](javascript:kena=1) Sepuluh",
    "\u2028 \u2029 Sebelas",
    "&lt;b&gt; &amp; Duabelas",
    "__proto__ constructor Tigabelas",
    'K("data",{}) Empatbelas',
)
WORDS = "satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas duabelas tigabelas empatbelas".split()


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site whose people, positions and units all carry these texts."""
    place = tmp_path_factory.mktemp("situs-jahat")
    rows = [
        orang(n, nama=name, jabatan=HOSTILE[-n], unit_kerja=HOSTILE[n % len(HOSTILE)])
        for n, name in enumerate(HOSTILE, 1)
    ]
    write_editions(place / "terbitan", [edition(rows), edition(rows[:1], instansi=KEMENAG)])
    build_site(place / "terbitan", place / "situs")
    with ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(place / "situs"))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def test_a_hostile_name_is_text(visitor: Visitor, hostile: str) -> None:
    """In answers, filters and the address; nothing runs, nothing else is loaded, nothing is wider than a phone."""
    page = visitor.page
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto(hostile + "cari/index.html")
    shown = {}
    for name, word in zip(HOSTILE, WORDS, strict=True):
        visitor.search(word)
        shown[name] = name in page.locator("#cari-hasil ol.hasil a").all_text_contents()
    page.locator("#saringan summary").click()
    page.select_option("#instansi", label="Pemerintah Kota Pekalongan")
    page.fill("#unit", HOSTILE[0])
    page.wait_for_url("**&unit=*")
    page.reload()
    page.wait_for_selector("#cari-hasil > *")

    assert dict.fromkeys(HOSTILE, True) == shown
    assert [0, 0] == page.evaluate(
        "[globalThis.kena || 0, document.querySelectorAll('#cari-hasil img, #cari-hasil svg').length]"
    )
    assert 0 == page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert ([], []) == (visitor.complaints, [url for url in visitor.requests if not url.startswith(hostile)])


@pytest.mark.parametrize("query", HOSTILE)
def test_a_hostile_query_is_text(visitor: Visitor, hostile: str, query: str) -> None:
    """Typed, or sent to somebody in an address."""
    visitor.page.goto(hostile + "cari/index.html")
    visitor.page.evaluate(
        "(q) => { location.search = new URLSearchParams({q, instansi: q, unit: q, edisi: q}); }", query
    )
    visitor.page.wait_for_function("() => document.querySelector('#cari-status').textContent")

    assert [0, []] == [visitor.page.evaluate("globalThis.kena || 0"), visitor.complaints]
