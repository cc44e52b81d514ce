"""Jawaban: the answer to an usulan or a sanggahan."""

from datetime import date, datetime
from typing import Any

import pytest

from registry.letters.answer import Jawaban, answer_pdf, without_nik
from registry.model.codes import JenisMasukan, StatusMasukan
from registry.model.masukan import Masukan
from tests.registry.letters.samples import PERIODE, WIB, agency, read


def entry(**changes: Any) -> Masukan:
    """A granted usulan. Nobody in it exists."""
    fields = {
        "tanda_terima": "U-3375-000001",
        "jenis": JenisMasukan.USULAN,
        "waktu": datetime(2022, 10, 3, 9, 30, tzinfo=WIB),
        "nama": "Contoh Usulan",
        "isi": "Bekerja sejak 2015 dan belum terdaftar",
        "nik": "3375010101900001",
        "unit_kerja": "SDN Medono 01",
        "pelapor": "Contoh Pengusul",
        "kontak": "0812-0000-0001",
        "nomor_pegawai": "3375-000042",
        "status": StatusMasukan.DIKABULKAN,
        "alasan": "SK dan bukti pembayaran lengkap.",
        "diputus_oleh": "Rina",
        "diputus_pada": datetime(2022, 10, 6, 14, 0, tzinfo=WIB),
    }
    return Masukan(**(fields | changes))


def pdf(nomor: str = "800/77-BKPSDM", **changes: Any) -> bytes:
    return answer_pdf(Jawaban(masukan=entry(**changes), tanggal=date(2022, 10, 7), nomor=nomor), agency(), PERIODE)


def told(**changes: Any) -> str:
    return read(pdf(**changes)).text


@pytest.mark.parametrize(
    "fact",
    [
        "Pekalongan, 7 Oktober 2022",
        "Nomor : 800/77-BKPSDM Lampiran : - Hal : Jawaban atas usulan",
        "Yth. Sdr. Contoh Pengusul",
        "diterima pada 3 Oktober 2022 pukul 09.30 WIB dengan nomor tanda terima U-3375-000001",
        "tentang Contoh Usulan, SDN Medono 01.",
        "Bekerja sejak 2015 dan belum terdaftar.",
        "dikabulkan pada 6 Oktober 2022 pukul 14.00 WIB",
        "Alasan: SK dan bukti pembayaran lengkap.",
        "Nomor pendaftaran dalam catatan kami: 3375-000042.",
        "Saudara dapat menghubungi Pemerintah Kota Pekalongan",
        "Wali Kota Pekalongan",
        "jawaban/1",
        "Halaman 1 dari 1",
    ],
)
def test_the_answer_says(fact: str):
    """Receipt, what was proposed, decision, reason, and where to turn."""
    assert fact in told()


@pytest.mark.parametrize(
    ("jenis", "status", "fact"),
    [
        (JenisMasukan.USULAN, StatusMasukan.DITOLAK, "Orang yang diusulkan tidak dicantumkan dalam daftar."),
        (JenisMasukan.SANGGAHAN, StatusMasukan.DIKABULKAN, "Orang yang disanggah dikeluarkan dari daftar."),
        (JenisMasukan.SANGGAHAN, StatusMasukan.DITOLAK, "Orang yang disanggah tetap tercantum dalam daftar."),
    ],
)
def test_what_follows_from_the_decision(jenis: JenisMasukan, status: StatusMasukan, fact: str):
    """Each outcome has its sentence."""
    assert fact in told(jenis=jenis, status=status)


def test_no_nik_and_no_contact_is_printed():
    """Neither the one of the form, nor one somebody typed into a text."""
    text = told(isi="NIK saya 3375010101900001", alasan="NIK 3375 0101 0190 0001 milik orang lain")

    assert "3375010101900001" not in text.replace(" ", "")
    assert "0812" not in text


def test_other_numbers_stay():
    """Letters have numbers, people have years."""
    assert "SK 800/12/2018 tanggal 02-01-2018" == without_nik("SK 800/12/2018 tanggal 02-01-2018")


def test_a_usulan_without_sender_is_answered_to_the_person():
    """They proposed themselves."""
    assert "Yth. Sdr. Contoh Usulan" in told(pelapor="")


def test_an_unknown_objector_is_addressed_as_such():
    """The listed person is not the addressee of the answer to an objection."""
    assert "Yth. Sdr. Penyanggah" in told(jenis=JenisMasukan.SANGGAHAN, pelapor="")


def test_a_letter_without_number_has_dots():
    """To be filled in by hand."""
    assert "Nomor : ......" in told(nomor="")


def test_same_input_same_bytes():
    """Dated to the day of the letter, not to the clock."""
    assert pdf() == pdf()
