"""What codes and fields are called on the screen where `registry.workflow.names` has no word, and the tone of each word."""

from registry.model.codes import (
    Fase,
    Hasil,
    JenisInstansi,
    JenisKelamin,
    Kategori,
    Pendidikan,
    StatusMasukan,
    StatusPegawai,
    SumberGaji,
    Syarat,
)
from tui.widgets.columns import Tone

TONE_STYLE: dict[Tone, str] = {
    "": "$foreground", "good": "$text-success", "bad": "$text-error", "warn": "$text-warning",
    "muted": "$foreground 70%", "strong": "$text-primary",
}  # fmt: skip
FASE_TONE: dict[Fase, Tone] = {
    Fase.PENDAFTARAN: "strong",
    Fase.UJI_PUBLIK: "warn",
    Fase.PERPANJANGAN: "warn",
    Fase.MENUNGGU_SPTJM: "warn",
    Fase.FINAL: "good",
}
STATUS_TONE: dict[StatusPegawai, Tone] = {
    StatusPegawai.DRAF: "",
    StatusPegawai.TERVERIFIKASI: "good",
    StatusPegawai.DIKEMBALIKAN: "warn",
    StatusPegawai.DICORET: "muted",
}
SYARAT: dict[Syarat | None, tuple[str, Tone]] = {
    Syarat.MS: ("MS", "good"),
    Syarat.TMS: ("TMS", "bad"),
    None: ("putuskan", "warn"),
}
HASIL: dict[Hasil, tuple[str, Tone]] = {
    Hasil.DITERIMA: ("Diterima", "good"),
    Hasil.DIPERBARUI: ("Diperbarui", "good"),
    Hasil.SAMA: ("Sama", "muted"),
    Hasil.MENUNGGU: ("Menunggu", "warn"),
    Hasil.DITOLAK: ("Ditolak", "bad"),
    Hasil.DILEWATI: ("Dilewati", "muted"),
}
MASUKAN_TONE: dict[StatusMasukan, Tone] = {
    StatusMasukan.DITERIMA_MASUK: "warn",
    StatusMasukan.DIKABULKAN: "good",
    StatusMasukan.DITOLAK: "muted",
}
KATEGORI: dict[Kategori, str] = {Kategori.THK_II: "THK-II", Kategori.NON_ASN: "Non-ASN"}
JENIS_KELAMIN: dict[JenisKelamin, str] = {JenisKelamin.L: "Laki-laki", JenisKelamin.P: "Perempuan"}
SUMBER_GAJI: dict[SumberGaji, str] = {
    **{code: code.value for code in SumberGaji},
    SumberGaji.KOMITE: "Komite", SumberGaji.PIHAK_KETIGA: "Pihak ketiga", SumberGaji.LAINNYA: "Lainnya",
}  # fmt: skip
PENDIDIKAN: dict[Pendidikan, str] = {
    **{code: code.value for code in Pendidikan},
    Pendidikan.TIDAK_SEKOLAH: "Tidak sekolah", Pendidikan.PROFESI: "Profesi",
}  # fmt: skip
CODED: dict[str, dict[str, str]] = {
    field: {str(code): word for code, word in words.items()}
    for field, words in {
        "kategori": KATEGORI, "jenis_kelamin": JENIS_KELAMIN, "sumber_gaji": SUMBER_GAJI, "pendidikan": PENDIDIKAN,
    }.items()
}  # fmt: skip
JENIS: dict[JenisInstansi, str] = {
    JenisInstansi.KEMENTERIAN: "Kementerian",
    JenisInstansi.LEMBAGA: "Lembaga",
    JenisInstansi.PROVINSI: "Provinsi",
    JenisInstansi.KABUPATEN: "Kabupaten",
    JenisInstansi.KOTA: "Kota",
}
KOLOM: dict[str, str] = {
    "nik": "NIK", "nama": "Nama", "gelar_depan": "Gelar depan", "gelar_belakang": "Gelar belakang", "nomor_kk": "Nomor KK",
    "kategori": "Kategori", "nomor_thk_ii": "Nomor THK-II", "tempat_lahir": "Tempat lahir", "tanggal_lahir": "Tanggal lahir",
    "jenis_kelamin": "Jenis kelamin", "pendidikan": "Pendidikan", "nomor_ijazah": "Nomor ijazah",
    "tanggal_lulus": "Tanggal lulus", "sekolah": "Sekolah/kampus", "jabatan": "Jabatan",
    "konversi_jabatan": "Konversi jabatan", "unit_kerja": "Unit kerja", "sumber_gaji": "Sumber gaji",
    "nomor_hp": "Nomor HP", "email": "Surel", "alamat": "Alamat", "keterangan": "Keterangan", "nomor_sk": "Nomor SK",
    "tanggal_sk": "Tanggal SK", "tanggal_mulai": "Tanggal mulai", "tanggal_akhir": "Tanggal akhir", "aktif": "Masih bekerja",
    "penanda_tangan": "Penanda tangan SK", "jenis_penanda_tangan": "Jenis penanda tangan", "riwayat": "Riwayat",
    "file_ijazah": "Berkas ijazah", "file_sk": "Berkas SK", "file_bukti_bayar": "Berkas bukti bayar",
    "pendidikan_asli": "Pendidikan (tertulis)", "pendidikan_sk": "Pendidikan menurut SK", "masa_kerja": "Masa kerja",
}  # fmt: skip


def kolom(field: str) -> str:
    """Return what a field is called; its own name with blanks if it has no other."""
    return KOLOM.get(field, field.replace("_", " "))


def in_words(field: str, text: str) -> str:
    """Return the word for a code in this field; any other text stays. The core reads the word back as the code."""
    return CODED.get(field, {}).get(text, text)


def number(count: int) -> str:
    """Return `12345` as `12.345`."""
    return f"{count:,}".replace(",", ".")
