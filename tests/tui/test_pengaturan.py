"""The settings of an instansi, and the theme and keys of the operator."""

import pytest
from textual.widgets import OptionList

from registry.model.instansi import Kop, Ppk
from registry.workspace import Workspace
from tests.tui import forms
from tests.tui.frames import frame
from tests.tui.pilots import clock, running, settle
from tests.tui.starting import press, started, words
from tests.tui.test_language import leaks
from tui.preferences import read_preferences
from tui.session import Session
from tui.widgets.form import Form
from tui.widgets.table import LineTable


def instansi(pilot):
    return pilot.app.session.store.instansi


async def put(pilot, **values):
    """Type into fields."""
    for name, value in values.items():
        await forms.put(pilot, name, value)


async def show(pilot, part):
    """Go to a section."""
    sections = pilot.app.screen.query_one("#sections", OptionList)
    sections.highlighted = sections.get_option_index(f"part-{part}")
    await settle(pilot)


async def test_settings_are_saved(workspace):
    """Letterhead, addresses and PPK are one entry of the journal."""
    async with running(workspace) as pilot:
        await press(pilot, "enter", "f10")
        before = pilot.app.session.store.head.seq
        await put(
            pilot, kop_1="PEMERINTAH KOTA PEKALONGAN", kop_2="BKPSDM", telepon="0285-000", ppk_nama="Contoh Wali Kota"
        )
        await press(pilot, "ctrl+s")

        assert Kop(("PEMERINTAH KOTA PEKALONGAN", "BKPSDM"), telepon="0285-000") == instansi(pilot).kop
        assert Ppk("Contoh Wali Kota") == instansi(pilot).ppk
        assert before + 1 == pilot.app.session.store.head.seq
        assert not pilot.app.screen.unsaved


async def test_the_letterhead_is_shown_while_it_is_typed(workspace):
    """As it will stand on a letter; without lines of its own the agency's name."""
    async with running(workspace) as pilot:
        await press(pilot, "enter", "f10")
        await show(pilot, "kop")
        first = frame(pilot.app)
        await put(pilot, kop_1="DINAS CONTOH", surel="a@contoh.go.id")

        assert "PEMERINTAH KOTA PEKALONGAN" in first
        assert "DINAS CONTOH" in frame(pilot.app).split("Beginilah")[1]
        assert "Surel a@contoh.go.id" in frame(pilot.app)


async def test_leaving_with_unsaved_changes_asks(workspace):
    """Save and go."""
    async with running(workspace) as pilot:
        await press(pilot, "enter", "f10")
        await put(pilot, tempat="Pekalongan")
        await press(pilot, "f2")
        asked = frame(pilot.app)
        await press(pilot, "enter")

        assert "belum disimpan" in asked
        assert "Pekalongan" == instansi(pilot).tempat
        assert "pegawai" == pilot.app.screen.place


@pytest.mark.parametrize(
    ("keys", "place", "kept"), [(["down", "enter"], "pegawai", ""), (["escape"], "pengaturan", "Batang")]
)
async def test_throwing_away_or_staying(workspace, keys, place, kept):
    """The other two answers."""
    async with running(workspace) as pilot:
        await press(pilot, "enter", "f10")
        await put(pilot, tempat="Batang")
        screen = pilot.app.screen
        await press(pilot, "f2", *keys)

        assert "" == instansi(pilot).tempat
        assert (place, kept) == (pilot.app.screen.place, screen.texts()["tempat"])


async def test_quitting_with_unsaved_changes_asks(workspace):
    """Ctrl+Q does not throw typed text away."""
    async with running(workspace) as pilot:
        await press(pilot, "enter", "f10")
        await put(pilot, tempat="Batang")
        await press(pilot, "ctrl+q")

        assert "Ada perubahan yang belum disimpan." in frame(pilot.app)


async def test_esc_throws_away_after_asking(workspace):
    """What is stored stands in the fields again."""
    async with running(workspace) as pilot:
        await press(pilot, "enter", "f10")
        await put(pilot, tempat="Batang")
        await press(pilot, "escape")
        await pilot.click("#yes")
        await settle(pilot)

        assert "" == pilot.app.screen.texts()["tempat"]


async def test_a_refusal_keeps_what_was_typed(workspace):
    """The clock runs backwards: nothing is stored, nothing is lost."""
    time = clock()
    time.set(2022, 9, 1, 8, 0)
    async with running(workspace, time=time) as pilot:
        await press(pilot, "enter", "f10")
        await put(pilot, tempat="Batang")
        await press(pilot, "ctrl+s")
        told = words(pilot)
        await press(pilot, "enter")

        assert "lebih awal daripada" in told
        assert "Batang" == pilot.app.screen.texts()["tempat"]


async def test_the_zone_is_settled_by_the_first_announcement(ready):
    """Before it can be chosen; afterwards it says why not."""
    async with running(ready) as pilot:
        await press(pilot, "enter", "f10")
        await show(pilot, "zona")

        assert "tidak dapat diubah lagi sesudah pengumuman pertama" in words(pilot)
        assert pilot.app.screen.query_one("#zona").disabled


async def test_dates_are_shown_and_explained(ready):
    """Of the periode and of this agency's own window."""
    async with running(ready, size=(120, 40)) as pilot:
        await press(pilot, "enter", "f10")
        await show(pilot, "jadwal")

        assert "31 Oktober 2022 pukul 17.00 WIB" in frame(pilot.app)
        assert "23 September 2022 pukul 00.00 WIB sampai 30 September 2022 pukul 16.00 WIB" in frame(pilot.app)
        assert "hanya untuk dibaca" in words(pilot)


async def test_held_by_somebody_else_it_can_only_be_read(workspace):
    """Fields cannot be typed into; theme and keys can still be changed."""
    other = Session(Workspace.open(workspace), "budi", clock())
    other.open("3375")
    try:
        async with running(workspace) as pilot:
            await press(pilot, "enter", "enter", "f10")

            assert "hanya dapat dibaca; tema dan tombol tetap dapat diubah" in frame(pilot.app)
            assert all(form.locked for form in pilot.app.screen.query(Form))
    finally:
        other.close()


async def test_a_theme_is_chosen_and_remembered(workspace, tmp_path):
    """At once, and at the next start."""
    own = tmp_path / "terminal.toml"
    async with started(workspace, remember=own) as pilot:
        await press(pilot, "enter", "f10")
        await show(pilot, "tema")
        pilot.app.screen.query_one("#themes").focus()
        await press(pilot, "down", "down", "enter")

        assert "kontras" == pilot.app.theme
    assert "kontras" == read_preferences(own)[0].tema


async def choose_key(pilot, command, key):
    await show(pilot, "tombol")
    table = pilot.app.screen.query_one("#keys", LineTable)
    table.focus()
    table.go_to(command)
    await press(pilot, "enter", key)


async def test_a_key_is_changed_by_pressing_the_new_one(workspace, tmp_path):
    """It works at once, is remembered, and can be given back."""
    own = tmp_path / "terminal.toml"
    async with started(workspace, remember=own, notifications=False) as pilot:
        await press(pilot, "enter", "f10")
        await choose_key(pilot, "ruang.impor", "f11")
        kept = dict(read_preferences(own)[0].tombol)
        shown = frame(pilot.app)
        await press(pilot, "ctrl+l")

        assert {"ruang.impor": "f11"} == kept
        assert "pilihan sendiri" in shown
        assert {} == read_preferences(own)[0].tombol


async def test_a_key_that_is_taken_is_refused_in_the_dialog(workspace):
    """With the name of the command that has it; another key may be pressed."""
    async with running(workspace) as pilot:
        await press(pilot, "enter", "f10")
        await choose_key(pilot, "ruang.impor", "f4")
        told = words(pilot)
        await press(pilot, "f12")

        assert "sudah dipakai “Keputusan”" in told
        assert {"ruang.impor": "f12"} == pilot.app.preferences.tombol


async def test_own_keys_that_cannot_be_used_are_listed(workspace, tmp_path):
    """What the file says and why it does not hold."""
    (tmp_path / "terminal.toml").write_text('[tombol]\n"ruang.tutupi" = "w"\n', encoding="utf-8")
    async with started(workspace, remember=tmp_path / "terminal.toml", notifications=False) as pilot:
        await press(pilot, "enter", "f10")
        await show(pilot, "tombol")

        assert "Tidak dipakai: Perintah “ruang.tutupi” tidak dikenal." in frame(pilot.app)


async def test_no_section_leaks_english(workspace):
    """Every section, its help, and the dialog for a key."""
    seen = []
    async with running(workspace, size=(120, 40)) as pilot:
        await press(pilot, "enter", "f10")
        for part in ("instansi", "kop", "ppk", "zona", "jadwal", "tema", "tombol"):
            await show(pilot, part)
            seen.append(frame(pilot.app).replace(str(workspace), ""))
            await press(pilot, "tab", "f1")
            seen.append(frame(pilot.app))
            await press(pilot, "escape")
            pilot.app.screen.query_one("#sections").focus()
        await choose_key(pilot, "ruang.impor", "f4")
        seen.append(frame(pilot.app))

    assert [] == leaks("\n".join(seen))


async def test_settings_by_mouse(workspace):
    """A click on a section shows it, a click on a theme takes it."""
    async with running(workspace) as pilot:
        await press(pilot, "enter", "f10")
        await pilot.click("#sections", offset=(3, 6))
        await settle(pilot)
        await pilot.click("#themes", offset=(3, 1))
        await settle(pilot)

        assert "terang" == pilot.app.theme


async def test_the_units_expected_are_kept_here_too(workspace):
    """The same question as on the board of units; the section shows the list."""
    async with running(workspace) as pilot:
        await press(pilot, "enter", "f10")
        await show(pilot, "unit")
        await press(pilot, "d")
        pilot.app.screen.query_one("#lines").text = "SD Contoh 1\nSD Contoh 2"
        await press(pilot, "ctrl+s")

        assert ("SD Contoh 1", "SD Contoh 2") == instansi(pilot).unit_diharapkan
        assert all(name in frame(pilot.app) for name in ("SD Contoh 1", "SD Contoh 2"))
