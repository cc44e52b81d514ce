"""On the real file system: modes, lock between processes, kept files, a writer that is killed."""

import json
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from hashlib import sha256
from pathlib import Path

import pytest

from registry.errors import StoreReadOnly, UsageRefused
from registry.model.tables import PEGAWAI
from registry.store.store import Store
from registry.store.verify import verify_store
from tests.registry.store.records import INSTANSI, act, nomor, person, put

ROOT = Path(__file__).parents[3]
HOLD = """
import sys, time
from pathlib import Path
from registry.store.store import Store
store = Store.open(Path(sys.argv[1]), operator="Tono")
print("terbuka", flush=True)
time.sleep(60)
"""
WRITE = """
import sys
from pathlib import Path
from registry.store.store import Store
from tests.registry.store.records import person, put
store = Store.open(Path(sys.argv[1]), operator="Tono")
for number in range(100_000):
    store.commit(put(person(number)))
    print(number, flush=True)
"""


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "kerja" / "instansi" / "3375"


@pytest.fixture
def store(folder):
    with Store.create(folder, INSTANSI, act()) as store:
        yield store


def child(script: str, folder) -> subprocess.Popen:
    return subprocess.Popen([sys.executable, "-c", script, str(folder)], cwd=ROOT, stdout=subprocess.PIPE, text=True)


@pytest.mark.skipif(os.name == "nt", reason="modes")
def test_everything_is_readable_by_its_owner_only(store, folder):
    """Files 0600, folders 0700, whatever the umask."""
    before = os.umask(0)
    try:
        store.keep_file(b"lampiran")
        store.commit(put(person(1)))
        store.close()
    finally:
        os.umask(before)

    modes = {path.name: path.stat().st_mode & 0o777 for path in folder.rglob("*")}

    assert {0o700} == {modes.pop("berkas"), folder.stat().st_mode & 0o777, folder.parent.stat().st_mode & 0o777}
    assert {0o600} == set(modes.values())
    assert () == verify_store(folder).findings


@pytest.mark.skipif(os.name == "nt", reason="modes")
def test_a_file_others_can_read_is_a_finding(store, folder):
    """NIKs must not be readable by every account."""
    store.close()
    (folder / "journal.log").chmod(0o644)

    assert ["izin-longgar"] == [finding.kode for finding in verify_store(folder).findings]


def test_a_second_opener_reads_and_is_told_who_writes(store, folder):
    """Name, computer, process, since when."""
    store.commit(put(person(1)))
    with Store.open(folder, operator="Wati") as second:
        assert second.readonly
        assert [person(1)] == list(second.rows(PEGAWAI))
        assert ("Sari", os.getpid()) == (second.held_by.operator, second.held_by.pid)
        assert f"sedang dibuka oleh Sari (komputer {second.held_by.host}, proses {os.getpid()}, sejak " in str(
            second.held_by
        )
        with pytest.raises(StoreReadOnly, match="Sari"):
            second.commit(put(person(2)))


def test_the_lock_holds_between_processes(folder):
    """And is let go when its process is killed."""
    Store.create(folder, INSTANSI, act()).close()
    other = child(HOLD, folder)
    try:
        other.stdout.readline()
        with Store.open(folder, operator="Wati") as second:
            assert ("Tono", other.pid) == (second.held_by.operator, second.held_by.pid)
    finally:
        other.kill()
        other.wait()
        other.stdout.close()

    with Store.open(folder, operator="Wati") as second:
        assert not second.readonly


def test_the_next_opener_writes_after_the_first_has_closed(store, folder):
    """The lock goes with close()."""
    store.close()

    with Store.open(folder, operator="Wati") as second:
        assert (False, None) == (second.readonly, second.held_by)


def test_what_a_killed_writer_acknowledged_is_there(folder):
    """SIGKILL in the middle of its work."""
    Store.create(folder, INSTANSI, act()).close()
    writer = child(WRITE, folder)
    for _ in range(20):
        last = int(writer.stdout.readline())
    os.kill(writer.pid, getattr(signal, "SIGKILL", signal.SIGTERM))
    last = int((writer.stdout.read().split() or [last])[-1])
    writer.wait()
    writer.stdout.close()

    with Store.open(folder, operator="Wati") as store:
        assert [nomor(number) for number in range(last + 1)] == store.keys(PEGAWAI)[: last + 1]
        assert store.count(PEGAWAI) <= last + 2
    assert () == verify_store(folder).findings


def test_a_kept_file_is_found_by_its_sha256(store, tmp_path):
    """Bytes or a path, the same content once."""
    source = tmp_path / "Data utama.xlsx"
    source.write_bytes(b"isi berkas")

    name = store.keep_file(source)

    assert sha256(b"isi berkas").hexdigest() == name == store.keep_file(b"isi berkas")
    assert b"isi berkas" == store.file(name).read_bytes()
    assert 1 == len(list(store.file(name).parent.iterdir()))


def test_a_kept_file_that_was_damaged_is_kept_anew(store):
    """The content counts, not that a file of that name is there."""
    name = store.keep_file(b"isi berkas")
    store.file(name).write_bytes(b"rusak")
    store.keep_file(b"isi berkas")

    assert b"isi berkas" == store.file(name).read_bytes()


@pytest.mark.parametrize("name", ["0" * 64, "../journal.log", ""])
def test_a_file_that_is_not_kept_is_refused(store, name):
    """And no name leads out of berkas/."""
    with pytest.raises(UsageRefused):
        store.file(name)


def test_reading_imports_no_tinydb(store, folder):
    """Start-up stays quick: the view is only needed to write one."""
    store.close()
    script = (
        "import sys; from pathlib import Path; from registry.store.store import Store; import json;"
        "Store.open(Path(sys.argv[1]), operator='Tono', readonly=True).close();"
        "print(json.dumps(sorted({'tinydb', 'filelock'} & sys.modules.keys())))"
    )
    loaded = subprocess.run(
        [sys.executable, "-c", script, str(folder)], cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True, timeout=60
    )

    assert [] == json.loads(loaded.stdout)


def test_opening_takes_no_time_of_its_own(store, folder):
    """`since when` is the file system's clock: the store has none."""
    with Store.open(folder, operator="Wati") as second:
        assert abs(second.held_by.sejak.timestamp() - time.time()) < 3600


def test_commits_of_several_threads_queue_up(store, folder):
    """And readers see whole states meanwhile."""
    counts = []

    def work(base: int) -> None:
        for number in range(base, base + 20):
            store.commit(put(person(number), person(number + 1000)))
            counts.append(len(list(store.rows(PEGAWAI))) % 2)

    threads = [threading.Thread(target=work, args=(base,)) for base in (0, 100, 200, 300)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    store.close()

    assert {0} == set(counts)
    assert (81, ()) == (verify_store(folder).entries, verify_store(folder).findings)


FULL = """
import resource, sys
from pathlib import Path
from registry.errors import StoreFull
from registry.store.store import Store
from tests.registry.store.records import person, put
folder = Path(sys.argv[1])
store = Store.open(folder, operator="Tono")
size = (folder / "journal.log").stat().st_size
resource.setrlimit(resource.RLIMIT_FSIZE, (size + 100, resource.RLIM_INFINITY))
try:
    store.commit(put(person(1)))
except StoreFull as error:
    print(error)
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
assert (folder / "journal.log").stat().st_size == size
store.commit(put(person(2)))
store.close()
"""


@pytest.mark.skipif(os.name == "nt", reason="resource limits")
def test_a_real_file_that_cannot_grow_takes_the_line_back(folder):
    """The system writes a hundred bytes of the line, then no more."""
    Store.create(folder, INSTANSI, act()).close()
    told = subprocess.run(
        [sys.executable, "-c", FULL, str(folder)], cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True
    )

    assert "Ruang penyimpanan habis" in told.stdout
    with Store.open(folder, operator="Wati") as store:
        assert ([nomor(2)], []) == (store.keys(PEGAWAI), store.notices)


def test_a_folder_restored_from_an_older_backup_opens(store, folder, tmp_path):
    """Journal and anchor go back together."""
    store.close()
    shutil.copytree(folder, tmp_path / "cadangan")
    with Store.open(folder, operator="Sari") as later:
        later.commit(put(person(1)))
    shutil.rmtree(folder)
    shutil.copytree(tmp_path / "cadangan", folder)

    with Store.open(folder, operator="Sari") as again:
        assert (False, []) == (again.readonly, again.notices)


def test_a_file_that_cannot_be_read_is_not_kept(store, tmp_path):
    """Told by its name."""
    with pytest.raises(UsageRefused, match=r"SPTJM\.pdf"):
        store.keep_file(tmp_path / "SPTJM.pdf")
