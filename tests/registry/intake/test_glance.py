"""A glance at a cell in the usual form gives what its reader gives."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.intake.columns import BIRTH, THK
from registry.intake.fields import Readers

_READERS = Readers(epoch1904=False, paling_akhir=date(2022, 12, 31))
_FIELDS = ("nama", "tanggal_lahir", "tanggal_sk", "tanggal_lulus", "nomor_sk", "jabatan", "nomor_hp", "email", "sumber_gaji", BIRTH, THK)  # fmt: skip
_CELLS = (
    st.text(min_size=1, max_size=30)
    | st.text("abS. ,'’#=-/0123456789@go.id", min_size=1, max_size=30)
    | st.dates(date(1900, 1, 1), date(2030, 1, 1)).map("{:%d-%m-%Y}".format)
    | st.from_regex(r"(Drs\. |H\. |Siti |ST )?[A-Z][a-z]{1,8} [A-Z][a-z]{1,30}(, S\.Pd|SE| SE)?", fullmatch=True)
    | st.from_regex(r"[0-9]{3}/[ A-Z.]{1,20}/20[0-9]{2}", fullmatch=True)
    | st.from_regex(r"0?8[0-9]{7,14}|[a-zA-Z._]{1,9}@[a-z.]{1,9}", fullmatch=True)
)


@pytest.mark.parametrize("field", _FIELDS)
@given(cell=_CELLS)
def test_what_a_glance_sees_the_reader_says_too_and_nothing_else(field: str, cell: str) -> None:
    """Whatever a glance accepts is the field's value, without a finding and without a word for another field."""
    seen = _READERS.glance(field)(cell)
    if seen is not None:
        assert _READERS.reader(field)(cell) == (((field, seen),), ())


@pytest.mark.parametrize(
    ("field", "cell"),
    [
        ("nama", "Siti Rahayu"),
        ("tanggal_lahir", "31-12-1990"),
        ("tanggal_sk", "01-02-2019"),
        ("nomor_sk", "800/123/SK/2019"),
        ("nomor_hp", "081234567890"),
        ("email", "siti.rahayu@contoh.go.id"),
    ],
)
def test_the_usual_form_is_seen(field: str, cell: str) -> None:
    """The forms most cells have need no reader."""
    assert _READERS.glance(field)(cell) is not None


@pytest.mark.parametrize(
    ("field", "cell"),
    [
        ("nama", "Drs Budi Santoso"),
        ("nama", "Budi Santoso SE"),
        ("nama", "Sutrisno"),
        ("tanggal_lahir", "31-02-1990"),
        ("tanggal_lahir", "01-01-2023"),
        ("nomor_sk", "=800/123/SK/2019"),
        ("nomor_hp", "8123456789"),
        ("sumber_gaji", "APBD"),
    ],
)
def test_anything_else_is_left_to_the_reader(field: str, cell: str) -> None:
    """Titles, impossible and future dates, formulas, repaired numbers and codes are not decided at a glance."""
    assert _READERS.glance(field)(cell) is None
