"""Statistik and Riwayat as text frames, at the smallest size and at a good one."""

import re
from datetime import datetime

import pytest

from registry.desk.pegawai import change_pegawai
from registry.model.act import Act
from registry.workspace import Workspace
from tests.tui.frames import frame
from tests.tui.pilots import WIB, running, settle
from tui.widgets.table import LineTable

SIZES = [(80, 24), (120, 40)]


def stable(pilot):
    """The frame with every fingerprint named the same."""
    return re.sub(r"[0-9a-f]{20,64}", "<sidik>", frame(pilot.app))


async def go(pilot, *keys):
    for key in ("enter", *keys):
        await pilot.press(key)
        await settle(pilot)


@pytest.mark.parametrize("size", SIZES, ids=["80x24", "120x40"])
@pytest.mark.parametrize("kode", ["unit", "masa-kerja", "sebab"])
async def test_numbers(with_waiting, snapshot, kode, size):
    """Bars of a topic, the days below."""
    async with running(with_waiting, size=size) as pilot:
        await go(pilot, "ctrl+g")
        pilot.app.screen.query_one("#topics", LineTable).go_to(kode)
        await settle(pilot)

        assert snapshot == stable(pilot)


@pytest.mark.parametrize("size", SIZES, ids=["80x24", "120x40"])
async def test_journal(ready, snapshot, size):
    """Entries, head, and what the newest changed."""
    async with running(ready, size=size) as pilot:
        await go(pilot, "ctrl+r")

        assert snapshot == stable(pilot)


@pytest.mark.parametrize("size", SIZES, ids=["80x24", "120x40"])
async def test_a_correction(workspace, snapshot, size):
    """Before and after of one person."""
    ws = Workspace.open(workspace)
    with ws.open_store("3375", "siti") as store:
        act = Act("siti", datetime(2022, 9, 21, 9, 0, tzinfo=WIB), "Menurut SK terbaru")
        fields = {"jabatan": "Penyuluh Gizi", "sumber_gaji": "BLUD", "tanggal_mulai": "02-01-2017"}
        change_pegawai(store, "3375-000001", fields, ws.periode_for(store.instansi), act)
    async with running(workspace, size=size) as pilot:
        await go(pilot, "ctrl+r")

        assert snapshot == stable(pilot)


@pytest.mark.parametrize("size", SIZES, ids=["80x24", "120x40"])
async def test_the_people_of_a_bar(ready, snapshot, size):
    """Whom the list shows, and the question for filters with the bar in it."""
    async with running(ready, size=size) as pilot:
        await go(pilot, "ctrl+g", "down", "enter", "enter", "f")

        assert snapshot == stable(pilot)


@pytest.mark.parametrize("size", SIZES, ids=["80x24", "120x40"])
@pytest.mark.parametrize("damaged", [False, True], ids=["utuh", "rusak"])
async def test_periksa(ready, snapshot, damaged, size):
    """The report: all sound, or what is hit, by whom, and what to do."""
    if damaged:
        edition = next((ready / "terbitan" / "3375").glob("*.json"))
        edition.write_bytes(edition.read_bytes().replace(b"Kota", b"Koto"))
    async with running(ready, size=size) as pilot:
        await go(pilot, "ctrl+r", "p")

        assert snapshot == stable(pilot)


@pytest.mark.parametrize("key", ["f", "k", "f1"])
async def test_questions_of_the_journal(ready, snapshot, key):
    """Filters, fingerprints, help at 80x24."""
    async with running(ready) as pilot:
        await go(pilot, "ctrl+r", key)

        assert snapshot == stable(pilot)
