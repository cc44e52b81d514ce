"""The tile map of the provinces: one square each, coloured by the number of people, and the table of the same figures."""

from collections.abc import Iterator, Sequence

from site_builder.addresses import relative
from site_builder.portal.models import Level, Map, PlaceRow, Tile
from site_builder.portal.places import Place
from site_builder.portal.provinces import Province
from site_builder.portal.topics import is_final
from site_builder.wording import format_number, format_short

# The same steps whatever the site, so that maps of two days can be compared. Least number of people of a colour.
LEVELS = (1, 1_000, 10_000, 50_000, 100_000)


def tile_map(here: str, places: Sequence[Place]) -> Map:
    """Tiles for the provinces, rows for all places that are a province or have agencies."""
    return Map(
        petak=tuple(_tile(here, place, place.provinsi) for place in places if place.provinsi is not None),
        legenda=tuple(_legend()),
        baris=tuple(_row(here, place) for place in places if place.provinsi is not None or place.instansi),
    )


def level(people: int) -> int:
    """0 for nobody, else 1 to 5."""
    return sum(people >= least for least in LEVELS)


def _tile(here: str, place: Place, province: Province) -> Tile:
    return Tile(
        nama=place.nama,
        singkat=province.singkat,
        alamat=relative(here, place.alamat),
        jumlah=format_number(place.orang),
        pendek=format_short(place.orang),
        instansi=format_number(len(place.instansi)),
        tingkat=level(place.orang),
        kolom=province.kolom,
        baris=province.baris,
        kolom_sempit=province.kolom_sempit,
        baris_sempit=province.baris_sempit,
    )


def _legend() -> Iterator[Level]:
    yield Level(0, "Belum ada")
    for number, (least, above) in enumerate(zip(LEVELS, (*LEVELS[1:], 0), strict=True), 1):
        upper = f"sampai {format_number(above - 1)}" if above else "atau lebih"
        yield Level(number, f"{format_number(least)} {upper}")


def _row(here: str, place: Place) -> PlaceRow:
    return PlaceRow(
        nama=place.nama,
        alamat=relative(here, place.alamat),
        instansi=format_number(len(place.instansi)),
        dari=format_number(len(place.instansi) + len(place.belum)) if place.provinsi is not None else "",
        final=format_number(sum(map(is_final, place.instansi))),
        jumlah=format_number(place.orang),
    )
