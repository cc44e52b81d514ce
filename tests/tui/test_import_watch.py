"""A watched folder: what arrives is listed and marked, chosen by a person, and may vanish."""

import shutil

import pytest
from textual.widgets import Button

from tests.tui.frames import frame
from tests.tui.importing import opened, press, queue, read
from tests.tui.pilots import SAMPLES, running, settle
from tui.impor import watch
from tui.impor.watch import WatchedFiles


@pytest.fixture(autouse=True)
def _by_hand(monkeypatch):
    """Looks are made by the test, not by the clock."""
    monkeypatch.setattr(watch, "EVERY", 3600.0)


@pytest.fixture
def folder(tmp_path):
    """A file that was imported already, and a new one."""
    path = tmp_path / "masuk"
    path.mkdir()
    for name in ("puskesmas-semikolon.csv", "satpolpp-lama.xls"):
        shutil.copy(SAMPLES / name, path / name)
    return path


async def watching(pilot, folder):
    """The folder is watched, two looks were made, its list is open."""
    await opened(pilot)
    await press(pilot, "p")
    pilot.app.screen.query_one("#path").value = str(folder)
    await press(pilot, "enter")
    await look(pilot)


async def look(pilot):
    pilot.app.rooms["impor"].watched.look()
    await settle(pilot)


async def test_new_and_known_files_are_told_apart(workspace, folder):
    """By content: the number of the import, or "baru"."""
    async with running(workspace) as pilot:
        await watching(pilot, folder)
        told = {one.found.path.name: one.state for one in pilot.app.rooms["impor"].watched.arrived()}

        assert {"satpolpp-lama.xls": "baru", "puskesmas-semikolon.csv": "sudah diimpor (I-000001)"} == told
        assert pilot.app.rooms["impor"].watched.in_words().startswith("1 berkas baru")


async def test_nothing_is_imported_by_itself(workspace, folder):
    """Neither queue nor journal move."""
    async with running(workspace) as pilot:
        await opened(pilot)
        before = pilot.app.session.version
        await press(pilot, "escape")
        await watching(pilot, folder)
        await look(pilot)

        assert (before, []) == (pilot.app.session.version, pilot.app.rooms["impor"].queue.antrean.berkas)


async def test_a_chosen_file_goes_into_the_queue(workspace, folder):
    """Enter in the list, the unit, and it is read; in the list it is known then."""
    async with running(workspace) as pilot:
        await watching(pilot, folder)
        await press(pilot, "enter", "enter")
        await read(pilot)

        assert [("satpolpp-lama.xls", "siap", "")] == queue(pilot)
        assert {"dalam antrean"} <= {one.state for one in pilot.app.screen.watched.arrived()}


async def test_of_all_marked_files_the_new_ones_are_taken(workspace, folder):
    """Ctrl+A marks the known ones as well; they are not imported twice."""
    shutil.copy(SAMPLES / "riwayat.xlsx", folder / "riwayat.xlsx")
    async with running(workspace) as pilot:
        await watching(pilot, folder)
        await press(pilot, "ctrl+a", "enter", "enter")
        await read(pilot)

        assert ["riwayat.xlsx", "satpolpp-lama.xls"] == sorted(name for name, _, _ in queue(pilot))


async def test_a_file_that_arrives_later_appears(workspace, folder):
    """In the open list, and as a notice when it is closed."""
    async with running(workspace, notifications=True) as pilot:
        await watching(pilot, folder)
        await press(pilot, "escape")
        shutil.copy(SAMPLES / "riwayat.xlsx", folder / "riwayat.xlsx")
        await look(pilot)
        await look(pilot)

        assert "Berkas baru di folder yang dipantau: riwayat.xlsx." in frame(pilot.app)


async def test_a_file_still_being_copied_cannot_be_chosen(workspace, tmp_path):
    """The list says so and stays."""
    empty = tmp_path / "masuk"
    empty.mkdir()
    async with running(workspace) as pilot:
        await watching(pilot, empty)
        shutil.copy(SAMPLES / "riwayat.xlsx", empty / "riwayat.xlsx")
        await look(pilot)
        await press(pilot, "enter")

        assert isinstance(pilot.app.screen, WatchedFiles)
        assert "Pilih berkas yang sudah selesai disalin." in frame(pilot.app)


async def test_a_folder_that_vanishes_is_told_calmly(workspace, folder, tmp_path):
    """Pulled out and put back: no dialog, the list returns."""
    async with running(workspace) as pilot:
        await watching(pilot, folder)
        await press(pilot, "escape")
        aside = folder.rename(tmp_path / "dicabut")
        await look(pilot)
        gone = pilot.app.screen.watched.in_words()
        aside.rename(folder)
        await look(pilot)
        await look(pilot)

        assert "Folder ini tidak ada lagi." in gone
        assert pilot.app.screen.watched.in_words().startswith("1 berkas baru")


@pytest.mark.parametrize("how", ["key", "button"])
async def test_watching_can_be_stopped(how, workspace, folder):
    """By H, or in the list."""
    async with running(workspace) as pilot:
        await watching(pilot, folder)
        if how == "button":
            pilot.app.screen.query_one("#stop", Button).press()
            await press(pilot)
        else:
            await press(pilot, "escape", "h")
        await settle(pilot)

        assert pilot.app.screen.watched.watching is None
        assert "dipantau" not in frame(pilot.app)


async def test_what_was_imported_is_known_at_the_next_look(workspace, folder):
    """Taken in from the list, it is marked with its number."""
    async with running(workspace) as pilot:
        await watching(pilot, folder)
        await press(pilot, "enter", "enter")
        await read(pilot)
        await press(pilot, "t", "enter")
        await read(pilot)
        await look(pilot)
        told = {one.found.path.name: one.state for one in pilot.app.screen.watched.arrived()}

        assert "sudah diimpor (I-000002)" == told["satpolpp-lama.xls"]


async def test_a_folder_that_is_none_keeps_asking(workspace, tmp_path):
    """A typing mistake does not close the question."""
    async with running(workspace) as pilot:
        await opened(pilot)
        await press(pilot, "p")
        pilot.app.screen.query_one("#path").value = str(tmp_path / "tidak-ada")
        await press(pilot, "enter")

        assert "Folder itu tidak ada." in frame(pilot.app)
