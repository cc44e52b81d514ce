"""Publishing tells why people came and went, from what the store knows."""

from datetime import date

from registry.desk.masukan import decide, receive_sanggahan, receive_usulan
from registry.desk.pegawai import cross_out
from registry.desk.tahap import attach_sptjm, compose_final, finalise
from registry.edition.canonical import encode_edition, read_edition
from registry.edition.check import faults
from registry.edition.types import Alasan, Sel
from registry.model.codes import AlasanCoret
from tests.registry.desk.small import AFTERWARDS, LETTER, Room, fields, periode


def number(serial: int) -> str:
    return f"3375-{serial:06d}"


def object_to(room: Room, serial: int) -> None:
    entry = receive_sanggahan(room.store, number(serial), room.act(), isi="Tidak bekerja di sini")
    decide(room.store, entry.tanda_terima, periode(), room.act("Terbukti"), granted=True)


def propose(room: Room, serial: int) -> None:
    said = fields(serial)
    entry = receive_usulan(room.store, room.act(), nama=said["nama"], isi="Belum terdaftar")
    decide(room.store, entry.tanda_terima, periode(), room.act("SK sah"), granted=True, fields=said)


def finish(room: Room) -> None:
    room.verify_all()
    room.moment = AFTERWARDS
    compose_final(room.store, periode(), room.act())
    attach_sptjm(room.store, room.scan(), room.act(), nomor="800/900", tanggal=date(2022, 10, 9))
    finalise(room.store, room.terbitan, periode(), room.act(), **LETTER)


def test_the_final_edition_tells_why_people_came_and_went(tmp_path):
    """Six removed by objection, six who left, one of them dead; five proposed and seven recorded later."""
    room = Room(tmp_path, people=30).announced()
    for serial in range(1, 7):
        object_to(room, serial)
    cross_out(room.store, [number(7)], AlasanCoret.MENINGGAL, room.act("Keterangan keluarga"))
    cross_out(room.store, [number(n) for n in range(8, 13)], AlasanCoret.KELUAR, room.act("Keterangan unit"))
    for serial in range(200, 205):
        propose(room, serial)
    for _ in range(7):
        room.add()
    finish(room)
    told = read_edition(room.terbitan / "2-final.json")

    assert Alasan(
        ditambahkan=(Sel("USULAN_DIKABULKAN", 5), Sel("DIDATA_INSTANSI", 7)),
        dihapus=(Sel("SANGGAHAN_DIKABULKAN", 6), Sel("TIDAK_LAGI_BEKERJA", 6)),
    ) == (told.alasan)
    assert () == faults(told)


def test_one_removed_person_is_told_no_reason(tmp_path):
    """The list names them, so a count would tell of them; the edition says that nothing can be told."""
    room = Room(tmp_path, people=3).announced()
    object_to(room, 1)
    finish(room)

    assert Alasan() == read_edition(room.terbitan / "2-final.json").alasan


def test_the_first_edition_holds_no_reasons(tmp_path):
    """There is nothing before it; its bytes are those of an edition made before reasons existed."""
    room = Room(tmp_path, people=3).announced()

    assert b"alasan" not in encode_edition(read_edition(room.terbitan / "1-prafinalisasi.json"))
