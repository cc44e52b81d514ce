"""The board of units through the terminal: looking, filtering, what goes back, what is exported, who is expected."""

import csv

import openpyxl
import pytest
from textual.widgets import Input, OptionList, Static

from registry.desk.pegawai import change_pegawai, return_
from registry.model import tables
from registry.model.codes import StatusPegawai
from registry.normalise.units import TANPA_UNIT
from tests.tui.frames import frame
from tests.tui.pilots import running, settle, type_text
from tests.tui.test_language import leaks, untranslated
from tui.dialogs.confirm import Trouble
from tui.dialogs.lines import Lines
from tui.screens.pegawai import PegawaiScreen
from tui.screens.unit import UnitScreen
from tui.widgets.table import LineTable

DIRTY = "SD NEGERI KRAPYAK 04"


async def keys(pilot, *pressed):
    for key in pressed:
        await pilot.press(key)
        await settle(pilot)


async def at_board(pilot, unit=DIRTY):
    """Open the instansi and its board, and put the cursor on a unit."""
    await keys(pilot, "enter", "ctrl+n")
    board(pilot).go_to(unit)
    await settle(pilot)


def board(pilot):
    return pilot.app.screen.query_one("#units", LineTable)


def shown(pilot):
    return [row.unit for row in board(pilot).listing.shown()]


async def choose(pilot, place):
    pilot.app.screen.query_one("#choices", OptionList).highlighted = place
    await keys(pilot, "enter")


async def save_as(pilot, target):
    pilot.app.screen.query_one("#path", Input).value = str(target)
    await keys(pilot, "enter")


async def expect(pilot, text):
    await keys(pilot, "d")
    pilot.app.screen.query_one("#lines").text = text
    await keys(pilot, "ctrl+s")


def give_back(pilot, unit, count=2):
    """Return some people of a unit, as another screen would."""
    store = pilot.app.session.store
    numbers = [row.nomor for row in pilot.app.session.people() if row.unit_kerja == unit][:count]
    return_(store, numbers, pilot.app.session.act("Jabatan salah"))


async def test_the_board_tells_each_unit_and_the_sums(with_waiting):
    """What the file brought, by unit; the sums are those of the import."""
    async with running(with_waiting, size=(120, 40)) as pilot:
        await at_board(pilot)
        text = frame(pilot.app)
        impor = pilot.app.session.store.get(tables.IMPOR, "I-000001")
        taken = sum(impor.hasil[name] for name in ("diterima", "diperbarui", "sama"))

        assert f"{taken} diterima + {impor.hasil['ditolak']} ditolak + {impor.hasil['menunggu']} menunggu" in text
        assert sum(row.baris.masuk for row in board(pilot).rows) == sum(impor.hasil.values()) - impor.hasil["dilewati"]
        assert "dinas-pendidikan-kotor.xlsx" in str(pilot.app.screen.query_one("#unit-text", Static).content)


@pytest.mark.parametrize("place", [2, 3], ids=["refused", "waiting"])
async def test_a_filter_leaves_the_units_concerned(with_waiting, place):
    """And L takes it away again."""
    async with running(with_waiting) as pilot:
        await at_board(pilot)
        everything = shown(pilot)
        await keys(pilot, "f")
        await choose(pilot, place)
        counts = [(row.baris.ditolak, row.baris.menunggu)[place - 2] for row in board(pilot).listing.shown()]
        await keys(pilot, "l")

        assert counts
        assert all(counts)
        assert len(counts) < len(everything) == len(shown(pilot))


async def test_searching_a_unit_as_you_type(with_waiting):
    """Words in any order; Enter goes back to the table."""
    async with running(with_waiting) as pilot:
        await at_board(pilot)
        await keys(pilot, "slash")
        await type_text(pilot, "04 krapyak")
        await keys(pilot, "enter")

        assert ([DIRTY], board(pilot)) == (shown(pilot), pilot.app.focused)


async def test_the_board_sorts_by_a_column(with_waiting):
    """By number, not by digits."""
    async with running(with_waiting) as pilot:
        await at_board(pilot)
        board(pilot).sort_by("tolak", reverse=True)
        await settle(pilot)
        counts = [row.baris.ditolak for row in board(pilot).listing.shown()]

        assert sorted(counts, reverse=True) == counts


async def test_enter_shows_the_people_of_the_unit(with_waiting):
    """In the room of the people, whatever was searched there before."""
    async with running(with_waiting) as pilot:
        await keys(pilot, "enter", "slash")
        await type_text(pilot, "zzzz")
        await keys(pilot, "ctrl+n")
        board(pilot).go_to(DIRTY)
        await settle(pilot)
        people = board(pilot).cursor_row.orang.jumlah
        await keys(pilot, "enter")
        table = pilot.app.screen.query_one("#people", LineTable)

        assert isinstance(pilot.app.screen, PegawaiScreen)
        assert (people, {DIRTY}) == (table.count, {row.unit_kerja for row in table.listing.shown()})


async def test_people_without_a_unit_can_be_shown_and_filtered_on(workspace):
    """Their line opens too, and the question for filters still knows where one is."""
    async with running(workspace) as pilot:
        await keys(pilot, "enter")
        first = pilot.app.session.people()[0].nomor
        periode, act = pilot.app.session.periode, pilot.app.session.act()
        change_pegawai(pilot.app.session.store, first, {"unit_kerja": ""}, periode, act)
        await keys(pilot, "ctrl+n")
        board(pilot).go_to(TANPA_UNIT)
        await settle(pilot)
        await keys(pilot, "enter")
        people = [row.nomor for row in pilot.app.screen.query_one("#people", LineTable).listing.shown()]
        await keys(pilot, "f")

        assert ([first], True) == (people, TANPA_UNIT in frame(pilot.app))


async def test_the_reject_file_of_a_unit(with_waiting, tmp_path):
    """Its refused rows, at the place asked for."""
    async with running(with_waiting) as pilot:
        await at_board(pilot)
        refused = board(pilot).cursor_row.baris.ditolak
        await keys(pilot, "x")
        await save_as(pilot, tmp_path / "tolakan.xlsx")
        sheet = openpyxl.load_workbook(tmp_path / "tolakan.xlsx").active

        assert refused == sheet.max_row - 2
        assert [tmp_path / "tolakan.xlsx"] == list(tmp_path.glob("*.xlsx"))


async def test_returned_people_go_along_if_asked(with_waiting, tmp_path):
    """On a sheet of their own."""
    async with running(with_waiting) as pilot:
        await keys(pilot, "enter")
        give_back(pilot, DIRTY)
        await keys(pilot, "ctrl+n")
        board(pilot).go_to(DIRTY)
        await settle(pilot)
        await keys(pilot, "x")
        await choose(pilot, 1)
        await save_as(pilot, tmp_path / "tolakan.xlsx")
        book = openpyxl.load_workbook(tmp_path / "tolakan.xlsx")

        assert 2 == book["Data dikembalikan"].max_row - 2
        assert 2 == len(book.sheetnames)


async def test_a_unit_with_nothing_to_correct_offers_no_reject_file(with_waiting):
    """The command is not possible there."""
    async with running(with_waiting) as pilot:
        await at_board(pilot)
        await expect(pilot, "SD Contoh")
        board(pilot).sort_by("tolak")
        board(pilot).action_go(0)
        await settle(pilot)

        assert (0, False) == (board(pilot).cursor_row.baris.ditolak, "Tolakan" in frame(pilot.app).splitlines()[-1])


@pytest.mark.parametrize(("place", "suffix"), [(0, ".xlsx"), (1, ".csv")])
async def test_the_board_is_exported(with_waiting, tmp_path, place, suffix):
    """A line for each unit and the sums, in either form."""
    async with running(with_waiting) as pilot:
        await at_board(pilot)
        units = [row.unit for row in board(pilot).rows]
        await keys(pilot, "e")
        await choose(pilot, place)
        target = tmp_path / f"papan{suffix}"
        await save_as(pilot, target)
        if suffix == ".csv":
            found = [line[0] for line in csv.reader(target.read_text(encoding="utf-8-sig").splitlines())]
        else:
            found = [line[0].value for line in openpyxl.load_workbook(target).active]

        assert ["Unit kerja", *units, "Jumlah"] == found


async def test_a_file_that_cannot_be_written_is_told(with_waiting, tmp_path):
    """Why and what to do; the old file and the board stay."""
    async with running(with_waiting) as pilot:
        await at_board(pilot)
        (tmp_path / ".papan.csv.baru").mkdir()
        (tmp_path / "papan.csv").write_text("lama")
        await keys(pilot, "e")
        await choose(pilot, 1)
        await save_as(pilot, tmp_path / "papan.csv")
        await keys(pilot, "enter")

        assert isinstance(pilot.app.screen, Trouble)
        assert "lama" == (tmp_path / "papan.csv").read_text()


async def test_expected_units_that_sent_nothing_stand_on_the_board(with_waiting):
    """The list is pasted from a spreadsheet; the filter finds them."""
    async with running(with_waiting) as pilot:
        await at_board(pilot)
        await expect(pilot, f"1\tSD Contoh Timur\n2\t{DIRTY.lower()}\n\n3\tSD Contoh Barat\n")
        await keys(pilot, "f")
        await choose(pilot, 1)

        assert ["SD Contoh Barat", "SD Contoh Timur"] == shown(pilot)
        assert ("SD Contoh Timur", DIRTY.lower(), "SD Contoh Barat") == pilot.app.session.instansi.unit_diharapkan
        assert "2 unit belum mengirim" in frame(pilot.app)


async def test_the_list_can_be_emptied(with_waiting):
    """And is written to the journal only when something changed."""
    async with running(with_waiting) as pilot:
        await at_board(pilot)
        await expect(pilot, "SD Contoh")
        await expect(pilot, "  \n")
        before = pilot.app.session.version
        await expect(pilot, "")

        assert ((), before) == (pilot.app.session.instansi.unit_diharapkan, pilot.app.session.version)


async def test_leaving_the_list_by_escape_changes_nothing(with_waiting):
    """Whatever was typed."""
    async with running(with_waiting) as pilot:
        await at_board(pilot)
        before = pilot.app.session.version
        await keys(pilot, "d")
        await type_text(pilot, "SD Contoh")
        await keys(pilot, "escape")

        assert (before, True) == (pilot.app.session.version, isinstance(pilot.app.screen, UnitScreen))


async def test_the_board_counts_anew_after_a_change_elsewhere(with_waiting):
    """Coming back, the returned people show."""
    async with running(with_waiting) as pilot:
        await at_board(pilot)
        await keys(pilot, "f2")
        give_back(pilot, DIRTY, 1)
        await keys(pilot, "ctrl+n")
        board(pilot).go_to(DIRTY)
        found = [row for row in pilot.app.session.people() if row.status is StatusPegawai.DIKEMBALIKAN]

        assert 1 == board(pilot).cursor_row.orang.dikembalikan == len(found)


async def test_a_locked_instansi_can_be_looked_at_and_exported(ready):
    """Frozen: the list of units may still be set, the rest is reading."""
    async with running(ready, size=(120, 40)) as pilot:
        await keys(pilot, "enter", "ctrl+n")
        line = frame(pilot.app).splitlines()[-1]

        assert "e Ekspor" in line
        assert pilot.app.session.store.count(tables.PEGAWAI) == sum(
            row.orang.terverifikasi for row in board(pilot).rows
        )


async def test_an_empty_instansi_has_an_empty_board(empty_workspace):
    """No units, no error; the list can be made before the first file."""
    async with running(empty_workspace) as pilot:
        await keys(pilot, "t")
        await type_text(pilot, "kota pekalongan")
        await keys(pilot, "enter", "ctrl+n")
        empty = frame(pilot.app)
        await expect(pilot, "SD Contoh")

        assert "Belum ada unit" in empty
        assert ["SD Contoh"] == shown(pilot)


async def test_board_and_its_questions_are_indonesian(with_waiting):
    """No word of the framework."""
    async with running(with_waiting, size=(120, 40)) as pilot:
        await at_board(pilot)
        seen, missing = [frame(pilot.app)], await untranslated(pilot)
        for key in ("f", "e", "d", "x"):
            await keys(pilot, key)
            seen.append(frame(pilot.app))
            missing |= await untranslated(pilot) if isinstance(pilot.app.screen, Lines) else set()
            await keys(pilot, "escape")

        assert ([], set()) == (leaks("\n".join(seen)), missing)
