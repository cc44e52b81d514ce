"""A file in which no header is recognised: its first rows, a row named as header, and reading it so from then on."""

import pytest

from registry.errors import FileRefused
from registry.intake.peek import as_header, first_rows
from tests.registry.intake.files import outcomes, plan, text, xlsx

TITLE = ["Daftar orang", ""]
HEAD = ["Siapa", "Nomor", "Kapan", "Kerja apa"]
ANI = ["Ani Lestari", "3375015705900123", "17-05-1990", "Guru Kelas"]
COLUMNS = {0: "nama", 1: "nik", 2: "tanggal_lahir", 3: "jabatan"}


def told(texts):
    return COLUMNS if list(texts)[:4] == HEAD else None


@pytest.fixture
def path(tmp_path):
    return xlsx(tmp_path / "d.xlsx", TITLE, [], HEAD, ANI)


def test_such_a_file_is_refused_until_a_person_helps(path):
    """No header, no people."""
    with pytest.raises(FileRefused) as refused:
        plan(path)

    assert "kepala-tidak-ditemukan" == refused.value.code


def test_its_first_rows_can_be_seen(path):
    """With sheet and number; blank ones are left out."""
    assert [("Data", 1), ("Data", 3), ("Data", 4)] == [(row.lembar, row.nomor) for row in first_rows(path)]


def test_a_row_named_as_header_makes_it_a_table(path):
    """What stands above is a title, what stands below are people."""
    planned = plan(path, recall=told)

    assert [(4, "diterima")] == outcomes(planned)
    assert ("Guru Kelas", True) == (planned.baris[3].calon.jabatan, planned.columns[0].dikoreksi)


def test_a_text_file_too(tmp_path):
    """Without sheets."""
    assert [(2, "diterima")] == outcomes(plan(text(tmp_path / "d.csv", HEAD, ANI), recall=told))


def test_the_texts_of_the_named_row_are_guessed_at(path):
    """What can be recognised is filled in, with an example from below."""
    rows = first_rows(path)
    columns = as_header(rows, rows[1])

    assert (tuple(HEAD), tuple(ANI)) == (columns.teks, columns.contoh)
    assert set(columns.kolom.values()) <= {"nomor_urut", "jabatan"}
