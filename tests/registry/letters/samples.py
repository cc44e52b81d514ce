"""An agency with a letterhead, the periode, and what can be read back from a PDF. Nobody in here exists."""

from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from typing import Any

import pypdfium2

from registry.model.codes import JenisInstansi, Syarat
from registry.model.finding import Finding
from registry.model.instansi import Instansi, Kop, Ppk, UjiPublik
from registry.model.pegawai import Pegawai
from registry.periode.load import builtin_periode_path, load_periode

WIB = timezone(timedelta(hours=7))
PERIODE = load_periode(builtin_periode_path("2022"))


def agency(**changes: Any) -> Instansi:
    """Kota Pekalongan with a letterhead of two lines and an elected head without NIP."""
    fields = {
        "kode": "3375",
        "nama": "Kota Pekalongan",
        "jenis": JenisInstansi.KOTA,
        "wilayah": "Jawa Tengah",
        "tempat": "Pekalongan",
        "kop": Kop(
            baris=("PEMERINTAH KOTA PEKALONGAN", "BADAN KEPEGAWAIAN DAERAH"),
            alamat="Jalan Contoh Nomor 5, Pekalongan 51111",
            laman="bkd.pekalongan.test",
        ),
        "ppk": Ppk(nama="Dr. Fulan Contoh, M.M.", jabatan="Wali Kota Pekalongan"),
        "uji_publik": UjiPublik(datetime(2022, 10, 1, 8, 0, tzinfo=WIB), datetime(2022, 10, 7, 16, 0, tzinfo=WIB)),
    }
    return Instansi(**(fields | changes))


def pegawai(serial: int = 1, *sebab: str, **changes: Any) -> Pegawai:
    """A worker who does not meet the rules, for the reasons given. Its NIK is one that no letter may show."""
    fields = {
        "nomor": f"3375-{serial:06d}",
        "nik": f"337503170890{serial % 10_000:04d}",
        "nama": f"Contoh Orang {serial}",
        "jabatan": "Petugas Keamanan",
        "unit_kerja": "SDN Medono 01",
        "syarat": Syarat.TMS,
        "temuan_syarat": tuple(Finding(kode, nilai="17-08-1990") for kode in sebab),
    }
    return Pegawai(**(fields | changes))


@dataclass(frozen=True)
class Read:
    """A PDF read back. pages: the text of each, runs of blanks as one blank."""

    pages: tuple[str, ...]
    title: str
    sizes: tuple[tuple[float, float], ...]

    @property
    def text(self) -> str:
        return " ".join(self.pages)


def read(data: bytes) -> Read:
    """What pdfium, the reader of the publication gate, finds in the PDF."""
    with pypdfium2.PdfDocument(data) as document:
        texts = tuple(" ".join(page.get_textpage().get_text_range().split()) for page in document)
        sizes = tuple(page.get_size() for page in document)
        return Read(texts, document.get_metadata_dict()["Title"], sizes)
