"""Errors, leaving, and somebody else at work: calm words, never a traceback."""

import threading

from registry.errors import UsageRefused
from registry.workspace import Workspace
from tests.tui.frames import frame
from tests.tui.pilots import clock, running, settle
from tui.app import PendataanApp
from tui.deeds.deed import Deed, Done
from tui.dialogs.confirm import Trouble
from tui.session import Session


async def test_a_refusal_shows_what_where_and_what_to_do(workspace):
    """The three parts of a PendataanError stand in the dialog."""
    async with running(workspace) as pilot:
        pilot.app.show_error(UsageRefused("Nomor salah.", where="baris 7", to_do="Periksa nomornya."), "Mencoba")
        await settle(pilot)

        assert all(part in frame(pilot.app) for part in ("Nomor salah.", "baris 7", "Periksa nomornya."))


async def test_the_unexpected_is_logged_and_told_calmly(workspace, caplog):
    """A fault of ours leads to the log file, not to a traceback on the screen."""
    async with running(workspace) as pilot:

        def broken(_session):
            raise ZeroDivisionError

        pilot.app.write(pilot.app.screen, Deed("Menghitung", broken))
        await settle(pilot)

        assert isinstance(pilot.app.screen, Trouble)
        assert "ZeroDivisionError" not in frame(pilot.app)
        assert "ZeroDivisionError" in caplog.text
        pilot.app.unexpected.clear()


async def until_exit(pilot):
    for _ in range(100):
        if pilot.app._exit:
            return
        await pilot.pause(0.02)


async def test_quitting_waits_for_a_write(workspace):
    """Ctrl+Q while something is being written closes the app only afterwards."""
    gate = threading.Event()

    def slow(_session):
        gate.wait(5)
        return Done("Selesai.")

    async with running(workspace) as pilot:
        pilot.app.write(pilot.app.screen, Deed("Menyimpan", slow))
        await pilot.pause()
        await pilot.press("ctrl+q")
        still_running = pilot.app.is_running
        gate.set()
        await until_exit(pilot)

        assert still_running
        assert pilot.app._exit


async def test_a_write_outlives_its_screen(workspace):
    """Leaving the screen that asked does not stop the write."""
    gate = threading.Event()
    written = []

    def slow(_session):
        gate.wait(5)
        written.append(True)
        return Done("Selesai.")

    async with running(workspace) as pilot:
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        pilot.app.screen.write(Deed("Menyimpan", slow))
        await pilot.press("escape")
        await pilot.pause()
        gate.set()
        await settle(pilot)

        assert [True] == written


async def test_a_damaged_instansi_does_not_hide_the_others(workspace):
    """The list shows the trouble in its line."""
    (workspace / "instansi" / "9999").mkdir()
    (workspace / "instansi" / "9999" / "journal.log").write_bytes(b"rusak\n")
    async with running(workspace) as pilot:
        assert "Kota Pekalongan" in frame(pilot.app)
        assert "9999" in frame(pilot.app)


async def test_an_exception_while_drawing_prints_no_values(workspace, capsys):
    """Even a crash ends with a sentence and the place of the log."""
    session = Session(Workspace.open(workspace), "siti", clock())
    app = PendataanApp(session)
    async with app.run_test():
        app._fatal_error()
    app._print_error_renderables()

    assert "Traceback" not in capsys.readouterr().err
