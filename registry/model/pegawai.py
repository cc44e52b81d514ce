"""One worker and their work history. Private data: nothing of this type is ever published."""

from datetime import date

from msgspec import Struct

from registry.model.codes import (
    AlasanCoret,
    JenisKelamin,
    Kategori,
    Pendidikan,
    StatusPegawai,
    SumberGaji,
    Syarat,
)
from registry.model.finding import Finding


class Asal(Struct, frozen=True, omit_defaults=True):
    """Where a record came from: `berkas` is the SHA-256 of the file, `nomor` the 1-based row. Empty: by hand."""

    berkas: str = ""
    lembar: str = ""
    nomor: int = 0


class Riwayat(Struct, frozen=True, gc=False, omit_defaults=True):
    """One decree (SK) of the work history. Both dates belong to the service; no end means still running."""

    nomor_sk: str = ""
    tanggal_sk: date | None = None
    tanggal_mulai: date | None = None
    tanggal_akhir: date | None = None
    pendidikan_sk: str = ""
    jabatan: str = ""
    unit_kerja: str = ""
    penanda_tangan: str = ""
    jenis_penanda_tangan: str = ""
    sumber_gaji: SumberGaji | None = None


class Pegawai(Struct, frozen=True, gc=False, omit_defaults=True, kw_only=True):
    """One worker of one instansi.

    nomor: registration number `<kode>-<6 digits>`, given once, never reused.
    nik, nomor_kk: 16 digits as text. nama: as the operator wrote it, without titles, which stand in gelar_*.
    pendidikan_asli: education as written ("SMK TKJ"). riwayat: the decrees; the columns of data utama are its first entry.
    aktif: still working at this instansi; None when the file does not tell.
    syarat_usulan: what the rules propose (None: a person must decide); recomputed by every verb that changes the record.
    syarat: what a person confirmed or overrode, with alasan_syarat; None: not decided.
    temuan: remarks on the data; temuan_syarat: findings of the rules behind syarat_usulan.
    """

    nomor: str
    nik: str
    nama: str
    gelar_depan: str = ""
    gelar_belakang: str = ""
    nomor_kk: str = ""
    kategori: Kategori = Kategori.NON_ASN
    nomor_thk_ii: str = ""
    tempat_lahir: str = ""
    tanggal_lahir: date | None = None
    jenis_kelamin: JenisKelamin | None = None
    pendidikan: Pendidikan | None = None
    pendidikan_asli: str = ""
    nomor_ijazah: str = ""
    tanggal_lulus: date | None = None
    sekolah: str = ""
    jabatan: str = ""
    konversi_jabatan: str = ""
    unit_kerja: str = ""
    sumber_gaji: SumberGaji | None = None
    nomor_hp: str = ""
    email: str = ""
    alamat: str = ""
    file_ijazah: str = ""
    file_sk: str = ""
    file_bukti_bayar: str = ""
    keterangan: str = ""
    aktif: bool | None = None
    riwayat: tuple[Riwayat, ...] = ()
    status: StatusPegawai = StatusPegawai.DRAF
    alasan_status: str = ""
    alasan_coret: AlasanCoret | None = None
    syarat_usulan: Syarat | None = None
    syarat: Syarat | None = None
    alasan_syarat: str = ""
    temuan: tuple[Finding, ...] = ()
    temuan_syarat: tuple[Finding, ...] = ()
    asal: Asal = Asal()

    @property
    def syarat_berlaku(self) -> Syarat | None:
        """The status that counts: a person's decision before the rules' proposal."""
        return self.syarat or self.syarat_usulan


class PegawaiRingkas(Struct, frozen=True, gc=False):
    """The fields a table of people shows: decoded ten times faster than a whole `Pegawai`."""

    nomor: str
    nik: str
    nama: str
    jabatan: str = ""
    unit_kerja: str = ""
    kategori: Kategori = Kategori.NON_ASN
    tanggal_lahir: date | None = None
    sumber_gaji: SumberGaji | None = None
    status: StatusPegawai = StatusPegawai.DRAF
    syarat_usulan: Syarat | None = None
    syarat: Syarat | None = None
    temuan: tuple[Finding, ...] = ()

    @property
    def syarat_berlaku(self) -> Syarat | None:
        """The status that counts: a person's decision before the rules' proposal."""
        return self.syarat or self.syarat_usulan
