"""Headers, column numbers, bands and merged cells as units really write them."""

import openpyxl
import pytest

from registry.intake.columns import field_of
from tests.registry.intake.files import ANI, BUDI, CITRA, HEADER, codes, kinds, outcomes, person, plan, row, xlsx


def merged(path, rows, ranges):
    """A workbook of one sheet with merged cells."""
    book = openpyxl.Workbook()
    for cells in rows:
        book.active.append([cell if cell != "" else None for cell in cells])
    for area in ranges:
        book.active.merge_cells(area)
    book.save(path)
    return path


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("Jabatan saat ini", "jabatan"),
        ("Tgl Lahir sesuai KTP", "tanggal_lahir"),
        ("No. HP aktif", "nomor_hp"),
        ("Lokasi Penempatan", "unit_kerja"),
        ("NIK/No. KTP", "nik"),
        ("NIP/NIK", "nik"),
        ("NAMA GTT/PTT", "nama"),
        ("Nama Guru/Pegawai", "nama"),
        ("Pendidikan/Jurusan", "pendidikan"),
        ("Sekolah/Unit Kerja", "unit_kerja"),
        ("SK/Kontrak Tanggal", "tanggal_sk"),
        ("TMT Honorer", "tanggal_mulai"),
        ("Sumber Pembayaran Gaji", "sumber_gaji"),
        ("Nomor dan Tanggal SK", "nomor_sk"),
        ("Kelahiran Tempat", "tempat_lahir"),
    ],
)
def test_words_around_a_known_wording_change_nothing(text, field):
    """So "Jabatan saat ini" is jabatan, "Sekolah/Unit Kerja" the unit."""
    assert field == field_of(text)[0]


@pytest.mark.parametrize("text", ["Nama Ibu", "Nama Kepala Sekolah", "Jabatan Lama", "Alamat Sekolah", "Tanggal Input"])
def test_other_things_are_not_taken_for_a_person(text):
    """What is about somebody or something else stays unread."""
    assert "" == field_of(text)[0]


@pytest.mark.parametrize(
    "numbers",
    [
        ["A", "B", "C", "D", "E", "F", "G", "H"],
        ["(a)", "(b)", "(c)", "(d)", "(e)", "(f)", "(g)", "(h)"],
        ["I", "II", "III", "IV", "V", "VI", "VII", "VIII"],
        ["1.", "2.", "3.", "4.", "5.", "6.", "7.", "8."],
        ["-1-", "-2-", "-3-", "-4-", "-5-", "-6-", "-7-", "-8-"],
        [1, 2, 3, "4a", "4b", 5, 6, 7],
    ],
)
def test_column_numbers_come_in_many_forms(tmp_path, numbers):
    """A row below the header that counts the columns is no person."""
    planned = plan(xlsx(tmp_path / "a.xlsx", HEADER, numbers, ANI))

    assert ["kepala", "nomor_kolom", "orang"] == kinds(planned)


def test_a_letter_and_a_unit_below_the_header_is_a_band(tmp_path):
    """The row "A | Puskesmas Tirto" is neither a second header row nor a person."""
    head = ["No", "NIK", "Nama", "Tanggal Lahir"]
    planned = plan(xlsx(tmp_path / "a.xlsx", head, ["A", "Puskesmas Tirto"], [1, *ANI[:3]], [2, *BUDI[:3]]))

    assert ["kepala", "pita_unit", "orang", "orang"] == kinds(planned)
    assert "Puskesmas Tirto" == row(planned, 3).calon.unit_kerja


def test_a_numbered_band_is_no_person(tmp_path):
    """The row "1 | Dinas Sosial", in the NIK column, names a unit."""
    head = ["No", "NIK", "Nama", "Tanggal Lahir"]
    planned = plan(xlsx(tmp_path / "a.xlsx", head, [1, "Dinas Sosial"], ["", *ANI[:3]], ["", *BUDI[:3]]))

    assert "Dinas Sosial" == row(planned, 4).calon.unit_kerja


def test_a_nip_under_a_signature_is_no_person(tmp_path):
    """Two numbers of 18 digits in a row of their own belong to the signature above."""
    signature = ["Kepala Sekolah", "", "", "", "Operator"], ["Drs. Amin", "", "", "", "Ahmad"]
    numbers = ["196508121990031005", "", "", "", "197001011995031002"]
    planned = plan(xlsx(tmp_path / "a.xlsx", HEADER, ANI, BUDI, [], *signature, numbers))

    assert ["tanda_tangan"] * 3 == kinds(planned)[-3:]


def test_letters_of_jumlah_may_stand_apart(tmp_path):
    """A row with "J U M L A H" is a total."""
    assert (
        "jumlah" == kinds(plan(xlsx(tmp_path / "a.xlsx", HEADER, ANI, ["", "J U M L A H", "", "", "", "", 3, 4])))[-1]
    )


def test_a_tick_in_a_column_of_each_sex(tmp_path):
    """Jenis Kelamin over L and P, with marks."""
    top = ["NIK", "Nama", "Tanggal Lahir", "Jenis Kelamin", "", "Jabatan"]
    rows = top, ["", "", "", "L", "P", ""], [*ANI[:3], "", "v", "Guru"], [*BUDI[:3], 1, "", "Guru"]
    planned = plan(merged(tmp_path / "a.xlsx", rows, ["D1:E1"]))

    assert ["P", "L"] == [row(planned, nomor).calon.jenis_kelamin.value for nomor in (3, 4)]


def test_a_birth_date_in_three_columns(tmp_path):
    """Tanggal Lahir over Tgl, Bln and Thn."""
    top = ["NIK", "Nama", "Tanggal Lahir", "", "", "Jabatan"]
    rows = top, ["", "", "Tgl", "Bln", "Thn", ""], [*ANI[:2], 17, 5, 1990, "Guru"]
    planned = plan(merged(tmp_path / "a.xlsx", rows, ["C1:E1"]))

    assert "1990-05-17" == row(planned, 3).baris.tanggal_lahir.isoformat()


def test_decrees_below_merged_person_cells_of_data_utama(tmp_path):
    """The rows under a person whose cells are merged are more decrees of that person."""
    head = ["NIK", "Nama", "Tanggal Lahir", "L/P", "No. SK", "TMT", "Akhir Kontrak"]
    rows = (
        head,
        [*ANI[:4], "800/1", "01-01-2016", "31-12-2018"],
        ["", "", "", "", "800/2", "01-01-2019", "31-12-2021"],
        [*BUDI[:4], "800/3", "01-01-2016", "31-12-2021"],
    )
    planned = plan(merged(tmp_path / "a.xlsx", rows, [f"{letter}2:{letter}3" for letter in "ABCD"]))

    assert [(2, "diterima"), (3, "diperbarui"), (4, "diterima")] == outcomes(planned)
    assert ["800/1", "800/2"] == [decree.nomor_sk for decree in row(planned, 2).calon.riwayat]


def test_a_unit_merged_over_several_people_holds_for_each(tmp_path):
    """The merged cell's value is every row's."""
    rows = HEADER, ANI, person(BUDI, Unit_Kerja=""), person(CITRA, Unit_Kerja="")
    planned = plan(merged(tmp_path / "a.xlsx", rows, ["F2:F4"]))

    assert [ANI[5]] * 3 == [row(planned, nomor).calon.unit_kerja for nomor in (2, 3, 4)]


def test_a_row_of_hints_is_part_of_the_header(tmp_path):
    """(16 digit) | (tanpa gelar) | (dd-mm-yyyy) below the header is no person."""
    hints = ["(16 digit)", "(tanpa gelar)", "(dd-mm-yyyy)", "(L/P)", "(sesuai SK)"]
    planned = plan(xlsx(tmp_path / "a.xlsx", HEADER, hints, ANI))

    assert ["kepala", "kepala", "orang"] == kinds(planned)
    assert [] == codes(planned, 3)


@pytest.mark.parametrize(
    "recap",
    [
        [["No", "Unit Kerja", "Jumlah"], [1, "SDN 1", 3], [2, "SDN 2", 1]],
        [["Jabatan", "Laki-laki", "Perempuan", "Jumlah"], ["Guru", 2, 2, 4]],
    ],
)
def test_a_small_recapitulation_below_the_people_is_no_person(tmp_path, recap):
    """Counts per unit or position under the table are skipped."""
    planned = plan(xlsx(tmp_path / "a.xlsx", HEADER, ANI, BUDI, [], *recap))

    assert [(2, "diterima"), (3, "diterima")] == outcomes(planned)


def test_a_person_without_nik_below_a_blank_row_is_refused_not_skipped(tmp_path):
    """Name and birth date make a person, however little else there is."""
    planned = plan(xlsx(tmp_path / "a.xlsx", HEADER, ANI, [], ["", *BUDI[1:4]]))

    assert [(2, "diterima"), (4, "ditolak")] == outcomes(planned)


def test_a_rekap_sheet_with_names_but_no_niks_holds_no_people(tmp_path):
    """The sheet's name and the missing column say so together."""
    rekap = [["No", "Nama", "Jabatan", "Unit Kerja"], [1, *ANI[1:2], *ANI[4:6]]]
    planned = plan(xlsx(tmp_path / "a.xlsx", sheets={"Data": [HEADER, ANI], "Rekap": rekap}))

    assert ["kepala", "orang", "lembar_bukan_data", "lembar_bukan_data"] == kinds(planned)
