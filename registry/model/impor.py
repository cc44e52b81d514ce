"""What arrived: files and the outcome of every row of them."""

from datetime import date, datetime

from msgspec import Struct

from registry.model.codes import Hasil
from registry.model.finding import Finding
from registry.model.pegawai import Pegawai, Riwayat


class BarisImpor(Struct, frozen=True, gc=False, omit_defaults=True, kw_only=True):
    """One row of one file and what became of it.

    lembar: sheet name, None where the format has no sheets. nomor: 1-based row of the sheet (record of a CSV).
    jenis: kind of the row: `orang`, `sk`, or for dilewati `kepala`, `judul`, `jumlah`, `tanda_tangan`, `pita_unit`,
    `nomor_kolom`, `kosong`, `lembar_bukan_data`. sel: the original cells as text, kept for ditolak and menunggu.
    pegawai: registration number of the record it became or changed.
    """

    lembar: str | None
    nomor: int
    hasil: Hasil
    jenis: str
    nik: str | None = None
    nama: str | None = None
    tanggal_lahir: date | None = None
    syarat: str | None = None
    temuan: tuple[Finding, ...] = ()
    sel: tuple[str, ...] = ()
    pegawai: str = ""


class Impor(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """One file taken in. nomor: `I-000001`. kepala: per sheet, header texts in the columns' order, for the reject file."""

    nomor: str
    berkas: str
    sha256: str
    waktu: datetime
    operator: str
    unit: str = ""
    baris_dibaca: int = 0
    hasil: dict[str, int] = {}
    kepala: dict[str, tuple[str, ...]] = {}
    baris: tuple[BarisImpor, ...] = ()


class BarisTunggu(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """A row that waits for a person.

    nomor: `T-000001`. sebab: the code that made it wait (`nik-sama-nama-beda`, `mirip-orang-lain` ...).
    calon: the record it would become or the record it would change to. lawan: registration number of the record it collides
    with. riwayat: for a row of the second table. putusan: empty while waiting, then `terima`, `perbarui` or `tolak`.
    """

    nomor: str
    impor: str
    lembar: str | None
    nomor_baris: int
    sebab: str
    calon: Pegawai
    lawan: str = ""
    riwayat: tuple[Riwayat, ...] = ()
    temuan: tuple[Finding, ...] = ()
    putusan: str = ""
    alasan: str = ""
