"""A workspace with one agency and one imported file, made once and copied for each test."""

import shutil
from datetime import datetime, timedelta

import pytest

from registry.desk import impor
from registry.intake.importing import plan_import
from registry.model.act import Act
from registry.reference.instansi import regions
from registry.workspace import Workspace
from tests.tui.pilots import SAMPLES, WIB


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


@pytest.fixture(scope="session")
def made_workspace(tmp_path_factory):
    return make(tmp_path_factory.mktemp("made") / "ruang", "puskesmas-semikolon.csv")


@pytest.fixture
def workspace(made_workspace, tmp_path):
    """Kota Pekalongan with the 60 rows of a puskesmas."""
    return shutil.copytree(made_workspace, tmp_path / "ruang")


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
