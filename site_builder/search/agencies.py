"""The file that tells the search all agencies of the site: names, places, newest editions."""

import re
from collections.abc import Iterable, Sequence

from msgspec import Struct

from site_builder.places import Agency
from site_builder.search.agency_search import edition_label
from site_builder.search.shelf import Shelf


class AgencyColumns(Struct, frozen=True, kw_only=True):
    """All agencies column by column, by kode. See FORMAT.md, 2."""

    kode: str
    nama: str
    slug: str
    wilayah: tuple[int, ...]
    daftar_wilayah: tuple[str, ...]
    jenis: tuple[int, ...]
    daftar_jenis: tuple[str, ...]
    stem: tuple[int, ...]
    daftar_stem: tuple[str, ...]
    label: tuple[int, ...]
    daftar_label: tuple[str, ...]


def agencies_file(agencies: Sequence[Agency], shelf: Shelf) -> tuple[str, bytes]:
    """Id and bytes of the file."""
    by_kode = sorted(agencies, key=lambda it: it.newest.kode)
    heads = [it.newest.kepala.instansi for it in by_kode]
    wilayah, places = _coded(it.wilayah for it in heads)
    jenis, kinds = _coded(it.jenis for it in heads)
    stem, stems = _coded(it.newest.stem for it in by_kode)
    label, labels = _coded(edition_label(it) for it in by_kode)
    return shelf.file(
        AgencyColumns(
            kode="\n".join(it.kode for it in heads),
            nama="\n".join(_one_line(it.nama) for it in heads),
            slug="\n".join("" if it.slug == plain_slug(_one_line(it.nama)) else it.slug for it in by_kode),
            wilayah=wilayah,
            daftar_wilayah=places,
            jenis=jenis,
            daftar_jenis=kinds,
            stem=stem,
            daftar_stem=stems,
            label=label,
            daftar_label=labels,
        )
    )


def plain_slug(nama: str) -> str:
    """The slug the script makes by itself."""
    return re.sub(r"[^a-z0-9]+", "-", nama.lower()).strip("-")


def _one_line(text: str) -> str:
    return re.sub(r"[\n\r]", " ", text)


def _coded(column: Iterable[str]) -> tuple[tuple[int, ...], tuple[str, ...]]:
    places: dict[str, int] = {}
    codes = tuple([places.setdefault(text, len(places)) for text in column])
    return codes, tuple(places)
