"""The terminal speaks Indonesian: no word of the framework's English reaches an operator."""

import re

import pytest

from tests.tui.frames import frame
from tests.tui.pilots import running, settle, type_text
from tui.actions import TABLE
from tui.framework import MEANINGS

ENGLISH = re.compile(
    r"\b(the|quit|keys?|search|select|theme|command|palette|focus|press|toggle|show|hide|page|scroll|cursor|delete|"
    r"no matches|found|loading|screenshot|maximize|minimize|open|close|save|cancel|help|submit|copy|next|previous|"
    r"error|warning|empty|file|folder not|yes|back)\b",
    re.IGNORECASE,
)
ROOMS = ("f2", "f3", "f4", "f5", "f6", "f7", "f8")


def leaks(text):
    return sorted({found.group(0) for found in ENGLISH.finditer(text)})


async def test_no_screen_leaks_english(with_waiting):
    """Every room of an instansi, as an operator sees it."""
    async with running(with_waiting, size=(120, 40)) as pilot:
        seen = [frame(pilot.app)]
        await pilot.press("enter")
        for key in ROOMS:
            await pilot.press(key)
            await settle(pilot)
            seen.append(frame(pilot.app).replace(str(with_waiting), ""))

        assert [] == leaks("\n".join(seen))


@pytest.mark.parametrize("key", ["f1", "ctrl+p", "ctrl+t"])
async def test_no_overlay_leaks_english(workspace, key):
    """Help, palette and themes."""
    async with running(workspace, size=(120, 40)) as pilot:
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press(key)
        await settle(pilot)

        assert [] == leaks(frame(pilot.app))


async def test_the_palette_says_in_indonesian_that_nothing_fits(workspace):
    """No match is a sentence of ours, not the framework's."""
    async with running(workspace) as pilot:
        await pilot.press("ctrl+p")
        await type_text(pilot, "qqqqzzzz")
        await pilot.pause(0.8)
        await settle(pilot)

        assert "Tidak ada perintah yang cocok" in frame(pilot.app)
        assert [] == leaks(frame(pilot.app))


async def test_the_palette_runs_a_command(workspace):
    """A command found by its name does what its key does."""
    async with running(workspace) as pilot:
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("ctrl+p")
        await type_text(pilot, "Finalisasi")
        await pilot.pause(0.3)
        await pilot.press("enter")
        await settle(pilot)

        assert "Jalan menuju final" in frame(pilot.app)


@pytest.mark.parametrize("key", ["t", "f", "enter", "c", "m"])
async def test_no_dialog_leaks_english(workspace, key):
    """The questions of the people's screen, and its form."""
    async with running(workspace, size=(120, 40)) as pilot:
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press(key)
        await settle(pilot)

        assert [] == leaks(frame(pilot.app))


async def untranslated(pilot):
    """Descriptions of bindings that are possible now and have no Indonesian words."""
    found = set()
    for _, binding, _, _ in pilot.app.screen.active_bindings.values():
        if binding.description not in MEANINGS and leaks(binding.description):
            found.add(binding.description)
    return found


async def test_every_key_of_the_framework_has_an_indonesian_meaning(with_waiting):
    """Whatever widget has the focus, help can name its keys."""
    missing = set()
    async with running(with_waiting, size=(120, 40)) as pilot:
        await pilot.press("enter")
        await settle(pilot)
        for keys in (["slash"], ["escape", "f3"], ["o"], ["tab"], ["tab"], ["escape", "f2", "f"], ["enter"]):
            await pilot.press(*keys)
            await settle(pilot)
            missing |= await untranslated(pilot)

    assert set() == missing


def test_the_table_of_commands_is_indonesian():
    """Labels and help of every command."""
    assert [] == leaks(" ".join(f"{command.label} {command.help}" for command in TABLE))


async def test_ctrl_c_explains_how_to_leave(workspace):
    """The framework's own sentence is replaced."""
    async with running(workspace, notifications=True) as pilot:
        await pilot.press("ctrl+c")
        await settle(pilot)

        assert "Tekan Ctrl+Q untuk keluar." in frame(pilot.app)
