"""The countdown to what an agency must keep next."""

from datetime import UTC, datetime, timedelta

import pytest
from msgspec.structs import replace

from registry.desk.tenggat import in_words, next_deadline, passed, remaining
from registry.model.codes import Fase
from registry.model.instansi import UjiPublik
from tests.registry.desk.small import instansi, periode

NOW = datetime(2022, 9, 24, 5, 0, tzinfo=UTC)
WINDOW = UjiPublik(datetime(2022, 9, 23, 0, 0, tzinfo=UTC), datetime(2022, 9, 30, 9, 0, tzinfo=UTC))


def announced(**changes):
    return instansi(**{"fase": Fase.UJI_PUBLIK, "uji_publik": WINDOW, **changes})


def due(one, now=NOW):
    found = next_deadline(one, periode(), now)
    return found and (found.judul, in_words(found, now))


def test_the_end_of_the_window_in_the_agencys_own_zone():
    """Days and hours, then the moment as it is announced."""
    assert ("Uji publik berakhir", "6 hari 4 jam lagi, 30 September 2022 pukul 16.00 WIB") == due(announced())


@pytest.mark.parametrize(
    ("zona", "words"),
    [
        ("Asia/Makassar", "30 September 2022 pukul 17.00 WITA"),
        ("Asia/Jayapura", "30 September 2022 pukul 18.00 WIT"),
    ],
)
def test_the_same_moment_on_other_clocks(zona, words):
    """The countdown is the same, the clock is the agency's."""
    assert f"6 hari 4 jam lagi, {words}" == due(announced(zona=zona))[1]


def test_before_announcing_it_is_the_date_of_the_periode():
    """In PENDAFTARAN the prafinalisasi is due; in Bali the letter's last second lies on the next day."""
    assert ("Prafinalisasi", "6 hari 12 jam lagi, 1 Oktober 2022 pukul 00.59 WITA") == due(
        instansi(zona="Asia/Makassar"), datetime(2022, 9, 24, 4, 59, 59, tzinfo=UTC)
    )


def test_a_window_that_has_not_begun():
    """Announced for later: its beginning comes first."""
    assert "Uji publik dimulai" == due(announced(), WINDOW.mulai - timedelta(hours=1))[0]


def test_the_last_moment_still_counts():
    """`selesai` itself is inside; a second later the finalisasi is what comes next."""
    assert "Uji publik berakhir" == due(announced(), WINDOW.selesai)[0]
    assert "Finalisasi" == due(announced(), WINDOW.selesai + timedelta(seconds=1))[0]


def test_waiting_for_the_sptjm_the_finalisasi_is_due():
    """31 October, 17.00 WIB."""
    waiting = replace(announced(), fase=Fase.MENUNGGU_SPTJM)

    assert ("Finalisasi", "37 hari lagi, 31 Oktober 2022 pukul 17.00 WIB") == due(waiting)


def test_nothing_is_due_after_the_lock():
    """FINAL."""
    assert due(replace(announced(), fase=Fase.FINAL)) is None


def test_a_passed_deadline_says_so():
    """It does not turn into another one while its step is not done."""
    later = datetime(2022, 10, 3, 18, 0, tzinfo=UTC)
    found = next_deadline(instansi(), periode(), later)

    assert "lewat 3 hari 1 jam, 30 September 2022 pukul 23.59 WIB" == in_words(found, later)
    assert passed(found, later)


@pytest.mark.parametrize(
    ("left", "words"),
    [
        (timedelta(seconds=59), "kurang dari satu menit lagi"),
        (timedelta(minutes=1), "1 menit lagi"),
        (timedelta(hours=2, minutes=5, seconds=30), "2 jam 5 menit lagi"),
        (timedelta(days=1), "1 hari lagi"),
        (timedelta(days=45, hours=3), "45 hari lagi"),
        (timedelta(days=-1500), "lewat 1.500 hari"),
        (timedelta(0), "kurang dari satu menit lagi"),
    ],
)
def test_lengths(left, words):
    """The two largest units."""
    found = next_deadline(announced(), periode(), NOW)

    assert words == remaining(found, found.saat - left)
