"""Addresses of everything that belongs to one instansi; all follow from its slug and the heads of its editions."""

from collections.abc import Sequence

from site_builder.paging import page_address, page_count
from site_builder.search.script_data import SHARD_ROWS
from site_builder.sources import EditionSource

JSON, CSV, PDF = "pengumuman.json", "pengumuman.csv", "pengumuman.pdf"
SCHEMA, PACKAGE = "pengumuman.schema.json", "datapackage.json"


def instansi_page(slug: str) -> str:
    """The page of the instansi."""
    return f"instansi/{slug}/index.html"


def edition_folder(slug: str, source: EditionSource) -> str:
    """The folder of an edition's list and files."""
    return f"instansi/{slug}/{source.stem}"


def changes_folder(slug: str, source: EditionSource, newest: EditionSource) -> str:
    """The folder of the page on what `source` changed; the newest edition's stands at the plain address."""
    return f"instansi/{slug}/perubahan" + ("" if source is newest else f"/{source.stem}")


def shard_path(slug: str, source: EditionSource, number: int) -> str:
    """The name under which a shard hands over its data; the fingerprint in it keeps caches honest."""
    return f"data/{slug}/{source.sidik[:10]}-{number}"


def shard_count(source: EditionSource) -> int:
    """Search shards of an edition."""
    return -(-source.kepala.jumlah.semua // SHARD_ROWS)


def known_addresses(slug: str, sources: Sequence[EditionSource]) -> list[str]:
    """All addresses known before the lists are read; only further pages of `perubahan` depend on their content."""
    newest = sources[-1]
    found = [instansi_page(slug)]
    for number, source in enumerate(sources):
        folder = edition_folder(slug, source)
        found += [page_address(folder, page + 1) for page in range(page_count(source.kepala.jumlah.semua))]
        found += [f"{folder}/{name}" for name in (JSON, CSV, SCHEMA, PACKAGE)]
        found += [f"{folder}/{PDF}"] if source.pdf else []
        found += [page_address(changes_folder(slug, source, newest), 1)] if number else []
    return found + [f"{shard_path(slug, newest, number)}.js" for number in range(shard_count(newest))]


def owns(slug: str, address: str) -> bool:
    """Whether an address belongs to the instansi of this slug."""
    return address.startswith((f"instansi/{slug}/", f"data/{slug}/"))
