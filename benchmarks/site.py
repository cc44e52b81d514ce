"""The site: one agency with all its list pages, JSON and CSV, against a plain build and against writing the bytes."""

import re
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.measure import Figure, at_least, at_most, below, cpu_seconds, peak_megabytes
from benchmarks.naive_site import build_naively
from benchmarks.workload import write_editions
from site_builder.build import build
from site_builder.settings import SiteSettings
from site_builder.sources import load_sources

_LISTS = ("halaman-*.html", "index.html", "pengumuman.json", "pengumuman.csv")


def figures(rows: int) -> Iterator[Figure]:
    """CPU of the whole build of one agency (search shards and checks included) and the peak of its memory."""
    with TemporaryDirectory() as folder:
        place = Path(folder)
        write_editions(place / "terbitan", 1, rows, 1)
        (source,) = (place / "terbitan").rglob("*.json")
        ours = cpu_seconds(lambda: _build(place))
        files = {name: path.read_bytes() for name, path in _list_files(place / "situs")}
        naive = place / "naif"
        naive.mkdir()
        pattern = _pattern(files)
        plain = cpu_seconds(lambda: build_naively(source, pattern, naive))
        yield at_least("build of one agency (reference: json + Jinja loop + csv)", f"{rows:,}", ours, plain, 6)
        everything = {
            str(path.relative_to(place / "situs")): path.read_bytes()
            for path in (place / "situs").rglob("*")
            if path.is_file()
        }
        bare = place / "tulis"
        bare.mkdir()
        writing = cpu_seconds(lambda: _write_all(bare, everything), repeat=3)
        yield at_most("build of one agency (reference: write the same bytes)", f"{rows:,}", ours, writing, 15)
        peak = peak_megabytes("site_builder", "--terbitan", str(place / "terbitan"), "--keluar", str(place / "situs-2"))
        yield below("peak memory of the build (reference: the bound)", f"{rows:,}", peak, 600, unit="MB")


def _build(place: Path) -> None:
    build(load_sources(place / "terbitan"), out=place / "situs", settings=SiteSettings())


def _list_files(site: Path) -> Iterator[tuple[str, Path]]:
    (folder,) = site.glob("instansi/*/1-prafinalisasi")
    for glob in _LISTS:
        for path in folder.glob(glob):
            yield path.name, path


def _pattern(files: dict[str, bytes]) -> str:
    return re.sub(r"<tbody>.*</tbody>", "<tbody>\n@ROWS@</tbody>", files["index.html"].decode(), flags=re.DOTALL)


def _write_all(folder: Path, files: dict[str, bytes]) -> None:
    for number, data in enumerate(files.values()):
        (folder / str(number)).write_bytes(data)
