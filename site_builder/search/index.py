"""What the search script knows before it loads any names: the agencies, their shards and their advice."""

from msgspec import Struct

from site_builder.list_title import edition_title
from site_builder.paging import PAGE_ROWS
from site_builder.phase import standing
from site_builder.places import Agency
from site_builder.wording import format_date


class AgencyEntry(Struct, frozen=True, kw_only=True):
    """One instansi to the search script. Addresses count from the site's root."""

    nama: str
    kode: str
    alamat: str
    daftar: str
    edisi: str
    jumlah: int
    pecahan: tuple[str, ...]
    tidak_ada: tuple[str, ...]
    lewat: tuple[str, ...]
    sampai: str


class SearchSetup(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Settings in the page. `indeks`: script with all agencies, loaded on the first use; else they stand in `instansi`.

    `cari`: root of the tree of all agencies; `rinci`: detail of the one instansi that is searched.
    """

    akar: str
    cari: str = ""
    rinci: str = ""
    indeks: str = ""
    instansi: tuple[AgencyEntry, ...] = ()
    nama_juga: bool = True
    baris: int = PAGE_ROWS


def agency_entry(agency: Agency) -> AgencyEntry:
    """The instansi as the script knows it."""
    newest = agency.newest
    head = newest.kepala
    state = standing(agency.heads)
    return AgencyEntry(
        nama=head.instansi.nama,
        kode=head.instansi.kode,
        alamat=agency.page,
        daftar=agency.folder(newest),
        edisi=f"{edition_title(newest)}, {format_date(head.tanggal)}",
        jumlah=head.jumlah.semua,
        pecahan=agency.shards(),
        tidak_ada=state.tidak_ada,
        lewat=state.lewat,
        sampai=state.sampai,
    )
