"""Places: a province, or the central agencies, with the agencies of the site that belong there."""

from collections.abc import Sequence

from msgspec import Struct

from site_builder.addresses import slug
from site_builder.places import Agency
from site_builder.portal.provinces import Province, RegionalAgency, provinces, regional_agencies

CENTRAL = "Instansi pusat"
CENTRAL_PAGE = "instansi-pusat/index.html"


class Place(Struct, frozen=True, kw_only=True):
    """A page that lists agencies. `provinsi`: None for central agencies and for a region the reference does not know.

    `instansi`: by name. `belum`: names of regional governments of the province that have announced nothing on this site.
    """

    nama: str
    alamat: str
    provinsi: Province | None
    instansi: tuple[Agency, ...]
    belum: tuple[str, ...] = ()

    @property
    def orang(self) -> int:
        """People in the newest lists."""
        return sum(agency.newest.kepala.jumlah.semua for agency in self.instansi)


def place_page(wilayah: str) -> str:
    """Address of the page of a region as editions name it; however it is spelt, one slug is one page."""
    return f"provinsi/{slug(wilayah, 'lain')}/index.html" if wilayah else CENTRAL_PAGE


def places_of(agencies: Sequence[Agency]) -> tuple[Place, ...]:
    """The central agencies, the 38 provinces by code, then regions the reference does not know, by address."""
    by_page: dict[str, list[Agency]] = {}
    for agency in agencies:
        by_page.setdefault(place_page(agency.newest.kepala.instansi.wilayah), []).append(agency)
    announced = {agency.newest.kode for agency in agencies}
    central = Place(nama=CENTRAL, alamat=CENTRAL_PAGE, provinsi=None, instansi=tuple(by_page.pop(CENTRAL_PAGE, ())))
    known = [_province(one, by_page.pop(place_page(one.nama), []), announced) for one in provinces()]
    others = [
        Place(nama=own[0].newest.kepala.instansi.wilayah, alamat=page, provinsi=None, instansi=tuple(own))
        for page, own in sorted(by_page.items())
    ]
    return (central, *known, *others)


def not_announced(announced: set[str]) -> list[RegionalAgency]:
    """Regional governments without an edition among these codes."""
    return [one for one in regional_agencies() if one.kode not in announced]


def _province(province: Province, own: list[Agency], announced: set[str]) -> Place:
    return Place(
        nama=province.nama,
        alamat=place_page(province.nama),
        provinsi=province,
        instansi=tuple(own),
        belum=tuple(one.nama for one in not_announced(announced) if one.provinsi == province.nama),
    )
