"""The table of commands: everything else derives from it."""

import ast
from collections import Counter
from pathlib import Path

import pytest

import tui
from tests.tui.frames import frame
from tests.tui.pilots import running, settle
from tui.actions import TABLE, of_place
from tui.screens.base import BaseScreen
from tui.screens.beranda import BerandaScreen
from tui.screens.orang import OrangScreen
from tui.screens.rooms import ROOMS
from tui.screens.terbitkan import TerbitkanScreen
from tui.widgets.pairs import Pairs

SCREENS = {"beranda": BerandaScreen, "orang": OrangScreen, **ROOMS, "semua": BaseScreen}
SOURCES = sorted(Path(tui.__file__).parent.rglob("*.py"))


@pytest.mark.parametrize("command", [c for c in TABLE if c.place != "ruang"], ids=lambda command: command.id)
def test_every_command_has_its_method(command):
    """A command in the table can be run."""
    assert callable(getattr(SCREENS[command.place], f"do_{command.name}", None))


@pytest.mark.parametrize("place", sorted(SCREENS))
def test_no_key_is_given_twice(place):
    """On one screen a key means one thing."""
    rooms = {"ruang"} if place in ROOMS else set()
    keys = Counter(
        command.key for command in of_place(place, "semua", *rooms) if place != "semua" or command.place == place
    )

    assert [] == [key for key, times in keys.items() if times > 1]


def test_ids_are_unique():
    """A key is remapped by its command's id."""
    assert len(TABLE) == len({command.id for command in TABLE})


async def test_footer_shows_only_what_is_possible(workspace):
    """Restoring is not offered for someone who is listed."""
    async with running(workspace, size=(120, 40)) as pilot:
        await pilot.press("enter")
        await settle(pilot)

        assert "v Verifikasi" in frame(pilot.app)
        assert "Pulihkan" not in frame(pilot.app)


async def test_help_tells_first_what_is_possible_now(workspace):
    """What is not possible stands in one group at the end."""
    async with running(workspace) as pilot:
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("f1")
        await settle(pilot)
        titles = [str(word) for word, sentence in pilot.app.screen.query_one(Pairs).pairs if sentence is None]

        assert ("Layar ini", "Tidak mungkin saat ini") == (titles[0], titles[-1])


async def test_help_is_scrolled_by_the_keyboard(workspace):
    """All of it can be read without a mouse."""
    async with running(workspace) as pilot:
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("f1")
        await settle(pilot)
        await pilot.press("pagedown", "down")
        await settle(pilot)

        assert 9 == pilot.app.screen.query_one(".dialog-body").scroll_y


async def test_footer_runs_commands_by_mouse(workspace):
    """A click on the footer is the key."""
    async with running(workspace, size=(120, 40)) as pilot:
        await pilot.press("enter")
        await settle(pilot)
        line = frame(pilot.app).splitlines()[-1]
        await pilot.click("CommandFooter", offset=(line.index("Saring"), 0))
        await settle(pilot)

        assert "Saring daftar" in frame(pilot.app)


async def test_keys_can_be_remapped_by_id(workspace):
    """A keymap by command ids changes key and footer."""
    async with running(workspace, size=(120, 40)) as pilot:
        pilot.app.set_keymap({"pegawai.verifikasi": "w"})
        await pilot.press("enter")
        await settle(pilot)

        assert "w Verifikasi" in frame(pilot.app)


def test_publishing_screen_has_the_commands_of_its_room():
    """The same two commands from the list of instansi."""
    assert callable(TerbitkanScreen.do_mulai)


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: "/".join(path.parts[-2:]))
def test_tui_imports_only_the_registry(path):
    """The terminal knows neither the site builder nor the command line."""
    modules = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            modules |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            modules.add(node.module.split(".")[0])

    assert set() == modules & {"cli", "site_builder", "tinydb", "fpdf", "templates"}
