"""The build: plan all addresses, carry over what is unchanged, write the rest aside, inspect, swap.

Equal input gives equal bytes, whatever the number of processes. Nothing is half: an error or a crash leaves the old site.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from hashlib import sha256
from pathlib import Path

from msgspec import Struct

from site_builder.agency import AgencyJob, build_agency
from site_builder.course import Course, Progress
from site_builder.data_folders import content_folder, templates_folder
from site_builder.home import (
    content_model,
    not_found_model,
    robots_txt,
    sitemap_xml,
)
from site_builder.manifest import FORMAT, MANIFEST, Manifest, encode_manifest, read_manifest
from site_builder.offline_app import OFFLINE_PAGE, SERVICE_WORKER, WEB_MANIFEST, service_worker, shell_of, web_manifest
from site_builder.open_data.bundles import write_bundles
from site_builder.open_data.files import open_data_files
from site_builder.places import Agency
from site_builder.pool import in_processes
from site_builder.portal.files import portal_files
from site_builder.render import render
from site_builder.search.agency_search import tree_from
from site_builder.search.index import site_setup
from site_builder.search.library import Library
from site_builder.search.national import FOLDER, build_national
from site_builder.search.page import SEARCH_PAGE, offline_model, search_model
from site_builder.search.tree_reader import TreeReader
from site_builder.settings import SiteSettings
from site_builder.site_plan import SitePlan
from site_builder.sources import EditionSource
from site_builder.staging import staged
from site_builder.writer import OldSite, Writer, Written

_WORTH_PROCESSES = 40_000  # rows; a new process costs about as much as building this many


class BuildReport(Struct, frozen=True, kw_only=True):
    """What a build did. `dibangun` and `dilewati`: slugs of agencies; `dipangkas`: files of the old site nobody made again."""

    folder: Path
    dibangun: tuple[str, ...]
    dilewati: tuple[str, ...]
    dipangkas: int
    berkas: int
    bita: int


def build(  # noqa: PLR0913 - the one entrance: input, output and what a caller may choose
    sources: Sequence[EditionSource],
    *,
    out: Path,
    settings: SiteSettings,
    progress: Progress | None = None,
    inspect: Callable[[Path], None] | None = None,
    processes: int | None = None,
    templates: Path | None = None,
    content: Path | None = None,
    own: Path | None = None,
) -> BuildReport:
    """Build the site of these editions into `out`.

    `progress` hears of its `course`. `inspect` sees the finished folder before it takes the old one's place
    and may refuse it by raising. `processes`: None chooses. `own`: a folder
    with pages (*.md) that replace or add to those of the product, and a logo. Raises BuildRefused, FileRefused and what `inspect` raises.
    """
    site = SitePlan(sources, settings, templates or templates_folder(), content or content_folder(), own)
    with staged(out, inspect) as new:
        old = read_manifest(out) or Manifest(FORMAT, {}, {})
        run = _Run(site, out, new, old)
        course = run.plan(progress or (lambda _done, _total, _text: None))
        run.agencies(processes, course)
        run.search(processes, course)
        course.whole_site()
        run.whole_site()
        manifest = Manifest(FORMAT, site.fingerprints, dict(sorted(run.writer.written.items())), run.cari)
        run.writer.write(MANIFEST, encode_manifest(manifest))  # the last file: a folder without it is no site
        course.ended()
    return run.report()


class _Run:
    """One run of the plan into a staging folder."""

    def __init__(self, site: SitePlan, out: Path, new: Path, old: Manifest) -> None:
        self.site, self.out, self.new, self.old = site, out, new, old
        same_builder = any(old.instansi.get(slug) == sidik for slug, sidik in site.fingerprints.items())
        self.lama = OldSite(out, old.berkas, old.cari[1] if same_builder else "")
        self.writer = Writer(new, self.lama)
        self.cari = ("", "")
        self.skipped: list[str] = []
        self.jobs: list[AgencyJob] = []
        self.searched = self._searched()
        self.sidik = sha256("".join(site.fingerprints[it.slug] for it in self.searched).encode()).hexdigest()
        self.kept_search = self._kept_search()

    def plan(self, hear: Progress) -> Course:
        """Carry over the unchanged agencies; the others are work, and so is a search that does not stay."""
        before = self.old.by_agency()
        for agency in sorted(self.site.agencies, key=lambda it: it.slug):
            known = OldSite(self.out, before.get(agency.slug, {}))
            if self._is_unchanged(agency, known):
                self._carry_over(known.berkas)
                self.skipped.append(agency.slug)
            else:
                job = AgencyJob(agency, self.site.parts, self.new, tree_from(len(self.site.agencies)), known)
                self.jobs.append(job)
        return Course(hear, [job.agency for job in self.jobs], () if self.kept_search else self.searched)

    def agencies(self, processes: int | None, course: Course) -> None:
        """Build the agencies that are not carried over."""
        for agency, written in sorted(self._build(processes, course), key=lambda it: it[0].slug):
            self._take_in(agency, written)

    def search(self, processes: int | None, course: Course) -> None:
        """The search tree of all agencies; with a single one, its own files are all there is."""
        if not self.searched:
            return
        if self.kept_search:
            self._carry_over(self.kept_search)
            root = self.old.cari[1]
        else:
            workers = processes or _worthwhile(sum(agency.rows for agency in self.searched))
            root, written = build_national(self.searched, self.new, self.lama, workers, course.searched)
            self.writer.written.update(written)
        for address in sorted(it for it in self.writer.written if it.startswith(f"{FOLDER}/")):
            self.site.plan.claim(address, "pencarian")
        self.cari = (self.sidik, root)

    def whole_site(self) -> None:
        """The pages of the whole site."""
        write_bundles(self.site.bundles, self.writer, self.new, self.lama)
        for address, data in self._whole_site_files():
            self.writer.write(address, data)

    def report(self) -> BuildReport:
        """What was done."""
        written = self.writer.written
        return BuildReport(
            folder=self.out,
            dibangun=tuple(job.agency.slug for job in self.jobs),
            dilewati=tuple(self.skipped),
            dipangkas=len(self.old.berkas.keys() - written.keys()),
            berkas=len(written),
            bita=sum(it.bita for it in written.values()),
        )

    def _is_unchanged(self, agency: Agency, known: OldSite) -> bool:
        """Whether an instansi would be built of the same again and all its files, `known`, are still there."""
        same = self.old.instansi.get(agency.slug) == self.site.fingerprints[agency.slug]
        return same and len(known.berkas) > 0 and known.is_whole(known.berkas)

    def _carry_over(self, addresses: Iterable[str]) -> None:
        for address in addresses:
            self.writer.carry_over(address, self.lama)

    def _searched(self) -> list[Agency]:
        """Agencies in the tree of all; none when there is no such tree."""
        agencies = [agency for agency in self.site.agencies if agency.newest.kepala.jumlah.semua]
        return agencies if len(agencies) > 1 and self.site.settings.pencarian else []

    def _kept_search(self) -> list[str]:
        """Addresses of an unchanged search whose files are all still there; empty when it must be built."""
        kept = [address for address in self.old.berkas if address.startswith(f"{FOLDER}/")]
        return kept if self.old.cari[0] == self.sidik and self.lama.is_whole(kept) else []

    def _build(self, processes: int | None, course: Course) -> Iterator[tuple[Agency, dict[str, Written]]]:
        workers = processes or _worthwhile(sum(job.agency.rows for job in self.jobs))
        alone = min(workers, len(self.jobs)) <= 1
        make = partial(_build_here, course=course) if alone else build_agency
        for job, written in in_processes(make, self.jobs, lambda job: job.agency.rows, workers):
            course.finished(job.agency)
            yield job.agency, written

    def _take_in(self, agency: Agency, written: dict[str, Written]) -> None:
        for address in sorted(written.keys() - set(agency.known_addresses())):
            self.site.plan.claim(address, f"instansi {agency.nama}")
        self.writer.written.update(written)

    def _whole_site_files(self) -> Iterator[tuple[str, bytes]]:
        site, parts = self.site, self.site.parts
        yield from site.assets.berkas.items()
        yield from site.own_files.berkas.items()
        search = site_setup(site.agencies, self.cari[1], site.settings)
        yield from portal_files(parts, site.portal, search)
        for page in site.content:
            yield page.link.alamat, render(parts.templates, "halaman.html", content_model(parts, page, site.plan))
        yield "404.html", render(parts.templates, "404.html", not_found_model(parts))
        yield "robots.txt", robots_txt(parts)
        yield from open_data_files(parts, site.agencies, site.bundles, self.new, self.writer.written)
        if site.settings.alamat:
            yield "sitemap.xml", sitemap_xml(parts, site.agencies, (*site.portal_pages, SEARCH_PAGE))
        yield SEARCH_PAGE, render(parts.templates, "pencarian.html", search_model(parts, search))
        yield OFFLINE_PAGE, render(parts.templates, "luring.html", offline_model(parts))
        yield WEB_MANIFEST, web_manifest(site.settings)
        shell = shell_of(self.writer.written, "index.html", SEARCH_PAGE, OFFLINE_PAGE, *self._search_start())
        yield SERVICE_WORKER, service_worker(parts.templates, self.writer.written, shell)

    def _search_start(self) -> list[str]:
        """Files every search in all agencies begins with."""
        root = self.cari[1]
        return [f"{root}.js", f"{TreeReader(Library(self.new), root).instansi}.js"] if root else []


def _build_here(job: AgencyJob, course: Course) -> dict[str, Written]:
    return build_agency(job, lambda _address: course.wrote_file(job.agency))


def _worthwhile(rows: int) -> int:
    return min(os.cpu_count() or 1, 1 + rows // _WORTH_PROCESSES)
