"""The inbox: due dates, filters, search, decisions, letters of answer."""

import shutil

import pytest
from textual.widgets import Input

from registry.model import tables
from registry.model.codes import StatusMasukan
from tests.tui.driving import respond, sees
from tests.tui.frames import frame
from tests.tui.inbox import make_inbox
from tests.tui.pilots import clock, running, settle, type_text
from tests.tui.test_language import leaks
from tui.screens.orang import OrangScreen
from tui.widgets.table import LineTable

FIRST, SECOND, THIRD, FOURTH = "U-3375-000001", "U-3375-000002", "S-3375-000003", "S-3375-000004"


@pytest.fixture(scope="module")
def made_inbox(tmp_path_factory):
    return make_inbox(tmp_path_factory.mktemp("made") / "masukan")


@pytest.fixture
def inbox(made_inbox, tmp_path):
    """Two usulan and two sanggahan, one of each decided."""
    return shutil.copytree(made_inbox, tmp_path / "ruang")


async def go(pilot, *keys):
    for key in keys:
        await pilot.press(key)
        await settle(pilot)


async def enter(pilot, number=FIRST):
    """Open the inbox and go to an entry."""
    await go(pilot, "enter", "f5")
    pilot.app.screen.query_one("#inbox", LineTable).go_to(number)
    await settle(pilot)


def shown(pilot):
    return [row.masukan.tanda_terima for row in pilot.app.screen.query_one("#inbox", LineTable).listing.shown()]


def entry(pilot, number):
    return pilot.app.session.store.get(tables.MASUKAN, number)


def offered(pilot):
    return {command.name for _, command in pilot.app.screen.possible()}


def at(*parts):
    time = clock()
    time.set(*parts)
    return time


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ((2022, 9, 25), "13 hari lagi"),
        ((2022, 10, 7), "besok"),
        ((2022, 10, 8), "hari ini"),
        ((2022, 10, 10), "lewat 2 hari"),
    ],
)
async def test_due_dates_are_told_in_words(inbox, day, said):
    """Ten calendar days after the window, which ends on 28 September."""
    async with running(inbox, time=at(*day, 9, 0)) as pilot:
        await enter(pilot)

        assert f"8 Oktober 2022 pukul 23.59 WIB ({said})" in frame(pilot.app)


async def test_overdue_entries_are_counted(inbox):
    """In the line above the list."""
    async with running(inbox, time=at(2022, 10, 10, 9, 0)) as pilot:
        await enter(pilot)

        assert "4 tampak, 2 belum diputus, 2 lewat tenggat" in frame(pilot.app)


async def test_b_shows_the_undecided_only(inbox):
    """And everything again."""
    async with running(inbox) as pilot:
        await enter(pilot)
        await go(pilot, "b")
        undecided = shown(pilot)
        await go(pilot, "b")

        assert ([FIRST, THIRD], 4) == (undecided, len(shown(pilot)))


@pytest.mark.parametrize(
    ("answer", "left"),
    [
        ({"jenis": "usulan"}, [FIRST, SECOND]),
        ({"status": "putus"}, [SECOND, FOURTH]),
        ({"tenggat": "lewat"}, []),
        ({"tenggat": "segera"}, [FIRST, THIRD]),
        ({"jenis": "sanggahan", "status": "belum"}, [THIRD]),
    ],
)
async def test_filters(inbox, answer, left):
    """By kind, state and due date; on the last day but two."""
    async with running(inbox, time=at(2022, 10, 6, 9, 0)) as pilot:
        await enter(pilot)
        await go(pilot, "f")
        await respond(pilot, **answer)

        assert left == shown(pilot)


async def test_filters_and_search_are_dropped_together(inbox):
    """One key for everything."""
    async with running(inbox) as pilot:
        await enter(pilot)
        await go(pilot, "b", "slash")
        await type_text(pilot, "pindah")
        await settle(pilot)
        found = shown(pilot)
        await go(pilot, "escape", "l")

        assert ([THIRD], 4) == (found, len(shown(pilot)))


async def test_a_proposal_is_granted_with_a_ready_reason(inbox):
    """Chosen from the list; the person becomes a draft."""
    async with running(inbox) as pilot:
        await enter(pilot)
        await go(pilot, "k")
        pilot.app.screen.query_one("#tanggal_lahir", Input).value = "01-01-1990"
        pilot.app.screen.query_one("#ready").focus()
        await go(pilot, "enter", "enter")

        assert (StatusMasukan.DIKABULKAN, "Bekerja di unit ini dengan SK dan bukti pembayaran yang lengkap.") == (
            entry(pilot, FIRST).status,
            entry(pilot, FIRST).alasan,
        )


async def test_an_objection_is_refused_with_a_reason(inbox):
    """Without one the question stays open."""
    async with running(inbox) as pilot:
        await enter(pilot, THIRD)
        await go(pilot, "x", "enter")
        asked = "Alasan perlu diisi" in frame(pilot.app)
        await respond(pilot, alasan="Masih bekerja")

        assert (True, StatusMasukan.DITOLAK) == (asked, entry(pilot, THIRD).status)


async def test_what_is_decided_offers_a_letter_and_no_decision(inbox):
    """And the other way round."""
    async with running(inbox) as pilot:
        await enter(pilot, SECOND)
        decided = offered(pilot)
        pilot.app.screen.query_one("#inbox", LineTable).go_to(FIRST)
        await settle(pilot)

        assert ({"jawaban"}, {"kabulkan", "tolak"}) == (
            decided & {"jawaban", "kabulkan", "tolak"},
            offered(pilot) & {"jawaban", "kabulkan", "tolak"},
        )


async def test_letters_are_written_for_several_at_once(inbox, tmp_path):
    """One file each, named by the receipt number."""
    async with running(inbox) as pilot:
        await enter(pilot)
        await go(pilot, "f")
        await respond(pilot, status="putus")
        await go(pilot, "ctrl+a", "j")
        await respond(pilot, nomor="800/77", folder=str(tmp_path))

        assert [f"jawaban-{FOURTH}.pdf", f"jawaban-{SECOND}.pdf"] == sorted(
            path.name for path in tmp_path.glob("*.pdf")
        )
        assert (tmp_path / f"jawaban-{FOURTH}.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(
    ("answer", "said"), [({"folder": "/tidak/ada"}, "Folder itu tidak ada."), ({"tanggal": "besok"}, "tidak terbaca")]
)
async def test_a_letter_that_cannot_be_written_is_told_in_the_dialog(inbox, answer, said):
    """Nothing is lost."""
    async with running(inbox) as pilot:
        await enter(pilot, SECOND)
        await go(pilot, "j")
        await respond(pilot, **answer)

        assert said in frame(pilot.app)


async def test_a_file_that_cannot_be_replaced_is_told(inbox, tmp_path):
    """A folder of that name stands in the way."""
    (tmp_path / f"jawaban-{SECOND}.pdf").mkdir()
    async with running(inbox) as pilot:
        await enter(pilot, SECOND)
        await go(pilot, "j")
        await respond(pilot, folder=str(tmp_path))

        assert "Berkas tidak dapat ditulis" in frame(pilot.app)


async def test_enter_opens_the_person_objected_to(inbox):
    """To look at the record before deciding."""
    async with running(inbox) as pilot:
        await enter(pilot, THIRD)
        await go(pilot, "enter")

        assert isinstance(pilot.app.screen, OrangScreen)


async def test_an_objection_is_recorded_in_the_inbox(inbox):
    """By the number of the person."""
    async with running(inbox, time=at(2022, 9, 25, 9, 0)) as pilot:
        await enter(pilot)
        await go(pilot, "g")
        await respond(pilot, nomor_pegawai="3375-000005", isi="Tidak dikenal")

        assert 5 == len(shown(pilot))


async def test_what_is_wrong_with_the_person_is_told_before_writing(inbox):
    """The dialog stays open with what was typed."""
    async with running(inbox) as pilot:
        await enter(pilot)
        await go(pilot, "k")
        await respond(pilot, nik="33750101", tanggal_lahir="01-01-1990", alasan="SK lengkap")

        assert "seharusnya 16" in frame(pilot.app)
        assert "33750101" == pilot.app.screen.query_one("#nik", Input).value


async def test_what_could_not_be_written_is_there_again(inbox):
    """The NIK is another person's: told by the record; nothing has to be typed twice."""
    async with running(inbox) as pilot:
        await enter(pilot)
        taken = pilot.app.session.store.get(tables.PEGAWAI, "3375-000005").nik
        await go(pilot, "k")
        await respond(pilot, nik=taken, tanggal_lahir="01-01-1990", alasan="SK lengkap sekali")
        told = "sudah tercatat pada 3375-000005" in frame(pilot.app)
        await go(pilot, "enter", "k")

        assert (True, "SK lengkap sekali") == (told, pilot.app.screen.query_one("#alasan", Input).value)


async def test_a_proposal_after_the_window_is_not_lost(inbox):
    """The core refuses it; what was typed can be looked at again."""
    async with running(inbox, time=at(2022, 9, 29, 9, 0)) as pilot:
        await enter(pilot)
        await go(pilot, "u")
        await respond(pilot, nama="Contoh Terlambat", isi="Mohon didaftarkan")
        told = "sudah berakhir" in frame(pilot.app)
        await go(pilot, "enter", "u")

        assert (True, "Contoh Terlambat") == (told, pilot.app.screen.query_one("#nama", Input).value)


async def test_a_granted_person_is_as_complete_as_the_operator_can_make_it(inbox):
    """Sex, pay, decree and the rest are asked for at once, and what the rules say of it is told."""
    async with running(inbox, size=(120, 40), notifications=True) as pilot:
        await enter(pilot)
        await go(pilot, "k")
        await respond(
            pilot, tanggal_lahir="01-01-1990", jenis_kelamin="L", pendidikan="D3", sumber_gaji="APBD", nomor_sk="800/9",
            tanggal_mulai="01-01-2015", penanda_tangan="Kepala Puskesmas", aktif="ya", alasan="SK lengkap",
        )  # fmt: skip
        person = pilot.app.session.person(entry(pilot, FIRST).nomor_pegawai)

        assert ("L", "D3", "APBD", "NON_ASN", "800/9", "2015-01-01", True, "MS") == (
            person.jenis_kelamin, person.pendidikan, person.sumber_gaji, person.kategori, person.riwayat[0].nomor_sk,
            str(person.riwayat[0].tanggal_mulai), person.aktif, person.syarat_usulan,
        )  # fmt: skip
        sees(pilot, f"{person.nomor}; usul aturan: MS.")


async def test_several_are_refused_with_one_reason(inbox):
    """What will change is told first; those decided already are left alone, and it says why."""
    async with running(inbox, size=(120, 40), notifications=True) as pilot:
        await enter(pilot)
        await go(pilot, "ctrl+a", "x")
        told = frame(pilot.app)
        await respond(pilot, alasan="Tidak ada bukti")

        assert "2 akan ditolak dengan satu alasan:" in told
        assert [] == leaks(told)
        assert "2 tidak dapat dan dibiarkan:" in told
        assert ["Tidak ada bukti"] * 2 == [entry(pilot, one).alasan for one in (FIRST, THIRD)]
        assert "2 masukan ditolak." in frame(pilot.app)


async def test_several_are_granted_as_far_as_they_tell_enough(inbox):
    """The objection is granted; the proposal without a birth date is left, with why."""
    async with running(inbox, size=(120, 40)) as pilot:
        await enter(pilot)
        await go(pilot, "ctrl+a", "k")
        told = frame(pilot.app)
        await respond(pilot, alasan="Terbukti")

        assert "1 sanggahan: orangnya dicoret dari daftar (BUDI MUSTOFA)" in told
        assert "Tanggal lahir harus diisi" in told
        assert (StatusMasukan.DITERIMA_MASUK, StatusMasukan.DIKABULKAN) == (
            entry(pilot, FIRST).status,
            entry(pilot, THIRD).status,
        )


async def test_where_none_can_be_decided_nothing_is_asked(inbox):
    """Only why."""
    async with running(inbox) as pilot:
        await enter(pilot)
        table = pilot.app.screen.query_one("#inbox", LineTable)
        await go(pilot, "space")
        table.go_to(SECOND)
        await go(pilot, "space", "k")

        assert "Tidak ada yang dapat diputus" in frame(pilot.app)
        assert "tidak dapat dan dibiarkan" in frame(pilot.app)


async def test_a_proposal_keeps_the_birth_date_it_came_with(inbox):
    """So that it need not be asked for again."""
    async with running(inbox) as pilot:
        await enter(pilot)
        await go(pilot, "u")
        await respond(
            pilot, nama="Contoh Ketiga", isi="Belum terdaftar", nik="3375010101909322", tanggal_lahir="1-1-1990"
        )
        await go(pilot, "end", "k")

        assert "01-01-1990" == pilot.app.screen.query_one("#tanggal_lahir", Input).value
