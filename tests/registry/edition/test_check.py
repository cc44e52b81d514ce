"""Editions that come from elsewhere must hold together."""

from datetime import datetime

import pytest
from msgspec.structs import replace

from registry.edition.check import faults
from registry.edition.types import Alasan, InstansiPublik, Sel, UjiPublikPublik
from tests.registry.edition.editions import PEKALONGAN, WIB, edition, final, orang, people


@pytest.mark.parametrize("one", [edition(0), edition(50), final(50), final(50, alasan=Alasan())])
def test_sound(one):
    """What our own factory makes has no fault."""
    assert () == faults(one)


@pytest.mark.parametrize(
    "one",
    [
        replace(edition(3), jumlah=edition(4).jumlah),
        edition([orang(2), orang(1)]),
        edition([orang(1), orang(1)]),
        edition([orang(1, kode="3374")]),
        edition([orang(1, status="lulus")]),
        edition([orang(1, nama="")]),
        edition(3, instansi=replace(PEKALONGAN, jenis="DESA")),
        edition([], instansi=InstansiPublik("../x", "X", "KOTA", "", "Asia/Jakarta", "")),
        edition(3, edisi=2),
        edition(3, sebelumnya="ef" * 32),
        edition(3, tahap="final"),
        edition(3, edisi=0),
        edition(3, alasan=Alasan()),
        final(3, alasan=Alasan(ditambahkan=(Sel("MENINGGAL", 7),))),
        final(3, alasan=Alasan(dihapus=(Sel("TIDAK_LAGI_BEKERJA", 7), Sel("SANGGAHAN_DIKABULKAN", 7)))),
        final(3, alasan=Alasan(dihapus=(Sel("TIDAK_LAGI_BEKERJA", 4),))),
        edition(3, terbit=datetime(2022, 9, 30, 15, 30)),  # noqa: DTZ001
        edition(3, uji_publik=UjiPublikPublik(datetime(2022, 10, 7, tzinfo=WIB), datetime(2022, 10, 1, tzinfo=WIB))),
    ],
)
def test_faulty(one):
    """One contradiction, one sentence."""
    assert 1 == len(faults(one))


def test_all_faults_are_told():
    """Not only the first."""
    assert 2 == len(faults(edition([orang(1, status="x"), *people(2)[1:]], tahap="final")))
