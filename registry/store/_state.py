"""The present records in memory: bytes per record, decoded on demand. A fold over the journal's entries."""

import threading
from collections.abc import Iterable
from datetime import datetime

import msgspec
from msgspec import Raw, Struct

from registry.model.codes import StatusPegawai
from registry.model.tables import PEGAWAI
from registry.store._payload import Payload


class _Key(Struct):
    nik: str = ""
    status: StatusPegawai = StatusPegawai.DRAF


_MANY = 1_000
_key = msgspec.json.Decoder(_Key).decode


class State:
    """Table -> key -> bytes. Readers in other threads see the state before or after a change, never in between."""

    def __init__(self) -> None:
        self._tables: dict[str, dict[str, Raw]] = {}
        self._order: dict[str, list[str]] = {}
        self._niks: dict[str, list[str]] | None = None
        self._changing = threading.RLock()
        self.last_moment: datetime | None = None

    def apply(self, payload: Payload) -> None:
        """One entry's deletes and puts, and its time."""
        with self._changing:
            for table, keys in payload.deletes.items():
                self._delete(table, keys)
            for table, records in payload.puts.items():
                self._put(table, records)
            self.last_moment = payload.waktu

    def _put(self, table: str, records: dict[str, Raw]) -> None:
        present = self._tables.setdefault(table, {})
        if table == PEGAWAI and self._niks is not None:
            if len(records) > _MANY:
                self._niks = None  # learnt anew when next asked for
            else:
                self._forget_niks(present, records)
                self._learn_niks(self._niks, records)
        count = len(present)
        present.update(records)
        if len(present) != count:
            self._order.pop(table, None)

    def _delete(self, table: str, keys: list[str]) -> None:
        present = self._tables.get(table, {})
        if table == PEGAWAI and self._niks is not None:
            self._forget_niks(present, keys)
        for key in keys:
            present.pop(key, None)
        self._order.pop(table, None)

    def get(self, table: str, key: str) -> Raw | None:
        """One record's bytes."""
        return self._tables.get(table, {}).get(key)

    def keys(self, table: str) -> list[str]:
        """Sorted; registration numbers of one instansi sort as they count. Not to be changed by the caller."""
        with self._changing:
            if table not in self._order:
                self._order[table] = sorted(self._tables.get(table, {}))
            return self._order[table]

    def count(self, table: str) -> int:
        """Number of records."""
        return len(self._tables.get(table, {}))

    def tables(self) -> list[str]:
        """Names of the tables that have records, sorted."""
        return sorted(table for table, records in self._tables.items() if records)

    def rows(self, table: str) -> list[Raw]:
        """All records' bytes in key order: a copy that later changes leave alone."""
        with self._changing:
            records = self._tables.get(table, {})
            return [records[key] for key in self.keys(table)]

    def by_nik(self, nik: str) -> str | None:
        """Registration number of the record with this NIK; one that is not crossed out comes first."""
        with self._changing:
            if self._niks is None:
                niks: dict[str, list[str]] = {}
                self._learn_niks(niks, self._tables.get(PEGAWAI, {}))
                self._niks = niks
            found = self._niks.get(nik, [])
            return min(found, key=self._rank) if found else None

    def _rank(self, nomor: str) -> tuple[bool, str]:
        return _key(self._tables[PEGAWAI][nomor]).status is StatusPegawai.DICORET, nomor

    @staticmethod
    def _learn_niks(niks: dict[str, list[str]], records: dict[str, Raw]) -> None:
        for nomor, record in records.items():
            nik = _key(record).nik
            if nik:
                niks.setdefault(nik, []).append(nomor)

    def _forget_niks(self, present: dict[str, Raw], keys: Iterable[str]) -> None:
        for nomor in keys:
            record = present.get(nomor)
            if record is not None and self._niks is not None:
                nik = _key(record).nik
                others = [other for other in self._niks.get(nik, []) if other != nomor]
                if others:
                    self._niks[nik] = others
                else:
                    self._niks.pop(nik, None)
