"""Announcing: prepared, looked at, searched, published; afterwards the letter, the page and the differences."""

import webbrowser

import pytest
from textual.widgets import Static

from registry.desk import pegawai as desk
from registry.desk.masukan import receive_usulan
from registry.model.codes import AlasanCoret, Fase, StatusPegawai
from tests.tui import forms
from tests.tui.frames import frame
from tests.tui.pilots import clock, running, settle
from tests.tui.test_workflow import announce, fill, go, instansi, prepare
from tui.browsing import open_page
from tui.screens.orang import OrangScreen
from tui.widgets.gate_search import GateSearch
from tui.widgets.table import LineTable


def cells(table):
    """What every row of a table says."""
    return [[column.text(row) for column in table.columns] for row in table.rows]


def static(pilot, name):
    return str(pilot.app.screen.query_one(name, Static).content)


def someone(pilot):
    return pilot.app.session.people()[0]


def change(pilot, nomor, **fields):
    session = pilot.app.session
    desk.change_pegawai(session.store, nomor, fields, session.periode, session.act())
    session.reread()


async def test_the_window_is_read_aloud(workspace):
    """With clock, zone and the number of calendar days, while it is typed."""
    async with running(workspace) as pilot:
        await go(pilot, "enter")
        await go(pilot, "f6")
        await forms.put(pilot, "selesai", "7 Oktober 2022 16.00")
        await settle(pilot)

        assert (
            "Dibaca: 26 September 2022 pukul 00.00 WIB sampai 7 Oktober 2022 pukul 16.00 WIB, 12 hari kalender;"
            " paling singkat 5."
        ) == static(pilot, "#reading")


async def test_what_cannot_be_read_is_said_at_once(workspace):
    """A clock of another zone is not guessed."""
    async with running(workspace) as pilot:
        await go(pilot, "enter")
        await go(pilot, "f6")
        await forms.put(pilot, "selesai", "7-10-2022 16.00 WIT")
        await settle(pilot)

        assert "Waktu selesai tidak terbaca" in static(pilot, "#reading")


async def test_the_preview_shows_the_public_fields_only(workspace):
    """Six columns and no NIK; totals above, what the recap hides below."""
    async with running(workspace, size=(120, 40)) as pilot:
        await go(pilot, "enter")
        nik = someone(pilot).nik
        await go(pilot, "f6")
        await go(pilot, "ctrl+l")
        table = pilot.app.screen.query_one("#public", LineTable)

        assert ["Nomor", "Nama", "Jabatan", "Unit kerja", "Kategori", "Status"] == [one.title for one in table.columns]
        assert not any(nik in text for line in cells(table) for text in line)
        assert static(pilot, "#public-totals").startswith("57 orang: 50 MS, 7 TMS; 0 THK-II, 57 Non-ASN.")
        assert "disembunyikan" in static(pilot, "#public-recap")


async def test_the_preview_needs_everybody_decided(with_waiting):
    """Otherwise it says how many are not, and the form stays."""
    async with running(with_waiting) as pilot:
        await go(pilot, "enter")
        await go(pilot, "f6")
        await go(pilot, "ctrl+l")

        assert "belum diputuskan MS atau TMS" in frame(pilot.app)


async def test_a_clean_search_says_so(workspace):
    """Before anything is published."""
    async with running(workspace) as pilot:
        await go(pilot, "enter")
        await go(pilot, "f6")
        await go(pilot, "ctrl+k")

        assert "Bersih: tidak ada data pribadi dalam daftar maupun suratnya." == static(pilot, "#search-outcome")


async def test_a_leak_names_the_person_and_leads_to_the_form(workspace):
    """Place and kind are shown, the NIK is not; Enter opens whose record to correct."""
    async with running(workspace, size=(120, 40)) as pilot:
        await go(pilot, "enter")
        person = someone(pilot)
        change(pilot, person.nomor, jabatan=f"Guru {person.nik}")
        await go(pilot, "f6")
        await go(pilot, "ctrl+k")
        text = frame(pilot.app)
        await go(pilot, "enter")

        assert f"{person.nomor}, kolom jabatan" in text
        assert person.nik not in text
        assert isinstance(pilot.app.screen, OrangScreen)
        assert person.nomor == pilot.app.screen.nomor


async def test_a_search_can_be_stopped(workspace):
    """Then nothing is claimed about the outcome, and it can be started again."""
    async with running(workspace) as pilot:
        await go(pilot, "enter")
        await go(pilot, "f6")
        screen = pilot.app.screen
        screen.do_periksa()
        screen.query_one(GateSearch).stop()
        await settle(pilot)
        stopped = static(pilot, "#search-outcome")
        await go(pilot, "ctrl+k")

        assert "Pemeriksaan dihentikan; belum diketahui hasilnya." == stopped
        assert "Bersih" in static(pilot, "#search-outcome")


async def test_escape_leads_back_to_the_form(workspace):
    """What was typed still stands there."""
    async with running(workspace) as pilot:
        await go(pilot, "enter")
        await go(pilot, "f6")
        await forms.put(pilot, "nomor", "800/7")
        await go(pilot, "ctrl+l")
        await go(pilot, "escape")

        assert "siapkan" == pilot.app.screen.view
        assert "800/7" == forms.stands(pilot, "nomor")


async def announced(pilot):
    await prepare(pilot)
    await announce(pilot)
    assert Fase.UJI_PUBLIK is instansi(pilot).fase


async def test_differences_to_the_edition_before(workspace):
    """Who left, whose row reads otherwise, and how."""
    async with running(workspace, size=(120, 40)) as pilot:
        await announced(pilot)
        first, second = pilot.app.session.people()[:2]
        change(pilot, first.nomor, jabatan="Guru Seni")
        session = pilot.app.session
        desk.cross_out(session.store, [second.nomor], AlasanCoret.KELUAR, session.act("Mengundurkan diri"))
        session.reread()
        await go(pilot, "ctrl+d")

        assert "0 orang ditambahkan, 1 dihapus, 1 diubah, 55 tetap." in static(pilot, "#changes-told")
        assert ["Diubah", first.nomor, first.nama, "Jabatan", first.jabatan, "Guru Seni"] in cells(
            pilot.app.screen.query_one("#changes", LineTable)
        )


async def test_without_an_edition_there_is_no_letter_page_or_difference(workspace):
    """The commands are not offered."""
    async with running(workspace) as pilot:
        await go(pilot, "enter")
        await go(pilot, "f6")
        offered = {command.name for _, command in pilot.app.screen.possible()}

        assert not offered & {"surat", "laman", "beda"}


async def test_the_letter_is_written_as_pdf(workspace, tmp_path):
    """Where the operator wants it."""
    async with running(workspace) as pilot:
        await announced(pilot)
        await go(pilot, "ctrl+y")
        await fill(pilot, path=str(tmp_path / "surat.pdf"))

        assert (tmp_path / "surat.pdf").read_bytes().startswith(b"%PDF")


async def test_a_letter_that_cannot_be_written_is_told(workspace, tmp_path, monkeypatch):
    """The folder vanished between question and answer; no traceback."""
    async with running(workspace) as pilot:
        await announced(pilot)
        await go(pilot, "ctrl+y")
        folder = tmp_path / "cabut"
        folder.mkdir()
        monkeypatch.setattr("pathlib.Path.write_bytes", _full)
        await fill(pilot, path=str(folder / "surat.pdf"))

        assert "Berkas tidak dapat ditulis" in frame(pilot.app)


def _full(*_args):
    raise OSError(28, "No space left on device")


class Browser:
    """Stands for the system's browser."""

    def __init__(self):
        self.opened = []

    def open(self, address):
        self.opened.append(address)
        return True


async def build_site(pilot):
    await go(pilot, "f8")
    await go(pilot, "b")
    await go(pilot, "f6")


async def test_the_page_opens_in_the_browser(ready, monkeypatch):
    """The page of this agency's newest edition, from the built site."""
    browser = Browser()
    monkeypatch.setattr(webbrowser, "get", lambda: browser)
    async with running(ready) as pilot:
        await go(pilot, "enter")
        await build_site(pilot)
        await go(pilot, "ctrl+o")

        page = ready / "situs" / "instansi" / "kota-pekalongan" / "1-prafinalisasi" / "index.html"
        assert [page.as_uri()] == browser.opened


async def test_without_a_browser_the_address_is_shown(ready, monkeypatch):
    """To be opened by hand."""
    monkeypatch.setattr(webbrowser, "get", lambda: webbrowser.GenericBrowser("w3m"))
    async with running(ready, size=(120, 40)) as pilot:
        await go(pilot, "enter")
        await build_site(pilot)
        await go(pilot, "ctrl+o")

        assert "file://" in frame(pilot.app)


async def test_without_a_site_it_is_said_what_to_do(ready):
    """Build first."""
    async with running(ready) as pilot:
        await go(pilot, "enter")
        await go(pilot, "f6")
        await go(pilot, "ctrl+o")

        assert "Bangun situs dahulu" in frame(pilot.app)


@pytest.mark.parametrize(
    "found", [webbrowser.GenericBrowser("w3m"), webbrowser.Elinks("elinks")], ids=["w3m", "elinks"]
)
def test_a_browser_that_draws_into_this_terminal_is_not_asked(found, monkeypatch):
    """It would paint over the screen."""
    monkeypatch.setattr(webbrowser, "get", lambda: found)

    assert not open_page("file:///tidak-ada")


def test_no_browser_at_all_is_no_error(monkeypatch):
    """The address is shown instead."""

    def none():
        raise webbrowser.Error

    monkeypatch.setattr(webbrowser, "get", none)

    assert not open_page("file:///tidak-ada")


async def test_extending_publishes_the_present_list(workspace):
    """A further edition with the new end."""
    time = clock()
    async with running(workspace, time=time) as pilot:
        await announced(pilot)
        time.set(2022, 9, 28, 9, 0)
        session = pilot.app.session
        receive_usulan(session.store, session.act(), nama="Contoh Usulan", isi="Belum terdaftar")
        session.reread()
        await go(pilot, "ctrl+e")
        await fill(pilot, selesai="14-10-2022 16.00", nomor="800/2", alasan="Masih ada usulan")

        assert (Fase.PERPANJANGAN, 2) == (instansi(pilot).fase, instansi(pilot).edisi_terakhir)
        assert 57 == len([row for row in session.people() if row.status is StatusPegawai.TERVERIFIKASI])


async def test_what_an_extension_needs_is_shown_while_the_window_is_open(with_waiting):
    """The gates of a further edition; before, those of the first."""
    async with running(with_waiting, size=(120, 40)) as pilot:
        await announced(pilot)

        assert "Yang harus terpenuhi untuk memperpanjang" in frame(pilot.app)
        assert "4 baris impor masih menunggu keputusan" in frame(pilot.app)
