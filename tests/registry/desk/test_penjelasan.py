"""How age, length of service and MS/TMS are explained."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from registry.desk.penjelasan import explain_age, explain_rules, explain_service
from registry.model.codes import Kategori, SumberGaji, Syarat
from registry.model.pegawai import Pegawai, Riwayat
from registry.rules.assess import assess, check
from registry.rules.measure import service_days
from tests.registry.desk.small import periode

CUTOFF = date(2021, 12, 31)
DAYS = st.integers(0, 3000).map(lambda n: date(2015, 1, 1) + timedelta(days=n))
DECREES = st.builds(Riwayat, tanggal_mulai=st.none() | DAYS, tanggal_akhir=st.none() | DAYS)


def sk(mulai, akhir=None, nomor=""):
    return Riwayat(nomor, None, date.fromisoformat(mulai), date.fromisoformat(akhir) if akhir else None)


def person(*riwayat, **changes):
    return Pegawai(nomor="3375-000001", nik="", nama="Sari Wulan", riwayat=riwayat, **changes)


def service(*riwayat):
    return explain_service(person(*riwayat), periode())


def days_apart(riwayat, until):
    """Service counted day by day, the slow and obvious way."""
    days = set()
    for one in riwayat:
        day = one.tanggal_mulai
        while day is not None and day <= min(one.tanggal_akhir or until, until):
            days.add(day)
            day += timedelta(days=1)
    return len(days)


@given(st.lists(DECREES, max_size=6))
def test_the_steps_add_up_to_the_days_really_served(riwayat):
    """Whatever overlaps, is missing or lies wrong: the sum is that of the rule and of counting day by day."""
    explained = explain_service(person(*riwayat), periode())

    assert days_apart(riwayat, CUTOFF) == explained.hari == sum(step.hari for step in explained.langkah)
    assert service_days(riwayat, CUTOFF) == explained.hari


@given(st.lists(DECREES, max_size=6))
def test_every_decree_is_accounted_for_once(riwayat):
    """Also one that counts nothing has a line that says why."""
    steps = explain_service(person(*riwayat), periode()).langkah

    assert list(range(len(riwayat))) == sorted(step.place for step in steps)
    assert all(step.catatan for step in steps if not step.hari)


def test_a_year_exactly():
    """Both ends count; what the rule wants is told with it."""
    explained = service(sk("2021-01-01", "2021-12-31", "800/1"))

    assert ("365 hari, kira-kira 1,0 tahun", "Paling sedikit 365 hari sampai 31-12-2021: tercapai.") == (
        explained.jumlah,
        explained.ketentuan,
    )


def test_a_day_too_few():
    """How much is missing."""
    assert "Paling sedikit 365 hari sampai 31-12-2021: kurang 1 hari." == service(sk("2021-01-02")).ketentuan


def test_gaps_are_told_and_not_counted():
    """The days between two decrees."""
    explained = service(sk("2019-01-01", "2019-12-31"), sk("2020-03-01", "2020-12-31"))

    assert [(date(2020, 1, 1), date(2020, 2, 29), 60)] == [(j.dari, j.sampai, j.hari) for j in explained.jeda]
    assert "365 + 306 = 671 hari, kira-kira 1,8 tahun" == explained.jumlah


def test_overlaps_count_once():
    """The later decree adds only its own days, and says so."""
    explained = service(sk("2019-01-01", "2019-12-31"), sk("2019-12-01", "2020-01-31"))

    assert [(365, ""), (31, "31 hari bertumpang tindih dengan SK sebelumnya, dihitung sekali")] == [
        (step.hari, step.catatan) for step in explained.langkah
    ]


def test_a_decree_inside_another_adds_nothing():
    """And does not end what covers it."""
    explained = service(sk("2019-01-01", "2021-12-31"), sk("2019-02-01", "2019-03-01"), sk("2020-01-01", "2020-02-01"))

    assert ([1096, 0, 0], ()) == ([step.hari for step in explained.langkah], explained.jeda)


def test_what_lies_after_the_cutoff_does_not_count():
    """A running decree and a later one."""
    explained = service(sk("2021-12-31"), sk("2022-01-01"))

    assert [
        (1, "masih berjalan, dihitung sampai 31-12-2021"),
        (0, "mulai setelah 31-12-2021, tidak dihitung"),
    ] == [(step.hari, step.catatan) for step in explained.langkah]


def test_no_decree_no_service():
    """Nothing to count is no error; the rule's finding says what to do."""
    explained = service()

    assert ("0 hari, kira-kira 0,0 tahun", ["masa-kerja-tidak-diketahui"]) == (
        explained.jumlah,
        [finding.kode for finding in explained.temuan],
    )


def test_age_counts_completed_years():
    """The birthday of that year decides."""
    born = [
        explain_age(person(tanggal_lahir=date(2001, 12, 31)), periode()),
        explain_age(person(tanggal_lahir=date(2002, 1, 1)), periode()),
    ]

    assert [20, 19] == [one.tahun for one in born]
    assert born[1].hitungan == (
        "Lahir 01-01-2002; pada 31-12-2021 ulang tahun di tahun itu sudah lewat: 2021 - 2002 = 19 tahun."
    )
    assert [
        "20 sampai 56 tahun pada 31-12-2021: terpenuhi.",
        "20 sampai 56 tahun pada 31-12-2021: tidak terpenuhi.",
    ] == [one.ketentuan for one in born]


def test_age_without_birth_date():
    """Said, not guessed."""
    assert "Tanggal lahir belum ada, jadi usia tidak dapat dihitung." == explain_age(person(), periode()).hitungan


def test_thk_ii_are_exempt_from_the_age():
    """The explanation says so instead of giving limits."""
    old = person(kategori=Kategori.THK_II, tanggal_lahir=date(1950, 1, 1))

    assert "THK-II tidak terikat batas usia pada periode ini." == explain_age(old, periode()).ketentuan


def test_every_rule_is_told_with_its_letter():
    """Met or not; together they say what the rules find."""
    someone = person(sk("2021-06-01"), tanggal_lahir=date(1990, 1, 1), sumber_gaji=SumberGaji.BOS, jabatan="Guru")
    told = explain_rules(someone, periode())

    assert check(someone, periode()) == tuple(finding for rule in told for finding in rule.temuan)
    assert [Syarat.MS, None, Syarat.MS, Syarat.TMS, Syarat.MS, Syarat.MS, Syarat.MS] == [rule.hasil for rule in told]
    assert all(rule.sumber and rule.teks for rule in told)
    assert assess(someone, periode()).syarat_usulan is Syarat.TMS
