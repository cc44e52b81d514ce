"""Build a workspace's site: editions in, the publication gate over the staged pages, then the swap."""

from collections.abc import Callable
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from registry.model.instansi import Instansi
from registry.model.tables import EDISI, MASUKAN, PEGAWAI
from registry.store.store import Store
from registry.workspace import Workspace

if TYPE_CHECKING:
    from registry.publication.secrets import Secrets
    from site_builder.build import BuildReport

GATE_MEMORY = "gerbang.json"


class _Memory(msgspec.Struct):
    """Contents the gate found clean, and the state of all stores it judged them by: with other secrets it is forgotten."""

    kunci: str
    bersih: list[str]


def build_site(
    workspace: Workspace, out: Path | None = None, progress: Callable[[int, int, str], None] | None = None
) -> "BuildReport":
    """Build into `out` (default: situs/ of the workspace). Raises PublicationBlocked, BuildRefused."""
    from site_builder.build import build
    from site_builder.settings import SiteSettings
    from site_builder.sources import load_sources

    return build(
        load_sources(workspace.terbitan_root),
        out=out or workspace.site_folder,
        settings=SiteSettings(judul=workspace.title, alamat=workspace.alamat_dasar),
        progress=progress,
        inspect=lambda staged: pass_gate(workspace, staged),
    )


def pass_gate(workspace: Workspace, staged: Path) -> None:
    """Search every file for anything private of any store of the workspace. Raises PublicationBlocked."""
    from registry.publication.inspect import inspect, refuse_leaks

    secrets, key = workspace_secrets(workspace)
    memory = workspace.path / GATE_MEMORY
    clean = _recall(memory, key)
    refuse_leaks(inspect(staged, secrets, clean=clean))
    memory.write_bytes(msgspec.json.encode(_Memory(key, sorted(clean))))


def workspace_secrets(workspace: Workspace) -> "tuple[Secrets, str]":
    """Everything private that any store of the workspace knows, and a key that changes when one of them does."""
    from registry.publication.secrets import Secrets

    secrets = Secrets()
    heads = sha256()
    for kode in workspace.instansi_codes():
        with workspace.open_store(kode, operator="gerbang publikasi", readonly=True) as store:
            secrets |= Secrets.from_store_rows(store.rows(PEGAWAI), store.rows(MASUKAN), public=_public(store))
            heads.update(f"{kode} {store.head.hash}\n".encode())
    return secrets, heads.hexdigest()


def _public(store: Store) -> "list[str | date]":
    """What the agency itself publishes: its letterhead, and the days of its windows, letters and editions."""
    instansi: Instansi = store.instansi
    kop = instansi.kop
    days = [edition.waktu.date() for edition in store.rows(EDISI)]
    if instansi.uji_publik:
        days += [instansi.uji_publik.mulai.date(), instansi.uji_publik.selesai.date()]
    if instansi.sptjm:
        days.append(instansi.sptjm.tanggal)
    return [*kop.baris, kop.alamat, kop.telepon, kop.surel, kop.laman, instansi.alamat_masukan, *days]


def _recall(path: Path, key: str) -> set[str]:
    try:
        memory = msgspec.json.decode(path.read_bytes(), type=_Memory)
    except (OSError, msgspec.DecodeError):
        return set()
    return set(memory.bersih) if memory.kunci == key else set()
