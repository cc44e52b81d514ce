"""A waiting row beside the record: equal, different, added, not told."""

import pytest

from registry.desk.banding import Banding, Beda, changes, compare
from registry.desk.tunggu import waiting
from tests.registry.desk.small import fields
from tests.registry.desk.verbs import FIRST, twins


@pytest.mark.parametrize(
    ("tercatat", "baris", "beda"),
    [
        ("Sari", "SARI", Beda.SAMA),
        ("Sari", "Dewi", Beda.BEDA),
        ("", "Sari", Beda.MENAMBAH),
        ("Sari", "", Beda.TIDAK_DISEBUT),
    ],
)
def test_the_two_sides_of_a_field(tercatat, baris, beda):
    """Only what differs or adds can be chosen."""
    one = Banding("nama", tercatat, baris)

    assert (beda, beda in {Beda.BEDA, Beda.MENAMBAH}) == (one.beda, one.dapat_dipilih)


def sides(folder):
    room = twins(folder)
    (row,) = waiting(room.store)
    return row, room.store.get("pegawai", FIRST)


def test_a_likely_duplicate_differs_in_its_nik(tmp_path):
    """And in nothing else that the row tells."""
    found = compare(*sides(tmp_path))

    assert ["nik"] == [one.kolom for one in found if one.beda is Beda.BEDA]


def test_what_the_row_does_not_tell_is_no_difference(tmp_path):
    """The file has no column for it."""
    found = {one.kolom: one for one in compare(*sides(tmp_path))}

    assert (fields(1)["nomor_hp"].replace("-", ""), Beda.TIDAK_DISEBUT) == (
        found["nomor_hp"].tercatat,
        found["nomor_hp"].beda,
    )


def test_without_a_record_the_left_side_is_empty(tmp_path):
    """The row collides with nobody."""
    row, _ = sides(tmp_path)

    assert {""} == {one.tercatat for one in compare(row, None)}


def test_nothing_changes_between_equals(tmp_path):
    """The diff of a record with itself."""
    _, person = sides(tmp_path)

    assert () == changes(person, person)
