"""The whole job of the README's tutorial, done once in the terminal at 80x24, and what must be true afterwards."""

import asyncio
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest

from registry.desk.periksa import Places, verify_instansi
from registry.model import tables
from registry.model.codes import Fase
from registry.workspace import Workspace
from tests.cli.test_tutorial import follow
from tests.tui import tutorial
from tests.tui.driving import hurry
from tests.tui.frames import frame
from tests.tui.pilots import WIB, Clock, running

SITI = "3375015203909001"


@dataclass
class Journey:
    """Where it was done; what stood on the screen at places that are looked at; the journal before and after late changes."""

    folder: Path
    seen: dict[str, str] = field(default_factory=dict)
    journals: list[bytes] = field(default_factory=list)

    @property
    def workspace(self):
        return self.folder / "kerja"

    def keep_journal(self):
        self.journals.append((self.workspace / "instansi" / "3375" / "journal.log").read_bytes())


async def travel(journey):
    """From an empty workspace to the built site of a final agency; `running` fails if anything unexpected is logged."""
    Workspace.init(journey.workspace)
    time = Clock(datetime(2022, 9, 20, 8, 0, tzinfo=WIB))
    async with running(journey.workspace, time=time) as pilot:
        await tutorial.begin(pilot)
        await tutorial.take_in_all(pilot, journey.folder)
        await tutorial.decide_what_waits(pilot)
        await tutorial.announce(pilot)
        time.set(2022, 9, 23, 10, 0)
        await tutorial.receive(pilot)
        await tutorial.decide_masukan(pilot)
        await tutorial.verify(pilot)
        time.set(2022, 10, 3, 9, 0)
        await tutorial.finish(pilot, journey.folder)
        journey.seen["final"] = frame(pilot.app)
        await tutorial.build(pilot)
        journey.seen["situs"] = frame(pilot.app)
        await tutorial.press(pilot, "ctrl+r")
        journey.seen["riwayat"] = frame(pilot.app)
        journey.keep_journal()
        await tutorial.try_to_change(pilot)
        journey.seen["sesudah"] = frame(pilot.app)
        journey.keep_journal()


@pytest.fixture(scope="module")
def journey(tmp_path_factory):
    """The tutorial, followed in the terminal."""
    done = Journey(tmp_path_factory.mktemp("terminal"))
    with pytest.MonkeyPatch.context() as patch:
        hurry(patch)
        asyncio.run(travel(done))
    return done


@pytest.fixture(scope="module")
def by_command(tmp_path_factory):
    """The tutorial, followed with the commands of the README."""
    folder = tmp_path_factory.mktemp("perintah")
    follow(folder)
    return folder / "kerja"


def opened(path):
    return Workspace.open(path).open_store("3375", "siti", readonly=True)


def sums(path):
    """What can be counted in a record: people, files, rows that waited, usulan and sanggahan, editions."""
    with opened(path) as store:
        return {
            "fase": store.instansi.fase,
            "pegawai": Counter((row.status, row.syarat_berlaku, row.unit_kerja) for row in store.rows(tables.PEGAWAI)),
            "impor": {row.berkas: row.hasil for row in store.rows(tables.IMPOR)},
            "tunggu": Counter((row.sebab, row.putusan, row.alasan) for row in store.rows(tables.TUNGGU)),
            "masukan": {row.tanda_terima: (row.status, row.alasan) for row in store.rows(tables.MASUKAN)},
            "edisi": [(row.nomor, row.tahap, row.jumlah) for row in store.rows(tables.EDISI)],
            "pengaturan": (
                store.instansi.kop,
                store.instansi.ppk,
                store.instansi.tempat,
                store.instansi.alamat_masukan,
            ),
        }


def siti(path):
    """The person granted from the usulan, as far as the README tells the command about her."""
    with opened(path) as store:
        one = store.get(tables.PEGAWAI, store.by_nik(SITI))
    began = [decree.tanggal_mulai for decree in one.riwayat]
    return one.nama, one.tanggal_lahir, one.jenis_kelamin, one.sumber_gaji, one.jabatan, began, one.syarat_berlaku


def test_the_terminal_and_the_commands_reach_the_same(journey, by_command):
    """FINAL, with the same people, outcomes of files, decisions, settings and editions."""
    assert sums(by_command) == sums(journey.workspace)
    assert siti(by_command) == siti(journey.workspace)
    assert Fase.FINAL is sums(journey.workspace)["fase"]


def test_the_room_of_finalising_is_calm_at_the_end(journey):
    """Both editions, each with its number."""
    assert "1. Prafinalisasi  nomor 800/685-BKPSDM" in journey.seen["final"]
    assert "2. Final  nomor 800/950-BKPSDM" in journey.seen["final"]


def cells(path):
    """Everything in the first sheet."""
    return list(openpyxl.load_workbook(path).worksheets[0].values)


def test_the_files_that_were_asked_for_are_there(journey, by_command):
    """The letter, and what goes back to the unit: cell for cell what the command writes."""
    assert cells(by_command.parent / "perbaiki-pendidikan.xlsx") == cells(journey.folder / "perbaiki.xlsx")
    assert (journey.folder / "sptjm.pdf").read_bytes().startswith(b"%PDF")


def test_the_site_has_the_page_of_the_final_list(journey):
    """Built by the child process; the room says so."""
    page = journey.workspace / "situs" / "instansi" / "kota-pekalongan" / "2-final" / "index.html"

    assert "800/950-BKPSDM" in page.read_text(encoding="utf-8")
    assert "Situs siap di" in journey.seen["situs"]


def test_the_journal_tells_it_all(journey):
    """The newest entry on top of the room; each line of the file is one of its entries."""
    with opened(journey.workspace) as store:
        length = store.head.seq

    assert length == len(journey.journals[0].splitlines())
    assert f"{length} dari {length} entri" in journey.seen["riwayat"]
    assert "Finalisasi" in journey.seen["riwayat"]


def test_after_the_lock_keys_that_write_do_nothing(journey):
    """The journal stays byte for byte; the room says that it is locked."""
    before, after = journey.journals

    assert before == after
    assert "terkunci pada tahap Final" in journey.seen["sesudah"]


def test_everything_is_sound_at_the_end(journey):
    """Journal, view, files and editions: `periksa` finds nothing."""
    ws = Workspace.open(journey.workspace)
    places = Places(ws.instansi_folder("3375"), ws.terbitan_folder("3375"), ws.periode_for)

    assert () == verify_instansi("3375", places).temuan
