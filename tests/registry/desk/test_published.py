"""terbitan/ against the journal: an edition or letter that was edited, removed or slipped in is found, and stops a build."""

import pytest

from registry.desk.published import check_published, require_published
from registry.desk.tahap import announce
from registry.errors import FileRefused, StoreDamaged
from registry.store.store import Store
from tests.registry.desk.small import LETTER, OPENING, WINDOW, Room, periode


@pytest.fixture
def room(tmp_path):
    """An agency of one person, announced."""
    made = Room(tmp_path, people=1)
    made.moment = OPENING
    announce(made.store, made.terbitan, periode(), made.act(), uji_publik=WINDOW, **LETTER)
    return made


def found(room):
    return [finding.kode for finding in check_published(room.store, room.terbitan)]


def test_what_was_published_is_sound(room):
    """Edition and letter as they left."""
    assert [] == found(room)


@pytest.mark.parametrize(("kind", "kode"), [("json", "edisi-berubah"), ("pdf", "surat-berubah")])
def test_an_edited_file_is_found(kind, kode, room):
    """One byte more is another file."""
    path = room.terbitan / f"1-prafinalisasi.{kind}"
    path.write_bytes(path.read_bytes() + b" ")

    assert [kode] == found(room)


@pytest.mark.parametrize(("kind", "kode"), [("json", "edisi-hilang"), ("pdf", "surat-hilang")])
def test_a_removed_file_is_found(kind, kode, room):
    """The journal remembers it."""
    (room.terbitan / f"1-prafinalisasi.{kind}").unlink()

    assert [kode] == found(room)


def test_an_edition_the_journal_does_not_know_is_found(room):
    """Copied in by hand under the next number."""
    (room.terbitan / "2-final.json").write_bytes((room.terbitan / "1-prafinalisasi.json").read_bytes())

    assert ["edisi-tak-tercatat"] == found(room)


def test_a_changed_edition_stops_the_build(room):
    """No site is made from what nobody announced."""
    (room.terbitan / "1-prafinalisasi.json").unlink()

    with pytest.raises(FileRefused, match="periksa"):
        require_published(room.store, room.terbitan)


def test_what_a_crash_left_under_hidden_names_is_finished_first(room):
    """Journalled, but the power went before the renaming."""
    for path in list(room.terbitan.iterdir()):
        path.rename(room.terbitan / f".{path.name}.siap")

    require_published(room.store, room.terbitan)

    assert [] == found(room)


def test_a_damaged_journal_stops_the_build(room):
    """A gate that has lost people does not know what to look for."""
    folder = room.store.folder
    room.store.close()
    journal = folder / "journal.log"
    lines = journal.read_bytes().splitlines(keepends=True)
    journal.write_bytes(b"".join([*lines[:1], lines[1].replace(b"Rina", b"Rini"), *lines[2:]]))

    with Store.open(folder, operator="Rina", readonly=True) as store, pytest.raises(StoreDamaged, match="rusak"):
        require_published(store, room.terbitan)
