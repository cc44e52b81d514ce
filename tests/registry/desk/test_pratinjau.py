"""Before and after an announcement: what the public would see, what the gate would find, what differs, where the page stands."""

import pytest

from registry.desk.laman import built_page
from registry.desk.pegawai import change_pegawai, cross_out
from registry.desk.pratinjau import Draft, draft_edition, recap_lines, search_draft
from registry.desk.selisih import since_edition_before
from registry.edition.canonical import read_edition
from registry.edition.types import Rekap, Sel
from registry.errors import FileRefused, UsageRefused
from registry.model.codes import AlasanCoret
from tests.registry.desk.small import LETTER, OPENING, WINDOW, Room, periode
from tests.registry.desk.verbs import FIRST

DRAFT = Draft(uji_publik=WINDOW, **LETTER)


def change(room, **fields):
    change_pegawai(room.store, FIRST, fields, periode(), room.act())


def search(room, progress=lambda _done, _total: None):
    return search_draft(room.store, room.terbitan, periode(), room.act(moment=OPENING), DRAFT, progress=progress)


def test_the_draft_is_the_list_that_is_then_announced(tmp_path):
    """Row by row the same."""
    room = Room(tmp_path, people=3)
    shown = draft_edition(room.store, room.terbitan, periode(), room.act(moment=OPENING), DRAFT)
    room.announced()

    assert shown.daftar == read_edition(room.terbitan / "1-prafinalisasi.json").daftar


def test_a_clean_draft_has_no_place(tmp_path):
    """Nothing is found, nothing is written."""
    room = Room(tmp_path, people=3)
    head = room.store.head

    assert ((), head, False) == (search(room), room.store.head, room.terbitan.exists())


def test_a_place_names_person_and_field_but_never_the_value(tmp_path):
    """The NIK that stands in a position."""
    room = Room(tmp_path, people=2)
    nik = room.store.get("pegawai", FIRST).nik
    change(room, jabatan=f"Guru {nik}")

    places = search(room)

    assert [(FIRST, "jabatan")] == [(place.nomor, place.kolom) for place in places]
    assert nik not in str(places)


def test_private_data_outside_the_list_is_found_too(tmp_path):
    """In the number of the letter: the place is a file."""
    room = Room(tmp_path, people=1)
    nik = room.store.get("pegawai", FIRST).nik
    draft = Draft(uji_publik=WINDOW, nomor=f"800/{nik}", tanggal=LETTER["tanggal"])

    places = search_draft(
        room.store, room.terbitan, periode(), room.act(moment=OPENING), draft, progress=lambda _done, _total: None
    )

    assert places
    assert {""} == {place.nomor for place in places}


def test_progress_ends_at_its_end_and_can_stop_the_search(tmp_path):
    """The watcher raises; nothing is written."""
    room = Room(tmp_path, people=1)
    heard = []
    search(room, lambda done, total: heard.append((done, total)))

    class Stop(Exception):
        """The watcher has enough."""

    def stop(_done, _total):
        raise Stop

    assert heard[-1][0] == heard[-1][1]
    with pytest.raises(Stop):
        search(room, stop)


def test_the_recap_tells_what_is_hidden():
    """Numbers shown, numbers hidden, tables left out."""
    rekap = Rekap(unit_kerja=(Sel("SD 1", 12),), jabatan=(Sel("Guru", 9), Sel("Perawat", None)))

    assert [
        "Unit kerja: 1 angka, semua ditunjukkan",
        "Jabatan: 2 angka, 1 disembunyikan",
        "Tidak ditunjukkan, agar orangnya tidak dikenali: pendidikan, jenis kelamin, kelompok usia, masa kerja, sumber gaji",
    ] == list(recap_lines(rekap))


def test_before_the_first_announcement_there_is_nothing_to_compare(tmp_path):
    """No edition, no difference."""
    assert since_edition_before(Room(tmp_path, people=1).store, tmp_path) is None


def test_the_present_list_is_laid_beside_the_newest_edition(tmp_path):
    """One joined, one left, one changed."""
    room = Room(tmp_path, people=3).announced()
    joined = room.add()
    change(room, jabatan="Guru Seni")
    cross_out(room.store, ["3375-000002"], AlasanCoret.KELUAR, room.act("Mengundurkan diri"))

    found = since_edition_before(room.store, room.terbitan)

    assert ("edisi 1 (prafinalisasi)", "daftar sekarang") == (found.lama, found.baru)
    assert ([joined], ["3375-000002"], [(FIRST, ("jabatan",))]) == (
        [row.nomor for row in found.perbedaan.ditambahkan],
        [row.nomor for row in found.perbedaan.dihapus],
        [(row.nomor, row.kolom) for row in found.perbedaan.diubah],
    )


def test_once_final_the_two_last_editions_are_compared(tmp_path):
    """The final list against the one announced before."""
    room = Room(tmp_path, people=2).final()
    found = since_edition_before(room.store, room.terbitan)

    assert ("edisi 1 (prafinalisasi)", "edisi 2 (final)", 2) == (found.lama, found.baru, found.perbedaan.tetap)


def test_a_missing_edition_is_told(tmp_path):
    """What is missing, where, what to do."""
    room = Room(tmp_path, people=1).announced()
    (room.terbitan / "1-prafinalisasi.json").unlink()

    with pytest.raises(FileRefused, match=r"1-prafinalisasi\.json tidak ada"):
        since_edition_before(room.store, room.terbitan)


def built(room, folder, data):
    """A site that shows `data` under a name of its own."""
    page = folder / "instansi" / "kota-apa-saja" / "1-prafinalisasi"
    page.mkdir(parents=True)
    (page / "pengumuman.json").write_bytes(data)
    (page / "index.html").write_text("daftar", encoding="utf-8")
    return page / "index.html"


def test_the_page_is_found_by_the_edition(tmp_path):
    """Whatever the folder is called."""
    room = Room(tmp_path, people=1).announced()
    data = (room.terbitan / "1-prafinalisasi.json").read_bytes()
    page = built(room, tmp_path / "situs", data)

    assert page == built_page(room.store, room.terbitan, tmp_path / "situs")


def test_the_page_of_another_list_is_not_taken(tmp_path):
    """An old site, another agency: build first."""
    room = Room(tmp_path, people=1).announced()
    built(room, tmp_path / "situs", b"{}")

    with pytest.raises(UsageRefused, match="belum memuat edisi 1"):
        built_page(room.store, room.terbitan, tmp_path / "situs")


def test_without_an_announcement_there_is_no_page(tmp_path):
    """Said so."""
    room = Room(tmp_path, people=1)

    with pytest.raises(UsageRefused, match="Belum ada pengumuman"):
        built_page(room.store, room.terbitan, tmp_path)
