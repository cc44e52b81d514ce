"""Decrees (SK) of a person: recognising the same decree again, and merging it into the work history."""

import re

from msgspec import structs

from registry.model.finding import Finding
from registry.model.pegawai import Riwayat

FIELDS = (
    "nomor_sk",
    "tanggal_sk",
    "tanggal_mulai",
    "tanggal_akhir",
    "pendidikan_sk",
    "penanda_tangan",
    "jenis_penanda_tangan",
)
SHARED = ("jabatan", "unit_kerja", "sumber_gaji")
WRONG_WAY_ROUND = "tanggal-akhir-sebelum-mulai"
_LOOSE = re.compile(r"[\s.,;:]+")


def _number(sk: str) -> str:
    return _LOOSE.sub("", sk).casefold()


def find_same(riwayat: tuple[Riwayat, ...], new: Riwayat, *, utama: bool) -> int | None:
    """The place of the same decree: same number; without a number on one side, same first day.

    utama: the row is of data utama, whose decree is the person's only known one until the second table arrives.
    """
    number = _number(new.nomor_sk)
    if number:
        for place, old in enumerate(riwayat):
            if _number(old.nomor_sk) == number and _same_day(old, new):
                return place
        for place, old in enumerate(riwayat):
            if _number(old.nomor_sk) == number and (utama or (old.tanggal_sk and old.tanggal_sk == new.tanggal_sk)):
                return place
    for place, old in enumerate(riwayat):
        if (not number or not old.nomor_sk or utama) and old.tanggal_mulai and old.tanggal_mulai == new.tanggal_mulai:
            return place
    if utama and not number and len(riwayat) == 1:
        return 0
    return None


def _same_day(old: Riwayat, new: Riwayat) -> bool:
    return old.tanggal_mulai is None or new.tanggal_mulai is None or old.tanggal_mulai == new.tanggal_mulai


def overlay(old: Riwayat, new: Riwayat) -> Riwayat:
    """The old decree with what the new one tells; an empty field erases nothing."""
    told = {name: value for name in (*FIELDS, *SHARED) if (value := getattr(new, name)) not in ("", None)}
    return structs.replace(old, **told)


def merge(riwayat: tuple[Riwayat, ...], new: Riwayat, *, utama: bool = False) -> tuple[Riwayat, ...]:
    """The history with this decree in it: in the place of the same one, or at the end (data utama's stays the first)."""
    place = find_same(riwayat, new, utama=utama)
    if place is not None:
        return (*riwayat[:place], overlay(riwayat[place], new), *riwayat[place + 1 :])
    return (*riwayat, new)


def wrong_way_round(sk: Riwayat) -> tuple[Finding, ...]:
    """The remark on a decree that ends before it starts: it counts no day."""
    start, end = sk.tanggal_mulai, sk.tanggal_akhir
    if start is None or end is None or end >= start:
        return ()
    pesan = "Tanggal akhir SK mendahului tanggal mulainya. Perbaiki salah satunya."
    return (Finding(WRONG_WAY_ROUND, "tanggal_akhir", end.isoformat(), pesan),)
