"""What stands on the pages."""

import json
import re
from datetime import UTC, datetime, timedelta
from html.parser import HTMLParser
from pathlib import Path
from posixpath import dirname, join, normpath

import jsonschema
import pytest
from markupsafe import Markup
from msgspec.structs import replace

from registry.edition.canonical import fingerprint_of_list
from registry.edition.types import Rekap, Sel, UjiPublikPublik
from site_builder.data_folders import content_folder, templates_folder
from site_builder.errors import BuildRefused
from site_builder.list_pages import ListPages, list_model
from site_builder.phase import standing
from site_builder.render import render
from site_builder.rows import list_rows, page_rows
from site_builder.settings import SiteSettings
from site_builder.site_plan import SitePlan
from site_builder.sources import load_sources
from site_builder.stretch import cells_of, columns_of, stretches
from site_builder.wording import format_moment, format_number, format_value
from tests.registry.edition.editions import KEMENAG, edition, orang, people
from tests.site_builder.sites import BREBES, build_site, small_site, tree, two_editions, write_editions

HOSTILE = (
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "\"><svg onload=alert(1)>'",
    "{{ 7*7 }}{% raw %}",
    "\u202eGNU\u202c \u200b\u2028\u2029",
    "]]>--><!--",
    "&lt;b&gt; &amp; &#x27;",
    "kata" * 60,
)


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.ids: list[str] = []
        self.tags: set[str] = set()
        self.attributes: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        for name, value in attrs:
            self.attributes.add(name)
            if name in {"href", "src", "action"} and value:
                self.found.append(value)
            if name == "id" and value:
                self.ids.append(value)


def _parsed(html: str) -> _Links:
    parser = _Links()
    parser.feed(html)
    return parser


def test_every_link_leads_to_a_file_of_the_site(built: Path) -> None:
    """Relative, explicit index.html, no other host: it works below any path and from file://."""
    files = tree(built)
    broken = [
        (page, link)
        for page in files
        if page.endswith(".html")
        for link in _parsed(files[page].decode()).found
        if not link.startswith("#") and normpath(join(dirname(page), link.split("#")[0])) not in files
    ]

    assert [] == broken


def test_ids_are_unique_on_every_page(built: Path) -> None:
    """Anchors and labels depend on it."""
    pages = {name: _parsed(data.decode()).ids for name, data in tree(built).items() if name.endswith(".html")}

    assert {} == {name: ids for name, ids in pages.items() if len(ids) != len(set(ids))}


def test_no_inline_style_or_handler(built: Path) -> None:
    """The policy would block them."""
    pages = [_parsed(data.decode()) for name, data in tree(built).items() if name.endswith(".html")]

    assert set() == {name for page in pages for name in page.attributes if name == "style" or name.startswith("on")}
    assert all("style" not in page.tags for page in pages)


def test_every_page_has_the_strict_policy(built: Path) -> None:
    """default-src 'none' and nothing unsafe."""
    policies = {
        re.search(r'Content-Security-Policy" content="([^"]*)"', data.decode())[1]  # type: ignore[index]
        for name, data in tree(built).items()
        if name.endswith(".html")
    }

    assert 1 == len(policies)
    assert policies.pop().startswith("default-src 'none'; script-src 'self'; style-src 'self';")


def test_only_lists_of_people_404_and_the_offline_page_are_noindex(built: Path) -> None:
    """People must not be found through search engines; the instansi should."""
    noindex = {name for name, data in tree(built).items() if b"noindex" in data and name.endswith(".html")}

    assert {
        "404.html",
        "instansi/pemerintah-kabupaten-brebes/1-prafinalisasi/index.html",
        "instansi/pemerintah-kabupaten-brebes/2-final/index.html",
        "instansi/pemerintah-kabupaten-brebes/perubahan/index.html",
        "instansi/pemerintah-kota-pekalongan/1-prafinalisasi/index.html",
        "luring/index.html",
    } == noindex


def test_sitemap_names_no_list_of_people(tmp_path: Path) -> None:
    """Home, content, agencies; full addresses."""
    settings = SiteSettings(alamat="https://contoh.test/pendataan")
    build_site(small_site(tmp_path / "terbitan"), tmp_path / "situs", settings=settings)
    locations = re.findall("<loc>(.*?)</loc>", (tmp_path / "situs/sitemap.xml").read_text("utf-8"))

    assert "https://contoh.test/pendataan/instansi/pemerintah-kota-pekalongan/" in locations
    assert [] == [it for it in locations if "prafinalisasi" in it or "perubahan" in it]


def test_404_links_from_the_root_of_the_host_when_the_address_is_known(tmp_path: Path) -> None:
    """It is shown at any depth."""
    settings = SiteSettings(alamat="https://contoh.test/pendataan/")
    build_site(small_site(tmp_path / "terbitan"), tmp_path / "situs", settings=settings)

    assert 'href="/pendataan/index.html"' in (tmp_path / "situs/404.html").read_text("utf-8")


def test_without_an_address_404_promises_no_way_home(built: Path) -> None:
    """No link from there would be right at every depth; words tell how to go on."""
    page = (built / "404.html").read_text("utf-8")

    assert [] == re.findall('<a [^>]*href="(?!#isi)[^>]*>', page)
    assert "buka lagi alamat situs ini dari awal" in page


def test_withheld_tables_are_said(tmp_path: Path) -> None:
    """Only where an edition tells nothing but what its list shows."""
    public = Rekap(unit_kerja=(Sel("SDN 1", 7),))
    found = {}
    for name, rekap in (("ditahan", public), ("lengkap", replace(public, pendidikan=(Sel("SMA", 7),)))):
        build_site(write_editions(tmp_path / f"t-{name}", [edition(7, rekap=rekap)]), tmp_path / name)
        page = (tmp_path / name / "instansi/pemerintah-kota-pekalongan/index.html").read_text("utf-8")
        found[name] = "tidak ditampilkan pada edisi ini" in page

    assert {"ditahan": True, "lengkap": False} == found


def test_scripts_may_connect_to_their_own_site_only_and_load_by_one_policy(built: Path) -> None:
    """Data come as scripts, whose addresses one named policy checks; who reads robots.txt from within a page may."""
    (policy,) = re.findall('Content-Security-Policy" content="([^"]*)"', (built / "index.html").read_text("utf-8"))

    assert (
        "default-src 'none'",
        "connect-src 'self'",
        "require-trusted-types-for 'script'",
        "trusted-types pendataan",
    ) == tuple(it for it in policy.split("; ") if it.startswith(("default", "connect", "require", "trusted")))


def test_published_json_answers_to_the_schema_beside_it(built: Path) -> None:
    """Every edition, with the schema in its folder."""
    for path in built.glob("instansi/*/*/pengumuman.json"):
        schema = json.loads((path.parent / "pengumuman.schema.json").read_bytes())
        jsonschema.validate(json.loads(path.read_bytes()), schema)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(tmp_path: Path, text: str) -> None:
    """In names, units, positions, the name of the instansi and its address: no tag appears that the template did not write."""
    instansi = replace(BREBES, nama=f"Kota {text}", alamat_masukan=text)
    row = orang(1, kode="3329", nama=text, jabatan=text, unit_kerja=text)
    harmless = replace(row, nama="a", jabatan="a", unit_kerja="a")
    rekap = Rekap(unit_kerja=(Sel(text, 7),))
    calm = Rekap(unit_kerja=(Sel("a", 7),))
    build_site(
        write_editions(tmp_path / "t1", [edition([row], instansi=instansi, rekap=rekap, nomor=text)]), tmp_path / "s1"
    )
    mild = replace(BREBES, nama="Kota a", alamat_masukan="a")
    build_site(
        write_editions(tmp_path / "t2", [edition([harmless], instansi=mild, rekap=calm, nomor="a")]), tmp_path / "s2"
    )
    shapes = [
        [sorted(_parsed(page.read_text("utf-8")).tags) for page in sorted(tmp_path.glob(f"{site}/**/index.html"))]
        for site in ("s1", "s2")
    ]

    assert shapes[1] == shapes[0]


def test_recap_explains_hidden_cells(built: Path) -> None:
    """A suppressed count is said to be hidden, never shown as nought."""
    page = (built / "instansi/pemerintah-kabupaten-brebes/index.html").read_text("utf-8")

    assert 2 == page.count("disembunyikan</span>")
    assert "Angka 1 sampai 4 tidak ditampilkan" in page


def test_final_page_quotes_the_fingerprint_of_the_list(built: Path) -> None:
    """The one that the SPTJM prints."""
    _, late = two_editions()

    assert fingerprint_of_list(late.daftar) in (built / "instansi/pemerintah-kabupaten-brebes/index.html").read_text(
        "utf-8"
    )


def test_changes_page_counts_and_shows(built: Path) -> None:
    """One added, one removed, one changed in two fields, markup escaped."""
    page = (built / "instansi/pemerintah-kabupaten-brebes/perubahan/index.html").read_text("utf-8")

    assert ["5", "1", "1", "1", "3", "5"] == re.findall(r"<strong>([^<]*)</strong>", page)
    assert "Kepala &lt;Tata&gt; Usaha" in page
    assert "SMP 1 &amp; 2" in page


def test_a_long_difference_is_paged(tmp_path: Path) -> None:
    """700 removed and 700 added people are three pages of at most 500 rows."""
    early = edition(people(700, kode="3329"), instansi=BREBES)
    late = edition([orang(n, kode="3329") for n in range(701, 1401)], instansi=BREBES, edisi=2, sebelumnya="ef" * 32)
    build_site(write_editions(tmp_path / "terbitan", [early, late]), tmp_path / "situs")
    folder = tmp_path / "situs/instansi/pemerintah-kabupaten-brebes/perubahan"
    names = ("index.html", "halaman-2.html", "halaman-3.html")

    assert [500, 500, 400] == [(folder / name).read_text("utf-8").count("<tr><td>") for name in names]
    assert not (folder / "halaman-4.html").exists()


def test_an_older_comparison_has_an_address_of_its_own(tmp_path: Path) -> None:
    """Three editions, two comparisons; the newest at the plain address."""
    rows = [
        edition(people(n, kode="3329"), instansi=BREBES, edisi=n, sebelumnya="ef" * 32 if n > 1 else "")
        for n in (1, 2, 3)
    ]
    build_site(write_editions(tmp_path / "terbitan", rows), tmp_path / "situs")
    folder = tmp_path / "situs/instansi/pemerintah-kabupaten-brebes/perubahan"

    assert "ke prafinalisasi edisi 3" in (folder / "index.html").read_text("utf-8")
    assert "ke prafinalisasi edisi 2" in (folder / "2-prafinalisasi/index.html").read_text("utf-8")


def test_a_longer_window_is_called_an_extension(tmp_path: Path) -> None:
    """A second prafinalisasi edition whose window ends later."""
    one = edition(1)
    longer = UjiPublikPublik(one.uji_publik.mulai, one.uji_publik.selesai + timedelta(days=5))
    write_editions(tmp_path, [one, edition(1, edisi=2, sebelumnya="ef" * 32, uji_publik=longer)])

    assert "Uji publik diperpanjang" == standing([it.kepala for it in load_sources(tmp_path)]).keadaan


def test_times_are_shown_on_the_clocks_of_the_instansi() -> None:
    """A moment in UTC, in WIB, WITA and WIT."""
    moment = datetime(2022, 10, 7, 9, 0, tzinfo=UTC)

    assert [
        "7 Oktober 2022 pukul 16.00 WIB",
        "7 Oktober 2022 pukul 17.00 WITA",
        "7 Oktober 2022 pukul 18.00 WIT",
        "7 Oktober 2022 pukul 09.00 UTC+0",
    ] == [format_moment(moment, zone) for zone in ("Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura", "Mars/Phobos")]


def test_numbers_and_codes_are_indonesian() -> None:
    """Dots between thousands; codes in words."""
    assert ("2.360.723", "Perempuan", "Guru") == (format_number(2_360_723), format_value("P"), format_value("Guru"))


def test_pages_of_a_long_list_are_those_rendered_one_by_one(tmp_path: Path) -> None:
    """What stands around the rows is rendered once and filled; no byte may tell."""
    rows = tuple(replace(it, nama="R&D <Budi>") if n % 7 == 0 else it for n, it in enumerate(people(2_201)))
    terbitan = write_editions(tmp_path, [edition(rows, instansi=replace(KEMENAG, nama="R&D <Kota>", kode="3375"))])
    site = SitePlan(load_sources(terbitan), SiteSettings(), templates_folder(), content_folder())
    (agency,) = site.agencies
    _, one = agency.newest.read()
    whole: dict[str, bytes] = {}
    for number in range(1, 6):
        baris = page_rows(list_rows(columns_of(cells_of(one.daftar[(number - 1) * 500 : number * 500]))))
        model = list_model(site.parts, agency, agency.newest, one, number, baris=Markup(baris.decode()))  # noqa: S704
        whole[agency.list_page(agency.newest, number)] = render(site.parts.templates, "daftar.html", model)
    filled = ListPages(site.parts, agency, agency.newest, one)

    assert whole == dict(page for stretch in stretches(one.daftar) for page in filled.of(stretch))


def test_a_separator_in_the_name_of_an_instansi_is_refused(tmp_path: Path) -> None:
    """It could be taken for a gap in the page."""
    terbitan = write_editions(
        tmp_path / "t", [edition(501, instansi=replace(BREBES, kode="3375", nama="A\x1ebaris\x1f"))]
    )

    with pytest.raises(BuildRefused):
        build_site(terbitan, tmp_path / "situs")
