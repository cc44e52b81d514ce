"""The list of agencies: what it tells, where it leads, and how to begin."""

import threading
from datetime import datetime

from textual.widgets import OptionList

from registry.model.act import Act
from registry.workspace import Workspace
from tests.tui.frames import frame
from tests.tui.pilots import WIB, clock, running, settle, type_text
from tests.tui.starting import press, started, words
from tests.tui.test_language import leaks
from tui.agencies import Agencies
from tui.screens.finalisasi import FinalisasiScreen
from tui.screens.impor import ImporScreen
from tui.screens.keputusan import KeputusanScreen
from tui.screens.pegawai import PegawaiScreen
from tui.session import Session
from tui.widgets.meter import meter, percent
from tui.widgets.table import LineTable


def add(path, *codes):
    """Agencies without anybody in them."""
    for kode in codes:
        Workspace.open(path).add_instansi(kode, Act("siti", datetime(2022, 9, 20, 8, 0, tzinfo=WIB)))


async def test_the_countdown_is_on_the_agencys_own_clock(empty_workspace):
    """Prafinalisasi is due at one moment; in Tabanan that is an hour later by the clock."""
    add(empty_workspace, "3375", "5102")
    async with running(empty_workspace) as pilot:
        first = frame(pilot.app)
        await press(pilot, "down")

        assert "Prafinalisasi 5 hari 13 jam lagi, 30 September 2022 pukul 23.59 WIB" in first
        assert "Prafinalisasi 5 hari 13 jam lagi, 1 Oktober 2022 pukul 00.59 WITA" in frame(pilot.app)


async def test_a_passed_deadline_says_so(empty_workspace):
    """Words, not only a colour."""
    add(empty_workspace, "3375")
    time = clock()
    time.set(2022, 10, 3, 8, 0)
    async with running(empty_workspace, time=time) as pilot:
        assert "Prafinalisasi lewat 2 hari 8 jam, 30 September 2022 pukul 23.59 WIB" in frame(pilot.app)


async def test_the_countdown_goes_on(empty_workspace):
    """A minute later the line is another one; nothing is read again for it."""
    add(empty_workspace, "3375")
    time = clock()
    async with running(empty_workspace, time=time) as pilot:
        time.set(2022, 9, 30, 20, 0)
        pilot.app.screen._tick()
        await settle(pilot)

        assert "3 jam 59 menit lagi" in frame(pilot.app)


async def test_what_needs_attention_is_told_with_the_room(with_waiting):
    """Waiting rows, open decisions, people not yet verified."""
    async with running(with_waiting, size=(120, 40)) as pilot:
        text = words(pilot)

        assert "baris impor menunggu keputusan. → Keputusan" in text
        assert "orang belum diverifikasi." in text


async def test_a_number_leads_to_where_it_is_done(with_waiting):
    """1 opens the agency and the room of the first thing to do; k does the same."""
    async with running(with_waiting) as pilot:
        await press(pilot, "1")

        assert isinstance(pilot.app.screen, KeputusanScreen)
        assert "3375" == pilot.app.session.store.kode


async def test_whoever_needs_it_is_already_filtered(with_waiting):
    """66 people without MS or TMS: the list of people shows these, and says so."""
    async with running(with_waiting) as pilot:
        await press(pilot, "2")

        assert "66 dari 216 orang" in frame(pilot.app)
        assert "perlu putusan MS/TMS" in frame(pilot.app)


async def test_k_is_the_first_of_them(ready):
    """The SPTJM is attached: what is left is the finalisation."""
    time = clock()
    time.set(2022, 10, 2, 8, 0)
    async with running(ready, time=time) as pilot:
        await press(pilot, "k")

        assert isinstance(pilot.app.screen, FinalisasiScreen)


async def test_things_to_do_can_be_chosen_in_their_list(with_waiting):
    """Tab, arrow, Enter."""
    async with running(with_waiting) as pilot:
        await press(pilot, "tab", "down", "enter")

        assert isinstance(pilot.app.screen, PegawaiScreen)


async def test_things_to_do_can_be_clicked(empty_workspace):
    """An agency without anybody: import comes first."""
    add(empty_workspace, "3375")
    async with running(empty_workspace) as pilot:
        await pilot.click("#todos", offset=(5, 0))
        await settle(pilot)

        assert isinstance(pilot.app.screen, ImporScreen)


async def test_coming_back_reads_only_what_changed(workspace):
    """An agency whose journal is the same is not opened again."""
    add(workspace, "5102")
    session = Session(Workspace.open(workspace), "siti", clock())
    agencies = Agencies()
    seen = []
    for _ in range(2):
        agencies.read(session, lambda lines: seen.append({line.kode: line.read for line in lines}), threading.Event())
    before, after = seen[1], seen[-1]

    assert all(before[kode] is after[kode] for kode in ("3375", "5102"))


async def test_a_change_shows_when_one_comes_back(workspace):
    """Verified people count at once in the list."""
    async with running(workspace) as pilot:
        assert "0 dari 57 orang terverifikasi" in frame(pilot.app)
        await press(pilot, "enter", "ctrl+a", "v")
        await pilot.press("enter")
        await settle(pilot)
        await press(pilot, "f9")

        assert "0 dari 57 orang terverifikasi" not in frame(pilot.app)


async def test_lines_stand_before_they_are_read(workspace):
    """Names of all agencies come first; who is read later says so meanwhile."""
    add(workspace, "5102")
    session = Session(Workspace.open(workspace), "siti", clock())
    told = []
    Agencies().read(session, told.append, threading.Event())

    assert ["Kota Pekalongan", "Kabupaten Tabanan"] == [line.nama for line in told[0]]
    assert [None, None] == [line.read for line in told[0]]


async def test_reading_stops_when_it_is_no_longer_wanted(workspace):
    """Opening an agency does not wait for the other six hundred."""
    stop = threading.Event()
    stop.set()
    told = []
    Agencies().read(Session(Workspace.open(workspace), "siti", clock()), told.append, stop)

    assert 1 == len(told)


async def test_sorting_by_deadline(workspace):
    """The most pressing first; the one without a deadline last."""
    async with running(workspace) as pilot:
        pilot.app.screen.query_one("#lines", LineTable).sort_by("tenggat")
        await settle(pilot)

        assert "Kota Pekalongan" in frame(pilot.app)


async def test_first_start_creates_an_agency_from_the_reference_table(empty_workspace):
    """Enter, a few letters, Enter: the new agency is open."""
    async with running(empty_workspace) as pilot:
        await press(pilot, "enter")
        await type_text(pilot, "pekalongan kota")
        await press(pilot, "enter")

        assert "Kota Pekalongan" == pilot.app.session.instansi.nama


async def test_first_start_can_load_the_sample(empty_workspace):
    """The sample is made with progress; then the list shows it."""

    def sample(workspace, now, progress):
        progress(0, 2, "Kota Pekalongan: 2 orang")
        workspace.add_instansi("3375", Act("Petugas Contoh", now))
        progress(2, 2, "")

    async with started(empty_workspace, sample=sample) as pilot:
        await press(pilot, "down", "enter")

        assert "Kota Pekalongan" in frame(pilot.app)
        assert "Contoh selesai dibuat." in frame(pilot.app)


async def test_the_sample_is_only_offered_where_nothing_is(workspace):
    """Real work and invented people never stand side by side."""
    async with started(workspace, sample=lambda *_: None) as pilot:
        await press(pilot, "c")

        assert "Muat contoh" not in frame(pilot.app)
        assert not pilot.app.screen.making


async def test_without_a_sample_it_is_not_offered(empty_workspace):
    """Whoever starts the terminal decides whether there is one."""
    async with started(empty_workspace) as pilot:
        assert "contoh" not in {one.id for one in pilot.app.screen.query_one("#begin", OptionList).options}


async def test_a_failing_sample_is_told_and_the_ways_come_back(empty_workspace):
    """Nothing hangs."""

    def sample(_workspace, _now, _progress):
        raise OSError(28, "penuh")

    async with started(empty_workspace, sample=sample) as pilot:
        await press(pilot, "c", "escape")

        assert "Buat instansi" in frame(pilot.app)


def test_a_bar_is_full_only_when_everything_is_done():
    """999 of 1,000 is not 100 %; one of 1,000 is not nothing."""
    assert ["██████████", "█████████▉", "█████░░░░░", "▏░░░░░░░░░", "░░░░░░░░░░"] == [
        meter(part, 1000, 10) for part in (1000, 999, 500, 1, 0)
    ]
    assert ["100 %", "99 %", "0 %", "-"] == [percent(5, 5), percent(999, 1000), percent(1, 1000), percent(0, 0)]


async def test_nothing_leaks_english(with_waiting, empty_workspace):
    """The list, its help, the dialogs it opens, and the first start."""
    seen = []
    async with running(with_waiting, size=(120, 40)) as pilot:
        for keys in ([], ["f1"], ["escape", "tab", "f1"], ["escape", "r"], ["escape", "t"]):
            await press(pilot, *keys)
            seen.append(frame(pilot.app))
    async with started(empty_workspace, sample=lambda *_: None, size=(120, 40)) as pilot:
        seen.append(frame(pilot.app))

    assert [] == leaks("\n".join(seen).replace("kosong", ""))
