"""Everything of one instansi: its page, lists, changes, downloads and search data. Runs in a process of its own."""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from msgspec import Struct

from registry.edition.canonical import fingerprint, fingerprint_of_list
from registry.edition.csv import HEADER, cells_csv
from registry.edition.datapackage import datapackage_json
from registry.edition.schema import schema_json
from registry.edition.sealed import Sealed, seal
from registry.edition.types import Edition
from site_builder.addresses import Plan
from site_builder.changes import changes_pages
from site_builder.errors import BuildRefused
from site_builder.instansi_page import instansi_model
from site_builder.list_pages import ListPages
from site_builder.open_data.fingerprints import Fingerprint, edition_fingerprints, encode_fingerprints
from site_builder.parts import Parts
from site_builder.picture import agency_picture
from site_builder.places import CSV, JSON, PACKAGE, PDF, SCHEMA, Agency
from site_builder.recap import recap_csv
from site_builder.render import render
from site_builder.search.agency_search import AgencySearch
from site_builder.sources import EditionSource
from site_builder.stretch import stretches
from site_builder.ways.frame import has_ways
from site_builder.ways.names import NameIndex
from site_builder.ways.units import UnitIndex
from site_builder.writer import OldSite, Writer, Written

File = tuple[str, bytes | Sealed]


class AgencyJob(Struct, frozen=True):
    """What a process needs to build one instansi. `pohon_dari`: people from which its list gets a search tree of its own.

    `lama`: the site before, with the files of this instansi.
    """

    agency: Agency
    parts: Parts
    out: Path
    pohon_dari: int
    lama: OldSite


def build_agency(job: AgencyJob, wrote: Callable[[str], None] | None = None) -> dict[str, Written]:
    """Write all files of the instansi below `job.out`; `wrote` hears each address. Raises BuildRefused, FileRefused."""
    plan = Plan()
    for address in job.agency.known_addresses():
        plan.claim(address, job.agency.nama)
    writer = Writer(job.out, job.lama)
    with gc_paused():
        for address, content in _files(job):
            if address not in plan:
                plan.claim(address, job.agency.nama)
            writer.write(address, content)
            if wrote is not None:
                wrote(address)
    return writer.written


def _files(job: AgencyJob) -> Iterator[File]:
    parts, agency = job.parts, job.agency
    previous: Edition | None = None
    prints: list[Fingerprint] = []
    for source in agency.sources:
        data, edition = source.read()
        if len(edition.daftar) != source.kepala.jumlah.semua:
            raise BuildRefused(
                "Jumlah di kepala edisi tidak sama dengan isi daftarnya.",
                where=str(source.berkas),
                to_do="Ambil ulang edisi itu dari penerbitnya.",
            )
        yield from _edition_files(job, source, data, edition, prints)
        del data
        if previous is not None:
            yield from changes_pages(parts, agency, source, previous, edition)
        if source is agency.newest:
            yield agency.page, render(parts.templates, "instansi.html", instansi_model(parts, agency, edition))
            yield agency.recap_file, recap_csv(edition.rekap)
        previous = edition
    yield agency.fingerprints_file, encode_fingerprints(prints)
    if parts.settings.alamat:
        yield agency.picture, agency_picture(parts, agency)


def _edition_files(
    job: AgencyJob, source: EditionSource, data: Sealed, edition: Edition, prints: list[Fingerprint]
) -> Iterator[File]:
    folder = job.agency.folder(source)
    yield f"{folder}/{JSON}", data
    yield f"{folder}/{SCHEMA}", schema_json()
    if source.pdf is not None:
        yield f"{folder}/{PDF}", _pdf(source, source.pdf)
    pages, csv = ListPages(job.parts, job.agency, source, edition), [HEADER]
    indexes = _indexes(job, source)
    search = AgencySearch(job.agency, job.pohon_dari) if _is_searched(job, source) else None
    for stretch in stretches(edition.daftar):
        csv.append(cells_csv(stretch.baris, stretch.kolom.texts))
        yield from pages.of(stretch)
        for index in indexes:
            index.take(stretch)
        if search is not None:
            search.take(stretch)
    if search is not None:
        yield from search.files()
    for index in indexes:
        yield from index.pages()
    table = seal(b"".join(csv))
    yield f"{folder}/{CSV}", table
    signed = fingerprint_of_list(edition.daftar) if edition.sptjm else ""
    prints += edition_fingerprints(job.agency, source, table.sha256, signed)
    yield f"{folder}/{PACKAGE}", datapackage_json(edition, data, table)


def _is_searched(job: AgencyJob, source: EditionSource) -> bool:
    return source is job.agency.newest and source.kepala.jumlah.semua > 0 and job.parts.settings.pencarian


def _indexes(job: AgencyJob, source: EditionSource) -> tuple[NameIndex | UnitIndex, ...]:
    if not has_ways(job.agency, source):
        return ()
    return NameIndex(job.parts, job.agency, source), UnitIndex(job.parts, job.agency, source)


def _pdf(source: EditionSource, path: Path) -> bytes:
    data = path.read_bytes()
    if fingerprint(data) != source.sidik_pdf:
        raise BuildRefused("Berkas PDF berubah selama situs dibangun.", where=str(path), to_do="Ulangi.")
    return data


@contextmanager
def gc_paused() -> Iterator[None]:
    """Hundreds of thousands of frozen rows and no cycles: the collector would only walk them again and again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
