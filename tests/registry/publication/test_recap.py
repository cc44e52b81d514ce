"""The tables of an edition."""

from datetime import date

import pytest

from registry.edition.types import Edition, Rekap, Sel
from registry.model.codes import JenisKelamin, Pendidikan, SumberGaji
from registry.model.pegawai import Riwayat
from registry.publication.jabatan import group_of
from registry.publication.recap import FEW, age_band, few_changes, private_tables_withheld, recap, service_band
from tests.registry.edition.editions import edition, orang
from tests.registry.publication.test_freeze import PERIODE, frozen
from tests.registry.publication.workers import worker


def staff(**counts: int) -> list:
    """So many people of each education."""
    names = [name for name, count in counts.items() for _ in range(count)]
    return [worker(n, pendidikan=Pendidikan(name)) for n, name in enumerate(names, 1)]


def test_counts_in_the_order_of_the_vocabulary():
    """From low to high, not by name or size."""
    assert (Sel("SMA", 20), Sel("D3", 7), Sel("S1", 30)) == recap(staff(S1=30, SMA=20, D3=7), PERIODE).pendidikan


def test_small_counts_are_hidden_together_with_another():
    """Two doctors among 52 people: neither they nor, by subtraction, they again."""
    assert (Sel("SMA", 20), Sel("S1", None), Sel("S3", None)) == recap(staff(S1=30, SMA=20, S3=2), PERIODE).pendidikan


def test_unknown_is_a_value():
    """The sums of all tables are the list."""
    people = [worker(n, sumber_gaji=None if n < 10 else SumberGaji.APBN) for n in range(1, 31)]

    assert (Sel("APBN", 21), Sel("Tidak diketahui", 9)) == recap(people, PERIODE).sumber_gaji


def test_all_tables():
    """One way each: unit, group of position, education, sex, age, service, pay."""
    people = [worker(n, jenis_kelamin=JenisKelamin.L if n % 3 else JenisKelamin.P) for n in range(1, 31)]

    assert Rekap(
        unit_kerja=(Sel("SDN Medono 01", 30),),
        jabatan=(Sel("Pendidikan", 30),),
        pendidikan=(Sel("S1", 30),),
        jenis_kelamin=(Sel("L", 20), Sel("P", 10)),
        kelompok_usia=(Sel("30-39 tahun", 30),),
        masa_kerja=(Sel("5-9 tahun", 30),),
        sumber_gaji=(Sel("APBD", 30),),
    ) == recap(people, PERIODE)


def test_recap_counts_only_the_listed():
    """Those crossed out are in no table."""
    people = [*map(worker, range(1, 31)), worker(99, status="DICORET", pendidikan=Pendidikan.S3)]

    assert (Sel("S1", 30),) == frozen(people).rekap.pendidikan


@pytest.mark.parametrize(
    ("born", "band"),
    [
        (date(2002, 1, 1), "Di bawah 20 tahun"),
        (date(2001, 12, 31), "20-29 tahun"),
        (date(1991, 12, 31), "30-39 tahun"),
        (date(1992, 1, 1), "20-29 tahun"),
        (date(1965, 1, 1), "50-56 tahun"),
        (date(1964, 12, 31), "Di atas 56 tahun"),
        (None, None),
    ],
)
def test_age_bands(born, band):
    """Completed years on 31 December 2021."""
    assert band == age_band(worker(tanggal_lahir=born), PERIODE)


@pytest.mark.parametrize(
    ("start", "band"),
    [
        (date(2021, 1, 2), "Di bawah 1 tahun"),
        (date(2021, 1, 1), "1-4 tahun"),
        (date(2017, 1, 1), "5-9 tahun"),
        (date(2002, 1, 1), "20 tahun atau lebih"),
        (None, None),
    ],
)
def test_service_bands(start, band):
    """Years served up to 31 December 2021, both ends counted."""
    assert band == service_band(worker(riwayat=(Riwayat(tanggal_mulai=start),)), PERIODE)


@pytest.mark.parametrize(
    ("jabatan", "group"),
    [
        ("Guru Kelas", "Pendidikan"),
        ("TENAGA ADMINISTRASI SEKOLAH", "Administrasi"),
        ("Penyuluh Kesehatan", "Penyuluh"),
        ("Bidan Desa", "Kesehatan"),
        ("Pranata Laboratorium Kesehatan", "Kesehatan"),
        ("Operator Komputer", "Teknis"),
        ("Pemadam Kebakaran", "Teknis"),
        ("Pramu Pustaka", "Administrasi"),
        ("Asisten Apoteker", "Kesehatan"),
        ("  ", None),
    ],
)
def test_groups_of_positions(jabatan, group):
    """The five groups of the national figures."""
    assert group == group_of(jabatan)


def listing(count: int, **changes) -> Edition:
    return edition([orang(n) for n in range(1, count + 1)], **changes)


@pytest.mark.parametrize(
    ("now", "few"), [(200, False), (201, True), (200 + FEW - 1, True), (200 + FEW, False), (199, True)]
)
def test_few_changes(now, few):
    """One to nine people more or fewer than an edition with private tables."""
    assert few == few_changes(listing(now).daftar, [listing(200)])


def test_an_exchange_counts_both():
    """One out, one in: the lists are equally long, and yet two people could be told apart."""
    assert few_changes([orang(n) for n in range(2, 202)], [listing(200)])


def test_every_earlier_edition_counts():
    """Many left and nearly all came back: the first edition gives the few away."""
    assert few_changes(listing(201).daftar, [listing(200), listing(150)])


def test_an_edition_without_private_tables_gives_nothing_away():
    """What was never shown cannot be subtracted."""
    assert not few_changes(listing(201).daftar, [listing(200, rekap=Rekap(unit_kerja=(Sel("X", 200),)))])


def test_private_tables_are_withheld_after_few_changes():
    """One teacher comes: the new edition must not tell her education, age and pay by subtraction."""
    first = frozen(map(worker, range(1, 101)))
    second = frozen(map(worker, range(1, 102)), edisi=2, earlier=(first,))

    assert (private_tables_withheld(second.rekap), ()) == (second.rekap, second.rekap.pendidikan)


def test_the_same_list_keeps_its_tables():
    """Prafinalisasi and final with the same people show the same."""
    first = frozen(map(worker, range(1, 101)))

    assert first.rekap == frozen(map(worker, range(1, 101)), edisi=2, earlier=(first,)).rekap
