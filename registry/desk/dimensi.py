"""What people are counted by: the topics of the statistics, and the value each person has in each of them.

Bands of age and service are those of the public recap (`registry.publication.recap`); here nothing is hidden.
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Final

from msgspec import Struct

from registry.model.codes import JenisKelamin, Kategori, Pendidikan, StatusPegawai, SumberGaji, Syarat
from registry.model.pegawai import Riwayat
from registry.periode.types import Periode
from registry.publication.jabatan import group_of
from registry.publication.recap import UNKNOWN, age_band, service_band
from registry.rules.reasons import DECIDED
from registry.workflow.names import STATUS_PEGAWAI

UNDECIDED: Final = "Perlu diputuskan"
KATEGORI: Final = {Kategori.THK_II: "THK-II", Kategori.NON_ASN: "Non-ASN"}
JENIS_KELAMIN: Final = {JenisKelamin.L: "Laki-laki", JenisKelamin.P: "Perempuan"}
SUMBER_GAJI: Final = {
    **{kode: kode.value for kode in SumberGaji},
    SumberGaji.KOMITE: "Komite sekolah",
    SumberGaji.PIHAK_KETIGA: "Pihak ketiga",
    SumberGaji.LAINNYA: "Lainnya",
}
PENDIDIKAN: Final = {
    **{kode: kode.value for kode in Pendidikan},
    Pendidikan.TIDAK_SEKOLAH: "Tidak sekolah",
    Pendidikan.PROFESI: "Profesi",
}
SEBAB, STATUS = "sebab", "status"
TERCATAT, TERVERIFIKASI = "tercatat", "terverifikasi"
JUDUL: Final = {
    "unit": "Unit kerja",
    "jabatan": "Jabatan",
    "pendidikan": "Pendidikan",
    "usia": "Usia",
    "masa-kerja": "Masa kerja",
    "gaji": "Sumber gaji",
    "kelamin": "Jenis kelamin",
    "kategori": "Kategori",
    "syarat": "MS/TMS",
    SEBAB: "Sebab",
    STATUS: "Status data",
    TERCATAT: "Tercatat",
    TERVERIFIKASI: "Diverifikasi",
}


class _Temuan(Struct, frozen=True, gc=False):
    kode: str


class Terhitung(Struct, frozen=True, gc=False):
    """The fields of a person that are counted: decoded several times faster than a whole `Pegawai`."""

    nomor: str
    unit_kerja: str = ""
    jabatan: str = ""
    pendidikan: Pendidikan | None = None
    tanggal_lahir: date | None = None
    riwayat: tuple[Riwayat, ...] = ()
    sumber_gaji: SumberGaji | None = None
    jenis_kelamin: JenisKelamin | None = None
    kategori: Kategori = Kategori.NON_ASN
    status: StatusPegawai = StatusPegawai.DRAF
    syarat_usulan: Syarat | None = None
    syarat: Syarat | None = None
    temuan_syarat: tuple[_Temuan, ...] = ()

    @property
    def syarat_berlaku(self) -> Syarat | None:
        """A person's decision before the rules' proposal."""
        return self.syarat or self.syarat_usulan


def _reasons(person: Terhitung) -> tuple[str, ...]:
    """Codes of what the rules found; a decision against somebody of whom they found nothing has a code of its own."""
    codes = tuple(dict.fromkeys(finding.kode for finding in person.temuan_syarat))
    return codes or ((DECIDED,) if person.syarat is Syarat.TMS else ())


# Values of those who are not crossed out; SEBAB gives codes, of which `registry.rules.reasons` has the words.
NILAI: Final[Mapping[str, Callable[[Terhitung, Periode], tuple[str, ...]]]] = {
    "unit": lambda one, _: (one.unit_kerja or UNKNOWN,),
    "jabatan": lambda one, _: (group_of(one.jabatan) or UNKNOWN,),
    "pendidikan": lambda one, _: (PENDIDIKAN[one.pendidikan] if one.pendidikan else UNKNOWN,),
    "usia": lambda one, periode: (age_band(one, periode) or UNKNOWN,),
    "masa-kerja": lambda one, periode: (service_band(one, periode) or UNKNOWN,),
    "gaji": lambda one, _: (SUMBER_GAJI[one.sumber_gaji] if one.sumber_gaji else UNKNOWN,),
    "kelamin": lambda one, _: (JENIS_KELAMIN[one.jenis_kelamin] if one.jenis_kelamin else UNKNOWN,),
    "kategori": lambda one, _: (KATEGORI[one.kategori],),
    "syarat": lambda one, _: (one.syarat_berlaku or UNDECIDED,),
    SEBAB: lambda one, _: _reasons(one),
}


def status_of(person: Terhitung) -> str:
    """The value in STATUS, which those crossed out have too."""
    return STATUS_PEGAWAI[person.status]
