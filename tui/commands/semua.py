"""Commands of every screen."""

from tui.command import Command

COMMANDS: tuple[Command, ...] = (
    Command("semua", "bantuan", "f1", "Bantuan", "Menampilkan tombol dan penjelasan layar ini."),
    Command("semua", "perintah", "ctrl+p", "Perintah", "Mencari perintah dengan mengetik namanya.", footer=False),
    Command("semua", "tema", "ctrl+t", "Tema", "Memilih tampilan gelap, terang, atau kontras tinggi.", footer=False),
    Command("semua", "selesai", "ctrl+q", "Keluar", "Menutup aplikasi; penyimpanan yang berjalan ditunggu.", footer=False),
)  # fmt: skip
