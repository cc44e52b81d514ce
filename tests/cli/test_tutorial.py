"""The README's tutorial, run as it stands in a shell, and what must be true afterwards."""

import json
import os
import re
import shutil
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import openpyxl
import pypdfium2
import pytest

from tests.cli.conftest import ROOT, pendataan

SAMPLES = ROOT / "tests" / "samples"
LATER = "2022-11-01T09:00+07:00"


def tutorial() -> str:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    found = re.search(r"^```sh tutorial\n(.*?)^```", readme, re.DOTALL | re.MULTILINE)
    assert found is not None
    return found[1]


def follow(folder: Path) -> str:
    """Run the tutorial in this folder; return what it printed. Its workspace is `kerja`."""
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
    return run.stdout


@pytest.fixture(scope="module")
def done(tmp_path_factory):
    """A folder in which the tutorial was followed to the end."""
    folder = tmp_path_factory.mktemp("tutorial")
    return folder, follow(folder)


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

    result = pendataan(folder, *change, PENDATAAN_WAKTU=LATER)

    assert (1, "Gagal: ", before) == (result.returncode, result.stderr[:7], journal.read_bytes())


MONTHS = "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split()


def written(day: str) -> set[str]:
    """A birth date (ISO) in the ways people write one."""
    year, month, date = day.split("-")
    numeric = {f"{date}{sign}{month}{sign}{year}" for sign in "-/."}
    return {day, *numeric, f"{int(date)} {MONTHS[int(month) - 1]} {year}"}


def private_values() -> set[str]:
    """NIKs and birth dates the expectations of all seven samples name, phones and e-mails of the largest."""
    rows = [row for path in SAMPLES.glob("*.harapan.json") for row in json.loads(path.read_bytes())["baris"]]
    found = {row[key] for row in rows for key in ("nik", "nik_asli") if row.get(key)}
    for row in rows:
        found |= written(row["tanggal_lahir"]) if row.get("tanggal_lahir") else set()
    with closing(openpyxl.load_workbook(SAMPLES / "pekalongan-bersih.xlsx", read_only=True)) as book:
        cells = {str(cell) for row in book.active.iter_rows(values_only=True) for cell in row}
    found |= {cell for cell in cells if re.fullmatch(r"0812\d{8}|[^@\s]+@[^@\s]+", cell)}
    assert len(found) > 14_000
    return found


def text_of(path: Path) -> str:
    """Everything readable in a published file."""
    if path.suffix == ".pdf":
        with pypdfium2.PdfDocument(path) as document:
            return "\n".join(page.get_textpage().get_text_bounded() for page in document)
    return path.read_bytes().decode("utf-8", "ignore")


def test_nothing_private_is_in_the_site(done):
    """No NIK, birth date, phone or e-mail of any sample in any file of the site, letters included."""
    folder, _output = done
    files = [path for path in (folder / "kerja" / "situs").rglob("*") if path.is_file()]
    text = "\n".join(map(text_of, files))
    month = "|".join(MONTHS)
    pattern = rf"[\w.+-]+@[\w.-]+|\d{{10,}}|\d{{4}}-\d\d-\d\d|\d\d([-/.])\d\d\1\d{{4}}|\d{{1,2}} (?:{month}) \d{{4}}"
    seen = {found[0] for found in re.finditer(pattern, text)}

    assert (set(), True) == (private_values() & seen, any(path.suffix == ".pdf" for path in files))


def test_search_finds_people_of_the_final_list(done):
    """`cari` prints the registration number."""
    folder, _output = done

    assert "3375-" in pendataan(folder, "cari", "zulfikar", "utomo").stdout


def test_everything_is_sound_at_the_end(done):
    """`periksa` finds nothing."""
    folder, _output = done

    result = pendataan(folder, "periksa")
    assert (0, "") == (result.returncode, result.stderr)
