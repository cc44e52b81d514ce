"""Kota Pekalongan from the first file to FINAL, with the real sample files, and then a locked record."""

from datetime import date
from pathlib import Path

import pytest

from registry.desk.gates import gates
from registry.desk.impor import known
from registry.desk.masukan import decide, receive_sanggahan, receive_usulan
from registry.desk.pegawai import decide_syarat, nomor_with, verify
from registry.desk.surat import sptjm_letter
from registry.desk.tahap import announce, attach_sptjm, compose_final, finalise
from registry.desk.tunggu import decide_waiting, waiting
from registry.edition.canonical import fingerprint, fingerprint_of_list, read_edition
from registry.errors import ActionNotAllowed
from registry.intake.importing import plan_import
from registry.model.codes import Fase, StatusPegawai, Syarat
from registry.reference.instansi import regions
from registry.store.verify import verify_store
from tests.registry.desk.small import AFTERWARDS, LETTER, OPENING, WINDOW, Room, fields, periode
from tests.registry.desk.verbs import VERBS, take

SAMPLES = Path(__file__).parents[2] / "samples"
FILES = (
    "pekalongan-bersih.xlsx",
    "dinas-pendidikan-kotor.xlsx",
    "puskesmas-semikolon.csv",
    "satpolpp-lama.xls",
    "banyak-lembar.xlsx",
    "riwayat.xlsx",
    "revisi-FINAL-fix.xlsx",
)
SPTJM = {"nomor": "800/900", "tanggal": date(2022, 10, 9)}


@pytest.fixture(scope="module")
def life(tmp_path_factory):
    """All of it, once; tests look at what came out."""
    room = Room(tmp_path_factory.mktemp("hidup"))
    room.imports = [take(room, SAMPLES / name, unit="Pemerintah Kota") for name in FILES]
    settle(room)
    room.moment = OPENING
    announce(room.store, room.terbitan, periode(), room.act(), uji_publik=WINDOW, **LETTER)
    usulan = receive_usulan(room.store, room.act(), nama=fields(700)["nama"], isi="Bekerja sejak 2018")
    sanggahan = receive_sanggahan(room.store, "3375-000001", room.act(), isi="Sudah berhenti")
    decide(room.store, usulan.tanda_terima, periode(), room.act("SK lengkap"), granted=True, fields=fields(700))
    decide(room.store, sanggahan.tanda_terima, periode(), room.act("Terbukti"), granted=True)
    settle(room)
    room.moment = AFTERWARDS
    compose_final(room.store, periode(), room.act())
    scan = room.folder / "sptjm.pdf"
    scan.write_bytes(sptjm_letter(room.store, periode(), **SPTJM))
    attach_sptjm(room.store, scan, room.act(), **SPTJM)
    finalise(room.store, room.terbitan, periode(), room.act(), **LETTER)
    yield room
    room.store.close()


def settle(room):
    """Refuse what waits, decide what is contested, verify everybody."""
    if numbers := [row.nomor for row in waiting(room.store)]:
        decide_waiting(room.store, numbers, "tolak", periode(), room.act("Dibetulkan unit"))
    if contested := nomor_with(room.store, undecided=True):
        decide_syarat(room.store, contested, Syarat.TMS, room.act("Dibayar komite"))
    verify(room.store, nomor_with(room.store, status=StatusPegawai.DRAF), room.act())


def test_every_row_of_every_file_has_its_outcome(life):
    """The six counts add up to the rows read, file by file, and every row is kept."""
    assert [] == [
        taken.berkas
        for taken in life.imports
        if not sum(taken.hasil.values()) == taken.baris_dibaca == len(taken.baris)
    ]


def test_every_taken_row_leads_to_a_record(life):
    """Accepted, updated and same rows name the person they became."""
    people = set(life.store.keys("pegawai"))

    assert [] == [
        (taken.berkas, row.nomor)
        for taken in life.imports
        for row in taken.baris
        if row.hasil in {"diterima", "diperbarui", "sama"} and row.pegawai not in people
    ]


def test_accepted_rows_are_people(life):
    """As many records as rows accepted, and the one from the usulan."""
    assert life.store.count("pegawai") == 1 + sum(taken.hasil["diterima"] for taken in life.imports)


def test_it_ends_final(life):
    """With two editions, both whole."""
    published = [fingerprint((life.terbitan / name).read_bytes()) for name in ("1-prafinalisasi.json", "2-final.json")]

    assert (Fase.FINAL, published) == (
        life.store.instansi.fase,
        [edition.sidik for edition in life.store.rows("edisi")],
    )


def test_the_lists_differ_by_the_two_decisions(life):
    """One left by sanggahan, one came by usulan."""
    before, after = (
        {row.nomor for row in read_edition(life.terbitan / name).daftar}
        for name in ("1-prafinalisasi.json", "2-final.json")
    )

    assert ({"3375-000001"}, {life.store.keys("pegawai")[-1]}) == (before - after, after - before)


def test_the_sptjm_vouches_for_the_published_list(life):
    """Its fingerprint is that of the final rows."""
    final = read_edition(life.terbitan / "2-final.json")

    assert life.store.instansi.sptjm.sidik_daftar == fingerprint_of_list(final.daftar)


def test_the_record_is_sound(life):
    """Journal, view and kept files."""
    life.store.checkpoint()

    assert [] == [found.kode for found in verify_store(life.store.folder).findings]


@pytest.mark.parametrize("action", VERBS, ids=str)
def test_then_every_verb_is_refused(action, life):
    """FINAL is locked for good; the journal does not grow."""
    before = life.store.head

    with pytest.raises(ActionNotAllowed):
        VERBS[action](life)

    assert before == life.store.head


def test_no_gate_is_left(life):
    """Nothing comes next."""
    assert [] == gates(life.store, life.moment, periode())


def test_a_file_can_still_be_rehearsed(life):
    """Looking changes nothing."""
    plan = plan_import(SAMPLES / FILES[0], periode=periode(), known=known(life.store), regions=regions())

    assert "I-000001" == plan.already
