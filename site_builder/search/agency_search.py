"""What the search has of one instansi: its packs, its own tree when they are many, and the detail that leads to them."""

from collections.abc import Iterator
from typing import Final

from msgspec import Struct

from site_builder.list_title import edition_title
from site_builder.phase import standing
from site_builder.places import Agency
from site_builder.search.entries import KeyedLines, parts_of, tails_of
from site_builder.search.leaves import cut_packs
from site_builder.search.script_data import script_file
from site_builder.search.shelf import Shelf
from site_builder.search.tree import grow, plant
from site_builder.stretch import Stretch
from site_builder.wording import format_date

_TREE_FROM: Final = 6_000  # people up to which all packs are loaded for a search in one instansi of many
_TREE_FROM_ALONE: Final = 1_000  # the same where its search is that of the whole site: no more than a leaf is loaded


def tree_from(agencies: int) -> int:
    """People from which an instansi, in a site of so many, gets a tree of its own."""
    return _TREE_FROM if agencies > 1 else _TREE_FROM_ALONE


class AgencyDetail(Struct, frozen=True, kw_only=True):
    """One instansi to the search. Addresses count from the site's root. `tidak_ada`, `lewat`: advice to whoever is not found."""

    kode: str
    nama: str
    alamat: str
    daftar: str
    label: str
    wilayah: str
    tahap: str
    jumlah: int
    pak: tuple[str, ...]
    awal: tuple[str, ...]
    pohon: str
    tidak_ada: tuple[str, ...]
    lewat: tuple[str, ...]
    sampai: str


def edition_label(agency: Agency) -> str:
    """`Final, 31 Oktober 2022`: the newest edition with its date."""
    return f"{edition_title(agency.newest)}, {format_date(agency.newest.kepala.tanggal)}"


class AgencySearch:
    """Takes in the list of the newest edition stretch by stretch, then makes the files."""

    def __init__(self, agency: Agency, tree_from: int) -> None:
        self._agency = agency
        self._kode = agency.newest.kepala.instansi.kode
        rows = agency.newest.kepala.jumlah.semua
        self._keyed = KeyedLines(parts_of(rows)) if rows > tree_from else None
        self._tails: list[str] = []

    def take(self, stretch: Stretch) -> None:
        """Add the people of a stretch."""
        tails = tails_of(stretch, self._kode)
        self._tails += tails
        if self._keyed is not None:
            self._keyed.take(stretch.kolom.nama, tails)

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Address and bytes of each file, the detail last."""
        shelf = Shelf(f"data/{self._agency.slug}")
        packs, starts = list[str](), list[str]()
        for cut, data in cut_packs(self._tails, shelf):
            packs.append(shelf.path(cut.nama))
            starts.append(cut.awal)
            yield shelf.address(cut.nama), data
        made: dict[str, bytes] = {}
        root = self._tree(shelf, made)
        yield from made.items()
        path = f"data/{self._agency.slug}/cari"
        yield f"{path}.js", script_file(path, self._detail(tuple(packs), tuple(starts), root))

    def _tree(self, shelf: Shelf, made: dict[str, bytes]) -> str:
        if self._keyed is None:
            return ""
        parts = [grow(lines, shelf, made.__setitem__) for lines in self._keyed.parts]
        return plant(parts, len(self._tails), "", shelf, made.__setitem__)

    def _detail(self, packs: tuple[str, ...], starts: tuple[str, ...], root: str) -> AgencyDetail:
        agency, head = self._agency, self._agency.newest.kepala
        state = standing(agency.heads)
        return AgencyDetail(
            kode=head.instansi.kode,
            nama=head.instansi.nama,
            alamat=agency.page,
            daftar=agency.folder(agency.newest),
            label=edition_label(agency),
            wilayah=head.instansi.wilayah,
            tahap=head.tahap,
            jumlah=head.jumlah.semua,
            pak=packs,
            awal=starts,
            pohon=root,
            tidak_ada=state.tidak_ada,
            lewat=state.lewat,
            sampai=state.sampai,
        )
