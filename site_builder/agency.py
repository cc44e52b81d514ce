"""Everything of one instansi: its page, lists, changes, downloads and search shards. Runs in a process of its own."""

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from msgspec import Struct

from registry.edition.csv import edition_csv
from registry.edition.datapackage import datapackage_json
from registry.edition.schema import schema_json
from registry.edition.types import Edition
from site_builder.addresses import Plan
from site_builder.changes import changes_pages
from site_builder.errors import BuildRefused
from site_builder.instansi_page import instansi_model
from site_builder.list_pages import list_model
from site_builder.paging import page_address, page_count
from site_builder.parts import Parts
from site_builder.places import (
    CSV,
    JSON,
    PACKAGE,
    PDF,
    SCHEMA,
    edition_folder,
    instansi_page,
    known_addresses,
    shard_path,
)
from site_builder.render import render
from site_builder.search.script_data import script_file, shards
from site_builder.sources import EditionSource
from site_builder.writer import Writer, Written


class AgencyJob(Struct, frozen=True, kw_only=True):
    """What a process needs to build one instansi. `sources`: its editions, oldest first."""

    slug: str
    sources: tuple[EditionSource, ...]
    parts: Parts
    out: Path


def build_agency(job: AgencyJob, wrote: Callable[[str], None] | None = None) -> dict[str, Written]:
    """Write all files of the instansi below `job.out`; `wrote` hears each address. Raises BuildRefused, FileRefused."""
    plan = Plan()
    for address in known_addresses(job.slug, job.sources):
        plan.claim(address, job.slug)
    known = set(known_addresses(job.slug, job.sources))
    writer = Writer(job.out)
    with _gc_paused():
        for address, data in _files(job):
            if address not in known:
                plan.claim(address, job.slug)
            writer.write(address, data)
            if wrote is not None:
                wrote(address)
    return writer.written


def _files(job: AgencyJob) -> Iterator[tuple[str, bytes]]:
    previous: Edition | None = None
    newest = job.sources[-1]
    for source in job.sources:
        data, edition = source.read()
        if len(edition.daftar) != source.kepala.jumlah.semua:
            raise BuildRefused(
                "Jumlah di kepala edisi tidak sama dengan isi daftarnya.",
                where=str(source.berkas),
                to_do="Ambil ulang edisi itu dari penerbitnya.",
            )
        yield from _edition_files(job, source, data, edition)
        del data
        if previous is not None:
            yield from changes_pages(job.parts, job.slug, job.sources, source, previous, edition)
        if source is newest:
            yield from _shard_files(job.slug, source, edition)
            model = instansi_model(job.parts, job.slug, job.sources, edition)
            yield instansi_page(job.slug), render(job.parts.templates, "instansi.html", model)
        previous = edition


def _edition_files(job: AgencyJob, source: EditionSource, data: bytes, edition: Edition) -> Iterator[tuple[str, bytes]]:
    folder = edition_folder(job.slug, source)
    yield f"{folder}/{JSON}", data
    csv = edition_csv(edition)
    yield f"{folder}/{CSV}", csv
    yield f"{folder}/{SCHEMA}", schema_json()
    yield f"{folder}/{PACKAGE}", datapackage_json(edition, data, csv)
    if source.pdf is not None:
        yield f"{folder}/{PDF}", _pdf(source)
    for page in range(1, page_count(len(edition.daftar)) + 1):
        model = list_model(job.parts, job.slug, job.sources, source, edition, page)
        yield page_address(folder, page), render(job.parts.templates, "daftar.html", model)


def _pdf(source: EditionSource) -> bytes:
    from registry.edition.canonical import fingerprint  # noqa: PLC0415

    data = source.pdf.read_bytes() if source.pdf else b""
    if fingerprint(data) != source.sidik_pdf:
        raise BuildRefused("Berkas PDF berubah selama situs dibangun.", where=str(source.pdf), to_do="Ulangi.")
    return data


def _shard_files(slug: str, source: EditionSource, edition: Edition) -> Iterator[tuple[str, bytes]]:
    for number, shard in enumerate(shards(edition.daftar)):
        path = shard_path(slug, source, number)
        yield f"{path}.js", script_file(path, shard)


@contextmanager
def _gc_paused() -> Iterator[None]:
    """Hundreds of thousands of frozen rows and no cycles: the collector would only walk them again and again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def total_rows(sources: Sequence[EditionSource]) -> int:
    """Rows of all these editions: the weight of a job."""
    return sum(source.kepala.jumlah.semua for source in sources)
