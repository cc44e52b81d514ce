"""Model of a page of the list: up to 500 people of one edition."""

from registry.edition.codes import KATEGORI, STATUS
from registry.edition.types import Edition
from site_builder.addresses import relative
from site_builder.models import Legend, Link, ListPage
from site_builder.paging import PAGE_ROWS, page_count, page_links
from site_builder.parts import Parts
from site_builder.places import CSV, JSON, PACKAGE, PDF, Agency
from site_builder.rows import list_rows
from site_builder.sources import EditionSource
from site_builder.wording import TAHAP, format_date, format_number


def list_model(
    parts: Parts,
    agency: Agency,
    source: EditionSource,
    edition: Edition,
    number: int,
) -> ListPage:
    """Page `number`, from 1, of the list of `edition`."""
    here = agency.list_page(source, number)
    total = len(edition.daftar)
    start = (number - 1) * PAGE_ROWS
    people = edition.daftar[start : start + PAGE_ROWS]
    title = edition_title(source)
    of_pages = f", halaman {number}" if number > 1 else ""
    return ListPage(
        frame=parts.frame(
            here,
            f"Daftar {title.lower()} {edition.instansi.nama}{of_pages}",
            f"Daftar {title.lower()} tenaga non-ASN {edition.instansi.nama}, {format_number(total)} orang.",
            (("Beranda", "index.html"), (edition.instansi.nama, agency.page)),
            noindex=True,
        ),
        nama=edition.instansi.nama,
        tahap=title,
        pengumuman=f"Pengumuman nomor {edition.nomor} tanggal {format_date(edition.tanggal)}",
        final=edition.tahap == "final",
        jumlah=edition.jumlah,
        rentang=_range_text(start, len(people), total),
        baris=list_rows(people),
        halaman=page_links(number, page_count(total)),
        legenda=(
            *(Legend(code, STATUS.get(code, "kode hasil seleksi")) for code in _codes(edition)),
            Legend("THK-II", KATEGORI["THK_II"]),
        ),
        unduhan=downloads(here, agency, source),
        sidik=source.sidik,
        instansi=Link(edition.instansi.nama, relative(here, agency.page)),
        terbaru=None
        if source is agency.newest
        else Link(edition_title(agency.newest), relative(here, agency.list_page(agency.newest))),
    )


def edition_title(source: EditionSource) -> str:
    """`Prafinalisasi (edisi 2)`; the number only where it tells something."""
    name = TAHAP[source.kepala.tahap]
    return (
        name if source.kepala.edisi == 1 or source.kepala.tahap == "final" else f"{name} (edisi {source.kepala.edisi})"
    )


def downloads(here: str, agency: Agency, source: EditionSource) -> tuple[Link, ...]:
    """Links to the files of an edition from the page at `here`."""
    folder = agency.folder(source)
    files = (("PDF", PDF),) if source.pdf else ()
    wanted = (*files, ("CSV", CSV), ("JSON", JSON), ("Keterangan data", PACKAGE))
    return tuple(Link(text, relative(here, f"{folder}/{name}")) for text, name in wanted)


def _range_text(start: int, shown: int, total: int) -> str:
    if not shown:
        return "Daftar ini kosong."
    return f"Baris {format_number(start + 1)} sampai {format_number(start + shown)} dari {format_number(total)}"


def _codes(edition: Edition) -> list[str]:
    known = (
        {it.status for it in edition.daftar} if edition.jumlah.ms + edition.jumlah.tms < len(edition.daftar) else set()
    )
    return sorted(known | {"MS", "TMS"})
