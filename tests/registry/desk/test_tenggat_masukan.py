"""Until when usulan and sanggahan are to be decided: ten calendar days after the window, which ends on 7 October 2022, 16.00 WIB."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from msgspec.structs import replace

from registry.desk.tenggat_masukan import Mendesak, due, last_moment
from registry.model.codes import JenisMasukan, StatusMasukan
from registry.model.instansi import UjiPublik
from registry.model.masukan import Masukan
from tests.registry.desk.small import OPENING, WINDOW, instansi, periode

WIB = timezone(timedelta(hours=7))
ENTRY = Masukan(
    tanda_terima="U-3375-000001", jenis=JenisMasukan.USULAN, waktu=OPENING, nama="Sari", isi="Belum terdaftar"
)
AGENCY = instansi(uji_publik=WINDOW)


def test_the_last_moment_is_the_end_of_the_tenth_day():
    """By the clocks of the instansi."""
    assert datetime(2022, 10, 17, 23, 59, 59, tzinfo=WIB) == last_moment(AGENCY, periode())


def test_in_another_zone_the_day_ends_earlier():
    """Jayapura is two hours ahead: 7 October 16.00 WIB is 18.00 WIT there."""
    assert datetime(2022, 10, 17, 14, 59, 59, tzinfo=UTC) == last_moment(
        replace(AGENCY, zona="Asia/Jayapura"), periode()
    )


def test_nothing_is_due_after_finalisasi():
    """31 October, 17.00 WIB."""
    late = UjiPublik(OPENING, datetime(2022, 10, 28, 16, 0, tzinfo=WIB))

    assert periode().jadwal.finalisasi == last_moment(instansi(uji_publik=late), periode())


def test_without_a_window_there_is_no_due_date():
    """Nothing can have come in."""
    assert (None, "") == (last_moment(instansi(), periode()), due(ENTRY, instansi(), periode(), OPENING).kata)


@pytest.mark.parametrize(
    ("day", "mendesak", "kata"),
    [
        (10, Mendesak.NANTI, "7 hari lagi"),
        (14, Mendesak.SEGERA, "3 hari lagi"),
        (16, Mendesak.SEGERA, "besok"),
        (17, Mendesak.SEGERA, "hari ini"),
        (18, Mendesak.LEWAT, "lewat 1 hari"),
    ],
)
def test_how_pressing_it_is_in_words(day, mendesak, kata):
    """Counted in calendar days."""
    tenggat = due(ENTRY, AGENCY, periode(), datetime(2022, 10, day, 9, 0, tzinfo=WIB))

    assert (mendesak, kata) == (tenggat.mendesak, tenggat.kata)


def test_past_the_hour_of_the_last_day_it_is_over():
    """On the day of finalisasi itself."""
    late = UjiPublik(OPENING, datetime(2022, 10, 28, 16, 0, tzinfo=WIB))
    tenggat = due(ENTRY, instansi(uji_publik=late), periode(), datetime(2022, 10, 31, 18, 0, tzinfo=WIB))

    assert (Mendesak.LEWAT, "lewat hari ini") == (tenggat.mendesak, tenggat.kata)


def test_what_is_decided_is_not_due():
    """Whatever the day."""
    decided = replace(ENTRY, status=StatusMasukan.DITOLAK)

    assert (Mendesak.DIPUTUS, "") == (
        due(decided, AGENCY, periode(), datetime(2023, 1, 1, tzinfo=WIB)).mendesak,
        due(decided, AGENCY, periode(), datetime(2023, 1, 1, tzinfo=WIB)).kata,
    )
