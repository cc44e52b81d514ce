"""The instansi itself: identity, letterhead, signing head, windows, phase."""

from datetime import date, datetime

from msgspec import Struct

from registry.model.codes import Fase, JenisInstansi


class Kop(Struct, frozen=True, omit_defaults=True):
    """Letterhead: lines from the largest authority down, and the address line below them."""

    baris: tuple[str, ...] = ()
    alamat: str = ""
    telepon: str = ""
    laman: str = ""
    surel: str = ""


class Ppk(Struct, frozen=True, omit_defaults=True):
    """Pejabat Pembina Kepegawaian: the head of the agency, who signs the SPTJM. Official data, not private."""

    nama: str = ""
    jabatan: str = ""
    nip: str = ""


class UjiPublik(Struct, frozen=True):
    """The window of public scrutiny. Both moments carry their zone; `selesai` is the last moment that still counts."""

    mulai: datetime
    selesai: datetime


class Sptjm(Struct, frozen=True):
    """The signed statement: its number and date, the SHA-256 of the scan in berkas/, and of the frozen list it vouches for."""

    nomor: str
    tanggal: date
    pindaian: str
    sidik_daftar: str


class Instansi(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """One agency in one periode.

    kode: `3375` (Kemendagri, without dots) or a short name (`KEMENAG`); `wilayah`: name of the province, empty for central
    agencies; zona: IANA name (`Asia/Jakarta`). alamat_masukan: where the public proposes and objects.
    nomor_terakhir: the last registration serial given. edisi_terakhir: number of the newest edition, 0 when none.
    sidik_final: fingerprint of the frozen final list, from susun-final on.
    unit_diharapkan: the work units that are to send a file, as the agency names them; each once. nomor_tunggu_terakhir: serial of the last waiting row of
    an import that was undone; 0 while there is none, for rows that stay tell by themselves.
    """

    kode: str
    nama: str
    jenis: JenisInstansi
    wilayah: str = ""
    kode_wilayah: str = ""
    zona: str = "Asia/Jakarta"
    periode: str = "2022"
    tempat: str = ""
    kop: Kop = Kop()
    ppk: Ppk = Ppk()
    alamat_masukan: str = ""
    fase: Fase = Fase.PENDAFTARAN
    uji_publik: UjiPublik | None = None
    nomor_pengumuman: str = ""
    edisi_terakhir: int = 0
    sidik_final: str = ""
    sptjm: Sptjm | None = None
    nomor_terakhir: int = 0
    nomor_masukan_terakhir: int = 0
    nomor_impor_terakhir: int = 0
    unit_diharapkan: tuple[str, ...] = ()
    nomor_tunggu_terakhir: int = 0
