"""The screen Impor as text frames, at the smallest size and at a good one."""

import re
import shutil

import pytest

from tests.tui.frames import frame
from tests.tui.importing import choose, opened, press, read
from tests.tui.pilots import SAMPLES, running, settle
from tui.impor import watch

SIZES = pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])
UNIT = "SD Negeri 1"


def stable(pilot):
    """The frame, with the folders of this run named the same every time."""
    return re.sub(r"(Memantau) \S+:", r"\1 <folder>:", frame(pilot.app))


@SIZES
async def test_nothing_chosen_yet(workspace, snapshot, size):
    """How to begin."""
    async with running(workspace, size=size) as pilot:
        await opened(pilot)

        assert snapshot == stable(pilot)


@SIZES
async def test_import_preview(workspace, snapshot, size):
    """The preview of a file with refused rows."""
    async with running(workspace, size=size) as pilot:
        await opened(pilot)
        await choose(pilot, SAMPLES / "satpolpp-lama.xls")

        assert snapshot == stable(pilot)


@SIZES
async def test_several_files(workspace, snapshot, size, tmp_path):
    """One taken in, one ready, one refused, with the second file under the cursor."""
    bad = tmp_path / "gambar.xlsx"
    bad.write_bytes(b"bukan tabel")
    async with running(workspace, size=size) as pilot:
        await opened(pilot)
        await choose(pilot, SAMPLES / "satpolpp-lama.xls", SAMPLES / "banyak-lembar.xlsx", bad, unit=UNIT)
        await press(pilot, "t", "enter")
        await read(pilot)
        await press(pilot, "home", "down")

        assert snapshot == stable(pilot)


@SIZES
async def test_columns(workspace, snapshot, size):
    """What each column holds."""
    async with running(workspace, size=size) as pilot:
        await opened(pilot)
        await choose(pilot, SAMPLES / "satpolpp-lama.xls", unit=UNIT)
        await press(pilot, "k")

        assert snapshot == stable(pilot)


@SIZES
async def test_watched_folder(workspace, snapshot, size, tmp_path, monkeypatch):
    """New and known files, and one still being copied."""
    monkeypatch.setattr(watch, "EVERY", 3600.0)
    folder = tmp_path / "m"
    folder.mkdir()
    for name in ("puskesmas-semikolon.csv", "satpolpp-lama.xls"):
        shutil.copy(SAMPLES / name, folder / name)
    async with running(workspace, size=size) as pilot:
        await opened(pilot)
        line = pilot.app.screen.watched
        line.start(folder)
        await settle(pilot)
        shutil.copy(SAMPLES / "riwayat.xlsx", folder / "riwayat.xlsx")
        line.look()
        await settle(pilot)
        await press(pilot, "p")

        assert snapshot == re.sub(r"Memantau .*?berkas baru *", "Memantau <folder>: 1 berkas baru", frame(pilot.app))


async def test_the_filter(workspace, snapshot):
    """By outcome and by finding, with counts."""
    async with running(workspace) as pilot:
        await opened(pilot)
        await choose(pilot, SAMPLES / "dinas-pendidikan-kotor.xlsx")
        await press(pilot, "f", "tab", "enter")

        assert snapshot == stable(pilot)
