"""The publication gate over the site of one agency, with every secret of its store; reference: reading and hashing the bytes."""

from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.measure import Figure, cpu_of, noted
from benchmarks.workload import people, write_editions
from registry.publication.inspect import inspect
from registry.publication.secrets import Secrets
from site_builder.build import build
from site_builder.settings import SiteSettings
from site_builder.sources import load_sources


def figures(rows: int) -> Iterator[Figure]:
    """CPU of one inspection of a clean site. Raises AssertionError on a false alarm."""
    secrets = Secrets.from_store_rows(people("1101", rows, 1), public=[date(2022, 9, 30)])
    with TemporaryDirectory() as folder:
        place = Path(folder)
        write_editions(place / "terbitan", 1, rows, 1)
        build(load_sources(place / "terbitan"), out=place / "situs", settings=SiteSettings())
        reference = cpu_of(lambda: [sha256(it.read_bytes()) for it in (place / "situs").rglob("*") if it.is_file()])
        taken = cpu_of(lambda: _inspect(place / "situs", secrets))
    yield noted("publication gate over the site (reference: SHA-256 of its files)", f"{rows:,}", taken, reference)


def _inspect(site: Path, secrets: Secrets) -> None:
    if leaks := inspect(site, secrets):
        raise AssertionError(leaks)
