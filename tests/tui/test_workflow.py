"""From waiting rows to a locked final list, with the keys an operator presses."""

import pytest
from textual.widgets import Input

from registry.desk import pegawai as desk
from registry.desk import register
from registry.model import tables
from registry.model.codes import Fase, StatusMasukan, StatusPegawai, Syarat
from registry.model.instansi import Ppk
from tests.tui import forms
from tests.tui.frames import frame
from tests.tui.pilots import clock, running, settle, type_text
from tests.tui.scans import blank_pdf
from tui.screens.finalisasi import FinalisasiScreen
from tui.widgets.table import LineTable


async def go(pilot, key):
    await pilot.press(key)
    await settle(pilot)


async def fill(pilot, **values):
    """Fill a dialog and answer it."""
    for name, value in values.items():
        pilot.app.screen.query_one(f"#{name}", Input).value = value
    await pilot.click("#yes")
    await settle(pilot)


def instansi(pilot):
    return pilot.app.session.store.instansi


def inbox(pilot):
    return list(pilot.app.session.store.rows(tables.MASUKAN))


async def prepare(pilot):
    """Open the agency; everyone decided and verified, as the gates ask."""
    await go(pilot, "enter")
    session = pilot.app.session
    undecided = desk.nomor_with(session.store, undecided=True)
    if undecided:
        desk.decide_syarat(session.store, undecided, Syarat.MS, session.act("SK diperiksa"))
    desk.verify(session.store, desk.nomor_with(session.store, status=StatusPegawai.DRAF), session.act())
    register.set_instansi(session.store, {"ppk": Ppk("Contoh Wali Kota", "Wali Kota Pekalongan")}, session.act())
    session.reread()


async def announce(pilot):
    await go(pilot, "f6")
    await forms.put(pilot, "nomor", "800/1-UJI")
    await go(pilot, "ctrl+s")
    await pilot.click("#yes")
    await settle(pilot)


async def finish(pilot, time, tmp_path):
    """Susun, SPTJM, scan, finalise."""
    time.set(2022, 10, 2, 8, 0)
    await go(pilot, "f2")
    await go(pilot, "f7")
    await go(pilot, "s")
    await pilot.click("#yes")
    await settle(pilot)
    await go(pilot, "p")
    await fill(pilot, nomor="800/2-SPTJM")
    await fill(pilot, path=str(tmp_path / "sptjm.pdf"))
    await go(pilot, "l")
    await fill(pilot, path=str(blank_pdf(tmp_path / "pindaian.pdf")))
    await fill(pilot, nomor="800/2-SPTJM")
    await go(pilot, "k")
    await fill(pilot, nomor="800/3-FINAL")


async def test_accepting_a_waiting_row(with_waiting):
    """A row that waited becomes a person."""
    async with running(with_waiting) as pilot:
        await go(pilot, "enter")
        await go(pilot, "f4")
        count = pilot.app.session.store.count(tables.PEGAWAI)
        before = pilot.app.screen.query_one("#waiting", LineTable).count
        await go(pilot, "t")
        await go(pilot, "enter")

        assert count + 1 == pilot.app.session.store.count(tables.PEGAWAI)
        assert before - 1 == pilot.app.screen.query_one("#waiting", LineTable).count


async def test_refusing_a_waiting_row_needs_a_reason(with_waiting):
    """The reason is kept with the row."""
    async with running(with_waiting) as pilot:
        await go(pilot, "enter")
        await go(pilot, "f4")
        await go(pilot, "x")
        await type_text(pilot, "bukan pegawai kami")
        await go(pilot, "enter")

        assert ["bukan pegawai kami"] == [
            row.alasan for row in pilot.app.session.store.rows(tables.TUNGGU) if row.putusan
        ]


async def test_closed_gates_are_told(with_waiting):
    """Announcing with undecided people is refused by the core; the phase stays."""
    async with running(with_waiting) as pilot:
        await go(pilot, "enter")
        await announce(pilot)

        assert Fase.PENDAFTARAN is instansi(pilot).fase
        assert "Belum berhasil" in frame(pilot.app)


async def test_announcing_opens_the_window(workspace):
    """Number, date and window: then the list is frozen."""
    async with running(workspace) as pilot:
        await prepare(pilot)
        await announce(pilot)

        assert Fase.UJI_PUBLIK is instansi(pilot).fase
        assert "Uji publik" in frame(pilot.app)


@pytest.fixture
def in_window():
    """A clock that will stand within the window after announcing."""
    return clock()


async def test_usulan_is_recorded_and_granted(workspace, in_window):
    """A granted proposal becomes a draft."""
    async with running(workspace, time=in_window) as pilot:
        await prepare(pilot)
        await announce(pilot)
        in_window.set(2022, 9, 27, 9, 0)
        await go(pilot, "f5")
        await go(pilot, "u")
        await fill(pilot, nama="Contoh Usulan", isi="Bekerja sejak 2015", nik="3375010101909322")
        await go(pilot, "k")
        await fill(pilot, tanggal_lahir="01-01-1990", alasan="SK lengkap")

        assert [StatusMasukan.DIKABULKAN] == [row.status for row in inbox(pilot)]
        assert "Contoh Usulan" in [row.nama for row in pilot.app.session.store.rows(tables.PEGAWAI)]


async def test_sanggahan_is_recorded_and_refused(workspace, in_window):
    """A refused objection leaves the person listed."""
    async with running(workspace, time=in_window) as pilot:
        await prepare(pilot)
        await announce(pilot)
        in_window.set(2022, 9, 27, 9, 0)
        await go(pilot, "f2")
        await go(pilot, "g")
        await fill(pilot, isi="Sudah pindah")
        await go(pilot, "f5")
        await go(pilot, "x")
        await fill(pilot, alasan="Masih bekerja, bukti terlampir")

        assert [StatusMasukan.DITOLAK] == [row.status for row in inbox(pilot)]


async def test_the_whole_way_to_final(workspace, in_window, tmp_path):
    """Compose, print, attach, type the name: FINAL."""
    async with running(workspace, time=in_window) as pilot:
        await prepare(pilot)
        await announce(pilot)
        await finish(pilot, in_window, tmp_path)
        await fill(pilot, typed="kota pekalongan")

        assert Fase.FINAL is instansi(pilot).fase
        assert (tmp_path / "sptjm.pdf").read_bytes().startswith(b"%PDF")
        assert "Terkunci" in frame(pilot.app)


async def lock(pilot, time, name):
    time.set(2022, 10, 2, 8, 0)
    await go(pilot, "enter")
    await go(pilot, "f7")
    await go(pilot, "k")
    await fill(pilot, nomor="800/3-FINAL")
    await fill(pilot, typed=name)


async def test_the_wrong_name_does_not_lock(ready, in_window):
    """Typing something else keeps the question open."""
    async with running(ready, time=in_window) as pilot:
        await lock(pilot, in_window, "Kota Tegal")

        assert Fase.MENUNGGU_SPTJM is instansi(pilot).fase
        assert "Belum sama dengan yang diminta." in frame(pilot.app)


async def test_nothing_can_be_changed_after_final(ready, in_window):
    """No screen of a final agency offers a command that writes to the record."""
    async with running(ready, time=in_window) as pilot:
        await lock(pilot, in_window, "Kota Pekalongan")
        offered = set()
        for key in ("f2", "f3", "f4", "f5", "f6", "f7"):
            await go(pilot, key)
            offered |= {command.id for _, command in pilot.app.screen.possible() if command.needs}

        assert set() == offered


async def test_a_final_agency_shows_each_edition_under_its_own_number(ready, in_window):
    """F6 no longer announces prafinalisasi; the final's number does not stand beside the window."""
    async with running(ready, time=in_window) as pilot:
        await lock(pilot, in_window, "Kota Pekalongan")
        await go(pilot, "f6")
        text = frame(pilot.app)

        assert "Daftar final sudah diumumkan" in text
        assert "1. Prafinalisasi  nomor 800/1, 22 September 2022" in text
        assert f"2. Final  nomor {instansi(pilot).nomor_pengumuman}," in text


async def test_the_checklist_says_what_is_next(workspace):
    """The way to FINAL marks the present step by a word."""
    async with running(workspace) as pilot:
        await go(pilot, "enter")
        await go(pilot, "f7")

        assert isinstance(pilot.app.screen, FinalisasiScreen)
        assert "[sekarang] 1. Umumkan prafinalisasi" in frame(pilot.app)
