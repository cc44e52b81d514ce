"""What the search script knows before it loads any names: the agencies, their shards and their advice."""

from collections.abc import Sequence

from msgspec import Struct

from site_builder.list_pages import edition_title
from site_builder.paging import PAGE_ROWS
from site_builder.phase import standing
from site_builder.places import edition_folder, instansi_page, shard_count, shard_path
from site_builder.sources import EditionSource
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
    """Settings in the page. `indeks`: script with all agencies, loaded on the first use; else they stand in `instansi`."""

    akar: str
    indeks: str = ""
    instansi: tuple[AgencyEntry, ...] = ()
    nama_juga: bool = True
    baris: int = PAGE_ROWS


def agency_entry(slug: str, sources: Sequence[EditionSource]) -> AgencyEntry:
    """The instansi with these editions, oldest first."""
    newest = sources[-1]
    head = newest.kepala
    state = standing([source.kepala for source in sources])
    return AgencyEntry(
        nama=head.instansi.nama,
        kode=head.instansi.kode,
        alamat=instansi_page(slug),
        daftar=edition_folder(slug, newest),
        edisi=f"{edition_title(newest)}, {format_date(head.tanggal)}",
        jumlah=head.jumlah.semua,
        pecahan=tuple(shard_path(slug, newest, number) for number in range(shard_count(newest))),
        tidak_ada=state.tidak_ada,
        lewat=state.lewat,
        sampai=state.sampai,
    )
