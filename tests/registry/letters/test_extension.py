"""The request for more time."""

from datetime import date, datetime
from typing import Any

import pytest

from registry.letters.extension import Permohonan, extension_pdf
from tests.registry.letters.samples import PERIODE, WIB, agency, read


def asked(**changes: Any) -> str:
    fields = {
        "nomor": "800/901-BKPSDM",
        "tanggal": date(2022, 10, 12),
        "masuk": 1887,
        "sisa": 42,
        "alasan": "usulan masyarakat masih dicocokkan.",
        "sampai": datetime(2022, 10, 20, 17, 0, tzinfo=WIB),
        "tembusan": ("Gubernur Jawa Tengah.",),
    }
    return read(extension_pdf(Permohonan(**(fields | changes)), agency(), PERIODE)).text


@pytest.mark.parametrize(
    "fact",
    [
        "Pekalongan, 12 Oktober 2022",
        "Nomor : 800/901-BKPSDM Sifat : Segera Lampiran : - Hal : Permohonan Penambahan Waktu",
        "Yth. Kepala Badan Kepegawaian Negara di Jakarta",
        "B/1511/M.SM.01.00/2022",
        "1.887 (seribu delapan ratus delapan puluh tujuh) orang",
        "42 (empat puluh dua) orang",
        "diperlukan karena: usulan masyarakat masih dicocokkan. Sehubungan",
        "penambahan waktu sampai dengan 20 Oktober 2022 pukul 17.00 WIB",
        "Tembusan: 1. Gubernur Jawa Tengah.",
        "Halaman 1 dari 1",
    ],
)
def test_the_request_says(fact: str):
    """Head, addressee, basis, entered and remaining, reason, date asked for, copies."""
    assert fact in asked()


def test_a_day_without_clock_time_may_be_asked_for():
    """A date is a whole day."""
    assert "sampai dengan 20 Oktober 2022 untuk" in asked(sampai=date(2022, 10, 20))


def test_without_a_window_that_point_is_missing():
    """An agency that never announced has no window to tell of."""
    permohonan = Permohonan(
        nomor="1", tanggal=date(2022, 10, 12), masuk=1, sisa=1, alasan="x", sampai=date(2022, 10, 20)
    )

    assert "Uji publik telah" not in read(extension_pdf(permohonan, agency(uji_publik=None), PERIODE)).text
