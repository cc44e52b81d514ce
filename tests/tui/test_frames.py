"""Screens as text frames, at the smallest size and at a good one."""

import re

import pytest

from tests.tui.frames import frame
from tests.tui.pilots import running, settle

SIZES = [(80, 24), (120, 40)]
ROOMS = {"pegawai": "f2"}


def stable(pilot, path):
    """The frame with the folder of this run named the same every time."""
    return re.sub(r"(Ruang kerja|Tujuan): .*", r"\1: <ruang>", frame(pilot.app).replace(str(path), "<ruang>"))


@pytest.mark.parametrize("size", SIZES, ids=["80x24", "120x40"])
@pytest.mark.parametrize("room", sorted(ROOMS))
async def test_rooms(with_waiting, snapshot, room, size):
    """Every room of an instansi in PENDAFTARAN."""
    async with running(with_waiting, size=size) as pilot:
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press(ROOMS[room])
        await settle(pilot)

        assert snapshot == stable(pilot, with_waiting)


@pytest.mark.parametrize("key", ["f1", "f", "c"])
async def test_dialogs(workspace, snapshot, key):
    """Help, filters, crossing out at 80x24."""
    async with running(workspace) as pilot:
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press(key)
        await settle(pilot)

        assert snapshot == stable(pilot, workspace)
