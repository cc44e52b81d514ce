"""Ways through a long list: pages, first letters, units, rows; with a script and without, by mouse and by keyboard, on every kind of host."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import ELSEWHERE, Visitor

pytestmark = pytest.mark.browser

KEMENAG = "instansi/kementerian-agama/index.html"
LIST = "instansi/kementerian-agama/1-prafinalisasi/index.html"
ROW = "KEMENAG-001202"
MARKED = "all => all.map((it) => it.id)"


@pytest.fixture(params=[True, False], ids=["skrip", "tanpa-skrip"])
def reader(request: pytest.FixtureRequest, chromium: Browser) -> Iterator[Visitor]:
    """Somebody on a phone, whose browser runs scripts or does not."""
    made = Visitor(chromium, viewport={"width": 360, "height": 740}, java_script_enabled=request.param)
    yield made
    made.close()


def test_links_lead_from_the_agency_to_a_row(reader: Visitor, root: str) -> None:
    """To the list, on to its last page, by first letter to a name, by unit to its first person, and back to the agency."""
    page = reader.page
    page.goto(root + KEMENAG)
    page.get_by_role("link", name="Buka daftar nama").click()
    page.get_by_role("link", name="Berikutnya").first.click()
    page.get_by_role("link", name="Halaman 3").first.click()
    expect(page.locator("tbody tr")).to_have_count(203)
    page.get_by_role("link", name="Abjad", exact=True).click()
    page.get_by_role("navigation", name="Huruf awal nama").get_by_role("link", name="Z").click()
    page.locator(f'a[href$="#{ROW}"]').click()
    marked = page.eval_on_selector_all("tr:target", MARKED)
    page.get_by_role("link", name="Unit kerja", exact=True).first.click()
    page.get_by_role("link", name="SDN Medono 01").click()
    first = page.locator("tr:target td").nth(2).inner_text()
    page.get_by_role("navigation", name="Jejak halaman").get_by_role("link", name="Kementerian Agama").click()
    expect(page.locator("h1")).to_have_text("Kementerian Agama")

    assert ([ROW], "SDN Medono 01") == (marked, first)
    assert ([], []) == (reader.complaints, [url for url in reader.requests if not url.startswith(root)])


def test_the_keyboard_alone_turns_pages(visitor: Visitor, root: str) -> None:
    """Skip to the content, Tab to the next page, Enter; the focus can be seen on the way."""
    page = visitor.page
    page.goto(root + LIST)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    for _ in range(15):
        page.keyboard.press("Tab")
        text, outline = page.evaluate(
            "[document.activeElement.textContent.trim(), getComputedStyle(document.activeElement).outlineStyle]"
        )
        assert outline != "none"
        if text == "Berikutnya":
            break
    page.keyboard.press("Enter")
    page.wait_for_url("**/halaman-2.html")

    expect(page.locator("tbody tr").first).to_have_attribute("id", "KEMENAG-000501")


def test_where_nothing_can_be_kept_the_downloads_are_offered(visitor: Visitor, root: str) -> None:
    """From the disk and on plain http there is no service worker: the page says what to do, and the files are there."""
    visitor.page.goto(root + KEMENAG)
    can_keep = visitor.page.evaluate("isSecureContext && 'serviceWorker' in navigator && location.protocol !== 'file:'")
    said = visitor.page.locator("#luring").inner_text()

    assert can_keep == (root.startswith("http") and ELSEWHERE not in root)
    assert can_keep == ("Simpan instansi ini untuk luring" in said)
    assert can_keep != ("unduh berkas CSV atau JSON" in said)
