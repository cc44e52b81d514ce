"""Commands of importing."""

from registry.workflow.actions import Action
from tui.command import Command

COMMANDS: tuple[Command, ...] = (
    Command("impor", "pilih", "o", "Pilih berkas", "Memilih satu atau beberapa berkas; masing-masing dibaca menurut urutan.", (Action.IMPOR,)),
    Command("impor", "terapkan", "t", "Terapkan", "Memasukkan semua baris berkas ini sekaligus; sebelum ini tak ada yang tertulis.", (Action.IMPOR,)),
    Command("impor", "semua", "a", "Terapkan semua", "Memasukkan semua berkas yang siap, satu per satu menurut urutan.", (Action.IMPOR,)),
    Command("impor", "lupakan", "escape", "Keluarkan", "Menghentikan pembacaan, atau mengeluarkan berkas ini dari antrean."),
    Command("impor", "saring", "f", "Saring", "Menampilkan hanya baris dengan hasil atau temuan tertentu."),
    Command("impor", "kolom", "k", "Kolom", "Melihat dan membetulkan isi tiap kolom; diingat untuk unit pengirimnya.", (Action.IMPOR,)),
    Command("impor", "tolakan", "x", "Berkas tolakan", "Menulis baris yang ditolak (bila diminta juga yang menunggu) ke .xlsx beserta alasannya."),
    Command("impor", "unit", "u", "Unit", "Menyebut unit pengirim berkas ini, lalu membacanya lagi.", (Action.IMPOR,)),
    Command("impor", "baca", "enter", "Baca ulang", "Membaca berkas ini lagi, misalnya sesudah dibetulkan.", (Action.IMPOR,)),
    Command("impor", "pantau", "p", "Pantau folder", "Memantau sebuah folder, atau membuka daftar berkas di folder yang dipantau.", (Action.IMPOR,)),
    Command("impor", "henti", "h", "Henti pantau", "Berhenti memantau folder."),
    Command("impor", "bersihkan", "b", "Bersihkan", "Mengeluarkan berkas yang sudah diterapkan dari antrean."),
)  # fmt: skip
