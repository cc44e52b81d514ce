"""Text in and out."""

import unicodedata
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.normalise.text import clean, format_date, format_moment, format_number, terbilang, ungarble


@pytest.mark.parametrize(
    ("raw", "tidy"),
    [
        ("Nama", "Nama"),
        ("  Nama   Lengkap ", "Nama Lengkap"),
        ("Nama\xa0Lengkap", "Nama Lengkap"),
        ("Nama\r\nLengkap", "Nama Lengkap"),
        ("Nama\tLengkap", "Nama Lengkap"),
        ("A\x1eB\x1fC", "A B C"),
        ("A\x00B", "A B"),
        ("\ufeffNama\u200b", "Nama"),
        ("e\u0301", "é"),
        ("", ""),
    ],
)
def test_clean(raw, tidy):
    """One blank for any run of blanks and control characters; NFC; nothing invisible."""
    assert tidy == clean(raw)


@given(st.text())
def test_clean_text_is_clean(text):
    """Cleaning twice changes nothing; no control or format character survives in front or behind."""
    once = clean(text)

    assert once == clean(once) == once.strip()
    assert not any(unicodedata.category(c) == "Cc" for c in once)


def test_text_read_with_the_wrong_encoding_is_recovered():
    """UTF-8 that went through Windows-1252."""
    assert "Syafi’i" == ungarble("Syafiâ€™i")


def test_sound_text_is_not_recovered():
    """An accent alone is no damage."""
    assert None is ungarble("André")


@pytest.mark.parametrize(
    ("n", "words"),
    [
        (0, "nol"),
        (1, "satu"),
        (10, "sepuluh"),
        (11, "sebelas"),
        (12, "dua belas"),
        (19, "sembilan belas"),
        (20, "dua puluh"),
        (21, "dua puluh satu"),
        (100, "seratus"),
        (111, "seratus sebelas"),
        (200, "dua ratus"),
        (1000, "seribu"),
        (1900, "seribu sembilan ratus"),
        (2000, "dua ribu"),
        (11_000, "sebelas ribu"),
        (100_000, "seratus ribu"),
        (101_000, "seratus satu ribu"),
        (139_560, "seratus tiga puluh sembilan ribu lima ratus enam puluh"),
        (1_000_000, "satu juta"),
        (1_001_000, "satu juta seribu"),
        (2_360_723, "dua juta tiga ratus enam puluh ribu tujuh ratus dua puluh tiga"),
        (10**9, "satu miliar"),
        (10**12, "satu triliun"),
        (-5, "minus lima"),
    ],
)
def test_numbers_in_words(n, words):
    """As the SPTJM writes them."""
    assert words == terbilang(n)


def test_every_number_up_to_ten_thousand_has_its_own_words():
    """No two numbers read the same."""
    assert 10_001 == len({terbilang(n) for n in range(10_001)})


def test_dates():
    """Month in words, no leading zero."""
    assert "1 Januari 2022" == format_date(date(2022, 1, 1))


@pytest.mark.parametrize(
    ("n", "shown"), [(0, "0"), (999, "999"), (12345, "12.345"), (2360723, "2.360.723"), (-1500, "-1.500")]
)
def test_numbers(n, shown):
    """A dot between thousands."""
    assert shown == format_number(n)


@pytest.mark.parametrize(
    ("hours", "zone"), [(7, "WIB"), (8, "WITA"), (9, "WIT"), (0, "UTC+00:00"), (5.5, "UTC+05:30"), (-3, "UTC-03:00")]
)
def test_moments_carry_their_zone(hours, zone):
    """The three zones of Indonesia by name, any other by its offset."""
    moment = datetime(2022, 10, 7, 16, 0, tzinfo=timezone(timedelta(hours=hours)))

    assert f"7 Oktober 2022 pukul 16.00 {zone}" == format_moment(moment)


def test_a_moment_without_zone_names_none():
    """Nothing is invented."""
    assert "7 Oktober 2022 pukul 16.00" == format_moment(datetime(2022, 10, 7, 16, 0, tzinfo=UTC).replace(tzinfo=None))
