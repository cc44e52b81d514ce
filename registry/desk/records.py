"""Looking things up in a store, typed; a number that does not exist is refused in Indonesian."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from msgspec import Struct

from registry.errors import UsageRefused
from registry.model.codes import AlasanCoret, StatusPegawai, Syarat
from registry.model.impor import BarisTunggu, Impor
from registry.model.masukan import Masukan
from registry.model.pegawai import Pegawai
from registry.model.tables import EDISI, IMPOR, MASUKAN, PEGAWAI, TUNGGU
from registry.model.terbitan import EdisiTercatat
from registry.store.store import Store

T = TypeVar("T", bound=Struct)


class Mark(Struct, frozen=True):
    """The few fields of a record that counting needs: decoded far faster than a whole `Pegawai`."""

    nomor: str
    unit_kerja: str = ""
    status: StatusPegawai = StatusPegawai.DRAF
    syarat_usulan: Syarat | None = None
    syarat: Syarat | None = None

    @property
    def undecided(self) -> bool:
        """Neither the rules nor a person tell MS or TMS."""
        return self.syarat is None and self.syarat_usulan is None


def marks(store: Store) -> Iterator[Mark]:
    """State and eligibility of every record."""
    return store.scan(PEGAWAI, Mark)


def crossed(store: Store) -> dict[str, AlasanCoret | None]:
    """Number -> why, of everybody crossed out."""
    return {row.nomor: row.alasan_coret for row in store.scan(PEGAWAI, _Crossed) if row.status is StatusPegawai.DICORET}


class _Crossed(Struct, frozen=True, gc=False):
    nomor: str
    status: StatusPegawai = StatusPegawai.DRAF
    alasan_coret: AlasanCoret | None = None


def pegawai(store: Store, nomor: str) -> Pegawai:
    """The record with this registration number. Raises UsageRefused."""
    return _one(store, PEGAWAI, nomor, Pegawai, "Tidak ada pegawai bernomor")


def several(store: Store, nomor_list: Sequence[str]) -> list[Pegawai]:
    """The records with these numbers, each once. Raises UsageRefused naming all that do not exist."""
    wanted = tuple(dict.fromkeys(nomor_list))
    if not wanted:
        raise UsageRefused("Belum ada pegawai yang dipilih.", to_do="Pilih sedikitnya satu.")
    if missing := [nomor for nomor in wanted if store.get(PEGAWAI, nomor) is None]:
        raise UsageRefused(f"Tidak ada pegawai bernomor {', '.join(missing[:10])}.", where=store.instansi.nama)
    return [pegawai(store, nomor) for nomor in wanted]


def masukan(store: Store, tanda_terima: str) -> Masukan:
    """The usulan or sanggahan with this receipt number. Raises UsageRefused."""
    return _one(store, MASUKAN, tanda_terima, Masukan, "Tidak ada usulan atau sanggahan bertanda terima")


def tunggu(store: Store, nomor: str) -> BarisTunggu:
    """The waiting row with this number. Raises UsageRefused."""
    return _one(store, TUNGGU, nomor, BarisTunggu, "Tidak ada baris menunggu bernomor")


def all_masukan(store: Store) -> list[Masukan]:
    """Every usulan and sanggahan, the oldest first."""
    return sorted(_all(store, MASUKAN, Masukan), key=lambda entry: entry.tanda_terima[-6:])


def all_tunggu(store: Store) -> list[BarisTunggu]:
    """Every row that waits or waited, the oldest first."""
    return list(_all(store, TUNGGU, BarisTunggu))


def all_imports(store: Store) -> list[Impor]:
    """Every file taken in, the oldest first."""
    return list(_all(store, IMPOR, Impor))


def editions(store: Store) -> list[EdisiTercatat]:
    """Every frozen edition, the oldest first."""
    return sorted(_all(store, EDISI, EdisiTercatat), key=lambda edition: edition.nomor)


def listed(store: Store) -> Iterator[Pegawai]:
    """Everybody on the public list: neither crossed out nor sent back to the unit. In order of number."""
    return (person for person in _all(store, PEGAWAI, Pegawai) if person.status in LISTED)


def everybody(store: Store) -> Iterator[Pegawai]:
    """Every record, whatever its state, in order of number."""
    return iter(_all(store, PEGAWAI, Pegawai))


LISTED = frozenset({StatusPegawai.DRAF, StatusPegawai.TERVERIFIKASI})


def _one(store: Store, table: str, key: str, kind: type[T], refusal: str) -> T:
    found = store.get(table, key)
    if not isinstance(found, kind):
        raise UsageRefused(f"{refusal} {key}.", where=store.instansi.nama, to_do="Periksa nomornya.")
    return found


def _all(store: Store, table: str, kind: type[T]) -> Iterable[T]:
    return (row for row in store.rows(table) if isinstance(row, kind))
