"""The question before the last change is taken back."""

from registry.desk.urungkan import Undo
from tui.dialogs.confirm import Confirm


def undo_question(plan: Undo) -> Confirm:
    """Tell what the last change was and what becomes of it."""
    text = "\n".join((*plan.lines, "", "Jurnal tetap lengkap: yang terjadi sekarang dicatat sebagai entri baru."))
    if plan.again:
        return Confirm("Berlakukan lagi yang diurungkan?", text, yes="Berlakukan lagi")
    return Confirm("Urungkan perubahan terakhir?", text, yes="Urungkan")
