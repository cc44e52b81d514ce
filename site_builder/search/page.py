"""The search page, and the page shown without a connection."""

from markupsafe import Markup
from msgspec import Struct

from site_builder.addresses import relative
from site_builder.models import Frame, Link
from site_builder.offline_app import OFFLINE_PAGE
from site_builder.parts import Parts
from site_builder.search.index import SearchSetup
from site_builder.search.script_data import inline_json

SEARCH_PAGE = "cari/index.html"


class SearchPage(Struct, frozen=True):
    """pencarian.html. `cari`: settings of the search as JSON safe inside a script element."""

    frame: Frame
    cari: Markup
    pakai_cari: bool
    panduan: tuple[Link, ...]


class OfflinePage(Struct, frozen=True):
    """luring.html."""

    frame: Frame
    beranda: str


def search_model(parts: Parts, search: SearchSetup) -> SearchPage:
    """cari/index.html. `search`: settings of its search."""
    return SearchPage(
        frame=parts.frame(
            SEARCH_PAGE,
            "Cari nama",
            "Cari nama dalam daftar tenaga non-ASN semua instansi yang sudah mengumumkan.",
            (("Beranda", "index.html"),),
        ),
        cari=inline_json(search),
        pakai_cari=search.usable,
        panduan=parts.guides(SEARCH_PAGE, "cara-cek", "cara-mengusulkan", "cara-menyanggah"),
    )


def offline_model(parts: Parts) -> OfflinePage:
    """luring/index.html; the script lists what is kept on the device."""
    frame = parts.frame(
        OFFLINE_PAGE, "Tanpa sambungan internet", "Halaman dan instansi yang tersimpan di perangkat ini.", noindex=True
    )
    return OfflinePage(frame, relative(OFFLINE_PAGE, "index.html"))
