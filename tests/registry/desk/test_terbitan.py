"""An edition leaves whole, once, and only without private data; a crash in between leaves nothing half."""

import pytest

from registry.desk.pegawai import change_pegawai
from registry.desk.surat import announcement_letter
from registry.desk.tahap import announce
from registry.desk.terbitan import finish_publication
from registry.edition.canonical import fingerprint
from registry.errors import PublicationBlocked, StoreFull, StoreReadOnly
from registry.model.codes import Fase
from tests.crash.disk import SimDisk
from tests.registry.desk.small import LETTER, OPENING, WINDOW, Room, periode
from tests.registry.desk.verbs import FIRST

NAMES = ["1-prafinalisasi.json", "1-prafinalisasi.pdf"]


def try_to_announce(room):
    room.moment = OPENING
    return announce(room.store, room.terbitan, periode(), room.act(), uji_publik=WINDOW, **LETTER)


def names(room):
    return sorted(path.name for path in room.terbitan.iterdir())


def hide_again(room):
    """As a power cut between the journal entry and the renaming would leave the folder."""
    for name in NAMES:
        (room.terbitan / name).rename(room.terbitan / f".{name}.siap")


@pytest.mark.parametrize(
    "leaked", ["Guru {nik}", "Guru 0812-0000-0001", "Guru 3375 0142 0185 9001"], ids=["nik", "phone", "spaced"]
)
def test_private_data_in_a_public_field_stops_everything(leaked, tmp_path):
    """No file, no entry, and the message names the place without the value."""
    room = Room(tmp_path, people=2)
    nik = room.store.get("pegawai", FIRST).nik
    change_pegawai(room.store, FIRST, {"jabatan": leaked.format(nik=nik)}, periode(), room.act())
    before = room.store.head

    with pytest.raises(PublicationBlocked) as blocked:
        try_to_announce(room)

    assert (before, False, True, False) == (
        room.store.head,
        room.terbitan.exists(),
        "1-prafinalisasi.json" in str(blocked.value),
        nik in str(blocked.value),
    )


def test_the_agencys_own_phone_and_dates_are_no_secret(tmp_path):
    """A worker born on the day of the letter, and the office's number also given as a worker's."""
    from registry.desk.register import set_instansi  # noqa: PLC0415
    from registry.model.instansi import Kop  # noqa: PLC0415

    room = Room(tmp_path, people=1)
    set_instansi(room.store, {"kop": Kop(("BKPSDM",), telepon="0812-0000-0001")}, room.act())

    assert try_to_announce(room).nomor == 1


def test_a_crash_before_renaming_is_made_good(tmp_path):
    """The journal has the edition, so the files get their names."""
    room = Room(tmp_path, people=2).announced()
    hide_again(room)

    finish_publication(room.store, room.terbitan)

    assert (NAMES, room.store.get("edisi", "1").sidik) == (
        names(room),
        fingerprint((room.terbitan / NAMES[0]).read_bytes()),
    )


def test_a_crash_between_the_two_names_is_made_good(tmp_path):
    """The PDF goes first; the JSON makes the edition exist."""
    room = Room(tmp_path, people=2).announced()
    hide_again(room)
    (room.terbitan / f".{NAMES[1]}.siap").rename(room.terbitan / NAMES[1])

    finish_publication(room.store, room.terbitan)

    assert NAMES == names(room)


def test_an_edition_the_journal_does_not_know_never_gets_a_name(tmp_path):
    """A crash before the entry: hidden files stay hidden, and the next attempt overwrites them."""
    room = Room(tmp_path, people=2)
    room.terbitan.mkdir()
    for name in NAMES:
        (room.terbitan / f".{name}.siap").write_bytes(b"half")

    finish_publication(room.store, room.terbitan)
    hidden = names(room)
    try_to_announce(room)

    assert ([f".{name}.siap" for name in NAMES], NAMES) == (hidden, names(room))


def test_hidden_files_of_another_attempt_are_not_taken(tmp_path):
    """Only bytes with the recorded fingerprint become the edition."""
    room = Room(tmp_path, people=2).announced()
    hide_again(room)
    (room.terbitan / f".{NAMES[0]}.siap").write_bytes(b"{}\n")

    finish_publication(room.store, room.terbitan)

    assert [f".{name}.siap" for name in NAMES] == names(room)


def test_no_room_for_the_entry_leaves_the_phase(tmp_path):
    """Nothing is announced that is not journalled."""
    disk = SimDisk()
    room = Room(tmp_path, people=2, fs=disk)
    disk.free = 0

    with pytest.raises(StoreFull):
        try_to_announce(room)

    assert (Fase.PENDAFTARAN, []) == (
        room.store.instansi.fase,
        [name for name in names(room) if not name.startswith(".")],
    )


def test_a_folder_that_cannot_be_written_to_is_told(tmp_path):
    """In Indonesian, and nothing is announced."""
    room = Room(tmp_path, people=2)
    room.terbitan.write_text("bukan folder")
    before = room.store.head

    with pytest.raises(StoreReadOnly, match=r"Folder terbitan tidak dapat ditulisi.*Tidak ada yang diumumkan"):
        try_to_announce(room)

    assert before == room.store.head


def test_the_letter_can_be_drawn_again(tmp_path):
    """Same input, same bytes."""
    room = Room(tmp_path, people=2).announced()

    assert (room.terbitan / NAMES[1]).read_bytes() == announcement_letter(room.store, periode(), 1, room.terbitan)
