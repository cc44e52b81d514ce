"""What the screens talk to: the workspace, the open store, the operator and the clock. It adds no rule of its own.

Every call that touches the store is made in a worker and holds `guard`, for a commit must not meet a reading.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING

from msgspec import Struct

from registry.errors import PendataanError, UsageRefused
from registry.model import tables
from registry.model.act import Act
from registry.model.codes import Fase, StatusPegawai
from registry.model.instansi import Instansi
from registry.model.pegawai import Pegawai, PegawaiRingkas
from registry.workflow.actions import Action
from registry.workflow.steps import allowed
from registry.workspace import Workspace

if TYPE_CHECKING:
    from registry.periode.types import Periode
    from registry.store.store import Store

Clock = Callable[[], datetime]


class StatusOnly(Struct, frozen=True):
    """As much of a person as the counts need."""

    status: StatusPegawai = StatusPegawai.DRAF


class PutusanOnly(Struct, frozen=True):
    """As much of a waiting row as the counts need."""

    putusan: str = ""


@dataclass(frozen=True, slots=True)
class InstansiLine:
    """One instansi in the list of the workspace. `trouble`: why it could not be read."""

    kode: str
    nama: str
    fase: Fase | None
    orang: int
    belum: int
    menunggu: int
    trouble: str = ""


class Session:
    """One operator at one workspace, with at most one instansi open."""

    def __init__(self, workspace: Workspace, operator: str, clock: Clock) -> None:
        self.workspace = workspace
        self.operator = operator
        self.clock = clock
        self.guard = RLock()
        self._store: Store | None = None
        self._periodes: dict[str, Periode] = {}
        self.instansi: Instansi | None = None

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
            if self._store.readonly:
                notices.insert(0, f"Hanya baca: {self._store.held_by or 'berkas tidak dapat ditulis'}.")
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

    def lines(self) -> list[InstansiLine]:
        """Every instansi of the workspace; one that cannot be read says why."""
        return [self._line(kode) for kode in self.workspace.instansi_codes()]

    def _line(self, kode: str) -> InstansiLine:
        try:
            with self.workspace.open_store(kode, operator=self.operator, readonly=True) as store:
                people = list(store.scan(tables.PEGAWAI, StatusOnly))
                waiting = sum(not row.putusan for row in store.scan(tables.TUNGGU, PutusanOnly))
                counted = [one for one in people if one.status is not StatusPegawai.DICORET]
                return InstansiLine(
                    kode=kode,
                    nama=store.instansi.nama,
                    fase=store.instansi.fase,
                    orang=len(counted),
                    belum=sum(one.status is not StatusPegawai.TERVERIFIKASI for one in counted),
                    menunggu=waiting,
                )
        except PendataanError as error:
            return InstansiLine(kode, kode, None, 0, 0, 0, trouble=error.what)

    def people(self) -> list[PegawaiRingkas]:
        """Every person, with the fields a table shows."""
        return list(self.store.scan(tables.PEGAWAI, PegawaiRingkas))

    def person(self, nomor: str) -> Pegawai:
        """One person, whole."""
        found = self.store.get(tables.PEGAWAI, nomor)
        if not isinstance(found, Pegawai):
            raise UsageRefused("Orang ini tidak ditemukan.", where=nomor, to_do="Muat ulang daftar.")
        return found
