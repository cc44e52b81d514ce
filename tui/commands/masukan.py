"""Commands of the inbox."""

from registry.workflow.actions import Action
from tui.command import Command

COMMANDS: tuple[Command, ...] = (
    Command("masukan", "kabulkan", "k", "Kabulkan", "Mengabulkan satu atau beberapa yang ditandai, dengan alasan; yang akan berubah ditunjukkan dahulu.", (Action.KABULKAN,)),
    Command("masukan", "tolak", "x", "Tolak", "Menolak satu atau beberapa yang ditandai, dengan alasan.", (Action.TOLAK,)),
    Command("masukan", "jawaban", "j", "Surat jawaban", "Menulis surat jawaban (PDF) bagi satu atau beberapa yang sudah diputus."),
    Command("masukan", "usulan", "u", "Catat usulan", "Mencatat usulan orang yang belum terdaftar.", (Action.TERIMA_USULAN,)),
    Command("masukan", "sanggahan", "g", "Catat sanggahan", "Mencatat sanggahan terhadap orang terdaftar.", (Action.TERIMA_SANGGAHAN,)),
    Command("masukan", "belum", "b", "Belum/semua", "Berganti antara yang belum diputus dan semua."),
    Command("masukan", "saring", "f", "Saring", "Memilih jenis, status, dan tenggat."),
    Command("masukan", "cari", "slash", "Cari", "Mencari tanda terima, nama, isi, atau unit kerja sambil mengetik."),
    Command("masukan", "tabel", "escape", "Ke tabel", "Kembali ke tabel; yang dicari tetap tersaring."),
    Command("masukan", "lepas", "l", "Lepas saringan", "Menghapus pencarian dan semua saringan.", footer=False),
    Command("masukan", "buka", "enter", "Buka orang", "Membuka data orang yang disanggah, atau yang dicatat dari usulan."),
)  # fmt: skip
