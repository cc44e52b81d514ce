"""Commands of the statistics."""

from tui.command import Command

COMMANDS: tuple[Command, ...] = (
    Command("statistik", "buka", "enter", "Buka", "Pada topik: ke batangnya. Pada batang: membuka Pegawai yang disaring sehingga tinggal orang batang itu."),
    Command("statistik", "pindah", "t", "Pindah", "Pindah dari daftar topik ke batangnya, atau kembali."),
    Command("statistik", "simpan", "x", "Simpan CSV", "Menyimpan tabel yang tampak sebagai CSV."),
    Command("statistik", "berhenti", "escape", "Berhenti", "Menghentikan penghitungan yang sedang berjalan."),
)  # fmt: skip
