"""Every action of a person on the record of an instansi, as data: code, label, and whether it needs a reason.

The code is what the journal keeps and is never reused with another meaning. Verbs, screens, help and `riwayat` derive
their words from ACTIONS.
"""

from enum import StrEnum

from msgspec import Struct


class Action(StrEnum):
    """Code of an action, as the journal keeps it."""

    BUAT = "buat-instansi"
    ATUR = "atur-instansi"
    IMPOR = "impor"
    TAMBAH = "tambah-pegawai"
    UBAH = "ubah-pegawai"
    VERIFIKASI = "verifikasi"
    KEMBALIKAN = "kembalikan"
    AJUKAN_KEMBALI = "ajukan-kembali"
    PUTUSKAN_SYARAT = "putuskan-syarat"
    CORET = "coret"
    PULIHKAN = "pulihkan"
    TERIMA_BARIS = "terima-baris"
    PERBARUI_DARI_BARIS = "perbarui-dari-baris"
    TOLAK_BARIS = "tolak-baris"
    UMUMKAN = "prafinalisasi"
    TERIMA_USULAN = "terima-usulan"
    TERIMA_SANGGAHAN = "terima-sanggahan"
    KABULKAN = "kabulkan-masukan"
    TOLAK = "tolak-masukan"
    PERPANJANG = "perpanjang"
    SUSUN_FINAL = "susun-final"
    BUKA_KEMBALI = "buka-kembali"
    LAMPIRKAN_SPTJM = "lampirkan-sptjm"
    FINALISASI = "finalisasi"
    URUNGKAN = "urungkan"


class ActionInfo(Struct, frozen=True):
    """label: what a button or a history line says. penjelasan: one sentence of help. alasan: a reason must be given."""

    label: str
    penjelasan: str
    alasan: bool = False


ACTIONS: dict[Action, ActionInfo] = {
    Action.BUAT: ActionInfo("Buat instansi", "Memulai catatan satu instansi; entri pertama jurnal."),
    Action.ATUR: ActionInfo("Atur instansi", "Mengubah kop surat, PPK, zona waktu, dan alamat masukan."),
    Action.IMPOR: ActionInfo("Impor berkas", "Memasukkan semua baris satu berkas sekaligus."),
    Action.TAMBAH: ActionInfo("Tambah pegawai", "Mencatat satu orang dengan tangan."),
    Action.UBAH: ActionInfo("Ubah pegawai", "Membetulkan data satu orang; ia perlu diverifikasi lagi."),
    Action.VERIFIKASI: ActionInfo("Verifikasi", "Menyatakan data sudah diperiksa dan usul MS/TMS dikukuhkan."),
    Action.KEMBALIKAN: ActionInfo("Kembalikan", "Mengembalikan data kepada unit untuk dibetulkan.", alasan=True),
    Action.AJUKAN_KEMBALI: ActionInfo(
        "Ajukan kembali", "Menjadikan data yang dikembalikan draf lagi tanpa perubahan.", alasan=True
    ),
    Action.PUTUSKAN_SYARAT: ActionInfo(
        "Putuskan MS/TMS", "Menetapkan memenuhi syarat atau tidak; alasan wajib bila berbeda dari usul aturan."
    ),
    Action.CORET: ActionInfo("Coret", "Mengeluarkan orang dari daftar; datanya tetap tersimpan.", alasan=True),
    Action.PULIHKAN: ActionInfo("Pulihkan", "Mengembalikan orang yang keliru dicoret menjadi draf.", alasan=True),
    Action.TERIMA_BARIS: ActionInfo("Terima sebagai orang baru", "Mencatat baris yang menunggu sebagai orang baru."),
    Action.PERBARUI_DARI_BARIS: ActionInfo(
        "Perbarui data yang ada", "Memakai baris yang menunggu untuk memperbarui orang yang sudah tercatat."
    ),
    Action.TOLAK_BARIS: ActionInfo("Tolak baris", "Menolak baris yang menunggu keputusan.", alasan=True),
    Action.UMUMKAN: ActionInfo("Umumkan prafinalisasi", "Membekukan daftar dan membuka uji publik."),
    Action.TERIMA_USULAN: ActionInfo("Catat usulan", "Mencatat usulan orang yang belum terdaftar."),
    Action.TERIMA_SANGGAHAN: ActionInfo("Catat sanggahan", "Mencatat sanggahan terhadap orang yang terdaftar."),
    Action.KABULKAN: ActionInfo("Kabulkan", "Mengabulkan usulan atau sanggahan.", alasan=True),
    Action.TOLAK: ActionInfo("Tolak", "Menolak usulan atau sanggahan.", alasan=True),
    Action.PERPANJANG: ActionInfo(
        "Perpanjang", "Menambah waktu uji publik dan mengumumkan daftar terkini.", alasan=True
    ),
    Action.SUSUN_FINAL: ActionInfo("Susun daftar final", "Membekukan daftar final untuk SPTJM."),
    Action.BUKA_KEMBALI: ActionInfo(
        "Buka kembali", "Membuka daftar final yang belum ber-SPTJM untuk dibetulkan.", alasan=True
    ),
    Action.LAMPIRKAN_SPTJM: ActionInfo("Lampirkan SPTJM", "Menyimpan pindaian SPTJM yang sudah ditandatangani."),
    Action.FINALISASI: ActionInfo("Finalisasi", "Mengumumkan daftar final dan mengunci data selamanya."),
    Action.URUNGKAN: ActionInfo("Urungkan", "Mengembalikan data seperti sebelum perubahan terakhir."),
}
