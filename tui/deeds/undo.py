"""Taking back the last change: looking what that would do, and doing it."""

from textual.message import Message

from registry.desk import urungkan
from tui.deeds.deed import Deed, Done
from tui.session import Session


class UndoPlanned(Message):
    """What undoing would do."""

    def __init__(self, plan: urungkan.Undo) -> None:
        super().__init__()
        self.plan = plan


def plan_undo(session: Session) -> urungkan.Undo:
    """Look what undoing the last change would do."""
    return urungkan.plan_undo(session.store)


def undo_last(plan: urungkan.Undo) -> Deed:
    """Take the last change back, if it is still the one that was shown."""

    def do(session: Session) -> Done:
        urungkan.undo(session.store, session.act(), plan)
        return Done(f"{'Diberlakukan lagi' if plan.again else 'Diurungkan'}: {plan.label}.")

    return Deed("Mengurungkan", do)
