"""Ways into a long list: by first letter and by unit."""

import re
from html import unescape
from pathlib import Path
from posixpath import dirname, join, normpath

import pytest
from msgspec.structs import replace

from registry.edition.types import Orang
from tests.registry.edition.editions import edition, orang, people
from tests.site_builder.sites import build_site, small_site, tree, write_editions

FOLDER = "instansi/pemerintah-kota-pekalongan/1-prafinalisasi"
STRANGE = {3: "Éva Rekaan", 4: "'Ilmi", 5: "1001 Malam", 6: "zulfa", 7: "<b>Budi</b> & Co"}


@pytest.fixture(scope="module")
def rows() -> tuple[Orang, ...]:
    """2,300 people, some with names that begin strangely, 60 after each other in one unit."""
    return tuple(
        replace(it, nama=STRANGE.get(number, it.nama), unit_kerja=f"SDN {number // 60:03}")
        for number, it in enumerate(people(2300))
    )


@pytest.fixture(scope="module")
def files(rows: tuple[Orang, ...], tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The site of these people."""
    place = tmp_path_factory.mktemp("jalan")
    build_site(write_editions(place / "terbitan", [edition(rows)]), place / "situs")
    return tree(place / "situs")


def _page(files: dict[str, bytes], name: str) -> str:
    return files[f"{FOLDER}/{name}"].decode()


def _links(files: dict[str, bytes]) -> list[tuple[str, str]]:
    pages = [f"abjad/halaman-{number}.html" for number in (1, 2, 3)]
    return [
        found for page in pages for found in re.findall(r'<li><a href="([^"]*#3375[^"]*)">([^<]*)<', _page(files, page))
    ]


def test_every_person_stands_in_the_index_once(files: dict[str, bytes], rows: tuple[Orang, ...]) -> None:
    """By name, whatever it begins with; each link leads to that person's row."""
    found = [(link.partition("#")[2], unescape(name)) for link, name in _links(files)]

    assert sorted((it.nomor, it.nama) for it in rows) == sorted(found)
    assert [] == [
        link
        for link, _ in _links(files)
        if f'<tr id="{link.partition("#")[2]}">'.encode()
        not in files[normpath(join(f"{FOLDER}/abjad", link.partition("#")[0]))]
    ]


def test_names_are_in_order_and_the_strange_ones_last(files: dict[str, bytes]) -> None:
    """Without regard to case; digits, apostrophes and accented letters under a heading of their own."""
    names = [unescape(name) for _, name in _links(files)]
    plain = [name.casefold() for name in names if name[0].casefold() in "abcdefghijklmnopqrstuvwxyz<"]

    assert ["'Ilmi", "1001 Malam", "<b>Budi</b> & Co", "Éva Rekaan"] == sorted(names[-4:])
    assert sorted(plain[:-1]) == plain[:-1]


def test_every_letter_leads_to_its_first_name(files: dict[str, bytes]) -> None:
    """From the overview and from every page; a letter that goes on on the next page has its anchor once."""
    overview = _page(files, "abjad/index.html")
    letters = re.findall(r'<a href="(halaman-\d+\.html)#(huruf-[a-z]+)">', overview)

    assert "huruf-lainnya" == letters[-1][1]
    assert [] == [(page, anchor) for page, anchor in letters if f'id="{anchor}"' not in _page(files, f"abjad/{page}")]
    assert 1 == sum(f'id="{letters[0][1]}"' in _page(files, f"abjad/halaman-{number}.html") for number in (1, 2, 3))
    assert "(lanjutan)" in _page(files, "abjad/halaman-2.html")


def test_a_unit_tells_its_people_and_pages(files: dict[str, bytes]) -> None:
    """Pages that follow each other are one run; the link leads to the unit's first row."""
    page = _page(files, "unit/index.html")

    assert '<a class="unit-nama" href="../index.html#3375-000001">SDN 000</a> <span class="redup">60 orang' in page
    assert '<a href="../index.html#3375-000481">1–2</a>' in page
    assert "39 unit kerja" in page


def test_many_units_take_several_pages_and_shown_runs_are_bounded(tmp_path: Path) -> None:
    """401 units are two pages; a unit on every second page shows eight of them and how many more there are."""
    units = {number * 1000 + 1: "Tersebar" for number in range(10)}
    rows = [replace(it, unit_kerja=units.get(n, f"Unit {n % 400:03}")) for n, it in enumerate(people(9_100), 1)]
    build_site(write_editions(tmp_path / "terbitan", [edition(rows)]), tmp_path / "situs")
    found = tree(tmp_path / "situs")

    assert f"{FOLDER}/unit/halaman-2.html" in found
    assert 400 == _page(found, "unit/index.html").count('class="unit-nama"')
    (scattered,) = re.findall(r".*Tersebar</a>.*", _page(found, "unit/index.html"))
    assert 9 == scattered.count("<a ")
    assert "dan 2 lagi" in scattered


def test_a_list_of_one_page_has_no_index_but_jumps_to_units(tmp_path: Path) -> None:
    """There the browser's own search finds a name."""
    build_site(small_site(tmp_path / "terbitan"), tmp_path / "situs")
    found = tree(tmp_path / "situs")
    page = found[f"{FOLDER}/index.html"].decode()

    assert [] == [name for name in found if "/abjad/" in name or "/unit/" in name]
    assert ["#3375-000002", "#3375-000001", "#3375-000003"] == re.findall(r'<li><a href="(#3375[^"]*)">', page)


def test_every_index_page_is_kept_from_search_engines_and_leads_on(files: dict[str, bytes]) -> None:
    """They are lists of people; every link leads to a file of the site."""
    pages = {name: data.decode() for name, data in files.items() if "/abjad/" in name or "/unit/" in name}

    assert 5 == len(pages)
    assert all('content="noindex, noarchive"' in page for page in pages.values())
    assert set() == {
        (name, link)
        for name, page in pages.items()
        for link in re.findall(r'href="([^"#:]+)', page)
        if normpath(join(dirname(name), link)) not in files
    }


def test_names_stay_text_in_the_index(tmp_path: Path) -> None:
    """Markup in names and units is escaped."""
    rows = [orang(n, nama=f"<i>{n}</i>", unit_kerja='"><script>') for n in range(1, 502)]
    build_site(write_editions(tmp_path / "terbitan", [edition(rows)]), tmp_path / "situs")
    pages = [data.decode() for name, data in tree(tmp_path / "situs").items() if "/abjad/" in name or "/unit/" in name]

    assert [] == [page for page in pages if "<i>" in page or '"><script>' in page]
