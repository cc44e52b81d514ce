"""What the pages that lead into a list have in common: where they stand, their frame, the links from one to another."""

from site_builder.addresses import relative
from site_builder.list_title import edition_title
from site_builder.models import Frame, Link
from site_builder.parts import Parts
from site_builder.places import Agency
from site_builder.sources import EditionSource

BY_NAME, BY_UNIT = "Abjad", "Unit kerja"


def has_ways(agency: Agency, source: EditionSource) -> bool:
    """Only lists of more than one page: in a single page the browser's own search is enough."""
    return agency.pages_of(source) > 1


def ways(here: str, agency: Agency, source: EditionSource) -> tuple[Link, ...]:
    """From the page at `here` to the list in order and to its two indexes; nothing for a list of one page."""
    if not has_ways(agency, source):
        return ()
    targets = (
        ("Nomor urut", agency.list_page(source)),
        (BY_NAME, agency.names_page(source)),
        (BY_UNIT, agency.units_page(source)),
    )
    return tuple(Link(text, relative(here, target), kini=_same_way(here, target)) for text, target in targets)


def way_frame(parts: Parts, agency: Agency, source: EditionSource, here: str, how: str) -> Frame:
    """The frame of an index page: a list of people, so noindex."""
    title = f"Daftar {edition_title(source).lower()} {agency.nama}"
    return parts.frame(
        here,
        f"{title}, menurut {how.lower()}",
        f"{title}: menurut {how.lower()}.",
        (
            ("Beranda", "index.html"),
            (agency.nama, agency.page),
            (f"Daftar {edition_title(source).lower()}", agency.list_page(source)),
        ),
        noindex=True,
    )


def _same_way(here: str, target: str) -> bool:
    return here.rpartition("/")[0] == target.rpartition("/")[0]
