"""The room of what waits: groups, search, merging, previews, the right NIK, MS or TMS for several at once."""

import shutil

import pytest
from textual.widgets import Input

from registry.desk.antrean import without_syarat
from registry.desk.tunggu import waiting
from registry.model import tables
from registry.model.codes import Syarat
from tests.tui.frames import frame
from tests.tui.pilots import running, settle, type_text
from tests.tui.queue import make_queue
from tui.screens.orang import OrangScreen
from tui.widgets.table import LineTable


@pytest.fixture(scope="module")
def made_queue(tmp_path_factory):
    return make_queue(tmp_path_factory.mktemp("made") / "antrean")


@pytest.fixture
def queue(made_queue, tmp_path):
    """Seven rows and some dozens of people wait."""
    return shutil.copytree(made_queue, tmp_path / "ruang")


async def go(pilot, *keys):
    for key in keys:
        await pilot.press(key)
        await settle(pilot)


async def enter(pilot, group=""):
    """Open the room; choose a group by its key."""
    await go(pilot, "enter", "f4")
    if group:
        pilot.app.screen.query_one("#groups", LineTable).go_to(group)
        await settle(pilot)


def table(pilot):
    return pilot.app.screen.table


def store(pilot):
    return pilot.app.session.store


def row_of(pilot, sebab):
    return next(row for row in waiting(store(pilot)) if row.sebab == sebab)


async def test_groups_tell_how_many_wait(queue):
    """Rows by what there is to decide, people by what the rules leave open."""
    async with running(queue) as pilot:
        await enter(pilot)
        groups = pilot.app.screen.query_one("#groups", LineTable).rows

        assert [7, 1, 1, 4, 1] == [group.count for group in groups if group.kind == "baris"]
        assert len(without_syarat(store(pilot))) == next(group.count for group in groups if group.key == "orang:")


async def test_a_group_filters(queue):
    """Only its own rows are shown."""
    async with running(queue) as pilot:
        await enter(pilot, "baris:mirip")

        assert ["mirip-orang-lain"] == [row.sebab for row in table(pilot).listing.shown()]


async def test_search_narrows_the_group(queue):
    """As you type, over name, number and NIK."""
    async with running(queue) as pilot:
        await enter(pilot)
        await go(pilot, "slash")
        await type_text(pilot, "bambang")
        await settle(pilot)
        shown = [row.calon.nama for row in table(pilot).listing.shown()]
        await go(pilot, "escape")

        assert (["Bambang Harimurti"], table(pilot)) == (shown, pilot.app.focused)


async def test_differences_are_marked_in_words(queue):
    """Not by colour alone."""
    async with running(queue) as pilot:
        await enter(pilot, "baris:mirip")
        text = frame(pilot.app)

        assert "≠ berbeda     NIK" in text
        assert "≠ berbeda     Jabatan" in text


async def test_a_damaged_nik_is_shown_with_its_proposal(queue):
    """What is written, what is left, what is proposed."""
    async with running(queue, size=(120, 40)) as pilot:
        await enter(pilot, "baris:nik")
        table(pilot).go_to(row_of(pilot, "nik-ilmiah").nomor)
        await settle(pilot)
        text = frame(pilot.app)

        assert "Tertulis di berkas  3,37501E+15" in text
        assert "Angka yang tersisa  337501··········" in text
        assert f"NIK yang diusulkan  {row_of(pilot, 'nik-ilmiah').calon.nik}" in text


async def test_merging_takes_the_marked_fields(queue):
    """Space takes a field from the row, Enter merges; the rest stays as recorded."""
    async with running(queue) as pilot:
        await enter(pilot, "baris:mirip")
        row = row_of(pilot, "mirip-orang-lain")
        before = store(pilot).get(tables.PEGAWAI, row.lawan)
        await go(pilot, "g", "down", "space", "enter")
        after = store(pilot).get(tables.PEGAWAI, row.lawan)

        assert ("Operator Sekolah", before.nik, before.riwayat) == (after.jabatan, after.nik, after.riwayat)
        assert row.nomor not in [one.nomor for one in waiting(store(pilot))]


async def test_merging_can_be_left(queue):
    """Esc decides nothing."""
    async with running(queue) as pilot:
        await enter(pilot, "baris:mirip")
        await go(pilot, "g", "escape")

        assert 7 == len(waiting(store(pilot)))


async def test_a_bulk_decision_shows_what_will_happen(queue):
    """Who becomes which number, and which rows cannot be decided and why; only the possible ones are then decided."""
    async with running(queue, size=(120, 40)) as pilot:
        await enter(pilot)
        await go(pilot, "ctrl+a", "t")
        text = frame(pilot.app)
        await go(pilot, "enter")

        assert "5 baris dicatat sebagai orang baru" in text
        assert "2 baris tidak dapat, dan tetap menunggu" in text
        assert "pastikan pada KTP" in text
        assert 2 == len(waiting(store(pilot)))


async def test_a_row_that_cannot_be_taken_in_says_why(queue):
    """Its NIK is somebody's; nothing is lost."""
    async with running(queue) as pilot:
        await enter(pilot, "baris:bentrok")
        await go(pilot, "t")
        text = frame(pilot.app)
        await go(pilot, "enter")

        assert "Belum dapat diputus" in text
        assert 7 == len(waiting(store(pilot)))


async def test_the_right_nik_is_typed_from_the_card(queue):
    """The row under somebody else's NIK becomes a person of its own."""
    async with running(queue) as pilot:
        await enter(pilot, "baris:bentrok")
        right = row_of(pilot, "nik-sama-nama-beda").calon.nik[:-4] + "8007"
        await go(pilot, "n")
        pilot.app.screen.query_one("#nik", Input).value = right
        pilot.app.screen.query_one("#putusan").value = "terima"
        await pilot.click("#yes")
        await settle(pilot)
        await go(pilot, "enter")

        assert "Bambang Harimurti" == store(pilot).get(tables.PEGAWAI, store(pilot).by_nik(right)).nama


async def test_a_nik_that_cannot_be_is_told_in_the_dialog(queue):
    """What was typed stays."""
    async with running(queue) as pilot:
        await enter(pilot, "baris:bentrok")
        await go(pilot, "n")
        pilot.app.screen.query_one("#nik", Input).value = "337501"
        await pilot.click("#yes")
        await settle(pilot)

        assert "seharusnya 16" in frame(pilot.app)
        assert "337501" == pilot.app.screen.query_one("#nik", Input).value


async def test_a_nik_of_somebody_else_asks_again(queue):
    """With the reason, and what was typed."""
    async with running(queue) as pilot:
        await enter(pilot, "baris:bentrok")
        taken = next(one.nik for one in store(pilot).rows(tables.PEGAWAI) if one.nama != "Wawan Setiawan")
        await go(pilot, "n")
        pilot.app.screen.query_one("#nik", Input).value = taken
        await pilot.click("#yes")
        await settle(pilot)

        assert "sudah tercatat pada" in frame(pilot.app)
        assert taken == pilot.app.screen.query_one("#nik", Input).value


async def test_a_ready_reason_is_chosen_and_edited(queue):
    """Refusing several at once; the agency's own sentence comes first."""
    (queue / "alasan.toml").write_text('tolak-baris = ["Sesuai surat edaran kami"]\n', encoding="utf-8")
    async with running(queue) as pilot:
        await enter(pilot)
        await go(pilot, "space", "space", "x", "tab", "enter")
        await type_text(pilot, " nomor 5.")
        await go(pilot, "enter")

        assert ["Sesuai surat edaran kami nomor 5."] * 2 == [
            row.alasan for row in store(pilot).rows(tables.TUNGGU) if row.putusan
        ]


async def test_a_faulty_file_of_reasons_closes_no_room(queue):
    """It is told; the shipped sentences are there."""
    (queue / "alasan.toml").write_text("tolak-baris = x\n", encoding="utf-8")
    async with running(queue, notifications=True) as pilot:
        await enter(pilot)
        text = frame(pilot.app)
        await go(pilot, "x")

        assert "Berkas contoh alasan" in text
        assert "Baris ganda" in frame(pilot.app)


async def test_people_alike_are_decided_together(queue):
    """The same finding and the same position, one reason."""
    async with running(queue) as pilot:
        await enter(pilot, "orang:sumber-gaji-bos")
        first = table(pilot).cursor_row
        alike = [
            one.nomor
            for one in without_syarat(store(pilot))
            if (one.sebab, one.jabatan) == (first.sebab, first.jabatan)
        ]
        await go(pilot, "a", "m")
        pilot.app.screen.query_one("#syarat").value = "TMS"
        pilot.app.screen.query_one("#alasan", Input).value = "Dibayar dari BOS"
        await pilot.click("#yes")
        await settle(pilot)
        decided = [one for one in store(pilot).rows(tables.PEGAWAI) if one.syarat is Syarat.TMS]

        assert (alike, {"Dibayar dari BOS"}) == ([one.nomor for one in decided], {one.alasan_syarat for one in decided})


async def test_a_ready_reason_brings_its_decision(queue):
    """A sentence for TMS sets TMS."""
    async with running(queue) as pilot:
        await enter(pilot, "orang:sumber-gaji-bos")
        await go(pilot, "m", "tab", "tab", "end", "enter")

        assert "TMS" == pilot.app.screen.query_one("#syarat").value


async def test_enter_opens_the_recorded_person(queue):
    """To look at the whole record before deciding."""
    async with running(queue) as pilot:
        await enter(pilot, "baris:mirip")
        await go(pilot, "enter")

        assert isinstance(pilot.app.screen, OrangScreen)


async def test_a_group_without_counterpart_offers_no_merging(queue):
    """There is nobody to merge with."""
    async with running(queue) as pilot:
        await enter(pilot, "baris:lainnya")
        offered = {command.name for _, command in pilot.app.screen.possible()}

        assert set() == offered & {"gabung", "perbarui", "buka", "syarat"}


async def test_when_all_rows_are_decided_the_people_come_first(queue):
    """The focus goes where something waits."""
    async with running(queue) as pilot:
        await enter(pilot)
        await go(pilot, "ctrl+a", "x")
        await type_text(pilot, "berkas ditarik")
        await go(pilot, "enter")

        assert ("undecided", "orang:") == (pilot.app.focused.id, pilot.app.screen.group.key)


async def test_the_cursor_stays_where_one_works(queue):
    """After a decision the next row is under it."""
    async with running(queue) as pilot:
        await enter(pilot)
        await go(pilot, "down", "down", "x")
        await type_text(pilot, "berkas ditarik")
        await go(pilot, "enter")

        assert "T-000004" == table(pilot).cursor_row.nomor


async def test_a_person_leaves_the_queue_when_decided(queue):
    """The group counts one less, the next person is under the cursor."""
    async with running(queue) as pilot:
        await enter(pilot, "orang:sumber-gaji-bos")
        await go(pilot, "down")
        third = table(pilot).listing.at(2).nomor
        await go(pilot, "m")
        pilot.app.screen.query_one("#syarat").value = "MS"
        pilot.app.screen.query_one("#alasan", Input).value = "SK diperiksa"
        await pilot.click("#yes")
        await settle(pilot)

        assert (third, 40) == (table(pilot).cursor_row.nomor, table(pilot).count)
