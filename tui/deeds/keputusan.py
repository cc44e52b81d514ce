"""Writes that concern rows that wait."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from registry.desk import tunggu
from tui.deeds.deed import Deed, Done
from tui.session import Session
from tui.words import number


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision on rows that wait. fields: corrections to a single row; pakai: the fields a single row gives to the record."""

    numbers: Sequence[str]
    putusan: tunggu.Putusan
    fields: Mapping[str, str] | None = None
    pakai: Sequence[str] | None = None
    alasan: str = ""


def effects_of(decision: Decision, session: Session) -> tuple[tunggu.Akibat, ...]:
    """What the decision would do; writes nothing."""
    return tunggu.preview(
        session.store,
        decision.numbers,
        decision.putusan,
        session.periode,
        fields=decision.fields,
        pakai=decision.pakai,
    )


def decide_waiting(decision: Decision) -> Deed:
    """Decide rows that wait."""

    def do(session: Session) -> Done:
        done = tunggu.decide_waiting(
            session.store,
            decision.numbers,
            decision.putusan,
            session.periode,
            session.act(decision.alasan),
            fields=decision.fields,
            pakai=decision.pakai,
        )
        return Done(f"{number(len(done))} baris diputuskan.")

    return Deed("Memutuskan baris", do)
