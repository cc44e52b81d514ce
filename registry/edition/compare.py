"""What changed between two editions of one instansi: people by registration number, nothing else."""

from collections.abc import Iterable
from typing import Final

from msgspec import Struct
from msgspec.structs import fields

from registry.edition.types import Edition, Orang

_FIELDS: Final = tuple(field.name for field in fields(Orang) if field.name != "nomor")


class Perubahan(Struct, frozen=True):
    """One person who is in both lists but not the same. kolom: the fields that differ, in the list's order."""

    lama: Orang
    baru: Orang
    kolom: tuple[str, ...]

    @property
    def nomor(self) -> str:
        """The registration number, the same in both."""
        return self.baru.nomor


class Perbedaan(Struct, frozen=True):
    """Everything that differs, each part in order of registration number. tetap: how many stand unchanged."""

    ditambahkan: tuple[Orang, ...] = ()
    dihapus: tuple[Orang, ...] = ()
    diubah: tuple[Perubahan, ...] = ()
    tetap: int = 0

    @property
    def kosong(self) -> bool:
        """Whether both lists are the same."""
        return not (self.ditambahkan or self.dihapus or self.diubah)


def compare(old: Edition, new: Edition) -> Perbedaan:
    """What the public would see when it laid the two lists side by side. Raises ValueError for two instansi."""
    if old.instansi.kode != new.instansi.kode:
        raise ValueError((old.instansi.kode, new.instansi.kode))
    return compare_lists(old.daftar, new.daftar)


def compare_lists(old: Iterable[Orang], new: Iterable[Orang]) -> Perbedaan:
    """The same for two lists alone."""
    before = {row.nomor: row for row in old}
    after = {row.nomor: row for row in new}
    both = sorted(before.keys() & after.keys())
    changed = tuple(_change(before[nomor], after[nomor]) for nomor in both if before[nomor] != after[nomor])
    return Perbedaan(
        ditambahkan=tuple(after[nomor] for nomor in sorted(after.keys() - before.keys())),
        dihapus=tuple(before[nomor] for nomor in sorted(before.keys() - after.keys())),
        diubah=changed,
        tetap=len(both) - len(changed),
    )


def _change(old: Orang, new: Orang) -> Perubahan:
    return Perubahan(old, new, tuple(name for name in _FIELDS if getattr(old, name) != getattr(new, name)))
