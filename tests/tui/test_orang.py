"""One person: work history, eligibility, documents, journal, and nothing unsaved lost silently."""

from datetime import date

import pytest
from textual.widgets import Input, Static

from registry.desk import pegawai as desk
from registry.desk.dokumen import KB
from registry.desk.fields import PERSON_FIELDS
from registry.desk.sk import SK_FIELDS
from registry.model import tables
from registry.model.codes import StatusPegawai, Syarat
from tests.tui.forms import put, stands
from tests.tui.frames import frame
from tests.tui.pilots import running, settle
from tests.tui.scans import blank_pdf
from tests.tui.test_language import leaks
from tui import opening
from tui.commands.orang import SHEETS
from tui.dialogs.choose import Choose
from tui.dialogs.confirm import Confirm, Notice, Trouble
from tui.dialogs.file import ChooseFile
from tui.dialogs.sk import SkDialog
from tui.field_help import FIELDS, HELP
from tui.screens.beranda import BerandaScreen
from tui.screens.impor import ImporScreen
from tui.screens.orang import OrangScreen
from tui.screens.pegawai import PegawaiScreen
from tui.widgets.table import LineTable


def people(pilot):
    return list(pilot.app.session.store.rows(tables.PEGAWAI))


def person(pilot):
    return people(pilot)[0]


def screen(pilot):
    return pilot.app.screen


def text(pilot, selector):
    return str(screen(pilot).query_one(selector, Static).content)


async def press(pilot, *keys):
    for key in keys:
        await pilot.press(key)
        await settle(pilot)


async def open_first(pilot, sheet="data"):
    """The first person, on this sheet."""
    await press(pilot, "enter", "enter", *["ctrl+l"] * SHEETS.index(sheet))
    assert isinstance(screen(pilot), OrangScreen)


async def add_decree(pilot, **fields):
    """Through the dialog; the sheet of the work history must be shown."""
    await press(pilot, "t")
    for name, value in fields.items():
        await put(pilot, name, value)
    await pilot.click("#yes")
    await settle(pilot)


NEW = {"nomor_sk": "800/77/2011", "tanggal_mulai": "1 Januari 2011", "tanggal_akhir": "31-12-2011"}

# fields and their help


def test_every_field_has_a_sentence_that_fits():
    """Those of the form and those of a decree; none is longer than a line of 80."""
    assert set(PERSON_FIELDS) == set(FIELDS)
    assert {*PERSON_FIELDS, *SK_FIELDS} == set(HELP)
    assert [] == [name for name, sentence in HELP.items() if len(sentence) > 78 or not sentence.endswith(".")]


async def test_help_follows_the_focus(workspace):
    """The sentence of the field one is in."""
    async with running(workspace) as pilot:
        await open_first(pilot)
        before = text(pilot, "#help")
        await press(pilot, "tab")

        assert [HELP["nik"], HELP["nama"]] == [before, text(pilot, "#help")]


async def test_what_is_computed_follows_what_is_typed(workspace):
    """Before anything is saved."""
    async with running(workspace) as pilot:
        await open_first(pilot)
        await put(pilot, "tanggal_lahir", "09-03-2005")
        await pilot.pause(0.3)
        await settle(pilot)

        assert "usia 16 tahun" in text(pilot, "#computed")
        assert "2021 - 2005 = 16 tahun" in text(pilot, "#reasons")


async def test_computed_even_while_something_forbids_saving(workspace):
    """A half-typed NIK hides nothing."""
    async with running(workspace) as pilot:
        await open_first(pilot)
        await put(pilot, "nik", "3375")
        await pilot.pause(0.3)
        await settle(pilot)

        assert "Harus dibetulkan" in frame(pilot.app)
        assert "masa kerja 3.620 hari" in text(pilot, "#computed")


async def test_the_nik_of_somebody_else_is_told_while_typing(workspace):
    """Beside the field, with the record that has it."""
    async with running(workspace) as pilot:
        await open_first(pilot)
        await put(pilot, "nik", people(pilot)[1].nik)
        await pilot.pause(0.3)
        await settle(pilot)

        told = " ".join(frame(pilot.app).split())
        assert f"Harus dibetulkan: NIK ini sudah tercatat pada {people(pilot)[1].nomor}" in told


# sheets


async def test_sheets_by_digit_and_by_mouse(workspace):
    """A digit where nothing is typed, a click anywhere."""
    async with running(workspace) as pilot:
        await open_first(pilot, "kerja")
        seen = []
        for key in "34512":
            await press(pilot, key)
            seen.append(screen(pilot).sheet)
        await pilot.click("SheetLine", offset=(frame(pilot.app).splitlines()[2].index("Syarat"), 0))
        await settle(pilot)

        assert ["syarat", "dokumen", "jurnal", "data", "kerja", "syarat"] == [*seen, screen(pilot).sheet]


async def test_digits_on_the_way_through_the_form_type_nothing(workspace):
    """Coming to the form by its digit, the focus is on the form and not yet in a field."""
    async with running(workspace) as pilot:
        await open_first(pilot, "kerja")
        await press(pilot, "1", "3", "1")

        assert not screen(pilot).unsaved
        await press(pilot, "enter")
        assert "nik" == screen(pilot).form.current
        assert screen(pilot).form.pen.has_focus


async def test_no_sheet_leaks_english(workspace):
    """Every sheet, the dialog of a decree, and that of a document."""
    async with running(workspace, size=(120, 40)) as pilot:
        await open_first(pilot)
        seen = [frame(pilot.app)]
        for keys in (["ctrl+l"], ["t"], ["escape", "3"], ["4"], ["5"]):
            await press(pilot, *keys)
            seen.append(frame(pilot.app))

        assert [] == leaks("\n".join(seen))


# work history


async def test_a_decree_is_added_and_saved_with_the_fields(workspace):
    """One entry of the journal for both."""
    async with running(workspace) as pilot:
        await open_first(pilot)
        before, version = person(pilot), pilot.app.session.version
        await put(pilot, "jabatan", "Perawat Mahir")
        await press(pilot, "ctrl+l")
        await add_decree(pilot, **NEW)
        assert version == pilot.app.session.version
        await press(pilot, "ctrl+s")

        after = person(pilot)
        assert version + 1 == pilot.app.session.version
        assert ("Perawat Mahir", len(before.riwayat) + 1) == (after.jabatan, len(after.riwayat))
        assert (date(2011, 1, 1), date(2011, 12, 31)) == (
            after.riwayat[-1].tanggal_mulai,
            after.riwayat[-1].tanggal_akhir,
        )
        assert not screen(pilot).unsaved


async def test_the_length_of_service_follows_the_history(workspace):
    """365 days more, and the gap before the next decree; nothing is saved yet."""
    async with running(workspace) as pilot:
        await open_first(pilot, "kerja")
        await add_decree(pilot, **NEW)

        assert "365 + 3.620 = 3.985 hari" in text(pilot, "#service")
        assert "33 hari tidak dihitung" in text(pilot, "#service")
        assert "belum disimpan" in frame(pilot.app)


async def test_a_decree_is_changed(workspace):
    """Enter opens it with what it says."""
    async with running(workspace) as pilot:
        await open_first(pilot, "kerja")
        await press(pilot, "enter")
        assert isinstance(screen(pilot), SkDialog)
        await put(pilot, "tanggal_akhir", "31-12-2022")
        await pilot.click("#yes")
        await press(pilot, "ctrl+s")

        assert date(2022, 12, 31) == person(pilot).riwayat[0].tanggal_akhir


async def test_a_decree_is_removed(workspace):
    """Out of the history at once, out of the record when saved."""
    async with running(workspace) as pilot:
        await open_first(pilot, "kerja")
        await press(pilot, "delete")
        assert 1 == len(person(pilot).riwayat)
        await press(pilot, "ctrl+s")

        assert () == person(pilot).riwayat
        assert "Belum ada SK" in frame(pilot.app)


async def test_a_decree_that_cannot_stand_keeps_its_dialog(workspace):
    """The finding stands at its field, and what was typed stays."""
    async with running(workspace) as pilot:
        await open_first(pilot, "kerja")
        await add_decree(pilot, **NEW | {"tanggal_akhir": "31-02-2012"})

        assert isinstance(screen(pilot), SkDialog)
        assert "Harus dibetulkan" in frame(pilot.app)
        assert "31-02-2012" == stands(pilot, "tanggal_akhir")


async def test_a_new_decree_begins_with_the_present_position(workspace):
    """Position, unit and pay of the form need not be typed again."""
    async with running(workspace) as pilot:
        await open_first(pilot, "kerja")
        await press(pilot, "t")

        assert person(pilot).jabatan == stands(pilot, "jabatan")


async def test_a_new_person_with_a_decree(workspace):
    """Fields and history of a new person are one entry."""
    async with running(workspace) as pilot:
        await press(pilot, "enter", "t")
        for name, value in (("nik", "3375010101909321"), ("nama", "Contoh Baru"), ("tanggal_lahir", "01-01-1990")):
            await put(pilot, name, value)
        await press(pilot, "ctrl+l")
        await add_decree(pilot, **NEW)
        await press(pilot, "ctrl+s")

        assert [("Contoh Baru", "800/77/2011")] == [(one.nama, one.riwayat[0].nomor_sk) for one in people(pilot)[-1:]]


# eligibility


async def test_override_needs_a_reason_and_is_shown(workspace):
    """The core refuses without; with one, who decided what stands there."""
    async with running(workspace) as pilot:
        await open_first(pilot, "syarat")
        await press(pilot, "m")
        screen(pilot).query_one("#syarat").value = "TMS"
        await pilot.click("#yes")
        await settle(pilot)
        assert isinstance(screen(pilot), Trouble)
        await press(pilot, "enter", "m")
        screen(pilot).query_one("#syarat").value = "TMS"
        screen(pilot).query_one("#alasan").value = "SK tidak asli"
        await pilot.click("#yes")
        await settle(pilot)

        assert (Syarat.TMS, "SK tidak asli") == (person(pilot).syarat, person(pilot).alasan_syarat)
        assert "Putusan   TMS  Alasan: SK tidak asli" in text(pilot, "#reasons")


async def test_no_decision_beside_unsaved_changes(workspace):
    """It would be about another record than the one that is seen."""
    async with running(workspace) as pilot:
        await open_first(pilot, "kerja")
        await press(pilot, "delete", "m")

        assert isinstance(screen(pilot), OrangScreen)


async def test_every_rule_stands_with_its_letter(workspace):
    """Met or not."""
    async with running(workspace, size=(120, 40)) as pilot:
        await open_first(pilot, "syarat")

        assert 7 == text(pilot, "#reasons").count("terpenuhi       ")


# documents


async def attach_file(pilot, path):
    await press(pilot, "t")
    assert isinstance(screen(pilot), ChooseFile)
    screen(pilot).query_one("#path", Input).value = str(path)
    await pilot.click("#yes")
    await settle(pilot)


async def test_attaching_and_detaching(workspace, tmp_path):
    """Written at once; the sheet shows it."""
    scan = blank_pdf(tmp_path / "sk.pdf")
    async with running(workspace) as pilot:
        await open_first(pilot, "dokumen")
        await press(pilot, "down")
        await attach_file(pilot, scan)
        kept = person(pilot).file_sk
        assert scan.read_bytes() == pilot.app.session.store.file(kept).read_bytes()
        assert "Terlampir: PDF" in frame(pilot.app)
        await press(pilot, "delete")
        await pilot.click("#yes")
        await settle(pilot)

        assert "" == person(pilot).file_sk


async def test_too_small_an_ijazah_is_refused_in_a_sentence(workspace, tmp_path):
    """Nothing is written."""
    async with running(workspace) as pilot:
        await open_first(pilot, "dokumen")
        version = pilot.app.session.version
        await attach_file(pilot, blank_pdf(tmp_path / "ijazah.pdf"))

        assert isinstance(screen(pilot), Trouble)
        assert f"paling sedikit {100 * KB // KB} KB" in frame(pilot.app)
        assert version == pilot.app.session.version


async def test_without_a_program_the_path_is_shown(workspace, tmp_path, monkeypatch):
    """Over ssh there is no desktop; the copy can be fetched."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    async with running(workspace, size=(120, 40)) as pilot:
        await open_first(pilot, "dokumen")
        await press(pilot, "down")
        await attach_file(pilot, blank_pdf(tmp_path / "sk.pdf"))
        await press(pilot, "enter")

        assert isinstance(screen(pilot), Notice)
        assert f"sk-{person(pilot).file_sk[:8]}.pdf" in frame(pilot.app).replace("\n", "")


def test_a_desktop_without_a_program_opens_nothing(monkeypatch, tmp_path):
    """The caller is told, no exception."""
    monkeypatch.setenv("PATH", str(tmp_path))

    assert not opening.open_file(tmp_path / "sk.pdf", {"DISPLAY": ":0"})


# journal


async def test_the_journal_tells_who_changed_what(workspace):
    """Before and after, newest first; also a change just made."""
    async with running(workspace, size=(120, 40)) as pilot:
        await open_first(pilot, "jurnal")
        before = person(pilot).jabatan
        await press(pilot, "1")
        await put(pilot, "jabatan", "Perawat Mahir")
        await press(pilot, "ctrl+s", *["ctrl+l"] * 4)
        lines = text(pilot, "#changes").splitlines()

        assert "Ubah pegawai" in lines[0]
        assert "oleh siti" in lines[0]
        assert f"  Jabatan: {before} → Perawat Mahir" in lines
        assert any(line.startswith("Impor berkas") for line in lines)


# nothing unsaved is lost silently


@pytest.mark.parametrize("key", ["escape", "ctrl+q", "ctrl+down", "f3", "f9", "ctrl+g"])
async def test_leaving_with_unsaved_changes_asks(workspace, key):
    """Whatever way out; the answer no leaves everything as it was."""
    async with running(workspace) as pilot:
        await open_first(pilot)
        await put(pilot, "jabatan", "Perawat Mahir")
        await press(pilot, key)
        assert isinstance(screen(pilot), Confirm)
        await press(pilot, "escape")

        assert isinstance(screen(pilot), OrangScreen)
        assert "Perawat Mahir" == stands(pilot, "jabatan")


async def test_an_edited_history_is_asked_about_too(workspace):
    """It is unsaved as much as a field."""
    async with running(workspace) as pilot:
        await open_first(pilot, "kerja")
        await press(pilot, "delete", "escape")

        assert isinstance(screen(pilot), Confirm)


@pytest.mark.parametrize(("key", "room"), [("f2", PegawaiScreen), ("f3", ImporScreen), ("f9", BerandaScreen)])
async def test_room_keys_lead_away_when_nothing_is_unsaved(workspace, key, room):
    """From a person straight to another room."""
    async with running(workspace) as pilot:
        await open_first(pilot)
        await press(pilot, key)

        assert isinstance(screen(pilot), room)


async def test_next_person_keeps_the_field_one_is_in(workspace):
    """Correcting one column down the list."""
    async with running(workspace) as pilot:
        await open_first(pilot)
        screen(pilot).form.go_to("jabatan")
        await press(pilot, "ctrl+down")

        assert "jabatan" == screen(pilot).form.current
        assert people(pilot)[1].jabatan == screen(pilot).focused.value


async def test_the_list_ends(workspace):
    """Before the first there is nobody; that is said."""
    async with running(workspace, notifications=True) as pilot:
        await open_first(pilot)
        await press(pilot, "ctrl+up")

        assert "Ini orang pertama dalam daftar." in frame(pilot.app)


async def test_what_is_typed_while_saving_stays(workspace):
    """The answer to a save does not write over newer text."""
    async with running(workspace) as pilot:
        await open_first(pilot)
        await put(pilot, "jabatan", "Perawat Mahir")
        await pilot.press("ctrl+s")
        await put(pilot, "alamat", "Jalan Contoh 1")

        assert "Perawat Mahir" == person(pilot).jabatan
        assert "Jalan Contoh 1" == stands(pilot, "alamat")
        assert screen(pilot).unsaved


async def test_undoing_beside_the_person(workspace):
    """The change just saved is taken back, and the form shows it; not while something is unsaved."""
    async with running(workspace) as pilot:
        await open_first(pilot)
        before = person(pilot).jabatan
        await put(pilot, "jabatan", "Perawat Mahir")
        await press(pilot, "ctrl+z")
        assert isinstance(screen(pilot), OrangScreen)
        await press(pilot, "ctrl+s", "ctrl+z")
        await pilot.click("#yes")
        await settle(pilot)

        assert [before, before] == [person(pilot).jabatan, stands(pilot, "jabatan")]


# somebody else changed the record


def change_elsewhere(pilot, **fields):
    session = pilot.app.session
    desk.change_pegawai(session.store, person(pilot).nomor, fields, session.periode, session.act())


async def conflicting(pilot):
    await open_first(pilot)
    await put(pilot, "jabatan", "Perawat Mahir")
    change_elsewhere(pilot, tempat_lahir="Batang")
    await press(pilot, "ctrl+s")
    assert isinstance(screen(pilot), Choose)


async def test_a_change_in_between_is_noticed_before_saving(workspace):
    """What differs is told; nothing is written yet."""
    async with running(workspace, size=(120, 40)) as pilot:
        await conflicting(pilot)

        assert "Tempat lahir: Pekalongan → Batang" in frame(pilot.app)
        assert "Perawat Mahir" != person(pilot).jabatan


async def test_saving_over_a_change_keeps_both(workspace):
    """Only the fields one typed are written."""
    async with running(workspace) as pilot:
        await conflicting(pilot)
        await press(pilot, "enter")

        assert ("Perawat Mahir", "Batang") == (person(pilot).jabatan, person(pilot).tempat_lahir)
        assert "Batang" == stands(pilot, "tempat_lahir")


async def test_taking_the_newest_record_drops_what_was_typed(workspace):
    """Only because one said so."""
    async with running(workspace) as pilot:
        await conflicting(pilot)
        await press(pilot, "down", "enter")

        assert "Batang" == stands(pilot, "tempat_lahir")
        assert not screen(pilot).unsaved


# what the state forbids


async def test_a_crossed_out_person_can_be_looked_at_only(workspace):
    """No saving, no decree, no document."""
    async with running(workspace) as pilot:
        await press(pilot, "enter")
        session = pilot.app.session
        desk.cross_out(session.store, [person(pilot).nomor], "pindah", session.act("SK mutasi"))
        pilot.app.push_screen(OrangScreen(person(pilot).nomor, []))
        await settle(pilot)
        await press(pilot, "ctrl+l")
        possible = {command.name for _, command in screen(pilot).possible()}

        assert StatusPegawai.DICORET is person(pilot).status
        assert set() == possible & {"simpan", "tambah", "buka", "hapus", "putuskan"}
        assert screen(pilot).query_one("#decrees", LineTable).has_focus
