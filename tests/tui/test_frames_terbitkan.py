"""The room that builds the site, as text frames."""

import pytest

from tests.tui.frames import SIZES, stable
from tests.tui.pilots import running, settle


@pytest.mark.parametrize("size", SIZES, ids=["80x24", "120x40"])
async def test_before_building(workspace, snapshot, size):
    """What will be built, and where to."""
    async with running(workspace, size=size) as pilot:
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("f8")
        await settle(pilot)

        assert snapshot == stable(pilot, workspace)
