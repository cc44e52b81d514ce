"""What operators said about columns: remembered by unit and header, dropped on demand, never a reason to fail."""

import pytest

from registry.desk import pemetaan
from registry.desk.antrean_berkas import Berkas, read_file
from registry.errors import StoreReadOnly, UsageRefused
from registry.intake.rejects import write_rejects
from registry.store.store import Store
from tests.registry.desk.small import Room, fields, periode

HEADER = ("NIK", "Nama", "Tanggal Lahir", "Kolom A")
COLUMNS = {0: "nik", 1: "nama", 2: "tanggal_lahir", 3: "jabatan"}
UNIT = "SD Negeri 1"


def file(folder, name="unit.csv", header=HEADER, serial=20):
    said = fields(serial)
    path = folder / name
    line = (said["nik"], said["nama"], said["tanggal_lahir"], "Pustakawan")
    path.write_text(";".join(header) + "\n" + ";".join(line) + "\n", encoding="utf-8")
    return path


def read(room, path, unit=UNIT):
    return read_file(room.store, Berkas(path, unit), periode())


def jabatan(rencana):
    return rencana.plan.baris[1].calon.jabatan


def test_a_layout_that_arrives_again_is_read_as_it_was_told(tmp_path):
    """Another file of the unit with the same header."""
    room = Room(tmp_path)
    pemetaan.remember(room.store, UNIT, HEADER, COLUMNS)

    assert "Pustakawan" == jabatan(read(room, file(tmp_path, "lain.csv", serial=21)))


def test_the_plan_says_that_an_operator_named_the_columns(tmp_path):
    """The screen can tell what was remembered from what was recognised."""
    room = Room(tmp_path)
    before = read(room, file(tmp_path)).plan.columns[0].dikoreksi
    pemetaan.remember(room.store, UNIT, HEADER, COLUMNS)

    assert (False, True) == (before, read(room, file(tmp_path)).plan.columns[0].dikoreksi)


def test_it_is_remembered_beside_the_journal(tmp_path):
    """Opened again, it is still known."""
    room = Room(tmp_path)
    pemetaan.remember(room.store, UNIT, HEADER, COLUMNS)
    folder = room.store.folder
    room.store.close()
    room.store = Store.open(folder, operator="Rina")

    assert (COLUMNS, True) == (pemetaan.load(room.store).all()[0].kolom, (folder / "pemetaan.json").is_file())


def test_it_is_no_entry_of_the_journal(tmp_path):
    """A convenience, not a change of the record."""
    room = Room(tmp_path)
    before = room.store.head
    pemetaan.remember(room.store, UNIT, HEADER, COLUMNS)

    assert before == room.store.head


@pytest.mark.parametrize("unit", ["sd negeri  1", "SD NEGERI 1 "])
def test_case_and_blanks_make_no_other_unit(unit, tmp_path):
    """Typed by hand each time."""
    room = Room(tmp_path)
    pemetaan.remember(room.store, UNIT, HEADER, COLUMNS)

    assert "Pustakawan" == jabatan(read(room, file(tmp_path), unit))


def test_another_unit_is_not_concerned(tmp_path):
    """Its "Kolom A" may hold anything."""
    room = Room(tmp_path)
    pemetaan.remember(room.store, UNIT, HEADER, COLUMNS)

    assert "" == jabatan(read(room, file(tmp_path), "SD Negeri 2"))


def test_another_header_is_not_concerned(tmp_path):
    """One text differs: another layout."""
    room = Room(tmp_path)
    pemetaan.remember(room.store, UNIT, HEADER, COLUMNS)

    assert "" == jabatan(read(room, file(tmp_path, header=(*HEADER[:3], "Kolom B"))))


def test_what_is_told_later_replaces_what_was_told_before(tmp_path):
    """One layout, one answer."""
    room = Room(tmp_path)
    pemetaan.remember(room.store, UNIT, HEADER, COLUMNS)
    pemetaan.remember(room.store, UNIT, HEADER, COLUMNS | {3: "alamat"})

    assert ["alamat"] == [one.kolom[3] for one in pemetaan.load(room.store).all()]


def test_a_column_to_be_ignored_is_left_out(tmp_path):
    """`abaikan` is no field."""
    room = Room(tmp_path)
    pemetaan.remember(room.store, UNIT, HEADER, COLUMNS | {3: "abaikan"})

    assert 3 not in read(room, file(tmp_path)).plan.columns[0].kolom


def test_what_is_dropped_is_recognised_by_its_texts_again(tmp_path):
    """As if nobody had ever said anything."""
    room = Room(tmp_path)
    pemetaan.remember(room.store, UNIT, HEADER, COLUMNS)
    pemetaan.forget(room.store, UNIT, HEADER)

    assert "" == jabatan(read(room, file(tmp_path)))


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"\xff\xfe", b'{"pemetaan": 7}', b'{"pemetaan": [{"unit": "a", "kepala": [], "kolom": {"x": "nik"}}]}'],
)
def test_a_damaged_file_is_a_notice(content, tmp_path):
    """The file of the unit is read all the same."""
    room = Room(tmp_path)
    (room.store.folder / "pemetaan.json").write_bytes(content)
    rencana = read(room, file(tmp_path))

    assert (1, pemetaan.DAMAGED) == (rencana.plan.hasil["diterima"], rencana.catatan)


def test_after_damage_remembering_starts_anew(tmp_path):
    """The next thing told is kept, the notice is gone."""
    room = Room(tmp_path)
    (room.store.folder / "pemetaan.json").write_bytes(b"{")
    pemetaan.remember(room.store, UNIT, HEADER, COLUMNS)
    rencana = read(room, file(tmp_path))

    assert ("Pustakawan", "") == (jabatan(rencana), rencana.catatan)


def test_a_field_this_version_does_not_know_is_passed_over(tmp_path):
    """Written by a later version: that layout is not used, the others are."""
    room = Room(tmp_path)
    pemetaan.remember(room.store, UNIT, HEADER, COLUMNS)
    kept = room.store.folder / "pemetaan.json"
    kept.write_bytes(kept.read_bytes().replace(b"jabatan", b"warna_topi"))

    assert () == pemetaan.load(room.store).all()


@pytest.mark.parametrize(
    ("columns", "said"),
    [({3: "abaikan"}, "diabaikan"), ({0: "warna_topi"}, "tidak dikenal"), ({0: "nik", 1: "nik"}, "Dua kolom")],
)
def test_nonsense_is_refused(columns, said, tmp_path):
    """Nothing is remembered of it."""
    room = Room(tmp_path)

    with pytest.raises(UsageRefused, match=said):
        pemetaan.remember(room.store, UNIT, HEADER, columns)

    assert () == pemetaan.load(room.store).all()


def test_who_may_not_write_cannot_be_remembered(tmp_path):
    """Somebody else holds the instansi."""
    room = Room(tmp_path)
    with Store.open(room.store.folder, operator="Tono") as second, pytest.raises(StoreReadOnly):
        pemetaan.remember(second, UNIT, HEADER, COLUMNS)


def test_a_reject_file_of_a_corrected_layout_is_read_alike(tmp_path):
    """A column an operator ignored must not speak for itself when the file comes back, whatever the unit is called then."""
    room = Room(tmp_path)
    header = ("Nama", "NIK", "Tanggal Lahir", "Nama Lengkap")
    path = tmp_path / "ibu.csv"
    path.write_text(";".join(header) + "\nSiti Aminah;1234;17-05-1990;Ani Lestari\n")
    pemetaan.remember(room.store, UNIT, header, {1: "nik", 2: "tanggal_lahir", 3: "nama"})
    plan = read(room, path).plan
    back = tmp_path / "tolakan.xlsx"
    write_rejects([row.baris for row in plan.baris], plan.kepala, back)

    assert "Ani Lestari" == read(room, back, "").plan.baris[2].baris.nama
