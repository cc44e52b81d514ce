"""What the screens talk to: the workspace, the open store, the operator and the clock. It adds no rule of its own.

Every call that touches the store is made in a worker and holds `guard`, for a commit must not meet a reading.
"""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING

from registry.errors import StoreError, UsageRefused
from registry.model import tables
from registry.model.act import Act
from registry.model.instansi import Instansi
from registry.model.pegawai import Pegawai, PegawaiRingkas
from registry.workflow.actions import Action
from registry.workflow.steps import allowed
from registry.workspace import SETTINGS_FILE, Workspace, WorkspaceSettings

if TYPE_CHECKING:
    from registry.periode.types import Periode
    from registry.store.store import Store

Clock = Callable[[], datetime]


class Session:
    """One operator at one workspace, with at most one instansi open."""

    def __init__(self, workspace: Workspace, operator: str, clock: Clock) -> None:
        self.workspace = workspace
        self.operator = operator
        self.clock = clock
        self.guard = RLock()
        self.settled = True
        self._store: Store | None = None
        self._periodes: dict[str, Periode] = {}
        self.instansi: Instansi | None = None

    # the workspace

    @classmethod
    def at(cls, path: Path, operator: str, clock: Clock) -> "Session":
        """A session at a folder that may be missing or unsound: `look_at_workspace` tells, and tries again each time."""
        session = cls(Workspace(path, WorkspaceSettings()), operator, clock)
        session.settled = False
        return session

    def look_at_workspace(self) -> None:
        """Open the workspace if that has not worked yet. Raises PendataanError when it cannot be, or has gone meanwhile."""
        if not self.settled:
            self.move(self.workspace.path)
        if self.vanished:
            raise self.vanishing()

    @property
    def vanished(self) -> bool:
        """Whether the folder of the workspace was here and is not any more. Looks at the disk."""
        return self.settled and not (self.workspace.path / SETTINGS_FILE).is_file()

    def vanishing(self) -> StoreError:
        """The error of a workspace that has gone."""
        return StoreError(
            "Folder ruang kerja tidak ditemukan lagi.",
            where=str(self.workspace.path),
            to_do="Pasang kembali media atau sambungan jaringannya lalu coba lagi, atau pilih ruang kerja lain.",
        )

    def move(self, path: Path) -> None:
        """Go to another workspace; a folder without one becomes a new one. Raises PendataanError, and stays then."""
        found = Workspace.open(path) if (path / SETTINGS_FILE).exists() else Workspace.init(path)
        self.close()
        self.workspace, self.settled = found, True
        self._periodes = {}

    # the open instansi

    @property
    def store(self) -> "Store":
        """The open store."""
        if self._store is None:
            raise UsageRefused("Belum ada instansi yang dibuka.", to_do="Pilih instansi lebih dahulu.")
        return self._store

    @property
    def is_open(self) -> bool:
        """An instansi is open."""
        return self._store is not None

    @property
    def readonly(self) -> bool:
        """Nothing can be written: somebody else holds the store, or it is damaged."""
        return self._store is not None and self._store.readonly

    @property
    def version(self) -> int:
        """Changes with every write."""
        return self._store.head.seq if self._store else -1

    @property
    def periode(self) -> "Periode":
        """The rules of the open instansi."""
        kode = self.store.instansi.periode
        if kode not in self._periodes:
            self._periodes[kode] = self.workspace.periode_for(self.store.instansi)
        return self._periodes[kode]

    @property
    def terbitan(self) -> Path:
        """Where the open instansi's editions go."""
        return self.workspace.terbitan_folder(self.store.kode)

    def open(self, kode: str) -> list[str]:
        """Open an instansi, closing the one before. Returns notices to show."""
        self.close()
        with self.guard:
            self._store = self.workspace.open_store(kode, operator=self.operator)
            self.instansi = self._store.instansi
            notices = list(self._store.notices)
            if self._store.readonly and not notices:
                notices.append("Hanya baca: berkas tidak dapat ditulisi.")
            return notices

    def close(self) -> None:
        """Close the open instansi, if any."""
        with self.guard:
            store, self._store, self.instansi = self._store, None, None
            if store is not None:
                store.close()

    def reread(self) -> None:
        """Take over the instansi as the last write left it."""
        if self._store is not None:
            self.instansi = self._store.instansi

    def act(self, alasan: str = "") -> Act:
        """Who does it, now, and why."""
        return Act(self.operator, self.clock(), alasan)

    def may(self, needs: Sequence[Action]) -> bool:
        """Whether the phase allows one of the actions and the store can be written."""
        if not needs:
            return True
        if self.instansi is None or self.readonly:
            return False
        return not set(needs).isdisjoint(allowed(self.instansi.fase))

    # reading

    def people(self) -> list[PegawaiRingkas]:
        """Every person, with the fields a table shows."""
        return list(self.store.scan(tables.PEGAWAI, PegawaiRingkas))

    def person(self, nomor: str) -> Pegawai:
        """One person, whole."""
        found = self.store.get(tables.PEGAWAI, nomor)
        if not isinstance(found, Pegawai):
            raise UsageRefused("Orang ini tidak ditemukan.", where=nomor, to_do="Muat ulang daftar.")
        return found
