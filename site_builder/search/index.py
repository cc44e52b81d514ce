"""What the search script knows before it loads any names: the agencies and their shards; settings of a page."""

from msgspec import Struct

from site_builder.list_pages import edition_title
from site_builder.paging import PAGE_ROWS, page_count
from site_builder.places import Agency
from site_builder.search.advice import Advice, advice
from site_builder.wording import format_date


class AgencyEntry(Struct, frozen=True, kw_only=True):
    """One instansi to the search script. Addresses count from the site's root."""

    nama: str
    kode: str
    slug: str
    wilayah: str
    tahap: str
    alamat: str
    daftar: str
    edisi: str
    jumlah: int
    pecahan: tuple[str, ...]


class OfflineCopy(Struct, frozen=True, kw_only=True):
    """What a reader may keep of one instansi: its page, the `halaman` pages of its list, its search data. `sidik`: of the edition."""

    slug: str
    sidik: str
    nama: str
    alamat: str
    daftar: str
    halaman: int
    data: tuple[str, ...]


class SearchSetup(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Settings in the page. National: `indeks` and `saran`, names of script files. One instansi: `satu`, its slug, and the rest."""

    indeks: str = ""
    saran: str = ""
    satu: str = ""
    instansi: tuple[AgencyEntry, ...] = ()
    saran_satu: Advice | None = None
    luring: OfflineCopy | None = None
    baris: int = PAGE_ROWS


def agency_setup(agency: Agency) -> SearchSetup:
    """Settings of the page of one instansi."""
    newest = agency.newest
    copy = OfflineCopy(
        slug=agency.slug,
        sidik=newest.sidik[:10],
        nama=agency.nama,
        alamat=agency.page,
        daftar=agency.folder(newest),
        halaman=page_count(newest.kepala.jumlah.semua),
        data=tuple(f"{path}.js" for path in agency.shards()),
    )
    return SearchSetup(satu=agency.slug, instansi=(agency_entry(agency),), saran_satu=advice(agency), luring=copy)


def agency_entry(agency: Agency) -> AgencyEntry:
    """The instansi as the script knows it."""
    newest = agency.newest
    head = newest.kepala
    return AgencyEntry(
        nama=head.instansi.nama,
        kode=head.instansi.kode,
        slug=agency.slug,
        wilayah=head.instansi.wilayah,
        tahap=head.tahap,
        alamat=agency.page,
        daftar=agency.folder(newest),
        edisi=f"{edition_title(newest)}, {format_date(head.tanggal)}",
        jumlah=head.jumlah.semua,
        pecahan=agency.shards(),
    )
