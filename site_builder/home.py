"""Pages of the whole site: content pages, 404, robots.txt, sitemap.xml, the index of agencies."""

import posixpath
from collections.abc import Container, Sequence
from urllib.parse import urljoin, urlsplit

from markupsafe import Markup, escape
from msgspec.structs import replace

from site_builder.addresses import relative
from site_builder.content import ContentSource, render_content
from site_builder.models import ContentPage, Link, NotFoundPage
from site_builder.parts import DOWNLOADS, VERIFY, Parts
from site_builder.places import Agency

Agencies = Sequence[Agency]  # by name


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


def sitemap_xml(parts: Parts, agencies: Agencies, others: Sequence[str] = ()) -> bytes:
    """Home, content and instansi pages, and `others`; never a list of people. Its addresses must be full: only for a site that has one."""
    own = sorted(agency.page for agency in agencies)
    addresses = ["", DOWNLOADS, VERIFY, *(it.alamat for it in parts.konten), *others, *own]
    urls = "".join(
        f"<url><loc>{escape(_absolute(parts, posixpath.dirname(it) + '/' if it else ''))}</loc></url>\n"
        for it in addresses
    )
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    return f"{head}{urls}</urlset>\n".encode()


def _absolute(parts: Parts, address: str) -> str:
    return urljoin(parts.settings.alamat.rstrip("/") + "/", address)
