"""What becomes of a row: taken in, updated, the same, refused, or waiting for a person."""

import datetime as dt

import pytest
from msgspec import structs

from registry.model.codes import StatusPegawai
from tests.registry.intake.files import ANI, BUDI, CITRA, HEADER, codes, outcomes, person, plan, row, text, xlsx
from tests.registry.intake.harapan import Taken

HISTORY = ["NIK", "Nama", "Nomor SK", "Tanggal SK", "Tanggal Mulai", "Tanggal Akhir", "Jabatan"]


def stored(tmp_path, *rows, header=HEADER):
    """A record that took these rows in."""
    return Taken(plan(xlsx(tmp_path / "tersimpan.xlsx", header, *rows)))


def later(tmp_path, known, *rows, header=HEADER):
    """The plan of a later file."""
    return plan(xlsx(tmp_path / "baru.xlsx", header, *rows), known)


def test_same_file_again_is_recognised(tmp_path):
    """The number of the import that took it in; all rows are the same."""
    path = xlsx(tmp_path / "data.xlsx", HEADER, ANI, BUDI)
    again = plan(path, Taken(plan(path)))

    assert ("I-000001", [(2, "sama"), (3, "sama")]) == (again.already, outcomes(again))


def test_other_data_is_an_update_with_its_differences(tmp_path):
    """Only what differs is told, old and new."""
    planned = later(tmp_path, stored(tmp_path, ANI), person(ANI, Jabatan="Guru Agama", Unit_Kerja="SD Negeri 2"))

    assert ("diperbarui", (("jabatan", "Guru Kelas", "Guru Agama"), ("unit_kerja", "SD Negeri 1", "SD Negeri 2"))) == (
        row(planned, 2).baris.hasil,
        row(planned, 2).changes,
    )


def test_absent_column_and_empty_cell_change_nothing(tmp_path):
    """Neither a missing column nor an empty cell erases."""
    known = stored(tmp_path, ANI)
    header = [name for name in HEADER if name != "Jabatan"]
    cells = [cell for name, cell in zip(HEADER, person(ANI, Unit_Kerja=None), strict=True) if name != "Jabatan"]

    assert [(2, "sama")] == outcomes(later(tmp_path, known, cells, header=header))


def test_known_person_without_a_birth_date_column(tmp_path):
    """For a known NIK an absent birth date column changes nothing either."""
    planned = later(tmp_path, stored(tmp_path, ANI), [*ANI[:2], "Guru Agama"], header=["NIK", "Nama", "Jabatan"])

    assert [(2, "sama")] != outcomes(planned)
    assert [(2, "diperbarui")] == outcomes(planned)


def test_case_and_apostrophes_of_a_name_are_no_difference(tmp_path):
    """ANI MA’RUF and Ani Ma'ruf are one spelling."""
    known = stored(tmp_path, person(ANI, Nama_Lengkap="Ani Ma'ruf"))

    assert [(2, "sama")] == outcomes(later(tmp_path, known, person(ANI, Nama_Lengkap="ANI MA’RUF")))


def test_spelling_variant_is_an_update(tmp_path):
    """Muhammad and Moh. are one person; the new spelling is told."""
    known = stored(tmp_path, person(BUDI, Nama_Lengkap="Moh. Santoso"))
    planned = later(tmp_path, known, person(BUDI, Nama_Lengkap="Muhammad Santoso"))

    assert (("nama", "Moh. Santoso", "Muhammad Santoso"),) == row(planned, 2).changes


@pytest.mark.parametrize(
    ("changes", "sebab"),
    [
        ({"Nama_Lengkap": "Joko Widodo"}, "nik-sama-nama-beda"),
        ({"Tanggal_Lahir": "17-05-1991"}, "nik-sama-tanggal-lahir-beda"),
    ],
)
def test_same_nik_other_person_waits(tmp_path, changes, sebab):
    """A known NIK with another name or birth date waits, with the record it collides with."""
    planned = later(tmp_path, stored(tmp_path, ANI), person(ANI, **changes))
    found = row(planned, 2)

    assert ("menunggu", sebab, "3375-000001") == (found.baris.hasil, found.sebab, found.lawan)


def test_similar_person_with_another_nik_waits(tmp_path):
    """Same birth date, similar name, other NIK."""
    planned = later(tmp_path, stored(tmp_path, ANI), person(ANI, NIK="3375015705900777", Nama_Lengkap="Any Lestari"))
    found = row(planned, 2)

    assert ("menunggu", "mirip-orang-lain", ANI[0]) == (found.baris.hasil, found.sebab, found.lawan_nik)


def test_twins_are_two_people(tmp_path):
    """Same birth date, other names: no suspicion."""
    planned = plan(
        xlsx(tmp_path / "d.xlsx", HEADER, ANI, person(ANI, NIK="3375015705900124", Nama_Lengkap="Rina Lestari"))
    )

    assert [(2, "diterima"), (3, "diterima")] == outcomes(planned)


def test_duplicates_inside_a_file(tmp_path):
    """The same row, the same person with other data, another person under one NIK, a similar person under another."""
    rows = [
        ANI,
        ANI,
        person(ANI, Jabatan="Guru Agama"),
        person(ANI, Nama_Lengkap="Joko Widodo"),
        person(ANI, NIK="3375015705900777"),
    ]
    planned = plan(xlsx(tmp_path / "d.xlsx", HEADER, *rows))

    assert ["diterima", "sama", "diperbarui", "menunggu", "menunggu"] == [hasil for _, hasil in outcomes(planned)]
    assert "Guru Agama" == row(planned, 2).calon.jabatan


def test_crossed_out_person_who_comes_again_waits(tmp_path):
    """A record that was crossed out is not revived silently."""
    known = stored(tmp_path, ANI)
    known.people[ANI[0]] = structs.replace(known.people[ANI[0]], status=StatusPegawai.DICORET)

    assert "nik-sudah-dicoret" == row(later(tmp_path, known, ANI), 2).sebab


def test_numeric_nik_is_never_taken_in(tmp_path):
    """Even when its digits would be sound."""
    planned = plan(xlsx(tmp_path / "d.xlsx", HEADER, person(ANI, NIK=3375015705900120)))

    assert ([(2, "ditolak")], None, ["nik-dari-angka"]) == (
        outcomes(planned),
        row(planned, 2).baris.nik,
        codes(planned, 2),
    )


def test_numeric_nik_of_a_known_person_is_proposed(tmp_path):
    """Name, birth date and 15 digits fit one stored person: told, and left to a person."""
    planned = later(tmp_path, stored(tmp_path, ANI), person(ANI, NIK=3375015705900120))
    found = row(planned, 2)

    assert ("menunggu", "nik-dari-angka", ANI[0], None) == (
        found.baris.hasil,
        found.sebab,
        found.calon.nik,
        found.baris.nik,
    )
    assert "nik-usul-pemulihan" in codes(planned, 2)


def test_scientific_text_is_recovered_by_its_first_digits(tmp_path):
    """3,37502E+15 of a known person."""
    planned = later(tmp_path, stored(tmp_path, ANI), person(ANI, NIK="3,37502E+15"))

    assert ("menunggu", ["nik-ilmiah", "nik-usul-pemulihan"]) == (row(planned, 2).baris.hasil, codes(planned, 2))


@pytest.mark.parametrize(
    "cell",
    ['="3375015705900123"', "'3375015705900123", "33.7501.570590.0123", "3375 0157 0590 0123", "3375015705900123\xa0"],
)
def test_wrappers_and_separators_are_removed(tmp_path, cell):
    """A NIK in quotes, dots, blanks or a formula wrapper."""
    planned = plan(text(tmp_path / "d.csv", HEADER, person(ANI, NIK='"' + cell.replace('"', '""') + '"')))

    assert ANI[0] == row(planned, 2).baris.nik


def test_letters_for_digits_wait_with_a_proposal(tmp_path):
    """O for 0: corrected only by a person."""
    found = row(plan(xlsx(tmp_path / "d.xlsx", HEADER, person(ANI, NIK="3375O15705900123"))), 2)

    assert ("menunggu", "nik-huruf-mirip-angka", ANI[0]) == (found.baris.hasil, found.sebab, found.calon.nik)


def test_nik_and_kk_swapped(tmp_path):
    """The KK column holds the NIK: told and left to a person, with the NIK that fits the birth date."""
    path = xlsx(tmp_path / "d.xlsx", ["No KK", *HEADER], [ANI[0], *person(ANI, NIK="3375011407120622")])
    found = row(plan(path), 2)

    assert ("menunggu", "nik-kk-tertukar", ANI[0]) == (found.baris.hasil, found.sebab, found.calon.nik)


@pytest.mark.parametrize(
    ("changes", "kode"),
    [
        ({"NIK": None}, "nik-kosong"),
        ({"NIK": "337501570590012"}, "nik-bukan-16-angka"),
        ({"NIK": "0000000000000000"}, "nik-tiruan"),
        ({"Nama_Lengkap": None}, "nama-kosong"),
        ({"Tanggal_Lahir": None}, "tanggal-lahir-kosong"),
        ({"Tanggal_Lahir": "31-02-1990"}, "tanggal-lahir-mustahil"),
    ],
)
def test_without_identity_a_row_is_refused(tmp_path, changes, kode):
    """No usable NIK, name or birth date."""
    planned = plan(xlsx(tmp_path / "d.xlsx", HEADER, person(ANI, **changes), BUDI))

    assert ("ditolak", True) == (row(planned, 2).baris.hasil, kode in codes(planned, 2))


def test_two_dates_in_a_birth_date_cell_wait(tmp_path):
    """Which one is right, a person says."""
    planned = plan(xlsx(tmp_path / "d.xlsx", HEADER, person(ANI, Tanggal_Lahir="17-05-1990 / 18-05-1990")))

    assert "tanggal-lahir-dua-tanggal" == row(planned, 2).sebab


def test_hidden_sheets_are_read_and_told(tmp_path):
    """Rows of a hidden sheet have outcomes and say where they come from."""
    planned = plan(xlsx(tmp_path / "d.xlsx", sheets={"Data": [HEADER, ANI], "Lama": [HEADER, BUDI]}, hidden=["Lama"]))

    assert ["lembar-tersembunyi"] == [f.kode for f in row(planned, 2, "Lama").baris.temuan]


def test_history_is_merged_and_assessed_again(tmp_path):
    """Two decrees of a known person: the second row's person cells are blank."""
    known = stored(tmp_path, person(ANI, TMT="01-07-2021"))
    rows = [
        [ANI[0], ANI[1], "814/1", "20-12-2018", "01-01-2019", "31-12-2020", "Guru Kelas"],
        [None, None, "814/2", "20-06-2021", "01-07-2021", "31-12-2022", "Guru Kelas"],
    ]
    planned = later(tmp_path, known, *rows, header=HISTORY)

    assert [(2, "diperbarui"), (3, "diperbarui")] == outcomes(planned)
    assert (2, "MS") == (len(row(planned, 2).calon.riwayat), row(planned, 3).baris.syarat)


def test_history_again_is_the_same(tmp_path):
    """The same decrees a second time change nothing."""
    known = stored(tmp_path, ANI)
    rows = [[ANI[0], ANI[1], "814/1", "20-12-2018", "01-01-2019", "31-12-2020", "Guru Kelas"]]
    known.take(later(tmp_path, known, *rows, header=HISTORY))

    assert [(2, "sama")] == outcomes(later(tmp_path, known, *rows, header=HISTORY))


def test_history_of_unknown_people_is_refused(tmp_path):
    """First the person, then the decrees."""
    planned = plan(
        xlsx(tmp_path / "d.xlsx", HISTORY, [ANI[0], ANI[1], "814/1", "20-12-2018", "01-01-2019", None, "Guru"])
    )

    assert ["orang-tidak-dikenal"] == codes(planned, 2)


def test_people_and_their_history_in_one_file(tmp_path):
    """Whatever the order of the sheets; the record carries both."""
    decree = [ANI[0], ANI[1], "814/1", "20-12-2011", "01-01-2012", "31-12-2013", "Guru"]
    planned = plan(xlsx(tmp_path / "d.xlsx", sheets={"Riwayat": [HISTORY, decree], "Data": [HEADER, ANI]}))

    assert ["diperbarui", "diterima"] == [hasil for _, hasil in outcomes(planned)]
    assert row(planned, 2, "Data").calon == row(planned, 2, "Riwayat").calon
    assert {dt.date(2015, 1, 1), dt.date(2012, 1, 1)} == {
        sk.tanggal_mulai for sk in row(planned, 2, "Data").calon.riwayat
    }


def test_counts_add_up_and_the_json_has_its_shape(tmp_path):
    """Every row read is listed; the six counts add up."""
    data = plan(xlsx(tmp_path / "d.xlsx", HEADER, ANI, person(CITRA, NIK=None), [], BUDI)).as_json()

    assert ["berkas", "sha256", "baris_dibaca", "hasil", "baris"] == list(data)
    assert data["baris_dibaca"] == sum(data["hasil"].values()) == len(data["baris"]) == 5
    assert ["lembar", "nomor", "hasil", "jenis", "nik", "nama", "tanggal_lahir", "syarat", "temuan"] == list(
        data["baris"][1]
    )
    assert ("Data", 2, "diterima", "orang", ANI[0], "Ani Lestari", "1990-05-17", "MS", []) == tuple(
        data["baris"][1].values()
    )
    assert ["kode", "kolom", "nilai", "pesan"] == list(data["baris"][2]["temuan"][0])


def test_progress_reaches_the_end(tmp_path):
    """The last call says that all rows are done."""
    calls = []
    plan(xlsx(tmp_path / "d.xlsx", HEADER, ANI, BUDI), progress=lambda done, total: calls.append((done, total)))

    assert (2, 2) == calls[-1]
