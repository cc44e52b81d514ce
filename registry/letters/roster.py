"""The list of people as announcement and SPTJM attach it: every person of an edition, in its order."""

from collections.abc import Iterator, Sequence
from typing import Final

from registry.edition.types import Orang
from registry.letters.paper import Paper
from registry.letters.table import Column, draw_table
from registry.normalise.text import format_number

_SIZE: Final = 7.5
KATEGORI: Final = {"THK_II": "THK-II", "NON_ASN": "Non-ASN"}


def draw_roster(paper: Paper, daftar: Sequence[Orang]) -> None:
    """Number, registration number, name, position, unit, category, status."""
    longest = max((row.nomor for row in daftar), key=len, default="")
    columns = (
        Column("No.", _points(paper, format_number(len(daftar)), "No."), right=True, fixed=True),
        Column("Nomor registrasi", _points(paper, longest, "Nomor registrasi"), fixed=True),
        Column("Nama", 132, lines=6),
        Column("Jabatan", 98, lines=6, repeats=True),
        Column("Unit kerja", 126, lines=6, repeats=True),
        Column("Kategori", _points(paper, "Non-ASN", "Kategori"), repeats=True, fixed=True),
        Column("Status", _points(paper, "TMS", "Status"), repeats=True, fixed=True),
    )
    draw_table(paper, columns, _rows(daftar), size=_SIZE)


def _points(paper: Paper, text: str, title: str) -> float:
    """Room for a text and the title above it, within reason."""
    wide = max(paper.regular.width(text), paper.bold.width(title)) * _SIZE / 1000
    return min(wide + 0.5, 110.0)


def _rows(daftar: Sequence[Orang]) -> Iterator[tuple[str, ...]]:
    for n, row in enumerate(daftar, 1):
        kategori = KATEGORI.get(row.kategori, row.kategori)
        yield format_number(n), row.nomor, row.nama, row.jabatan, row.unit_kerja, kategori, row.status
