"""Open data: ZIP files, data packages, the catalogue, the feed, fingerprints."""

import csv
import json
import re
import subprocess
import sys
from hashlib import sha256
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import pytest
from msgspec.structs import replace

from registry.edition.canonical import fingerprint_of_list
from registry.edition.csv import edition_csv
from site_builder.open_data.fingerprints import A_SHARD, Fingerprint, fingerprint_shards
from site_builder.open_data.zip_stream import END, ZipStream, pack
from site_builder.settings import SiteSettings
from tests.registry.edition.editions import KEMENAG, edition, orang, people
from tests.site_builder.sites import build_site, small_site, tree, two_editions, write_editions

ADDRESS = "https://contoh.test/pendataan"


@pytest.fixture(scope="module")
def nation(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ministry and two governments of one province, one of them with cells that need care in CSV."""
    place = tmp_path_factory.mktemp("bangsa")
    tricky = [orang(1, nama='Budi "Bos", S'), orang(2, nama="=1+1"), *people(30)[2:]]
    lists = [edition(tricky), *two_editions(), edition(700, instansi=KEMENAG)]
    build_site(write_editions(place / "terbitan", lists), place / "situs", settings=SiteSettings(alamat=ADDRESS))
    return place / "situs"


def _table(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(data.decode(), newline="")))


def _bundles(site: Path) -> list[Path]:
    return sorted((site / "unduh").glob("*.zip"))


def test_the_zip_of_all_is_every_newest_list_under_one_header(nation: Path) -> None:
    """Central agencies first, then provinces; byte for byte the published CSV of each."""
    _, late = two_editions()
    with ZipFile(nation / "unduh/semua-csv.zip") as archive:
        rows = archive.read("daftar.csv")
    wanted = [
        nation / f"instansi/{it}/pengumuman.csv"
        for it in (
            "kementerian-agama/1-prafinalisasi",
            "pemerintah-kabupaten-brebes/2-final",
            "pemerintah-kota-pekalongan/1-prafinalisasi",
        )
    ]

    assert b"".join([edition_csv(replace(late, daftar=())), *(_without_header(it) for it in wanted)]) == rows


def _without_header(path: Path) -> bytes:
    return path.read_bytes().split(b"\n", 1)[1]


def test_a_zip_of_json_holds_the_published_files(nation: Path) -> None:
    """So their fingerprints can be checked; a province's and the nation's alike."""
    published = {sha256(path.read_bytes()).hexdigest() for path in nation.glob("instansi/*/*/pengumuman.json")}
    found = {}
    for name in ("semua", "jawa-tengah", "instansi-pusat"):
        with ZipFile(nation / f"unduh/{name}-json.zip") as archive:
            prints = {sha256(archive.read(it)).hexdigest() for it in archive.namelist() if it.endswith(".json")}
            found[name] = (len(prints), prints <= published)

    assert {"semua": (3, True), "jawa-tengah": (2, True), "instansi-pusat": (1, True)} == found


def test_every_zip_is_sound(nation: Path) -> None:
    """CRC of each entry, and a table of agencies in each."""
    for path in _bundles(nation):
        with ZipFile(path) as archive:
            assert archive.testzip() is None
            assert "instansi.csv" in archive.namelist()


def test_rows_of_people_find_their_agency(nation: Path) -> None:
    """The part of the registration number before the last hyphen is a kode of the table of agencies."""
    with ZipFile(nation / "unduh/semua-csv.zip") as archive:
        people_rows, agencies = _table(archive.read("daftar.csv")), _table(archive.read("instansi.csv"))
    counted = {it["kode"]: int(it["jumlah"]) for it in agencies}

    assert counted == {kode: sum(row["nomor"].rpartition("-")[0] == kode for row in people_rows) for kode in counted}


def test_an_unchanged_bundle_stays_as_it_is(tmp_path: Path) -> None:
    """One instansi of the province changes: the ministry's ZIP keeps its time, the others are made anew and right."""
    terbitan = write_editions(tmp_path / "terbitan", [edition(3), *two_editions(), edition(20, instansi=KEMENAG)])
    build_site(terbitan, tmp_path / "situs")
    before = {path.name: path.stat().st_ino for path in _bundles(tmp_path / "situs")}
    write_editions(terbitan, [edition(9, edisi=2, sebelumnya="ef" * 32)])
    build_site(terbitan, tmp_path / "situs")
    kept = {path.name for path in _bundles(tmp_path / "situs") if before[path.name] == path.stat().st_ino}
    build_site(terbitan, tmp_path / "lain")

    assert {"instansi-pusat-csv.zip", "instansi-pusat-json.zip"} == kept
    assert tree(tmp_path / "lain") == tree(tmp_path / "situs")


def test_bundles_do_not_depend_on_the_number_of_processes(tmp_path: Path) -> None:
    """Equal bytes."""
    terbitan = write_editions(tmp_path / "terbitan", [edition(3), *two_editions(), edition(20, instansi=KEMENAG)])
    build_site(terbitan, tmp_path / "satu", processes=1)
    build_site(terbitan, tmp_path / "dua", processes=2)

    assert tree(tmp_path / "satu") == tree(tmp_path / "dua")


def test_one_instansi_needs_no_zip(tmp_path: Path) -> None:
    """Its own files stand on the page."""
    build_site(write_editions(tmp_path / "terbitan", [edition(3)]), tmp_path / "situs")
    page = (tmp_path / "situs/unduh/index.html").read_text("utf-8")

    assert [] == _bundles(tmp_path / "situs")
    assert "../instansi/pemerintah-kota-pekalongan/1-prafinalisasi/pengumuman.csv" in page


def test_pieces_laid_end_to_end_are_one_entry() -> None:
    """What one ZIP packed is copied into another without packing it again."""
    file = BytesIO()
    archive = ZipStream(file.write)
    archive.copy("a.txt", [pack(b"satu "), pack(b"dua"), END], 0x2A6B_9A2D, 8)
    archive.add("kosong", b"")
    archive.close(b"catatan")

    with ZipFile(file) as read:
        assert b"catatan" == read.comment
        assert b"" == read.read("kosong")
        with pytest.raises(Exception, match="CRC"):  # the sum given above is none of these bytes
            read.read("a.txt")


def test_data_packages_describe_what_is_there(nation: Path) -> None:
    """Names are unique and plain, paths stay inside and exist, fields are the header of each table."""
    with ZipFile(nation / "unduh/jawa-tengah-csv.zip") as archive:
        _check_package(json.loads(archive.read("datapackage.json")), archive.read)
    _check_package(json.loads((nation / "datapackage.json").read_bytes()), lambda it: (nation / it).read_bytes())


def _check_package(package: dict[str, object], read: object) -> None:
    names = [resource["name"] for resource in package["resources"]]
    assert len(names) == len(set(names))
    assert all(re.fullmatch(r"[a-z0-9._-]+", name) for name in [package["name"], *names])
    for resource in package["resources"]:
        schema = resource["schema"]
        fields = json.loads(read(schema)) if isinstance(schema, str) else schema
        header = read(resource["path"]).split(b"\n", 1)[0].decode().split(",")
        assert header == [field["name"] for field in fields["fields"]]
        assert not resource["path"].startswith(("/", ".."))


def test_the_catalogue_names_every_dataset_with_its_files(nation: Path) -> None:
    """Full addresses, producer, licence; the checksum of JSON is the edition's fingerprint."""
    catalogue = json.loads((nation / "katalog.jsonld").read_bytes())
    json_file = catalogue["dcat:dataset"][0]["dcat:distribution"][0]
    path = nation / json_file["dcat:downloadURL"]["@id"].removeprefix(f"{ADDRESS}/")

    assert 3 == len(catalogue["dcat:dataset"])
    assert sha256(path.read_bytes()).hexdigest() == json_file["spdx:checksum"]["spdx:checksumValue"]


def test_the_download_page_carries_a_schema_org_dataset(nation: Path) -> None:
    """As a data block, which is no script: the policy lets it stand."""
    dataset = _dataset(nation / "unduh/index.html")

    assert ("Dataset", f"{ADDRESS}/unduh/semua-csv.zip") == (dataset["@type"], dataset["distribution"][0]["contentUrl"])


def _dataset(page: Path) -> dict[str, Any]:
    (block,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page.read_text("utf-8"))
    return json.loads(block)


def test_each_instansi_carries_a_dataset_of_its_newest_list(nation: Path) -> None:
    """Its files at full addresses, known by the fingerprint of the JSON."""
    place = "instansi/pemerintah-kabupaten-brebes"
    dataset = _dataset(nation / place / "index.html")
    data = (nation / place / "2-final/pengumuman.json").read_bytes()

    assert ("Dataset", f"{ADDRESS}/{place}/", "Jawa Tengah", f"urn:sha256:{sha256(data).hexdigest()}") == (
        dataset["@type"],
        dataset["url"],
        dataset["spatialCoverage"],
        dataset["identifier"],
    )
    assert [f"{ADDRESS}/{place}/{it}" for it in ("2-final/pengumuman.json", "2-final/pengumuman.csv", "rekap.csv")] == [
        it["contentUrl"] for it in dataset["distribution"]
    ]


def test_without_an_address_files_are_told_from_the_page(tmp_path: Path) -> None:
    """A reader of the page resolves them against where it stands: they exist."""
    build_site(small_site(tmp_path / "terbitan"), tmp_path / "situs")
    missing = [
        (page, it["contentUrl"])
        for page in (*(tmp_path / "situs").glob("instansi/*/index.html"), tmp_path / "situs/unduh/index.html")
        for it in _dataset(page)["distribution"]
        if not (page.parent / it["contentUrl"]).is_file()
    ]

    assert [] == missing


def test_the_feed_tells_every_edition_newest_first(nation: Path) -> None:
    """Well-formed Atom; entries are known by fingerprint, and name nobody."""
    feed = ET.fromstring((nation / "atom.xml").read_bytes())
    atom = "{http://www.w3.org/2005/Atom}"
    entries = feed.findall(f"{atom}entry")
    updated = [it.findtext(f"{atom}updated") for it in entries]

    assert 4 == len(entries)
    assert sorted(updated, reverse=True) == updated
    assert all(it.findtext(f"{atom}id").startswith("urn:sha256:") for it in entries)
    assert b"Siti Rahayu" not in (nation / "atom.xml").read_bytes()


def test_fingerprints_are_those_of_the_files(nation: Path) -> None:
    """As `sha256sum --check` reads them: all JSON and CSV of all editions."""
    lines = [line.split("  ") for line in (nation / "unduh/sidik.txt").read_text().splitlines()]

    assert 8 == len(lines)
    assert [] == [name for said, name in lines if sha256((nation / name).read_bytes()).hexdigest() != said]


def test_the_fingerprint_in_the_sptjm_is_known_too(nation: Path) -> None:
    """That of the list alone."""
    _, late = two_editions()
    known = json.loads((nation / "instansi/pemerintah-kabupaten-brebes/sidik.json").read_bytes())

    assert [fingerprint_of_list(late.daftar)] == [it["sidik"] for it in known if it["jenis"] == "DAFTAR"]


def test_shards_of_fingerprints_are_bounded() -> None:
    """7,200 fingerprints, those of 600 agencies with three editions each, in files of a few kilobytes."""
    found = [_print(sha256(str(number).encode()).hexdigest()) for number in range(7_200)]
    _, digits, shards = fingerprint_shards(found)
    sizes = [data.count(b'"jenis"') for data in shards.values()]

    assert (2, 256, 7_200) == (digits, len(shards), sum(sizes))
    assert max(sizes) < 2 * A_SHARD


def _print(sidik: str) -> Fingerprint:
    return Fingerprint(
        sidik=sidik,
        jenis="JSON",
        berkas="a",
        instansi="a",
        judul="a",
        nomor="1",
        tanggal="1",
        terbit="1",
        alamat="a",
        kini=True,
    )


def test_sitemap_names_the_pages_of_open_data(nation: Path) -> None:
    """But no index of people."""
    sitemap = (nation / "sitemap.xml").read_text("utf-8")

    assert f"{ADDRESS}/unduh/" in sitemap
    assert f"{ADDRESS}/verifikasi/" in sitemap
    assert "abjad" not in sitemap


def test_the_commands_for_journalists_run(nation: Path, tmp_path: Path) -> None:
    """The one of the guide that needs only Python, on the files of the ZIP."""
    with ZipFile(nation / "unduh/semua-csv.zip") as archive:
        archive.extractall(tmp_path)
    guide = (Path(__file__).parents[3] / "content/panduan-jurnalis.md").read_text("utf-8")
    (block,) = re.findall(r'    python3 -c "\n(.*?)    "\n', guide, re.DOTALL)
    code = re.sub("^    ", "", block, flags=re.MULTILINE)
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)

    assert ["700 Pusat", "35 Jawa Tengah"] == done.stdout.splitlines()


def test_shared_links_show_a_picture_of_the_instansi(nation: Path) -> None:
    """A PNG of 1200 x 630 at a full address; the same bytes for the same input; lists of people have none."""
    page = (nation / "instansi/kementerian-agama/index.html").read_text("utf-8")
    picture = nation / "instansi/kementerian-agama/gambar.png"

    assert f'<meta property="og:image" content="{ADDRESS}/instansi/kementerian-agama/gambar.png">' in page
    assert (1200, 630) == tuple(int.from_bytes(picture.read_bytes()[at : at + 4]) for at in (16, 20))
    assert "og:image" not in (nation / "instansi/kementerian-agama/1-prafinalisasi/index.html").read_text("utf-8")


def test_without_an_address_no_picture_is_drawn(tmp_path: Path) -> None:
    """A shared link needs a full address."""
    build_site(small_site(tmp_path / "terbitan"), tmp_path / "situs")

    assert [] == list((tmp_path / "situs").rglob("gambar*.png"))
