"""The type of a periode file. Every field is a key of the TOML; what is missing or unknown there is refused."""

from datetime import date, datetime
from enum import StrEnum

from msgspec import Struct

from registry.model.codes import SumberGaji


class Putusan(StrEnum):
    """What a rule makes of a case: fine, out, or a person decides."""

    MS = "ms"
    TMS = "tms"
    MANUSIA = "manusia"


class BacaanJabatan(StrEnum):
    """How the position rule is read.

    JABATAN: the position itself (B/1971/SM.01.00/2022). ALIH_DAYA: only when paid through a third party (B/1511/M.SM.01.00/2022).
    MANUSIA: a person decides every case.
    """

    JABATAN = "jabatan"
    ALIH_DAYA = "alih_daya"
    MANUSIA = "manusia"


class BacaanUsia(StrEnum):
    """Where the upper age limit ends.

    SELAMA: to the day before the next birthday (56 years and 364 days is in). ULANG_TAHUN: on the birthday itself (56 years and one day
    is out).
    """

    SELAMA = "selama"
    ULANG_TAHUN = "ulang_tahun"


class KelompokJabatan(Struct, frozen=True, forbid_unknown_fields=True):
    """Positions that share a code. pola, kecuali: regular expressions over the lower-case position; kecuali wins."""

    kode: str
    nama: str
    pola: tuple[str, ...]
    kecuali: tuple[str, ...] = ()


class Surat(Struct, frozen=True, forbid_unknown_fields=True):
    """A letter the periode rests on."""

    nomor: str
    tanggal: date
    penerbit: str
    perihal: str


class Jadwal(Struct, frozen=True, forbid_unknown_fields=True):
    """The last moments that still count, each with its zone. zona: IANA name of the zone the letters speak of."""

    prafinalisasi: datetime
    finalisasi: datetime
    zona: str


class Sumber(Struct, frozen=True, forbid_unknown_fields=True):
    """For each rule the letter and point it rests on, as an operator would cite it."""

    kelompok: str
    sumber_gaji: str
    pengangkatan: str
    masa_kerja: str
    usia: str
    aktif: str
    jabatan: str


class Periode(Struct, frozen=True, eq=False, forbid_unknown_fields=True, kw_only=True):
    """One round. Compared and hashed by identity: load it once and pass it on."""

    kode: str
    judul: str
    dasar: tuple[Surat, ...]
    sumber: Sumber
    jadwal: Jadwal
    uji_publik_minimum_hari: int
    perbaikan_hari: int

    batas_usia: date
    usia_minimum: int
    usia_maksimum: int
    bacaan_usia_maksimum: BacaanUsia
    thk_ii_bebas_usia: bool

    batas_masa_kerja: date
    masa_kerja_minimum_hari: int

    bacaan_jabatan: BacaanJabatan
    thk_ii_bebas_jabatan: bool
    jabatan_dikecualikan: tuple[KelompokJabatan, ...]
    jabatan_perlu_keputusan: tuple[KelompokJabatan, ...]

    sumber_gaji: dict[SumberGaji, Putusan]
    sumber_gaji_kosong: Putusan
    penanda_tangan_diragukan: tuple[str, ...]
    thk_ii_tanpa_nomor: Putusan
    tidak_aktif: Putusan
