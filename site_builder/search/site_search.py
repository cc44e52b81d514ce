"""Search in a built or downloaded site of several agencies, through the files its pages load."""

from pathlib import Path
from typing import Any, NamedTuple

from site_builder.manifest import read_manifest
from site_builder.paging import page_address
from site_builder.places import JSON
from site_builder.search.agencies import plain_slug
from site_builder.search.hits import Filters, Hit, Whence, hit_of
from site_builder.search.library import Library
from site_builder.search.query import Match, TreeQuery, match
from site_builder.search.row import Row, rows_in
from site_builder.search.tree_reader import TreeReader
from site_builder.sources import EditionHead, read_head

_NO_BOUND = 1 << 62  # a disk is no slow network


class _Place(NamedTuple):
    """An instansi of the site."""

    kode: str
    nama: str
    slug: str
    wilayah: str
    stem: str

    @property
    def folder(self) -> str:
        return f"instansi/{self.slug}/{self.stem}"

    @property
    def tahap(self) -> str:
        return self.stem.partition("-")[2]


class SiteSearch:
    """The search of the site in a folder. Raises BuildRefused when its data are damaged."""

    def __init__(self, site: Path, root: str) -> None:
        self._site = site
        self.library = Library(site)
        self.tree = TreeReader(self.library, root)
        self._places = {it.kode: it for it in _places(self.library.load(self.tree.instansi))}
        self._heads: dict[str, EditionHead] = {}

    def find(self, text: str, filters: Filters, limit: int | None) -> list[Hit]:
        """The best hits; slips of the pen are looked for when there is nobody else."""

        def wanted(row: Row) -> bool:
            place = self._places[row.kode]
            return filters.takes_row(row.unit, row.kategori) and filters.takes_agency(
                place.kode, place.nama, place.wilayah, place.tahap
            )

        numbered = self._numbered(text.strip().upper())
        if numbered is not None:
            found = [match(numbered, ())] if wanted(numbered) else []
        else:
            query = TreeQuery(self.tree, text, wanted, _NO_BOUND)
            batches = list(query.hits())
            found = sorted(it for batch in batches for it in batch) if batches else query.corrections()
        return [self._hit(it) for it in found[:limit]]

    def _numbered(self, number: str) -> Row | None:
        kode = number.rpartition("-")[0]
        place = next((it for it in self._places.values() if it.kode.upper() == kode), None)
        if place is None:
            return None
        for path in self.library.load(f"data/{place.slug}/cari")["pak"]:
            for row in rows_in(self.library.load(path)["baris"]):
                if row.nomor.upper() == number:
                    return row._replace(kode=place.kode)
        return None

    def _hit(self, found: Match) -> Hit:
        place = self._places[found.kode]
        head = self._head(place)
        whence = Whence(
            instansi=place.nama,
            wilayah=place.wilayah,
            tahap=head.tahap,
            edisi=head.edisi,
            tanggal=head.tanggal,
            alamat=f"{page_address(place.folder, found.row.hal)}#{found.nomor}",
            berkas=str(self._site / place.folder / JSON),
        )
        return hit_of(found, whence)

    def _head(self, place: _Place) -> EditionHead:
        if place.kode not in self._heads:
            self._heads[place.kode] = read_head((self._site / place.folder / JSON).read_bytes())
        return self._heads[place.kode]


def root_of_site(site: Path) -> str:
    """The root of the tree of all agencies; empty where there is none."""
    manifest = read_manifest(site) if site.is_dir() else None
    return manifest.cari[1] if manifest is not None else ""


def _places(data: Any) -> list[_Place]:
    return [
        _Place(kode, nama, slug or plain_slug(nama), data["daftar_wilayah"][wilayah], data["daftar_stem"][stem])
        for kode, nama, slug, wilayah, stem in zip(
            data["kode"].split("\n"),
            data["nama"].split("\n"),
            data["slug"].split("\n"),
            data["wilayah"],
            data["stem"],
            strict=True,
        )
    ]
