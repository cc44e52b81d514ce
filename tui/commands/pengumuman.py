"""Commands of announcing."""

from registry.workflow.actions import Action
from tui.command import Command

COMMANDS: tuple[Command, ...] = (
    Command("pengumuman", "umumkan", "ctrl+s", "Umumkan", "Membekukan daftar dan membuka uji publik.", (Action.UMUMKAN,)),
    Command("pengumuman", "perpanjang", "ctrl+e", "Perpanjang", "Menambah waktu uji publik.", (Action.PERPANJANG,)),
)  # fmt: skip
