"""Types of the public format `pengumuman/1`. What is not a field here cannot be published."""

from datetime import date, datetime
from typing import Literal

from msgspec import UNSET, Struct, UnsetType

FORMAT = "pengumuman/1"


class Orang(Struct, frozen=True, gc=False):
    """One listed worker. `status`: MS, TMS or a later selection code (L, R2, R3 ...)."""

    nomor: str
    nama: str
    jabatan: str
    unit_kerja: str
    kategori: Literal["THK_II", "NON_ASN"]
    status: str


class InstansiPublik(Struct, frozen=True):
    """kode, nama, jenis (KEMENTERIAN, LEMBAGA, PROVINSI, KABUPATEN, KOTA); wilayah: province name, empty for central ones."""

    kode: str
    nama: str
    jenis: str
    wilayah: str
    zona: str
    alamat_masukan: str


class UjiPublikPublik(Struct, frozen=True):
    """The window of public scrutiny; both moments carry their offset."""

    mulai: datetime
    selesai: datetime


class Jurnal(Struct, frozen=True):
    """Head of the journal the edition was frozen from: an anchor against a journal cut at a line border."""

    seq: int
    head: str


class SptjmPublik(Struct, frozen=True):
    """The signed statement of a final edition; sha256 of the scan, which itself is not published."""

    nomor: str
    tanggal: date
    sha256: str


class Sel(Struct, frozen=True):
    """One count of a one-way table. `jumlah` is None when it was suppressed (1-4, or to protect such a cell)."""

    nilai: str
    jumlah: int | None


class Rekap(Struct, frozen=True):
    """One-way tables: unit by name, vocabularies and bands in their own order, no empty cells.

    Counts of 1-4 are hidden, and enough others that none can be computed back. A table that cannot be protected is empty, and so
    are the private ones (all but unit and jabatan) when only few people came or went since an earlier edition.
    """

    unit_kerja: tuple[Sel, ...] = ()
    jabatan: tuple[Sel, ...] = ()
    pendidikan: tuple[Sel, ...] = ()
    jenis_kelamin: tuple[Sel, ...] = ()
    kelompok_usia: tuple[Sel, ...] = ()
    masa_kerja: tuple[Sel, ...] = ()
    sumber_gaji: tuple[Sel, ...] = ()


class Alasan(Struct, frozen=True):
    """How many came and went for which class of reasons (`codes.ALASAN_DITAMBAHKAN`, `ALASAN_DIHAPUS`) since the edition before.

    Counts only, hidden as those of the recap are; an empty table: nobody, or nothing that could be told without telling it of a
    person (`registry.publication.reasons`). ditambahkan: of those whose number is higher than any listed before; the others can be counted
    in the lists. Why somebody's row changed follows from the two lists and needs no table.
    """

    ditambahkan: tuple[Sel, ...] = ()
    dihapus: tuple[Sel, ...] = ()


class Jumlah(Struct, frozen=True):
    """Totals of the list. They follow from `daftar` and are therefore not suppressed."""

    semua: int
    thk_ii: int
    non_asn: int
    ms: int
    tms: int


class Edition(Struct, frozen=True, kw_only=True):
    """One announcement. `edisi`: 1, 2, ... per instansi. `tanggal`: of the letter; `terbit`: moment of freezing.

    `sebelumnya`: fingerprint of the edition before, empty for the first. `sptjm`: final editions only.
    `daftar` is sorted by registration number. `alasan` is left out of the first edition and of those made before it existed:
    their bytes and fingerprints stay.
    """

    format: str = FORMAT
    periode: str
    instansi: InstansiPublik
    tahap: Literal["prafinalisasi", "final"]
    edisi: int
    nomor: str
    tanggal: date
    uji_publik: UjiPublikPublik
    terbit: datetime
    jurnal: Jurnal
    sebelumnya: str
    sptjm: SptjmPublik | None = None
    rekap: Rekap
    jumlah: Jumlah
    daftar: tuple[Orang, ...]
    alasan: Alasan | UnsetType = UNSET
