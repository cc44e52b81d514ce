"""Writes that concern several people at once and no single one of them."""

from collections.abc import Sequence

from registry.desk import pegawai
from tui.deeds.deed import Deed, Done
from tui.session import Session
from tui.words import number


def set_unit(numbers: Sequence[str], unit: str, alasan: str) -> Deed:
    """Move people to another unit."""

    def do(session: Session) -> Done:
        done = pegawai.set_unit(session.store, numbers, unit, session.periode, session.act(alasan))
        return Done(f"{number(len(done))} orang ditetapkan di unit {unit}.")

    return Deed("Menetapkan unit kerja", do)
