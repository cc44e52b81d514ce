"""Words on the screen instead of codes, and back."""

from datetime import UTC, datetime

import pytest

from registry.desk.fields import read_fields
from registry.periode.load import builtin_periode_path, load_periode
from tui.moments import write_moment
from tui.words import CODED, in_words, number

PERIODE = load_periode(builtin_periode_path("2022"))
CODES = [(field, code) for field, words in CODED.items() for code in words]


@pytest.mark.parametrize(("field", "code"), CODES)
def test_a_word_of_the_form_is_read_back_as_its_code(field, code):
    """Showing words instead of codes changes no record."""
    known = {"nik": "3375010101909321", "nama": "Contoh", "tanggal_lahir": "01-01-1990"}
    by_code, by_word = (read_fields({**known, field: text}, PERIODE) for text in (code, in_words(field, code)))

    assert code == str(getattr(by_word.require(), field))
    assert [one.kode for one in by_code.temuan] == [one.kode for one in by_word.temuan]


def test_a_text_that_is_no_code_stays():
    """What the operator wrote is shown as written."""
    assert "SMK TKJ" == in_words("pendidikan", "SMK TKJ")


def test_thousands_are_set_apart_by_a_point():
    """As Indonesians write numbers."""
    assert "3.951" == number(3951)


def test_a_moment_is_shown_in_the_zone_of_the_instansi():
    """Recorded on a computer that stands elsewhere, read where the agency is."""
    assert "7 Oktober 2022 pukul 16.00 WITA" == write_moment(datetime(2022, 10, 7, 8, tzinfo=UTC), "Asia/Makassar")
