"""Which lists there are to lay side by side: the present one and the editions, and what the public would see differ."""

from pathlib import Path

from msgspec import Struct

from registry.desk import records
from registry.desk.terbitan import edition_path
from registry.edition.canonical import read_edition
from registry.edition.compare import Perbedaan, compare_lists
from registry.edition.types import Edition
from registry.errors import FileRefused
from registry.model.codes import Fase
from registry.model.terbitan import EdisiTercatat
from registry.publication.freeze import public_rows
from registry.store.store import Store


class Selisih(Struct, frozen=True):
    """What differs, and between which two lists (in words)."""

    lama: str
    baru: str
    perbedaan: Perbedaan


def since_edition_before(store: Store, terbitan: Path) -> Selisih | None:
    """The present list against the newest edition; once FINAL, that edition against the one before. None: nothing to compare.

    Raises FileRefused when an edition's file is missing or damaged, GatesClosed when somebody on the present list has no status.
    """
    editions = records.editions(store)
    if store.instansi.fase is Fase.FINAL:
        if len(editions) < 2:
            return None
        old, new = editions[-2:]
        differs = compare_lists(_read(terbitan, old).daftar, _read(terbitan, new).daftar)
        return Selisih(_words(old), _words(new), differs)
    if not editions:
        return None
    differs = compare_lists(_read(terbitan, editions[-1]).daftar, public_rows(records.listed(store)))
    return Selisih(_words(editions[-1]), "daftar sekarang", differs)


def _words(edition: EdisiTercatat) -> str:
    return f"edisi {edition.nomor} ({edition.tahap})"


def _read(terbitan: Path, edition: EdisiTercatat) -> Edition:
    path = edition_path(terbitan, edition)
    try:
        return read_edition(path)
    except OSError as error:
        raise FileRefused(
            f"Berkas {path.name} tidak ada atau tidak dapat dibaca.",
            code="edisi-hilang",
            where=str(path.parent),
            to_do="Salin kembali dari situs atau cadangan.",
        ) from error
