"""Commands of building the site."""

from tui.command import Command

COMMANDS: tuple[Command, ...] = (
    Command("terbitkan", "mulai", "b", "Bangun", "Membangun situs dari semua edisi di ruang kerja ini."),
    Command("terbitkan", "hentikan", "x", "Hentikan", "Menghentikan pembangunan; situs lama tetap utuh."),
    Command("terbitkan", "kembali", "escape", "Kembali", "Kembali ke layar sebelumnya.", footer=False),
)  # fmt: skip
