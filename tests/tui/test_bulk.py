"""What is done to several people at once: told before, done in one entry."""

from registry.desk.bulk import PORTION, portions
from registry.errors import StoreFull
from registry.model.codes import StatusPegawai, Syarat
from tests.tui.driving import press, sees
from tests.tui.frames import frame
from tests.tui.pilots import running, settle, type_text
from tests.tui.test_language import leaks
from tests.tui.test_people import open_people, people, table
from tui.deeds.deed import Deed, Series
from tui.deeds.orang import verify
from tui.dialogs.confirm import Notice
from tui.dialogs.saving import Saving
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


def test_few_people_are_one_entry_and_many_are_several():
    """Nobody is left out, nobody is twice in it."""
    numbers = [str(n) for n in range(2 * PORTION + 1)]

    assert [PORTION] == [len(some) for some in portions(numbers[:PORTION])]
    assert [PORTION, PORTION, 1] == [len(some) for some in portions(numbers)]
    assert numbers == [one for some in portions(numbers) for one in some]


def in_portions(pilot, then=lambda part: part):
    """Verifying everybody in three entries; `then` may put something into the second."""
    ready = sorted(one.nomor for one in people(pilot) if one.syarat_berlaku)
    parts = [(len(some), verify(some)) for some in portions(ready, len(ready) // 3 + 1)]
    parts[1] = (parts[1][0], then(parts[1][1]))
    return Series("Memverifikasi", parts)


def verified(pilot):
    return sum(one.status is StatusPegawai.TERVERIFIKASI for one in people(pilot))


async def test_a_long_write_goes_on_entry_by_entry(workspace):
    """All are done, and it tells in how many entries."""
    async with running(workspace, notifications=True) as pilot:
        await open_people(pilot)
        before, series = pilot.app.session.version, in_portions(pilot)
        pilot.app.push_screen(Saving(series))
        await settle(pilot)

        assert (series.total, before + 3) == (verified(pilot), pilot.app.session.version)
        sees(pilot, f"Memverifikasi: {series.total} orang tersimpan dalam 3")


async def test_a_long_write_can_be_stopped_between_two_entries(workspace):
    """The entry being written is finished; what was done stays done and is told."""
    async with running(workspace, size=(120, 40), notifications=True) as pilot:
        await open_people(pilot)
        before = pilot.app.session.version

        def stopping(part):
            def do(session):
                pilot.app.call_from_thread(saving.action_no_answer)
                return part.do(session)

            return Deed(part.doing, do)

        saving = Saving(series := in_portions(pilot, stopping))
        pilot.app.push_screen(saving)
        await settle(pilot)
        done = series.parts[0][0] + series.parts[1][0]

        assert (done, before + 2) == (verified(pilot), pilot.app.session.version)
        sees(pilot, f"Memverifikasi dihentikan: {done} dari {series.total} orang tersimpan")
        assert not isinstance(pilot.app.screen, Saving)


async def test_trouble_in_a_long_write_tells_what_is_on_disk(workspace):
    """The way on is offered, and the entries before stay."""
    async with running(workspace, size=(120, 40), notifications=True) as pilot:
        await open_people(pilot)

        def failing(part):
            def do(_session):
                raise StoreFull("Ruang penyimpanan habis.")

            return Deed(part.doing, do)

        series = in_portions(pilot, failing)
        pilot.app.push_screen(Saving(series))
        await settle(pilot)

        sees(pilot, "Ruang penyimpanan habis.")
        sees(pilot, f"{series.parts[0][0]} dari {series.total} orang tersimpan")
        await press(pilot, "escape")
        assert series.parts[0][0] == verified(pilot)
        assert not isinstance(pilot.app.screen, Saving)


async def test_a_long_write_shows_how_far_it_is(workspace):
    """A bar, how many, and how to stop."""
    async with running(workspace) as pilot:
        await open_people(pilot)

        def looking(part):
            def do(session):
                seen.append(pilot.app.call_from_thread(lambda: frame(pilot.app)))
                return part.do(session)

            return Deed(part.doing, do)

        seen: list[str] = []
        series = in_portions(pilot, looking)
        pilot.app.push_screen(Saving(series))
        await settle(pilot)

        assert f"Memverifikasi: {series.total} orang" in seen[0]
        assert "Berhenti (Esc)" in seen[0]
        assert [] == leaks(seen[0])
