"""Build a workspace's site: editions in, the publication gate over the staged pages, then the swap."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from registry.model.masukan import Masukan
from registry.model.pegawai import Pegawai
from registry.model.tables import MASUKAN, PEGAWAI
from registry.workspace import Workspace

if TYPE_CHECKING:
    from registry.publication.secrets import Secrets

    from site_builder.build import BuildReport


def build_site(
    workspace: Workspace, out: Path | None = None, progress: Callable[[int, int, str], None] | None = None
) -> "BuildReport":
    """Build into `out` (default: situs/ of the workspace). Raises PublicationBlocked, BuildRefused."""
    from site_builder.build import build
    from site_builder.settings import SiteSettings
    from site_builder.sources import load_sources

    settings = SiteSettings(judul=workspace.title, alamat=workspace.alamat_dasar)
    return build(
        load_sources(workspace.terbitan_root),
        out=out or workspace.site_folder,
        settings=settings,
        progress=progress,
        inspect=lambda staged: _inspect(workspace, staged),
    )


def _inspect(workspace: Workspace, staged: Path) -> None:
    from registry.publication.inspect import inspect, refuse_leaks

    refuse_leaks(inspect(staged, workspace_secrets(workspace)))


def workspace_secrets(workspace: Workspace) -> "Secrets":
    """Everything private that any store of the workspace knows."""
    from registry.publication.secrets import Secrets

    people: list[Iterable[Pegawai]] = []
    masukan: list[Iterable[Masukan]] = []
    for kode in workspace.instansi_codes():
        with workspace.open_store(kode, operator="gerbang publikasi", readonly=True) as store:
            people.append(list(store.rows(PEGAWAI)))
            masukan.append(list(store.rows(MASUKAN)))
    return Secrets.from_store_rows((p for rows in people for p in rows), (m for rows in masukan for m in rows))
