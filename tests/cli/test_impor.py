"""`pendataan impor`: what programs and operators rely on."""

import json
from pathlib import Path

import pytest

SAMPLES = Path(__file__).parents[1] / "samples"
OUTCOMES = ["diterima", "diperbarui", "sama", "ditolak", "menunggu", "dilewati"]


@pytest.fixture
def ready(run):
    """`init` and `instansi tambah 3375` done: enough to import."""
    run("init", check=True)
    run("instansi", "tambah", "3375", check=True)
    return run


def planned(run, *args):
    return json.loads(run("impor", *args, "--instansi", "3375", "--coba", "--json", check=True).stdout)


def test_the_dry_run_has_the_documented_shape(ready):
    """The keys of the answer and of each row, in full."""
    answer = planned(ready, SAMPLES / "puskesmas-semikolon.csv")

    row = {"lembar", "nomor", "hasil", "jenis", "nik", "nama", "tanggal_lahir", "syarat", "temuan"}
    assert ({"berkas", "sha256", "baris_dibaca", "hasil", "baris"}, {frozenset(row)}) == (
        set(answer),
        {frozenset(line) for line in answer["baris"]},
    )


@pytest.mark.parametrize(
    "file", sorted(path.name for path in SAMPLES.iterdir() if path.suffix in {".xlsx", ".xls", ".csv"})
)
def test_every_row_read_is_listed_and_the_counts_add_up(ready, file):
    """baris_dibaca = sum of the six outcomes = rows listed."""
    answer = planned(ready, SAMPLES / file)

    read = answer["baris_dibaca"]
    assert ([read, read], OUTCOMES) == ([sum(answer["hasil"].values()), len(answer["baris"])], list(answer["hasil"]))


def test_a_dry_run_writes_nothing(ready, tmp_path):
    """Not a byte of the workspace changes."""

    def state():
        return {path: path.read_bytes() for path in (tmp_path / "kerja").rglob("*") if path.is_file()}

    before = state()
    planned(ready, SAMPLES / "puskesmas-semikolon.csv")

    assert before == state()


def test_a_file_that_is_no_spreadsheet_is_refused_whole(ready, tmp_path):
    """ditolak_utuh, a finding, exit code 1."""
    (tmp_path / "gambar.xlsx").write_bytes(b"\x89PNG not a workbook")

    result = ready("impor", tmp_path / "gambar.xlsx", "--instansi", "3375", "--coba", "--json")
    answer = json.loads(result.stdout)

    assert (1, True, ["kode", "kolom", "nilai", "pesan"]) == (
        result.returncode,
        answer["ditolak_utuh"],
        list(answer["temuan"][0]),
    )


def test_importing_twice_changes_nothing(ready):
    """The second time every person is `sama`."""
    ready("impor", SAMPLES / "puskesmas-semikolon.csv", "--instansi", "3375", check=True)

    again = planned(ready, SAMPLES / "puskesmas-semikolon.csv")

    assert (0, 0, 57) == (again["hasil"]["diterima"], again["hasil"]["diperbarui"], again["hasil"]["sama"])


def test_the_reject_file_can_be_imported_as_it_is(ready, tmp_path):
    """Refused rows come back as refused rows, none lost."""
    back = tmp_path / "perbaiki.xlsx"
    first = ready("impor", SAMPLES / "dinas-pendidikan-kotor.xlsx", "--instansi", "3375", "--tolakan", back, check=True)
    answer = planned(ready, back)

    taken = answer["hasil"]
    assert "24 baris yang perlu diperbaiki" in first.stdout
    assert 24 == taken["ditolak"] + taken["menunggu"] + taken["diterima"] + taken["sama"] + taken["diperbarui"]


def test_no_progress_bar_in_a_pipe(ready):
    """Standard error stays empty."""
    assert "" == ready("impor", SAMPLES / "pekalongan-bersih.xlsx", "--instansi", "3375", "--coba", check=True).stderr


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (("impor", "x.xlsx", "--instansi", "3375"), "tidak ada"),
        (("impor", "--instansi", "3375"), "Kurang argumen"),
        (("impor", str(SAMPLES / "puskesmas-semikolon.csv")), "Kurang opsi"),
    ],
)
def test_wrong_usage_is_said_in_indonesian(ready, args, says):
    """Exit code 2."""
    result = ready(*args)

    assert (2, True) == (result.returncode, says in result.stderr)


def test_an_unknown_instansi_is_refused(ready):
    """Exit code 1, and what to do."""
    result = ready("impor", SAMPLES / "puskesmas-semikolon.csv", "--instansi", "9999", "--coba")

    assert (1, True) == (result.returncode, "instansi tambah" in result.stderr)


REMEMBERED = {
    "format": "pemetaan/1",
    "pemetaan": [
        {"unit": "SD Negeri 1", "kepala": ["NIK", "Nama", "Tanggal Lahir", "Kolom A"], "kolom": {"0": "nik", "1": "nama", "2": "tanggal_lahir", "3": "jabatan"}}
    ],
}  # fmt: skip


@pytest.fixture
def remembering(ready, tmp_path):
    """A file of SD Negeri 1 with a column nobody can name, except who was asked before in the terminal."""
    beside = tmp_path / "kerja" / "instansi" / "3375" / "pemetaan.json"
    beside.write_text(json.dumps(REMEMBERED), encoding="utf-8")
    (tmp_path / "sd.csv").write_text(
        "NIK;Nama;Tanggal Lahir;Kolom A\n3375014505900001;Rina Contoh;05-05-1990;Pustakawan\n", encoding="utf-8"
    )
    return ready


def jabatan(run):
    people = json.loads(run("pegawai", "daftar", "--instansi", "3375", "--json", check=True).stdout)
    return [person.get("jabatan", "") for person in people]


def test_columns_are_read_as_remembered_for_the_unit(remembering, tmp_path):
    """What the operator told the terminal holds here too, and a line says so."""
    told = remembering("impor", tmp_path / "sd.csv", "--instansi", "3375", "--unit", "SD Negeri 1", check=True).stdout

    assert "Kolom dibaca menurut pemetaan yang diingat untuk unit SD Negeri 1; --tanpa-ingatan" in told
    assert ["Pustakawan"] == jabatan(remembering)


@pytest.mark.parametrize(
    "options", [("--unit", "SD Negeri 1", "--tanpa-ingatan"), ("--unit", "SD Negeri 2"), ()], ids=" ".join
)
def test_without_the_memory_the_header_alone_counts(remembering, tmp_path, options):
    """Asked not to, or for another unit."""
    told = remembering("impor", tmp_path / "sd.csv", "--instansi", "3375", *options, check=True).stdout

    assert "diingat" not in told
    assert [""] == jabatan(remembering)


def test_programs_are_told_beside_the_answer(remembering, tmp_path):
    """The JSON stays as documented; the line goes to the other stream."""
    done = remembering(
        "impor", tmp_path / "sd.csv", "--instansi", "3375", "--unit", "SD Negeri 1", "--json", check=True
    )

    assert "pemetaan yang diingat" in done.stderr
    assert 2 == json.loads(done.stdout)["baris_dibaca"]


def test_a_damaged_memory_is_told_and_left_aside(remembering, tmp_path):
    """The import goes on."""
    (tmp_path / "kerja" / "instansi" / "3375" / "pemetaan.json").write_text("{", encoding="utf-8")
    done = remembering("impor", tmp_path / "sd.csv", "--instansi", "3375", "--unit", "SD Negeri 1", check=True)

    assert "tidak terbaca" in done.stderr
    assert [""] == jabatan(remembering)
