"""What the public sends in during uji publik: usulan and sanggahan."""

from datetime import date, datetime

from msgspec import Struct

from registry.model.codes import JenisMasukan, StatusMasukan


class Masukan(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """One proposal or objection.

    tanda_terima: receipt number, `U-<kode>-000001` or `S-<kode>-000001`. nomor_pegawai: the record it is about (sanggahan
    always; usulan once granted). Everything here is private except counts.
    """

    tanda_terima: str
    jenis: JenisMasukan
    waktu: datetime
    nama: str
    isi: str
    nik: str = ""
    unit_kerja: str = ""
    jabatan: str = ""
    tanggal_lahir: date | None = None
    pelapor: str = ""
    kontak: str = ""
    nomor_pegawai: str = ""
    status: StatusMasukan = StatusMasukan.DITERIMA_MASUK
    alasan: str = ""
    diputus_oleh: str = ""
    diputus_pada: datetime | None = None
