"""What stands once an agency is FINAL: what was published when, by which fingerprints it can be proven, and where the files are."""

from pathlib import Path

from msgspec import Struct

from registry.desk import records
from registry.desk.terbitan import edition_path
from registry.errors import UsageRefused
from registry.model.codes import Fase
from registry.model.instansi import Sptjm
from registry.model.terbitan import EdisiTercatat
from registry.store.seam import Head
from registry.store.store import Store


class Terkunci(Struct, frozen=True, kw_only=True):
    """sidik_daftar: of the list the SPTJM vouches for. pindaian: the kept scan; None when it is not there any more.

    berkas: the final edition's JSON and letter. jurnal: its head, the anchor everything can be checked against.
    """

    edisi: tuple[EdisiTercatat, ...]
    sptjm: Sptjm
    sidik_daftar: str
    berkas: tuple[Path, ...]
    pindaian: Path | None
    jurnal: Head


def locked(store: Store, terbitan: Path) -> Terkunci | None:
    """None before FINAL."""
    instansi = store.instansi
    if instansi.fase is not Fase.FINAL or instansi.sptjm is None:
        return None
    editions = records.editions(store)
    json = edition_path(terbitan, editions[-1])
    return Terkunci(
        edisi=tuple(editions),
        sptjm=instansi.sptjm,
        sidik_daftar=instansi.sidik_final,
        berkas=tuple(path for path in (json, json.with_suffix(".pdf")) if path.is_file()),
        pindaian=_kept(store, instansi.sptjm.pindaian),
        jurnal=store.head,
    )


def _kept(store: Store, sha256: str) -> Path | None:
    try:
        return store.file(sha256)
    except UsageRefused:
        return None
