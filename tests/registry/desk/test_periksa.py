"""`periksa` of one instansi, as the command line and the terminal show it."""

import pytest

from registry.desk.periksa import Places, verify_instansi
from registry.errors import UsageRefused
from tests.registry.desk.small import Room, periode


def verified(room, rules=lambda _instansi: periode(), progress=None):
    return verify_instansi("3375", Places(room.folder / "3375", room.terbitan, rules), progress)


def codes(report):
    return [finding.kode for finding in report.temuan]


def test_a_sound_instansi(tmp_path):
    """Head, people and editions are told; nothing is found while it is open for writing."""
    room = Room(tmp_path, people=3).announced()
    report = verified(room)

    assert ([], room.store.head.seq, room.store.head.hash, 3, 1) == (
        codes(report),
        report.entri,
        report.kepala,
        report.pegawai,
        report.edisi,
    )


def test_a_changed_byte_tells_who_wrote_it(tmp_path):
    """And what to do."""
    room = Room(tmp_path, people=2)
    path = room.folder / "3375" / "journal.log"
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join((lines[0], lines[1].replace(b"Guru Kelas", b"Guru Kebun"), lines[2])))
    found = verified(room).temuan[0]

    assert ("jurnal-rusak", True, True) == (found.kode, "Rina" in found.pesan, "cadangan" in found.pesan)


def test_a_changed_edition(tmp_path):
    """Its fingerprint is no longer the journal's."""
    room = Room(tmp_path, people=1).announced()
    path = next(room.terbitan.glob("*.json"))
    path.write_bytes(path.read_bytes().replace(b"Guru Kelas", b"Guru Kebun"))

    assert "edisi-berubah" in codes(verified(room))


def test_rules_that_cannot_be_read(tmp_path):
    """The journal is sound, yet nobody can be assessed."""

    def broken(_instansi):
        raise UsageRefused("Periode tidak ada.")

    assert ["periode-tidak-terbaca"] == codes(verified(Room(tmp_path), broken))


def test_a_journal_that_is_gone(tmp_path):
    """One finding instead of an error."""
    assert ["jurnal-hilang"] == codes(
        verify_instansi("3375", Places(tmp_path / "kosong", tmp_path, lambda _instansi: periode()))
    )


def test_it_can_be_stopped(tmp_path):
    """What progress raises goes through."""

    def stop(_done, _total):
        raise InterruptedError

    with pytest.raises(InterruptedError):
        verified(Room(tmp_path, people=1), progress=stop)
