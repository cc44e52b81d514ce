"""Several files at once: read one after the other, taken in one after the other."""

import shutil

from registry.model import tables
from tests.tui.frames import frame
from tests.tui.importing import choose, opened, press, queue, read
from tests.tui.pilots import SAMPLES, running, settle

FIRST = SAMPLES / "satpolpp-lama.xls"
SECOND = SAMPLES / "pekalongan-bersih.xlsx"


async def test_every_file_is_read(workspace):
    """One after the other, in the order they were named."""
    async with running(workspace) as pilot:
        await opened(pilot)
        await choose(pilot, FIRST, SAMPLES / "banyak-lembar.xlsx")

        assert [("satpolpp-lama.xls", "siap", ""), ("banyak-lembar.xlsx", "siap", "")] == queue(pilot)


async def test_the_preview_follows_the_cursor(workspace):
    """Down in the queue: the next file's rows."""
    async with running(workspace) as pilot:
        await opened(pilot)
        await choose(pilot, FIRST, SAMPLES / "banyak-lembar.xlsx")
        await press(pilot, "down")

        assert "banyak-lembar.xlsx" == pilot.app.screen.plan.berkas


async def test_a_refused_file_does_not_stop_the_others(workspace, tmp_path):
    """The next one is read."""
    bad = tmp_path / "gambar.xlsx"
    bad.write_bytes(b"bukan tabel")
    async with running(workspace) as pilot:
        await opened(pilot)
        await choose(pilot, bad, FIRST)

        assert ["ditolak-utuh", "siap"] == [state for _, state, _ in queue(pilot)]


async def test_all_ready_files_are_taken_in(workspace):
    """One journal entry a file, in order."""
    async with running(workspace) as pilot:
        await opened(pilot)
        before = pilot.app.session.version
        await choose(pilot, FIRST, SAMPLES / "banyak-lembar.xlsx")
        await press(pilot, "a", "enter")
        await read(pilot)

        assert [
            ("satpolpp-lama.xls", "diterapkan", "I-000002"),
            ("banyak-lembar.xlsx", "diterapkan", "I-000003"),
        ] == queue(pilot)
        assert before + 2 == pilot.app.session.version


async def test_the_second_file_sees_what_the_first_brought(workspace, tmp_path):
    """The same people in both: taken in once."""
    copy = shutil.copy(FIRST, tmp_path / "salinan.xls")
    async with running(workspace) as pilot:
        await opened(pilot)
        people = pilot.app.session.store.count(tables.PEGAWAI)
        await choose(pilot, FIRST, copy)
        await press(pilot, "a", "enter")
        await read(pilot)
        second = pilot.app.screen.queue.antrean.berkas[1].plan

        assert people + 52 == pilot.app.session.store.count(tables.PEGAWAI)
        assert (0, 52) == (second.hasil["diterima"], second.hasil["sama"])


async def test_one_file_is_read_again_before_it_is_asked_about(workspace, tmp_path):
    """What the question says is true for the record of now."""
    copy = shutil.copy(FIRST, tmp_path / "salinan.xls")
    async with running(workspace) as pilot:
        await opened(pilot)
        await choose(pilot, FIRST, copy)
        await press(pilot, "t", "enter", "home", "down", "t")
        await read_below(pilot)

        assert "0 orang baru masuk" in frame(pilot.app)


async def read_below(pilot):
    """Wait for the queue of the screen below a dialog."""
    while pilot.app.rooms["impor"].queue.busy:
        await settle(pilot)
    await settle(pilot)


async def test_a_file_that_changed_meanwhile_is_not_taken_in(workspace, tmp_path):
    """It fails with a reason; the files after it stay ready."""
    copy = tmp_path / "salinan.xls"
    shutil.copy(FIRST, copy)
    async with running(workspace) as pilot:
        await opened(pilot)
        before = pilot.app.session.version
        await choose(pilot, copy, SAMPLES / "banyak-lembar.xlsx")
        copy.write_bytes(b"lain")
        await press(pilot, "a", "enter")
        await read_below(pilot)

        assert ["ditolak-utuh", "siap"] == [one.keadaan for one in pilot.app.rooms["impor"].queue.antrean.berkas]
        assert before == pilot.app.session.version
        assert "Berkas berubah sesudah diperiksa." in frame(pilot.app)


async def test_escape_takes_one_file_out(workspace):
    """The others stay."""
    async with running(workspace) as pilot:
        await opened(pilot)
        await choose(pilot, FIRST, SAMPLES / "banyak-lembar.xlsx")
        await press(pilot, "escape")

        assert ["banyak-lembar.xlsx"] == [name for name, _, _ in queue(pilot)]


async def test_escape_stops_the_reading(workspace):
    """The file and those behind it wait; Enter goes on."""
    async with running(workspace) as pilot:
        await opened(pilot)
        screen = pilot.app.screen
        screen.queue.add([SECOND, FIRST], "")
        screen.queue.stop()
        await read(pilot)
        stopped = [state for _, state, _ in queue(pilot)]
        await press(pilot, "enter")
        await read(pilot)

        assert (["menunggu", "menunggu"], ["siap", "siap"]) == (stopped, [state for _, state, _ in queue(pilot)])


async def test_a_corrected_file_is_read_again(workspace, tmp_path):
    """Enter after the file was repaired."""
    path = tmp_path / "unit.xls"
    path.write_bytes(b"rusak")
    async with running(workspace) as pilot:
        await opened(pilot)
        await choose(pilot, path)
        shutil.copy(FIRST, path)
        await press(pilot, "enter")
        await read(pilot)

        assert [("unit.xls", "siap", "")] == queue(pilot)


async def test_the_unit_can_be_named_later(workspace, tmp_path):
    """For rows that name none themselves."""
    path = tmp_path / "unit.csv"
    path.write_text("NIK;Nama;Tanggal Lahir\n3375015705900123;Ani Lestari;17-05-1990\n")
    async with running(workspace) as pilot:
        await opened(pilot)
        await choose(pilot, path)
        await press(pilot, "u", *"Kelurahan", "enter")
        await read(pilot)

        assert "Kelurahan" == pilot.app.screen.plan.baris[1].calon.unit_kerja


async def test_finished_files_are_cleared_away(workspace):
    """B: what is in the record leaves the queue."""
    async with running(workspace) as pilot:
        await opened(pilot)
        await choose(pilot, FIRST)
        await press(pilot, "t", "enter")
        await read(pilot)
        await press(pilot, "b")

        assert ([], True) == (queue(pilot), "Tekan O untuk memilih berkas" in frame(pilot.app))


async def test_leaving_the_instansi_while_reading_ends_quietly(workspace):
    """No dialog, no fault."""
    async with running(workspace) as pilot:
        await opened(pilot)
        pilot.app.screen.queue.add([SECOND], "")
        await pilot.press("f9")
        await settle(pilot)
        await settle(pilot)

        assert "Ruang kerja" in frame(pilot.app)
