"""The blanks of the SPTJM, and what stands after the lock."""

from msgspec.structs import replace

from registry.desk.sptjm_isi import sptjm_blanks
from registry.desk.terkunci import locked
from registry.edition.canonical import fingerprint
from registry.model.instansi import Kop, Ppk
from tests.registry.desk.small import PDF, Room, instansi


def test_blanks_that_are_missing_are_named():
    """A NIP and a site may be missing; who signs and where may not."""
    assert ["Kop surat", "Alamat pada kop", "Nama PPK", "Jabatan PPK"] == [
        blank.judul for blank in sptjm_blanks(instansi()) if blank.kurang
    ]


def test_blanks_that_are_told_show_their_values():
    """As they will be printed."""
    told = replace(
        instansi(), kop=Kop(("PEMERINTAH KOTA", "BKPSDM"), "Jalan Contoh 1"), ppk=Ppk("Contoh Wali Kota", "Wali Kota")
    )
    blanks = {blank.kode: blank for blank in sptjm_blanks(told)}

    assert ("PEMERINTAH KOTA / BKPSDM", "Contoh Wali Kota") == (blanks["kop"].nilai, blanks["ppk-nama"].nilai)
    assert not any(blank.kurang for blank in blanks.values())


def test_before_the_lock_nothing_stands(tmp_path):
    """Not even with the SPTJM attached."""
    room = Room(tmp_path, people=1).attached()

    assert locked(room.store, room.terbitan) is None


def test_after_the_lock_files_and_fingerprints_are_told(tmp_path):
    """The final edition, its letter and the scan lie where it says, with these fingerprints."""
    room = Room(tmp_path, people=1).final()
    found = locked(room.store, room.terbitan)

    assert [1, 2] == [edition.nomor for edition in found.edisi]
    assert ["2-final.json", "2-final.pdf"] == [path.name for path in found.berkas]
    assert found.edisi[-1].sidik == fingerprint(found.berkas[0].read_bytes())
    assert (PDF, room.store.head) == (found.pindaian.read_bytes(), found.jurnal)


def test_a_scan_that_vanished_is_not_named(tmp_path):
    """Nobody is sent to a file that is not there."""
    room = Room(tmp_path, people=1).final()
    locked(room.store, room.terbitan).pindaian.unlink()

    assert locked(room.store, room.terbitan).pindaian is None
