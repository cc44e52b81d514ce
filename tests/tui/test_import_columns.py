"""Columns: seen, corrected, remembered for the unit, and dropped again."""

import pytest
from textual.widgets import Button, Static

from registry.desk import pemetaan
from tests.tui.frames import frame
from tests.tui.importing import choose, opened, press, queue, read
from tests.tui.pilots import running, type_text
from tests.tui.test_language import leaks
from tui.dialogs.choose import Choose
from tui.impor.columns import ColumnsQuestion

LINES = "NIK;Nama;Tanggal Lahir;Kolom A\n3375015705900123;Ani Lestari;17-05-1990;Pustakawan\n"


@pytest.fixture
def unit_file(tmp_path):
    path = tmp_path / "unit.csv"
    path.write_text(LINES)
    return path


async def hold(pilot, place, word):
    """K, the column at this place, what it holds."""
    await press(pilot, "k", "home", *["down"] * place, "enter")
    assert isinstance(pilot.app.screen, Choose)
    await type_text(pilot, word)
    await press(pilot, "enter")


async def save(pilot):
    await pilot.click("#yes")
    await read(pilot)


def jabatan(pilot):
    return pilot.app.screen.plan.baris[1].calon.jabatan


async def test_every_column_is_listed(workspace, unit_file):
    """Letter, header, an example, what it is read as; the unknown one is ignored."""
    async with running(workspace) as pilot:
        await opened(pilot)
        await choose(pilot, unit_file)
        await press(pilot, "k")
        shown = frame(pilot.app)

        assert all(word in shown for word in ("Kolom A", "Pustakawan", "(abaikan)", "Tanggal lahir"))


async def test_a_corrected_column_is_read_so_at_once(workspace, unit_file):
    """The preview is planned again."""
    async with running(workspace) as pilot:
        await opened(pilot)
        await choose(pilot, unit_file)
        await hold(pilot, 3, "jabatan")
        await save(pilot)

        assert "Pustakawan" == jabatan(pilot)
        assert "pemetaan yang diingat dipakai" in frame(pilot.app)


async def test_the_next_file_with_that_header_is_read_so(workspace, unit_file, tmp_path):
    """Of the same unit, in a new start of the terminal."""
    async with running(workspace) as pilot:
        await opened(pilot)
        await choose(pilot, unit_file, unit="SD 1")
        await hold(pilot, 3, "jabatan")
        await save(pilot)
    other = tmp_path / "bulan-depan.csv"
    other.write_text(LINES.replace("Pustakawan", "Penjaga"))
    async with running(workspace) as pilot:
        await opened(pilot)
        await choose(pilot, other, unit="sd 1")

        assert "Penjaga" == jabatan(pilot)


async def test_files_of_the_queue_with_that_header_are_read_again(workspace, unit_file, tmp_path):
    """Correcting one corrects its siblings."""
    other = tmp_path / "lain.csv"
    other.write_text(LINES.replace("Ani Lestari", "Ani Lestari Dewi"))
    async with running(workspace) as pilot:
        await opened(pilot)
        await choose(pilot, unit_file, other)
        await hold(pilot, 3, "jabatan")
        await save(pilot)
        plans = [one.plan for one in pilot.app.screen.queue.antrean.berkas]

        assert ["Pustakawan", "Pustakawan"] == [plan.baris[1].calon.jabatan for plan in plans]


async def test_what_is_remembered_can_be_dropped(workspace, unit_file):
    """The header speaks for itself again."""
    async with running(workspace) as pilot:
        await opened(pilot)
        await choose(pilot, unit_file)
        await hold(pilot, 3, "jabatan")
        await save(pilot)
        await press(pilot, "k")
        pilot.app.screen.query_one("#drop", Button).press()
        await read_below(pilot)

        assert ("", ()) == (jabatan(pilot), pemetaan.load(pilot.app.session.store).all())


async def read_below(pilot):
    await press(pilot)
    await pilot.pause()
    await read(pilot)


async def test_one_field_stands_in_one_column(workspace, unit_file):
    """The column that held it before is ignored, and that is told."""
    async with running(workspace) as pilot:
        await opened(pilot)
        await choose(pilot, unit_file)
        await hold(pilot, 3, "nik")

        assert isinstance(pilot.app.screen, ColumnsQuestion)
        assert "Kolom A tidak lagi dibaca sebagai NIK." in str(pilot.app.screen.query_one("#complaint", Static).content)


async def test_del_ignores_a_column(workspace, unit_file):
    """Without its birth date the row is refused, as it must be."""
    async with running(workspace) as pilot:
        await opened(pilot)
        await choose(pilot, unit_file)
        await press(pilot, "k", "home", "down", "down", "delete")
        await save(pilot)

        assert 1 == pilot.app.screen.plan.hasil["ditolak"]


async def test_nothing_changed_saves_nothing(workspace, unit_file):
    """The question stays and says so."""
    async with running(workspace) as pilot:
        await opened(pilot)
        await choose(pilot, unit_file)
        await press(pilot, "k")
        await pilot.click("#yes")
        await press(pilot)

        assert "Belum ada yang diubah." in frame(pilot.app)


async def test_a_damaged_memory_is_a_calm_note(workspace, unit_file):
    """The file is read by its header; the operator is told once."""
    (workspace / "instansi" / "3375" / "pemetaan.json").write_bytes(b"{")
    async with running(workspace, notifications=True) as pilot:
        await opened(pilot)
        await choose(pilot, unit_file)

        assert [("unit.csv", "siap", "")] == queue(pilot)
        assert "Pemetaan kolom yang diingat tidak terbaca" in frame(pilot.app)


@pytest.mark.parametrize("key", ["o", "k", "f", "u", "p"])
async def test_no_question_leaks_english(workspace, unit_file, key):
    """Files, columns, filter, unit, folder."""
    async with running(workspace, size=(120, 40)) as pilot:
        await opened(pilot)
        await choose(pilot, unit_file)
        await press(pilot, key)

        assert [] == leaks(frame(pilot.app).replace(str(unit_file.parent), ""))


@pytest.fixture
def headless(tmp_path):
    """A file in words nobody knows."""
    path = tmp_path / "aneh.csv"
    path.write_text("Daftar;;;\nSiapa;Nmr;Kapan;Mengerjakan\nAni Lestari;3375015705900123;17-05-1990;Pustakawan\n")
    return path


async def test_a_row_can_be_named_as_header(workspace, headless):
    """Where none was recognised: the row, then the columns; the file is read so."""
    async with running(workspace) as pilot:
        await opened(pilot)
        await choose(pilot, headless)
        before = (queue(pilot), "tekan K dan tunjukkan baris kepalanya" in frame(pilot.app))
        await press(pilot, "k", "down", "enter")
        for place, word in enumerate(("nama nama", "nik nik", "tanggal_lahir", "jabatan jabatan")):
            await press(pilot, "home", *["down"] * place, "enter")
            await type_text(pilot, word)
            await press(pilot, "enter")
        await save(pilot)

        assert ([("aneh.csv", "ditolak-utuh", "")], True) == before
        assert ("Ani Lestari", "Pustakawan") == (pilot.app.screen.plan.baris[2].baris.nama, named_jabatan(pilot))


def named_jabatan(pilot):
    return pilot.app.screen.plan.baris[2].calon.jabatan
