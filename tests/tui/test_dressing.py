"""Screens are styled once, and again when they look otherwise."""

from collections import Counter

import pytest
from textual.css.stylesheet import Stylesheet

from tests.tui.driving import press
from tests.tui.pilots import running, settle
from tui.preferences import Preferences
from tui.screens.impor import ImporScreen


@pytest.fixture
def styled(monkeypatch):
    """How often each kind of screen was styled from top to bottom."""
    counted = Counter()
    original = Stylesheet.update_nodes

    def count(self, nodes, **how):
        nodes = list(nodes)
        counted.update(type(node) for node in nodes[:1])
        return original(self, nodes, **how)

    monkeypatch.setattr(Stylesheet, "update_nodes", count)
    return counted


async def test_a_room_is_not_styled_again_when_it_is_shown(workspace, styled):
    """Neither the first time, beyond its mounting, nor later."""
    async with running(workspace, size=(120, 40)) as pilot:
        await press(pilot, "enter", "f3", "f2", "f3")

        assert isinstance(pilot.app.screen, ImporScreen)
        assert 0 == styled[ImporScreen]


async def test_another_theme_reaches_rooms_that_are_not_shown(workspace):
    """When they are shown next."""
    async with running(workspace, size=(120, 40)) as pilot:
        await press(pilot, "enter", "f3", "f2")
        room = pilot.app.rooms["impor"]
        before = room.styles.background
        pilot.app.prefer(Preferences(tema="terang"))
        await settle(pilot)
        await press(pilot, "f3")

        assert room is pilot.app.screen
        assert before != room.styles.background


async def test_another_width_reaches_rooms_that_are_not_shown(workspace):
    """What stands beside at 120 columns stands below at 80."""
    async with running(workspace, size=(120, 40)) as pilot:
        await press(pilot, "enter", "f3")
        await pilot.resize_terminal(80, 24)
        await settle(pilot)
        await press(pilot, "f2")

        assert not pilot.app.screen.query_one("#detail").display
