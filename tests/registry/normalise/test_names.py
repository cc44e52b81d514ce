"""Names: titles apart, variants together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.normalise.names import keys_begun, match_key, similar, split_titles
from tests.registry.normalise.codes import codes


@pytest.mark.parametrize(
    ("text", "depan", "nama", "belakang"),
    [
        ("dr. Budi Santoso, Sp.PD", "dr.", "Budi Santoso", "Sp.PD"),
        ("Drs. H. Ahmad Fauzi, M.Pd.", "Drs. H.", "Ahmad Fauzi", "M.Pd."),
        ("Drs.H.Budi Santoso", "Drs. H.", "Budi Santoso", ""),
        ("DRS.BUDI SANTOSO", "DRS.", "BUDI SANTOSO", ""),
        ("dr.Budi,Sp.A", "dr.", "Budi", "Sp.A"),
        ("H. Roni Taufik", "H.", "Roni Taufik", ""),
        ("Hj Siti Aminah", "Hj", "Siti Aminah", ""),
        ("Hj. Siti Aminah S.Pd.I", "Hj.", "Siti Aminah", "S.Pd.I"),
        ("K.H. Ahmad Dahlan", "K.H.", "Ahmad Dahlan", ""),
        ("Ir. Budi", "Ir.", "Budi", ""),
        ("Prof. Dr. H. Budi, M.A., Ph.D", "Prof. Dr. H.", "Budi", "M.A., Ph.D"),
        ("Dra. Ayu Anisa", "Dra.", "Ayu Anisa", ""),
        ("Ns. Siti Aminah, S.Kep", "Ns.", "Siti Aminah", "S.Kep"),
        ("Siti Aminah, S.Kep., Ns", "", "Siti Aminah", "S.Kep., Ns"),
        ("OKI SYAFI’I, A.Md.Kep.", "", "OKI SYAFI’I", "A.Md.Kep."),
        ("Khoirul Nasrul Abidin,Amd.Kom", "", "Khoirul Nasrul Abidin", "Amd.Kom"),
        ("DESI LARASATI, S.Tr.Keb.", "", "DESI LARASATI", "S.Tr.Keb."),
        ("Wahyu Bayu Mustofa S.Pd", "", "Wahyu Bayu Mustofa", "S.Pd"),
        ("Junaidi S.T.", "", "Junaidi", "S.T."),
        ("EKA, S.T.", "", "EKA", "S.T."),
        ("Siti Aminah, S. Pd. I", "", "Siti Aminah", "S. Pd. I"),
        ("Siti Aminah S. Pd", "", "Siti Aminah", "S. Pd"),
        ("Budi Santoso S.Kom., M.Kom", "", "Budi Santoso", "S.Kom., M.Kom"),
        ("Budi,SE.,MM", "", "Budi", "SE.,MM"),
        ("BUDI SANTOSO SE", "", "BUDI SANTOSO", "SE"),
        ("Budi Santoso SPd", "", "Budi Santoso", "SPd"),
        ("RETNO LESTARI, S.Pd.SD", "", "RETNO LESTARI", "S.Pd.SD"),
        ("Muhammad Nur, Lc", "", "Muhammad Nur", "Lc"),
        ("Siti Aminah, Hj", "", "Siti Aminah", "Hj"),
    ],
)
def test_titles_move_to_their_own_field(text, depan, nama, belakang):
    """Nothing is lost: what leaves the name stands in one of the two title fields, with a remark."""
    assert (nama, depan, belakang, ["nama-bergelar"]) == (*split_titles(text)[:3], codes(split_titles(text).findings))


@pytest.mark.parametrize(
    "name",
    [
        "M. Yusuf Irawan",
        "A. Yani",
        "R. Ayu",
        "R.A. Kartini",
        "Rr. Ayu Sari",
        "I.B. Putra",
        "I Gede Putra",
        "Ni Luh Ayu",
        "St. Aminah",
        "N. H. Dini",
        "Budi S.",
        "Joko Se",
        "Lie Ma",
        "Sri Mas",
        "Dra",
        "Ma'ruf",
        "Nur’aini",
        "Rina",
        "Andi Mappe",
        "Dg. Baso",
        "Drajat",
        "Iron",
        "Hidayat",
        "SETIAWAN, BUDI",
        "Abd. Rahman",
        "Moh. Ali",
        "Siti Nur'aini-Rahma",
    ],
)
def test_what_belongs_to_a_name_stays(name):
    """Initials, noble and Balinese prefixes, abbreviated names, one word."""
    assert (name, "", "", ()) == split_titles(name)


@pytest.mark.parametrize(
    ("text", "name", "code"),
    [
        ("13. Qonita Ekawati", "Qonita Ekawati", ["nama-bernomor"]),
        ("1) Budi", "Budi", ["nama-bernomor"]),
        ("Budi (alm)", "Budi", ["nama-bercatatan"]),
        ("Nur\nJannah", "Nur Jannah", []),
        ("Dimas  Mustofa  ", "Dimas Mustofa", []),
        ("Didik Ardiansyah.", "Didik Ardiansyah", []),
        ("\u200bBudi\x1e Santoso", "Budi Santoso", []),
        ("Syafiâ€™i", "Syafi’i", ["nama-salah-enkode"]),
        ("", "", ["nama-kosong"]),
        ("-", "", ["nama-kosong"]),
        ("#N/A", "", ["nama-kosong"]),
        ("12345", "", ["nama-kosong"]),
        ("Bud1 Santoso", "Bud1 Santoso", ["nama-berangka"]),
        ("A" * 61, "A" * 61, ["nama-terlalu-panjang"]),
        ("A" * 60, "A" * 60, []),
    ],
)
def test_what_surrounds_a_name_is_removed_and_told(text, name, code):
    """Numbering, notes in brackets, broken encoding; blanks go without a word."""
    assert (name, code) == (split_titles(text).nama, codes(split_titles(text).findings))


@given(st.text(max_size=60))
def test_every_text_has_a_reading_without_edges(text):
    """Blanks around a name never get into the record."""
    nama = split_titles(text).nama

    assert nama == nama.strip()


WORDS = st.lists(
    st.sampled_from(["Budi", "siti", "H.", "M.", "S.Pd.", "SE", "dr.", "Nur'aini", ",", "A.Md.Kep", "Hj", "R."]),
    min_size=1,
    max_size=6,
)


@given(WORDS)
def test_no_letter_is_lost(words):
    """What leaves the name stands in a title field."""
    text = " ".join(words)
    reading = split_titles(text)
    letters = sorted(c for part in reading[:3] for c in part if c.isalpha())

    assert letters == sorted(c for c in text if c.isalpha())


ALIKE = [
    ("Muhammad Nasrul", "M. Nasrul"),
    ("Moch. Yusuf", "Muhammad Jusup"),
    ("Mohamad Ali", "Muhamad Ali"),
    ("Mhd. Ali", "Muh. Ali"),
    ("Ahmad Taufiq", "Achmad Taufik"),
    ("Akhmad Khoirul", "Ahmad Choirul"),
    ("Siti Aisyah", "St. Aisah"),
    ("Sitti Rahmah", "Siti Rahma"),
    ("Nurhayati", "Nur Hayati"),
    ("Noor Hayati", "Nurhayati"),
    ("Abd. Rahman", "Abdul Rachman"),
    ("Abdurrahman", "Abdul Rahman"),
    ("Syaiful Anwar", "Saeful Anwar"),
    ("Saiful Anwar", "Syaiful Anwar"),
    ("Fitriani", "Pitriani"),
    ("Zainal Arifin", "Jaenal Aripin"),
    ("Soekarno", "Sukarno"),
    ("Djoko Tjahjono", "Joko Cahyono"),
    ("Wahju", "Wahyu"),
    ("Sjarif", "Syarif"),
    ("Njoman", "Nyoman"),
    ("Ma'ruf", "Maruf"),
    ("Ma’ruf", "Ma`ruf"),
    ("Siti Khotijah", "Siti Chotidjah"),
    ("Jannah", "Janah"),
    ("Rizqi", "Rizki"),
    ("Alex", "Aleks"),
    ("R. Bambang", "Bambang"),
    ("Rr. Ayu Sari", "Ayu Sari"),
    ("Ahmad bin Ali", "Ahmad Ali"),
    ("I.B. Putra", "Ida Bagus Putra"),
    ("I G.A. Putri", "I Gusti Ayu Putri"),
    ("A.A. Gde", "Anak Agung Gde"),
    ("I Gede Putra", "Gede Putra"),
    ("Andi Mappe", "A. Mappe"),
    ("Daeng Baso", "Dg. Baso"),
    ("Taufik Hidayat", "Hidayat Taufik"),
    ("Dewi Sartika", "Dewi Sartka"),
    ("Nur-Aini", "Nuraini"),
    ("BUDI SANTOSO", "Budi Santoso"),
]


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_spelling_variants_of_one_name_are_alike(one, other):
    """The variants of domain.md section 3."""
    assert similar(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Budi", "Dedi"),
        ("Siti", "Siti Aminah"),
        ("Siti Aminah", "Siti Aisyah"),
        ("Dewi Lestari", "Dewi Sari"),
        ("Ahmad Fauzi", "Ahmad Fauzan"),
        ("Sri Lestari", "Tri Lestari"),
        ("Andi Saputra", "Andi Pratama"),
        ("Muhammad Ali", "Muhammad Amin"),
        ("Joko Widodo", "Joko Widada"),
        ("Kholifah Sulistyowati", "Fitri Murni Ningsih"),
        ("Gita Maryani", "Gita Mardiana"),
        ("Vina Jannah", "Rina Jannah"),
    ],
)
def test_different_names_stay_different(one, other):
    """A person should not be asked about everybody of one birthday."""
    assert not similar(one, other)


@given(st.text(max_size=30), st.text(max_size=30))
def test_likeness_does_not_depend_on_the_order(one, other):
    """A is like B exactly when B is like A."""
    assert similar(one, other) == similar(other, one)


@given(st.text(max_size=30))
def test_the_key_ignores_case(name):
    """Keys compare names, whatever the shift key did."""
    assert match_key(name.upper().lower()) == match_key(name.upper())


@pytest.mark.parametrize(
    ("typed", "keys"),
    [("moham", ("moham", "muhamad")), ("mo", ("mo",)), ("Soe", ("su",)), ("noer", ("nur",)), ("12", ())],
)
def test_a_word_begun_stands_for_what_it_may_become(typed, keys):
    """Three letters of a known spelling are enough; figures are no name."""
    assert keys == keys_begun(typed)
