"""Driving the terminal in tests: a session with a fixed clock, and waiting until the screen has settled."""

from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from textual import events

from registry.workspace import Workspace
from tui.app import PendataanApp
from tui.session import Session

WIB = ZoneInfo("Asia/Jakarta")
SAMPLES = Path(__file__).parents[1] / "samples"
OURS = {"read", "write", "sort"}


class Clock:
    """Goes on by a second at every look; `set` jumps ahead."""

    def __init__(self, now):
        self.now = now

    def __call__(self):
        self.now += timedelta(seconds=1)
        return self.now

    def set(self, *parts):
        self.now = datetime(*parts, tzinfo=WIB)


def clock():
    return Clock(datetime(2022, 9, 25, 10, 0, tzinfo=WIB))


async def settle(pilot):
    """Wait until no job is running and every message was handled."""
    for _ in range(3):
        if ours := [worker for worker in pilot.app.workers if worker.group in OURS]:
            await pilot.app.workers.wait_for_complete(ours)
        await pilot.pause()


async def type_text(pilot, text):
    """Paste into the widget that has the focus: what a terminal does with a pasted text, and quicker than keys."""
    if text:
        pilot.app.screen.focused.post_message(events.Paste(text))
        await pilot.pause()


@asynccontextmanager
async def running(path, *, size=(80, 24), time=None, notifications=False):
    """Yield the pilot of an app on a workspace; at the end nothing unexpected may have happened."""
    session = Session(Workspace.open(path), "siti", time or clock())
    app = PendataanApp(session)
    try:
        async with app.run_test(size=size, notifications=notifications) as pilot:
            await settle(pilot)
            app.animation_level = "none"
            yield pilot
        assert [] == app.unexpected
    finally:
        session.close()
