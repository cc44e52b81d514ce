"""Keys and theme of an operator's own: remembered, checked, told about, shown everywhere."""

import pytest

from tests.tui.frames import frame
from tests.tui.pilots import settle, type_text
from tests.tui.starting import press, started, words
from tui.keys import faults, long_form, sound
from tui.preferences import Preferences, preferences_path, read_preferences, write_preferences


def write(path, text):
    path.write_text(text, encoding="utf-8")
    return path


def test_the_path_can_be_chosen(tmp_path):
    """PENDATAAN_TERMINAL; without it a file among the user's settings."""
    assert tmp_path / "t.toml" == preferences_path({"PENDATAAN_TERMINAL": str(tmp_path / "t.toml")})
    assert ("pendataan", "terminal.toml") == preferences_path({}).parts[-2:]


def test_what_is_written_is_read_back(tmp_path):
    """Theme and keys; no file left beside."""
    wanted = Preferences("terang", {"pegawai.verifikasi": "ctrl+y"})
    write_preferences(tmp_path / "a" / "terminal.toml", wanted)

    assert (wanted, "") == read_preferences(tmp_path / "a" / "terminal.toml")
    assert ["terminal.toml"] == [file.name for file in (tmp_path / "a").iterdir()]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('tema = "gelap"\n[tombol\n', "baris 2"),
        ('warna = "merah"\n', "kunci “warna” tidak dikenal"),
        ("tema = 3\n", "seharusnya teks dalam tanda petik"),
    ],
)
def test_a_damaged_file_gives_the_defaults_and_says_where(tmp_path, text, words):
    """Line or key; the program starts all the same."""
    found, told = read_preferences(write(tmp_path / "terminal.toml", text))

    assert Preferences() == found
    assert words in told
    assert "bawaan dipakai" in told


def test_a_damaged_file_is_kept_when_another_is_written(tmp_path):
    """What a person wrote by hand is not lost."""
    path = write(tmp_path / "terminal.toml", "[tombol\n")
    write_preferences(path, Preferences("terang"))

    assert "[tombol\n" == (tmp_path / "terminal.toml.rusak").read_text(encoding="utf-8")
    assert "terang" == read_preferences(path)[0].tema


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("Ctrl+Y", "ctrl+y"),
        ("?", "question_mark"),
        ("F12", "f12"),
        ("W", "W"),
        ("shift+w", "W"),
        ("foo", ""),
        ("", ""),
        ("hyper+x", ""),
    ],
)
def test_keys_as_people_write_them(typed, key):
    """Capital or not; the framework's own names stand behind."""
    assert key == long_form(typed)


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        ({"pegawai.verivikasi": "w"}, "Perintah “pegawai.verivikasi” tidak dikenal."),
        ({"pegawai.verifikasi": "c"}, "sudah dipakai “Coret”"),
        ({"pegawai.verifikasi": "f5"}, "sudah dipakai “Masukan”"),
        ({"pegawai.verifikasi": "ctrl+c"}, "oleh terminal"),
        ({"pegawai.verifikasi": "tab"}, "untuk bergerak"),
        ({"pegawai.verifikasi": "verifikasi"}, "bukan nama tombol"),
        ({"orang.simpan": "s"}, "akan terketik di isian"),
        ({"beranda.tambah": "3"}, "untuk pekerjaan bernomor"),
    ],
)
def test_a_key_that_cannot_be_used_says_why(wanted, words):
    """And its command keeps the key it had."""
    assert words in next(iter(faults(wanted).values()))
    assert {} == sound(wanted)


def test_two_commands_may_change_places():
    """What counts is how the keys lie in the end."""
    assert {} == faults({"pegawai.verifikasi": "c", "pegawai.coret": "v"})


def test_the_same_key_on_screens_that_never_meet():
    """The list of agencies knows nothing of an open agency's keys."""
    assert {} == faults({"beranda.tambah": "v"})


def test_a_refused_key_may_make_another_one_clash():
    """V was free only while the first command had left it."""
    told = faults({"pegawai.verifikasi": "tab", "pegawai.coret": "v"})

    assert {"pegawai.verifikasi", "pegawai.coret"} == set(told)


async def test_own_keys_stand_in_footer_help_and_palette(workspace, tmp_path):
    """Everything derives from the key as it is now."""
    own = write(tmp_path / "terminal.toml", '[tombol]\n"pegawai.verifikasi" = "w"\n"ruang.impor" = "f12"\n')
    async with started(workspace, size=(120, 40), remember=own) as pilot:
        await press(pilot, "enter")
        room = frame(pilot.app)
        await press(pilot, "f1")
        help_ = words(pilot)
        await press(pilot, "escape", "ctrl+p")
        await type_text(pilot, "Verifikasi")
        await pilot.pause(0.4)
        await settle(pilot)

        assert "w Verifikasi" in room
        assert "F12 Impor" in room
        assert "w Menyatakan data yang ditandai sudah diperiksa." in help_
        assert "Verifikasi  (w)" in frame(pilot.app)


async def test_own_keys_work(workspace, tmp_path):
    """The new key does it, the old one does nothing any more."""
    own = write(tmp_path / "terminal.toml", '[tombol]\n"ruang.impor" = "f12"\n')
    async with started(workspace, remember=own) as pilot:
        await press(pilot, "enter", "f3")
        before = pilot.app.screen.place
        await press(pilot, "f12")

        assert ("pegawai", "impor") == (before, pilot.app.screen.place)


async def test_faults_are_told_at_the_start(workspace, tmp_path):
    """An unknown id, a clash, a theme nobody knows."""
    own = write(
        tmp_path / "terminal.toml", 'tema = "ungu"\n[tombol]\n"pegawai.hapus" = "w"\n"pegawai.verifikasi" = "c"\n'
    )
    async with started(workspace, size=(120, 40), remember=own) as pilot:
        text = words(pilot)

        assert "Perintah “pegawai.hapus” tidak dikenal." in text
        assert "Tema “ungu” tidak dikenal" in text
        assert "sudah dipakai “Coret”" in text
        assert "gelap" == pilot.app.theme


async def test_a_damaged_file_is_told_at_the_start(workspace, tmp_path):
    """With its line."""
    async with started(workspace, remember=write(tmp_path / "terminal.toml", 'tema = "terang\n')) as pilot:
        assert "baris 1 bukan TOML" in frame(pilot.app)


async def test_the_theme_is_remembered(workspace, tmp_path):
    """Ctrl+T, light: the next start is light."""
    own = tmp_path / "baru" / "terminal.toml"
    async with started(workspace, remember=own) as pilot:
        await press(pilot, "ctrl+t", "down", "enter")

    assert "terang" == read_preferences(own)[0].tema


async def test_a_place_that_cannot_be_written_is_told(workspace, tmp_path):
    """The theme holds for now; the operator knows that it will not be remembered."""
    write(tmp_path / "berkas", "")
    async with started(workspace, size=(120, 40), remember=tmp_path / "berkas" / "terminal.toml") as pilot:
        await press(pilot, "ctrl+t", "down", "enter")

        assert "terang" == pilot.app.theme
        assert "tidak dapat disimpan" in words(pilot)
