"""What waits for a person, in groups by what there is to decide: rows of files, and people neither MS nor TMS.

Reading only; the decisions are verbs of `registry.desk.tunggu` and `registry.desk.pegawai`.
"""

from enum import StrEnum
from typing import Final

from msgspec import Struct

from registry.model.codes import Kategori, StatusPegawai, SumberGaji, Syarat
from registry.model.finding import Finding
from registry.model.impor import BarisTunggu
from registry.model.tables import PEGAWAI
from registry.normalise.nik import inspect_nik
from registry.reference.instansi import regions
from registry.store.store import Store


class Kelompok(StrEnum):
    """Why a row waits, as far as it makes another decision of it."""

    MIRIP = "mirip"
    BENTROK = "bentrok"
    NIK = "nik"
    DICORET = "dicoret"
    LAINNYA = "lainnya"


KELOMPOK: Final[dict[Kelompok, str]] = {
    Kelompok.MIRIP: "Mirip orang lain",
    Kelompok.BENTROK: "NIK dipakai berdua",
    Kelompok.NIK: "NIK rusak",
    Kelompok.DICORET: "Sudah dicoret",
    Kelompok.LAINNYA: "Isian meragukan",
}
_OF: Final = {
    "mirip-orang-lain": Kelompok.MIRIP,
    "nik-sama-nama-beda": Kelompok.BENTROK,
    "nik-sama-tanggal-lahir-beda": Kelompok.BENTROK,
    "nik-sudah-dicoret": Kelompok.DICORET,
}
_SEBAB: Final = {
    "sumber-gaji-kosong": "Sumber gaji kosong",
    "sumber-gaji-bos": "Gaji dari BOS",
    "sumber-gaji-komite": "Gaji dari komite",
    "sumber-gaji-blud": "Gaji dari BLUD",
    "thk-ii-tanpa-nomor": "THK-II tanpa nomor",
    "penanda-tangan-diragukan": "Penanda tangan SK",
    "masa-kerja-perlu-keputusan": "Masa kerja meragukan",
    "masa-kerja-tidak-diketahui": "Masa kerja tak terbaca",
    "keterangan-tidak-aktif": "Mungkin tidak aktif",
    "kontrak-berakhir-sebelum-batas": "Kontrak sudah berakhir",
    "usia-tidak-diketahui": "Usia tidak diketahui",
    "jabatan-perlu-keputusan": "Jabatan diragukan",
}
TANPA_SEBAB: Final = "tanpa-temuan"


def kelompok_of(row: BarisTunggu) -> Kelompok:
    """The group a waiting row belongs to."""
    return _OF.get(row.sebab) or (Kelompok.NIK if row.sebab.startswith("nik-") else Kelompok.LAINNYA)


class BelumSyarat(Struct, frozen=True):
    """Somebody about whom the rules leave MS or TMS open, with the fields such a decision rests on."""

    nomor: str
    nama: str
    jabatan: str = ""
    unit_kerja: str = ""
    kategori: Kategori = Kategori.NON_ASN
    sumber_gaji: SumberGaji | None = None
    status: StatusPegawai = StatusPegawai.DRAF
    syarat_usulan: Syarat | None = None
    syarat: Syarat | None = None
    temuan_syarat: tuple[Finding, ...] = ()

    @property
    def sebab(self) -> tuple[str, ...]:
        """Codes of what is to be decided, each once."""
        return tuple(dict.fromkeys(finding.kode for finding in self.temuan_syarat)) or (TANPA_SEBAB,)


def without_syarat(store: Store) -> list[BelumSyarat]:
    """Everybody still listed who is neither proposed nor decided MS or TMS, in order of number."""
    return [
        one
        for one in store.scan(PEGAWAI, BelumSyarat)
        if one.syarat is None and one.syarat_usulan is None and one.status is not StatusPegawai.DICORET
    ]


def sebab_in_words(kode: str) -> str:
    """A short name for what the rules leave open."""
    return _SEBAB.get(kode) or kode.replace("-", " ").capitalize()


class UsulNik(Struct, frozen=True):
    """A NIK that is proposed for a damaged one; an operator compares it with the identity card.

    tertulis: what the cell held. tersisa: the proposal with `·` for every digit the cell does not show. usul: 16 digits, or empty
    when none can be proposed. mengapa: sentences.
    """

    tertulis: str
    tersisa: str
    usul: str
    mengapa: tuple[str, ...]


def nik_proposal(row: BarisTunggu) -> UsulNik | None:
    """What is proposed for a row that waits because of its NIK; None for other rows."""
    if kelompok_of(row) is not Kelompok.NIK:
        return None
    seen = next((finding for finding in row.temuan if finding.kode == row.sebab), Finding(row.sebab))
    found = next((finding for finding in row.temuan if finding.kode == "nik-usul-pemulihan"), None)
    usul = found.nilai if found else "" if row.sebab == "nik-berisi-kk" else row.calon.nik
    told = tuple(finding.pesan for finding in (seen, found) if finding and finding.pesan)
    swapped = row.sebab == "nik-kk-tertukar"
    left = _left(seen.nilai, usul) if usul and not swapped else ""
    return UsulNik(seen.nilai, left, usul, (*told, *(_witness(row, usul) if usul else ())))


def nik_fault(text: str) -> str:
    """Why this cannot be taken for a NIK, as a sentence; empty when it can."""
    reading = inspect_nik(text)
    return "" if reading.nik else " ".join(finding.pesan for finding in reading.findings)


def _witness(row: BarisTunggu, usul: str) -> tuple[str, ...]:
    """Whether what the digits say agrees with the rest of the row."""
    calon = row.calon
    reading = inspect_nik(
        usul,
        tanggal_lahir=calon.tanggal_lahir,
        jenis_kelamin=calon.jenis_kelamin,
        regions=regions(),
        nomor_kk=calon.nomor_kk,
    )
    if reading.findings:
        return tuple(finding.pesan for finding in reading.findings)
    return ("Tanggal lahir, jenis kelamin, dan wilayah di dalam NIK usulan cocok dengan isian baris.",)


def _left(seen: str, usul: str) -> str:
    """`337501010190000·`: the digits of the proposal that stand in the cell too."""
    whole = seen.upper().split("E")[0]
    whole = whole[:-2] if whole.endswith((".0", ",0")) else whole
    written = "".join(char for char in whole if char.isalnum())
    return "".join(digit if written[n : n + 1] == digit else "·" for n, digit in enumerate(usul))
