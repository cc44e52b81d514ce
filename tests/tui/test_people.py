"""The people of an agency: searching, filtering, deciding, and the form of one person."""

import pytest
from textual.widgets import Static

from registry.model import tables
from registry.model.codes import StatusPegawai, Syarat
from tests.tui import forms
from tests.tui.frames import frame
from tests.tui.pilots import running, settle, type_text
from tui.dialogs.base import Question
from tui.dialogs.confirm import Confirm, Trouble
from tui.dialogs.fields import Fields
from tui.screens.orang import OrangScreen
from tui.screens.pegawai import PegawaiScreen
from tui.widgets.listing import Listing
from tui.widgets.table import LineTable


async def open_people(pilot):
    await pilot.press("enter")
    await settle(pilot)


def table(pilot):
    return pilot.app.screen.query_one("#people", LineTable)


def people(pilot):
    return list(pilot.app.session.store.rows(tables.PEGAWAI))


async def test_opening_an_instansi_shows_its_people(workspace):
    """Enter on the list of instansi leads to the people."""
    async with running(workspace) as pilot:
        await open_people(pilot)

        assert len(people(pilot)) == table(pilot).count > 0


async def test_searching_filters_with_every_letter(workspace):
    """Words in any order, case ignored."""
    async with running(workspace) as pilot:
        await open_people(pilot)
        first = people(pilot)[0]
        await pilot.press("slash")
        await type_text(pilot, " ".join(reversed(first.nama.upper().split())))
        await settle(pilot)

        assert first.nomor in [row.nomor for row in table(pilot).listing.shown()]
        assert table(pilot).count < len(people(pilot))


async def test_searching_by_nik(workspace):
    """A NIK finds exactly one."""
    async with running(workspace) as pilot:
        await open_people(pilot)
        await pilot.press("slash")
        await type_text(pilot, people(pilot)[5].nik)
        await settle(pilot)

        assert [people(pilot)[5].nomor] == [row.nomor for row in table(pilot).listing.shown()]


async def test_filter_by_eligibility(workspace):
    """Only those who do not meet the rules."""
    async with running(workspace) as pilot:
        await open_people(pilot)
        await pilot.press("f")
        await settle(pilot)
        pilot.app.screen.query_one("#syarat").value = "TMS"
        await pilot.click("#yes")
        await settle(pilot)

        wanted = [one.nomor for one in people(pilot) if one.syarat_berlaku is Syarat.TMS]
        assert wanted == [row.nomor for row in table(pilot).listing.shown()]


@pytest.mark.parametrize("key", ["f", "m", "c"])
async def test_one_esc_closes_a_dialog_with_choices(workspace, key):
    """The list inside a choice does not hold the focus before it was opened."""
    async with running(workspace) as pilot:
        await open_people(pilot)
        await pilot.press(key)
        await settle(pilot)
        assert isinstance(pilot.app.screen, Question)
        await pilot.press("escape")
        await settle(pilot)

        assert isinstance(pilot.app.screen, PegawaiScreen)


async def test_dropping_search_and_filters(workspace):
    """L shows everyone again."""
    async with running(workspace) as pilot:
        await open_people(pilot)
        await pilot.press("slash")
        await type_text(pilot, "zzzz")
        await pilot.press("enter", "l")
        await settle(pilot)

        assert len(people(pilot)) == table(pilot).count


async def test_verifying_those_marked(workspace):
    """Marked people are verified in one entry of the journal."""
    async with running(workspace) as pilot:
        await open_people(pilot)
        wanted = [one.nomor for one in people(pilot) if one.syarat_berlaku][:3]
        table(pilot).listing.marks.update(wanted)
        before = pilot.app.session.version
        await pilot.press("v")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)

        assert wanted == [one.nomor for one in people(pilot) if one.status is StatusPegawai.TERVERIFIKASI]
        assert before + 1 == pilot.app.session.version


async def test_returning_asks_for_a_reason(workspace):
    """Without a reason the question stays open and says so."""
    async with running(workspace) as pilot:
        await open_people(pilot)
        await pilot.press("k")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)

        assert isinstance(pilot.app.screen, Fields)
        assert "Alasan perlu diisi." in frame(pilot.app)


async def test_returning_with_a_reason(workspace):
    """The reason goes into the record."""
    async with running(workspace) as pilot:
        await open_people(pilot)
        await pilot.press("k")
        await settle(pilot)
        await type_text(pilot, "SK belum ada")
        await pilot.press("enter")
        await settle(pilot)

        assert ["SK belum ada"] == [
            one.alasan_status for one in people(pilot) if one.status is StatusPegawai.DIKEMBALIKAN
        ]


async def test_what_the_state_forbids_is_not_offered(workspace):
    """Someone who is not crossed out cannot be restored: no key, no entry."""
    async with running(workspace) as pilot:
        await open_people(pilot)

        assert "pegawai.pulihkan" not in [command.id for _, command in pilot.app.screen.possible()]


async def open_first(pilot):
    await open_people(pilot)
    await pilot.press("enter")
    await settle(pilot)
    assert isinstance(pilot.app.screen, OrangScreen)


async def test_the_form_holds_the_person(workspace):
    """Every field shows what is recorded."""
    async with running(workspace) as pilot:
        await open_first(pilot)

        assert people(pilot)[0].nik == forms.stands(pilot, "nik")


async def test_the_form_shows_words_and_counts_them_as_unchanged(workspace):
    """No codes such as NON_ASN; leaving the form asks nothing."""
    async with running(workspace) as pilot:
        await open_first(pilot)

        assert "Non-ASN" == forms.stands(pilot, "kategori")
        assert not pilot.app.screen.unsaved


async def test_the_form_says_that_it_goes_on_below(workspace):
    """At 24 lines the last fields are out of sight; at the end of the form nothing is said."""
    async with running(workspace) as pilot:
        await open_first(pilot)
        below = pilot.app.screen.query_one("#below", Static)
        before = str(below.content)
        pilot.app.screen.query_one("#form").scroll_end(animate=False)
        await settle(pilot)

        assert "isian lagi di bawah" in before
        assert "" == str(below.content)


async def test_a_faulty_value_is_told_beside_its_field(workspace):
    """The finding stands at the field while one types."""
    async with running(workspace) as pilot:
        await open_first(pilot)
        await pilot.press("end", "backspace")
        await pilot.pause(0.4)
        await settle(pilot)

        assert "Harus dibetulkan" in frame(pilot.app)


async def test_saving_a_change(workspace):
    """Ctrl+S writes; the record becomes what the form says."""
    async with running(workspace) as pilot:
        await open_first(pilot)
        pilot.app.screen.form.go_to("jabatan")
        await pilot.press("ctrl+u")
        await type_text(pilot, "Perawat Mahir")
        await pilot.press("ctrl+s")
        await settle(pilot)

        assert "Perawat Mahir" == people(pilot)[0].jabatan
        assert not pilot.app.screen.unsaved


async def test_a_pasted_nik_with_blanks_is_normalised(workspace):
    """Nothing is swallowed while pasting; the core removes the separators."""
    async with running(workspace) as pilot:
        await open_first(pilot)
        nik = people(pilot)[0].nik
        await forms.put(pilot, "nik", f"{nik[:4]} {nik[4:8]} {nik[8:12]} {nik[12:]}")
        await pilot.press("ctrl+s")
        await settle(pilot)

        assert nik == people(pilot)[0].nik


async def test_unsaved_changes_are_asked_about(workspace):
    """Esc does not throw work away."""
    async with running(workspace) as pilot:
        await open_first(pilot)
        await pilot.press("x", "escape")
        await settle(pilot)

        assert isinstance(pilot.app.screen, Confirm)


async def test_quitting_asks_about_unsaved_changes_too(workspace):
    """Ctrl+Q from a form with changes asks first."""
    async with running(workspace) as pilot:
        await open_first(pilot)
        await pilot.press("x", "ctrl+q")
        await settle(pilot)

        assert isinstance(pilot.app.screen, Confirm)


async def test_next_person_of_the_list(workspace):
    """Ctrl+down goes on within the list one came from."""
    async with running(workspace) as pilot:
        await open_first(pilot)
        await pilot.press("ctrl+down")
        await settle(pilot)

        assert people(pilot)[1].nik == forms.stands(pilot, "nik")


async def test_a_new_person_without_a_name_is_refused(workspace):
    """The core's refusal is shown as a sentence, and nothing is written."""
    async with running(workspace) as pilot:
        await open_people(pilot)
        count = len(people(pilot))
        await pilot.press("t")
        await settle(pilot)
        await type_text(pilot, "3375010101900321")
        await pilot.press("ctrl+s")
        await settle(pilot)

        assert isinstance(pilot.app.screen, Trouble)
        assert count == len(people(pilot))


async def test_a_new_person(workspace):
    """NIK, name and birth date are enough."""
    async with running(workspace) as pilot:
        await open_people(pilot)
        await pilot.press("t")
        await settle(pilot)
        for name, value in (
            ("nik", "3375010101909321"),
            ("nama", "Contoh Orang Baru"),
            ("tanggal_lahir", "01-01-1990"),
        ):
            await forms.put(pilot, name, value)
        await pilot.press("ctrl+s")
        await settle(pilot)

        assert "Contoh Orang Baru" in [one.nama for one in people(pilot)]


async def test_a_spelling_typed_exactly_stands_first(workspace):
    """Variants follow; the cursor goes to the first."""
    async with running(workspace) as pilot:
        await open_people(pilot)
        names = [row.nama for row in table(pilot).rows]
        last = people(pilot)[-1]
        await pilot.press("slash")
        await type_text(pilot, last.nama)
        await settle(pilot)

        assert last.nama in names
        assert last.nomor == table(pilot).cursor_row.nomor


async def test_the_first_screen_of_many_people_is_shown_at_once(workspace, monkeypatch):
    """Reading waits until those are painted; in the end everybody is there, and can be searched."""
    monkeypatch.setattr("tui.screens.people.FIRST", 5)
    shown = []
    monkeypatch.setattr(Listing, "put", lambda self, rows, mask: shown.append(len(rows)) or put(self, rows, mask))
    async with running(workspace) as pilot:
        await open_people(pilot)

        assert [5, len(people(pilot))] == shown[-2:]
        assert len(people(pilot)) == table(pilot).count


put = Listing.put
