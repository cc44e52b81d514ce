"""Rarer ways of writing a NIK, a date or a value, each seen in files of units."""

from datetime import date

import pytest

from registry.model.codes import JenisKelamin, Kategori, Pendidikan, SumberGaji
from registry.normalise.dates import read_date, read_start
from registry.normalise.names import split_titles
from registry.normalise.nik import inspect_nik
from registry.normalise.values import (
    read_jenis_kelamin,
    read_kategori,
    read_nomor_hp,
    read_pendidikan,
    read_sumber_gaji,
)
from tests.registry.normalise.codes import codes

NIK = "3375015705900123"


@pytest.mark.parametrize(
    "cell",
    [f"NIK : '{NIK}", f"No. KTP: {NIK}", f"{NIK} (KTP)", f"({NIK})", f"{NIK} *", f"@{NIK}", "337501\\570590\\0123"],
)
def test_labels_and_marks_around_a_nik_are_removed_and_told(cell):
    """No digit is lost, so the NIK counts; the operator is told."""
    reading = inspect_nik(cell)

    assert (NIK, ["nik-berpemisah"]) == (reading.nik, sorted(set(codes(reading.findings)) - {"nik-berpetik"}))


def test_an_equals_sign_before_sixteen_digits_is_a_wrapper():
    """`=3375...` as text still holds all digits."""
    assert NIK == inspect_nik(f"={NIK}").nik


def test_a_formula_that_calculates_is_no_nik():
    """What a program would make of it is unknown."""
    assert inspect_nik(f"={NIK}+0").nik is None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("17 bulan 5 tahun 1990", ""),
        ("17 Bln Mei Th 1990", ""),
        ("Pekalongan (17-05-1990)", "Pekalongan"),
    ],
)
def test_words_and_brackets_of_a_birth_date(text, place):
    """The parts may be named, the date may stand in brackets behind the place."""
    reading = read_date(text)

    assert (date(1990, 5, 17), place) == (reading.tanggal, reading.tempat)


def test_nobody_who_works_was_born_before_1920():
    """A lone day number read as an Excel serial is January 1900."""
    assert ["tanggal-lahir-terlalu-lama"] == codes(read_date(17).findings)


@pytest.mark.parametrize(
    ("text", "mulai", "akhir"),
    [
        ("1 Januari - 31 Desember 2021", date(2021, 1, 1), date(2021, 12, 31)),
        ("1 Juli 2012-sekarang", date(2012, 7, 1), None),
        ("01-07-2012 -", date(2012, 7, 1), None),
    ],
)
def test_spans_with_parts_left_out(text, mulai, akhir):
    """The year of the end holds for the start; an open end needs no word."""
    reading = read_start(text)

    assert (mulai, akhir) == (reading.mulai, reading.akhir)


@pytest.mark.parametrize(
    ("text", "level"),
    [("SMKN 1", Pendidikan.SMA), ("S.M.A", Pendidikan.SMA), ("M.Ts", Pendidikan.SMP), ("S.Pd.", Pendidikan.S1)],
)
def test_school_kinds_with_dots_or_an_n(text, level):
    """Negeri schools and dotted abbreviations are the same levels."""
    assert level is read_pendidikan(text)[0]


@pytest.mark.parametrize(
    ("text", "source"), [("A P B D", SumberGaji.APBD), ("DAU", SumberGaji.APBD), ("B.L.U.D", SumberGaji.BLUD)]
)
def test_sources_of_pay_spelt_out(text, source):
    """Letters apart are read together; DAU is a fund of the APBD."""
    assert source is read_sumber_gaji(text)[0]


def test_an_x_is_no_sex():
    """It is told, not passed over."""
    assert (None, ["jenis-kelamin-tak-dikenal"]) == (read_jenis_kelamin("X")[0], codes(read_jenis_kelamin("X")[1]))


def test_hk2_is_thk_ii():
    """Honorer K2, short."""
    assert Kategori.THK_II is read_kategori("HK2")[0]


def test_two_phones_with_a_blank_between():
    """The first one counts."""
    assert "081200001234" == read_nomor_hp("081200001234 081200005678")[0]


def test_no_phone_is_no_fault():
    """`tidak punya` tells nothing."""
    assert (None, ()) == read_nomor_hp("tidak punya")


def test_the_words_belum_ada_are_no_name():
    """Two plain words, but nobody."""
    assert "" == split_titles("belum ada").nama


@pytest.mark.parametrize("title", ["S.H., M.Kn.", "S.Pd., Gr.", "S.Fil.I"])
def test_rarer_titles(title):
    """Notary, certified teacher, Islamic philosophy."""
    assert title == split_titles(f"Nina, {title}").gelar_belakang


def test_unmarked_sex_stays_known():
    """L and P are as clear as ever."""
    assert [JenisKelamin.L, JenisKelamin.P] == [read_jenis_kelamin(text)[0] for text in ("L", "P")]
