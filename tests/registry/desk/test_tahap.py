"""The large steps: announce, extend, compose, attach, finalise, reopen."""

from datetime import date, timedelta

import pytest

from registry.desk.pegawai import cross_out, return_
from registry.desk.register import set_instansi
from registry.desk.surat import sptjm_letter
from registry.desk.tahap import announce, attach_sptjm, compose_final, extend, finalise, preview, reopen
from registry.edition.canonical import fingerprint, fingerprint_of_list, read_edition
from registry.errors import ActionNotAllowed, GatesClosed, UsageRefused
from registry.model.codes import AlasanCoret, Fase, StatusPegawai, Tahap
from registry.model.instansi import UjiPublik
from registry.model.pegawai import Pegawai
from registry.publication.freeze import is_listed
from tests.registry.desk.small import AFTERWARDS, CLOSING, LETTER, OPENING, WINDOW, Room, periode
from tests.registry.desk.verbs import FIRST

SECOND = "3375-000002"
SPTJM = {"nomor": "800/900", "tanggal": date(2022, 10, 9)}


def announced_numbers(room, stem):
    return [row.nomor for row in read_edition(room.terbitan / f"{stem}.json").daftar]


def make_ready(room, moment=OPENING):
    room.moment = moment
    return room


def announce_with(room, window):
    return announce(room.store, room.terbitan, periode(), room.act(), uji_publik=window, **LETTER)


def test_announcing_opens_the_window_and_records_the_edition(tmp_path):
    """Phase, window, number of the letter, edition and its fingerprint."""
    room = Room(tmp_path, people=2).announced()
    instansi, edition = room.store.instansi, room.store.get("edisi", "1")

    assert (Fase.UJI_PUBLIK, WINDOW, "800/685-BKPSDM", 1, Tahap.PRAFINALISASI, 2) == (
        instansi.fase,
        instansi.uji_publik,
        instansi.nomor_pengumuman,
        instansi.edisi_terakhir,
        edition.tahap,
        edition.jumlah,
    )


def test_the_files_are_what_the_journal_says(tmp_path):
    """The recorded fingerprint is that of the file, and the PDF lies beside it."""
    room = Room(tmp_path, people=2).announced()

    assert (room.store.get("edisi", "1").sidik, ["1-prafinalisasi.json", "1-prafinalisasi.pdf"]) == (
        fingerprint((room.terbitan / "1-prafinalisasi.json").read_bytes()),
        sorted(path.name for path in room.terbitan.iterdir()),
    )


def test_the_edition_is_anchored_in_the_journal(tmp_path):
    """It names the head it was frozen from."""
    room = Room(tmp_path, people=2)
    head = room.store.head
    room.announced()
    frozen = read_edition(room.terbitan / "1-prafinalisasi.json").jurnal

    assert (head.seq, head.hash) == (frozen.seq, frozen.head)


def test_those_sent_back_or_crossed_out_are_not_announced(tmp_path):
    """Drafts are: the list is not yet the final one."""
    room = Room(tmp_path, people=4)
    return_(room.store, [SECOND], room.act("NIK salah"))
    cross_out(room.store, ["3375-000003"], AlasanCoret.KELUAR, room.act("Berhenti"))
    room.announced()

    assert [FIRST, "3375-000004"] == announced_numbers(room, "1-prafinalisasi")


def test_desk_and_edition_agree_on_who_is_listed():
    """Counting and publishing go by the same states."""
    from registry.desk.records import LISTED  # noqa: PLC0415

    assert set(LISTED) == {
        status
        for status in StatusPegawai
        if is_listed(Pegawai(nomor="3375-000001", nik="3375", nama="Sari", status=status))
    }


@pytest.mark.parametrize(("days", "enough"), [(3, False), (4, True), (5, True)])
def test_the_window_is_five_calendar_days_at_least(days, enough, tmp_path):
    """Both ends count: 1 to 5 October is enough."""
    room = make_ready(Room(tmp_path, people=1))
    window = UjiPublik(OPENING, OPENING + timedelta(days=days))

    if enough:
        assert announce_with(room, window).nomor == 1
    else:
        with pytest.raises(UsageRefused, match="paling sedikit 5 hari kalender"):
            announce_with(room, window)


def test_days_before_the_list_is_out_do_not_count(tmp_path):
    """Nobody can object to a list they cannot see."""
    room = make_ready(Room(tmp_path, people=1), OPENING + timedelta(days=4))

    with pytest.raises(UsageRefused, match="yang diminta 3 hari"):
        announce_with(room, WINDOW)


def test_a_window_without_zone_is_refused(tmp_path):
    """Four o'clock means little without one."""
    room = make_ready(Room(tmp_path, people=1))

    with pytest.raises(UsageRefused, match="zona waktu"):
        announce_with(room, UjiPublik(OPENING.replace(tzinfo=None), CLOSING))


def test_a_letter_without_number_is_refused(tmp_path):
    """It could not be cited."""
    room = make_ready(Room(tmp_path, people=1))

    with pytest.raises(UsageRefused, match="Nomor surat"):
        announce(
            room.store, room.terbitan, periode(), room.act(), uji_publik=WINDOW, nomor=" ", tanggal=date(2022, 10, 1)
        )


def test_nobody_to_announce_is_refused(tmp_path):
    """An empty list is a mistake."""
    room = make_ready(Room(tmp_path))

    with pytest.raises(GatesClosed, match="Belum ada seorang pun"):
        announce_with(room, WINDOW)


def test_the_undecided_stop_the_announcement(tmp_path):
    """The public list says MS or TMS of everybody."""
    room = make_ready(Room(tmp_path))
    room.add(sumber_gaji="BOS")

    with pytest.raises(GatesClosed, match="1 orang belum diputuskan"):
        announce_with(room, WINDOW)


def test_a_preview_writes_nothing(tmp_path):
    """Neither a file nor an entry."""
    room = Room(tmp_path, people=2)
    before = room.store.head

    edition = preview(room.store, room.terbitan, periode(), room.act(), uji_publik=WINDOW, **LETTER)

    assert (2, before, False) == (len(edition.daftar), room.store.head, room.terbitan.exists())


def test_an_extension_announces_the_new_end_and_the_list_as_it_is(tmp_path):
    """A second prafinalisasi edition, citing the first."""
    room = Room(tmp_path, people=1).announced()
    room.add()
    end = CLOSING + timedelta(days=5)
    extend(room.store, room.terbitan, periode(), room.act("Banyak usulan"), selesai=end, **LETTER)
    edition = read_edition(room.terbitan / "2-prafinalisasi.json")

    assert (Fase.PERPANJANGAN, end, [FIRST, SECOND], room.store.get("edisi", "1").sidik) == (
        room.store.instansi.fase,
        edition.uji_publik.selesai,
        [row.nomor for row in edition.daftar],
        edition.sebelumnya,
    )


@pytest.mark.parametrize("end", [CLOSING, CLOSING - timedelta(days=1)])
def test_an_extension_must_extend(end, tmp_path):
    """The new end lies after the old one."""
    room = Room(tmp_path, people=1).announced()

    with pytest.raises(UsageRefused, match="harus sesudah akhir yang lama"):
        extend(room.store, room.terbitan, periode(), room.act("Banyak usulan"), selesai=end, **LETTER)


def test_an_extension_to_the_past_is_refused(tmp_path):
    """Later than the old end is not enough."""
    room = make_ready(Room(tmp_path, people=1).announced(), AFTERWARDS + timedelta(days=9))

    with pytest.raises(UsageRefused, match="belum lewat"):
        extend(room.store, room.terbitan, periode(), room.act("Lambat"), selesai=AFTERWARDS, **LETTER)


def test_composing_freezes_the_fingerprint_of_the_list(tmp_path):
    """It is the one the public can compute from the final edition later."""
    room = Room(tmp_path, people=2).final()

    assert room.store.instansi.sidik_final == fingerprint_of_list(read_edition(room.terbitan / "2-final.json").daftar)


def test_composing_waits_for_the_window(tmp_path):
    """Until its last moment."""
    room = Room(tmp_path, people=1).announced()
    room.verify_all()

    with pytest.raises(GatesClosed, match=r"masih berjalan sampai 7 Oktober 2022 pukul 16\.00 WIB"):
        compose_final(room.store, periode(), room.act(moment=CLOSING))


def test_composing_wants_everybody_verified(tmp_path):
    """No draft gets into the final list."""
    room = make_ready(Room(tmp_path, people=2).announced(), AFTERWARDS)

    with pytest.raises(GatesClosed, match="2 orang belum diverifikasi"):
        compose_final(room.store, periode(), room.act())


def test_the_sptjm_prints_the_frozen_fingerprint(tmp_path):
    """The signed paper and the list belong together; drawing it twice gives the same bytes."""
    room = Room(tmp_path, people=2).composed()
    drawn = sptjm_letter(room.store, periode(), **SPTJM)
    scan = tmp_path / "cetak.pdf"
    scan.write_bytes(drawn)

    attached = attach_sptjm(room.store, scan, room.act(), sidik=room.store.instansi.sidik_final[:8], **SPTJM)

    assert attached.sptjm.sidik_daftar == attached.sidik_final


def test_the_sptjm_of_another_list_is_refused(tmp_path):
    """Printed before reopening, signed, and then attached to the new list."""
    room = Room(tmp_path, people=2).composed()
    scan = tmp_path / "lama.pdf"
    scan.write_bytes(sptjm_letter(room.store, periode(), **SPTJM))
    reopen(room.store, room.act("Ada yang berhenti"))
    cross_out(room.store, [FIRST], AlasanCoret.KELUAR, room.act("Berhenti"))
    compose_final(room.store, periode(), room.act())

    with pytest.raises(UsageRefused, match="dibuat untuk daftar yang lain"):
        attach_sptjm(room.store, scan, room.act(), **SPTJM)


@pytest.mark.parametrize("typed", ["deadbeef", "abc"])
def test_a_typed_fingerprint_must_be_that_of_the_list(typed, tmp_path):
    """Eight digits at least, and the right ones."""
    room = Room(tmp_path, people=1).composed()

    with pytest.raises(UsageRefused, match="Sidik yang tercetak"):
        attach_sptjm(room.store, room.scan(), room.act(), sidik=typed, **SPTJM)


def test_the_scan_is_kept(tmp_path):
    """Under its own fingerprint, in berkas/."""
    room = Room(tmp_path, people=1).attached()

    assert room.scan().read_bytes() == room.store.file(room.store.instansi.sptjm.pindaian).read_bytes()


def test_a_wrong_scan_can_be_replaced(tmp_path):
    """Until finalisasi."""
    room = Room(tmp_path, people=1).attached()
    attach_sptjm(room.store, room.scan(), room.act(), nomor="800/901", tanggal=date(2022, 10, 9))

    assert room.store.instansi.sptjm.nomor == "800/901"


def test_finalising_needs_the_sptjm(tmp_path):
    """A final list without it does not count."""
    room = Room(tmp_path, people=1).composed()

    with pytest.raises(GatesClosed, match="Pindaian SPTJM yang sudah ditandatangani belum dilampirkan"):
        finalise(room.store, room.terbitan, periode(), room.act(), **LETTER)


def test_the_final_edition_quotes_the_sptjm(tmp_path):
    """Number, date and fingerprint of the scan, never the scan."""
    room = Room(tmp_path, people=1).final()
    sptjm, edition = room.store.instansi.sptjm, read_edition(room.terbitan / "2-final.json")

    assert (sptjm.nomor, sptjm.tanggal, sptjm.pindaian) == (
        edition.sptjm.nomor,
        edition.sptjm.tanggal,
        edition.sptjm.sha256,
    )


def test_settings_of_letters_may_change_while_the_sptjm_is_signed(tmp_path):
    """The list stays what it was."""
    room = Room(tmp_path, people=1).composed()
    before = room.store.instansi.sidik_final
    set_instansi(room.store, {"tempat": "Batang"}, room.act())

    assert before == room.store.instansi.sidik_final


def test_reopening_forgets_the_frozen_list(tmp_path):
    """People can be changed again; a new fingerprint will be needed."""
    room = Room(tmp_path, people=1).composed()
    reopened = reopen(room.store, room.act("Ada yang berhenti"))

    assert (Fase.UJI_PUBLIK, "") == (reopened.fase, reopened.sidik_final)


def test_reopening_ends_when_the_sptjm_is_attached(tmp_path):
    """What the head of the agency signed stays as it is."""
    room = Room(tmp_path, people=1).attached()

    with pytest.raises(ActionNotAllowed, match="sudah dilampirkan"):
        reopen(room.store, room.act("Ada yang berhenti"))


def test_times_are_published_as_the_clocks_of_the_instansi_show_them(tmp_path):
    """A window typed on a machine in another zone is the same window, written in the agency's own."""
    room = Room(tmp_path, people=1)
    room.moment = OPENING
    announce(room.store, room.terbitan, periode(), room.act(), uji_publik=WINDOW, **LETTER)
    edition = read_edition(room.terbitan / "1-prafinalisasi.json")

    moments = (edition.uji_publik.mulai, edition.uji_publik.selesai, edition.terbit)
    assert ["+07:00"] * 3 == [moment.isoformat()[-6:] for moment in moments]
