"""Beranda and Pengaturan as text frames, at the smallest size and at a good one."""

from datetime import datetime

import pytest
from textual.widgets import OptionList

from registry.model.act import Act
from registry.workspace import Workspace
from tests.tui.frames import frame
from tests.tui.pilots import WIB, clock, running, settle
from tests.tui.starting import press, started

SIZES = [(80, 24), (120, 40)]
both_sizes = pytest.mark.parametrize("size", SIZES, ids=["80x24", "120x40"])


def stable(pilot, path):
    """The frame with the folder of this run named the same every time."""
    lines = [
        "Ruang kerja: <ruang>" if line.strip().startswith("Ruang kerja: ") else line
        for line in frame(pilot.app).replace(str(path), "<ruang>").splitlines()
    ]
    return "\n".join(line.rstrip() for line in lines) + "\n"


@both_sizes
async def test_agencies(with_waiting, snapshot, size):
    """One at work, one just created, one that cannot be read."""
    Workspace.open(with_waiting).add_instansi("5102", Act("siti", datetime(2022, 9, 20, 8, 0, tzinfo=WIB)))
    (with_waiting / "instansi" / "9999").mkdir()
    (with_waiting / "instansi" / "9999" / "journal.log").write_bytes(b"rusak\n")
    async with running(with_waiting, size=size) as pilot:
        assert snapshot == stable(pilot, with_waiting)


@both_sizes
async def test_waiting_for_the_lock(ready, snapshot, size):
    """The finalisation is what comes next."""
    later = clock()
    later.set(2022, 10, 2, 8, 0)
    async with running(ready, time=later, size=size) as pilot:
        assert snapshot == stable(pilot, ready)


@both_sizes
async def test_an_empty_workspace(empty_workspace, snapshot, size):
    """How to begin."""
    async with started(empty_workspace, sample=lambda *_: None, size=size) as pilot:
        assert snapshot == stable(pilot, empty_workspace)


@both_sizes
@pytest.mark.parametrize("part", ["instansi", "kop", "ppk", "zona", "jadwal", "unit", "tema", "tombol"])
async def test_settings(workspace, snapshot, part, size):
    """Every section."""
    async with running(workspace, size=size) as pilot:
        await press(pilot, "enter", "f10")
        sections = pilot.app.screen.query_one("#sections", OptionList)
        sections.highlighted = sections.get_option_index(f"part-{part}")
        await settle(pilot)

        assert snapshot == stable(pilot, workspace)


async def test_pressing_a_key(workspace, snapshot):
    """The dialog for another key."""
    async with running(workspace) as pilot:
        await press(pilot, "enter", "f10")
        sections = pilot.app.screen.query_one("#sections", OptionList)
        sections.highlighted = sections.get_option_index("part-tombol")
        await settle(pilot)
        await press(pilot, "tab", "enter")

        assert snapshot == stable(pilot, workspace)
