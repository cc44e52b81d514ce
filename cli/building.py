"""Build a workspace's site: editions in, the publication gate over the staged pages, then the swap."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from registry.desk.keluaran import reason
from registry.desk.published import require_published
from registry.desk.terbitan import secrets_of
from registry.errors import FileRefused
from registry.model.tables import EDISI
from registry.store.store import Store
from registry.workspace import Workspace

if TYPE_CHECKING:
    from registry.publication.secrets import Secrets
    from site_builder.build import BuildReport

GATE_MEMORY = "gerbang.json"
OWN_SITE = "situs-isi"  # folder of a workspace: its own pages (*.md) and logo
_OPERATOR = "gerbang publikasi"


class _Memory(msgspec.Struct):
    """Contents the gate found clean, and the state of all stores it judged them by: with other secrets it is forgotten."""

    kunci: str
    bersih: list[str]


def build_site(
    workspace: Workspace,
    out: Path | None = None,
    progress: Callable[[int, int, str], None] | None = None,
    searched: Callable[[int, int], None] | None = None,
) -> "BuildReport":
    """Build into `out` (default: situs/ of the workspace).

    `progress` hears of the building, in bytes and words, then `searched` of the gate, in bytes. Being told to end is Ctrl+C.

    Raises StoreDamaged, FileRefused for an edition that is not the published one, PublicationBlocked, BuildRefused.
    """
    from site_builder.build import build
    from site_builder.settings import SiteSettings
    from site_builder.sources import load_sources
    from site_builder.stopping import interruptible

    secrets, key = workspace_secrets(workspace)
    target = out or workspace.site_folder
    with interruptible(), _told(target):
        return build(
            load_sources(workspace.terbitan_root),
            out=target,
            settings=SiteSettings(
                judul=workspace.title,
                alamat=workspace.alamat_dasar,
                pemilik=workspace.settings.pemilik,
                warna=workspace.settings.warna,
            ),
            progress=progress,
            own=workspace.path / OWN_SITE,
            inspect=lambda staged: pass_gate(workspace.path / GATE_MEMORY, staged, secrets, key, searched),
        )


@contextmanager
def _told(folder: Path) -> Iterator[None]:
    """A failing disk, said in Indonesian: the old site stands."""
    try:
        yield
    except OSError as error:
        raise FileRefused(
            f"Situs tidak dapat ditulis ({reason(error)}). Situs yang lama tetap seperti semula.",
            code="situs-tak-dapat-ditulis",
            where=str(folder),
            to_do="Kosongkan ruang atau periksa izin folder, lalu ulangi.",
        ) from error


def pass_gate(
    memory: Path, staged: Path, secrets: "Secrets", key: str, progress: Callable[[int, int], None] | None = None
) -> None:
    """Search every file for anything private, those that were clean the last time aside. Raises PublicationBlocked."""
    from registry.publication.inspect import inspect, refuse_leaks

    clean = _recall(memory, key)
    refuse_leaks(inspect(staged, secrets, progress, clean=clean))
    memory.touch(mode=0o600)
    memory.write_bytes(msgspec.json.encode(_Memory(key, sorted(clean))))


def workspace_secrets(workspace: Workspace) -> "tuple[Secrets, str]":
    """Everything private that the stores of the workspace know, and a key that changes when one of them or the gate does.

    Raises StoreDamaged, FileRefused: a gate that does not know everything must not open.
    """
    from registry.publication.inspect import gate_code
    from registry.publication.secrets import Secrets

    secrets = Secrets()
    heads = sha256(gate_code())
    for kode in workspace.instansi_codes():
        with workspace.open_store(kode, operator=_OPERATOR, readonly=True) as store:
            require_published(store, workspace.terbitan_folder(kode))
            secrets |= secrets_of(store, store.instansi, _days(store))
            heads.update(f"{kode} {store.head.hash}\n".encode())
    return secrets, heads.hexdigest()


def _days(store: Store) -> list[date]:
    return [edition.waktu.date() for edition in store.rows(EDISI)]


def _recall(path: Path, key: str) -> set[str]:
    try:
        memory = msgspec.json.decode(path.read_bytes(), type=_Memory)
    except (OSError, msgspec.DecodeError):
        return set()
    return set(memory.bersih) if memory.kunci == key else set()
