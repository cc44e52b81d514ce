"""The terminal as the command line starts it: a folder that may be unsound, preferences in a file, the sample."""

from contextlib import asynccontextmanager

from tests.tui.frames import frame
from tests.tui.pilots import clock, settle
from tui.app import PendataanApp
from tui.preferences import read_preferences
from tui.session import Session


@asynccontextmanager
async def started(path, *, size=(80, 24), remember=None, sample=None, session=None, notifications=True):
    """Yield the pilot; at the end nothing unexpected may have happened."""
    session = session or Session.at(path, "siti", clock())
    options = {}
    if remember is not None:
        options["preferences"], options["told"] = read_preferences(remember)
        options["remember"] = remember
    app = PendataanApp(session, sample=sample, **options)
    try:
        async with app.run_test(size=size, notifications=notifications) as pilot:
            await settle(pilot)
            app.animation_level = "none"
            yield pilot
        assert [] == app.unexpected
    finally:
        session.close()


async def press(pilot, *keys):
    """Press the keys one after the other, each when the one before is done."""
    for key in keys:
        await pilot.press(key)
        await settle(pilot)


def words(pilot):
    """What stands on the screen as one line, without frames."""
    return " ".join("".join(" " if char in "│▌▐╭╮╰╯─" else char for char in frame(pilot.app)).split())


def parts(pilot):
    """What the dialog of an error says, whole."""
    return " ".join(text for _, text in pilot.app.screen.parts)
