"""Settings of the search in a page: where its data begins. FORMAT.md, 1."""

from collections.abc import Sequence

from msgspec import Struct

from site_builder.places import Agency
from site_builder.settings import SiteSettings


class SearchSetup(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """`cari`: root of the tree of all agencies; `rinci`: detail of the one instansi that is searched; neither: nobody to find.

    `sidik`: fingerprint of the edition on the page of an instansi, by which a copy on the reader's device is recognised.
    """

    cari: str = ""
    rinci: str = ""
    sidik: str = ""

    @property
    def usable(self) -> bool:
        """Whether there is somebody to find."""
        return bool(self.cari or self.rinci)


def site_setup(agencies: Sequence[Agency], root: str, settings: SiteSettings) -> SearchSetup:
    """Settings of home and search page. `root`: of the tree of all agencies, empty when only one has a list."""
    if root or not settings.pencarian:
        return SearchSetup(cari=root)
    return next((SearchSetup(rinci=it.search) for it in agencies if it.newest.kepala.jumlah.semua), SearchSetup())


def agency_setup(agency: Agency, settings: SiteSettings) -> SearchSetup:
    """Settings of the page of one instansi."""
    newest = agency.newest
    searched = newest.kepala.jumlah.semua and settings.pencarian
    return SearchSetup(rinci=agency.search if searched else "", sidik=newest.sidik[:10])
