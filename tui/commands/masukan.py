"""Commands of the inbox."""

from registry.workflow.actions import Action
from tui.command import Command

COMMANDS: tuple[Command, ...] = (
    Command("masukan", "usulan", "u", "Catat usulan", "Mencatat usulan orang yang belum terdaftar.", (Action.TERIMA_USULAN,)),
    Command("masukan", "sanggahan", "s", "Catat sanggahan", "Mencatat sanggahan terhadap orang terdaftar.", (Action.TERIMA_SANGGAHAN,)),
    Command("masukan", "kabulkan", "k", "Kabulkan", "Mengabulkan, dengan alasan.", (Action.KABULKAN,)),
    Command("masukan", "tolak", "x", "Tolak", "Menolak, dengan alasan.", (Action.TOLAK,)),
    Command("masukan", "belum", "b", "Belum/semua", "Berganti antara yang belum diputus dan semua."),
)  # fmt: skip
