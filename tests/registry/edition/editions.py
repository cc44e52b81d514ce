"""Sample editions for tests: everything has a default, a test names what it is about. Nobody in here exists."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta, timezone
from typing import Any

from registry.edition.types import (
    Edition,
    InstansiPublik,
    Jumlah,
    Jurnal,
    Orang,
    Rekap,
    Sel,
    SptjmPublik,
    UjiPublikPublik,
)

WIB = timezone(timedelta(hours=7))
HEAD = "ab" * 32

PEKALONGAN = InstansiPublik(
    kode="3375",
    nama="Pemerintah Kota Pekalongan",
    jenis="KOTA",
    wilayah="Jawa Tengah",
    zona="Asia/Jakarta",
    alamat_masukan="BKPSDM Kota Pekalongan, Jalan Majapahit 5",
)
KEMENAG = InstansiPublik(
    kode="KEMENAG",
    nama="Kementerian Agama",
    jenis="KEMENTERIAN",
    wilayah="",
    zona="Asia/Jakarta",
    alamat_masukan="Biro Kepegawaian",
)
SPTJM = SptjmPublik(nomor="800/912-BKPSDM", tanggal=date(2022, 10, 28), sha256="cd" * 32)

_NAMES = "Siti Rahayu|Budi Santoso|Ma'ruf Hidayat|Wayan Sudarma|Nurul <Aini> & Co|Dewi Lestari|Andi|Maria Kogoya".split(
    "|"
)
_JABATAN = "Guru Kelas|Perawat|Tenaga Administrasi|Penyuluh Pertanian|Operator Komputer".split("|")
_UNITS = "SDN Medono 01|Puskesmas Tirto|Dinas Pertanian".split("|")


def orang(serial: int = 1, *, kode: str = "3375", **changes: Any) -> Orang:
    """One listed worker; name, position and unit follow from the serial."""
    fields = {
        "nomor": f"{kode}-{serial:06d}",
        "nama": _NAMES[serial % len(_NAMES)],
        "jabatan": _JABATAN[serial % len(_JABATAN)],
        "unit_kerja": _UNITS[serial % len(_UNITS)],
        "kategori": "THK_II" if serial % 13 == 0 else "NON_ASN",
        "status": "TMS" if serial % 17 == 0 else "MS",
    }
    return Orang(**(fields | changes))


def people(count: int, *, kode: str = "3375") -> tuple[Orang, ...]:
    """`count` listed workers with the registration numbers 1 ... count."""
    return tuple(orang(serial, kode=kode) for serial in range(1, count + 1))


def total(daftar: Sequence[Orang]) -> Jumlah:
    """The totals that belong to a list."""
    thk_ii = sum(row.kategori == "THK_II" for row in daftar)
    ms = sum(row.status == "MS" for row in daftar)
    tms = sum(row.status == "TMS" for row in daftar)
    return Jumlah(semua=len(daftar), thk_ii=thk_ii, non_asn=len(daftar) - thk_ii, ms=ms, tms=tms)


def edition(daftar: Sequence[Orang] | int = 3, **changes: Any) -> Edition:
    """One prafinalisasi edition of Kota Pekalongan; a number stands for so many people. Totals follow from the list."""
    instansi = changes.get("instansi", PEKALONGAN)
    rows = people(daftar, kode=instansi.kode) if isinstance(daftar, int) else tuple(daftar)
    fields = {
        "periode": "2022",
        "instansi": instansi,
        "tahap": "prafinalisasi",
        "edisi": 1,
        "nomor": "800/685-BKPSDM",
        "tanggal": date(2022, 9, 30),
        "uji_publik": UjiPublikPublik(
            mulai=datetime(2022, 10, 1, 8, 0, tzinfo=WIB), selesai=datetime(2022, 10, 7, 16, 0, tzinfo=WIB)
        ),
        "terbit": datetime(2022, 9, 30, 15, 30, tzinfo=WIB),
        "jurnal": Jurnal(seq=12, head=HEAD),
        "sebelumnya": "",
        "rekap": Rekap(
            jenis_kelamin=(Sel("L", None), Sel("P", None)),
            pendidikan=(Sel("SMA", 40), Sel("S1", 60)) if len(rows) > 99 else (),
        ),
        "jumlah": total(rows),
        "daftar": rows,
    }
    return Edition(**(fields | changes))


def final(daftar: Sequence[Orang] | int = 3, **changes: Any) -> Edition:
    """The final edition that follows `edition()`."""
    fields = {"tahap": "final", "edisi": 2, "sebelumnya": "ef" * 32, "sptjm": SPTJM, "tanggal": date(2022, 10, 31)}
    return edition(daftar, **(fields | {"terbit": datetime(2022, 10, 31, 17, 0, tzinfo=WIB)} | changes))
