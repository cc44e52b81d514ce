"""registry.json: a TinyDB database derived from the journal."""

import json
import os

import pytest
from tinydb import Query, TinyDB

from registry.model.tables import PEGAWAI
from registry.store.store import Store
from registry.store.verify import verify_store
from registry.store.view import AtomicStorage
from tests.registry.store.records import INSTANSI, act, nomor, person, put


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "3375"
    with Store.create(folder, INSTANSI, act()) as store:
        store.commit(put(person(2, "Wati “é” 😀 Contoh"), person(1)))
    return folder


def open_and_close(folder) -> list[str]:
    with Store.open(folder, operator="Sari") as store:
        pass
    return store.notices


def codes(folder) -> list[str]:
    report = verify_store(folder)
    return [found.kode for found in (*report.findings, *report.notes)]


def test_stock_tinydb_opens_the_view(folder):
    """Nothing of ours is needed to read it."""
    with TinyDB(folder / "registry.json") as database:
        found = database.table(PEGAWAI).get(Query().nomor == nomor(2))

    assert {"nomor": nomor(2), "nik": "3375000000000002", "nama": "Wati “é” 😀 Contoh"} == found
    assert 2 == found.doc_id


def test_the_view_names_the_head_it_was_written_from(folder):
    """Table _jurnal."""
    with Store.open(folder, operator="Sari", readonly=True) as store, TinyDB(folder / "registry.json") as database:
        assert [{"seq": 2, "head": store.head.hash}] == database.table("_jurnal").all()


def test_the_view_is_ascii(folder):
    """Stock TinyDB opens files in the platform's encoding, on Windows cp1252."""
    assert (folder / "registry.json").read_bytes().isascii()


def test_the_view_has_only_tables_of_the_record(folder):
    """Nothing lands in TinyDB's `_default`."""
    assert ["_jurnal", "instansi", "pegawai"] == sorted(json.loads((folder / "registry.json").read_text()))


def test_many_records_are_written_in_batches(folder):
    """More than one batch joins to one JSON object."""
    with Store.open(folder, operator="Sari") as store:
        store.commit(put(*[person(number) for number in range(1, 5001)]))

    with TinyDB(folder / "registry.json") as database:
        assert [nomor(1), nomor(5000), 5000] == [
            database.table(PEGAWAI).get(doc_id=1)["nomor"],
            database.table(PEGAWAI).get(doc_id=5000)["nomor"],
            len(database.table(PEGAWAI)),
        ]


def test_a_missing_view_is_told_and_rebuilt(folder):
    """Losing it loses nothing."""
    before = (folder / "registry.json").read_bytes()
    (folder / "registry.json").unlink()
    assert ["tampilan-hilang"] == codes(folder)

    assert "registry.json hilang" in open_and_close(folder)[0]
    assert before == (folder / "registry.json").read_bytes()


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b'{"_jurnal":{}}', b"\xff\xfe", b'{"_jurnal": 3}', b"null"])
def test_a_damaged_view_is_told_and_rebuilt(folder, damage):
    """Whatever stands there."""
    before = (folder / "registry.json").read_bytes()
    (folder / "registry.json").write_bytes(damage)
    assert ["tampilan-rusak"] == codes(folder)

    open_and_close(folder)
    assert before == (folder / "registry.json").read_bytes()
    assert [] == codes(folder)


def test_a_view_changed_with_stock_tinydb_is_told_and_rebuilt(folder):
    """The journal is the truth, not its copy."""
    with TinyDB(folder / "registry.json") as database:
        database.table(PEGAWAI).update({"nama": "Disunting"})
    assert ["tampilan-berbeda"] == codes(folder)

    assert "diubah dari luar" in open_and_close(folder)[0]
    assert [] == codes(folder)


def test_a_view_copied_to_another_time_is_still_ours(folder):
    """Restored folders have new times and the same content."""
    os.utime(folder / "registry.json", (1, 1))

    assert [] == open_and_close(folder)


def test_an_unchanged_view_is_not_written_again(folder):
    """Opening and closing touches nothing."""
    before = (folder / "registry.json").stat().st_mtime_ns
    open_and_close(folder)

    assert before == (folder / "registry.json").stat().st_mtime_ns


def test_a_view_left_old_by_a_crash_is_rebuilt(folder):
    """A writer that died before its checkpoint."""
    with Store.open(folder, operator="Sari") as store:
        store.commit(put(person(3)))
        saved = {name: (folder / name).read_bytes() for name in ["registry.json", "journal.kepala"]}
        store.commit(put(person(4)))
        store.checkpoint()
    for name, data in saved.items():
        (folder / name).write_bytes(data)
    assert ["tampilan-usang"] == codes(folder)

    open_and_close(folder)
    with TinyDB(folder / "registry.json") as database:
        assert 4 == len(database.table(PEGAWAI))


def test_a_checkpoint_renews_the_view_while_the_store_is_open(folder):
    """For those who look at it meanwhile."""
    with Store.open(folder, operator="Sari") as store:
        store.commit(put(person(3)))
        store.checkpoint()
        with TinyDB(folder / "registry.json") as database:
            assert 3 == len(database.table(PEGAWAI))


def test_tinydb_works_on_our_storage(tmp_path):
    """AtomicStorage is a TinyDB storage like any other."""
    with TinyDB(tmp_path / "x.json", storage=AtomicStorage) as database:
        database.insert({"a": 1})
        database.update({"a": 2})

    with TinyDB(tmp_path / "x.json") as database:
        assert [{"a": 2}] == database.all()
