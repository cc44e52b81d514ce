"""Positions -> the five groups of the national figures of 2022 (domain.md section 6)."""

import re
from functools import lru_cache
from typing import Final

GROUPS: Final = ("Pendidikan", "Kesehatan", "Penyuluh", "Administrasi", "Teknis")
_OTHERS: Final = "Teknis"
# The first pattern that fits decides: administrative staff of a school is administration, an extension worker of any field
# is penyuluh. Everything that fits none is technical, for the national figures know no sixth group.
_PATTERNS: Final = tuple(
    (group, re.compile(pattern))
    for group, pattern in (
        ("Penyuluh", r"penyuluh"),
        (
            "Administrasi",
            r"administra|arsip|tata usaha|sekretaris|bendahara|keuangan|pustaka|resepsionis|agendaris|kepegawaian",
        ),
        (
            "Pendidikan",
            r"guru|dosen|pengajar|pendidik|tutor|ustadz|kepala sekolah|instruktur|widyaiswara|pamong belajar|\bpaud\b",
        ),
        (
            "Kesehatan",
            r"perawat|bidan|dokter|\bdr\b|apotek|farmasi|gizi|nutrisi|sanitar|kesehatan|medis|terapi|laborat|ambulan",
        ),
    )
)


@lru_cache(maxsize=4096)
def group_of(jabatan: str) -> str | None:
    """The group of a position as written; None when it is empty."""
    text = jabatan.casefold()
    if not text.strip():
        return None
    return next((group for group, pattern in _PATTERNS if pattern.search(text)), _OTHERS)
