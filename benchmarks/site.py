"""The site of one agency, against a plain build of the same files and against writing their bytes; memory of the build.

All that `site_builder.build` does is in the measured time, from reading the edition to the swap. Both sides have run once
before, so that imports and the compiling of templates count for neither. They take turns and the fastest of nine counts: on a
busy machine only the shortest run tells what the work costs. The files go to a file system in memory where there is one: what
a disk asks for each megabyte is the same for all sides and changes fourfold from minute to minute.
"""

import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from markupsafe import Markup

from benchmarks.measure import Figure, at_least, at_most, below, fastest_in_turns, memory_folder, peak_megabytes
from benchmarks.naive_site import Material, build_naively, environment
from benchmarks.workload import write_editions
from site_builder.build import build
from site_builder.data_folders import content_folder, templates_folder
from site_builder.home import content_model, not_found_model
from site_builder.instansi_page import instansi_model
from site_builder.list_pages import list_model
from site_builder.manifest import MANIFEST
from site_builder.paging import page_count
from site_builder.places import CSV, JSON
from site_builder.portal.home_page import home_model
from site_builder.search.index import site_setup
from site_builder.settings import SiteSettings
from site_builder.site_plan import SitePlan
from site_builder.sources import load_sources
from site_builder.ways.names import names_model
from site_builder.ways.units import units_models

_TURNS = 9
_SETTINGS = SiteSettings(pencarian=False)  # the search index is measured by benchmarks/search.py


def figures(rows: int) -> Iterator[Figure]:
    """CPU of the build against both references, and the peak of its memory."""
    with TemporaryDirectory(dir=memory_folder()) as folder:
        place = Path(folder)
        write_editions(place / "terbitan", 1, rows, 1)
        _build(place)
        files = _tree(place / "situs")
        material, jinja = _material(place, files), environment(templates_folder())
        build_naively(material, jinja, place / "naif")
        if _tree(place / "naif") != files:
            raise AssertionError("the plain build wrote other bytes than the builder")
        ours, plain, writing = fastest_in_turns(
            _TURNS,
            _afresh(place / "situs", lambda: _build(place)),
            _afresh(place / "naif", lambda: build_naively(material, jinja, place / "naif")),
            _afresh(place / "tulis", lambda: _write_all(place / "tulis", files)),
        )
        yield at_least("build of one agency (reference: json + Jinja loop + csv)", f"{rows:,}", ours, plain, 6)
        yield at_most("build of one agency (reference: write the same bytes)", f"{rows:,}", ours, writing, 15)
        peak = peak_megabytes("site_builder", "--terbitan", str(place / "terbitan"), "--keluar", str(place / "situs-2"))
        yield below("peak memory of the build (reference: the bound)", f"{rows:,}", peak, 600, unit="MB")


def _build(place: Path) -> None:
    build(load_sources(place / "terbitan"), out=place / "situs", settings=_SETTINGS)


def _material(place: Path, files: dict[str, bytes]) -> Material:
    """What the pages of the site just built are made from, and its small files."""
    site = SitePlan(load_sources(place / "terbitan"), _SETTINGS, templates_folder(), content_folder())
    parts, (agency,) = site.parts, site.agencies
    source = agency.newest
    _, edition = source.read()
    lists = {
        agency.list_page(source, number): partial(
            list_model, parts, agency, source, edition, number, baris=Markup("baris")
        )
        for number in range(1, page_count(len(edition.daftar)) + 1)
    }
    pages = {
        "index.html": (
            "beranda.html",
            partial(home_model, parts, site.portal, site_setup(site.agencies, "", _SETTINGS)),
        ),
        "404.html": ("404.html", partial(not_found_model, parts)),
        agency.page: ("instansi.html", partial(instansi_model, parts, agency, edition)),
    } | {it.link.alamat: ("halaman.html", partial(content_model, parts, it, site.plan)) for it in site.content}
    folder = agency.folder(source)
    indexes = (f"{folder}/abjad/", f"{folder}/unit/")
    made = {*lists, *pages, f"{folder}/{JSON}", f"{folder}/{CSV}"}
    return Material(
        edition=source.berkas,
        lists=lists,
        names=partial(names_model, parts, agency, source),
        names_page=partial(agency.names_page, source),
        units=partial(units_models, parts, agency, source),
        pages=pages,
        json=f"{folder}/{JSON}",
        csv=f"{folder}/{CSV}",
        small={
            address: data for address, data in files.items() if address not in made and not address.startswith(indexes)
        },
    )


def _afresh(folder: Path, work: Callable[[], None]) -> tuple[Callable[[], object], Callable[[], object]]:
    """What to do before a measurement, the folder away, and what is measured."""
    return lambda: shutil.rmtree(folder, ignore_errors=True), work


def _tree(site: Path) -> dict[str, bytes]:
    """Address -> bytes of all files but the manifest, whose form is the builder's own."""
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in sorted(site.rglob("*"))
        if path.is_file() and path.name != MANIFEST
    }


def _write_all(folder: Path, files: dict[str, bytes]) -> None:
    for address, data in files.items():
        (folder / address).parent.mkdir(parents=True, exist_ok=True)
        (folder / address).write_bytes(data)
