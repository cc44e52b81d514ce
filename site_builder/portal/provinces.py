"""Provinces and regional agencies as the reference tables have them: names, places on the tile map, who could announce."""

import csv
from collections.abc import Iterator
from functools import cache

from msgspec import Struct, convert

from site_builder.data_folders import content_folder


class Province(Struct, frozen=True):
    """A province and its tile. `singkat`: may hold soft hyphens. kolom, baris: from 1, on wide screens; `_sempit`: on phones."""

    kode: str
    nama: str
    singkat: str
    kolom: int
    baris: int
    kolom_sempit: int
    baris_sempit: int


class RegionalAgency(Struct, frozen=True):
    """A regional government that could announce. `provinsi`: name of its province."""

    kode: str
    nama: str
    provinsi: str


@cache
def provinces() -> tuple[Province, ...]:
    """The 38 provinces, by code."""
    return tuple(convert(row, Province, strict=False) for row in _rows("peta-provinsi.csv"))


@cache
def regional_agencies() -> tuple[RegionalAgency, ...]:
    """All regional governments with workers of their own, by code."""
    return tuple(
        RegionalAgency(row["kode"].replace(".", ""), row["nama"], row["provinsi"])
        for row in _rows("wilayah.csv")
        if row["instansi"] == "ya"
    )


def _rows(name: str) -> Iterator[dict[str, str]]:
    """Read from the product's own content, for a site may have other pages but no other provinces."""
    with (content_folder() / "referensi" / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)
