"""Pages of the list of one edition: up to 500 people each."""

from collections.abc import Iterator

from markupsafe import Markup
from msgspec.structs import replace

from registry.edition.codes import KATEGORI, STATUS
from registry.edition.types import Edition
from site_builder.addresses import relative
from site_builder.list_title import edition_title
from site_builder.models import Legend, Link, ListPage, PageLinks
from site_builder.mold import Mold, gap, refuse_gaps
from site_builder.paging import PAGE_ROWS, page_count, page_links
from site_builder.parts import Parts
from site_builder.places import CSV, JSON, PACKAGE, PDF, Agency
from site_builder.render import render, render_macro
from site_builder.rows import list_rows, page_rows
from site_builder.sources import EditionSource
from site_builder.stretch import Stretch
from site_builder.ways.frame import ways
from site_builder.wording import format_date, format_number

_TEMPLATE = "daftar.html"


class ListPages:
    """The pages of the list of one edition. What stands around the rows is rendered once, and filled for every page."""

    def __init__(self, parts: Parts, agency: Agency, source: EditionSource, edition: Edition) -> None:
        self._parts, self._agency, self._source, self._edition = parts, agency, source, edition
        self._count = page_count(len(edition.daftar))
        self._mold = _mold(parts, list_model(parts, agency, source, edition, 1, baris=Markup("")), edition)

    def of(self, stretch: Stretch) -> Iterator[tuple[str, bytes]]:
        """Address and bytes of each page of a stretch."""
        rows = list_rows(stretch.kolom)
        for start in range(0, max(1, len(stretch.baris)), PAGE_ROWS):
            number = (stretch.awal + start) // PAGE_ROWS + 1
            yield self._agency.list_page(self._source, number), self._filled(number, page_rows(rows, start))

    def _filled(self, number: int, rows: bytes) -> bytes:
        links = page_links(number, self._count)
        return self._mold.fill(
            judul=_page_title(self._source, self._edition, number),
            rentang=_range_text(number, len(self._edition.daftar)),
            baris=rows,
            butir=_link_items(self._parts, links),
            kini=links.kini,
        )


def list_model(  # noqa: PLR0913 - a page is where all of them meet
    parts: Parts, agency: Agency, source: EditionSource, edition: Edition, number: int, *, baris: Markup
) -> ListPage:
    """Page `number`, from 1, of the list of `edition`, with the table rows `baris`."""
    here = agency.list_page(source, number)
    total = len(edition.daftar)
    title = edition_title(source)
    links = page_links(number, page_count(total))
    return ListPage(
        frame=parts.frame(
            here,
            _page_title(source, edition, number),
            f"Daftar {title.lower()} tenaga non-ASN {edition.instansi.nama}, {format_number(total)} orang.",
            (("Beranda", "index.html"), (edition.instansi.nama, agency.page)),
            noindex=True,
        ),
        nama=edition.instansi.nama,
        tahap=title,
        pengumuman=f"Pengumuman nomor {edition.nomor} tanggal {format_date(edition.tanggal)}",
        final=edition.tahap == "final",
        jumlah=edition.jumlah,
        rentang=_range_text(number, total),
        baris=baris,
        halaman=links,
        butir=_link_items(parts, links),
        legenda=(
            *(Legend(code, STATUS.get(code, "kode hasil seleksi")) for code in _codes(edition)),
            Legend("THK-II", KATEGORI["THK_II"]),
        ),
        unduhan=downloads(here, agency, source),
        sidik=source.sidik,
        jalan=ways(here, agency, source),
        unit=_units_here(edition) if total <= PAGE_ROWS else (),
        alamat=edition.instansi.alamat_masukan,
        instansi=Link(edition.instansi.nama, relative(here, agency.page)),
        terbaru=None
        if source is agency.newest
        else Link(edition_title(agency.newest), relative(here, agency.list_page(agency.newest))),
    )


def _mold(parts: Parts, model: ListPage, edition: Edition) -> Mold:
    """The page with gaps for all that differs between the pages of a list. Raises BuildRefused."""
    refuse_gaps(model)
    gaps = replace(
        model,
        frame=replace(model.frame, judul=gap("judul")),
        rentang=gap("rentang"),
        baris=gap("baris") if edition.daftar else model.baris,
        halaman=replace(model.halaman, kini=gap("kini")),
        butir=gap("butir"),
    )
    return Mold(render(parts.templates, _TEMPLATE, gaps))


def _page_title(source: EditionSource, edition: Edition, number: int) -> str:
    of_pages = f", halaman {number}" if number > 1 else ""
    return f"Daftar {edition_title(source).lower()} {edition.instansi.nama}{of_pages}"


def _link_items(parts: Parts, links: PageLinks) -> Markup:
    return render_macro(parts.templates, "halaman-nav.html", "butir_halaman", links)


def downloads(here: str, agency: Agency, source: EditionSource) -> tuple[Link, ...]:
    """Links to the files of an edition from the page at `here`."""
    folder = agency.folder(source)
    files = (("PDF", PDF),) if source.pdf else ()
    wanted = (*files, ("CSV", CSV), ("JSON", JSON), ("Keterangan data", PACKAGE))
    return tuple(Link(text, relative(here, f"{folder}/{name}")) for text, name in wanted)


def _range_text(number: int, total: int) -> str:
    if not total:
        return "Daftar ini kosong."
    first, last = (number - 1) * PAGE_ROWS + 1, min(number * PAGE_ROWS, total)
    return f"Baris {format_number(first)} sampai {format_number(last)} dari {format_number(total)}"


def _units_here(edition: Edition) -> tuple[Link, ...]:
    """Each unit of a list of one page, by name, with a link to its first row."""
    firsts: dict[str, str] = {}
    for person in edition.daftar:
        firsts.setdefault(person.unit_kerja, person.nomor)
    units = sorted((unit.casefold(), unit) for unit in firsts if unit)
    return tuple(Link(unit, f"#{firsts[unit]}") for _, unit in units) if len(units) > 1 else ()


def _codes(edition: Edition) -> list[str]:
    known = (
        {it.status for it in edition.daftar} if edition.jumlah.ms + edition.jumlah.tms < len(edition.daftar) else set()
    )
    return sorted(known | {"MS", "TMS"})
