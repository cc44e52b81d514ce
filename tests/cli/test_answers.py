"""`surat jawaban`: one letter for each decided usulan or sanggahan."""

import pytest

from tests.tui.inbox import make_inbox

REFUSED, GRANTED, OPEN = "U-3375-000002", "S-3375-000004", "U-3375-000001"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A workspace in its window, with two decided entries and two open ones."""
    path = tmp_path_factory.mktemp("jawaban")
    make_inbox(path / "kerja")
    return path


@pytest.fixture
def write(folder, run_in):
    """`surat jawaban` for these receipt numbers."""

    def run(*numbers, keluar):
        wanted = [part for number in numbers for part in ("--tanda-terima", number)]
        return run_in(
            folder, "surat", "jawaban", *wanted, "--instansi", "3375", "--tanggal", "2022-09-25", "--keluar", keluar
        )

    return run


def test_one_letter_goes_to_a_file(write, folder):
    """Named as the operator wants."""
    done = write(REFUSED, keluar="satu.pdf")

    assert (0, True) == (done.returncode, (folder / "satu.pdf").read_bytes().startswith(b"%PDF"))


def test_several_go_to_a_folder(write, folder):
    """A file each, named by the receipt number; the same input gives the same bytes."""
    (folder / "surat").mkdir()
    write(REFUSED, GRANTED, keluar="surat")
    write(REFUSED, keluar="dua.pdf")

    assert [f"jawaban-{GRANTED}.pdf", f"jawaban-{REFUSED}.pdf"] == sorted(
        path.name for path in (folder / "surat").iterdir()
    )
    assert (folder / "dua.pdf").read_bytes() == (folder / "surat" / f"jawaban-{REFUSED}.pdf").read_bytes()


@pytest.mark.parametrize(
    ("numbers", "keluar", "said"),
    [
        ((OPEN,), "x.pdf", f"Belum diputus: {OPEN}."),
        ((REFUSED, GRANTED), "x.pdf", "Sebutkan folder"),
        (("U-3375-000099",), "x.pdf", "U-3375-000099"),
        ((REFUSED,), "tidak/ada", "folder tidak ada"),
    ],
)
def test_what_cannot_be_written_is_refused_in_a_sentence(write, folder, numbers, keluar, said):
    """Exit code 1, and no file."""
    done = write(*numbers, keluar=keluar)

    assert (1, True, False) == (done.returncode, said in done.stderr, (folder / "x.pdf").exists())
