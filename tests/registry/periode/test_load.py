"""Periode files: the one shipped, another one, and wrong ones."""

from datetime import date, datetime, timedelta, timezone

import pytest

from registry.errors import FileRefused
from registry.model.codes import SumberGaji, Syarat
from registry.model.pegawai import Pegawai, Riwayat
from registry.periode.load import builtin_periode_path, load_periode
from registry.periode.types import Putusan
from registry.rules.assess import assess

WIB = timezone(timedelta(hours=7))
BUILTIN = builtin_periode_path("2022").read_text(encoding="utf-8")
CHANGES_OF_2024 = {
    'kode = "2022"': 'kode = "2024"',
    'judul = "Pendataan Tenaga Non-ASN Tahun 2022"': 'judul = "Pendataan Tenaga Non-ASN Tahun 2024"',
    "batas_usia = 2021-12-31": "batas_usia = 2023-12-31",
    "usia_maksimum = 56": "usia_maksimum = 60",
    "batas_masa_kerja = 2021-12-31": "batas_masa_kerja = 2023-12-31",
    "masa_kerja_minimum_hari = 365": "masa_kerja_minimum_hari = 730",
    'BOS = "manusia"': 'BOS = "ms"',
    'bacaan_jabatan = "jabatan"': 'bacaan_jabatan = "alih_daya"',
    "prafinalisasi = 2022-09-30T23:59:59+07:00": "prafinalisasi = 2024-09-30T23:59:59+07:00",
    "finalisasi = 2022-10-31T17:00:00+07:00": "finalisasi = 2024-10-31T17:00:00+07:00",
    "'\\bwaker\\b',": "'\\bwaker\\b', '\\bpenjaga sekolah\\b',",
}


def changed(changes: dict[str, str]) -> str:
    text = BUILTIN
    for old, new in changes.items():
        assert old in text
        text = text.replace(old, new)
    return text


@pytest.fixture
def periode_file(tmp_path):
    """Writes a periode file and gives its path."""

    def write(text: str):
        path = tmp_path / "2024.toml"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_the_shipped_periode():
    """2022 as the letters have it."""
    periode = load_periode(builtin_periode_path("2022"))

    assert ("2022", date(2021, 12, 31), 20, 56, date(2021, 12, 31), 365, 5, 10) == (
        periode.kode,
        periode.batas_usia,
        periode.usia_minimum,
        periode.usia_maksimum,
        periode.batas_masa_kerja,
        periode.masa_kerja_minimum_hari,
        periode.uji_publik_minimum_hari,
        periode.perbaikan_hari,
    )


def test_the_deadlines_carry_their_zone():
    """Finalisasi by 31 October 2022, 17:00 WIB."""
    assert datetime(2022, 10, 31, 17, 0, tzinfo=WIB) == load_periode(builtin_periode_path("2022")).jadwal.finalisasi


def test_every_shipped_file_is_sound_and_named_after_its_code():
    """Also those added later."""
    shipped = sorted(builtin_periode_path().parent.glob("*.toml"))

    assert [path.stem for path in shipped] == [load_periode(path).kode for path in shipped]


def test_a_second_periode_needs_no_code(periode_file):
    """A round of 2024 with other dates, ages, readings and positions judges the same people differently."""
    y2022, y2024 = load_periode(builtin_periode_path("2022")), load_periode(periode_file(changed(CHANGES_OF_2024)))
    people = [
        Pegawai(
            nomor="x",
            nik="",
            nama="x",
            tanggal_lahir=born,
            sumber_gaji=pay,
            jabatan=position,
            riwayat=(Riwayat(tanggal_mulai=start),),
        )
        for born, pay, position, start in (
            (date(1964, 1, 1), SumberGaji.APBD, "Guru Kelas", date(2010, 1, 1)),
            (date(1990, 1, 1), SumberGaji.BOS, "Guru Kelas", date(2010, 1, 1)),
            (date(1990, 1, 1), SumberGaji.APBD, "Satpam", date(2010, 1, 1)),
            (date(1990, 1, 1), SumberGaji.APBD, "Guru Kelas", date(2022, 7, 1)),
            (date(2003, 6, 1), SumberGaji.APBD, "Guru Kelas", date(2021, 1, 1)),
        )
    ]

    assert [
        (Syarat.TMS, Syarat.MS),
        (None, Syarat.MS),
        (Syarat.TMS, Syarat.MS),
        (Syarat.TMS, Syarat.TMS),
        (Syarat.TMS, Syarat.MS),
    ] == [(assess(person, y2022).syarat_usulan, assess(person, y2024).syarat_usulan) for person in people]


def test_a_byte_order_mark_does_no_harm(periode_file):
    """Notepad writes one."""
    assert "2022" == load_periode(periode_file("\ufeff" + BUILTIN)).kode


def test_every_source_of_pay_has_a_reading():
    """So that no rule meets a gap."""
    assert set(SumberGaji) == set(load_periode(builtin_periode_path("2022")).sumber_gaji)


def test_readings_are_closed_words():
    """ms, tms or manusia."""
    assert Putusan.MANUSIA is load_periode(builtin_periode_path("2022")).sumber_gaji[SumberGaji.KOMITE]


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({'kode = "2022"': ""}, ["kode", "tidak ada"]),
        ({'kode = "2022"': 'kode = "20/22"'}, ["20/22"]),
        ({"usia_minimum = 20": "usia_minimun = 20"}, ["usia_minimun", "tidak dikenal"]),
        ({"usia_minimum = 20": "usia_minimum = 60"}, ["usia_minimum", "usia_maksimum"]),
        ({"usia_minimum = 20": 'usia_minimum = "dua puluh"'}, ["usia_minimum", "seharusnya"]),
        ({"masa_kerja_minimum_hari = 365": "masa_kerja_minimum_hari = -1"}, ["masa_kerja_minimum_hari"]),
        ({"uji_publik_minimum_hari = 5": "uji_publik_minimum_hari = 0"}, ["uji_publik_minimum_hari"]),
        ({'BOS = "manusia"': 'BOS = "mungkin"'}, ["mungkin", "tidak dikenal"]),
        ({'BOS = "manusia"': ""}, ["sumber_gaji", "BOS"]),
        ({'BOS = "manusia"': 'BOSS = "manusia"'}, ["BOSS"]),
        ({'bacaan_jabatan = "jabatan"': 'bacaan_jabatan = "entah"'}, ["entah"]),
        ({"2022-10-31T17:00:00+07:00": "2022-10-31T17:00:00"}, ["jadwal.finalisasi", "zona"]),
        ({"2022-10-31T17:00:00+07:00": "2022-08-31T17:00:00+07:00"}, ["jadwal.prafinalisasi", "sebelum"]),
        ({'zona = "Asia/Jakarta"': 'zona = "Asia/Pekalongan"'}, ["Asia/Pekalongan"]),
        ({"'\\bsatpam\\b',": "'(satpam',"}, ["(satpam"]),
        ({'kode = "jabatan-satpam"': 'kode = "satpam"'}, ["jabatan-"]),
        ({"batas_usia = 2021-12-31": "batas_usia = 2021-13-31"}, ["TOML"]),
    ],
    ids=str,
)
def test_a_wrong_file_is_refused_with_the_place(periode_file, changes, words):
    """In Indonesian, naming the key or value."""
    path = periode_file(changed(changes))

    with pytest.raises(FileRefused) as refused:
        load_periode(path)

    assert "periode-tidak-sah" == refused.value.code
    assert [] == [word for word in (*words, path.name) if word not in str(refused.value)]


def test_all_faults_are_named_at_once(periode_file):
    """Not only the first."""
    text = changed({"usia_minimum = 20": "usia_minimum = 60", "perbaikan_hari = 10": "perbaikan_hari = -1"})

    with pytest.raises(FileRefused) as refused:
        load_periode(periode_file(text))

    assert all(word in str(refused.value) for word in ("usia_minimum", "perbaikan_hari"))


def test_a_missing_file_is_refused(tmp_path):
    """With its path."""
    with pytest.raises(FileRefused) as refused:
        load_periode(tmp_path / "tidak-ada.toml")

    assert "periode-tak-terbaca" == refused.value.code


def test_a_file_that_is_no_text_is_refused(tmp_path):
    """Somebody copied a spreadsheet over it."""
    path = tmp_path / "2022.toml"
    path.write_bytes(b"PK\x03\x04\xff\xfe")

    with pytest.raises(FileRefused):
        load_periode(path)
