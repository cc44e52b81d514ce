"""The home page: search first, then the map and what is new."""

from collections.abc import Sequence

from msgspec import Struct

from site_builder.models import Link
from site_builder.parts import STATISTICS, Parts
from site_builder.places import Agency
from site_builder.portal.cards import cards, facts
from site_builder.portal.models import HomePage
from site_builder.portal.news import deadlines, newest
from site_builder.portal.places import Place
from site_builder.portal.tile_map import tile_map
from site_builder.search.index import SearchSetup
from site_builder.search.script_data import inline_json
from site_builder.wording import format_number

_CARDS_ON_HOME = 30  # above it the agencies stand on the pages of their provinces only
_HERE = "index.html"


class Portal(Struct, frozen=True):
    """All agencies, by name, and the places they belong to; no places on a site of one instansi."""

    agencies: tuple[Agency, ...]
    places: tuple[Place, ...] = ()


def home_model(parts: Parts, portal: Portal, search: SearchSetup) -> HomePage:
    """index.html. `search`: settings of its search."""
    agencies = portal.agencies
    return HomePage(
        frame=parts.frame(
            _HERE,
            parts.settings.judul,
            "Cari nama dalam daftar tenaga non-ASN yang diumumkan instansi, dan lihat cara mengusulkan atau menyanggah.",
        ),
        angka=facts(agencies),
        kartu=cards(_HERE, agencies if len(agencies) <= _CARDS_ON_HOME else ()),
        peta=tile_map(_HERE, portal.places) if portal.places else None,
        pusat=_central(portal.places),
        statistik=Link("Statistik lengkap", STATISTICS) if portal.places else None,
        terbaru=newest(_HERE, agencies),
        tenggat=deadlines(_HERE, agencies),
        panduan=parts.guides(_HERE, "cara-cek", "cara-mengusulkan", "cara-menyanggah"),
        cari=inline_json(search),
        pakai_cari=search.usable,
    )


def _central(places: Sequence[Place]) -> Link | None:
    """The central agencies have no tile."""
    place = places[0] if places else None
    if place is None or not place.instansi:
        return None
    return Link(
        f"{place.nama}: {format_number(len(place.instansi))} instansi, {format_number(place.orang)} orang", place.alamat
    )
