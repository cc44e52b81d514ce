"""Pages of the whole site: home, content pages, 404, robots.txt, sitemap.xml, the index of agencies."""

import posixpath
from collections.abc import Container, Sequence
from hashlib import sha256
from urllib.parse import urljoin, urlsplit

from markupsafe import Markup, escape
from msgspec.structs import replace

from site_builder.addresses import relative
from site_builder.content import ContentSource, render_content
from site_builder.models import ContentPage, Fact, Group, HomePage, InstansiCard, Link, NotFoundPage
from site_builder.parts import DOWNLOADS, VERIFY, Parts
from site_builder.phase import FINAL, standing
from site_builder.places import Agency
from site_builder.search.index import SearchSetup, agency_entry
from site_builder.search.script_data import inline_json, script_file
from site_builder.wording import format_number

Agencies = Sequence[Agency]  # by name

NAMES_ON_HOME = 60_000  # above it the home page finds agencies, their own pages find the names
_OPEN_GROUPS = 30
_CENTRAL = "Instansi pusat"


def agency_index(agencies: Agencies) -> tuple[str, bytes]:
    """Name and bytes of the script file with all agencies; its name changes with its content."""
    entries = [agency_entry(agency) for agency in agencies]
    path = f"data/indeks-{sha256(script_file('', entries)).hexdigest()[:10]}"
    return path, script_file(path, entries)


def home_model(parts: Parts, agencies: Agencies, index: str) -> HomePage:
    """index.html. `index`: name of the agency index."""
    newest = [agency.newest.kepala for agency in agencies]
    total = sum(head.jumlah.semua for head in newest)
    final = sum(head.tahap == "final" and head.sptjm is not None for head in newest)
    return HomePage(
        frame=parts.frame(
            "index.html",
            parts.settings.judul,
            "Cari nama dalam daftar tenaga non-ASN yang diumumkan instansi, dan lihat cara mengusulkan atau menyanggah.",
        ),
        angka=(
            Fact(format_number(len(newest)), "instansi"),
            Fact(format_number(total), "orang dalam daftar"),
            Fact(format_number(sum(head.jumlah.thk_ii for head in newest)), "THK-II"),
            Fact(format_number(sum(head.jumlah.non_asn for head in newest)), "non-ASN"),
            Fact(format_number(final), "instansi sudah final"),
        ),
        kelompok=_groups(agencies),
        panduan=parts.guides("index.html", "cara-cek", "cara-mengusulkan", "cara-menyanggah"),
        cari=inline_json(SearchSetup(akar="", indeks=index, nama_juga=total <= NAMES_ON_HOME)),
        pakai_cari=bool(agencies),
    )


def content_model(parts: Parts, page: ContentSource, addresses: Container[str]) -> ContentPage:
    """The page of a Markdown file."""
    here = page.link.alamat
    return ContentPage(
        frame=parts.frame(here, page.judul, page.ringkasan, (("Beranda", "index.html"),)),
        judul=page.judul,
        ringkasan=page.ringkasan,
        isi=Markup(render_content(page, addresses)),  # noqa: S704 - cleaned by nh3
        lainnya=tuple(Link(it.judul, relative(here, it.alamat)) for it in parts.konten if it.alamat != here),
    )


def not_found_model(parts: Parts) -> NotFoundPage:
    """404.html is shown at any depth, so its links start at the host's root; without the site's address it has none."""
    base = urlsplit(parts.settings.alamat).path.rstrip("/") + "/" if parts.settings.alamat else ""
    frame = parts.frame("404.html", "Halaman tidak ditemukan", "Halaman ini tidak ada.", noindex=True)
    if not base:
        return NotFoundPage(replace(frame, menu=(), kaki=()), "")

    def rooted(links: tuple[Link, ...]) -> tuple[Link, ...]:
        return tuple(replace(link, alamat=base + link.alamat) for link in links)

    return NotFoundPage(
        replace(
            frame,
            akar=base,
            css=base + frame.css,
            js=base + frame.js,
            ikon=base + frame.ikon,
            umpan=base + frame.umpan,
            logo=base + frame.logo if frame.logo else "",
            menu=rooted(frame.menu),
            kaki=rooted(frame.kaki),
        ),
        base + "index.html",
        base + DOWNLOADS,
    )


def robots_txt(parts: Parts) -> bytes:
    """Files that hold names stay out of search engines; the list pages say noindex themselves and must be readable for it."""
    base = urlsplit(parts.settings.alamat).path.rstrip("/")
    lines = ["User-agent: *"]
    lines += [f"Disallow: {base}/{pattern}" for pattern in ("data/", "*.csv$", "*.json$", "*.pdf$")]
    lines += ["Allow: /"]
    if parts.settings.alamat:
        lines += ["", f"Sitemap: {_absolute(parts, 'sitemap.xml')}"]
    return ("\n".join(lines) + "\n").encode()


def sitemap_xml(parts: Parts, agencies: Agencies) -> bytes:
    """Home, content and instansi pages; never a list of people. Its addresses must be full: only for a site that has one."""
    addresses = [
        "",
        DOWNLOADS,
        VERIFY,
        *(it.alamat for it in parts.konten),
        *sorted(agency.page for agency in agencies),
    ]
    urls = "".join(
        f"<url><loc>{escape(_absolute(parts, posixpath.dirname(it) + '/' if it else ''))}</loc></url>\n"
        for it in addresses
    )
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    return f"{head}{urls}</urlset>\n".encode()


def _absolute(parts: Parts, address: str) -> str:
    return urljoin(parts.settings.alamat.rstrip("/") + "/", address)


def _groups(agencies: Agencies) -> tuple[Group, ...]:
    by_place: dict[str, list[Agency]] = {}
    for agency in agencies:
        by_place.setdefault(agency.newest.kepala.instansi.wilayah or _CENTRAL, []).append(agency)
    return tuple(
        Group(
            nama=place,
            jumlah_instansi=format_number(len(by_place[place])),
            jumlah_orang=format_number(sum(agency.newest.kepala.jumlah.semua for agency in by_place[place])),
            kartu=tuple(_card(agency) for agency in by_place[place]),
            terbuka=len(agencies) <= _OPEN_GROUPS,
        )
        for place in sorted(by_place, key=lambda place: (place != _CENTRAL, place))
    )


def _card(agency: Agency) -> InstansiCard:
    state = standing(agency.heads)
    people = format_number(agency.newest.kepala.jumlah.semua)
    return InstansiCard(agency.nama, agency.page, state.keadaan, state.fase == FINAL, people)
