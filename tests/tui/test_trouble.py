"""Damage, locks, full disks, folders that vanish or cannot be written: each is told calmly and has a way on."""

import errno
import logging
import resource
import shutil
from contextlib import contextmanager

import pytest
from textual.widgets import Input, OptionList

from registry.store.files import REAL_FS
from registry.store.store import Store
from registry.workspace import Workspace
from tests.tui.pilots import clock, running, settle
from tests.tui.starting import parts, press, started, words
from tui.deeds.deed import Deed
from tui.deeds.instansi import set_instansi
from tui.dialogs.way_on import WayOn
from tui.log import CalmLog
from tui.screens.beranda import BerandaScreen
from tui.session import Session


async def choose(pilot, way):
    """Take a way on."""
    ways = pilot.app.screen.query_one("#ways", OptionList)
    ways.highlighted = ways.get_option_index(way)
    await press(pilot, "enter")


def ways(pilot):
    return [option.id for option in pilot.app.screen.query_one("#ways", OptionList).options]


def damage(path, old, new):
    """Change bytes in the middle of a journal."""
    journal = path / "instansi" / "3375" / "journal.log"
    data = journal.read_bytes()
    assert old in data
    journal.write_bytes(data.replace(old, new, 1))


@contextmanager
def held(path):
    session = Session(Workspace.open(path), "budi", clock())
    session.open("3375")
    try:
        yield session
    finally:
        session.close()


async def test_a_lock_held_by_somebody_else_names_them(workspace):
    """Who, since when; reading goes on and nothing that writes is offered."""
    with held(workspace):
        async with running(workspace) as pilot:
            await press(pilot, "enter")
            told = words(pilot)
            await choose(pilot, "lanjut")

            assert "sedang dibuka oleh budi" in told
            assert "HANYA BACA" in words(pilot)
            assert [] == [command.id for _, command in pilot.app.screen.possible() if command.needs]


async def test_once_the_other_has_gone_it_opens_for_writing(workspace):
    """Close and open again from the dialog: the same room, writable."""
    with held(workspace) as other:
        async with running(workspace) as pilot:
            await press(pilot, "enter")
            other.close()
            await choose(pilot, "buka")

            assert "pegawai" == pilot.app.screen.place
            assert not pilot.app.session.readonly


async def test_from_a_held_agency_back_to_the_list(workspace):
    """The third way on."""
    with held(workspace):
        async with running(workspace) as pilot:
            await press(pilot, "enter")
            await choose(pilot, "tutup")

            assert isinstance(pilot.app.screen, BerandaScreen)
            assert not pilot.app.session.is_open


async def test_a_damaged_journal_is_told_in_the_list_and_opens_for_reading(with_waiting):
    """What can be read is shown; the damage is named; nothing can be written."""
    damage(with_waiting, b'"action":"impor"', b'"action":"imper"')
    async with running(with_waiting) as pilot:
        listed = words(pilot)
        await press(pilot, "enter")

        assert "Rusak" in listed
        assert "Jurnal rusak" in words(pilot)
        assert ["lanjut", "periksa", "tutup"] == ways(pilot)
        assert pilot.app.session.readonly


async def test_periksa_says_what_is_hit(with_waiting):
    """From the list too; it changes nothing."""
    damage(with_waiting, b'"action":"impor"', b'"action":"imper"')
    async with running(with_waiting) as pilot:
        await press(pilot, "p")

        assert "kode jurnal-" in words(pilot)
        assert "Jangan mengubah berkas apa pun dengan tangan" in words(pilot)


async def test_a_journal_nobody_can_read_can_be_verified(workspace):
    """Not even the instansi is legible: the dialog leads to periksa, the list stays."""
    (workspace / "instansi" / "3375" / "journal.log").write_bytes(b"rusak\n" * 3)
    async with running(workspace) as pilot:
        listed = words(pilot)
        await press(pilot, "enter")
        offered = ways(pilot)
        await choose(pilot, "periksa")

        assert "Tidak terbaca" in listed
        assert ["periksa", "lagi", "biarkan"] == offered
        assert "Memeriksa 3375" in words(pilot)
        assert "kode jurnal-rusak" in words(pilot)


async def test_a_lost_journal_is_not_taken_for_a_new_agency(workspace):
    """It says that a backup is needed; verifying it says the same and hangs nowhere."""
    (workspace / "instansi" / "3375" / "journal.log").unlink()
    async with running(workspace) as pilot:
        told = words(pilot)
        await press(pilot, "p")

        assert "journal.log hilang dari folder ini" in told
        assert "journal.log tidak ada di folder ini" in words(pilot)


@contextmanager
def no_room(path):
    """No file may grow beyond what the journal holds now: the system itself refuses, as on a full disk."""
    size = (path / "instansi" / "3375" / "journal.log").stat().st_size
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size + 20, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


async def test_a_full_disk_keeps_everything_and_can_be_tried_again(workspace):
    """Nothing is half written; once there is room the same change is made by choosing to try again."""
    async with running(workspace) as pilot:
        await press(pilot, "enter")
        with no_room(workspace):
            pilot.app.screen.write(set_instansi({"tempat": "Pekalongan"}))
            await settle(pilot)
        told, offered, before = words(pilot), ways(pilot), pilot.app.session.store.instansi.tempat
        await choose(pilot, "lagi")

        assert "Ruang penyimpanan habis" in told
        assert ["lagi", "biarkan"] == offered
        assert ("", "Pekalongan") == (before, pilot.app.session.store.instansi.tempat)


async def test_a_full_disk_does_not_keep_one_from_leaving(workspace):
    """The count of running writes is right after a failed one."""
    async with running(workspace) as pilot:
        await press(pilot, "enter")
        with no_room(workspace):
            pilot.app.screen.write(set_instansi({"tempat": "Pekalongan"}))
            await settle(pilot)
        await press(pilot, "escape")

        assert 0 == pilot.app.writing


async def test_a_folder_that_vanishes_while_open(workspace, tmp_path):
    """The change is refused, not lost silently; back in its place it opens again."""
    async with running(workspace) as pilot:
        await press(pilot, "enter")
        shutil.move(workspace / "instansi" / "3375", tmp_path / "lepas")
        pilot.app.screen.write(set_instansi({"tempat": "Pekalongan"}))
        await settle(pilot)
        told, offered = parts(pilot), ways(pilot)
        shutil.rmtree(workspace / "instansi" / "3375", ignore_errors=True)
        shutil.move(tmp_path / "lepas", workspace / "instansi" / "3375")
        await choose(pilot, "buka")

        assert "tidak ada lagi di tempatnya; perubahan ini tidak disimpan" in told
        assert ["buka", "periksa", "tutup"] == offered
        assert "pegawai" == pilot.app.screen.place
        assert not pilot.app.session.readonly


async def test_a_workspace_that_vanishes_is_not_an_empty_one(workspace, tmp_path):
    """Nobody is invited to begin anew; connected again, it is as it was."""
    async with running(workspace) as pilot:
        shutil.move(workspace, tmp_path / "lepas")
        await press(pilot, "m")
        told, offered = words(pilot), ways(pilot)
        shutil.move(tmp_path / "lepas", workspace)
        await choose(pilot, "lagi")

        assert "Folder ruang kerja tidak ditemukan lagi." in told
        assert "Belum ada instansi" not in told
        assert ["lagi", "pindah", "biarkan"] == offered
        assert "Kota Pekalongan" in words(pilot)


async def test_a_workspace_that_vanishes_behind_an_open_agency(workspace, tmp_path):
    """A room that must read from the disk tells the cause, not its consequence; connected again it can be tried again."""
    async with running(workspace) as pilot:
        await press(pilot, "enter")
        shutil.move(workspace, tmp_path / "lepas")
        await press(pilot, "f10")
        told, offered = parts(pilot), ways(pilot)
        shutil.move(tmp_path / "lepas", workspace)
        await choose(pilot, "lagi")

        assert "Folder ruang kerja tidak ditemukan lagi." in told
        assert ["lagi", "buka", "periksa", "tutup"] == offered
        assert "Alamat" in words(pilot)


async def test_the_message_of_a_vanished_workspace_can_be_put_away(workspace, tmp_path):
    """It does not come again by itself; the screen says what can be done."""
    async with running(workspace) as pilot:
        shutil.move(workspace, tmp_path / "lepas")
        await press(pilot, "m", "escape")

        assert isinstance(pilot.app.screen, BerandaScreen)


async def test_another_workspace_can_be_chosen(workspace, with_waiting):
    """The list is the other one's, nothing of the first is left."""
    async with running(workspace) as pilot:
        await press(pilot, "r")
        pilot.app.screen.query_one("#path", Input).value = str(with_waiting)
        await press(pilot, "enter")

        assert with_waiting == pilot.app.session.workspace.path
        assert "216 orang" in words(pilot)


async def test_a_new_workspace_is_made_only_at_the_second_asking(workspace, tmp_path):
    """A typing error creates nothing."""
    async with running(workspace) as pilot:
        await press(pilot, "r")
        pilot.app.screen.query_one("#path", Input).value = str(tmp_path / "baru")
        await press(pilot, "enter")
        asked, there = words(pilot), (tmp_path / "baru").exists()
        await press(pilot, "enter")

        assert "sekali lagi untuk membuatnya" in asked
        assert (False, True) == (there, (tmp_path / "baru" / "pendataan.toml").exists())


@pytest.mark.parametrize("what", ["berisi hal lain", "bukan folder"])
async def test_a_folder_with_something_else_in_it_is_refused(workspace, tmp_path, what):
    """No workspace is laid into somebody's documents."""
    (tmp_path / "dokumen").mkdir()
    (tmp_path / "dokumen" / "surat.txt").write_text("", encoding="utf-8")
    path = tmp_path / "dokumen" if what == "berisi hal lain" else tmp_path / "dokumen" / "surat.txt"
    async with running(workspace) as pilot:
        await press(pilot, "r")
        pilot.app.screen.query_one("#path", Input).value = str(path)
        await press(pilot, "enter", "enter")

        assert what in words(pilot)
        assert workspace == pilot.app.session.workspace.path


async def test_an_unsound_workspace_is_told_at_the_start(workspace):
    """With the line; once repaired, trying again opens it."""
    settings = workspace / "pendataan.toml"
    sound = settings.read_text(encoding="utf-8")
    settings.write_text("judul = \n", encoding="utf-8")
    async with started(workspace) as pilot:
        told, offered = words(pilot), ways(pilot)
        settings.write_text(sound, encoding="utf-8")
        await choose(pilot, "lagi")

        assert "baris 1 bukan TOML" in told
        assert ["lagi", "pindah"] == offered
        assert "Kota Pekalongan" in words(pilot)


async def test_in_an_unsound_workspace_nothing_can_be_made(workspace):
    """With settings that were not read, a new agency could get the wrong periode."""
    (workspace / "pendataan.toml").write_text("judul = \n", encoding="utf-8")
    async with started(workspace) as pilot:
        await press(pilot, "escape", "t")

        assert isinstance(pilot.app.screen, BerandaScreen)
        assert "Ruang kerja ini tidak terbaca." in words(pilot)


async def test_a_place_where_no_workspace_can_be_made(tmp_path, workspace):
    """A file stands in the way: another one can be chosen."""
    (tmp_path / "berkas").write_text("", encoding="utf-8")
    async with started(tmp_path / "berkas" / "ruang") as pilot:
        told = words(pilot)
        await choose(pilot, "pindah")
        pilot.app.screen.query_one("#path", Input).value = str(workspace)
        await press(pilot, "enter")

        assert "Ruang kerja tidak dapat dibuat." in told
        assert "Kota Pekalongan" in words(pilot)


class Unwritable(type(REAL_FS)):
    """The real file system, where nothing may be written: a folder of somebody else, a medium for reading only."""

    def _no(self, *_):
        raise PermissionError(errno.EACCES, "Permission denied")

    lock = create = open_append = replace = make_folder = _no


class UnwritableWorkspace(Workspace):
    """Opens every store on it."""

    def open_store(self, kode, operator, *, readonly=False):
        return Store.open(self.instansi_folder(kode), operator=operator, readonly=readonly, fs=Unwritable())


async def test_a_folder_that_cannot_be_written_opens_for_reading(workspace):
    """Says so, and can be tried again."""
    found = Workspace.open(workspace)
    session = Session(UnwritableWorkspace(found.path, found.settings), "siti", clock())
    async with started(workspace, session=session) as pilot:
        await press(pilot, "enter")
        told, offered = words(pilot), ways(pilot)
        await choose(pilot, "lanjut")

        assert "tidak dapat ditulisi; data hanya dapat dibaca" in told
        assert ["lanjut", "buka", "tutup"] == offered
        assert "57 dari 57 orang" in words(pilot)


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "Ruang penyimpanan habis"),
        (PermissionError(errno.EACCES, "Permission denied", "/x"), "tidak boleh dibaca atau ditulisi"),
        (FileNotFoundError(errno.ENOENT, "No such file", "/x"), "tidak ditemukan lagi"),
        (OSError(errno.EIO, "Input/output error"), "galat 5"),
    ],
)
async def test_errors_of_the_file_system_in_words(workspace, error, sentence):
    """Wherever they come from: no English, no traceback, a way on."""

    def broken(_session):
        raise error

    async with running(workspace) as pilot:
        await press(pilot, "enter")
        pilot.app.screen.write(Deed("Menyimpan", broken))
        await settle(pilot)

        assert isinstance(pilot.app.screen, WayOn)
        assert sentence in words(pilot)
        assert error.strerror not in words(pilot)


async def test_a_missing_periode_is_told_in_its_line(workspace):
    """Put back, reading again is enough."""
    periode = workspace / "periode" / "2022.toml"
    rules = periode.read_text(encoding="utf-8")
    periode.unlink()
    async with running(workspace) as pilot:
        told = words(pilot)
        periode.write_text(rules, encoding="utf-8")
        await press(pilot, "m")

        assert "Periode “2022” tidak ada di ruang kerja ini." in told
        assert "57 orang" in words(pilot)


def test_a_log_that_cannot_be_written_prints_nothing(tmp_path, monkeypatch, capsys):
    """Neither where it should be nor among the user's logs: the terminal stays clean."""
    (tmp_path / "berkas").write_text("", encoding="utf-8")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "berkas"))
    log = CalmLog(tmp_path / "tidak-ada" / "pendataan.log")
    log.handle(logging.LogRecord("pendataan.tui", logging.ERROR, "", 0, "gagal", None, None))
    log.close()

    assert ("", "") == tuple(capsys.readouterr())


def test_a_log_falls_back_to_the_users_logs(tmp_path, monkeypatch):
    """Details for the people who repair things are not lost with the workspace."""
    monkeypatch.setattr("platformdirs.user_log_path", lambda *_, **__: tmp_path / "catatan")
    log = CalmLog(tmp_path / "tidak-ada" / "pendataan.log")
    log.handle(logging.LogRecord("pendataan.tui", logging.ERROR, "", 0, "gagal", None, None))
    log.close()

    assert "gagal" in (tmp_path / "catatan" / "pendataan.log").read_text(encoding="utf-8")
