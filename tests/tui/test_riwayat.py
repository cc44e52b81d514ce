"""The journal's room: searching, what an entry changed, fingerprints, periksa."""

from datetime import datetime

import pytest
from textual.widgets import Input, Static

from registry.desk.pegawai import change_pegawai, cross_out
from registry.model.act import Act
from registry.model.codes import AlasanCoret
from registry.workspace import Workspace
from tests.tui.driving import enter, respond
from tests.tui.frames import frame
from tests.tui.pilots import WIB, running, settle, type_text
from tests.tui.test_language import leaks
from tui.dialogs.fields import Fields
from tui.screens.orang import OrangScreen
from tui.screens.periksa import PeriksaPanel
from tui.screens.riwayat import RiwayatScreen
from tui.widgets.table import LineTable

FIRST, SECOND = "3375-000001", "3375-000002"


@pytest.fixture
def changed(workspace):
    """After the import Siti corrected one person and Budi crossed out another."""
    ws = Workspace.open(workspace)
    with ws.open_store("3375", "siti") as store:
        periode = ws.periode_for(store.instansi)
        one, other = (
            Act(name, datetime(2022, 9, 21, hour, tzinfo=WIB), "SK baru") for name, hour in (("siti", 9), ("budi", 10))
        )
        change_pegawai(store, FIRST, {"jabatan": "Penyuluh Gizi"}, periode, one)
        cross_out(store, [SECOND], AlasanCoret.PINDAH, other)
    return workspace


def shown(pilot):
    return [line.note.seq for line in pilot.app.screen.query_one("#entries", LineTable).listing.shown()]


def said(pilot):
    """What the entry under the cursor changed."""
    return str(pilot.app.screen.query_one("#change-text", Static).content)


async def until(pilot, holds):
    """Wait for the layout, which comes a moment after what is laid out; fails when it never comes."""
    for _ in range(100):
        if holds():
            return
        await pilot.pause(0.02)
    assert holds()


async def test_entries_come_newest_first(changed):
    """With the head they lead to."""
    async with running(changed) as pilot:
        await enter(pilot, "ctrl+r")

        assert [4, 3, 2, 1] == shown(pilot)
        assert f"Kepala 4: {pilot.app.session.store.head.hash}" in frame(pilot.app)


async def test_an_entry_shows_each_field_before_and_after(changed):
    """Codes by their words."""
    async with running(changed) as pilot:
        await enter(pilot, "ctrl+r")
        assert "Sebab dicoret: (kosong) menjadi Pindah ke instansi lain" in said(pilot)
        assert "Status: Draf menjadi Dicoret" in said(pilot)
        await pilot.press("down")
        await settle(pilot)

        assert "menjadi Penyuluh Gizi" in said(pilot)
        assert "Alasan: SK baru" in said(pilot)


async def test_running_through_the_entries_shows_the_last(changed):
    """What was asked for on the way is not drawn."""
    async with running(changed) as pilot:
        await enter(pilot, "ctrl+r")
        await pilot.press("end", "home", "down")
        await settle(pilot)

        assert "Ubah pegawai" in said(pilot)
        assert "menjadi Penyuluh Gizi" in said(pilot)


async def test_searching_a_person(changed):
    """Entries that touched that record, and no other."""
    async with running(changed) as pilot:
        await enter(pilot, "ctrl+r")
        await pilot.press("slash")
        await type_text(pilot, FIRST)
        await settle(pilot)

        assert [3, 2] == shown(pilot)


async def test_filters_by_operator_action_and_period(changed):
    """One after the other; L shows everything again."""
    async with running(changed) as pilot:
        await enter(pilot, "ctrl+r")
        for answers, expected in (
            ({"operator": "budi"}, [4]),
            ({"operator": "semua", "action": "impor"}, [2]),
            ({"action": "semua", "sejak": "21-9-2022", "sampai": "21-9-2022"}, [4, 3]),
        ):
            await pilot.press("f")
            await settle(pilot)
            await respond(pilot, **answers)
            assert expected == shown(pilot)
        assert "sejak 21-09-2022" in frame(pilot.app)
        await pilot.press("l")
        await settle(pilot)

        assert [4, 3, 2, 1] == shown(pilot)


async def test_a_date_that_cannot_be_read_is_said_in_the_question(changed):
    """Nothing typed is lost."""
    async with running(changed) as pilot:
        await enter(pilot, "ctrl+r")
        await pilot.press("f")
        await settle(pilot)
        await respond(pilot, sejak="kemarin")

        assert isinstance(pilot.app.screen, Fields)
        assert "Tanggal sejak tidak terbaca" in frame(pilot.app)
        assert "kemarin" == pilot.app.screen.query_one("#sejak", Input).value


async def test_enter_opens_the_only_person_of_an_entry(changed):
    """And comes back to the same entry."""
    async with running(changed) as pilot:
        await enter(pilot, "ctrl+r")
        await pilot.press("down", "enter")
        await settle(pilot)
        assert isinstance(pilot.app.screen, OrangScreen)
        assert FIRST == pilot.app.screen.nomor
        await pilot.press("escape")
        await settle(pilot)

        assert isinstance(pilot.app.screen, RiwayatScreen)
        assert "Ubah pegawai" in said(pilot)


async def test_an_entry_of_many_people_is_walked_through(changed):
    """Enter goes to its list, the next Enter opens the one chosen there."""
    async with running(changed) as pilot:
        await enter(pilot, "ctrl+r")
        await pilot.press("down", "down", "enter", "down")
        await settle(pilot)
        assert f"{SECOND} (baru)" in said(pilot)
        await pilot.press("enter")
        await settle(pilot)

        assert SECOND == pilot.app.screen.nomor


async def test_esc_leads_from_the_records_to_the_entries(changed):
    """One step back."""
    async with running(changed) as pilot:
        await enter(pilot, "ctrl+r")
        await pilot.press("down", "down", "enter")
        await settle(pilot)
        await pilot.press("escape")
        await settle(pilot)

        assert "entries" == pilot.app.focused.id


async def test_long_changes_are_scrolled_by_the_keyboard(changed):
    """Tab leads to them; Enter there still opens the person."""
    async with running(changed) as pilot:
        await enter(pilot, "ctrl+r")
        await pilot.press("down", "down")
        await settle(pilot)
        await pilot.press("tab", "tab")
        change = pilot.app.screen.query_one("#change")
        await until(pilot, lambda: change.has_focus and change.max_scroll_y > 0)
        await pilot.press("down")
        await until(pilot, lambda: change.scroll_y > 0)
        await pilot.press("enter")
        await settle(pilot)

        assert FIRST == pilot.app.screen.nomor


async def test_a_fingerprint_is_copied_whole(ready):
    """The head, or an edition."""
    async with running(ready) as pilot:
        await enter(pilot, "ctrl+r")
        await pilot.press("k")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        head = pilot.app.clipboard
        await pilot.press("k")
        await settle(pilot)
        await pilot.press("end", "enter")
        await settle(pilot)

        store = pilot.app.session.store
        assert (store.head.hash, store.get("edisi", "1").sidik) == (head, pilot.app.clipboard)


async def test_what_was_written_meanwhile_is_there_on_return(changed):
    """Coming back to the room reads again."""
    async with running(changed) as pilot:
        await enter(pilot, "ctrl+r")
        await pilot.press("f2")
        await settle(pilot)
        await pilot.press("v")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("ctrl+r")
        await settle(pilot)

        assert [5, 4, 3, 2, 1] == shown(pilot)


async def test_a_stopped_reading_begins_anew_on_return(changed):
    """Esc stops it; the room is not left half read for good."""
    async with running(changed) as pilot:
        await enter(pilot, "ctrl+r")
        screen = pilot.app.screen
        screen.load()
        screen.stop_reading()
        await settle(pilot)
        assert not screen.reading
        await pilot.press("f2")
        await pilot.press("ctrl+r")
        await settle(pilot)

        assert screen.session.version == screen.seen
        assert [4, 3, 2, 1] == shown(pilot)


# periksa


def report(pilot):
    return str(pilot.app.screen.query_one("#periksa-report", Static).content)


async def test_periksa_of_a_sound_instansi(ready):
    """Says what was looked at; Esc goes back to the entries."""
    async with running(ready) as pilot:
        await enter(pilot, "ctrl+r")
        await pilot.press("p")
        await settle(pilot)
        assert "Hasil periksa: semua utuh" in frame(pilot.app)
        assert pilot.app.session.store.head.hash in report(pilot)
        await pilot.press("escape")
        await settle(pilot)

        assert "Entri" in frame(pilot.app)
        assert "Hasil periksa" not in frame(pilot.app)


async def test_periksa_of_a_damaged_journal(changed):
    """What is hit, who wrote it and what to do; the room itself says that entries are missing."""
    journal = changed / "instansi" / "3375" / "journal.log"
    journal.write_bytes(journal.read_bytes().replace(b"Penyuluh Gizi", b"Penyuluh Hama"))
    async with running(changed) as pilot:
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("enter")  # go on, reading only
        await settle(pilot)
        await pilot.press("ctrl+r")
        await settle(pilot)
        assert "Jurnal rusak: ada entri yang hilang" in frame(pilot.app)
        await pilot.press("p")
        await settle(pilot)

        assert "Jurnal rusak: entri 3" in report(pilot)
        assert "Ditulis oleh: siti (ubah-pegawai" in report(pilot)
        assert "cadangan" in report(pilot)
        assert [] == leaks(report(pilot).replace("journal.log", "").replace("registry.json", ""))


async def test_periksa_can_be_stopped(changed):
    """It says that not everything was looked at."""
    async with running(changed) as pilot:
        await enter(pilot, "ctrl+r")
        panel = pilot.app.screen.query_one(PeriksaPanel)
        panel.start(pilot.app)
        panel.stop()
        await settle(pilot)

        assert "Pemeriksaan dihentikan" in frame(pilot.app)
        assert not panel.running


@pytest.mark.parametrize("keys", [[], ["f"], ["k"], ["p"], ["f1"]], ids=str)
async def test_no_english(changed, keys):
    """The room, its questions and its help."""
    async with running(changed, size=(120, 40)) as pilot:
        await enter(pilot, "ctrl+r")
        await pilot.press(*keys)
        await settle(pilot)

        assert [] == leaks(frame(pilot.app))


async def test_the_records_of_a_very_large_entry_are_gathered_aside(changed, monkeypatch):
    """They come in a moment later, and what is possible with them is offered then."""
    monkeypatch.setattr("tui.screens.entri.AT_ONCE", 10)
    async with running(changed, size=(120, 40)) as pilot:
        await enter(pilot, "ctrl+r")
        await pilot.press("down", "down")
        await settle(pilot)

        assert f"{FIRST} (baru)" in said(pilot)
        assert "Enter Buka orang" in frame(pilot.app)
