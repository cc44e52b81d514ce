"""The recap of those who do not meet the rules."""

from datetime import date

import pytest

from registry.errors import UsageRefused
from registry.letters.real_data import real_data_pdf, reasons
from registry.model.codes import StatusPegawai, Syarat
from registry.model.pegawai import Pegawai
from tests.registry.letters.samples import PERIODE, Read, agency, pegawai, read

DAY = date(2022, 11, 2)


def recap(*people: Pegawai) -> Read:
    return read(real_data_pdf(people, agency(), PERIODE, nomor="800/950-BKPSDM", tanggal=DAY))


@pytest.mark.parametrize(
    "fact",
    [
        "UNTUK KEDINASAN REKAPITULASI DATA RIIL NOMOR 800/950-BKPSDM",
        "Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi",
        "berjumlah 3 (tiga) orang",
        "1 Jabatan: satuan pengamanan 2 2 Masa kerja kurang dari syarat 2",
        "3 Usia di atas 56 tahun pada 31 Desember 2021 1",
        "1 Pengemudi 1 2 Petugas Keamanan 2 Jumlah 3",
        "1 Dinas Perhubungan 1 2 SDN Medono 01 2 Jumlah 3",
        "Pekalongan, 2 November 2022 Wali Kota Pekalongan, Dr. Fulan Contoh, M.M.",
    ],
)
def test_the_recap_says(fact: str):
    """For official use; per reason, per position and per unit, each with its total."""
    people = (
        pegawai(1, "jabatan-satpam"),
        pegawai(2, "jabatan-satpam", "masa-kerja-kurang"),
        pegawai(3, "usia-di-atas-56", "masa-kerja-kurang", jabatan="Pengemudi", unit_kerja="Dinas Perhubungan"),
    )

    assert fact in recap(*people).text


def test_only_those_outside_the_rules_and_still_here_are_reported():
    """MS and crossed out people are not."""
    people = (
        pegawai(1, "jabatan-satpam"),
        pegawai(2, syarat=Syarat.MS),
        pegawai(3, "jabatan-satpam", status=StatusPegawai.DICORET),
        pegawai(4, syarat=None),
    )
    text = recap(*people).text

    assert ["3375-000001"] == [p.nomor for p in people if p.nomor in text]


def test_neither_nik_nor_birth_date_nor_free_text_is_shown():
    """Not even in an official letter: findings are named by their code, their values stay inside."""
    text = recap(pegawai(1, "usia-di-atas-56", alasan_syarat="sakit jantung", keterangan="sakit")).text

    assert [] == [secret for secret in ("3375031708900001", "17-08-1990", "sakit") if secret in text]


def test_a_decision_without_finding_has_a_reason_of_its_own():
    """A person overrode the rules."""
    assert ("ditetapkan-instansi",) == reasons(pegawai(1))


def test_a_code_nobody_named_is_still_told():
    """A later periode may bring rules of its own."""
    assert "Kode baru" in recap(pegawai(1, "kode-baru")).text


def test_the_list_of_names_lies_across():
    """Seven columns with long reasons need the wide side."""
    sizes = recap(pegawai(1, "jabatan-satpam")).sizes

    assert [False, False, False, True] == [wide > high for wide, high in sizes]


def test_nobody_to_report_is_refused():
    """An empty letter helps nobody."""
    with pytest.raises(UsageRefused):
        recap(pegawai(1, syarat=Syarat.MS))
