"""Filters kept by name in the workspace."""

import os
import stat

import pytest

from registry.errors import FileRefused, UsageRefused
from registry.workspace import Workspace
from tests.tui.frames import frame
from tests.tui.pilots import running, settle, type_text
from tui.dialogs.confirm import Notice, Trouble
from tui.people import Filter
from tui.saved_filters import ASIDE, FILE, LONGEST_NAME, MOST, drop_saved, keep_saved, read_saved
from tui.screens.pegawai import PegawaiScreen

BOS = Filter(syarat="?", sumber_gaji="BOS")


def names(folder):
    return [one.nama for one in read_saved(folder)]


def test_a_workspace_begins_without_saved_filters(tmp_path):
    """No file is no fault."""
    assert () == read_saved(tmp_path)


def test_a_kept_filter_is_read_again(tmp_path):
    """Name and every criterion."""
    keep_saved(tmp_path, "perlu putusan, BOS", BOS)

    assert [("perlu putusan, BOS", BOS)] == [(one.nama, one.filter) for one in read_saved(tmp_path)]


def test_they_stand_by_name_and_a_name_is_used_once(tmp_path):
    """Keeping under a name there is replaces it, whatever its capitals."""
    for nama in ("b", "a", "B"):
        keep_saved(tmp_path, nama, BOS)

    assert ["a", "B"] == names(tmp_path)


def test_one_can_be_forgotten(tmp_path):
    """The others stay."""
    keep_saved(tmp_path, "a", BOS)
    keep_saved(tmp_path, "b", BOS)
    drop_saved(tmp_path, "a")

    assert ["b"] == names(tmp_path)


def test_there_is_an_end_to_them(tmp_path):
    """A list nobody can read helps nobody."""
    for n in range(MOST):
        keep_saved(tmp_path, f"{n:02}", BOS)

    with pytest.raises(UsageRefused, match="Sudah ada 50"):
        keep_saved(tmp_path, "satu lagi", BOS)


@pytest.mark.skipif(os.name == "nt", reason="no modes there")
def test_the_file_is_the_owners_alone(tmp_path):
    """A filter may hold a NIK that was searched for."""
    keep_saved(tmp_path, "a", BOS)

    assert 0o600 == stat.S_IMODE((tmp_path / FILE).stat().st_mode)


@pytest.mark.parametrize(
    "damaged",
    [
        b"",
        b"{",
        b"[]",
        b'{"lain": 1}',
        b"\xff\xfe",
        b'{"saringan":[{"nama":"a","filter":{"status":"X"}}]}',
        b'{"saringan":[{"nama":" ","filter":{}}]}',
        b'{"saringan":[{"nama":"a","filter":{"words":3}}]}',
    ],
)
def test_a_damaged_file_is_put_aside_and_one_starts_anew(tmp_path, damaged):
    """Told once, in a sentence; nothing of it is lost."""
    (tmp_path / FILE).write_bytes(damaged)

    with pytest.raises(FileRefused, match="rusak") as refused:
        read_saved(tmp_path)

    assert ASIDE in refused.value.to_do
    assert (damaged, ()) == ((tmp_path / ASIDE).read_bytes(), read_saved(tmp_path))


async def filtered(pilot):
    await pilot.press("enter")
    await settle(pilot)
    pilot.app.screen.take_filter(Filter(words="a", syarat="MS"))
    await settle(pilot)


async def test_keeping_the_present_filter_and_choosing_it_again(workspace):
    """N asks for a name, D brings search words and filter back."""
    async with running(workspace) as pilot:
        await filtered(pilot)
        await pilot.press("n")
        await settle(pilot)
        await type_text(pilot, "sudah jelas")
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("l")
        await settle(pilot)
        emptied = pilot.app.screen.wanted
        await pilot.press("d")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)

        assert (Filter(), Filter(words="a", syarat="MS")) == (emptied, pilot.app.screen.wanted)
        assert "a" == pilot.app.screen.query_one("#words").value
        assert ["sudah jelas"] == names(workspace)


async def test_forgetting_a_saved_filter(workspace):
    """X asks which."""
    keep_saved(workspace, "lama", BOS)
    async with running(workspace) as pilot:
        await filtered(pilot)
        await pilot.press("x")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)

        assert [] == names(workspace)


async def test_a_name_too_long_is_told_in_the_question(workspace):
    """Nothing is kept."""
    async with running(workspace) as pilot:
        await filtered(pilot)
        await pilot.press("n")
        await settle(pilot)
        await type_text(pilot, "x" * (LONGEST_NAME + 1))
        await pilot.press("enter")
        await settle(pilot)

        assert f"Nama paling panjang {LONGEST_NAME} huruf." in frame(pilot.app)


async def test_without_saved_filters_the_way_is_told(workspace):
    """D says how one is kept."""
    async with running(workspace) as pilot:
        await filtered(pilot)
        await pilot.press("d")
        await settle(pilot)

        assert isinstance(pilot.app.screen, Notice)


async def test_a_damaged_file_is_a_calm_message(workspace):
    """Closing it leads back to the people; the second time there is nothing to tell."""
    (workspace / FILE).write_text("{", encoding="utf-8")
    async with running(workspace) as pilot:
        await filtered(pilot)
        await pilot.press("d")
        await settle(pilot)
        told = pilot.app.screen
        await pilot.press("enter")
        await settle(pilot)

        assert isinstance(told, Trouble)
        assert isinstance(pilot.app.screen, PegawaiScreen)
        assert () == read_saved(Workspace.open(workspace).path)
