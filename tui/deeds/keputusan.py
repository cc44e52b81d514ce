"""Writes that concern rows that wait."""

from collections.abc import Sequence

from registry.desk import tunggu
from tui.deeds.deed import Deed, Done
from tui.session import Session
from tui.words import number


def decide_waiting(numbers: Sequence[str], putusan: tunggu.Putusan, alasan: str) -> Deed:
    """Decide rows that wait."""

    def do(session: Session) -> Done:
        done = tunggu.decide_waiting(session.store, numbers, putusan, session.periode, session.act(alasan))
        return Done(f"{number(len(done))} baris diputuskan.")

    return Deed("Memutuskan baris", do)
