"""Commands of the settings."""

from registry.workflow.actions import Action
from tui.command import Command

COMMANDS: tuple[Command, ...] = (
    Command("pengaturan", "simpan", "ctrl+s", "Simpan", "Menyimpan pengaturan instansi yang diubah.", (Action.ATUR,)),
    Command("pengaturan", "batal", "escape", "Buang perubahan", "Mengembalikan isian seperti yang tersimpan; ditanyakan dahulu."),
    Command("pengaturan", "daftar", "d", "Daftar unit", "Menyunting daftar unit yang diharapkan mengirim berkas.", (Action.ATUR,)),
    Command("pengaturan", "tombol", "enter", "Ubah tombol", "Memilih tombol baru untuk perintah yang ditunjuk di bagian Tombol."),
    Command("pengaturan", "bawaan", "ctrl+l", "Tombol bawaan", "Mengembalikan tombol bawaan perintah yang ditunjuk di bagian Tombol."),
)  # fmt: skip
