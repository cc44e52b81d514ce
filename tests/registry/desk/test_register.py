"""Settings of the instansi."""

import pytest

from registry.desk.register import set_instansi
from registry.errors import UsageRefused
from registry.model.instansi import Kop, Ppk
from tests.registry.desk.small import Room


def test_letterhead_and_head_of_the_agency_can_be_set(tmp_path):
    """In one entry."""
    room = Room(tmp_path)
    kop, ppk = Kop(("PEMERINTAH KOTA PEKALONGAN", "BKPSDM"), "Jalan Majapahit 1"), Ppk("Contoh", "Wali Kota")
    set_instansi(room.store, {"kop": kop, "ppk": ppk}, room.act())

    assert (kop, ppk, 2) == (room.store.instansi.kop, room.store.instansi.ppk, room.store.head.seq)


def test_no_change_is_no_entry(tmp_path):
    """The journal tells what happened."""
    room = Room(tmp_path)
    set_instansi(room.store, {"tempat": "Pekalongan"}, room.act())

    assert room.store.head.seq == 1


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"fase": "FINAL"}, "fase tidak dapat diubah"),
        ({"zona": "Asia/Pekalongan"}, "tidak dikenal"),
        ({"zona": "../../etc/passwd"}, "tidak dikenal"),
        ({"nama": " "}, "tidak boleh kosong"),
        ({"kop": "BKPSDM"}, "tidak sesuai bentuknya"),
    ],
)
def test_what_cannot_be_set_is_refused(changes, said, tmp_path):
    """Unknown, unsound or empty."""
    room = Room(tmp_path)

    with pytest.raises(UsageRefused, match=said):
        set_instansi(room.store, changes, room.act())


@pytest.mark.parametrize("changes", [{"nama": "Kota Lain"}, {"zona": "Asia/Makassar"}, {"periode": "2024"}])
def test_what_the_announcement_rests_on_stays(changes, tmp_path):
    """Name, zone and rules do not change under a published list."""
    room = Room(tmp_path, people=1).announced()

    with pytest.raises(UsageRefused, match="sesudah pengumuman pertama"):
        set_instansi(room.store, changes, room.act())


@pytest.mark.parametrize("zona", ["Asia/Tokyo", "UTC", "../../etc/passwd"])
def test_only_the_three_zones_of_the_country(zona, tmp_path):
    """A window is announced as WIB, WITA or WIT."""
    room = Room(tmp_path)

    with pytest.raises(UsageRefused, match="Asia/Jayapura"):
        set_instansi(room.store, {"zona": zona}, room.act())
