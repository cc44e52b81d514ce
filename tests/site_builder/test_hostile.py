"""2,000 hostile names, positions and units in everything that leaves as a file: nothing is a formula, all come back as they were."""

import csv
import json
import re
import subprocess
import sys
from html.parser import HTMLParser
from io import StringIO
from pathlib import Path
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import pytest

from registry.edition.canonical import decode_edition
from registry.edition.csv import read_rows_csv
from registry.letters.announcement import announcement_pdf
from site_builder.search.hits import Filters
from site_builder.search.offline import search_offline
from tests.registry.edition.editions import KEMENAG, edition
from tests.registry.letters.samples import PERIODE, agency, read
from tests.site_builder.hostile import COUNT, GROUPS, editions, rows, rows_of_town
from tests.site_builder.sites import build_site, write_editions

ROOT = Path(__file__).parents[2]
FINAL = "instansi/kementerian-agama/2-final"
STARTS_FORMULA = re.compile(r"\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n]")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of them."""
    place = tmp_path_factory.mktemp("jahat")
    build_site(write_editions(place / "terbitan", editions()), place / "situs")
    return place / "situs"


def _formulas(table: str) -> list[str]:
    return [cell for line in csv.reader(StringIO(table, newline="")) for cell in line if STARTS_FORMULA.match(cell)]


def test_json_and_csv_hold_what_was_written(site: Path) -> None:
    """Both ways back; no cell of the table starts a formula."""
    table = (site / FINAL / "pengumuman.csv").read_bytes()

    assert rows(5) == decode_edition((site / FINAL / "pengumuman.json").read_bytes()).daftar
    assert rows(5) == read_rows_csv(table)
    assert [] == _formulas(table.decode())


def test_bundles_hold_what_was_written(site: Path) -> None:
    """The nation's table and JSON files; recap and table of agencies start no formula either."""
    with ZipFile(site / "unduh/semua-csv.zip") as zipped:
        table = zipped.read("daftar.csv")
        others = [zipped.read(name).decode() for name in zipped.namelist() if name.endswith(".csv")]
    with ZipFile(site / "unduh/semua-json.zip") as zipped:
        lists = [decode_edition(zipped.read(name)).daftar for name in sorted(zipped.namelist()) if ".json" in name]
    others += [path.read_text("utf-8") for path in sorted(site.rglob("*.csv"))]

    assert {*rows_of_town(), *rows(5)} == set(read_rows_csv(table))
    assert [rows_of_town(), rows(5)] == lists
    assert [] == [cell for other in others for cell in _formulas(other)]


def test_feed_and_catalogues_are_well_formed(site: Path) -> None:
    """A control character, which XML cannot hold, does not spoil the feed for everybody."""
    titles = [it.text for it in ET.parse(site / "atom.xml").iter("{http://www.w3.org/2005/Atom}title")]

    assert any("</title><script>kena=1</script>" in str(title) for title in titles)
    assert all(json.loads(path.read_bytes()) for name in ("*.json", "*.jsonld") for path in site.rglob(name))


class _Foreign(HTMLParser):
    """Tags of a page that nobody of ours writes."""

    def __init__(self) -> None:
        super().__init__()
        self.foreign: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        handlers = [name for name, _ in attrs if name.startswith("on")]
        if tag in {"iframe", "base", "object", "embed", "template"} or handlers or ("src", "x") in attrs:
            self.foreign.append(self.get_starttag_text() or tag)


def test_no_page_has_an_element_from_a_name(site: Path) -> None:
    """Of all pages, also those of places and of changes."""
    found = {}
    for path in sorted(site.rglob("*.html")):
        parser = _Foreign()
        parser.feed(path.read_text("utf-8"))
        if parser.foreign:
            found[path.relative_to(site).as_posix()] = parser.foreign[:3]

    assert {} == found


def test_the_pdf_draws_everybody_and_does_nothing() -> None:
    """No link, no action, no script in it; the plain words of every name can be read."""
    data = announcement_pdf(edition(rows(), instansi=KEMENAG), agency(), PERIODE)
    text = " ".join(read(data).pages).replace("\n", " ")
    words = [re.search(rf"(?:{'|'.join(GROUPS)}) \w+", row.nama) for row in rows()]

    assert [] == re.findall(rb"/(?:URI|JavaScript|JS|Launch|AA|SubmitForm)\b", data)
    assert [] == [word.group() for word in words if word and word.group() not in text][:5]


def test_the_offline_search_finds_them_as_they_are(site: Path) -> None:
    """In the site and in a file of it; line breaks are blanks to the search of a site."""
    hits = [hit for group in GROUPS for hit in search_offline(site, group, limit=COUNT, filters=Filters())]
    known = {(it.nama.replace("\n", " "), it.unit_kerja.replace("\n", " ")) for it in rows(5)}

    assert known == {(hit.nama, hit.unit_kerja) for hit in hits}


def test_the_command_line_prints_them_as_data(site: Path) -> None:
    """JSON whole, CSV without formulas, a table without a character that moves the cursor or turns the writing."""
    printed = {}
    for option in ("--json", "--csv", "--batas=1000"):
        done = subprocess.run(
            [sys.executable, "-m", "cli", "cari", GROUPS[0], "--di", site, "--batas", "1000", option],
            cwd=ROOT,
            capture_output=True,
            check=True,
        )
        printed[option] = done.stdout.decode()
    expected = [row for row in rows(5) if GROUPS[0] in row.nama]
    table = printed["--batas=1000"]

    assert {it.nama.replace("\n", " ") for it in expected} == {
        it["nama"] for it in json.loads(printed["--json"])["hasil"]
    }
    assert [] == _formulas(printed["--csv"])
    assert set() == set(re.findall("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]", table))
    assert len(expected) == table.count("\n") - 1


def test_a_town_of_a_hostile_name_has_a_plain_address(site: Path) -> None:
    """Letters, digits and hyphens."""
    names = [it.name for it in (site / "instansi").iterdir()] + [it.name for it in (site / "provinsi").iterdir()]

    assert [] == [name for name in names if not re.fullmatch("[a-z0-9-]+", name)]
