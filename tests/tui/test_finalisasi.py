"""Finalising: every unmet line leads to where it is dealt with; the scan is looked at; the lock, and the calm after it."""

import pytest
from textual.widgets import OptionList, Static

from registry.model.codes import Fase
from registry.model.instansi import Ppk
from tests.registry.desk.test_sptjm import jpg, pdf, png
from tests.tui import forms
from tests.tui.frames import frame
from tests.tui.pilots import clock, running, settle
from tests.tui.scans import blank_pdf
from tests.tui.test_workflow import announce, fill, go, instansi, prepare
from tui.screens.pegawai import PegawaiScreen
from tui.widgets.checklist import Checklist


def late():
    """A clock after the window."""
    time = clock()
    time.set(2022, 10, 2, 8, 0)
    return time


def checklist(pilot):
    return pilot.app.screen.query_one(Checklist)


def titles(pilot):
    """The first line of every line of the checklist."""
    return [line.text.plain.splitlines()[0] for line in checklist(pilot).lines]


async def choose(pilot, words):
    """Put the highlight on the line with these words."""
    lines = checklist(pilot).lines
    checklist(pilot).highlighted = next(n for n, line in enumerate(lines) if words in line.text.plain)
    await settle(pilot)


def static(pilot, name):
    return str(pilot.app.screen.query_one(name, Static).content)


@pytest.mark.parametrize(
    ("words", "room"),
    [("MS/TMS diputuskan", "pegawai"), ("Semua data diverifikasi", "pegawai"), ("Baris impor diputus", "keputusan")],
)
async def test_an_unmet_line_leads_to_where_it_is_done(with_waiting, words, room):
    """Enter goes to the room."""
    async with running(with_waiting) as pilot:
        await go(pilot, "enter")
        await go(pilot, "f7")
        await choose(pilot, words)
        await go(pilot, "enter")

        assert room == pilot.app.screen.place


async def test_the_people_shown_are_those_the_line_is_about(with_waiting):
    """Whoever needs a decision, and nobody else."""
    async with running(with_waiting) as pilot:
        await go(pilot, "enter")
        await go(pilot, "f7")
        await choose(pilot, "MS/TMS diputuskan")
        await go(pilot, "enter")
        room = pilot.app.screen

        assert isinstance(room, PegawaiScreen)
        assert "?" == room.wanted.syarat
        assert {None} == {row.syarat_berlaku for row in room.query_one("#people").listing.shown()}


async def test_a_click_leads_there_too(with_waiting):
    """No keyboard needed."""
    async with running(with_waiting) as pilot:
        await go(pilot, "enter")
        await go(pilot, "f7")
        line = next(n for n, text in enumerate(frame(pilot.app).splitlines()) if "Baris impor diputus" in text)
        await pilot.click(offset=(20, line))
        await settle(pilot)

        assert "keputusan" == pilot.app.screen.place


async def test_missing_blanks_of_the_sptjm_are_named(workspace):
    """With the way to the settings; what is told shows its value."""
    async with running(workspace) as pilot:
        await prepare(pilot)
        await announce(pilot)
        await go(pilot, "f7")
        text = "\n".join(titles(pilot))

        assert "[ada]       Nama PPK  Contoh Wali Kota" in text
        assert "[kosong]    Kop surat  -> Pengaturan" in text
        assert "[boleh]     NIP PPK  -> Pengaturan" in text


async def test_before_the_letter_is_written_it_is_said_what_stays_empty(ready, tmp_path):
    """The operator can still go back and fill it in."""
    async with running(ready, time=late()) as pilot:
        await go(pilot, "enter")
        await go(pilot, "f7")
        await go(pilot, "p")

        assert "Belum diisi dan akan dicetak kosong: Kop surat" in frame(pilot.app)

        await fill(pilot, nomor="800/2")
        await fill(pilot, path=str(tmp_path / "sptjm.pdf"))
        assert (tmp_path / "sptjm.pdf").read_bytes().startswith(b"%PDF")


async def attach(pilot, path):
    await go(pilot, "enter")
    await go(pilot, "f7")
    await go(pilot, "l")
    await fill(pilot, path=str(path))


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (png(), "bukan PDF atau JPG"),
        (b"", "nol bita"),
        (jpg()[:400], "rusak"),
        (pdf(owner="kunci"), "bersandi atau terkunci"),
        (b"%PDF-1.4" + bytes(6_000_000), "lebih besar dari 5 MB"),
    ],
    ids=["png", "empty", "cut", "locked", "large"],
)
async def test_an_unsound_scan_is_refused_before_anything_is_asked(ready, tmp_path, data, said):
    """What is wrong, which file, what to do; the scan attached before stays."""
    (tmp_path / "scan.pdf").write_bytes(data)
    async with running(ready, time=late()) as pilot:
        await go(pilot, "enter")
        before = instansi(pilot).sptjm
        await go(pilot, "f7")
        await go(pilot, "l")
        await fill(pilot, path=str(tmp_path / "scan.pdf"))
        text = frame(pilot.app)

        assert ("Belum berhasil" in text, said in text, before) == (True, True, instansi(pilot).sptjm)


async def test_a_sound_scan_is_described_and_attached(ready, tmp_path):
    """Kind, pages and size, to be compared with the paper; it replaces the one before."""
    async with running(ready, time=late()) as pilot:
        await attach(pilot, blank_pdf(tmp_path / "baru.pdf"))
        text = frame(pilot.app)
        await fill(pilot, nomor="800/99")

        assert "baru.pdf: PDF, 1 halaman, 1 KB" in text
        assert "800/99" == instansi(pilot).sptjm.nomor


async def lock(pilot, name):
    await go(pilot, "enter")
    await go(pilot, "f7")
    await go(pilot, "k")
    await fill(pilot, nomor="800/3-FINAL")
    await fill(pilot, typed=name)


@pytest.mark.parametrize("name", ["kota pekalongan", "  KOTA   Pekalongan "])
async def test_case_and_blanks_of_the_typed_name_do_not_matter(ready, name):
    """It is a confirmation, no spelling test."""
    async with running(ready, time=late()) as pilot:
        await lock(pilot, name)

        assert Fase.FINAL is instansi(pilot).fase


async def test_after_the_lock_everything_is_told_calmly(ready):
    """What was published when, fingerprints, where the files are, what one can still do; no checklist any more."""
    async with running(ready, time=late()) as pilot:
        await lock(pilot, "Kota Pekalongan")
        text = static(pilot, "#facts")
        store = pilot.app.session.store

        assert "2. Final  nomor 800/3-FINAL, 2 Oktober 2022" in text
        assert instansi(pilot).sidik_final in text
        assert next(row.sidik for row in store.rows("edisi") if row.nomor == 2) in text
        assert str(ready / "terbitan" / "3375" / "2-final.json") in text
        assert str(store.file(instansi(pilot).sptjm.pindaian)) in text
        assert "Yang masih dapat dilakukan" in text
        assert not pilot.app.screen.query_one(Checklist).display


async def test_the_locked_state_is_scrolled_by_the_keyboard(ready):
    """All of it can be read at 80x24."""
    async with running(ready, time=late()) as pilot:
        await lock(pilot, "Kota Pekalongan")
        await go(pilot, "end")

        assert "Yang masih dapat dilakukan" in frame(pilot.app)


async def test_the_keyboard_reaches_every_line(workspace):
    """The list follows the highlight."""
    async with running(workspace) as pilot:
        await prepare(pilot)
        await announce(pilot)
        await go(pilot, "f7")
        await go(pilot, "end")

        assert "Laman pengumuman" in frame(pilot.app)
        assert isinstance(pilot.app.screen.focused, OptionList)


async def test_settings_are_one_key_away(workspace):
    """Enter on a blank of the letter."""
    async with running(workspace) as pilot:
        await prepare(pilot)
        await announce(pilot)
        await go(pilot, "f7")
        await choose(pilot, "Jabatan PPK")
        await go(pilot, "enter")

        assert "Wali Kota Pekalongan" == forms.stands(pilot, "ppk_jabatan")
        assert Ppk("Contoh Wali Kota", "Wali Kota Pekalongan") == instansi(pilot).ppk
