"""Where the page of an instansi stands in the built site: found by the published edition itself, whatever its address is called."""

from pathlib import Path

from registry.desk import records
from registry.desk.terbitan import edition_path
from registry.edition.canonical import fingerprint
from registry.errors import UsageRefused
from registry.store.store import Store

_BUILD = "Bangun situs dahulu (layar Situs, atau `pendataan bangun`)."


def built_page(store: Store, terbitan: Path, situs: Path) -> Path:
    """The page of the newest edition's list. Raises UsageRefused when nothing is announced yet or the site does not show it."""
    editions = records.editions(store)
    if not editions:
        raise UsageRefused("Belum ada pengumuman, jadi belum ada lamannya.", where=store.instansi.nama)
    newest = editions[-1]
    stem = edition_path(terbitan, newest).stem
    for data in sorted(situs.glob(f"instansi/*/{stem}/pengumuman.json")):
        page = data.with_name("index.html")
        if page.is_file() and fingerprint(data.read_bytes()) == newest.sidik:
            return page
    raise UsageRefused(
        f"Situs yang dibangun belum memuat edisi {newest.nomor} instansi ini.", where=str(situs), to_do=_BUILD
    )
