"""The search page: filters and their address, the keyboard, advice by agency, and hosts that offer the browser little."""

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from site_builder.settings import SiteSettings
from tests.browser.conftest import ELSEWHERE, Visitor
from tests.site_builder.sites import build_site, small_site

pytestmark = pytest.mark.browser

SEARCH = "cari/index.html"
KEMENAG = "instansi/kementerian-agama/index.html"


def _address(page: Page) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(page.url).query).items()}


def _agencies(page: Page) -> set[str]:
    return set(page.locator(".hasil-asal").evaluate_all("all => all.map((it) => it.textContent.split('\u00a0· ')[0])"))


def test_filters_narrow_the_answer_and_stand_in_the_address(visitor: Visitor, root: str) -> None:
    """The agencies of the province only; a unit by words it begins with, in any order."""
    page = visitor.page
    page.goto(root + SEARCH)
    visitor.search("siti")
    page.locator("#saringan summary").click()
    expect(page.locator("#wilayah option")).to_have_text(["Semua", "Instansi pusat", "Jawa Tengah"])
    page.select_option("#wilayah", "Jawa Tengah")
    expect(page.locator("#instansi option")).to_have_text(
        ["Semua", "Pemerintah Kabupaten Brebes", "Pemerintah Kota Pekalongan"]
    )
    page.select_option("#instansi", label="Pemerintah Kota Pekalongan")
    page.fill("#unit", "dinas tani")
    page.wait_for_url("**unit=dinas+tani")
    nobody = page.inner_text("#cari-status")
    page.fill("#unit", "pert dinas")
    page.wait_for_url("**unit=pert+dinas")
    units = page.locator(".hasil-kerja").evaluate_all("all => all.map((it) => it.textContent.split(' · ')[1])")

    assert ("Tidak ada nama yang cocok.", {"Dinas Pertanian"}) == (nobody, set(units))
    assert {"Pemerintah Kota Pekalongan"} == _agencies(page)
    assert {"wilayah": "Jawa Tengah", "instansi": "pemerintah-kota-pekalongan", "unit": "pert dinas", "q": "siti"} == (
        _address(page)
    )


def test_a_shared_address_gives_the_same_answer(visitor: Visitor, root: str) -> None:
    """Text, filters and how far the reader had gone."""
    page = visitor.page
    page.goto(root + SEARCH + "?q=siti&instansi=kementerian-agama&kategori=non-asn&hal=2")
    expect(page.locator("#cari-hasil ol.hasil li")).to_have_count(60)

    assert ("kementerian-agama", "non-asn") == (page.input_value("#instansi"), page.input_value("#kategori"))
    assert {"Kementerian Agama"} == _agencies(page)
    expect(page.locator("#saringan-jumlah")).to_have_text("2 aktif")


def test_only_final_lists_on_request(visitor: Visitor, root: str) -> None:
    """Kabupaten Brebes alone is final."""
    visitor.page.goto(root + SEARCH + "?q=andi&edisi=final")
    visitor.page.wait_for_selector("#cari-hasil ol a")

    assert {"Pemerintah Kabupaten Brebes"} == _agencies(visitor.page)


def test_units_of_an_instansi_are_suggested(visitor: Visitor, root: str) -> None:
    """Those of its recap, once the filters are opened, without a request; other text may still be typed."""
    page = visitor.page
    page.goto(root + "instansi/pemerintah-kabupaten-brebes/index.html")
    page.locator("#saringan summary").click()
    expect(page.locator("#unit-saran option")).to_have_count(3)
    suggested = page.locator("#unit-saran option").evaluate_all("all => all.map((it) => it.value)")

    assert ["SDN Medono 01", "Puskesmas Tirto", "Dinas Pertanian"] == suggested
    assert ("unit-saran", []) == (
        page.get_attribute("#unit", "list"),
        [it for it in visitor.requests if "/data/pemerintah" in it],
    )
    page.fill("#unit", "smp")
    visitor.search("budi")

    assert [] == visitor.complaints
    assert "Budi Santoso" in "".join(visitor.names())


def test_a_filter_that_hides_everybody_can_be_dropped(visitor: Visitor, root: str) -> None:
    """It is not the name that is missing, and the page says so."""
    page = visitor.page
    page.goto(root + SEARCH + "?q=zulaikha&edisi=final")
    page.get_by_role("button", name="Hapus saringan: 3 orang cocok tanpa saringan").click()
    page.wait_for_selector("#cari-hasil ol a")

    assert (3, {"q": "zulaikha"}) == (len(visitor.names()), _address(page))


def test_the_keyboard_goes_through_the_answer(visitor: Visitor, root: str) -> None:
    """Down from the box, up again, Esc back to the box, Enter opens."""
    page = visitor.page
    page.goto(root + SEARCH)
    visitor.search("zulaikha ujung")
    focused = "() => document.activeElement.textContent || document.activeElement.id"
    seen = []
    for key in ("ArrowDown", "ArrowDown", "ArrowUp", "Escape", "ArrowDown"):
        page.keyboard.press(key)
        seen.append(page.evaluate(focused))
    page.keyboard.press("Enter")
    page.wait_for_url("**/halaman-3.html#KEMENAG-001201")

    assert ["Zulaikha Ujung", "Zulaikha Ujung", "Zulaikha Ujung", "q", "Zulaikha Ujung"] == seen


def test_filters_work_by_keyboard_alone(visitor: Visitor, root: str) -> None:
    """Tab to the filters, Enter opens them, a letter chooses."""
    page = visitor.page
    page.goto(root + SEARCH)
    visitor.search("zulaikha")
    page.focus("#q")
    for key in ("Tab", "Tab", "Enter"):
        page.keyboard.press(key)
    expect(page.locator("#wilayah option")).to_have_count(3)
    page.focus("#edisi")
    page.keyboard.press("f")
    page.wait_for_url("**edisi=final*")

    expect(page.locator("#cari-status")).to_have_text("Tidak ada nama yang cocok.")


@pytest.mark.parametrize(
    ("choice", "advice"),
    [
        ("Pemerintah Kabupaten Brebes", "Daftar Pemerintah Kabupaten Brebes sudah final"),
        ("Kementerian Agama", "Masa usulan dan sanggahan Kementerian Agama sudah berakhir pada 7 Oktober 2022"),
        ("Instansi saya tidak ada di sini", "Anda belum didaftarkan oleh admin instansi itu"),
    ],
)
def test_whoever_is_not_found_names_the_agency_and_hears_the_next_step(
    visitor: Visitor, root: str, choice: str, advice: str
) -> None:
    """By the phase of that agency, or that it has not announced."""
    visitor.page.goto(root + SEARCH)
    visitor.search("xyzzy")
    visitor.page.select_option("#saran-instansi", label=choice)

    expect(visitor.page.locator(".saran [role=status]")).to_contain_text(advice)


def test_advice_stands_below_answers_too(visitor: Visitor, root: str) -> None:
    """The one found may be somebody of the same name."""
    visitor.page.goto(root + SEARCH)
    visitor.search("zulaikha")

    expect(visitor.page.locator("details.saran summary")).to_have_text("Tidak menemukan nama Anda?")


def test_typing_searches_once_when_it_pauses(visitor: Visitor, alamat: str) -> None:
    """Five quick keys, one answer, no request a key."""
    visitor.page.goto(alamat + SEARCH)
    visitor.search("andi")
    before = len(visitor.requests)
    visitor.page.fill("#q", "")
    visitor.page.locator("#q").press_sequentially("andi x", delay=20)
    visitor.page.wait_for_url("**q=andi+x")

    assert len(visitor.requests) - before <= 2


def test_plain_http_on_another_host_lacks_nothing_but_saving(visitor: Visitor, alamat: str) -> None:
    """There the browser offers neither crypto.subtle nor a service worker: the search works, the page offers the downloads."""
    root = alamat.replace("127.0.0.1", ELSEWHERE)
    visitor.page.goto(root + KEMENAG)
    visitor.search("zulaikha ujung")

    assert [False, False] == visitor.page.evaluate("['subtle' in crypto, 'serviceWorker' in navigator]")
    assert ["Zulaikha Ujung"] * 3 == visitor.names()
    expect(visitor.page.locator("#luring")).to_contain_text("unduh berkas CSV atau JSON")
    assert ([], []) == (visitor.complaints, [url for url in visitor.requests if not url.startswith(root)])


def test_without_script_the_search_page_says_how_to_go_on(chromium: Browser, root: str) -> None:
    """And leads home, to the list of agencies."""
    visitor = Visitor(chromium, java_script_enabled=False)
    visitor.page.goto(root + SEARCH)
    words = visitor.page.locator("noscript").first.inner_text()
    visitor.close()

    assert "buka daftar nama sebuah instansi" in words


def test_near_spellings_are_looked_for_on_request_after_the_last_answer(visitor: Visitor, root: str) -> None:
    """Somebody of that spelling was found, but the one sought may be written a letter apart."""
    visitor.page.goto(root + SEARCH)
    visitor.search("zulaikha ujung")
    visitor.page.get_by_role("button", name="Cari juga ejaan yang hampir sama").click()

    expect(visitor.page.locator(".hasil-kelompok")).to_contain_text("Tidak ada lagi yang cocok.")


def test_a_site_without_search_leads_to_its_lists(visitor: Visitor, tmp_path: Path) -> None:
    """`pencarian = false`: no box that would find nobody."""
    build_site(small_site(tmp_path / "terbitan"), tmp_path / "situs", settings=SiteSettings(pencarian=False))
    visitor.page.goto((tmp_path / "situs" / SEARCH).as_uri())
    words = visitor.page.inner_text("main")
    visitor.page.goto((tmp_path / "situs/instansi/pemerintah-kota-pekalongan/index.html").as_uri())

    assert "belum ada nama yang dapat dicari" in words
    assert (0, []) == (visitor.page.locator("#q").count(), visitor.complaints)
