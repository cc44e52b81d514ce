"""Choosing files on the screen Impor, as an operator does."""

from textual.widgets import Input

from tests.tui.pilots import settle, type_text
from tui.widgets.table import LineTable


async def opened(pilot):
    """The instansi is open, the screen Impor shown."""
    await pilot.press("enter")
    await settle(pilot)
    await pilot.press("f3")
    await settle(pilot)


async def choose(pilot, *paths, unit=""):
    """O, paths, the unit; everything is read."""
    await pilot.press("o")
    await settle(pilot)
    pilot.app.screen.query_one("#path", Input).value = " ".join(f'"{path}"' for path in paths)
    await pilot.press("enter")
    await settle(pilot)
    await type_text(pilot, unit)
    await pilot.press("enter")
    await read(pilot)


async def read(pilot):
    """Wait until the queue rests."""
    await settle(pilot)
    while pilot.app.screen.queue.busy:
        await settle(pilot)
    await settle(pilot)


async def press(pilot, *keys):
    """Keys, each settled before the next."""
    for key in keys:
        await pilot.press(key)
        await settle(pilot)


def queue(pilot):
    """Name, state and number of every file of the queue."""
    return [(one.path.name, str(one.keadaan), one.impor) for one in pilot.app.screen.queue.antrean.berkas]


def rows(pilot):
    return pilot.app.screen.query_one("#rows", LineTable)
