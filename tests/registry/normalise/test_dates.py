"""Dates as cells hold them."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.normalise.date_forms import from_serial
from registry.normalise.dates import read_date, read_end, read_start, split_place
from registry.normalise.text import MONTHS, format_date
from tests.registry.normalise.codes import codes

BORN = date(1990, 8, 17)
SENSIBLE = st.dates(date(1930, 1, 1), date(2030, 12, 31))


@pytest.mark.parametrize(
    "cell",
    [
        "17-08-1990",
        "17-8-1990",
        "17/08/1990",
        "17.08.1990",
        "17 08 1990",
        "17 - 08 - 1990",
        "17–08–1990",
        "1990-08-17",
        "1990/08/17",
        "1990-08-17 00:00:00",
        "1990-08-17T00:00:00",
        "1990-08-17 00.00",
        " 17-08-1990\xa0",
        "'17-08-1990",
        "17-08-1990.",
        "17081990",
        "19900817",
        "17 Agustus 1990",
        "17 AGUSTUS 1990",
        "17-Agt-1990",
        "17 Ags 1990",
        "17 Agu 1990",
        "17 Agust. 1990",
        "17 Aug 1990",
        "17th August 1990",
        "August 17, 1990",
        "17Agustus1990",
        "Jumat, 17 Agustus 1990",
        "Jum'at, 17 Agustus 1990",
        "tgl 17-08-1990",
        "Tanggal 17 Agustus 1990",
        17081990,
        17081990.0,
        33102,
        33102.0,
        33102.75,
        date(1990, 8, 17),
        datetime(1990, 8, 17, 7, 30),  # noqa: DTZ001 - a cell has no zone
    ],
    ids=repr,
)
def test_one_day_in_many_spellings(cell):
    """Every kind of domain.md section 4 that says a whole date is read without remark."""
    assert (BORN, ()) == read_date(cell)[:2]


@pytest.mark.parametrize(
    ("name", "month"),
    [
        ("Pebruari", 2), ("Peb", 2), ("Feb", 2), ("February", 2), ("Maret", 3), ("Mrt", 3), ("March", 3), ("Mei", 5), ("May", 5),
        ("Juni", 6), ("Jun", 6), ("Juli", 7), ("July", 7), ("Agt", 8), ("Ags", 8), ("Agu", 8), ("Sept", 9), ("Okt", 10), ("Oct", 10),
        ("Nopember", 11), ("Nop", 11), ("Nov", 11), ("Des", 12), ("Dec", 12),
    ],
)  # fmt: skip
def test_month_names_and_abbreviations(name, month):
    """Indonesian, old spelling, abbreviated and English."""
    assert date(1991, month, 2) == read_date(f"2 {name} 1991").tanggal


@given(SENSIBLE)
def test_every_day_is_read_back_from_every_usual_form(day):
    """What Excel, people and this program write."""
    forms = [
        f"{day:%d-%m-%Y}",
        f"{day:%d/%m/%Y}",
        f"{day:%Y-%m-%d}",
        f"{day:%d%m%Y}",
        format_date(day),
        f"{day.day} {MONTHS[day.month - 1][:3].upper()} {day.year}",
        (day - date(1899, 12, 30)).days,
        f"Kab. Pekalongan, {format_date(day)}",
    ]

    assert {day} == {read_date(form).tanggal for form in forms}


@given(SENSIBLE)
def test_a_date_with_the_month_first_is_told_when_the_day_shows_it(day):
    """m/d/Y is recognised only where the day is above 12."""
    reading = read_date(f"{day.month}/{day.day}/{day.year}")
    swapped = ["tanggal-bulan-hari-tertukar"] if day.day > 12 else []

    assert swapped == codes(reading.findings)
    assert day.day <= 12 or day == reading.tanggal


def test_an_american_column_is_read_month_first():
    """Where a column shows its order, the ambiguous cells of it follow."""
    assert date(1990, 4, 3) == read_date("4/3/1990", order="mdy").tanggal


def test_a_column_that_is_mostly_american_still_reads_the_other_order():
    """With a remark, as the day cannot be a month."""
    reading = read_date("17/8/1990", order="mdy")

    assert (BORN, ["tanggal-bulan-hari-tertukar"]) == (reading.tanggal, codes(reading.findings))


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("", "tanggal-lahir-kosong"),
        ("-", "tanggal-lahir-kosong"),
        ("- -", "tanggal-lahir-kosong"),
        ("00-00-0000", "tanggal-lahir-kosong"),
        ("0000-00-00", "tanggal-lahir-kosong"),
        (None, "tanggal-lahir-kosong"),
        (0, "tanggal-lahir-kosong"),
        ("belum ada", "tanggal-lahir-kosong"),
        ("31-02-1986", "tanggal-lahir-mustahil"),
        ("13-13-1992", "tanggal-lahir-mustahil"),
        ("29-02-1990", "tanggal-lahir-mustahil"),
        ("31 April 1990", "tanggal-lahir-mustahil"),
        ("32011990", "tanggal-lahir-mustahil"),
        ("1973", "tanggal-lahir-tidak-lengkap"),
        (1973.0, "tanggal-lahir-tidak-lengkap"),
        ("November 1973", "tanggal-lahir-tidak-lengkap"),
        ("Juli 2015", "tanggal-lahir-tidak-lengkap"),
        ("Th. 1973", "tanggal-lahir-tidak-lengkap"),
        ("07-1973", "tanggal-lahir-tidak-lengkap"),
        ("Jakarta, 1970", "tanggal-lahir-tidak-lengkap"),
        ("abc", "tanggal-lahir-tak-terbaca"),
        ("²²²²²", "tanggal-lahir-tak-terbaca"),
        ("1" * 10_000, "tanggal-lahir-tak-terbaca"),
        ("l7-08-1990", "tanggal-lahir-tak-terbaca"),
        ("17-08-199", "tanggal-lahir-tak-terbaca"),
        ("17-08-19900", "tanggal-lahir-tak-terbaca"),
        (True, "tanggal-lahir-tak-terbaca"),
        (-5, "tanggal-lahir-tak-terbaca"),
        (float("nan"), "tanggal-lahir-tak-terbaca"),
        (float("inf"), "tanggal-lahir-tak-terbaca"),
        ("2098-07-12", "tanggal-lahir-masa-depan"),
        ("17-08-1790", "tanggal-lahir-terlalu-lama"),
        ("#N/A", "galat-rumus"),
    ],
)
def test_what_is_no_date_says_why(cell, code):
    """One reason, no day."""
    reading = read_date(cell)

    assert (None, [code]) == (reading.tanggal, codes(reading.findings))


def test_the_code_names_the_column():
    """The same fault in another column is another code."""
    assert ["tanggal-sk-mustahil"] == codes(read_date("31-02-2010", kolom="tanggal_sk").findings)


@pytest.mark.parametrize(
    ("cell", "kolom", "day"),
    [
        ("8 Jun 78", "tanggal_lahir", date(1978, 6, 8)),
        ("09.05.90", "tanggal_lahir", date(1990, 5, 9)),
        ("170801", "tanggal_lahir", date(2001, 8, 17)),
        ("01-07-12", "tanggal_mulai", date(2012, 7, 1)),
        ("01-07-98", "tanggal_mulai", date(1998, 7, 1)),
    ],
)
def test_a_two_digit_year_takes_the_likely_century(cell, kolom, day):
    """Births lie before 2010; contracts between 1960 and 2059. Always with a remark."""
    reading = read_date(cell, kolom=kolom)

    assert (day, ["tahun-dua-angka"]) == (reading.tanggal, codes(reading.findings))


@pytest.mark.parametrize(
    "cell",
    ["12-05-1988 / 13-05-1988", "12-05-1988 atau 13-05-1988", "12/05/1988; 13/05/1988", "12 Mei 1988 dan 13 Mei 1988"],
)
def test_of_two_dates_the_first_is_read_and_told(cell):
    """A person must say which one is right."""
    reading = read_date(cell)

    assert (date(1988, 5, 12), ["tanggal-lahir-dua-tanggal"]) == (reading.tanggal, codes(reading.findings))


def test_the_same_date_twice_is_one_date():
    """12-05-1988 (12 Mei 1988) says nothing new."""
    assert (date(1988, 5, 12), ()) == read_date("12-05-1988 / 12 Mei 1988")[:2]


def test_a_serial_as_text_is_read_with_a_remark():
    """A CSV export of an unformatted date column."""
    reading = read_date("33102")

    assert (BORN, ["tanggal-dari-nomor-seri"]) == (reading.tanggal, codes(reading.findings))


@pytest.mark.parametrize(
    ("serial", "day"),
    [(1, date(1900, 1, 1)), (59, date(1900, 2, 28)), (61, date(1900, 3, 1)), (44561, date(2021, 12, 31))],
)
def test_serials_of_the_1900_system(serial, day):
    """With the 29 February 1900 that never was."""
    assert day == from_serial(serial)


@given(SENSIBLE)
def test_the_two_excel_systems_differ_by_1462_days(day):
    """Workbooks made on old Macs count from 1904."""
    serial = (day - date(1899, 12, 30)).days

    assert day == from_serial(serial - 1462, epoch1904=True) == from_serial(serial)


def test_the_caller_says_what_is_in_the_future():
    """Nobody is born after the day that counts."""
    reading = read_date("01-01-2022", paling_akhir=date(2021, 12, 31))

    assert (None, ["tanggal-lahir-masa-depan"]) == (reading.tanggal, codes(reading.findings))


@pytest.mark.parametrize(
    ("cell", "place"),
    [
        ("Bandung, 17 Agustus 1990", "Bandung"),
        ("Bandung,17-8-1990", "Bandung"),
        ("Bandung 17-08-1990", "Bandung"),
        ("Kab. Bandung, 17 Agustus 1990", "Kab. Bandung"),
        ("Kota Pekalongan / 17-08-1990", "Kota Pekalongan"),
        ("JAKARTA SELATAN, 17081990", "JAKARTA SELATAN"),
        ("Bandung, Jumat 17 Agustus 1990", "Bandung"),
        ("17-08-1990, Bandung", "Bandung"),
        ("17 Agustus 1990 / Kota Bandung", "Kota Bandung"),
    ],
)
def test_a_place_before_the_date_is_kept(cell, place):
    """Tempat, tanggal lahir in one cell."""
    reading = read_date(cell)

    assert (BORN, place, ()) == (reading.tanggal, reading.tempat, reading.findings)


def test_a_date_alone_has_no_place():
    """The month is not a place."""
    assert ("", "17 Agustus 1990") == split_place("17 Agustus 1990")


@pytest.mark.parametrize(
    ("cell", "mulai", "akhir", "berjalan", "remarks"),
    [
        ("02-08-2017", date(2017, 8, 2), None, False, []),
        ("TMT 02-08-2017", date(2017, 8, 2), None, False, []),
        ("02-08-2017 s/d 31-12-2022", date(2017, 8, 2), date(2022, 12, 31), False, ["rentang"]),
        ("02-08-2017 s.d. 31-12-2022", date(2017, 8, 2), date(2022, 12, 31), False, ["rentang"]),
        ("02-08-2017 sampai dengan 31-12-2022", date(2017, 8, 2), date(2022, 12, 31), False, ["rentang"]),
        ("02/08/2017-31/12/2022", date(2017, 8, 2), date(2022, 12, 31), False, ["rentang"]),
        ("1 Jan 2010-31 Des 2015", date(2010, 1, 1), date(2015, 12, 31), False, ["rentang"]),
        ("02-08-2010 s.d. sekarang", date(2010, 8, 2), None, True, ["rentang"]),
        ("03-01-2008 - sekarang", date(2008, 1, 3), None, True, ["rentang"]),
        ("2010", date(2010, 1, 1), None, False, ["tidak-lengkap"]),
        (2010.0, date(2010, 1, 1), None, False, ["tidak-lengkap"]),
        ("Th. 2011", date(2011, 1, 1), None, False, ["tidak-lengkap"]),
        ("Jul 2020", date(2020, 7, 1), None, False, ["tidak-lengkap"]),
        ("sejak 2010", date(2010, 1, 1), None, False, ["tidak-lengkap"]),
        ("2010-2015", date(2010, 1, 1), date(2015, 12, 31), False, ["rentang", "tidak-lengkap", "tidak-lengkap"]),
        ("2010 - sekarang", date(2010, 1, 1), None, True, ["rentang", "tidak-lengkap"]),
        ("s.d. sekarang", None, None, True, ["tidak-lengkap"]),
        ("", None, None, False, ["kosong"]),
        ("besok", None, None, False, ["tak-terbaca"]),
        (38721, date(2006, 1, 4), None, False, []),
    ],
)
def test_starts_of_contracts(cell, mulai, akhir, berjalan, remarks):
    """A year or month counts from its first day; a range gives both ends."""
    span = read_start(cell)

    assert (mulai, akhir, berjalan, sorted(f"tanggal-mulai-{remark}" for remark in remarks)) == (
        span.mulai,
        span.akhir,
        span.berjalan,
        codes(span.findings),
    )


@pytest.mark.parametrize(
    ("cell", "day", "remarks"),
    [
        ("31-12-2022", date(2022, 12, 31), []),
        ("s/d 31-12-2022", date(2022, 12, 31), []),
        ("s.d. sekarang", None, []),
        ("Sekarang", None, []),
        ("saat ini", None, []),
        ("-", None, []),
        ("", None, []),
        (None, None, []),
        ("2022", date(2022, 12, 31), ["tanggal-akhir-tidak-lengkap"]),
        ("Feb 2020", date(2020, 2, 29), ["tanggal-akhir-tidak-lengkap"]),
        (44926, date(2022, 12, 31), []),
        ("31-02-2022", None, ["tanggal-akhir-mustahil"]),
    ],
)
def test_ends_of_contracts(cell, day, remarks):
    """No end, or "sekarang", means running on; a year or month ends on its last day."""
    reading = read_end(cell)

    assert (day, remarks) == (reading.tanggal, codes(reading.findings))


@given(st.one_of(st.text(max_size=30), st.floats(), st.integers(), st.none(), st.booleans()))
def test_no_cell_breaks_the_readers(cell):
    """Whatever a cell holds, a reading comes back: a day, or at least one reason."""
    reading = read_date(cell)

    assert reading.tanggal is not None or reading.findings
    assert isinstance(read_start(cell).findings, tuple)
    assert isinstance(read_end(cell).findings, tuple)


@given(st.from_regex(r"[0-9A-Za-z ,./\-]{0,24}", fullmatch=True))
def test_date_like_rubbish_breaks_nothing(cell):
    """Digits and separators in any order."""
    day = read_date(cell).tanggal

    assert day is None or date(1900, 1, 1) <= day <= date(2060, 12, 31)
