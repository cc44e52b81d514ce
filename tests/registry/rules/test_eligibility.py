"""The rules of B/1511/M.SM.01.00/2022 and B/1971/SM.01.00/2022, in every reading."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.model.codes import Kategori, SumberGaji, Syarat
from registry.model.finding import Finding
from registry.periode.load import builtin_periode_path, load_periode
from registry.periode.types import BacaanJabatan, BacaanUsia, Putusan
from registry.rules.assess import RULES, assess, check, proposal
from registry.rules.measure import age_on
from tests.registry.rules.workers import decrees, worker

PERIODE_2022 = load_periode(builtin_periode_path("2022"))


def codes(pegawai, periode=PERIODE_2022) -> list[str]:
    return sorted(finding.kode for finding in check(pegawai, periode))


def test_a_worker_who_meets_every_rule():
    """Nothing to find: MS."""
    assert (Syarat.MS, []) == (proposal(worker(), PERIODE_2022), codes(worker()))


# Service


def test_service_exactly_one_year_is_enough():
    """1 January to 31 December 2021 is one year, both days included."""
    assert [] == codes(worker(("2021-01-01", "2021-12-31")))


def test_a_day_less_than_one_year_is_not():
    """Starting on 2 January."""
    assert ["masa-kerja-kurang"] == codes(worker(("2021-01-02", None)))


def test_a_contract_after_the_cutoff_is_named():
    """It is too short as well."""
    assert ["kontrak-setelah-batas", "masa-kerja-kurang"] == codes(worker(("2022-01-01", None)))


def test_gaps_are_not_counted():
    """245 days in two pieces."""
    assert ["masa-kerja-kurang"] == codes(worker(("2019-01-01", "2019-04-30"), ("2021-09-01", None)))


def test_pieces_add_up_over_gaps():
    """Half of 2015 and half of 2021 are a year."""
    assert [] == codes(worker(("2015-01-01", "2015-06-30"), ("2021-07-01", None)))


def test_overlapping_decrees_merge_before_adding():
    """Two decrees of the same half year are half a year."""
    assert ["masa-kerja-kurang"] == codes(worker(("2021-07-01", None), ("2021-07-01", "2021-12-31")))


@given(st.dates(date(2020, 1, 1), date(2022, 12, 31)))
def test_one_open_decree_is_long_enough_up_to_the_first_of_january(start):
    """For every day one could start on."""
    short = codes(worker((start.isoformat(), None)))

    assert (start <= date(2021, 1, 1)) == ("masa-kerja-kurang" not in short)
    assert (start > date(2021, 12, 31)) == ("kontrak-setelah-batas" in short)


def test_without_a_start_a_person_decides():
    """Service is unknown, not short."""
    unknown = worker(riwayat=())

    assert (None, ["masa-kerja-tidak-diketahui"]) == (proposal(unknown, PERIODE_2022), codes(unknown))


@pytest.mark.parametrize(
    ("start", "cell", "expected"),
    [
        ("2021-01-01", "2021", ["masa-kerja-perlu-keputusan"]),
        ("2020-01-01", "Th. 2020", []),
        ("2020-06-01", "2020", ["masa-kerja-perlu-keputusan"]),
        ("2021-01-01", "Januari 2021", ["masa-kerja-perlu-keputusan"]),
        ("2020-12-01", "12-2020", []),
        ("2010-01-01", "2010", []),
    ],
)
def test_an_incomplete_start_near_the_limit_is_for_a_person(start, cell, expected):
    """Only a year was known: it may have been the last day of it."""
    note = Finding("tanggal-mulai-tidak-lengkap", "tanggal_mulai", cell)

    assert expected == codes(worker((start, None), temuan=(note,)))


# Age


@pytest.mark.parametrize(
    ("born", "expected"),
    [
        ("2001-12-31", []),
        ("2002-01-01", ["usia-di-bawah-20"]),
        ("1965-01-01", []),
        ("1964-12-31", ["usia-di-atas-56"]),
    ],
)
def test_the_limits_of_age(born, expected):
    """20 to 56 completed years on 31 December 2021."""
    assert expected == codes(worker(tanggal_lahir=date.fromisoformat(born)))


@given(st.dates(date(1930, 1, 1), date(2010, 12, 31)))
def test_age_decides_for_every_birth_date(born):
    """In if and only if between 20 and 56."""
    fine = 20 <= age_on(born, date(2021, 12, 31)) <= 56

    assert fine == (codes(worker(tanggal_lahir=born)) == [])


@pytest.mark.parametrize(
    ("born", "expected"), [("1965-12-31", []), ("1965-12-30", ["usia-di-atas-56"]), ("1966-01-01", [])]
)
def test_the_stricter_reading_ends_on_the_birthday(born, expected, read_as):
    """Whether "56" ends earlier is unclear: the other reading is one key."""
    strict = read_as(bacaan_usia_maksimum=BacaanUsia.ULANG_TAHUN)

    assert expected == codes(worker(tanggal_lahir=date.fromisoformat(born)), strict)


@pytest.mark.parametrize("born", ["1950-01-01", "2003-01-01"])
def test_thk_ii_are_exempt_from_age(born):
    """At both ends."""
    assert [] == codes(
        worker(tanggal_lahir=date.fromisoformat(born), kategori=Kategori.THK_II, nomor_thk_ii="003375003591")
    )


def test_the_exemption_of_thk_ii_is_a_key(read_as):
    """A later round may drop it."""
    old = worker(tanggal_lahir=date(1950, 1, 1), kategori=Kategori.THK_II, nomor_thk_ii="003375003591")

    assert ["usia-di-atas-56"] == codes(old, read_as(thk_ii_bebas_usia=False))


def test_other_limits_make_other_codes(read_as):
    """A code never changes its meaning: 58 is not 56."""
    assert ["usia-di-atas-58"] == codes(worker(tanggal_lahir=date(1960, 1, 1)), read_as(usia_maksimum=58))


def test_without_a_birth_date_a_person_decides():
    """Age is unknown."""
    unknown = worker(tanggal_lahir=None)

    assert (None, ["usia-tidak-diketahui"]) == (proposal(unknown, PERIODE_2022), codes(unknown))


# Pay


@pytest.mark.parametrize(
    ("pay", "expected", "status"),
    [
        (SumberGaji.APBN, [], Syarat.MS),
        (SumberGaji.APBD, [], Syarat.MS),
        (SumberGaji.BOS, ["sumber-gaji-bos"], None),
        (SumberGaji.KOMITE, ["sumber-gaji-komite"], None),
        (SumberGaji.BLUD, ["sumber-gaji-blud"], Syarat.TMS),
        (SumberGaji.PIHAK_KETIGA, ["sumber-gaji-pihak-ketiga"], Syarat.TMS),
        (SumberGaji.LAINNYA, ["sumber-gaji-lainnya"], None),
        (None, ["sumber-gaji-kosong"], None),
    ],
)
def test_sources_of_pay(pay, expected, status):
    """Direct from APBN or APBD; BOS and komite are contested; BLUD and third parties are out."""
    paid = worker(sumber_gaji=pay)

    assert (expected, status) == (codes(paid), proposal(paid, PERIODE_2022))


@pytest.mark.parametrize("pay", list(SumberGaji))
@pytest.mark.parametrize(
    ("reading", "status"), [(Putusan.MS, Syarat.MS), (Putusan.TMS, Syarat.TMS), (Putusan.MANUSIA, None)]
)
def test_every_source_of_pay_can_be_read_every_way(pay, reading, status, read_as):
    """Both readings of BOS and komite, and any of the others, are one key."""
    changed = read_as(sumber_gaji=PERIODE_2022.sumber_gaji | {pay: reading})

    assert status == proposal(worker(sumber_gaji=pay), changed)


# Position


@pytest.mark.parametrize(
    ("jabatan", "expected"),
    [
        ("Satpam", "jabatan-satpam"),
        ("SATPAM SEKOLAH", "jabatan-satpam"),
        ("Petugas Keamanan", "jabatan-satpam"),
        ("Tenaga Pengamanan", "jabatan-satpam"),
        ("Security", "jabatan-satpam"),
        ("Penjaga Malam", "jabatan-satpam"),
        ("Cleaning Service", "jabatan-kebersihan"),
        ("Petugas  Kebersihan", "jabatan-kebersihan"),
        ("Tenaga Kebersihan Taman", "jabatan-kebersihan"),
        ("Tukang Sapu", "jabatan-kebersihan"),
        ("Pengemudi", "jabatan-pengemudi"),
        ("Pengemudi Ambulans", "jabatan-pengemudi"),
        ("Sopir", "jabatan-pengemudi"),
        ("Supir Truk Sampah", "jabatan-pengemudi"),
        ("Driver", "jabatan-pengemudi"),
    ],
)
def test_positions_reported_separately(jabatan, expected):
    """Guards, cleaners, drivers: TMS by the position itself."""
    person = worker(jabatan=jabatan)

    assert ([expected], Syarat.TMS) == (codes(person), proposal(person, PERIODE_2022))


@pytest.mark.parametrize(
    "jabatan",
    [
        "Guru Kelas",
        "Anggota Satuan Polisi Pamong Praja",
        "Pengelola Data Persampahan",
        "Operator Alat Berat",
        "Petugas Pengatur Lalu Lintas",
        "Petugas Uji Kendaraan",
        "Analis Ketahanan Pangan",
        "Analis Keamanan Pangan",
        "Petugas Keamanan Pangan",
        "Pengelola Keamanan Sistem Informasi",
        "Tenaga Administrasi Dinas Kebersihan",
        "Pengawas Lapangan",
        "Instruktur Pengemudi",
        "Penjaga Pintu Perlintasan",
        "Penjaga Pintu Air",
        "",
    ],
)
def test_positions_that_count(jabatan):
    """Words in common do not make a guard, a cleaner or a driver."""
    assert [] == codes(worker(jabatan=jabatan))


@pytest.mark.parametrize(
    "jabatan",
    ["Penjaga Sekolah", "Pramubakti", "Office Boy", "Tukang Kebun", "Pengawas Kebersihan", "Koordinator Satpam"],
)
def test_positions_a_person_must_decide(jabatan):
    """Read one way here and another way there."""
    person = worker(jabatan=jabatan)

    assert (["jabatan-perlu-keputusan"], None) == (codes(person), proposal(person, PERIODE_2022))


def test_by_the_first_letter_only_outsourced_guards_are_out(read_as):
    """B/1511: when paid through a third party. An APBD guard meets the rules."""
    july = read_as(bacaan_jabatan=BacaanJabatan.ALIH_DAYA)
    guards = [worker(jabatan="Satpam", sumber_gaji=pay) for pay in (SumberGaji.APBD, SumberGaji.PIHAK_KETIGA)]

    assert [[], ["jabatan-satpam", "sumber-gaji-pihak-ketiga"]] == [codes(guard, july) for guard in guards]


def test_by_the_second_letter_the_position_itself_is_out(read_as):
    """B/1971: whoever pays."""
    october = read_as(bacaan_jabatan=BacaanJabatan.JABATAN)

    assert Syarat.TMS is proposal(worker(jabatan="Satpam"), october)


def test_an_agency_may_decide_each_position_itself(read_as):
    """The third reading."""
    by_hand = read_as(bacaan_jabatan=BacaanJabatan.MANUSIA)

    assert None is proposal(worker(jabatan="Satpam"), by_hand)


@pytest.mark.parametrize(("exempt", "status"), [(False, Syarat.TMS), (True, Syarat.MS)])
def test_thk_ii_and_the_position_rule(exempt, status, read_as):
    """Reportedly exempt, uncertain: a key, off as shipped."""
    driver = worker(jabatan="Sopir", kategori=Kategori.THK_II, nomor_thk_ii="003375003591")

    assert status is proposal(driver, read_as(thk_ii_bebas_jabatan=exempt))


# Appointment, group, activity


@pytest.mark.parametrize(
    "signatory",
    ["Kepala Dinas Pendidikan", "Direktur RSUD Bendan", "Camat Pekalongan Utara", "Sekretaris Daerah", "Lurah", ""],
)
def test_heads_of_work_units_may_appoint(signatory):
    """At the lowest the head of the work unit; an empty cell says nothing."""
    assert [] == codes(worker(riwayat=decrees(("2015-01-01", None), penanda_tangan=signatory)))


@pytest.mark.parametrize(
    "signatory", ["Ketua Komite Sekolah", "Kepala Sub Bagian Umum", "Kasubbag Umum", "Bendahara", "Direktur PT Bersih"]
)
def test_a_signatory_below_the_head_is_for_a_person(signatory):
    """The decree must be looked at."""
    person = worker(riwayat=decrees(("2015-01-01", None), penanda_tangan=signatory))

    assert (["penanda-tangan-diragukan"], None) == (codes(person), proposal(person, PERIODE_2022))


def test_one_decree_by_the_head_is_enough():
    """Earlier ones may have been signed lower down."""
    lower = decrees(("2015-01-01", "2018-12-31"), penanda_tangan="Bendahara")
    head = decrees(("2019-01-01", None), penanda_tangan="Kepala Dinas Pendidikan")

    assert [] == codes(worker(riwayat=lower + head))


@pytest.mark.parametrize(("reading", "expected"), [(Putusan.MS, []), (Putusan.MANUSIA, ["thk-ii-tanpa-nomor"])])
def test_a_thk_ii_without_number_may_need_proof(reading, expected, read_as):
    """As shipped the file is believed."""
    assert expected == codes(worker(kategori=Kategori.THK_II), read_as(thk_ii_tanpa_nomor=reading))


@pytest.mark.parametrize(("reading", "status"), [(Putusan.MANUSIA, None), (Putusan.TMS, Syarat.TMS)])
def test_somebody_who_left_is_found(reading, status, read_as):
    """A person crosses out with a reason, or the periode says TMS at once."""
    gone = worker(aktif=False, keterangan="meninggal dunia")

    assert (["keterangan-tidak-aktif"], status) == (codes(gone), proposal(gone, read_as(tidak_aktif=reading)))


@pytest.mark.parametrize("active", [True, None])
def test_silence_is_no_finding(active):
    """Most files do not tell."""
    assert [] == codes(worker(aktif=active))


def test_decrees_that_all_ended_before_the_cutoff_are_for_a_person():
    """Nobody can tell whether this person still works here."""
    assert ["kontrak-berakhir-sebelum-batas"] == codes(worker(("2015-01-01", "2021-12-30")))


def test_a_decree_that_ends_on_the_cutoff_is_fine():
    """31 December 2021 is the day that counts."""
    assert [] == codes(worker(("2015-01-01", "2021-12-31")))


# Together


def test_tms_outweighs_a_contested_finding():
    """A BOS-paid cleaner is TMS by position."""
    person = worker(jabatan="Petugas Kebersihan", sumber_gaji=SumberGaji.BOS)

    assert (Syarat.TMS, ["jabatan-kebersihan", "sumber-gaji-bos"]) == (proposal(person, PERIODE_2022), codes(person))


def test_every_fault_is_reported():
    """Not only the first."""
    person = worker(("2021-06-01", None), tanggal_lahir=date(1960, 1, 1), sumber_gaji=SumberGaji.BLUD, jabatan="Sopir")

    assert ["jabatan-pengemudi", "masa-kerja-kurang", "sumber-gaji-blud", "usia-di-atas-56"] == codes(person)


def test_a_finding_carries_code_field_value_and_source():
    """So that a person can check it without the program."""
    (finding,) = check(worker(tanggal_lahir=date(1964, 12, 31)), PERIODE_2022)

    assert ("usia-di-atas-56", "tanggal_lahir", "31-12-1964, 57 tahun", PERIODE_2022.sumber.usia) == (
        finding.kode,
        finding.kolom,
        finding.nilai,
        finding.sumber,
    )


def test_assess_fills_the_proposal_and_keeps_the_decision():
    """What a person decided stays, whatever the rules propose."""
    decided = worker(tanggal_lahir=date(1960, 1, 1), syarat=Syarat.MS, alasan_syarat="SK diperbaiki")
    assessed = assess(decided, PERIODE_2022)

    assert (Syarat.TMS, Syarat.MS, Syarat.MS) == (assessed.syarat_usulan, assessed.syarat, assessed.syarat_berlaku)


def test_assess_again_changes_nothing():
    """The same object comes back."""
    once = assess(worker(sumber_gaji=SumberGaji.BOS), PERIODE_2022)

    assert assess(once, PERIODE_2022) is once


def test_every_code_of_the_shipped_periode_stands_in_the_table():
    """Position codes of the TOML, ages and pay."""
    groups = {group.kode for group in (*PERIODE_2022.jabatan_dikecualikan, *PERIODE_2022.jabatan_perlu_keputusan)}
    pay = {f"sumber-gaji-{source.value.lower().replace('_', '-')}" for source in SumberGaji}
    ages = {f"usia-di-bawah-{PERIODE_2022.usia_minimum}", f"usia-di-atas-{PERIODE_2022.usia_maksimum}"}

    assert set() == (groups | pay | ages) - RULES.keys()


def test_every_rule_cites_a_letter():
    """Each entry of the table names a source the periode has."""
    assert all(getattr(PERIODE_2022.sumber, entry.sumber) for entry in RULES.values())


@given(
    st.dates(date(1950, 1, 1), date(2005, 12, 31)),
    st.dates(date(2015, 1, 1), date(2022, 12, 31)),
    st.none() | st.integers(0, 3000),
    st.sampled_from([None, *SumberGaji]),
    st.sampled_from(Kategori),
    st.sampled_from(["Satpam", "Guru Kelas", "Penjaga Sekolah", ""]),
)
def test_the_proposal_follows_from_the_findings(  # noqa: PLR0917 - one per field a rule looks at
    born, start, length, pay, category, position
):
    """No finding, MS; findings, never MS."""
    end = (start + timedelta(days=length)).isoformat() if length is not None else None
    person = worker((start.isoformat(), end), tanggal_lahir=born, sumber_gaji=pay, kategori=category, jabatan=position)

    assert (proposal(person, PERIODE_2022) is Syarat.MS) == (check(person, PERIODE_2022) == ())
