"""What waits for a decision and the inbox as text frames, at the smallest size and at a good one."""

import shutil

import pytest

from tests.tui.frames import frame
from tests.tui.inbox import make_inbox
from tests.tui.pilots import running, settle
from tests.tui.queue import make_queue

SIZES = [(80, 24), (120, 40)]
WAITING = {
    "all": [],
    "duplicate": ["down", "down", "down", "down"],
    "merge": ["down", "down", "down", "down", "g", "space"],
    "damaged_nik": ["end"],
    "preview": ["ctrl+a", "t"],
    "refuse": ["x"],
    "people": ["shift+tab", *["down"] * 6, "tab", "a"],
    "syarat": ["shift+tab", *["down"] * 6, "tab", "a", "m"],
}
INBOX = {
    "all": [],
    "decided": ["end"],
    "grant": ["k"],
    "refuse": ["x"],
    "grant_several": ["ctrl+a", "k"],
    "refuse_several": ["ctrl+a", "x"],
    "filter": ["f"],
}


@pytest.fixture(scope="module")
def made_queue(tmp_path_factory):
    return make_queue(tmp_path_factory.mktemp("made") / "antrean")


@pytest.fixture(scope="module")
def made_inbox(tmp_path_factory):
    return make_inbox(tmp_path_factory.mktemp("made") / "masukan")


async def shown(path, size, *keys):
    async with running(path, size=size) as pilot:
        for key in ("enter", *keys):
            await pilot.press(key)
            await settle(pilot)
        return frame(pilot.app)


@pytest.mark.parametrize("size", SIZES, ids=["80x24", "120x40"])
@pytest.mark.parametrize("situation", WAITING)
async def test_what_waits(made_queue, tmp_path, snapshot, situation, size):
    """Groups, comparison, merging, proposals, previews, people."""
    path = shutil.copytree(made_queue, tmp_path / "ruang")

    assert snapshot == await shown(path, size, "f4", *WAITING[situation])


@pytest.mark.parametrize("size", SIZES, ids=["80x24", "120x40"])
@pytest.mark.parametrize("situation", INBOX)
async def test_the_inbox(made_inbox, tmp_path, snapshot, situation, size):
    """Due dates, decisions, filters."""
    path = shutil.copytree(made_inbox, tmp_path / "ruang")

    assert snapshot == await shown(path, size, "f5", *INBOX[situation])


async def test_an_empty_inbox(made_queue, tmp_path, snapshot):
    """Nothing came in yet."""
    path = shutil.copytree(made_queue, tmp_path / "ruang")

    assert snapshot == await shown(path, (80, 24), "f5")
