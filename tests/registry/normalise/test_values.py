"""Small vocabularies, phones, e-mail, money, service."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.model.codes import JenisKelamin, Kategori, Pendidikan, SumberGaji
from registry.normalise import values
from tests.registry.normalise.codes import codes

READERS = [
    values.read_jenis_kelamin,
    values.read_pendidikan,
    values.read_kategori,
    values.read_nomor_thk_ii,
    values.read_sumber_gaji,
    values.read_aktif,
    values.read_nomor_hp,
    values.read_email,
    values.read_nomor_kk,
]


@pytest.mark.parametrize(
    "text", ["L", "l", "L ", " Lk", "Laki-laki", "LAKI - LAKI", "laki2", "Pria", "1", "1.0", "M", "Male"]
)
def test_men(text):
    """All spellings of L."""
    assert (JenisKelamin.L, ()) == values.read_jenis_kelamin(text)


@pytest.mark.parametrize("text", ["P", "p", " P", "Pr", "Perempuan", "PEREMPUAN", "Wanita", "2", "F", "Female"])
def test_women(text):
    """All spellings of P."""
    assert (JenisKelamin.P, ()) == values.read_jenis_kelamin(text)


@pytest.mark.parametrize("text", ["?", "LP", "L/P", "X1", "3"])
def test_an_unknown_sex_is_a_finding(text):
    """Nobody guesses."""
    sex, findings = values.read_jenis_kelamin(text)

    assert (None, ["jenis-kelamin-tak-dikenal"]) == (sex, codes(findings))


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("S1", Pendidikan.S1), ("S-1", Pendidikan.S1), ("S.1", Pendidikan.S1), ("S 1", Pendidikan.S1), ("Strata 1", Pendidikan.S1),
        ("Sarjana", Pendidikan.S1), ("Sarjana (S1)", Pendidikan.S1), ("S1 PGSD", Pendidikan.S1), ("S1/Sederajat", Pendidikan.S1),
        ("S-2", Pendidikan.S2), ("Magister", Pendidikan.S2), ("S3", Pendidikan.S3), ("Doktor", Pendidikan.S3),
        ("D-IV", Pendidikan.D4), ("D IV", Pendidikan.D4), ("DIV", Pendidikan.D4), ("D4", Pendidikan.D4), ("Sarjana Terapan", Pendidikan.D4),
        ("D-III", Pendidikan.D3), ("D III", Pendidikan.D3), ("DIII", Pendidikan.D3), ("D3", Pendidikan.D3), ("D.3", Pendidikan.D3),
        ("Diploma III", Pendidikan.D3), ("D3 Keperawatan", Pendidikan.D3), ("Sarjana Muda", Pendidikan.D3), ("D-II", Pendidikan.D2),
        ("D1", Pendidikan.D1), ("Profesi Ners", Pendidikan.PROFESI),
        ("SMA", Pendidikan.SMA), ("SLTA", Pendidikan.SMA), ("SLTA/Sederajat", Pendidikan.SMA), ("SMA IPS", Pendidikan.SMA),
        ("SMK TKJ", Pendidikan.SMA), ("SMU", Pendidikan.SMA), ("STM", Pendidikan.SMA), ("SMEA", Pendidikan.SMA), ("Paket C", Pendidikan.SMA),
        ("MA", Pendidikan.SMA), ("Madrasah Aliyah", Pendidikan.SMA), ("SMP", Pendidikan.SMP), ("SLTP", Pendidikan.SMP), ("MTs", Pendidikan.SMP),
        ("D3 Akuntansi", Pendidikan.D3), ("S1 Kedokteran", Pendidikan.S1), ("SMK Akuntansi", Pendidikan.SMA), ("SMF Asisten Apoteker", Pendidikan.SMA),
        ("SMA di Batang", Pendidikan.SMA), ("S-I", Pendidikan.S1), ("D-I", Pendidikan.D1), ("S.Pd", Pendidikan.S1), ("M.Pd.", Pendidikan.S2), ("A.Md.Keb", Pendidikan.D3), ("Profesi Dokter", Pendidikan.PROFESI),
        ("Paket B", Pendidikan.SMP), ("SD", Pendidikan.SD), ("MI", Pendidikan.SD), ("Paket A", Pendidikan.SD), ("Tidak sekolah", Pendidikan.TIDAK_SEKOLAH),
    ],
)  # fmt: skip
def test_levels_of_education(text, level):
    """The spellings of domain.md section 4."""
    assert (level, ()) == values.read_pendidikan(text)


def test_an_unknown_education_is_a_finding():
    """And no level."""
    level, findings = values.read_pendidikan("Kursus menjahit")

    assert (None, ["pendidikan-tak-dikenal"]) == (level, codes(findings))


@pytest.mark.parametrize(
    "text",
    ["K2", "K-2", "KII", "K-II", "THK2", "THK-II", "Eks K-II", "Eks. Kategori II", "Honorer K2", "Ya", "003375003591"],
)
def test_thk_ii(text):
    """A mark or a participant's number."""
    assert (Kategori.THK_II, ()) == values.read_kategori(text)


@pytest.mark.parametrize("text", ["", "-", "Tidak", "Bukan", "Non K2", "Non THK-II", "bukan THK II", "K1", "T"])
def test_not_thk_ii(text):
    """Empty, a dash, or a no."""
    assert (Kategori.NON_ASN, ()) == values.read_kategori(text)


def test_the_number_of_a_thk_ii_keeps_its_zeros():
    """It is text."""
    assert ("003375003591", ()) == values.read_nomor_thk_ii(" 003375003591 ")


def test_a_mark_is_no_number():
    """K2 says who, not which number."""
    assert ("", ()) == values.read_nomor_thk_ii("K2")


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("APBN", SumberGaji.APBN), ("DIPA", SumberGaji.APBN), ("APBD", SumberGaji.APBD), ("apbd", SumberGaji.APBD), ("APBD ", SumberGaji.APBD),
        ("APBD II", SumberGaji.APBD), ("APBD Kota", SumberGaji.APBD), ("BOS", SumberGaji.BOS), ("Dana BOS", SumberGaji.BOS),
        ("BOS Reguler", SumberGaji.BOS), ("Komite", SumberGaji.KOMITE), ("Komite Sekolah", SumberGaji.KOMITE), ("BLUD", SumberGaji.BLUD),
        ("BLU", SumberGaji.BLUD), ("Pihak Ketiga", SumberGaji.PIHAK_KETIGA), ("Outsourcing", SumberGaji.PIHAK_KETIGA),
        ("Swadaya", SumberGaji.LAINNYA), ("PIHAK_KETIGA", SumberGaji.PIHAK_KETIGA),
    ],
)  # fmt: skip
def test_sources_of_pay(text, source):
    """The spellings units use."""
    assert (source, ()) == values.read_sumber_gaji(text)


def test_two_sources_of_pay_give_the_more_doubtful_one():
    """APBD and BOS: a person must look."""
    source, findings = values.read_sumber_gaji("APBD dan BOS")

    assert (SumberGaji.BOS, ["sumber-gaji-ganda"]) == (source, codes(findings))


@pytest.mark.parametrize("text", ["aktif", "Aktif", "masih bekerja", "Masih Aktif"])
def test_still_here(text):
    """The remarks say so."""
    assert (True, ()) == values.read_aktif(text)


@pytest.mark.parametrize(
    "text",
    ["meninggal dunia", "mengundurkan diri per 1 Juli 2022", "pindah ke Kab. Batang", "Tidak aktif", "Resign", "alm"],
)
def test_no_longer_here(text):
    """With a finding: a person crosses out, with the reason."""
    active, findings = values.read_aktif(text)

    assert (False, ["keterangan-tidak-aktif"]) == (active, codes(findings))


@pytest.mark.parametrize(
    "text", ["", "-", "cuti melahirkan", "ijazah menyusul", "pindahan dari SD 2", "belum berhenti"]
)
def test_remarks_that_do_not_tell(text):
    """Leave and missing papers say nothing about working here."""
    assert (None, ()) == values.read_aktif(text)


@pytest.mark.parametrize(
    "text",
    [
        "081200001234", "0812-0000-1234", "0812 0000 1234", "(0812) 00001234", "+62 812-0000-1234", "+6281200001234", "6281200001234",
        "81200001234", "81200001234.0", "WA: 081200001234", "081200001234 / 0812-0000-1234", "+62 0812 0000 1234",
    ],
)  # fmt: skip
def test_mobile_numbers(text):
    """All become 08..."""
    assert ("081200001234", ()) == values.read_nomor_hp(text)


def test_of_two_numbers_the_first_is_kept():
    """With a remark."""
    number, findings = values.read_nomor_hp("081200001234, 081200001235")

    assert ("081200001234", ["nomor-hp-ganda"]) == (number, codes(findings))


def test_an_unreadable_number_is_a_finding():
    """Too short for any phone."""
    number, findings = values.read_nomor_hp("0812")

    assert (None, ["nomor-hp-tak-terbaca"]) == (number, codes(findings))


@pytest.mark.parametrize(
    "text", ["Budi.Santoso@Surel.test", " budi.santoso @surel.test", "budi.santoso@surel.test; lain@surel.test"]
)
def test_mail_addresses(text):
    """Lower case, blanks around @ removed, the first of several."""
    assert ("budi.santoso@surel.test", ()) == values.read_email(text)


@pytest.mark.parametrize("text", ["budi", "budi@", "@surel.test", "budi@surel"])
def test_no_mail_address(text):
    """A finding, no value."""
    address, findings = values.read_email(text)

    assert (None, ["email-tak-terbaca"]) == (address, codes(findings))


def test_a_family_card_number_has_16_digits():
    """Separators go."""
    assert ("3375011407120622", ()) == values.read_nomor_kk("3375 0114 0712 0622")


def test_any_other_family_card_number_is_a_finding():
    """15 digits."""
    assert ["kk-bukan-16-angka"] == codes(values.read_nomor_kk("337501140712062")[1])


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.__name__)
def test_a_dash_is_nothing(reader):
    """Neither a value nor a finding, in any column."""
    value, findings = reader("-")

    assert (True, ()) == (value in (None, "", Kategori.NON_ASN), findings)


@pytest.mark.parametrize(
    "text", ["1" * 10_000, "²", "٣", "1.000" * 5_000], ids=["long", "superscript", "arabic", "thousands"]
)
@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.__name__)
def test_odd_digits_break_no_reader(reader, text):
    """Digits that int() refuses, or too many of them."""
    assert isinstance(reader(text)[1], tuple)


@given(st.sampled_from(READERS), st.text(max_size=30))
def test_no_text_breaks_a_reader(reader, text):
    """Whatever a cell holds, a value or a reason comes back."""
    assert isinstance(reader(text)[1], tuple)
