"""The people's screen and its questions as text frames."""

import pytest

from tests.tui.frames import SIZES, stable
from tests.tui.pilots import running, settle, type_text
from tui.people import Filter
from tui.saved_filters import keep_saved

IDS = ["80x24", "120x40"]


async def begin(pilot, *keys):
    await pilot.press("enter")
    await settle(pilot)
    for key in keys:
        await pilot.press(key)
        await settle(pilot)


@pytest.mark.parametrize("size", SIZES, ids=IDS)
async def test_people(with_waiting, snapshot, size):
    """The table as it opens."""
    async with running(with_waiting, size=size) as pilot:
        await begin(pilot)

        assert snapshot == stable(pilot, with_waiting)


@pytest.mark.parametrize("size", SIZES, ids=IDS)
async def test_searched_and_filtered(with_waiting, snapshot, size):
    """Search words, a line that tells the filters, how many are left."""
    async with running(with_waiting, size=size) as pilot:
        await begin(pilot)
        pilot.app.screen.take_filter(Filter(words="guru", syarat="?", sumber_gaji="BOS", temuan="ada"))
        await settle(pilot)

        assert snapshot == stable(pilot, with_waiting)


@pytest.mark.parametrize("size", SIZES, ids=IDS)
async def test_filters(workspace, snapshot, size):
    """The question for filters."""
    async with running(workspace, size=size) as pilot:
        await begin(pilot, "f")

        assert snapshot == stable(pilot, workspace)


@pytest.mark.parametrize("size", SIZES, ids=IDS)
@pytest.mark.parametrize("key", ["v", "c", "k"])
async def test_what_will_change(with_waiting, snapshot, size, key):
    """Everybody is marked; nothing is written yet."""
    async with running(with_waiting, size=size) as pilot:
        await begin(pilot, "ctrl+a", key)

        assert snapshot == stable(pilot, with_waiting)


@pytest.mark.parametrize("size", SIZES, ids=IDS)
async def test_choosing_a_unit(with_waiting, snapshot, size):
    """Those there are, and what was typed as a new one."""
    async with running(with_waiting, size=size) as pilot:
        await begin(pilot, "ctrl+a", "u")
        await type_text(pilot, "smp")
        await settle(pilot)

        assert snapshot == stable(pilot, with_waiting)


@pytest.mark.parametrize("size", SIZES, ids=IDS)
async def test_moving_to_a_unit(with_waiting, snapshot, size):
    """From which units to which, those who are there already apart."""
    async with running(with_waiting, size=size) as pilot:
        await begin(pilot, "ctrl+a", "u")
        await type_text(pilot, "SMP Negeri 11 Pekalongan")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)

        assert snapshot == stable(pilot, with_waiting)


@pytest.mark.parametrize("size", SIZES, ids=IDS)
async def test_saved_filters(workspace, snapshot, size):
    """Names and what they stand for."""
    keep_saved(workspace, "perlu putusan, BOS", Filter(syarat="?", sumber_gaji="BOS"))
    keep_saved(workspace, "guru tanpa unit", Filter(words="guru", temuan="unit-kerja-kosong"))
    async with running(workspace, size=size) as pilot:
        await begin(pilot, "d")

        assert snapshot == stable(pilot, workspace)


@pytest.mark.parametrize("size", SIZES, ids=IDS)
async def test_help(workspace, snapshot, size):
    """Every key of the screen."""
    async with running(workspace, size=size) as pilot:
        await begin(pilot, "f1")

        assert snapshot == stable(pilot, workspace)
