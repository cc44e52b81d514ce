"""How long the terminal cannot answer: the longest single step of its event loop in every room and on the way through a person.

CPU seconds of the loop's own thread, so that other work on the machine does not count. A room is entered for the first time.
"""

import asyncio
import time
from asyncio.events import Handle
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from unittest.mock import patch

from textual.pilot import Pilot

from tui.actions import of_place
from tui.screens.rooms import ROOMS
from tui.work import WorkingApp

PERSON = (
    ("a person opened", ("enter",)),
    ("next person", ("ctrl+down", "ctrl+down")),
    ("field after field", ("tab", "tab", "tab", "shift+tab")),
    ("sheet after sheet", ("ctrl+l", "ctrl+l", "ctrl+l", "ctrl+l", "ctrl+l")),
    ("a person left", ("escape",)),
)
ANYWHERE = (("help", ("f1",)), ("help left", ("escape",)), ("palette", ("ctrl+p",)), ("palette left", ("escape",)))


@dataclass
class Longest:
    """The longest step so far, CPU seconds of the thread it ran in."""

    seconds: float = 0.0


@contextmanager
def stepping() -> Iterator[Longest]:
    """Measure every step of the event loop meanwhile."""
    longest, run = Longest(), Handle._run  # noqa: SLF001  asyncio tells slow steps by wall clock only

    def measured(handle: Handle) -> None:
        start = time.thread_time()
        run(handle)
        longest.seconds = max(longest.seconds, time.thread_time() - start)

    with patch.object(Handle, "_run", measured):
        yield longest


async def longest_steps(app: WorkingApp, pilot: Pilot[None]) -> dict[str, float]:
    """Longest step by what was done; the list of people is on the screen, before and afterwards."""
    keys = {command.name: command.key for command in of_place("ruang")}
    rooms = [(f"room {name}", (keys[name],)) for name in ROOMS if name != "pegawai"]
    found: dict[str, float] = {}
    for what, pressed in (*PERSON, *rooms, ("back to the people", (keys["pegawai"],)), *ANYWHERE):
        with stepping() as longest:
            for key in pressed:
                await pilot.press(key)
                await app.workers.wait_for_complete()
                await asyncio.sleep(0.3)
        found[what] = longest.seconds
    return found
