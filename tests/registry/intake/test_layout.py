"""Headers, bands, totals and signatures: what each row is, and which column holds what."""

import pytest

from registry.intake.columns import field_of
from tests.registry.intake.files import ANI, BUDI, CITRA, HEADER, kinds, outcomes, person, plan, row, text, xlsx

SYNONYMS = {
    "nik": "NIK|No. KTP|NIKPPNPN|N I K|NIK *|Nomor Induk Kependudukan (NIK)|nik:|NIK\xa0",
    "nama": "Nama|NAMA LENGKAP|Nama (tanpa gelar)|NMPPPNPN|N A M A|Nama\nLengkap|Nama Lenkap",
    "tanggal_lahir": "Tgl Lahir|TGL LHR|Tanggal Lahir (dd-mm-yyyy)|Tgl. Lahir|Tanggl Lahir",
    "ttl": "TTL|Tempat, Tanggal Lahir|Tempat/Tgl Lahir|Tempat dan Tanggal Lahir",
    "jenis_kelamin": "JK|L/P|Jenis Kelamin|Sex|Jns Kelamin|Jenis\nKelamin (L/P)",
    "jabatan": "Jabatan|Tugas|Pekerjaan|Formasi|Jabtan",
    "unit_kerja": "Unit Kerja|SKPD|OPD|Satker|Tempat Tugas|Penempatan",
    "tanggal_mulai": "TMT|Mulai Kerja|Tgl Mulai Kontrak|Thn Masuk|Tanggal Mulai",
    "nomor_sk": "No. SK|SK Pengangkatan|Nomor SK",
    "pendidikan": "Pendidikan|Jenjang|Pend. Terakhir",
    "keterangan": "Ket|Keterangan|KET.",
    "nomor_kk": "No. KK|Nomor Kartu Keluarga|KK",
    "sumber_gaji": "Sumber Gaji|Gaji dari|SUMBER\nGAJI",
    "thk_ii": "THK-II|K2|Eks K-II",
    "sekolah": "Sekolah/Universitas",
}


@pytest.mark.parametrize(
    ("field", "header"), [(field, text) for field, texts in SYNONYMS.items() for text in texts.split("|")]
)
def test_header_wordings(field, header):
    """Synonyms, abbreviations, typos and decorations mean the same field."""
    assert field == field_of(header)[0]


@pytest.mark.parametrize("header", ["", "Jumlah", "Agama", "Kode", "Ani Lestari", "Catatan sangat panjang " * 9])
def test_other_words_mean_no_field(header):
    """Words about something else are not forced into a field."""
    assert field_of(header)[0] in ("", "abaikan")


def test_titles_numbers_bands_totals_and_signatures(tmp_path):
    """One sheet with everything that is not data."""
    width = len(HEADER)
    rows = [
        ["DAFTAR TENAGA NON ASN"],
        [],
        HEADER,
        [f"({n})" for n in range(1, width + 1)],
        ["SD NEGERI 1"],
        person(ANI, Unit_Kerja=None),
        ["JUMLAH", None, 1],
        ["B. SD NEGERI 2"],
        person(BUDI, Unit_Kerja=None),
        ["Jumlah", None, 1],
        ["JUMLAH SELURUHNYA", None, 2],
        [],
        [None, None, None, None, None, "Pekalongan, 31 Agustus 2022"],
        [None, "Mengetahui", None, None, None, "Kepala Sekolah"],
        [None, "Drs. SUKAMTO", None, None, None, "Dra. MARYATI"],
        ["NIP. 196807121994031999", None, None, None, None, "NIP 196907121994032999"],
    ]
    planned = plan(xlsx(tmp_path / "data.xlsx", *rows))
    expected = "judul kosong kepala nomor_kolom pita_unit orang jumlah pita_unit orang jumlah jumlah kosong"

    assert (expected.split() + ["tanda_tangan"] * 4, "SD NEGERI 1", "SD NEGERI 2") == (
        kinds(planned),
        row(planned, 6).calon.unit_kerja,
        row(planned, 9).calon.unit_kerja,
    )


def test_repeated_header_is_a_header_again(tmp_path):
    """Pages printed one below the other repeat the header, with signatures and titles between."""
    rows = [HEADER, ANI, ["NIP. 196807121994031999"], ["DATA LANJUTAN"], HEADER, BUDI]

    assert ["kepala", "orang", "tanda_tangan", "judul", "kepala", "orang"] == kinds(
        plan(xlsx(tmp_path / "d.xlsx", *rows))
    )


def test_second_table_with_other_columns(tmp_path):
    """A repeated header with its columns in another order is followed."""
    planned = plan(xlsx(tmp_path / "d.xlsx", HEADER, ANI, [], HEADER[::-1], BUDI[::-1]))

    assert "Perawat" == row(planned, 5).calon.jabatan


def test_three_columns_of_places_and_dates(tmp_path):
    """A heading merged over two columns: place, then date."""
    head = ["NIK", "Nama", "Tempat, Tanggal Lahir", None, "Jabatan"]
    path = xlsx(tmp_path / "d.xlsx", head, ["3375015705900123", "Ani Lestari", "Batang", "17-05-1990", "Guru"])
    calon = row(plan(path), 2).calon

    assert ("Batang", "1990-05-17") == (calon.tempat_lahir, calon.tanggal_lahir.isoformat())


@pytest.mark.parametrize(
    ("cell", "place", "day"),
    [
        ("Batang, 17 Mei 1990", "Batang", "1990-05-17"),
        ("Batang 17-05-1990", "Batang", "1990-05-17"),
        ("17-05-1990", "", "1990-05-17"),
        ("Kab. Batang / 17-05-1990", "Kab. Batang", "1990-05-17"),
    ],
)
def test_place_and_date_in_one_cell(tmp_path, cell, place, day):
    """TTL columns hold both, or the date alone."""
    path = xlsx(
        tmp_path / "d.xlsx", ["NIK", "Nama", "TTL", "Jabatan"], ["3375015705900123", "Ani Lestari", cell, "Guru"]
    )
    calon = row(plan(path), 2).calon

    assert (place, day) == (calon.tempat_lahir, calon.tanggal_lahir.isoformat())


def test_columns_twice_the_fuller_one_counts(tmp_path):
    """Two columns named alike: the one with data."""
    head = ["NIK", "Jabatan", *HEADER[1:]]
    path = xlsx(tmp_path / "d.xlsx", head, [ANI[0], None, *ANI[1:]], [BUDI[0], None, *BUDI[1:]])

    assert "Guru Kelas" == row(plan(path), 2).calon.jabatan


def test_mapping_overrides_the_header(tmp_path):
    """An operator may say what a column holds."""
    head = ["NIK", "Nama", "Tanggal Lahir", "Kolom A", "Kolom B"]
    path = xlsx(tmp_path / "d.xlsx", head, ["3375015705900123", "Ani Lestari", "17-05-1990", "Guru", "P"])
    mapping = {"Data": {0: "nik", 1: "nama", 2: "tanggal_lahir", 3: "jabatan", 4: "jenis_kelamin"}}
    calon = row(plan(path, mapping=mapping), 2).calon

    assert ("Guru", "P") == (calon.jabatan, calon.jenis_kelamin)


@pytest.mark.parametrize(
    ("sheet", "given", "unit"),
    [
        ("Kel. Medono", "", "Kel. Medono"),
        ("Sheet1", "", ""),
        ("Data FINAL", "", ""),
        ("Kel. Medono", "Kec. Barat", "Kec. Barat"),
    ],
)
def test_unit_of_rows_that_name_none(tmp_path, sheet, given, unit):
    """The unit given by hand, else the sheet's name when it is one."""
    path = xlsx(tmp_path / "d.xlsx", sheets={sheet: [HEADER[:5], ANI[:5]]})

    assert unit == row(plan(path, unit=given), 2).calon.unit_kerja


def test_unit_in_a_title_line(tmp_path):
    """`Unit Kerja : SD Negeri 7` above the table."""
    path = xlsx(tmp_path / "d.xlsx", ["Unit Kerja : SD Negeri 7"], HEADER[:5], ANI[:5])

    assert "SD Negeri 7" == row(plan(path), 3).calon.unit_kerja


def test_sheets_without_people_are_listed_row_by_row(tmp_path):
    """Rekap and REF sheets: every row is read and told."""
    rekap = [["No", "Unit Kerja", "Jumlah"], [1, "SD Negeri 1", 30], [], [None, "JUMLAH", 30]]
    planned = plan(xlsx(tmp_path / "d.xlsx", sheets={"Rekap": rekap, "Data": [HEADER, ANI]}))

    assert ["lembar_bukan_data"] * 4 + ["kepala", "orang"] == kinds(planned)


def test_rows_numbered_in_advance_are_blank(tmp_path):
    """Numbers printed for rows nobody filled in."""
    rows = [["No", *HEADER], [1, *ANI], [2], [3]]

    assert ["kepala", "orang", "kosong", "kosong"] == kinds(plan(xlsx(tmp_path / "d.xlsx", *rows)))


def test_person_without_nik_is_a_person(tmp_path):
    """A row with a name and data but no NIK is refused, not skipped."""
    planned = plan(
        text(tmp_path / "d.csv", HEADER, person(ANI, NIK=""), BUDI, ["", "Citra Wulandari", "", "P", "", "", "", ""])
    )

    assert [(2, "ditolak"), (3, "diterima"), (4, "ditolak")] == outcomes(planned)


def test_nip_column_is_not_the_nik(tmp_path):
    """NIK and NIP side by side keep apart."""
    rows = [["NIP", *HEADER], ["196807121994031999", *ANI], ["", *CITRA]]

    assert [(2, "diterima"), (3, "diterima")] == outcomes(plan(xlsx(tmp_path / "d.xlsx", *rows)))


def test_header_of_three_rows_without_merges(tmp_path):
    """Identity over birth over place and date."""
    rows = [
        ["NO", "IDENTITAS", None, None, None, "SK", None, "JABATAN"],
        [None, "NIK", "NAMA", "LAHIR", None, "NOMOR", "TMT", None],
        [None, None, None, "TEMPAT", "TANGGAL", None, None, None],
        [1, ANI[0], ANI[1], "Batang", "17-05-1990", "814/1", "01-01-2015", "Guru"],
    ]
    planned = plan(xlsx(tmp_path / "d.xlsx", *rows))

    assert ["kepala", "kepala", "kepala", "orang"] == kinds(planned)
    assert ("Batang", "814/1") == (row(planned, 4).calon.tempat_lahir, row(planned, 4).calon.riwayat[0].nomor_sk)


def test_mapping_without_any_header(tmp_path):
    """Named columns make a table of rows under words nobody knows."""
    path = text(tmp_path / "d.csv", ["A", "B", "C"], ["Ani Lestari", "3375015705900123", "17-05-1990"])

    assert [(2, "diterima")] == outcomes(plan(path, mapping={"": {0: "nama", 1: "nik", 2: "tanggal_lahir"}}))


def test_hints_below_the_header_are_part_of_it(tmp_path):
    """A row that says how to fill in the columns is no person."""
    hints = ["16 digit", "sesuai KTP", "dd-mm-yyyy", "L/P", "wajib diisi"]

    assert ["kepala", "kepala", "orang"] == kinds(plan(xlsx(tmp_path / "d.xlsx", HEADER, hints, ANI)))


def test_rows_without_any_nik_are_told_apart_quickly(tmp_path):
    """A large table without NIKs: no row is taken for a header, and it does not take long."""
    rows = [["", f"Nama Orang Ke {n:05d}", "17-05-1990", "P", f"Jabatan {n}", "SD", "", ""] for n in range(5000)]

    assert 5000 == plan(text(tmp_path / "d.csv", HEADER, *rows)).hasil["ditolak"]


def test_two_columns_of_one_field_fill_each_other(tmp_path):
    """An empty cell of one takes nothing from the other; where both are filled the later has the word."""
    head = ["NIK", "Nama", "Tanggal Lahir", "HP", "HP baru"]
    rows = [[*ANI[:3], "081234567890", ""], [*BUDI[:3], "081234567891", "081298765432"]]
    mapping = {"": {0: "nik", 1: "nama", 2: "tanggal_lahir", 3: "nomor_hp", 4: "nomor_hp"}}

    planned = plan(text(tmp_path / "d.csv", head, *rows), mapping=mapping)

    assert ["081234567890", "081298765432"] == [row(planned, nomor).calon.nomor_hp for nomor in (2, 3)]
