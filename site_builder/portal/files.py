"""All files of a site of many agencies that are neither of one instansi nor of content: addresses, then bytes."""

from collections.abc import Iterator

from site_builder.parts import STATISTICS, Parts
from site_builder.portal.home_page import Portal, home_model
from site_builder.portal.place_page import place_model
from site_builder.portal.statistics_page import statistics_addresses, statistics_files, statistics_model
from site_builder.render import render
from site_builder.search.index import SearchSetup


def portal_addresses(portal: Portal) -> list[str]:
    """All of them; only the home page on a site of one instansi."""
    if not portal.places:
        return ["index.html"]
    return ["index.html", *statistics_addresses(), *(place.alamat for place in portal.places)]


def portal_files(parts: Parts, portal: Portal, search: SearchSetup) -> Iterator[tuple[str, bytes]]:
    """Address and bytes of each. `search`: settings of the search on the home page."""
    yield "index.html", render(parts.templates, "beranda.html", home_model(parts, portal, search))
    if not portal.places:
        return
    for place in portal.places:
        yield place.alamat, render(parts.templates, "wilayah.html", place_model(parts, place))
    yield STATISTICS, render(parts.templates, "statistik.html", statistics_model(parts, portal))
    yield from statistics_files(portal)
