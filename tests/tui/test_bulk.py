"""What is done to several people at once: told before, done in one entry."""

from registry.model.codes import StatusPegawai, Syarat
from tests.tui.frames import frame
from tests.tui.pilots import running, settle, type_text
from tests.tui.test_people import open_people, people, table
from tui.dialogs.confirm import Notice
from tui.people import Filter

UNIT = "SMP Negeri 2"


def mark_all(pilot):
    table(pilot).listing.marks.update(one.nomor for one in people(pilot))


def statuses(pilot):
    return {one.status for one in people(pilot)}


async def test_a_bulk_action_tells_before_it_does(with_waiting):
    """How many, from what to what, who, who cannot be done and why; nothing is written yet."""
    async with running(with_waiting, size=(120, 40)) as pilot:
        await open_people(pilot)
        before = pilot.app.session.version
        mark_all(pilot)
        await pilot.press("v")
        await settle(pilot)
        seen = frame(pilot.app)
        ready = [one for one in people(pilot) if one.syarat_berlaku]

        assert f"{len(ready)} orang akan berubah." in seen
        assert "Draf, MS (usul) → Terverifikasi, MS" in seen
        assert ready[0].nama in seen
        assert "belum diputuskan MS atau TMS" in seen
        assert before == pilot.app.session.version


async def test_those_hindered_are_left_out_and_the_others_done(workspace):
    """One entry of the journal for everybody who can be verified."""
    async with running(workspace) as pilot:
        await open_people(pilot)
        before = pilot.app.session.version
        ready = {one.nomor for one in people(pilot) if one.syarat_berlaku}
        mark_all(pilot)
        await pilot.press("v")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)

        assert ready == {one.nomor for one in people(pilot) if one.status is StatusPegawai.TERVERIFIKASI}
        assert before + 1 == pilot.app.session.version


async def test_when_nobody_can_be_done_that_is_told(workspace):
    """A notice with the reasons instead of a question."""
    async with running(workspace) as pilot:
        await open_people(pilot)
        mark_all(pilot)
        await pilot.press("p")
        await settle(pilot)

        assert isinstance(pilot.app.screen, Notice)
        assert "berstatus Draf" in frame(pilot.app)


async def test_setting_a_new_unit(workspace):
    """Typed, confirmed with what changes, written once."""
    async with running(workspace) as pilot:
        await open_people(pilot)
        before = pilot.app.session.version
        mark_all(pilot)
        await pilot.press("u")
        await settle(pilot)
        await type_text(pilot, UNIT)
        await pilot.press("enter")
        await settle(pilot)
        asked = frame(pilot.app)
        await pilot.press("enter")
        await settle(pilot)

        assert f"→ {UNIT}" in asked
        assert {UNIT} == {one.unit_kerja for one in people(pilot)}
        assert before + 1 == pilot.app.session.version


async def test_setting_a_unit_there_is(workspace):
    """A few letters find it."""
    async with running(workspace) as pilot:
        await open_people(pilot)
        unit = next(one.unit_kerja for one in people(pilot) if one.unit_kerja != people(pilot)[0].unit_kerja)
        await pilot.press("u")
        await settle(pilot)
        await type_text(pilot, unit.lower())
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)

        assert unit == people(pilot)[0].unit_kerja


async def test_deciding_against_the_rules_needs_a_reason(workspace):
    """The question does not close without one."""
    async with running(workspace) as pilot:
        await open_people(pilot)
        one = next(one for one in people(pilot) if one.syarat_usulan is Syarat.MS)
        table(pilot).go_to(one.nomor)
        await pilot.press("m")
        await settle(pilot)
        await pilot.press("down", "enter")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        complaint = frame(pilot.app)
        await type_text(pilot, "SK dicabut")
        await pilot.press("enter")
        await settle(pilot)

        assert "Alasan perlu diisi." in complaint
        assert Syarat.TMS is pilot.app.session.person(one.nomor).syarat


async def test_crossing_out_and_restoring(workspace):
    """Both with a reason, each one entry; those crossed out are found by their status."""
    async with running(workspace) as pilot:
        await open_people(pilot)
        first = people(pilot)[0].nomor
        await pilot.press("c")
        await settle(pilot)
        pilot.app.screen.query_one("#sebab").value = "pindah"
        pilot.app.screen.query_one("#alasan").value = "Pindah ke provinsi"
        await pilot.click("#yes")
        await settle(pilot)
        crossed = pilot.app.session.person(first).status
        pilot.app.screen.take_filter(Filter(status="DICORET"))
        await settle(pilot)
        await pilot.press("p")
        await settle(pilot)
        await type_text(pilot, "Keliru")
        await pilot.press("enter")
        await settle(pilot)

        assert (StatusPegawai.DICORET, StatusPegawai.DRAF) == (crossed, pilot.app.session.person(first).status)


async def test_resubmitting_those_returned(workspace):
    """They are drafts again."""
    async with running(workspace) as pilot:
        await open_people(pilot)
        mark_all(pilot)
        for key in ("k", "a"):
            await pilot.press(key)
            await settle(pilot)
            await type_text(pilot, "SK diperiksa lagi")
            await pilot.press("enter")
            await settle(pilot)

        assert {StatusPegawai.DRAF} == statuses(pilot)
        assert ["ajukan-kembali", "kembalikan"] == [note.action for note in pilot.app.session.store.history()][:-3:-1]
