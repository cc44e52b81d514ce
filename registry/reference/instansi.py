"""Agencies: provinces, kabupaten, kota, ministries and lembaga, with code, kind, region and zone."""

from collections.abc import Iterator
from functools import cache
from typing import Final

from msgspec import Struct

from registry.model.codes import JenisInstansi
from registry.reference.data import read_table

_ZONES: Final = {"WIB": "Asia/Jakarta", "WITA": "Asia/Makassar", "WIT": "Asia/Jayapura"}


class RefInstansi(Struct, frozen=True):
    """One agency.

    kode: `3375`, `33` or `KEMENAG`. nama: `Kota Pekalongan`, `Provinsi Jawa Tengah`, `Kementerian Agama`. wilayah: name of the
    province, empty for central agencies. kode_wilayah: Kemendagri's, dotted (`33.75`). zona: IANA name.
    """

    kode: str
    nama: str
    jenis: JenisInstansi
    wilayah: str
    kode_wilayah: str
    zona: str


def instansi_by_code(kode: str) -> RefInstansi | None:
    """By code, with or without dots, in any case."""
    return _by_code().get(kode.strip().replace(".", "").upper())


def all_instansi() -> tuple[RefInstansi, ...]:
    """Regional agencies by code, then central ones by name."""
    return tuple(_by_code().values())


@cache
def regions() -> frozenset[str]:
    """Four-digit codes of all kabupaten and kota that exist or once existed: what a sound NIK may begin with."""
    rows = (*read_table("wilayah.csv"), *read_table("wilayah-lama.csv"))
    return frozenset(row["kode"].replace(".", "") for row in rows if "." in row["kode"])


@cache
def _by_code() -> dict[str, RefInstansi]:
    return {instansi.kode: instansi for instansi in (*_regional(), *_central())}


def _regional() -> Iterator[RefInstansi]:
    for row in read_table("wilayah.csv"):
        if row["instansi"] == "ya":
            yield RefInstansi(
                kode=row["kode"].replace(".", ""),
                nama=row["nama"],
                jenis=JenisInstansi(row["jenis"]),
                wilayah=row["provinsi"],
                kode_wilayah=row["kode"],
                zona=_ZONES[row["zona"]],
            )


def _central() -> Iterator[RefInstansi]:
    for row in sorted(read_table("instansi-pusat.csv"), key=lambda row: row["nama"]):
        yield RefInstansi(row["kode"], row["nama"], JenisInstansi(row["jenis"]), "", "", _ZONES["WIB"])
