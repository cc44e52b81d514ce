"""Ctrl+Z in every room: it tells what changes, asks, and takes the last change back."""

import pytest

from registry.desk import pegawai as desk
from registry.model import tables
from registry.model.codes import StatusPegawai
from tests.tui.frames import frame
from tests.tui.pilots import running, settle
from tui.screens.rooms import ROOMS
from tui.widgets.table import LineTable


async def go(pilot, *keys):
    for key in keys:
        await pilot.press(key)
        await settle(pilot)


def states(pilot):
    return {row.status for row in pilot.app.session.store.rows(tables.PEGAWAI)}


async def verified(pilot):
    """Open the agency and verify whoever can be."""
    await go(pilot, "enter")
    session = pilot.app.session
    desk.verify(session.store, desk.nomor_with(session.store, undecided=False), session.act())
    session.reread()


async def test_the_last_change_is_told_and_taken_back(workspace):
    """Who did what when, whom it concerns; then everybody is a draft again and the table shows it."""
    async with running(workspace) as pilot:
        await verified(pilot)
        await go(pilot, "ctrl+z")
        asked = frame(pilot.app)
        await go(pilot, "enter")

        assert "Urungkan perubahan terakhir?" in asked
        assert "Verifikasi, oleh siti," in asked
        assert {StatusPegawai.DRAF} == states(pilot)
        assert {StatusPegawai.DRAF} == {row.status for row in pilot.app.screen.query_one("#people", LineTable).rows}


async def test_escape_changes_nothing(workspace):
    """Looking is no deed."""
    async with running(workspace) as pilot:
        await verified(pilot)
        length = pilot.app.session.store.head.seq
        await go(pilot, "ctrl+z", "escape")

        assert length == pilot.app.session.store.head.seq


async def test_the_second_time_it_is_done_again(workspace):
    """The question says so."""
    async with running(workspace) as pilot:
        await verified(pilot)
        await go(pilot, "ctrl+z", "enter", "ctrl+z")
        asked = frame(pilot.app)
        await go(pilot, "enter")

        assert "Berlakukan lagi yang diurungkan?" in asked
        assert StatusPegawai.TERVERIFIKASI in states(pilot)


async def test_an_import_is_taken_back(workspace):
    """The sixty people of the file leave; the room stays usable."""
    async with running(workspace) as pilot:
        await go(pilot, "enter", "ctrl+z", "enter")

        assert 0 == pilot.app.session.store.count(tables.PEGAWAI)
        assert "Tidak ada orang yang cocok." in frame(pilot.app)


@pytest.mark.parametrize("place", sorted(ROOMS))
async def test_every_room_has_it(workspace, place):
    """The same key wherever one stands."""
    async with running(workspace) as pilot:
        await go(pilot, "enter")
        pilot.app.go(place)
        await settle(pilot)
        await go(pilot, "ctrl+z")

        assert "Urungkan perubahan terakhir?" in frame(pilot.app)


async def test_what_cannot_be_undone_is_said(ready):
    """A scan that was attached stays attached."""
    async with running(ready) as pilot:
        await go(pilot, "enter", "ctrl+z")

        assert "Perubahan terakhir tidak dapat diurungkan" in frame(pilot.app)


async def test_it_stands_in_the_palette_and_help_but_not_in_the_navigation(workspace):
    """The navigation line names rooms."""
    async with running(workspace, size=(120, 40)) as pilot:
        await go(pilot, "enter")

        assert "ruang.urungkan" in {command.id for _, command in pilot.app.screen.possible()}
        assert "Urungkan" not in frame(pilot.app).splitlines()[1]
