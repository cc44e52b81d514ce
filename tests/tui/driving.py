"""Driving the terminal as an operator does: keys, pasted texts, clicks on words that stand on the screen; nothing else."""

import asyncio

from tests.tui.frames import frame
from tests.tui.pilots import settle, type_text


def hurry(patch):
    """Textual's pilot sleeps after every key until the processor idles; turning the event loop is enough, and 5x faster."""

    async def turn(*_limits):
        for _ in range(40):
            await asyncio.sleep(0)

    patch.setattr("textual.pilot.wait_for_idle", turn)
    patch.setattr("textual.app.wait_for_idle", turn)


async def press(pilot, *keys):
    """Keys, each settled before the next."""
    for key in keys:
        await pilot.press(key)
        await settle(pilot)


async def fill(pilot, *texts):
    """Paste into one field after the other, Enter after each; an empty text leaves what stands there."""
    for text in texts:
        await type_text(pilot, text)
        await press(pilot, "enter")


async def click(pilot, words):
    """Click the first place where these words stand."""
    for y, line in enumerate(frame(pilot.app).splitlines()):
        if (x := line.find(words)) >= 0:
            await pilot.click(offset=(x + 1, y))
            await settle(pilot)
            return
    raise AssertionError(f"{words!r} is not on the screen:\n{frame(pilot.app)}")


def sees(pilot, words):
    """Fail, with the screen, unless these words stand on it."""
    text = " ".join(frame(pilot.app).replace("│", " ").split())
    assert words in text, f"{words!r} is not on the screen:\n{frame(pilot.app)}"


async def enter(pilot, room):
    """Open the one agency of the workspace, then a room by its key."""
    await press(pilot, "enter", room)


async def respond(pilot, **values):
    """Put values into the fields of the open question, then confirm it."""
    for name, value in values.items():
        pilot.app.screen.query_one(f"#{name}").value = value
    await pilot.click("#yes")
    await settle(pilot)
