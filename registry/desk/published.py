"""What lies in terbitan/ against what the journal remembers: nobody edits, removes or slips in an edition unnoticed."""

from collections.abc import Iterator
from pathlib import Path

from registry.desk import records
from registry.desk.terbitan import edition_path, finish_publication
from registry.edition.canonical import fingerprint
from registry.errors import FileRefused, StoreDamaged
from registry.model.finding import Finding
from registry.model.terbitan import EdisiTercatat
from registry.store.store import Store

_RESTORE = "Salin kembali dari situs atau cadangan."


def check_published(store: Store, folder: Path) -> Iterator[Finding]:
    """Every recorded edition and its letter as they were published, and nothing else under an edition's name."""
    recorded = records.editions(store)
    for edition in recorded:
        yield from _check(edition, edition_path(folder, edition))
    known = {edition_path(folder, edition).name for edition in recorded}
    for path in sorted(folder.glob("[0-9]*-*.json")):
        if path.name not in known:
            yield Finding(
                "edisi-tak-tercatat",
                nilai=path.name,
                pesan=f"Edisi {path.name} tidak tercatat di jurnal instansi ini. Pindahkan berkas itu dari folder terbitan.",
            )


def require_published(store: Store, folder: Path) -> None:
    """Before a site is built. Finishes what a crash left half-way. Raises StoreDamaged, FileRefused."""
    if store.damaged:
        raise StoreDamaged(
            "Jurnal instansi ini rusak, jadi data pribadi yang harus dijaga tidak diketahui seluruhnya.",
            where=store.instansi.nama,
            to_do="Jalankan `pendataan periksa` dan pulihkan jurnalnya, lalu ulangi.",
        )
    finish_publication(store, folder)
    found = next(check_published(store, folder), None)
    if found is not None:
        raise FileRefused(found.pesan, code=found.kode, where=str(folder), to_do="Lihat semuanya: pendataan periksa.")


def _check(edition: EdisiTercatat, path: Path) -> Iterator[Finding]:
    letter = path.with_suffix(".pdf")
    if not path.is_file():
        yield Finding(
            "edisi-hilang",
            nilai=path.name,
            pesan=f"Edisi {path.name} tercatat di jurnal tetapi berkasnya tidak ada. {_RESTORE}",
        )
    elif fingerprint(path.read_bytes()) != edition.sidik:
        yield Finding(
            "edisi-berubah",
            nilai=path.name,
            pesan=f"Isi edisi {path.name} bukan yang diterbitkan: sidiknya lain dari catatan jurnal. {_RESTORE}",
        )
    if edition.sidik_surat and not letter.is_file():
        yield Finding("surat-hilang", nilai=letter.name, pesan=f"Surat pengumuman {letter.name} tidak ada. {_RESTORE}")
    elif edition.sidik_surat and fingerprint(letter.read_bytes()) != edition.sidik_surat:
        yield Finding(
            "surat-berubah",
            nilai=letter.name,
            pesan=f"Surat pengumuman {letter.name} bukan yang diterbitkan: sidiknya lain dari catatan jurnal. {_RESTORE}",
        )
