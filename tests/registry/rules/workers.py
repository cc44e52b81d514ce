"""A worker who meets every rule, and ways to break one."""

from datetime import date
from typing import Any

from registry.model.codes import SumberGaji
from registry.model.pegawai import Pegawai, Riwayat

Span = tuple[str | None, str | None]


def decrees(*spans: Span, penanda_tangan: str = "") -> tuple[Riwayat, ...]:
    """Decrees from pairs of ISO dates; None: open."""
    return tuple(
        Riwayat(
            tanggal_mulai=date.fromisoformat(start) if start else None,
            tanggal_akhir=date.fromisoformat(end) if end else None,
            penanda_tangan=penanda_tangan,
        )
        for start, end in spans
    )


def worker(*spans: Span, **fields: Any) -> Pegawai:
    """Born 1990, working since 2015, paid from APBD, Guru Kelas; fields override."""
    standard: dict[str, Any] = {
        "nomor": "3375-000001",
        "nik": "3375041708900341",
        "nama": "Contoh Rekaan",
        "tanggal_lahir": date(1990, 8, 17),
        "jabatan": "Guru Kelas",
        "sumber_gaji": SumberGaji.APBD,
        "riwayat": decrees(*(spans or (("2015-01-01", None),))),
    }
    return Pegawai(**(standard | fields))
