"""What `periksa` finds beyond a damaged journal."""

import pytest

from registry.errors import StoreDamaged, UsageRefused
from registry.model.impor import Impor
from registry.model.tables import IMPOR, PEGAWAI
from registry.store._line import write_line
from registry.store.change import Change
from registry.store.store import Store
from registry.store.verify import verify_store
from tests.registry.store.records import INSTANSI, act, person, put


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "3375"
    with Store.create(folder, INSTANSI, act()) as store:
        name = store.keep_file(b"berkas impor")
        impor = Impor(nomor="I-000001", berkas="Data.xlsx", sha256=name, waktu=act().waktu, operator="Sari")
        store.commit(
            Change(action="impor", act=act(), puts={IMPOR: {impor.nomor: impor}, PEGAWAI: put(person(1)).puts[PEGAWAI]})
        )
    return folder


def codes(folder, **options) -> list[str]:
    return [found.kode for found in verify_store(folder, **options).findings]


def append(folder, payload: bytes) -> None:
    """A line some other program chained on."""
    path = folder / "journal.log"
    last = path.read_bytes().splitlines()[-1][:64].decode()
    with path.open("ab") as file:
        file.write(write_line(last, payload)[1])


def test_a_sound_store_has_no_findings(folder):
    """And the report names its head."""
    report = verify_store(folder)

    assert (2, (), ()) == (report.entries, report.findings, report.notes)


def test_verifying_a_folder_without_journal_is_refused(tmp_path):
    """A wrong folder is no sound store."""
    with pytest.raises(UsageRefused):
        verify_store(tmp_path)


def test_verifying_changes_nothing(folder):
    """Not even times."""
    before = {path: (path.stat().st_mtime_ns, path.stat().st_size) for path in folder.rglob("*")}
    verify_store(folder)

    assert before == {path: (path.stat().st_mtime_ns, path.stat().st_size) for path in folder.rglob("*")}


def test_a_lost_file_is_found(folder):
    """The record refers to a file that is gone."""
    for path in (folder / "berkas").iterdir():
        path.unlink()

    assert ["berkas-hilang"] == codes(folder)


def test_a_changed_file_is_found(folder):
    """Its content is no longer its name."""
    for path in (folder / "berkas").iterdir():
        path.write_bytes(b"lain")

    assert ["berkas-rusak"] == codes(folder)


def test_a_torn_tail_is_found_before_it_is_set_aside(folder):
    """Opening to write settles it, and leaves a note."""
    with (folder / "journal.log").open("ab") as file:
        file.write(b"0123abc")
    assert ["jurnal-ekor-terputus"] == codes(folder)
    Store.open(folder, operator="Sari").close()

    report = verify_store(folder)
    assert ((), ["sisa-disisihkan"]) == (report.findings, [note.kode for note in report.notes])


def test_a_store_that_is_open_elsewhere_is_no_finding(folder):
    """Its view is renewed when it closes, and its last line may be on the way."""
    with Store.open(folder, operator="Sari") as store:
        store.commit(put(person(2)))
        with (folder / "journal.log").open("ab") as file:
            file.write(b"0123abc")
        report = verify_store(folder)

    assert () == report.findings


@pytest.mark.parametrize(
    ("payload", "code"),
    [
        (b"bukan json", "jurnal-tak-terbaca"),
        (b'{"seq":9,"waktu":"2022-09-02T08:00:00+07:00","operator":"X","action":"x"}', "jurnal-nomor-beda"),
        (b'{"seq":3,"waktu":"2021-09-02T08:00:00+07:00","operator":"X","action":"x"}', "jurnal-waktu-mundur"),
        (
            b'{"seq":3,"waktu":"2022-09-02T08:00:00+07:00","operator":"X","action":"x","puts":{"lain":{"1":{}}}}',
            "jurnal-tabel-asing",
        ),
        (
            b'{"seq":3,"waktu":"2022-09-02T08:00:00+07:00","operator":"X","action":"x","puts":{"pegawai":{"1":{}}}}',
            "catatan-tak-terbaca",
        ),
    ],
)
def test_entries_a_sound_program_never_writes_are_found(folder, payload, code):
    """The chain is right, the content is not."""
    append(folder, payload)

    assert code in codes(folder)


def test_a_damaged_anchor_is_found(folder):
    """Without it a cut goes unnoticed."""
    (folder / "journal.kepala").write_bytes(b"?")

    assert "jangkar-rusak" in codes(folder)


def test_a_matching_edition_is_no_finding(folder):
    """Editions carry (seq, hash)."""
    head = verify_store(folder).head

    assert [] == codes(folder, anchors=[(head.seq, head.hash, "terbitan/3375/1-prafinalisasi.json")])


def test_progress_ends_at_its_total(folder):
    """Bytes done, bytes in all, never backwards."""
    seen: list[tuple[int, int]] = []
    verify_store(folder, progress=lambda done, total: seen.append((done, total)))

    assert seen == sorted(seen)
    assert seen[-1][0] == seen[-1][1]


@pytest.mark.parametrize("data", [b"", b"0123abc"])
def test_an_empty_journal_is_found(folder, data):
    """Its first entry is gone."""
    (folder / "journal.log").write_bytes(data)
    (folder / "journal.kepala").unlink()

    assert "jurnal-kosong" in codes(folder)


def test_a_record_of_another_version_is_refused_when_read(folder):
    """In Indonesian, not as a decoding error."""
    append(
        folder,
        b'{"seq":3,"waktu":"2022-09-02T08:00:00+07:00","operator":"X","action":"x","puts":{"pegawai":{"1":{}}}}',
    )

    with Store.open(folder, operator="Sari") as store:
        for reading in (lambda: store.get(PEGAWAI, "1"), lambda: list(store.rows(PEGAWAI))):
            with pytest.raises(StoreDamaged, match="tidak terbaca oleh versi program ini"):
                reading()


def test_an_entry_of_another_version_makes_the_store_read_only(folder):
    """Proven, but not understood: what it changed is unknown."""
    append(folder, b'{"isi":"lain"}')

    with Store.open(folder, operator="Sari") as store:
        assert store.readonly
        assert 2 == len(list(store.history()))
