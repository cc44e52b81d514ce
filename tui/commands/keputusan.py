"""Commands of the rows that wait."""

from registry.workflow.actions import Action
from tui.command import Command

COMMANDS: tuple[Command, ...] = (
    Command("keputusan", "terima", "t", "Orang baru", "Menerima baris sebagai orang baru.", (Action.TERIMA_BARIS,)),
    Command(
        "keputusan", "perbarui", "p", "Perbarui", "Memakai baris untuk memperbarui orang yang ada.", (Action.PERBARUI_DARI_BARIS,)
    ),
    Command("keputusan", "tolak", "x", "Tolak", "Menolak baris, dengan alasan.", (Action.TOLAK_BARIS,)),
)  # fmt: skip
