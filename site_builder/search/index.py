"""Settings of the search in a page: where its data begins. FORMAT.md, 1."""

from collections.abc import Sequence

from msgspec import Struct

from site_builder.places import Agency


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


def site_setup(agencies: Sequence[Agency], root: str) -> SearchSetup:
    """Settings of home and search page. `root`: of the tree of all agencies, empty when only one has a list."""
    if root:
        return SearchSetup(cari=root)
    return next((SearchSetup(rinci=it.search) for it in agencies if it.newest.kepala.jumlah.semua), SearchSetup())


def agency_setup(agency: Agency) -> SearchSetup:
    """Settings of the page of one instansi."""
    newest = agency.newest
    return SearchSetup(rinci=agency.search if newest.kepala.jumlah.semua else "", sidik=newest.sidik[:10])
