"""What a write is: what is being done, the verb of the desk, and what to say afterwards; and a series of writes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual.message import Message

from tui.session import Session
from tui.words import number


@dataclass(frozen=True, slots=True)
class Done:
    """What to tell the operator, and what to send to the screen that asked."""

    said: str
    reply: Message | None = None


@dataclass(frozen=True, slots=True)
class Deed:
    """doing: in case it fails ("Memverifikasi"). do: runs in a worker, holding the store."""

    doing: str
    do: Callable[[Session], Done]


@dataclass(frozen=True, slots=True)
class Series:
    """A write in several entries of the journal, between which it can be stopped: what is written stays.

    doing: in case it fails. parts: how many people each part changes, and the deed that does it.
    """

    doing: str
    parts: Sequence[tuple[int, Deed]]

    @property
    def total(self) -> int:
        """How many people all parts change."""
        return sum(count for count, _ in self.parts)

    def told(self, parts: int) -> str:
        """What to tell after the first so many parts."""
        done = sum(count for count, _ in self.parts[:parts])
        if parts == len(self.parts):
            return f"{self.doing}: {number(done)} orang tersimpan dalam {parts} catatan jurnal."
        written = f"{number(done)} dari {number(self.total)} orang tersimpan" if done else "belum ada yang tersimpan"
        return f"{self.doing} dihentikan: {written}; yang lain tetap seperti semula."
