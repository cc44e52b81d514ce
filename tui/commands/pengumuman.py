"""Commands of announcing."""

from registry.workflow.actions import Action
from tui.command import Command

COMMANDS: tuple[Command, ...] = (
    Command("pengumuman", "umumkan", "ctrl+s", "Umumkan", "Membekukan daftar dan membuka uji publik.", (Action.UMUMKAN,)),
    Command("pengumuman", "perpanjang", "ctrl+e", "Perpanjang", "Menambah waktu uji publik.", (Action.PERPANJANG,)),
    Command("pengumuman", "kembali", "escape", "Kembali", "Kembali ke isian pengumuman."),
    Command("pengumuman", "hentikan", "x", "Hentikan", "Menghentikan pemeriksaan yang sedang berjalan."),
    Command("pengumuman", "orang", "enter", "Buka orangnya", "Membuka data orang di tempat yang ditemukan, untuk dibetulkan."),
    Command("pengumuman", "pratinjau", "ctrl+l", "Pratinjau", "Menunjukkan daftar persis seperti yang akan dilihat publik."),
    Command("pengumuman", "periksa", "ctrl+k", "Periksa", "Mencari data pribadi dalam daftar dan surat yang akan diumumkan."),
    Command("pengumuman", "beda", "ctrl+d", "Perbedaan", "Menunjukkan apa yang berubah sejak edisi sebelumnya."),
    Command("pengumuman", "surat", "ctrl+y", "Surat", "Menulis surat pengumuman edisi terakhir sebagai PDF."),
    Command("pengumuman", "laman", "ctrl+o", "Lihat laman", "Menampilkan laman instansi ini dari situs yang sudah dibangun."),
)  # fmt: skip
