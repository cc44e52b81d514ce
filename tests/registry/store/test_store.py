"""What the store promises to those who read and write records."""

from pathlib import Path
from random import Random

import pytest
from msgspec import Struct

from registry.errors import HeadMoved, StoreReadOnly, UsageRefused
from registry.model.act import Act
from registry.model.codes import Fase, StatusPegawai
from registry.model.tables import INSTANSI as INSTANSI_TABLE
from registry.model.tables import PEGAWAI
from registry.store.change import Change
from registry.store.store import Store
from tests.crash.disk import SimDisk
from tests.registry.store.records import INSTANSI, WIB, act, nomor, person, put

FOLDER = Path("/kerja/instansi/3375")


@pytest.fixture
def disk():
    return SimDisk(Random(1))


@pytest.fixture
def store(disk):
    with Store.create(FOLDER, INSTANSI, act(), fs=disk) as store:
        yield store


def reopened(disk: SimDisk) -> Store:
    return Store.open(FOLDER, operator="Tono", fs=disk)


def test_a_new_store_holds_its_instansi(store):
    """The first entry brings the instansi."""
    assert INSTANSI == store.instansi


def test_an_instansi_is_begun_only_once(store, disk):
    """Beginning again would forget everything."""
    store.close()

    with pytest.raises(UsageRefused, match="sudah ada"):
        Store.create(FOLDER, INSTANSI, act(), fs=disk)


def test_a_folder_without_a_journal_is_refused(disk):
    """Opening creates nothing."""
    with pytest.raises(UsageRefused, match="belum ada data"):
        Store.open(FOLDER, operator="Sari", fs=disk)


def test_a_record_comes_back_as_it_was_put(store):
    """Records are frozen values, equal to what was committed."""
    store.commit(put(person(1)))

    assert person(1) == store.get(PEGAWAI, nomor(1))


def test_records_survive_close_and_reopen(store, disk):
    """The journal is the truth."""
    store.commit(put(person(1), person(2)))
    store.close()

    with reopened(disk) as again:
        assert [person(1), person(2)] == list(again.rows(PEGAWAI))


def test_rows_are_sorted_by_key(store):
    """Whatever order they arrived in."""
    store.commit(put(person(3)))
    store.commit(put(person(1), person(2)))

    assert [nomor(1), nomor(2), nomor(3)] == [row.nomor for row in store.rows(PEGAWAI)]


def test_rows_do_not_change_while_they_are_read(store):
    """A screen that lists people is not disturbed by a commit."""
    store.commit(put(person(1), person(2)))
    rows = store.rows(PEGAWAI)
    store.commit(put(person(2, "Diubah"), person(3)))

    assert [person(1), person(2)] == list(rows)


def test_scan_decodes_only_the_fields_asked_for(store):
    """A narrow type sees its own fields."""

    class Name(Struct):
        nama: str

    store.commit(put(person(1, "Wati")))

    assert [Name("Wati")] == list(store.scan(PEGAWAI, Name))


def test_a_deleted_record_is_gone(store, disk):
    """Deletes are part of a change like puts."""
    store.commit(put(person(1), person(2)))
    store.commit(Change(action="hapus", act=act(), deletes={PEGAWAI: [nomor(1)]}))
    store.close()

    with reopened(disk) as again:
        assert [nomor(2)] == again.keys(PEGAWAI)


def test_the_instansi_follows_its_record(store):
    """A change of phase shows at once."""
    later = INSTANSI.__class__(kode="3375", nama="Kota Contoh", jenis=INSTANSI.jenis, fase=Fase.FINAL)
    store.commit(Change(action="final", act=act(), puts={INSTANSI_TABLE: {"3375": later}}))

    assert Fase.FINAL == store.instansi.fase


def test_a_nik_leads_to_its_record(store):
    """The index is there before the first look-up and after a change."""
    store.commit(put(person(1, nik="3375000000000011")))
    assert nomor(1) == store.by_nik("3375000000000011")
    store.commit(put(person(1, nik="3375000000000022")))

    assert [None, nomor(1)] == [store.by_nik("3375000000000011"), store.by_nik("3375000000000022")]


def test_a_record_that_is_not_crossed_out_comes_first(store):
    """The same NIK twice: the crossed out record is the second choice."""
    nik = "3375000000000011"
    store.commit(put(person(1, nik=nik, status=StatusPegawai.DICORET)))
    assert nomor(1) == store.by_nik(nik)
    store.commit(put(person(2, nik=nik)))

    assert nomor(2) == store.by_nik(nik)


def test_a_deleted_record_leaves_the_index(store):
    """Its NIK is free again."""
    store.commit(put(person(1)))
    store.by_nik(person(1).nik)
    store.commit(Change(action="hapus", act=act(), deletes={PEGAWAI: [nomor(1)]}))

    assert store.by_nik(person(1).nik) is None


def test_history_tells_who_did_what_when_and_why(store):
    """One note an entry, from the first on."""
    store.commit(Change(action="coret", act=Act("Tono", act(5).waktu, "ganda"), puts={PEGAWAI: {nomor(1): person(1)}}))

    last = list(store.history())[-1]

    assert (2, "Tono", "coret", "ganda", {PEGAWAI: 1}) == (
        last.seq,
        last.operator,
        last.action,
        last.alasan,
        last.counts,
    )
    assert act(5).waktu == last.waktu == store.last_moment
    assert store.head.hash == last.hash


def test_history_of_a_record_leaves_out_other_entries(store):
    """Only the entries that touched it."""
    store.commit(put(person(1)))
    store.commit(put(person(2)))
    store.commit(put(person(1, "Diubah"), person(3)))

    assert [2, 4] == [note.seq for note in store.history_of(PEGAWAI, nomor(1))]


@pytest.mark.parametrize(
    "change",
    [
        Change(action="x", act=act(), puts={"tabel_lain": {"1": person(1)}}),
        Change(action="x", act=act(), puts={PEGAWAI: {"1": INSTANSI}}),
        Change(action="x", act=act(), deletes={"tabel_lain": ["1"]}),
        Change(action="x", act=Act("Sari", act().waktu.replace(tzinfo=None))),
        put(person(1, nama=12)),  # pyrefly: ignore
    ],
    ids=["unknown table", "another type", "delete from unknown table", "no zone", "a number as name"],
)
def test_what_could_not_be_read_back_is_never_written(store, change):
    """The truth is checked before it is written."""
    before = store.head
    with pytest.raises(ValueError, match=r".+"):
        store.commit(change)

    assert (before, 1) == (store.head, len(list(store.history())))


def test_a_line_feed_in_a_name_stays_inside_its_line(store, disk):
    """A payload is one line whatever it holds."""
    odd = person(1, "Satu\nDua\u2028Tiga\r\x00 “é” 😀")
    store.commit(put(odd))
    store.close()

    with reopened(disk) as again:
        assert odd == again.get(PEGAWAI, nomor(1))


def test_an_append_by_somebody_else_is_noticed(store, disk):
    """A writer past the lock: nothing is written over or after it."""
    path = FOLDER / "journal.log"
    disk.files[path].write(b"x")

    with pytest.raises(HeadMoved):
        store.commit(put(person(1)))


def test_a_journal_replaced_under_the_store_is_noticed(store, disk):
    """Restoring a backup while the instansi is open: the change does not vanish into the old file."""
    path = FOLDER / "journal.log"
    disk.put(path, bytes(disk.files[path].data))

    with pytest.raises(HeadMoved):
        store.commit(put(person(1)))


def test_a_closed_store_accepts_nothing(store):
    """Closing is final."""
    store.close()

    with pytest.raises(StoreReadOnly, match="sudah ditutup"):
        store.commit(put(person(1)))


def test_a_store_opened_to_read_accepts_nothing(store, disk):
    """No lock, no write."""
    with (
        Store.open(FOLDER, operator="Tono", readonly=True, fs=disk) as reader,
        pytest.raises(StoreReadOnly),
    ):
        reader.commit(put(person(1)))


def test_times_keep_their_zone(store, disk):
    """The offset an operator worked in is part of the record."""
    store.commit(put(person(1), minute=30))
    store.close()

    with reopened(disk) as again:
        assert act(30).waktu.astimezone(WIB).isoformat() == again.last_moment.isoformat()


def test_an_entry_tells_what_its_records_were_before(store):
    """Changed by it, made by it, and nothing of what came later."""
    store.commit(put(person(1, "Lama")))
    store.commit(put(person(1, "Baru"), person(2)))
    entry = list(store.history())[-1]
    store.commit(put(person(1, "Kemudian")))

    assert {PEGAWAI: {nomor(1): person(1, "Lama"), nomor(2): None}} == store.before(entry)


def test_a_record_deleted_before_was_not_there(store):
    """And one that came back is what it was last."""
    store.commit(put(person(1), person(2, "Lama")))
    store.commit(Change(action="hapus", act=act(), deletes={PEGAWAI: [nomor(1), nomor(2)]}))
    store.commit(put(person(2, "Lagi")))
    store.commit(put(person(1), person(2)))

    assert {PEGAWAI: {nomor(1): None, nomor(2): person(2, "Lagi")}} == store.before(list(store.history())[-1])
