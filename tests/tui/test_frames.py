"""Screens as text frames, at the smallest size and at a good one."""

import re

import pytest
from textual.widgets import Input

from tests.tui.frames import frame
from tests.tui.pilots import SAMPLES, clock, running, settle
from tui.widgets.table import LineTable

SIZES = [(80, 24), (120, 40)]
ROOMS = {"keputusan": "f4", "masukan": "f5", "umumkan": "f6", "finalisasi": "f7"}


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


@pytest.mark.parametrize("size", SIZES, ids=["80x24", "120x40"])
async def test_form(workspace, snapshot, size):
    """The form of a person who has a finding."""
    async with running(workspace, size=size) as pilot:
        await pilot.press("enter")
        await settle(pilot)
        table = pilot.app.screen.query_one("#people", LineTable)
        table.go_to(next(row.nomor for row in table.rows if row.temuan))
        await pilot.press("enter")
        await settle(pilot)

        assert snapshot == stable(pilot, workspace)


@pytest.mark.parametrize("size", SIZES, ids=["80x24", "120x40"])
async def test_import_preview(workspace, snapshot, size):
    """The preview of a file with refused rows."""
    async with running(workspace, size=size) as pilot:
        for keys in (["enter"], ["f3"], ["o"]):
            await pilot.press(*keys)
            await settle(pilot)
        pilot.app.screen.query_one("#path", Input).value = str(SAMPLES / "satpolpp-lama.xls")
        for keys in (["enter"], ["enter"]):
            await pilot.press(*keys)
            await settle(pilot)

        assert snapshot == stable(pilot, workspace)


@pytest.mark.parametrize("key", ["f10"])
async def test_dialogs(workspace, snapshot, key):
    """Settings at 80x24."""
    async with running(workspace) as pilot:
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press(key)
        await settle(pilot)

        assert snapshot == stable(pilot, workspace)


async def test_an_empty_workspace(empty_workspace, snapshot):
    """How to begin."""
    async with running(empty_workspace) as pilot:
        assert snapshot == stable(pilot, empty_workspace)


async def test_before_the_lock(ready, snapshot):
    """One step before the lock."""
    later = clock()
    later.set(2022, 10, 2, 8, 0)
    async with running(ready, time=later) as pilot:
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("f7")
        await settle(pilot)

        assert snapshot == stable(pilot, ready)
