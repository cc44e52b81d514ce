"""An operator in a hurry: typos and wrong orders of steps are refused in a sentence, and nothing is lost or half done."""

import json

import pytest

from tests.cli.conftest import ROOT

SAMPLE = ROOT / "tests" / "samples" / "puskesmas-semikolon.csv"
MOMENT = "2022-09-20T08:00+07:00"


@pytest.fixture
def busy(run):
    """An agency with one file taken in."""

    def call(*args, **more):
        return run(*args, PENDATAAN_WAKTU=MOMENT, **more)

    for args in (("init",), ("instansi", "tambah", "3375"), ("impor", SAMPLE, "--instansi", "3375")):
        call(*args, check=True)
    return call


@pytest.mark.parametrize(
    ("args", "word"),
    [
        (("surat", "rekap", "--keluar", "tidak/ada.pdf"), "tidak dapat ditulis"),
        (("impor", SAMPLE, "--tolakan", "tidak/ada.xlsx"), "folder tidak ada"),
        (("impor", SAMPLE, "--tolakan", SAMPLE), "menimpa"),
        (("verifikasi", "--unit", "Tidak Ada"), "Tidak ada orang di unit"),
        (("riwayat", "--pegawai", "3375-999999"), "Tidak ada pegawai"),
        (("berkas", "lihat", "I-000009"), "Tidak ada berkas"),
        (("prafinalisasi", "--nomor", "1", "--sampai", "2022-09-30", "--tanggal", "2032-09-20"), "terlalu jauh"),
        (("surat", "pengumuman", "--keluar", "p.pdf"), "Belum ada pengumuman"),
    ],
)
def test_a_slip_is_refused_in_a_sentence(args, word, busy, tmp_path):
    """Exit code 1, Indonesian, no technical failure, journal unchanged."""
    journal = tmp_path / "kerja" / "instansi" / "3375" / "journal.log"
    before = journal.read_bytes()

    result = busy(*args, "--instansi", "3375")

    assert (1, True, False, before) == (
        result.returncode,
        word in result.stderr,
        "tidak terduga" in result.stderr,
        journal.read_bytes(),
    )


@pytest.mark.parametrize("kode", ["33.75", " 3375 "])
def test_a_code_may_be_written_with_dots(kode, busy):
    """As Kemendagri prints it."""
    assert 0 == busy("status", "--instansi", kode).returncode


def test_a_clock_that_cannot_be_right_writes_nothing(busy):
    """An entry of the year 9999 would lock the journal for good."""
    result = busy("instansi", "atur", "3375", "--tempat", "X", "--waktu", "9999-12-31T23:59:59Z")

    assert (1, True) == (result.returncode, "jam komputer" in result.stderr)


def test_a_number_given_twice_counts_once(busy):
    """What is printed is what was done."""
    said = busy(
        "pegawai", "coret", "3375-000001", "3375-000001", "--instansi", "3375", "--sebab", "keluar", "--alasan", "x"
    )

    assert "1 orang dicoret.\n" == said.stdout


def test_a_wrong_crossing_out_can_be_taken_back(busy):
    """With a reason; the person is a draft again."""
    busy("pegawai", "coret", "3375-000001", "--instansi", "3375", "--sebab", "keluar", "--alasan", "x", check=True)
    busy("pegawai", "pulihkan", "3375-000001", "--instansi", "3375", "--alasan", "keliru", check=True)

    person = json.loads(busy("pegawai", "lihat", "3375-000001", "--instansi", "3375", "--json", check=True).stdout)

    assert "DRAF" == person.get("status", "DRAF")


def test_a_preview_writes_nothing(busy, tmp_path):
    """`prafinalisasi --coba` tells what would be announced."""
    busy("pegawai", "putuskan", "--perlu-putusan", "MS", "--instansi", "3375", "--alasan", "x")
    journal = tmp_path / "kerja" / "instansi" / "3375" / "journal.log"
    before = journal.read_bytes()

    result = busy("prafinalisasi", "--instansi", "3375", "--nomor", "1", "--sampai", "2022-09-30", "--coba")

    assert (0, "Akan diumumkan", before) == (result.returncode, result.stdout[:14], journal.read_bytes())


def test_every_file_that_arrived_can_be_looked_up(busy):
    """With the outcome of every row, as it was reported then."""
    listed = json.loads(busy("berkas", "daftar", "--instansi", "3375", "--json", check=True).stdout)
    rows = json.loads(busy("berkas", "lihat", "I-000001", "--instansi", "3375", "--json", check=True).stdout)

    assert [("I-000001", SAMPLE.name, len(rows))] == [
        (one["nomor"], one["berkas"], sum(one["hasil"].values())) for one in listed
    ]


def test_the_rejects_can_be_written_again(busy, tmp_path):
    """The file for the unit was lost; the rows are not."""
    result = busy("berkas", "lihat", "I-000001", "--instansi", "3375", "--tolakan", "lagi.xlsx")

    assert (0, True) == (result.returncode, (tmp_path / "lagi.xlsx").stat().st_size > 0)


@pytest.mark.parametrize("command", [("instansi",), ("periksa",), ("bangun",), ("instansi", "tambah", "3375")])
def test_a_journal_that_was_taken_away_is_noticed(command, busy, tmp_path):
    """Nobody starts over in its place, and no site is built without knowing whom to protect."""
    (tmp_path / "kerja" / "instansi" / "3375" / "journal.log").unlink()

    assert 1 == busy(*command).returncode


def test_periksa_reads_the_rules_too(busy, tmp_path):
    """A periode file that cannot be read is a finding."""
    (tmp_path / "kerja" / "periode" / "2022.toml").write_text("kode = 1")

    found = json.loads(busy("periksa", "--json").stdout)["temuan"]

    assert ["periode-tidak-terbaca"] == [finding["kode"] for finding in found]
