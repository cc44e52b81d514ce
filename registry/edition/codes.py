"""Codes of the public format and what they mean to a reader."""

from typing import Final

STATUS: Final = {
    "MS": "memenuhi syarat pendataan",
    "TMS": "tidak memenuhi syarat pendataan",
    "L": "lulus seleksi",
    "R2": "terdaftar sebagai THK-II",
    "R3": "terdaftar sebagai tenaga non-ASN",
    "R4": "tidak terdaftar dalam pendataan",
    "TH": "tidak hadir",
    "APS": "mengundurkan diri atas permintaan sendiri",
    "DIS": "didiskualifikasi",
}
KATEGORI: Final = {"THK_II": "tenaga honorer kategori II dalam basis data BKN", "NON_ASN": "tenaga non-ASN lainnya"}
# Why people came or went since the edition before, as classes wide enough to tell nothing personal. A code keeps its meaning.
ALASAN_DITAMBAHKAN: Final = {"USULAN_DIKABULKAN": "Usulan dikabulkan", "DIDATA_INSTANSI": "Baru didata instansi"}
ALASAN_DIHAPUS: Final = {
    "SANGGAHAN_DIKABULKAN": "Sanggahan dikabulkan",
    "TIDAK_LAGI_BEKERJA": "Tidak lagi bekerja di instansi ini",
    "DATA_DITERTIBKAN": "Data ditertibkan: tercatat ganda, atau dikembalikan untuk dilengkapi",
}
JENIS: Final = ("KEMENTERIAN", "LEMBAGA", "PROVINSI", "KABUPATEN", "KOTA")
TAHAP: Final = ("prafinalisasi", "final")

KODE_PATTERN: Final = "^[A-Z0-9]+(-[A-Z0-9]+)*$"
NOMOR_PATTERN: Final = "^[A-Z0-9]+(-[A-Z0-9]+)*-[0-9]{6}$"
STATUS_PATTERN: Final = "^[A-Z][A-Z0-9]{0,7}$"
SIDIK_PATTERN: Final = "^[0-9a-f]{64}$"
# What Orang's fields mean, one sentence each: schema, datapackage and documentation quote them.
ORANG: Final = {
    "nomor": "Nomor pendaftaran: kode instansi, tanda hubung, enam angka. Diberikan sekali dan tidak pernah dipakai ulang.",
    "nama": "Nama lengkap tanpa gelar, sebagaimana dicatat instansi.",
    "jabatan": "Jabatan atau tugas.",
    "unit_kerja": "Unit kerja tempat bertugas.",
    "kategori": "THK_II: tenaga honorer kategori II dalam basis data BKN; NON_ASN: tenaga non-ASN lainnya.",
    "status": "Kode status, antara lain " + "; ".join(f"{code}: {text}" for code, text in STATUS.items()) + ".",
}
