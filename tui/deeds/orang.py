"""Writes that concern people."""

from collections.abc import Sequence

from registry.desk import pegawai
from registry.model.codes import AlasanCoret, Syarat
from registry.workflow.actions import ACTIONS, Action
from tui.deeds.deed import Deed, Done
from tui.session import Session
from tui.words import number


def verify(numbers: Sequence[str]) -> Deed:
    """Verify people."""

    def do(session: Session) -> Done:
        done = pegawai.verify(session.store, numbers, session.act())
        return Done(f"{number(len(done))} orang terverifikasi.")

    return Deed("Memverifikasi", do)


def with_reason(action: Action, numbers: Sequence[str], alasan: str) -> Deed:
    """Return, resubmit or restore people."""

    def do(session: Session) -> Done:
        verb = {
            Action.KEMBALIKAN: pegawai.return_,
            Action.AJUKAN_KEMBALI: pegawai.resubmit,
            Action.PULIHKAN: pegawai.restore,
        }[action]
        done = verb(session.store, numbers, session.act(alasan))
        return Done(f"{ACTIONS[action].label}: {number(len(done))} orang.")

    return Deed(ACTIONS[action].label, do)


def decide_syarat(numbers: Sequence[str], syarat: Syarat, alasan: str) -> Deed:
    """Decide MS or TMS."""

    def do(session: Session) -> Done:
        done = pegawai.decide_syarat(session.store, numbers, syarat, session.act(alasan))
        return Done(f"{number(len(done))} orang diputuskan {syarat}.")

    return Deed("Memutuskan MS/TMS", do)


def cross_out(numbers: Sequence[str], sebab: AlasanCoret, alasan: str) -> Deed:
    """Cross people out."""

    def do(session: Session) -> Done:
        done = pegawai.cross_out(session.store, numbers, sebab, session.act(alasan))
        return Done(f"{number(len(done))} orang dicoret.")

    return Deed("Mencoret", do)
