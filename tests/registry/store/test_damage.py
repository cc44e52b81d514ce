"""A journal that is not what it was: cut anywhere, any bit flipped, lines lost, edited or replaced."""

from contextlib import closing
from hashlib import sha256
from pathlib import Path
from random import Random

import pytest

from registry.errors import StoreDamaged, StoreReadOnly
from registry.model.tables import PEGAWAI
from registry.store.store import Store
from registry.store.verify import verify_store
from tests.crash.disk import SimDisk
from tests.registry.store.records import INSTANSI, act, nomor, person, put

FOLDER = Path("/kerja/3375")
JOURNAL = FOLDER / "journal.log"
ANCHOR = FOLDER / "journal.kepala"
WRITERS = ("Sari", "Tono", "Wati", "Joko")


def journal() -> tuple[bytes, list[dict[str, str]]]:
    """A journal of five lines, and the people after each."""
    disk = SimDisk(Random(3))
    people: list[dict[str, str]] = [{}]
    with Store.create(FOLDER, INSTANSI, act(), fs=disk) as store:
        for number, operator in enumerate(WRITERS, 1):
            store.commit(put(person(number, f"Orang {number}"), minute=number, operator=operator))
            people.append(people[-1] | {nomor(number): f"Orang {number}"})
    return bytes(disk.files[JOURNAL].data), people


WHOLE, PEOPLE = journal()
ENDS = [index + 1 for index, byte in enumerate(WHOLE) if byte == ord("\n")]


def disk_with(data: bytes, *, anchor: bytes = b"") -> SimDisk:
    disk = SimDisk(Random(5))
    for folder in [*reversed(FOLDER.parents), FOLDER]:
        disk.folders.add(folder)
    disk.put(JOURNAL, data)
    if anchor:
        disk.put(ANCHOR, anchor)
    return disk


def opened(disk: SimDisk) -> Store:
    return Store.open(FOLDER, operator="Sari", fs=disk)


def names(store: Store) -> dict[str, str]:
    return {one.nomor: one.nama for one in store.rows(PEGAWAI)}


def codes(disk: SimDisk) -> list[str]:
    return [finding.kode for finding in verify_store(FOLDER, fs=disk).findings]


def aside(disk: SimDisk) -> list[bytes]:
    return [bytes(disk.files[FOLDER / name].data) for name in disk.names(FOLDER) if ".sisa-" in name]


@pytest.mark.parametrize("lines", range(len(ENDS)))
def test_a_journal_cut_anywhere_keeps_its_whole_lines(lines):
    """Every length: what was cut into is set aside, never lost, never read."""
    for size in range(([0, *ENDS])[lines], ENDS[lines]):
        disk = disk_with(WHOLE[:size])
        if not lines:
            with pytest.raises(StoreDamaged):
                opened(disk)
            assert WHOLE[:size] == disk.files[JOURNAL].data
            continue

        with closing(opened(disk)) as store:
            assert PEOPLE[lines - 1] == names(store)
            assert not store.readonly

        rest = WHOLE[ENDS[lines - 1] : size]
        assert [rest] * bool(rest) == aside(disk)
        assert bool(rest) == bool(store.notices)
        assert [] == codes(disk)


@pytest.mark.parametrize("bit", range(8))
def test_a_flipped_bit_never_changes_what_is_read(bit):
    """In every byte: the line is left out; if others follow, or it is readable, nobody writes any more."""
    for offset in range(ENDS[0], len(WHOLE)):
        line = sum(end <= offset for end in ENDS)
        flipped = bytearray(WHOLE)
        flipped[offset] ^= 1 << bit
        disk = disk_with(bytes(flipped))
        with closing(opened(disk)) as store:
            found = names(store)
        assert store.notices
        assert store.readonly or line == len(WRITERS)
        lost_line_feed = offset + 1 in ENDS or flipped.count(b"\n") > len(ENDS)
        hit = {nomor(line), nomor(line + 1)} if lost_line_feed else {nomor(line)}
        assert nomor(line) not in found
        assert set(PEOPLE[-1].items()) >= set(found.items())
        assert PEOPLE[-1].keys() - found.keys() <= hit
        if not store.readonly:
            assert [bytes(flipped[ENDS[line - 1] :])] == aside(disk)


@pytest.mark.parametrize("bit", range(8))
def test_a_flipped_bit_in_the_first_line_is_told(bit):
    """Without its beginning the instansi is not even opened."""
    for offset in range(ENDS[0]):
        flipped = bytearray(WHOLE)
        flipped[offset] ^= 1 << bit
        disk = disk_with(bytes(flipped))
        assert "jurnal-rusak" in codes(disk)
        with pytest.raises(StoreDamaged):
            opened(disk)


@pytest.mark.parametrize("line", [1, 2, 3])
def test_damage_in_the_middle_is_told_with_its_entry_and_author(line):
    """Which entry is hit, who wrote it, what to do."""
    data = WHOLE.replace(f"Orang {line}".encode(), f"Orong {line}".encode())

    report = verify_store(FOLDER, fs=disk_with(data))

    assert [("jurnal-rusak", str(line + 1))] == [(finding.kode, finding.nilai) for finding in report.findings]
    assert f"{WRITERS[line - 1]} (tambah, 2022-09-01T08:0{line}:00+07:00)" in report.findings[0].pesan
    assert "cadangan" in report.findings[0].pesan
    assert 4 == report.entries


def test_a_damaged_journal_is_never_written_to():
    """Read-only, whoever opens it."""
    data = WHOLE.replace(b"Orang 2", b"Orong 2")
    disk = disk_with(data)
    store = opened(disk)

    with pytest.raises(StoreReadOnly, match="Jurnal rusak"):
        store.commit(put(person(9)))
    store.close()
    assert data == disk.files[JOURNAL].data
    assert [] == [name for name in disk.names(FOLDER) if name == "registry.json"]


def test_a_line_taken_out_is_damage():
    """The chain misses it."""
    disk = disk_with(WHOLE[: ENDS[1]] + WHOLE[ENDS[2] :])

    assert {"jurnal-rusak"} == set(codes(disk))
    with closing(opened(disk)) as store:
        assert store.readonly


def test_two_lines_swapped_are_damage():
    """Each is whole, together they are not."""
    disk = disk_with(WHOLE[: ENDS[1]] + WHOLE[ENDS[2] : ENDS[3]] + WHOLE[ENDS[1] : ENDS[2]] + WHOLE[ENDS[3] :])

    with closing(opened(disk)) as store:
        assert store.readonly


def test_an_edited_last_line_is_damage_not_a_torn_append():
    """A torn write leaves no readable record: somebody's acknowledged change must not vanish."""
    disk = disk_with(WHOLE.replace(b"Orang 4", b"Orong 4"))

    with closing(opened(disk)) as store:
        assert store.readonly
    assert ["jurnal-rusak"] == codes(disk)


def test_a_destroyed_line_and_a_whole_one_behind_it_are_damage():
    """Even though nothing can prove the last line any more."""
    start, end = ENDS[2], ENDS[3]
    disk = disk_with(WHOLE[:start] + b"\0" * (end - start - 1) + b"\n" + WHOLE[end:])

    with closing(opened(disk)) as store:
        assert store.readonly
        assert PEOPLE[2] == names(store)


def test_a_line_half_zero_at_the_end_is_a_torn_append():
    """Its last sector reached the disk, an earlier one did not."""
    start, end = ENDS[3], ENDS[4]
    torn = WHOLE[:start] + b"\0" * 150 + WHOLE[start + 150 : end]
    disk = disk_with(torn)

    with closing(opened(disk)) as store:
        assert PEOPLE[3] == names(store)
        assert not store.readonly
    assert [torn[start:]] == aside(disk)


def test_a_cut_exactly_at_a_line_border_is_found_through_the_anchor():
    """The chain alone looks whole."""
    whole = disk_with(WHOLE)
    opened(whole).close()
    disk = disk_with(WHOLE[: ENDS[2]], anchor=bytes(whole.files[ANCHOR].data))

    findings = verify_store(FOLDER, fs=disk).findings

    assert [("jurnal-terpotong", "4-5")] == [(finding.kode, finding.nilai) for finding in findings[:1]]
    with closing(opened(disk)) as store:
        assert store.readonly


def test_a_torn_line_the_anchor_knows_as_acknowledged_is_damage():
    """It is not set aside as if it had never been promised."""
    whole = disk_with(WHOLE)
    opened(whole).close()
    disk = disk_with(WHOLE[:-20], anchor=bytes(whole.files[ANCHOR].data))

    with closing(opened(disk)) as store:
        assert store.readonly
    assert WHOLE[:-20] == disk.files[JOURNAL].data


def test_another_journal_in_its_place_is_found_through_the_anchor():
    """As long as the old one, every line valid, and yet another history."""
    whole = disk_with(WHOLE)
    opened(whole).close()
    other = SimDisk(Random(3))
    with Store.create(FOLDER, INSTANSI, act(), fs=other) as store:
        for number in range(1, 6):
            store.commit(put(person(number, "Orang lain")))
    disk = disk_with(bytes(other.files[JOURNAL].data), anchor=bytes(whole.files[ANCHOR].data))

    assert "jurnal-diganti" in codes(disk)


def test_a_journal_shorter_than_an_edition_says_is_found():
    """Editions carry the head they were frozen from."""
    report = verify_store(FOLDER, fs=disk_with(WHOLE), anchors=[(9, "0" * 64, "terbitan/3375/1-prafinalisasi.json")])

    assert ["jurnal-kurang-dari-edisi"] == [finding.kode for finding in report.findings]


def test_an_edition_of_another_journal_is_found():
    """The same number, another hash."""
    report = verify_store(FOLDER, fs=disk_with(WHOLE), anchors=[(3, "0" * 64, "terbitan/3375/1-prafinalisasi.json")])

    assert ["jurnal-beda-dari-edisi"] == [finding.kode for finding in report.findings]


def test_the_line_is_the_documented_one():
    """sha256hex(prev_hex + LF + payload) SP payload LF, from 64 zeros on."""
    prev = b"0" * 64
    for line in WHOLE.splitlines():
        digest, payload = line[:64], line[65:]
        assert (sha256(prev + b"\n" + payload).hexdigest().encode(), b" ") == (digest, line[64:65])
        prev = digest


def test_a_journal_of_a_later_format_is_not_guessed_at():
    """An old program does not read half of what a new one wrote."""
    payload = WHOLE[65 : ENDS[0] - 1].replace(b"jurnal/1", b"jurnal/9")
    line = sha256(b"0" * 64 + b"\n" + payload).hexdigest().encode() + b" " + payload + b"\n"

    with pytest.raises(Exception, match="versi Pendataan yang lebih baru"):
        opened(disk_with(line))
