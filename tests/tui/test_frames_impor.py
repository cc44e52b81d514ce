"""The screen Impor as text frames, at the smallest size and at a good one."""

import shutil
from pathlib import Path

import pytest

from tests.tui.frames import frame
from tests.tui.importing import choose, opened, press, read
from tests.tui.pilots import SAMPLES, running, settle
from tui.impor import watch

SIZES = pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])
UNIT = "SD Negeri 1"


@SIZES
async def test_nothing_chosen_yet(workspace, snapshot, size):
    """How to begin."""
    async with running(workspace, size=size) as pilot:
        await opened(pilot)

        assert snapshot == frame(pilot.app)


@SIZES
async def test_import_preview(workspace, snapshot, size):
    """The preview of a file with refused rows."""
    async with running(workspace, size=size) as pilot:
        await opened(pilot)
        await choose(pilot, SAMPLES / "satpolpp-lama.xls")

        assert snapshot == frame(pilot.app)


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

        assert snapshot == frame(pilot.app)


@SIZES
async def test_columns(workspace, snapshot, size):
    """What each column holds."""
    async with running(workspace, size=size) as pilot:
        await opened(pilot)
        await choose(pilot, SAMPLES / "satpolpp-lama.xls", unit=UNIT)
        await press(pilot, "k")

        assert snapshot == frame(pilot.app)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A new file and a known one, in a folder with the same name in every run; looks are made by the test."""
    monkeypatch.setattr(watch, "EVERY", 3600.0)
    monkeypatch.chdir(tmp_path)
    path = Path("kiriman")
    path.mkdir()
    for name in ("puskesmas-semikolon.csv", "satpolpp-lama.xls"):
        shutil.copy(SAMPLES / name, path / name)
    return path


@SIZES
async def test_watched_folder(workspace, snapshot, size, folder):
    """New and known files, and one that has just come."""
    async with running(workspace, size=size) as pilot:
        await opened(pilot)
        line = pilot.app.screen.watched
        line.start(folder)
        await settle(pilot)
        shutil.copy(SAMPLES / "riwayat.xlsx", folder / "riwayat.xlsx")
        line.look()
        await settle(pilot)
        await press(pilot, "p")

        assert snapshot == frame(pilot.app)


async def test_the_filter(workspace, snapshot):
    """By outcome and by finding, with counts."""
    async with running(workspace) as pilot:
        await opened(pilot)
        await choose(pilot, SAMPLES / "dinas-pendidikan-kotor.xlsx")
        await press(pilot, "f", "tab", "enter")

        assert snapshot == frame(pilot.app)


async def test_which_row_is_the_header(workspace, snapshot, tmp_path):
    """The first rows of a file in words nobody knows, to point at."""
    path = tmp_path / "aneh.csv"
    path.write_text("Daftar;;;\nSiapa;Nmr;Kapan;Mengerjakan\nAni Lestari;3375015705900123;17-05-1990;Pustakawan\n")
    async with running(workspace) as pilot:
        await opened(pilot)
        await choose(pilot, path)
        await press(pilot, "k")

        assert snapshot == frame(pilot.app)
