"""Creating an instansi and importing files through the terminal."""

import openpyxl
from textual.widgets import Input, OptionList, Select

from registry.model import tables
from registry.model.codes import Hasil
from tests.tui.frames import frame
from tests.tui.importing import choose, press, queue, rows
from tests.tui.pilots import SAMPLES, clock, running, settle, type_text
from tests.tui.starting import words
from tests.tui.test_finalisasi import lock
from tui.dialogs.files import ChooseFiles
from tui.screens.impor import ImporScreen
from tui.widgets.table import LineTable


async def choose_file(pilot, path, unit=""):
    await pilot.press("f3")
    await settle(pilot)
    await choose(pilot, path, unit=unit)


async def opened(pilot):
    await pilot.press("enter")
    await settle(pilot)


async def test_creating_an_instansi_from_the_reference_table(empty_workspace):
    """Typing a part of the name finds it; Enter creates and opens it."""
    async with running(empty_workspace) as pilot:
        await pilot.press("t")
        await settle(pilot)
        await type_text(pilot, "kota pekalongan")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)

        assert ("3375",) == pilot.app.session.workspace.instansi_codes()
        assert "Kota Pekalongan (3375)" in frame(pilot.app)


async def test_an_unknown_name_says_so(empty_workspace):
    """A search without a hit is answered by a sentence."""
    async with running(empty_workspace) as pilot:
        await pilot.press("t")
        await settle(pilot)
        await type_text(pilot, "zzz")
        await settle(pilot)

        assert 0 == pilot.app.screen.query_one("#choices", OptionList).option_count
        assert "Tidak ada yang cocok." in frame(pilot.app)


async def test_the_preview_writes_nothing(workspace):
    """Reading a file leaves the journal as it is."""
    async with running(workspace) as pilot:
        await opened(pilot)
        before = pilot.app.session.version
        await choose_file(pilot, SAMPLES / "satpolpp-lama.xls")

        assert before == pilot.app.session.version


async def test_the_preview_lists_every_row(workspace):
    """As many lines as the file has rows; the six counts stand above them."""
    async with running(workspace) as pilot:
        await opened(pilot)
        await choose_file(pilot, SAMPLES / "satpolpp-lama.xls")

        assert isinstance(pilot.app.screen, ImporScreen)
        assert pilot.app.screen.plan.baris_dibaca == rows(pilot).count
        assert "85 baris = 52 diterima 0 diperbarui 0 sama 28 ditolak" in frame(pilot.app)


async def test_the_preview_begins_where_a_person_is_needed(workspace):
    """The cursor stands on the first refused or waiting row, not on the titles above the table."""
    async with running(workspace) as pilot:
        await opened(pilot)
        await choose_file(pilot, SAMPLES / "satpolpp-lama.xls")
        needed = [row for row in rows(pilot).rows if row.baris.hasil in {Hasil.DITOLAK, Hasil.MENUNGGU}]

        assert needed[0] == rows(pilot).cursor_row


async def test_applying_takes_everyone_in(workspace):
    """T and a yes: one journal entry with all accepted rows."""
    async with running(workspace) as pilot:
        await opened(pilot)
        people = pilot.app.session.store.count(tables.PEGAWAI)
        before = pilot.app.session.version
        await choose_file(pilot, SAMPLES / "satpolpp-lama.xls", unit="Satpol PP")
        await pilot.press("t")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)

        assert people + 52 == pilot.app.session.store.count(tables.PEGAWAI)
        assert before + 1 == pilot.app.session.version


async def test_what_was_applied_cannot_be_applied_again(workspace):
    """The command disappears once it is done."""
    async with running(workspace) as pilot:
        await opened(pilot)
        await choose_file(pilot, SAMPLES / "satpolpp-lama.xls")
        await pilot.press("t")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)

        assert "impor.terapkan" not in [command.id for _, command in pilot.app.screen.possible()]


async def test_the_list_of_people_follows_an_import(workspace):
    """Going back to the people shows the new ones without asking."""
    async with running(workspace) as pilot:
        await opened(pilot)
        await choose_file(pilot, SAMPLES / "satpolpp-lama.xls")
        await pilot.press("t")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("f2")
        await settle(pilot)

        shown = pilot.app.screen.query_one("#people", LineTable)
        assert pilot.app.session.store.count(tables.PEGAWAI) == shown.count


async def test_the_reject_file_holds_the_refused_rows(workspace, tmp_path):
    """X writes an .xlsx with the rows and their reasons."""
    target = tmp_path / "kembali.xlsx"
    async with running(workspace) as pilot:
        await opened(pilot)
        await choose_file(pilot, SAMPLES / "satpolpp-lama.xls")
        await pilot.press("x")
        await settle(pilot)
        pilot.app.screen.query_one("#path", Input).value = str(target)
        await pilot.press("enter")
        await settle(pilot)

    sheet = openpyxl.load_workbook(target).worksheets[0]
    assert 29 <= sheet.max_row <= 32


async def show_only(pilot, **wanted):
    await press(pilot, "f")
    for name, value in wanted.items():
        pilot.app.screen.query_one(f"#{name}", Select).value = value
    await pilot.click("#yes")
    await settle(pilot)


async def test_showing_one_kind_of_outcome(workspace):
    """F narrows the preview to one outcome."""
    async with running(workspace) as pilot:
        await opened(pilot)
        await choose_file(pilot, SAMPLES / "satpolpp-lama.xls")
        await show_only(pilot, hasil="ditolak")

        assert (28, True) == (rows(pilot).count, "Hanya: Ditolak" in frame(pilot.app))


async def test_showing_one_kind_of_finding(workspace):
    """Rows of one outcome that have one finding."""
    async with running(workspace) as pilot:
        await opened(pilot)
        await choose_file(pilot, SAMPLES / "dinas-pendidikan-kotor.xlsx")
        await show_only(pilot, hasil="menunggu", kode="nik-huruf-mirip-angka")
        codes = [{found.kode for found in row.baris.temuan} for row in rows(pilot).listing.shown()]

        assert [True, True] == ["nik-huruf-mirip-angka" in found for found in codes]


async def test_showing_all_rows_again(workspace):
    """Both answers back to everything."""
    async with running(workspace) as pilot:
        await opened(pilot)
        await choose_file(pilot, SAMPLES / "satpolpp-lama.xls")
        await show_only(pilot, hasil="ditolak")
        await show_only(pilot, hasil="semua")

        assert pilot.app.screen.plan.baris_dibaca == rows(pilot).count


async def test_a_finding_names_its_cell(workspace):
    """Column and row as the spreadsheet program shows them."""
    async with running(workspace) as pilot:
        await opened(pilot)
        await choose_file(pilot, SAMPLES / "satpolpp-lama.xls")

        assert "C5 NIK: Sel NIK bertipe angka" in frame(pilot.app)


async def test_the_header_that_was_found_is_shown(workspace):
    """Sheet, row of the header, columns used."""
    async with running(workspace) as pilot:
        await opened(pilot)
        await choose_file(pilot, SAMPLES / "satpolpp-lama.xls")

        assert "Lembar Sheet1: kepala di baris 4 · 13 dari 13 kolom dipakai" in frame(pilot.app)


async def test_an_update_shows_old_and_new(workspace, tmp_path):
    """Field by field, in words."""
    changed = tmp_path / "perubahan.csv"
    text = (SAMPLES / "puskesmas-semikolon.csv").read_bytes()
    async with running(workspace) as pilot:
        await opened(pilot)
        someone = pilot.app.session.person("3375-000001")
        assert someone.jabatan.encode() in text
        changed.write_text(
            "NIK;Nama;Tanggal Lahir;Jabatan\n"
            f"{someone.nik};{someone.nama};{someone.tanggal_lahir:%d-%m-%Y};Pranata Komputer\n"
        )
        await choose_file(pilot, changed)

        assert f"Jabatan: {someone.jabatan} menjadi Pranata Komputer" in frame(pilot.app)


async def test_a_file_that_is_no_table_is_refused_calmly(workspace, tmp_path):
    """The refusal stands beside the file, with what to do."""
    path = tmp_path / "gambar.xlsx"
    path.write_bytes(b"bukan berkas tabel")
    async with running(workspace) as pilot:
        await opened(pilot)
        await choose_file(pilot, path)

        assert [("gambar.xlsx", "ditolak-utuh", "")] == queue(pilot)
        assert "pakai templat impor bila perlu" in frame(pilot.app)


async def test_a_file_seen_before_is_recognised(workspace):
    """The number it was taken in under."""
    async with running(workspace) as pilot:
        await opened(pilot)
        await choose_file(pilot, SAMPLES / "puskesmas-semikolon.csv")

        assert "Berkas yang sama sudah pernah diimpor (I-000001)." in frame(pilot.app)


async def test_rows_that_wait_can_go_back_too(workspace, tmp_path):
    """If asked: the refused ones and those that wait."""
    target = tmp_path / "kembali.xlsx"
    async with running(workspace) as pilot:
        await opened(pilot)
        await choose_file(pilot, SAMPLES / "dinas-pendidikan-kotor.xlsx")
        counts = pilot.app.screen.plan.hasil
        await press(pilot, "x", "down", "enter")
        pilot.app.screen.query_one("#path", Input).value = str(target)
        await press(pilot, "enter")

    sheets = openpyxl.load_workbook(target).worksheets
    assert counts["ditolak"] + counts["menunggu"] == sum(sheet.max_row - 2 for sheet in sheets)


async def test_a_path_that_does_not_exist_keeps_asking(workspace):
    """A typing mistake does not close the question."""
    async with running(workspace) as pilot:
        await opened(pilot)
        await pilot.press("f3")
        await settle(pilot)
        await pilot.press("o")
        await settle(pilot)
        await type_text(pilot, "tidak-ada.xlsx")
        await pilot.press("enter")
        await settle(pilot)

        assert isinstance(pilot.app.screen, ChooseFiles)


async def test_escape_forgets_the_preview(workspace):
    """Esc leads back to the beginning."""
    async with running(workspace) as pilot:
        await opened(pilot)
        await choose_file(pilot, SAMPLES / "satpolpp-lama.xls")
        await pilot.press("escape")
        await settle(pilot)

        assert pilot.app.screen.plan is None


async def test_a_locked_agency_is_not_invited_to_import(ready):
    """The room says why nothing can be chosen, instead of how to."""
    time = clock()
    time.set(2022, 10, 2, 8, 0)
    async with running(ready, time=time) as pilot:
        await lock(pilot, "Kota Pekalongan")
        await press(pilot, "f3")

        assert "terkunci pada tahap Final; berkas tidak dapat diimpor." in words(pilot)
        assert "Tekan O" not in frame(pilot.app)
