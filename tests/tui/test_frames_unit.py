"""The board of units as text frames, at the smallest size and at a good one."""

import pytest

from tests.tui.frames import frame
from tests.tui.pilots import running, settle
from tests.tui.test_unit import at_board, expect, keys

SIZES = [(80, 24), (120, 40)]


@pytest.mark.parametrize("size", SIZES, ids=["80x24", "120x40"])
async def test_board(with_waiting, snapshot, size):
    """Units with refused and waiting rows, and two that have sent nothing."""
    async with running(with_waiting, size=size) as pilot:
        await at_board(pilot)
        await expect(pilot, "SD Negeri Contoh Timur 01\nSD Negeri Contoh Timur 02\nSD NEGERI KRAPYAK 04")

        assert snapshot == frame(pilot.app)


@pytest.mark.parametrize("size", SIZES, ids=["80x24", "120x40"])
@pytest.mark.parametrize("key", ["f", "d"])
async def test_questions(with_waiting, snapshot, size, key):
    """Which units to show; which are expected."""
    async with running(with_waiting, size=size) as pilot:
        await at_board(pilot)
        await keys(pilot, key)

        assert snapshot == frame(pilot.app)


async def test_empty_board(empty_workspace, snapshot):
    """Before the first file."""
    async with running(empty_workspace) as pilot:
        pilot.app.session.workspace.add_instansi("3375", pilot.app.session.act())
        pilot.app.open_instansi("3375")
        await settle(pilot)
        await keys(pilot, "ctrl+n")

        assert snapshot == frame(pilot.app)
