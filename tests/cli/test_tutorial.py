"""The README's tutorial, run as it stands in a shell, and what must be true afterwards."""

import gzip
import os
import re
import shutil
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import openpyxl
import pytest

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "tests" / "samples"


def tutorial() -> str:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    found = re.search(r"^```sh tutorial\n(.*?)^```", readme, re.DOTALL | re.MULTILINE)
    assert found is not None
    return found[1]


@pytest.fixture(scope="module")
def done(tmp_path_factory):
    """A folder in which the tutorial was followed to the end."""
    folder = tmp_path_factory.mktemp("tutorial")
    shutil.copytree(SAMPLES, folder / "samples")
    script = f'set -e\npendataan() {{ "{sys.executable}" -m cli "$@"; }}\n{tutorial()}'
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "XDG_STATE_HOME": str(folder / "log")}
    run = subprocess.run(
        ["bash", "-c", script],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert run.returncode == 0, run.stdout[-3000:] + run.stderr[-3000:]
    return folder, run.stdout


def pendataan(folder: Path, *args: str) -> subprocess.CompletedProcess[str]:
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "PENDATAAN_WORKSPACE": str(folder / "kerja"),
        "PENDATAAN_OPERATOR": "Sri Petugas",
        "PENDATAAN_WAKTU": "2022-11-01T09:00+07:00",
        "XDG_STATE_HOME": str(folder / "log"),
    }
    return subprocess.run(
        [sys.executable, "-m", "cli", *args],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_the_tutorial_ends_with_a_locked_agency(done):
    """`instansi lihat` says FINAL."""
    folder, _output = done

    assert '"fase": "FINAL"' in pendataan(folder, "instansi", "lihat", "3375", "--json").stdout


@pytest.mark.parametrize(
    "change",
    [
        ("impor", "samples/puskesmas-semikolon.csv", "--instansi", "3375"),
        ("verifikasi", "3375-000001", "--instansi", "3375"),
        ("pegawai", "tambah", "--instansi", "3375", "--isi", "nama=Baru"),
        ("pegawai", "ubah", "3375-000001", "--instansi", "3375", "--isi", "jabatan=Lain"),
        ("pegawai", "kembalikan", "3375-000001", "--instansi", "3375", "--alasan", "x"),
        ("pegawai", "coret", "3375-000001", "--instansi", "3375", "--sebab", "keluar", "--alasan", "x"),
        ("pegawai", "putuskan", "3375-000001", "TMS", "--instansi", "3375", "--alasan", "x"),
        ("instansi", "atur", "3375", "--tempat", "Lain"),
        ("usulan", "tambah", "--instansi", "3375", "--nama", "X", "--isi", "Y"),
        ("sanggahan", "tambah", "3375-000001", "--instansi", "3375", "--isi", "Y"),
        ("susun-final", "--instansi", "3375"),
        ("buka-kembali", "--instansi", "3375", "--alasan", "x"),
        ("perpanjang", "--instansi", "3375", "--nomor", "1", "--sampai", "2022-12-31", "--alasan", "x"),
        ("prafinalisasi", "--instansi", "3375", "--nomor", "1", "--sampai", "2022-12-31"),
        ("finalisasi", "--instansi", "3375", "--nomor", "1", "--ya"),
    ],
)
def test_after_finalisasi_every_change_is_refused(done, change):
    """Exit code 1, an Indonesian sentence, no new line in the journal."""
    folder, _output = done
    journal = folder / "kerja" / "instansi" / "3375" / "journal.log"
    before = journal.read_bytes()

    result = pendataan(folder, *change)

    assert (1, "Gagal: ", before) == (result.returncode, result.stderr[:7], journal.read_bytes())


def private_values() -> set[str]:
    """Every NIK, KK, phone and e-mail in the samples, and birth dates in the ways people write them."""
    found: set[str] = set()
    for path in SAMPLES.glob("*.xlsx"):
        with closing(openpyxl.load_workbook(path, read_only=True)) as book:
            for sheet in book:
                for row in sheet.iter_rows(values_only=True):
                    found |= {cell.strip() for cell in row if isinstance(cell, str)}
    text = (SAMPLES / "puskesmas-semikolon.csv").read_text(encoding="cp1252")
    found |= {cell for line in text.splitlines() for cell in line.split(";")}
    private = {cell for cell in found if re.fullmatch(r"\d{16}|0812\d{8}|[^@\s]+@[^@\s]+", cell)}
    assert len(private) > 4_000
    return private


def test_nothing_private_is_in_the_site(done):
    """No NIK, KK, phone or e-mail of any sample in any file of the site, compressed ones included."""
    folder, _output = done
    site = b"\n".join(
        gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
        for path in (folder / "kerja" / "situs").rglob("*")
        if path.is_file()
    )
    text = site.decode("utf-8", "ignore")
    words = set(re.findall(r"[\w.+-]+@[\w.-]+|\d{10,}", text))

    assert set() == private_values() & words


def test_search_finds_people_of_the_final_list(done):
    """`cari` prints the registration number."""
    folder, _output = done

    assert "3375-" in pendataan(folder, "cari", "zulfikar", "utomo").stdout


def test_everything_is_sound_at_the_end(done):
    """`periksa` finds nothing."""
    folder, _output = done

    result = pendataan(folder, "periksa")
    assert (0, "") == (result.returncode, result.stderr)
