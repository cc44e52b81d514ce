"""What all pages of one build share, small enough to be sent to every process."""

import posixpath
from pathlib import Path
from urllib.parse import urljoin

from msgspec import Struct

from site_builder.addresses import relative, root_of
from site_builder.models import Frame, Link
from site_builder.settings import SiteSettings

PICTURE = "gambar.png"
DOWNLOADS, VERIFY, ATOM = "unduh/index.html", "verifikasi/index.html", "atom.xml"
_OPEN_DATA = (("Periksa keaslian", VERIFY), ("Unduh data", DOWNLOADS))
STATISTICS = "statistik/index.html"


class ContentLink(Struct, frozen=True):
    """A page of content/ as other pages link to it. `nama`: its file name without .md; `menu`: its short name, if there."""

    nama: str
    judul: str
    alamat: str
    menu: str


class Parts(Struct, frozen=True):
    """Settings, templates and the addresses of assets and content pages.

    `logo`: empty for the site's own mark. `portal`: the site has many agencies.
    """

    settings: SiteSettings
    templates: Path
    css: str
    js: str
    ikon: str
    konten: tuple[ContentLink, ...]
    js_verifikasi: str = ""
    logo: str = ""
    gambar: str = ""
    portal: bool = False

    def frame(
        self,
        address: str,
        judul: str,
        deskripsi: str,
        trail: tuple[tuple[str, str], ...] = (),
        *,
        noindex: bool = False,
    ) -> Frame:
        """The frame of the page at `address`. `trail`: (text, address) from the home page down, without the page itself."""
        return Frame(
            judul=judul,
            deskripsi=deskripsi,
            situs=self.settings.judul,
            pemilik=self.settings.pemilik,
            akar=root_of(address),
            css=relative(address, self.css),
            js=relative(address, self.js),
            ikon=relative(address, self.ikon),
            menu=(
                Link("Beranda", relative(address, "index.html"), kini=address == "index.html"),
                Link("Cari", relative(address, "cari/index.html"), kini=address == "cari/index.html"),
                *self._portal_menu(address),
                *(
                    Link(it.menu, relative(address, it.alamat), kini=it.alamat == address)
                    for it in self.konten
                    if it.menu
                ),
            ),
            kaki=(
                *(Link(text, relative(address, page), kini=page == address) for text, page in _OPEN_DATA),
                *(self._link(address, it) for it in self.konten),
            ),
            umpan=relative(address, ATOM),
            logo=relative(address, self.logo) if self.logo else "",
            kanonis="" if noindex else self._absolute(posixpath.dirname(address) + "/" if "/" in address else ""),
            gambar="" if noindex else self._absolute(self._picture(address)),
            remah=tuple(Link(text, relative(address, target)) for text, target in trail),
            noindex=noindex,
        )

    def _picture(self, address: str) -> str:
        """Address of the picture that stands for a page where it is shared."""
        folder = posixpath.dirname(address)
        return f"{folder}/{PICTURE}" if folder.startswith("instansi/") else self.gambar

    def _absolute(self, address: str) -> str:
        """The full address; empty for a site that does not know its own."""
        return urljoin(self.settings.alamat.rstrip("/") + "/", address) if self.settings.alamat else ""

    def _portal_menu(self, address: str) -> tuple[Link, ...]:
        return (Link("Statistik", relative(address, STATISTICS), kini=address == STATISTICS),) if self.portal else ()

    def guides(self, address: str, *names: str) -> tuple[Link, ...]:
        """Links from the page at `address` to the content pages of these names, those that exist."""
        pages = {it.nama: it for it in self.konten}
        return tuple(self._link(address, pages[name]) for name in names if name in pages)

    @staticmethod
    def _link(address: str, page: ContentLink) -> Link:
        return Link(page.judul, relative(address, page.alamat), kini=page.alamat == address)
