"""Commands of one person."""

from registry.workflow.actions import Action
from tui.command import Command

COMMANDS: tuple[Command, ...] = (
    Command("orang", "simpan", "ctrl+s", "Simpan", "Menyimpan perubahan.", (Action.TAMBAH, Action.UBAH)),
    Command("orang", "kembali", "escape", "Kembali", "Kembali ke daftar; perubahan yang belum disimpan ditanyakan."),
    Command("orang", "sebelumnya", "ctrl+up", "Sebelumnya", "Orang sebelumnya dalam saringan ini.", footer=False),
    Command("orang", "berikutnya", "ctrl+down", "Berikutnya", "Orang berikutnya dalam saringan ini.", footer=False),
)  # fmt: skip
