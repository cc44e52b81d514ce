"""NIKs as cells hold them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.model.codes import JenisKelamin
from registry.normalise.nik import EXACT_IN_FLOAT, inspect_nik, parts
from tests.registry.normalise.codes import codes

SOUND = "3375041906850341"
BORN = date(1985, 6, 19)
WORKING_AGE = st.dates(date(1955, 1, 1), date(2004, 12, 31))


def nik_of(born: date, sex: JenisKelamin, *, region: str = "337504", serial: int = 341) -> str:
    day = born.day + (40 if sex is JenisKelamin.P else 0)
    return f"{region}{day:02d}{born.month:02d}{born.year % 100:02d}{serial:04d}"


def test_sixteen_sound_digits_are_taken_without_remark():
    """What the identity card says needs no finding."""
    assert (SOUND, ()) == inspect_nik(SOUND)[:2]


@given(WORKING_AGE, st.sampled_from(JenisKelamin), st.integers(1, 9999))
def test_every_date_and_sex_agree_with_their_own_nik(born, sex, serial):
    """DDMMYY with DD+40 for women, for every birth date there is."""
    nik = nik_of(born, sex, serial=serial)

    assert (nik, ()) == inspect_nik(nik, tanggal_lahir=born, jenis_kelamin=sex)[:2]


@given(WORKING_AGE, st.sampled_from(JenisKelamin))
def test_parts_give_back_what_went_in(born, sex):
    """Day, month, two-digit year and sex can be read off again."""
    p = parts(nik_of(born, sex))

    assert (born.day, born.month, born.year % 100, sex, "3375") == (
        p.hari,
        p.bulan,
        p.tahun,
        p.jenis_kelamin,
        p.wilayah,
    )


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("33.75.04.190685.0341", "nik-berpemisah"),
        ("3375-0419-0685-0341", "nik-berpemisah"),
        ("337504 190685 0341", "nik-berpemisah"),
        ("3375 0419 0685 0341", "nik-berpemisah"),
        ("3375–0419–0685–0341", "nik-berpemisah"),
        ("\xa03375041906850341", "nik-berspasi-tepi"),
        ("3375041906850341 ", "nik-berspasi-tepi"),
        ("'3375041906850341", "nik-berpetik"),
        ("`3375041906850341", "nik-berpetik"),
        ("’3375041906850341", "nik-berpetik"),
        ('"3375041906850341"', "nik-berpetik"),
        ('="3375041906850341"', "nik-berbungkus-rumus"),
        ('=T("3375041906850341")', "nik-berbungkus-rumus"),
        ("3375041906850341.0", "nik-lewat-float"),
        ("3375041906850341,00", "nik-lewat-float"),
    ],
)
def test_what_stands_around_a_nik_is_removed_and_told(cell, code):
    """Separators, blanks, quotes and formula wrappers go, with a finding."""
    reading = inspect_nik(cell)

    assert (SOUND, [code]) == (reading.nik, codes(reading.findings))


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("", "nik-kosong"),
        ("-", "nik-kosong"),
        (" – ", "nik-kosong"),
        ("belum ada", "nik-kosong"),
        ("Tidak Ada", "nik-kosong"),
        ("n/a", "nik-kosong"),
        ("337504190685034", "nik-bukan-16-angka"),
        ("33750419068503411", "nik-bukan-16-angka"),
        ("199303222020082913", "nik-berisi-nip"),
        ("081200003504", "nik-berisi-hp"),
        ("+62 812-0000-3504", "nik-berisi-hp"),
        ("0000000000000000", "nik-tiruan"),
        ("1111111111111111", "nik-tiruan"),
        ("9999999999999999", "nik-tiruan"),
        ("1234567890123456", "nik-tiruan"),
        ("3375041906850000", "nik-seri-0000"),
        ("3375043206850341", "nik-tanggal-mustahil"),
        ("3375040006850341", "nik-tanggal-mustahil"),
        ("3375044006850341", "nik-tanggal-mustahil"),
        ("3375047206850341", "nik-tanggal-mustahil"),
        ("3375041913850341", "nik-tanggal-mustahil"),
        ("3375041900850341", "nik-tanggal-mustahil"),
        ("3375043104850341", "nik-tanggal-mustahil"),
        ("3375043002850341", "nik-tanggal-mustahil"),
        ("3375042902850341", "nik-tanggal-mustahil"),
        ("3,37504E+15", "nik-ilmiah"),
        ("3.37504190685034E+15", "nik-ilmiah"),
        ("3e15", "nik-ilmiah"),
        ("33750419O685034X", "nik-bukan-angka"),
    ],
)
def test_what_is_no_nik_is_not_taken(cell, code):
    """The reason is one code, and no digits are used."""
    reading = inspect_nik(cell)

    assert (None, [code]) == (reading.nik, codes(reading.findings))


def test_29_february_of_a_leap_year_is_possible():
    """1988 had one, 1985 had not."""
    assert "3375042902880341" == inspect_nik("3375042902880341").nik


@pytest.mark.parametrize("cell", ["33750419O6850341", "337504190685034l", "337504I906850341", "3375041906B50341"])
def test_letters_that_look_like_digits_are_only_proposed(cell):
    """O for 0 and l for 1 are never corrected silently: the correction is a proposal for a person."""
    reading = inspect_nik(cell)

    assert (None, SOUND, ["nik-huruf-mirip-angka"]) == (reading.nik, reading.usulan, codes(reading.findings))


def test_a_letter_whose_correction_is_impossible_proposes_nothing():
    """The proposal itself must be a sound NIK."""
    assert None is inspect_nik("33750439O6850341").usulan


@given(st.integers(10**15, 10**16 - 1))
def test_a_number_is_never_a_nik(number):
    """From a numeric cell nothing is taken in, whatever the digits."""
    assert None is inspect_nik(float(number)).nik


def test_a_numeric_cell_that_lost_its_serial_says_both():
    """Excel keeps 15 digits: serials 0001 to 0009 become 0000."""
    assert ["nik-dari-angka", "nik-seri-0000"] == codes(inspect_nik(3375011406880000.0).findings)


def test_text_that_went_through_a_float_beyond_its_exactness_is_refused():
    """Every NIK of Papua lies above 2 to the power of 53."""
    papua = "9171011906850341"
    reading = inspect_nik(f"{papua}.0")

    assert int(papua) > EXACT_IN_FLOAT
    assert (None, ["nik-lewat-float"]) == (reading.nik, codes(reading.findings))


def test_a_formula_error_is_named_as_one():
    """#N/A is no dash."""
    assert ["galat-rumus", "nik-kosong"] == codes(inspect_nik("#N/A").findings)


def test_another_birth_date_is_a_warning():
    """The NIK is never reissued when a birth date is corrected, so it is taken."""
    reading = inspect_nik(SOUND, tanggal_lahir=date(1986, 6, 19))

    assert (SOUND, ["nik-beda-tanggal-lahir"]) == (reading.nik, codes(reading.findings))


def test_another_sex_is_a_warning():
    """DD+40 would be a woman."""
    reading = inspect_nik(SOUND, jenis_kelamin=JenisKelamin.P)

    assert (SOUND, ["nik-beda-jenis-kelamin"]) == (reading.nik, codes(reading.findings))


def test_an_unknown_region_is_a_warning():
    """Regions split; a code may be older than the list."""
    reading = inspect_nik(SOUND, regions={"3326"})

    assert (SOUND, ["nik-wilayah-tak-dikenal"]) == (reading.nik, codes(reading.findings))


def test_a_known_region_is_silent():
    """3375 is Kota Pekalongan."""
    assert () == inspect_nik(SOUND, regions={"3375"}).findings


def test_a_final_zero_is_remarked_only_where_the_column_is_suspicious():
    """One sound NIK in ten ends in 0."""
    ending_in_zero = "3375041906850340"

    assert [[], ["nik-akhir-0"]] == [
        codes(inspect_nik(ending_in_zero, curigai_akhir_0=suspicious).findings) for suspicious in (False, True)
    ]


def test_a_family_card_number_is_told_from_its_date():
    """A family card carries its date of issue: nobody born in 1984 has a NIK with 2012 in it."""
    assert ["nik-berisi-kk"] == codes(inspect_nik("3375011407120622", tanggal_lahir=date(1984, 8, 19)).findings)


def test_the_same_digits_as_the_family_card_column_are_no_nik():
    """Swapped columns."""
    assert ["nik-berisi-kk"] == codes(inspect_nik(SOUND, nomor_kk=SOUND).findings)


def test_a_slip_in_the_year_is_not_mistaken_for_a_family_card():
    """Same day and month, another year: a typing error."""
    reading = inspect_nik("3375041906050341", tanggal_lahir=BORN)

    assert ["nik-beda-tanggal-lahir"] == codes(reading.findings)


@given(st.text(max_size=40))
def test_no_text_breaks_the_reader(text):
    """Whatever a cell holds, a reading comes back, and a NIK in it has 16 ASCII digits."""
    nik = inspect_nik(text).nik

    assert nik is None or (len(nik) == 16 and nik.isascii() and nik.isdigit())


@given(st.from_regex(r"[0-9OolI '.\-=\"]{14,22}", fullmatch=True))
def test_digits_are_never_invented(text):
    """A NIK that is taken is made of the digits of the cell, in their order."""
    nik = inspect_nik(text).nik

    assert nik is None or "".join(c for c in text if c.isdigit()).startswith(nik)
