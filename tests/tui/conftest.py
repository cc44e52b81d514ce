"""A workspace with one agency and one imported file, made once and copied for each test."""

import shutil
from datetime import date, datetime, timedelta

import pytest

from registry.desk import impor, pegawai, tahap
from registry.intake.importing import plan_import
from registry.model.act import Act
from registry.model.codes import StatusPegawai, Syarat
from registry.model.instansi import UjiPublik
from registry.reference.instansi import regions
from registry.workspace import Workspace
from tests.tui.driving import hurry
from tests.tui.pilots import SAMPLES, WIB
from tests.tui.scans import blank_pdf


@pytest.fixture(autouse=True)
def _impatient_pilot(monkeypatch):
    hurry(monkeypatch)


def make(path, *files):
    """A workspace for Kota Pekalongan with these samples imported."""
    ws = Workspace.init(path)
    now = datetime(2022, 9, 20, 9, 0, tzinfo=WIB)
    ws.add_instansi("3375", Act("siti", now))
    with ws.open_store("3375", "siti") as store:
        periode = ws.periode_for(store.instansi)
        for n, name in enumerate(files, 1):
            plan = plan_import(SAMPLES / name, periode=periode, known=impor.known(store), unit="", regions=regions())
            impor.apply_plan(store, plan, Act("siti", now + timedelta(hours=n)), file=SAMPLES / name)
    return path


def walk_to_sptjm(path):
    """Everyone verified, announced, window over, final list frozen, scan attached."""
    ws = Workspace.open(path)
    with ws.open_store("3375", "siti") as store:
        periode, terbitan = ws.periode_for(store.instansi), ws.terbitan_folder("3375")
        act = Act("siti", datetime(2022, 9, 22, 9, 0, tzinfo=WIB))
        if undecided := pegawai.nomor_with(store, undecided=True):
            pegawai.decide_syarat(store, undecided, Syarat.MS, Act("siti", act.waktu, "SK diperiksa"))
        pegawai.verify(store, pegawai.nomor_with(store, status=StatusPegawai.DRAF), act)
        window = UjiPublik(datetime(2022, 9, 23, 0, 0, tzinfo=WIB), datetime(2022, 9, 30, 16, 0, tzinfo=WIB))
        tahap.announce(store, terbitan, periode, act, uji_publik=window, nomor="800/1", tanggal=date(2022, 9, 22))
        later = Act("siti", datetime(2022, 10, 1, 9, 0, tzinfo=WIB))
        tahap.compose_final(store, periode, later)
        scan = blank_pdf(path / "pindaian.pdf")
        tahap.attach_sptjm(store, scan, later, nomor="800/2", tanggal=date(2022, 10, 1))


@pytest.fixture(scope="session")
def made_workspace(tmp_path_factory):
    return make(tmp_path_factory.mktemp("made") / "ruang", "puskesmas-semikolon.csv")


@pytest.fixture
def workspace(made_workspace, tmp_path):
    """Kota Pekalongan with the 60 rows of a puskesmas."""
    return shutil.copytree(made_workspace, tmp_path / "ruang")


@pytest.fixture(scope="session")
def made_ready(tmp_path_factory):
    path = make(tmp_path_factory.mktemp("made") / "siap", "puskesmas-semikolon.csv")
    walk_to_sptjm(path)
    return path


@pytest.fixture
def ready(made_ready, tmp_path):
    """Kota Pekalongan with its SPTJM attached, one step before FINAL."""
    return shutil.copytree(made_ready, tmp_path / "siap")


@pytest.fixture(scope="session")
def made_waiting(tmp_path_factory):
    return make(tmp_path_factory.mktemp("made") / "tunggu", "dinas-pendidikan-kotor.xlsx")


@pytest.fixture
def with_waiting(made_waiting, tmp_path):
    """Kota Pekalongan with rows that wait for a decision."""
    return shutil.copytree(made_waiting, tmp_path / "tunggu")


@pytest.fixture
def empty_workspace(tmp_path):
    """A workspace without any instansi."""
    Workspace.init(tmp_path / "kosong")
    return tmp_path / "kosong"
