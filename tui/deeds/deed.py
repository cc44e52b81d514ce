"""What a write is: what is being done, the verb of the desk, and what to say afterwards."""

from collections.abc import Callable
from dataclasses import dataclass

from textual.message import Message

from tui.session import Session


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
