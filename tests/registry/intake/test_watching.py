"""Watching a folder: what has arrived whole is offered, nothing else, and a folder may vanish."""

import os
from hashlib import sha256

import pytest

from registry.intake.watching import FolderWatch


def put(folder, name, content=b"NIK;Nama\n"):
    path = folder / name
    path.write_bytes(content)
    return path


def offered(sighting):
    return [found.path.name for found in sighting.files if found.offered]


def test_a_file_is_offered_at_the_second_look(tmp_path):
    """The first may have met it half copied."""
    put(tmp_path, "unit.csv")
    watch = FolderWatch(tmp_path)

    assert ([], ["unit.csv"]) == (offered(watch.look()), offered(watch.look()))


def test_a_file_that_grows_is_not_offered(tmp_path):
    """Copying goes on; it is told so."""
    path = put(tmp_path, "unit.csv")
    watch = FolderWatch(tmp_path)
    watch.look()
    path.write_bytes(b"NIK;Nama\n" * 100)
    found = watch.look().files[0]

    assert (False, "masih disalin") == (found.offered, found.trouble)


def test_a_file_is_known_by_its_content(tmp_path):
    """Its SHA-256 tells whether it was imported before, whatever its name."""
    put(tmp_path, "unit.csv", b"isi")
    watch = FolderWatch(tmp_path)
    watch.look()

    assert sha256(b"isi").hexdigest() == watch.look().files[0].sha256


def test_a_corrected_file_is_another_one(tmp_path):
    """Same name, other content: offered again once it is whole."""
    path = put(tmp_path, "unit.csv", b"lama")
    watch = FolderWatch(tmp_path)
    watch.look()
    before = watch.look().files[0].sha256
    path.write_bytes(b"baru sekali")
    watch.look()

    assert watch.look().files[0].sha256 not in ("", before)


def test_a_file_rewritten_with_the_same_size_is_read_again(tmp_path):
    """Its time tells."""
    path = put(tmp_path, "unit.csv", b"lama")
    watch = FolderWatch(tmp_path)
    watch.look()
    watch.look()
    path.write_bytes(b"baru")
    os.utime(path, ns=(1, 1))
    watch.look()

    assert sha256(b"baru").hexdigest() == watch.look().files[0].sha256


@pytest.mark.parametrize("name", ["~$unit.xlsx", ".unit.csv", "foto.jpg", "unit.xlsx.part", "unit.csv.crdownload"])
def test_what_is_no_spreadsheet_is_not_seen(name, tmp_path):
    """Locks of office programs, hidden files, pictures, downloads under way."""
    put(tmp_path, name)

    assert () == FolderWatch(tmp_path).look().files


def test_folders_below_are_not_looked_into(tmp_path):
    """A folder named like a file is no file either."""
    (tmp_path / "arsip.xlsx").mkdir()
    put(tmp_path / "arsip.xlsx", "lama.csv")

    assert () == FolderWatch(tmp_path).look().files


def test_an_empty_file_is_not_offered(tmp_path):
    """Its content is still to come."""
    put(tmp_path, "unit.csv", b"")
    watch = FolderWatch(tmp_path)
    watch.look()

    assert "masih kosong" == watch.look().files[0].trouble


def test_a_folder_that_vanishes_is_told_and_waited_for(tmp_path):
    """A stick pulled out and put back: the same two looks as ever."""
    folder = tmp_path / "flashdisk"
    folder.mkdir()
    watch = FolderWatch(folder)
    put(folder, "unit.csv")
    watch.look()
    aside = folder.rename(tmp_path / "dicabut")
    gone = watch.look()
    aside.rename(folder)
    watch.look()

    assert ("tidak ada lagi" in gone.trouble, ["unit.csv"]) == (True, offered(watch.look()))
