"""Pages of what one edition changed against the one before: added, removed, changed; 500 rows a page over the three."""

from collections.abc import Iterator, Sequence

from registry.edition.compare import Perbedaan, compare
from registry.edition.types import Edition, Orang
from site_builder.addresses import relative
from site_builder.change_groups import change_tables
from site_builder.change_reasons import change_reasons
from site_builder.list_title import edition_title
from site_builder.models import ChangesPage, Fact, Frame, Link
from site_builder.paging import PAGE_ROWS, page_count, page_links, page_title
from site_builder.parts import Parts
from site_builder.places import Agency
from site_builder.render import render
from site_builder.rows import table_rows
from site_builder.sources import EditionSource
from site_builder.wording import KATEGORI, TAHAP, format_date, format_number

Row = tuple[str, ...]

_FIELDS = {
    "nama": "Nama",
    "jabatan": "Jabatan",
    "unit_kerja": "Unit kerja",
    "kategori": "Kategori",
    "status": "Status",
}


def changes_pages(
    parts: Parts,
    agency: Agency,
    source: EditionSource,
    previous: Edition,
    edition: Edition,
) -> Iterator[tuple[str, bytes]]:
    """Address and bytes of each page on what `edition`, the one of `source`, changed against `previous`."""
    difference = compare(previous, edition)
    tables = (
        [_person(it) for it in difference.ditambahkan],
        [_person(it) for it in difference.dihapus],
        _changed_rows(difference),
    )
    total = sum(map(len, tables))
    for number in range(1, page_count(total) + 1):
        here = agency.changes_page(source, number)
        parts_of_page = _window(tables, (number - 1) * PAGE_ROWS)
        page = ChangesPage(
            frame=_frame(parts, agency, source, number),
            nama=edition.instansi.nama,
            lama=_edition_text(previous),
            baru=_edition_text(edition),
            angka=_facts(difference, previous, edition),
            rincian=change_tables(difference) if number == 1 else (),
            alasan=change_reasons(difference, previous, edition) if number == 1 else (),
            ditambahkan=table_rows(parts_of_page[0]),
            dihapus=table_rows(parts_of_page[1]),
            diubah=table_rows(parts_of_page[2]),
            halaman=page_links(number, page_count(total)),
            lainnya=_links(here, agency, source),
            kosong=total == 0,
        )
        yield here, render(parts.templates, "perubahan.html", page)


def _frame(parts: Parts, agency: Agency, source: EditionSource, number: int) -> Frame:
    return parts.frame(
        agency.changes_page(source, number),
        page_title(f"Perubahan daftar {agency.nama}: {edition_title(source).lower()}", number),
        f"Siapa ditambahkan, dihapus, dan berubah dalam daftar tenaga non-ASN {agency.nama}.",
        (("Beranda", "index.html"), (agency.nama, agency.page)),
        noindex=True,
    )


def _window(tables: Sequence[list[Row]], start: int) -> list[list[Row]]:
    """The rows `start` to `start` + 500 of the tables laid end to end, each still in its own table."""
    found = []
    for table in tables:
        found.append(table[max(0, start) : max(0, start + PAGE_ROWS)])
        start -= len(table)
    return found


def _person(person: Orang) -> Row:
    kategori = KATEGORI[person.kategori]
    return (person.nomor, person.nama, person.jabatan, person.unit_kerja, kategori, person.status)


def _changed_rows(difference: Perbedaan) -> list[Row]:
    return [
        (change.nomor, change.baru.nama, _FIELDS[field], _shown(change.lama, field), _shown(change.baru, field))
        for change in difference.diubah
        for field in change.kolom
    ]


def _shown(person: Orang, field: str) -> str:
    value = getattr(person, field)
    return KATEGORI.get(value, value) if field == "kategori" else value


def _facts(difference: Perbedaan, previous: Edition, edition: Edition) -> tuple[Fact, ...]:
    return (
        Fact(format_number(previous.jumlah.semua), "orang semula"),
        Fact(format_number(len(difference.ditambahkan)), "ditambahkan"),
        Fact(format_number(len(difference.dihapus)), "dihapus"),
        Fact(format_number(len(difference.diubah)), "berubah"),
        Fact(format_number(difference.tetap), "tetap"),
        Fact(format_number(edition.jumlah.semua), "orang sekarang"),
    )


def _edition_text(edition: Edition) -> str:
    return f"{TAHAP[edition.tahap].lower()} edisi {edition.edisi} ({format_date(edition.tanggal)})"


def _links(here: str, agency: Agency, source: EditionSource) -> tuple[Link, ...]:
    """The two lists compared, and the other comparisons of this instansi."""
    at = agency.sources.index(source)
    lists = tuple(
        Link(f"Daftar {edition_title(it).lower()}", relative(here, agency.list_page(it)))
        for it in (agency.sources[at - 1], source)
    )
    others = tuple(
        Link(
            f"Perubahan pada {edition_title(it).lower()}",
            relative(here, agency.changes_page(it)),
        )
        for it in agency.sources[1:]
        if it is not source
    )
    return lists + others
