"""Announcing and finalising as text frames, at the smallest size and at a good one."""

import pytest

from tests.tui.frames import SIZES, stable
from tests.tui.pilots import clock, running, settle

sizes = pytest.mark.parametrize("size", SIZES, ids=["80x24", "120x40"])


def late():
    """A clock after the window."""
    time = clock()
    time.set(2022, 10, 2, 8, 0)
    return time


async def shown(path, keys, size, time=None):
    async with running(path, size=size, time=time) as pilot:
        for key in ("enter", *keys):
            await pilot.press(key)
            await settle(pilot)
        return stable(pilot, path)


@sizes
@pytest.mark.parametrize("keys", [("f6",), ("f7",), ("ctrl+z",)], ids=["umumkan", "finalisasi", "urungkan"])
async def test_before_the_announcement(with_waiting, snapshot, keys, size):
    """The form, the checklist and the question before an undo, of an agency with everything still to do."""
    assert snapshot == await shown(with_waiting, keys, size)


@sizes
@pytest.mark.parametrize("key", ["ctrl+l", "ctrl+k"], ids=["pratinjau", "periksa"])
async def test_what_the_public_will_see(workspace, snapshot, key, size):
    """The public list, and the search for private data in it."""
    assert snapshot == await shown(workspace, ("f6", key), size)


@sizes
@pytest.mark.parametrize("keys", [("f6",), ("f6", "ctrl+d"), ("f7",)], ids=["umumkan", "perbedaan", "finalisasi"])
async def test_before_the_lock(ready, snapshot, keys, size):
    """One step before the lock."""
    assert snapshot == await shown(ready, keys, size, late())
