"""Home, provinces and statistics of a site of many agencies."""

import csv
import re
from pathlib import Path

import pytest
from msgspec.structs import replace

from registry.edition.types import Rekap, Sel, UjiPublikPublik
from site_builder.portal.provinces import provinces, regional_agencies
from site_builder.portal.tile_map import level
from site_builder.settings import SiteSettings
from tests.registry.edition.editions import PEKALONGAN, edition
from tests.site_builder.portal.nation import ELSEWHERE, TABANAN, announced, nation
from tests.site_builder.portal.tables import tables_of
from tests.site_builder.sites import BREBES, build_site, write_editions
from tests.site_builder.test_pages import HOSTILE
from tests.site_builder.test_pages import _parsed as parsed

TILE = re.compile(
    r'<a class="tingkat(\d)" href="([^"]*)">.*?class="tersembunyi">, ([^<:]*): ([\d.]*) orang, (\d*) instansi<'
)
JATENG = "provinsi/jawa-tengah/index.html"


def read(site: Path, page: str) -> str:
    return (site / page).read_text("utf-8")


def rows_of(site: Path, name: str) -> list[dict[str, str]]:
    with (site / "statistik" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_38_provinces_have_a_tile_each_in_both_layouts():
    """No two share a place; names are those of the reference table, in which editions find theirs."""
    every = provinces()

    assert [38, 38, 38] == [
        len({(it.kolom, it.baris) for it in every}),
        len({(it.kolom_sempit, it.baris_sempit) for it in every}),
        len({it.nama for it in every} & {it.provinsi for it in regional_agencies()}),
    ]


def test_every_tile_of_the_layouts_has_a_rule():
    """Places come from the reference table, their rules from the style sheet."""
    css = (Path(__file__).parents[3] / "templates/assets/css/35-peta.css").read_text("utf-8")
    wanted = {
        f".{rule}{{grid-{axis}:{place}}}"
        for it in provinces()
        for rule, axis, place in (
            (f"k{it.kolom}", "column", it.kolom),
            (f"b{it.baris}", "row", it.baris),
            (f"ks{it.kolom_sempit}", "column", it.kolom_sempit),
            (f"bs{it.baris_sempit}", "row", it.baris_sempit),
        )
    }

    assert set() == {rule for rule in wanted if rule not in css}


def test_map_and_table_have_the_same_figures(portal: Path):
    """And each tile leads to the page of its province."""
    tiles = {name: (people, agencies) for _, _, name, people, agencies in TILE.findall(read(portal, "index.html"))}
    rows = tables_of(portal / "index.html").rows["Instansi dan orang menurut wilayah"]
    table = {name: (people, agencies.split(" ", maxsplit=1)[0]) for name, agencies, _, people in rows}

    assert 38 == len(tiles)
    assert tiles == {name: table[name] for name in tiles}
    assert (("210", "2"), ("90", "1"), ("0", "0")) == (tiles["Jawa Tengah"], tiles["Bali"], tiles["Aceh"])
    assert {"Instansi pusat": ("1.200", "1"), "Nusa <Rekaan>": ("30", "1")} == {
        name: table[name] for name in table.keys() - tiles.keys()
    }


def test_tiles_are_coloured_by_the_number_of_people():
    """Steps that stay the same from day to day."""
    assert [0, 1, 1, 2, 3, 4, 5] == [level(n) for n in (0, 1, 999, 1_000, 49_999, 99_999, 100_000)]


def test_a_province_lists_its_agencies_with_state_and_number(portal: Path):
    """Announced ones as links; the others by name, so that somebody who works there knows."""
    page = read(portal, JATENG)
    found = re.findall(
        r'<li class="kartu"><a href="([^"]*)">([^<]*)</a> <span[^>]*>([^<]*)</span> <span[^>]*>([^<]*)', page
    )

    assert [
        (
            "../../instansi/pemerintah-kabupaten-brebes/index.html",
            "Pemerintah Kabupaten Brebes",
            "Final",
            "150\u00a0orang",
        ),
        (
            "../../instansi/pemerintah-kota-pekalongan/index.html",
            "Pemerintah Kota Pekalongan",
            "Uji publik",
            "sampai 5 Oktober 2022 · 60\u00a0orang",
        ),
    ] == found
    assert "<li>Kota Tegal</li>" in page
    assert "<li>Kota Pekalongan</li>" not in page


def test_a_region_the_reference_does_not_know_has_a_page_too(portal: Path):
    """However odd its name."""
    assert "Pemerintah Kota Rekaan" in read(portal, "provinsi/nusa-rekaan/index.html")


def test_two_spellings_of_a_region_share_a_page(tmp_path: Path):
    """Case and blanks do not split a province."""
    other = replace(BREBES, wilayah="jawa  tengah")
    build_site(write_editions(tmp_path / "t", [announced(60, PEKALONGAN), announced(60, other)]), tmp_path / "s")

    assert 2 == read(tmp_path / "s", JATENG).count('<li class="kartu">')


def test_an_agency_page_leads_up_to_its_province(portal: Path):
    """And that of a ministry to the central agencies."""
    pages = ("pemerintah-kabupaten-tabanan", "kementerian-agama")
    ups = [
        re.findall(r'<li><a href="([^"]*)">', read(portal, f"instansi/{it}/index.html").split("<main")[0])[-1]
        for it in pages
    ]

    assert ["../../provinsi/bali/index.html", "../../instansi-pusat/index.html"] == ups


def test_a_site_of_one_instansi_has_no_map_and_no_statistics(tmp_path: Path):
    """Its own page tells everything."""
    build_site(write_editions(tmp_path / "t", [edition(3)]), tmp_path / "s")
    page = read(tmp_path / "s", "index.html")

    assert "petak" not in page
    assert "Statistik" not in page
    assert not (tmp_path / "s/statistik").exists()


def test_the_second_instansi_builds_the_pages_of_the_first_again(tmp_path: Path):
    """Their menu now leads to the statistics; a third one changes nothing on them."""
    terbitan = write_editions(tmp_path / "t", [announced(60, PEKALONGAN)])
    build_site(terbitan, tmp_path / "s")
    write_editions(terbitan, [announced(60, BREBES)])
    second = build_site(terbitan, tmp_path / "s")
    write_editions(terbitan, [announced(60, TABANAN)])
    third = build_site(terbitan, tmp_path / "s")

    assert ((), 2) == (second.dilewati, len(third.dilewati))


def test_new_pages_are_in_the_sitemap(tmp_path: Path):
    """Statistics and provinces hold no names."""
    settings = SiteSettings(alamat="https://contoh.test/d")
    build_site(write_editions(tmp_path / "t", nation()), tmp_path / "s", settings=settings)
    locations = re.findall("<loc>(.*?)</loc>", read(tmp_path / "s", "sitemap.xml"))

    assert {f"https://contoh.test/d/{it}/" for it in ("statistik", "provinsi/bali", "instansi-pusat")} <= set(locations)
    assert [] == [it for it in locations if it.endswith(".csv")]


def test_the_newest_announcements_come_first_and_passed_deadlines_are_gone(portal: Path):
    """Passed means before the newest announcement came out; the nearest deadline stands on top."""
    home = read(portal, "index.html")
    news, _, rest = home.partition('id="tenggat-judul"')
    names = [re.findall(r'<li><a href="[^"]*">([^<]*)</a> <span class="redup">', part) for part in (news, rest)]

    assert "Pemerintah Kabupaten Tabanan" == names[0][-1]
    assert ["Pemerintah Kota Pekalongan", "Pemerintah Kota Rekaan", "Kementerian Agama"] == names[1]


def test_without_an_open_window_that_is_said(tmp_path: Path):
    """No empty list."""
    closed = UjiPublikPublik(
        edition(1).uji_publik.mulai.replace(year=2021), edition(1).uji_publik.selesai.replace(year=2021)
    )
    build_site(write_editions(tmp_path / "t", [edition(1, uji_publik=closed)]), tmp_path / "s")

    assert "Tidak ada masa usulan dan sanggahan yang masih terbuka" in read(tmp_path / "s", "index.html")


def test_statistics_add_up_what_the_editions_publish(portal: Path):
    """Exact where nobody hides, a lower bound where some do: D3 and S2 are hidden in every agency, SMA in none."""
    counts = {
        row["nilai"]: (row["jumlah"], row["ketepatan"])
        for row in rows_of(portal, "pendidikan")
        if row["wilayah"] == "Seluruh situs"
    }

    assert {
        "SMA": (str(1200 - 400 - 3 + 60 - 20 - 3 + 150 - 50 - 3 + 90 - 30 - 3 + 30 - 10 - 3), "tepat"),
        "D-III": ("", "disembunyikan"),
        "S-2": ("", "disembunyikan"),
        "Disembunyikan (semua nilai bersama)": (str(400 + 20 + 50 + 30 + 10 + 5 * 3), "tepat"),
        "Jumlah": ("1530", "tepat"),
    } == counts


def test_every_chart_has_the_figures_of_its_file(portal: Path):
    """On the page of the nation and of a province, value by value; hidden ones and lower bounds are told as such."""
    wrong = []
    for page, place in (("statistik/index.html", "Seluruh situs"), (JATENG, "Jawa Tengah")):
        charts = tables_of(portal / page).rows
        links = dict(
            re.findall(r'statistik/([a-z-]+)\.csv">Unduh CSV<span class="tersembunyi">: ([^<]*)', read(portal, page))
        )
        links |= dict(
            re.findall(r'href="([a-z-]+)\.csv">Unduh CSV<span class="tersembunyi">: ([^<]*)', read(portal, page))
        )
        for name, title in links.items():
            if name != "wilayah":
                shown = [(row[0], row[1].replace(".", "")) for row in charts[title]]
                wrong += [(page, title, shown)] if shown != _expected(portal, name, place) else []

    assert [] == wrong


def _expected(site: Path, name: str, place: str) -> list[tuple[str, str]]:
    words = {"tepat": "", "sedikitnya": "sedikitnya ", "disembunyikan": "disembunyikan"}
    own = [row for row in rows_of(site, name) if row["wilayah"] == place]
    values = [row for row in own if not row["nilai"].startswith(("Disembunyikan (", "Jumlah"))]
    return [(row["nilai"], words[row["ketepatan"]] + row["jumlah"]) for row in values]


def test_bars_are_as_long_as_their_figures(portal: Path):
    """On every page with charts: the largest fills the line, the others their part of it, hidden ones have none."""
    wrong = []
    for page in ("statistik/index.html", JATENG, "instansi/kementerian-agama/index.html"):
        tables = tables_of(portal / page)
        for title, rows in tables.rows.items():
            figures = [int(re.sub(r"\D", "", row[1]) or 0) for row in rows]
            lengths = [round(100 * figure / max(*figures, 1), 1) if figure else None for figure in figures]
            wrong += [(page, title)] if lengths != tables.bars[title] else []

    assert [] == wrong


def test_a_withheld_table_of_an_agency_is_told_with_the_sums(portal: Path):
    """Brebes' final edition has no private tables; those of its first stand in, and the page says so."""
    assert "Untuk 1 instansi dipakai tabel dari pengumuman sebelumnya." in read(portal, JATENG)


def test_the_files_name_every_agency_and_start_no_formula(tmp_path: Path):
    """One line each; a name that a spreadsheet would run is shielded."""
    evil = replace(ELSEWHERE, nama="=HYPERLINK(1)", wilayah="+Rekaan")
    build_site(write_editions(tmp_path / "t", [announced(60, PEKALONGAN), announced(60, evil)]), tmp_path / "s")
    agencies = rows_of(tmp_path / "s", "instansi")

    assert [("'=HYPERLINK(1)", "'+Rekaan", "60"), ("Pemerintah Kota Pekalongan", "Jawa Tengah", "60")] == [
        (row["nama"], row["wilayah"], row["orang"]) for row in agencies
    ]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text_on_the_pages_of_many(tmp_path: Path, text: str):
    """Names of agencies and regions and values of recaps make no tag that the template did not write."""
    shapes = []
    for place, word in (("jahat", text), ("baik", "a")):
        odd = replace(ELSEWHERE, nama=f"Kota {word}", wilayah=f"Z {word}")
        cells = (Sel(word, 20), Sel("Teknis", 10))
        rekap = Rekap(unit_kerja=cells, jabatan=cells, pendidikan=cells)
        editions = [announced(60, PEKALONGAN), announced(30, odd, rekap=rekap, nomor=word)]
        build_site(write_editions(tmp_path / place / "t", editions), tmp_path / place / "s")
        pages = (tmp_path / place / "s").rglob("index.html")
        shapes.append(sorted(sorted(parsed(page.read_text("utf-8")).tags) for page in pages))

    assert shapes[1] == shapes[0]


def test_the_recap_of_an_instansi_is_a_file_too(portal: Path):
    """Every table of its newest edition; hidden counts are empty, never nought."""
    with (portal / "instansi/kementerian-agama/rekap.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["tabel"] == "pendidikan"]

    assert [("SMA", "797", "tepat"), ("D-III", "", "disembunyikan"), ("S-2", "", "disembunyikan")] == [
        (row["nilai"], row["jumlah"], row["ketepatan"]) for row in rows
    ]
