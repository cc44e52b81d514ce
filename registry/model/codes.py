"""Closed vocabularies (domain.md section 9). A code never changes its meaning and is never reused."""

from enum import StrEnum


class Kategori(StrEnum):
    """Group of a worker: in BKN's THK-II database, or other non-ASN."""

    THK_II = "THK_II"
    NON_ASN = "NON_ASN"


class JenisKelamin(StrEnum):
    """Sex as the identity card gives it."""

    L = "L"
    P = "P"


class Syarat(StrEnum):
    """Eligibility: memenuhi syarat or tidak memenuhi syarat."""

    MS = "MS"
    TMS = "TMS"


class SumberGaji(StrEnum):
    """Where the pay comes from. BOS and KOMITE are contested: a person decides."""

    APBN = "APBN"
    APBD = "APBD"
    BOS = "BOS"
    KOMITE = "KOMITE"
    BLUD = "BLUD"
    PIHAK_KETIGA = "PIHAK_KETIGA"
    LAINNYA = "LAINNYA"


class Pendidikan(StrEnum):
    """Highest education. All kinds of senior secondary school (SMK, MA, Paket C ...) are SMA."""

    TIDAK_SEKOLAH = "TIDAK_SEKOLAH"
    SD = "SD"
    SMP = "SMP"
    SMA = "SMA"
    D1 = "D1"
    D2 = "D2"
    D3 = "D3"
    D4 = "D4"
    S1 = "S1"
    PROFESI = "PROFESI"
    S2 = "S2"
    S3 = "S3"


class StatusPegawai(StrEnum):
    """Review state of a record. DICORET is crossed out, never deleted."""

    DRAF = "DRAF"
    TERVERIFIKASI = "TERVERIFIKASI"
    DIKEMBALIKAN = "DIKEMBALIKAN"
    DICORET = "DICORET"


class AlasanCoret(StrEnum):
    """Why a record is crossed out. Of no person published; counted in classes that set death apart from nothing."""

    MENINGGAL = "meninggal"
    PINDAH = "pindah"
    KELUAR = "keluar"
    GANDA = "ganda"
    SANGGAHAN_DITERIMA = "sanggahan diterima"


class Fase(StrEnum):
    """Phase of an instansi (architecture section 6)."""

    PENDAFTARAN = "PENDAFTARAN"
    UJI_PUBLIK = "UJI_PUBLIK"
    PERPANJANGAN = "PERPANJANGAN"
    MENUNGGU_SPTJM = "MENUNGGU_SPTJM"
    FINAL = "FINAL"


class JenisInstansi(StrEnum):
    """Kind of an instansi."""

    KEMENTERIAN = "KEMENTERIAN"
    LEMBAGA = "LEMBAGA"
    PROVINSI = "PROVINSI"
    KABUPATEN = "KABUPATEN"
    KOTA = "KOTA"


class JenisMasukan(StrEnum):
    """What the public sends in: a proposal for an unlisted person, an objection to a listed one."""

    USULAN = "usulan"
    SANGGAHAN = "sanggahan"


class StatusMasukan(StrEnum):
    """State of an usulan or a sanggahan."""

    DITERIMA_MASUK = "DITERIMA_MASUK"
    DIKABULKAN = "DIKABULKAN"
    DITOLAK = "DITOLAK"


class Hasil(StrEnum):
    """Outcome of one row of a file that arrived. The six counts add up to the rows read."""

    DITERIMA = "diterima"
    DIPERBARUI = "diperbarui"
    SAMA = "sama"
    DITOLAK = "ditolak"
    MENUNGGU = "menunggu"
    DILEWATI = "dilewati"


class Tahap(StrEnum):
    """Stage of an edition."""

    PRAFINALISASI = "prafinalisasi"
    FINAL = "final"
