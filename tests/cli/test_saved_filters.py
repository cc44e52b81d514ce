"""`pendataan pegawai daftar --pakai`: the terminal's saved filters on the command line."""

import json
from pathlib import Path

import pytest

from registry.desk.kelompok import Kelompok
from tui.people import Filter
from tui.saved_filters import keep_saved

SAMPLE = Path(__file__).parents[1] / "samples" / "puskesmas-semikolon.csv"


@pytest.fixture
def listed(run, tmp_path):
    """Names listed by `--pakai` with a filter kept as "dipakai", and further options."""
    run("init", check=True)
    run("instansi", "tambah", "3375", check=True)
    run("impor", SAMPLE, "--instansi", "3375", check=True)

    def names(wanted, *options):
        keep_saved(tmp_path / "kerja", "Dipakai", wanted)
        told = run("pegawai", "daftar", "--instansi", "3375", "--pakai", "dipakai", "--json", *options, check=True)
        return [person["nama"] for person in json.loads(told.stdout)]

    return names


def test_a_saved_filter_leaves_whom_it_leaves_in_the_terminal(listed):
    """Search words in any spelling, and people behind a bar of the statistics."""
    women = listed(Filter(kelompok=Kelompok("kelamin", "Perempuan")))
    together = listed(Filter(words="retno", kelompok=Kelompok("kelamin", "Perempuan")))

    assert 0 < len(women) < 57
    assert sorted(name for name in women if "retno" in name.casefold()) == sorted(together)
    assert together


def test_other_options_narrow_it_further(listed):
    """Both must hold."""
    everybody = listed(Filter(unit="Puskesmas Medono"))

    assert len(everybody) > len(listed(Filter(unit="Puskesmas Medono"), "--syarat", "TMS")) > 0


def test_a_name_that_is_not_kept_is_refused(listed, run):
    """With the names there are."""
    listed(Filter(syarat="MS"))
    told = run("pegawai", "daftar", "--instansi", "3375", "--pakai", "lain")

    assert 1 == told.returncode
    assert "Tidak ada saringan tersimpan bernama “lain”. Yang tersimpan: Dipakai." in told.stderr
