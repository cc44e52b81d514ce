"""What changed between two editions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from registry.edition.compare import Perbedaan, Perubahan, compare, compare_lists
from tests.registry.edition.editions import KEMENAG, edition, final, orang, people


def test_same_lists():
    """Nothing added, removed or changed; everybody stands."""
    assert Perbedaan(tetap=9) == compare(edition(9), final(9))


def test_added_removed_changed():
    """Each by registration number, with the fields that differ."""
    old = [orang(1), orang(2), orang(3)]
    moved = replace(orang(2), unit_kerja="SDN Poncol 02", status="TMS")
    new = [orang(1), moved, orang(4)]

    assert Perbedaan(
        ditambahkan=(orang(4),),
        dihapus=(orang(3),),
        diubah=(Perubahan(orang(2), moved, ("unit_kerja", "status")),),
        tetap=1,
    ) == compare(edition(old), final(new))


@given(st.sets(st.integers(1, 40)), st.sets(st.integers(1, 40)))
def test_applying_the_difference_gives_the_new_list(before, after):
    """Old minus removed plus added is new; forwards and backwards agree."""
    old, new = [[orang(n) for n in sorted(one)] for one in (before, after)]
    there, back = compare_lists(old, new), compare_lists(new, old)

    assert set(new) == (set(old) - set(there.dihapus)) | set(there.ditambahkan)
    assert (there.ditambahkan, there.dihapus) == (back.dihapus, back.ditambahkan)


def test_empty_difference():
    """`kosong` says so."""
    assert (True, False) == (compare_lists(people(3), people(3)).kosong, compare_lists(people(3), people(4)).kosong)


def test_two_instansi_are_not_compared():
    """Registration numbers mean something only within one instansi."""
    with pytest.raises(ValueError, match="KEMENAG"):
        compare(edition(), edition(instansi=KEMENAG))
