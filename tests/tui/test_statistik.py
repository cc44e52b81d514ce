"""The room of numbers: topics, bars, days, the table as a file."""

from collections import Counter

import pytest
from textual.widgets import Input, Static

from registry.desk.dimensi import JUDUL, TERVERIFIKASI
from registry.desk.kelompok import Kelompok
from registry.model import tables
from registry.model.act import Act
from registry.workspace import Workspace
from tests.tui.driving import enter, press, sees
from tests.tui.frames import frame
from tests.tui.pilots import clock, running, settle
from tests.tui.test_language import leaks
from tui.people import Filter
from tui.saved_filters import keep_saved
from tui.screens.statistik import StatistikScreen
from tui.widgets.table import LineTable


def bars(pilot):
    return {sel.nama: sel.jumlah for sel in pilot.app.screen.query_one("#bars", LineTable).rows}


async def topic(pilot, kode):
    pilot.app.screen.query_one("#topics", LineTable).go_to(kode)
    await settle(pilot)


async def test_the_first_topic_is_shown_at_once(workspace):
    """Everybody by unit."""
    async with running(workspace) as pilot:
        await enter(pilot, "ctrl+g")
        units = Counter(one.unit_kerja or "Tidak diketahui" for one in pilot.app.session.store.rows(tables.PEGAWAI))

        assert dict(units) == bars(pilot)


@pytest.mark.parametrize(
    "kode", ["jabatan", "pendidikan", "usia", "masa-kerja", "gaji", "kelamin", "kategori", "syarat"]
)
async def test_every_topic_adds_up_to_everybody(workspace, kode):
    """No one is left out of a table."""
    async with running(workspace) as pilot:
        await enter(pilot, "ctrl+g")
        await topic(pilot, kode)

        assert pilot.app.session.store.count(tables.PEGAWAI) == sum(bars(pilot).values())


async def test_bars_are_drawn_to_scale(workspace):
    """The longest fills its column; percentages are of everybody."""
    async with running(workspace) as pilot:
        await enter(pilot, "ctrl+g")
        await topic(pilot, "kategori")
        screen = pilot.app.screen
        most = max(screen.bars.rows, key=lambda sel: sel.jumlah)
        width = next(width for column, width in screen.bars.laid if column.key == "bar")

        assert ("█" * width, f"{100 * most.jumlah / sum(bars(pilot).values()):.1f}".replace(".", ",")) == (
            screen._bar(most),
            screen._percent(most),
        )


async def test_the_screen_says_that_it_is_private(workspace):
    """These numbers are not suppressed."""
    async with running(workspace) as pilot:
        await enter(pilot, "ctrl+g")

        assert "tidak untuk diumumkan" in frame(pilot.app)


async def test_days_come_from_the_journal(workspace):
    """All arrived on the day of the import, nobody is verified."""
    async with running(workspace) as pilot:
        await enter(pilot, "ctrl+g")
        count = pilot.app.session.store.count(tables.PEGAWAI)
        days = str(pilot.app.screen.query_one("#days", Static).content).splitlines()

        assert f"████ {count}, terbanyak {count} sehari" in days[0]
        assert days[1].endswith(" 0")
        assert "20-09-2022 sampai 20-09-2022" in days[2]


async def test_the_keyboard_goes_to_the_bars_and_back(workspace):
    """Enter on a topic goes to its bars; T goes to and fro."""
    async with running(workspace) as pilot:
        await enter(pilot, "ctrl+g")
        seen = [pilot.app.focused.id]
        for key in ("enter", "t", "t"):
            await pilot.press(key)
            seen.append(pilot.app.focused.id)

        assert ["topics", "bars", "topics", "bars"] == seen


TOPICS = [kode for kode in JUDUL if kode != TERVERIFIKASI]


@pytest.mark.parametrize("kode", TOPICS)
async def test_enter_on_a_bar_shows_whom_it_counts(workspace, kode):
    """Exactly these: as many people are listed as every bar of every topic tells."""
    async with running(workspace) as pilot:
        await enter(pilot, "ctrl+g")
        await topic(pilot, kode)
        screen, listed = pilot.app.screen, {}
        counted = bars(pilot)
        for nama in counted:
            screen.bars.go_to(nama)
            screen.bars.focus()
            await press(pilot, "enter")
            listed[nama] = pilot.app.screen.query_one("#people", LineTable).count
            await press(pilot, "ctrl+g")

        assert counted
        assert counted == listed


async def test_the_list_says_whom_it_shows(workspace):
    """Which bar; L lets it go, and so does the question for filters."""
    async with running(workspace, size=(120, 40)) as pilot:
        await enter(pilot, "ctrl+g")
        await topic(pilot, "kelamin")
        await press(pilot, "enter", "enter")
        sees(pilot, "Saringan: statistik Jenis kelamin: Laki-laki")
        await press(pilot, "f")
        sees(pilot, "Dari statistik Jenis kelamin: Laki-laki")
        await press(pilot, "escape", "l")

        assert Filter() == pilot.app.screen.wanted
        sees(pilot, "57 dari 57 orang")


async def test_a_bar_kept_as_a_saved_filter_counts_anew(workspace):
    """Its people are looked up when it is used, not when it was kept."""
    usia = Filter(kelompok=Kelompok("usia", "30-39 tahun"))
    async with running(workspace) as pilot:
        await enter(pilot, "ctrl+g")
        await topic(pilot, "usia")
        expected = bars(pilot)["30-39 tahun"]
        keep_saved(workspace, "tiga puluhan", usia)
        await press(pilot, "f2", "d", "enter")

        assert usia == pilot.app.screen.wanted
        assert expected == pilot.app.screen.query_one("#people", LineTable).count


async def test_a_bar_opens_also_a_list_that_was_not_seen_yet(workspace):
    """Whoever comes from the start page to another room has not been there."""
    async with running(workspace) as pilot:
        pilot.app.open_instansi("3375", "statistik")
        await settle(pilot)
        await topic(pilot, "kelamin")
        expected = bars(pilot)["Laki-laki"]
        await press(pilot, "enter", "enter")

        assert expected == pilot.app.screen.query_one("#people", LineTable).count


async def test_the_table_shown_is_saved(workspace, tmp_path):
    """As CSV, where the operator says."""
    target = tmp_path / "kelamin.csv"
    async with running(workspace, notifications=True) as pilot:
        await enter(pilot, "ctrl+g")
        await topic(pilot, "kelamin")
        await pilot.press("x")
        await settle(pilot)
        pilot.app.screen.query_one("#path", Input).value = str(target)
        await pilot.press("enter")
        await settle(pilot)
        expected = bars(pilot)

        lines = target.read_text(encoding="utf-8-sig").splitlines()
        assert "Jenis kelamin,jumlah,persen,ms,tms" == lines[0]
        assert expected == {line.split(",")[0]: int(line.split(",")[1]) for line in lines[1:]}


async def test_an_instansi_without_people(empty_workspace):
    """Says so; there is nothing to save."""
    Workspace.open(empty_workspace).add_instansi("3375", Act("siti", clock()()))
    async with running(empty_workspace) as pilot:
        await enter(pilot, "ctrl+g")

        assert "Belum ada data." in frame(pilot.app)
        assert "Simpan CSV" not in frame(pilot.app)


async def test_a_stopped_count_begins_anew_on_return(workspace):
    """Esc stops it; the room is not left half counted for good."""
    async with running(workspace) as pilot:
        await enter(pilot, "ctrl+g")
        screen = pilot.app.screen
        screen.load()
        screen.stop_reading()
        await settle(pilot)
        assert not screen.reading
        await pilot.press("f2")
        await pilot.press("ctrl+g")
        await settle(pilot)

        assert isinstance(pilot.app.screen, StatistikScreen)
        assert screen.session.version == screen.seen


@pytest.mark.parametrize("keys", [[], ["x"], ["f1"]], ids=str)
async def test_no_english(workspace, keys):
    """The room, its question and its help."""
    async with running(workspace, size=(120, 40)) as pilot:
        await enter(pilot, "ctrl+g")
        await pilot.press(*keys)
        await settle(pilot)

        assert [] == leaks(frame(pilot.app).replace(str(workspace), ""))


async def test_the_bar_under_the_cursor_is_told_in_full(workspace):
    """Its whole name, and MS and TMS where a narrow table has no columns for them."""
    async with running(workspace) as pilot:
        await enter(pilot, "ctrl+g")
        sel = pilot.app.screen.bars.rows[0]
        told = str(pilot.app.screen.query_one("#one", Static).content)

        assert told.startswith(f"{sel.nama}: {sel.jumlah} (MS {sel.ms}, TMS {sel.tms}")
