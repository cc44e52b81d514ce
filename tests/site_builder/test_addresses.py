"""Addresses: safe on every file system, claimed once, linked relatively."""

import pytest

from site_builder.addresses import Plan, is_safe, relative, root_of, slug, slugs_of
from site_builder.errors import AddressTaken, BuildRefused
from site_builder.paging import page_count, page_links


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Pemerintah Kota Pekalongan", "pemerintah-kota-pekalongan"),
        ("Kab. Ma'rufiyah / Barat", "kab-marufiyah-barat"),
        ("Kemēntérian  Agama", "kementerian-agama"),
        ("../../etc/passwd", "etc-passwd"),
        ("CON", "instansi-3375"),
        ("你好", "instansi-3375"),
    ],
)
def test_slugs(name: str, expected: str) -> None:
    """Letters, digits and hyphens; the kode where nothing is left or Windows reserves the name."""
    assert expected == slug(name, "3375")


def test_a_long_name_gives_a_short_slug() -> None:
    """Paths have limits."""
    assert len(slug("kata " * 60, "3375")) <= 80


def test_names_that_meet_get_their_kode_whatever_the_order() -> None:
    """Short enough, too."""
    names = {"9999": "Kota A", "3375": "KOTA-A", "1101": "Kota B", "1102": "k" * 90, "1103": "k" * 91}
    backwards = dict(reversed(names.items()))
    expected = {"9999": "kota-a-9999", "3375": "kota-a-3375", "1101": "kota-b"}

    assert expected | {it: "k" * 75 + f"-{it}" for it in ("1102", "1103")} == slugs_of(names) == slugs_of(backwards)


@pytest.mark.parametrize("address", ["../x", "/x", "a//b", "a/../b", "", "a\\b", "a/con.html", "a/b.", "a b", "x\n"])
def test_unsafe_addresses(address: str) -> None:
    """Outside the site, or impossible on Windows."""
    assert not is_safe(address)


def test_an_address_is_claimed_once_whatever_the_case() -> None:
    """Windows and macOS do not tell them apart."""
    plan = Plan()
    plan.claim("instansi/a/index.html", "A")

    with pytest.raises(AddressTaken, match="A dan B"):
        plan.claim("instansi/A/index.html", "B")


def test_a_file_cannot_be_a_folder_too() -> None:
    """In either order."""
    plan = Plan()
    plan.claim("a/b", "satu")
    with pytest.raises(AddressTaken):
        plan.claim("a/b/c", "dua")
    with pytest.raises(AddressTaken):
        plan.claim("a", "tiga")


def test_an_unsafe_address_cannot_be_claimed() -> None:
    """The plan is the first guard, the writer the second."""
    with pytest.raises(BuildRefused):
        Plan().claim("../x", "A")


def test_relative_links() -> None:
    """From a page three folders deep to another and to the root."""
    assert "../../index.html" == relative("instansi/a/index.html", "index.html")
    assert "../../../tentang/index.html" == relative("instansi/a/1-final/index.html", "tentang/index.html")
    assert "../../../" == root_of("instansi/a/1-final/index.html")


def test_pages_of_a_list() -> None:
    """An empty list has a page; 500 rows have one, 501 two."""
    assert [1, 1, 2, 280] == [page_count(rows) for rows in (0, 500, 501, 139_560)]


def test_any_page_of_a_long_list_is_at_most_four_clicks_away() -> None:
    """Round numbers and neighbours."""
    links = {n: {int(it.teks.replace(".", "")) for it in page_links(n, 280).halaman if it.teks} for n in range(1, 281)}
    reached, found = {1}, {1}
    for _ in range(4):
        found = {page for start in found for page in links[start]} - reached
        reached |= found

    assert set(range(1, 281)) == reached
