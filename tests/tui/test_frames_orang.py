"""The sheets of one person as text frames, at the smallest size and at a good one."""

import pytest

from tests.tui import forms
from tests.tui.frames import frame
from tests.tui.pilots import running, settle
from tui.widgets.table import LineTable

SIZES = [(80, 24), (120, 40)]
SHEETS = {"kerja": 1, "syarat": 2, "dokumen": 3, "jurnal": 4}


async def open_with_finding(pilot):
    """The first person who has a finding, and more than the rules' consent."""
    await pilot.press("enter")
    await settle(pilot)
    table = pilot.app.screen.query_one("#people", LineTable)
    table.go_to(next(row.nomor for row in table.rows if row.temuan))
    await pilot.press("enter")
    await settle(pilot)


@pytest.mark.parametrize("size", SIZES, ids=["80x24", "120x40"])
async def test_form(workspace, snapshot, size):
    """The form of a person who has a finding."""
    async with running(workspace, size=size) as pilot:
        await open_with_finding(pilot)

        assert snapshot == frame(pilot.app)


@pytest.mark.parametrize("size", SIZES, ids=["80x24", "120x40"])
@pytest.mark.parametrize("sheet", sorted(SHEETS))
async def test_sheets(workspace, snapshot, sheet, size):
    """Every other sheet of the same person."""
    async with running(workspace, size=size) as pilot:
        await open_with_finding(pilot)
        for _ in range(SHEETS[sheet]):
            await pilot.press("ctrl+l")
            await settle(pilot)

        assert snapshot == frame(pilot.app)


@pytest.mark.parametrize("size", SIZES, ids=["80x24", "120x40"])
async def test_decree_with_findings(workspace, snapshot, size):
    """The dialog of a decree that cannot stand as it is."""
    async with running(workspace, size=size) as pilot:
        await open_with_finding(pilot)
        await pilot.press("ctrl+l", "t")
        await settle(pilot)
        await forms.put(pilot, "tanggal_mulai", "2021")
        await forms.put(pilot, "tanggal_akhir", "31-02-2022")
        await settle(pilot)

        assert snapshot == frame(pilot.app)


@pytest.mark.parametrize("size", SIZES, ids=["80x24", "120x40"])
async def test_new_person(workspace, snapshot, size):
    """An empty form."""
    async with running(workspace, size=size) as pilot:
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("t")
        await settle(pilot)

        assert snapshot == frame(pilot.app)
