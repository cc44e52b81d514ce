"""Commands of the statistics."""

from tui.command import Command

COMMANDS: tuple[Command, ...] = (
    Command("statistik", "pindah", "enter", "Pindah", "Pindah dari daftar topik ke batangnya, atau kembali."),
    Command("statistik", "simpan", "x", "Simpan CSV", "Menyimpan tabel yang tampak sebagai CSV."),
    Command("statistik", "berhenti", "escape", "Berhenti", "Menghentikan penghitungan yang sedang berjalan."),
)  # fmt: skip
