"""The agency's own numbers: exact, everybody who is not crossed out."""

from datetime import UTC, date, datetime

import pytest

from registry.desk.dimensi import JUDUL
from registry.desk.kelompok import Kelompok, members
from registry.desk.pegawai import cross_out, decide_syarat, verify
from registry.desk.statistik import Hari, Sel, Topik, as_csv, statistics
from registry.model.codes import AlasanCoret, Syarat
from tests.registry.desk.small import Room, periode
from tests.registry.desk.verbs import FIRST, csv, row, take

SECOND = "3375-000002"


def topik(room, kode):
    return next(topik for topik in statistics(room.store, periode()).topik if topik.kode == kode)


def bars(room, kode):
    return {sel.nama: sel.jumlah for sel in topik(room, kode).sel}


def test_units_are_ranked(tmp_path):
    """Most people first; without a unit is a bar of its own."""
    room = Room(tmp_path)
    for unit in ("SD 2", "SD 1", "SD 2", ""):
        room.add(unit_kerja=unit)

    assert [("SD 2", 2), ("SD 1", 1), ("Tidak diketahui", 1)] == list(bars(room, "unit").items())


@pytest.mark.parametrize(
    ("kode", "expected"),
    [
        ("jabatan", {"Pendidikan": 1, "Kesehatan": 1}),
        ("pendidikan", {"D3": 1, "S1": 1}),
        ("usia", {"30-39 tahun": 2}),
        ("masa-kerja", {"1-4 tahun": 2}),
        ("gaji", {"APBD": 1, "BOS": 1}),
        ("kelamin", {"Perempuan": 2}),
        ("kategori", {"Non-ASN": 2}),
        ("syarat", {"MS": 1, "Perlu diputuskan": 1}),
        ("sebab", {"Digaji dari dana BOS": 1}),
        ("status", {"Draf": 2}),
    ],
)
def test_every_topic_counts_everybody(tmp_path, kode, expected):
    """Small counts are shown as they are: the operators' screen hides nothing from them."""
    room = Room(tmp_path)
    room.add()
    room.add(jabatan="Perawat", pendidikan="D-III", sumber_gaji="BOS")

    assert expected == bars(room, kode)


def test_those_crossed_out_count_only_as_a_state(tmp_path):
    """They are no longer on the list."""
    room = Room(tmp_path, people=2)
    cross_out(room.store, [FIRST], AlasanCoret.PINDAH, room.act("Pindah"))

    assert (1, {"Draf": 1, "Dicoret": 1}) == (topik(room, "kelamin").dari, bars(room, "status"))


def test_every_bar_tells_ms_and_tms(tmp_path):
    """What a person decided counts before what the rules propose."""
    room = Room(tmp_path, people=2)
    decide_syarat(room.store, [FIRST], Syarat.TMS, room.act("SK dicabut"))

    assert (Sel("Perempuan", 2, ms=1, tms=1),) == topik(room, "kelamin").sel
    assert {"Ditetapkan instansi": 1} == bars(room, "sebab")


def test_one_person_may_have_several_reasons(tmp_path):
    """Too young and too short in service."""
    room = Room(tmp_path)
    room.add(tanggal_lahir="05-05-2003", nik="3375014505039001", tanggal_mulai="01-12-2021")

    assert {"Masa kerja kurang dari syarat": 1, "Usia di bawah 20 tahun pada 31 Desember 2021": 1} == bars(
        room, "sebab"
    )


def test_days_tell_who_is_new_and_who_was_verified(tmp_path):
    """A day in between with neither is there with zeros; a person imported again is not new."""
    room = Room(tmp_path, people=1)
    take(room, csv(tmp_path, row(1, jabatan="Guru Seni"), row(7)))
    verify(room.store, [FIRST, SECOND], room.act(moment=datetime(2022, 9, 3, 3, 0, tzinfo=UTC)))

    assert (
        Hari(date(2022, 9, 1), 2, 0),
        Hari(date(2022, 9, 2), 0, 0),
        Hari(date(2022, 9, 3), 0, 2),
    ) == statistics(room.store, periode()).hari


def test_every_bar_tells_whom_it_counts(tmp_path):
    """The people behind a bar are as many as it says; a day counts a person verified twice twice, but it is one person."""
    room = Room(tmp_path, people=2)
    room.add(tanggal_lahir="05-05-2003", nik="3375014505039001", tanggal_mulai="01-12-2021", sumber_gaji="BOS")
    verify(room.store, [FIRST, SECOND], room.act())
    cross_out(room.store, [SECOND], AlasanCoret.PINDAH, room.act("Pindah"))
    decide_syarat(room.store, [FIRST], Syarat.TMS, room.act("SK dicabut"))
    topics = statistics(room.store, periode()).topik

    counted = {(topik.kode, sel.nama): sel.jumlah for topik in topics for sel in topik.sel}
    assert counted == {bar: len(members(room.store, periode(), Kelompok(*bar))) for bar in counted}
    assert set(JUDUL) == {topik.kode for topik in topics}


def test_a_bar_that_is_not_there_counts_nobody(tmp_path):
    """A saved filter may name a unit nobody is in any more."""
    room = Room(tmp_path, people=1)

    assert frozenset() == members(room.store, periode(), Kelompok("unit", "SD Bubar"))


def test_an_empty_instansi_has_empty_tables(tmp_path):
    """No division by nobody."""
    found = statistics(Room(tmp_path).store, periode())

    assert (0, set(), ()) == (found.jumlah, {sel for topik in found.topik for sel in topik.sel}, found.hari)


def test_csv_starts_no_formula():
    """Names come from files; spreadsheet programs must not compute them."""
    table = Topik(kode="unit", judul="Unit kerja", keterangan="", dari=3, sel=(Sel("=1+1", 1, 1), Sel("SD, 1", 2)))

    assert (b'\xef\xbb\xbfUnit kerja,jumlah,persen,ms,tms\r\n\'=1+1,1,33.3,1,0\r\n"SD, 1",2,66.7,0,0\r\n') == as_csv(
        table
    )


def test_counting_can_be_stopped(tmp_path):
    """What progress raises goes through."""

    def stop(_done, _total):
        raise InterruptedError

    with pytest.raises(InterruptedError):
        statistics(Room(tmp_path, people=1).store, periode(), stop)
