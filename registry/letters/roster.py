"""The list of people as announcement and SPTJM attach it: every person of an edition, in its order."""

from collections.abc import Iterator, Sequence
from typing import Final

from registry.edition.types import Orang
from registry.letters.paper import Paper
from registry.letters.table import Column, draw_table
from registry.normalise.text import format_number

KATEGORI: Final = {"THK_II": "THK-II", "NON_ASN": "Non-ASN"}


def draw_roster(paper: Paper, daftar: Sequence[Orang]) -> None:
    """Number, registration number, name, position, unit, category, status."""
    widest = max((row.nomor for row in daftar), key=len, default="")
    columns = (
        Column("No.", 8 + 4.4 * len(format_number(len(daftar))), right=True),
        Column("Nomor registrasi", max(70.0, 4.6 * len(widest))),
        Column("Nama", 132, lines=6),
        Column("Jabatan", 98, lines=6, repeats=True),
        Column("Unit kerja", 126, lines=6, repeats=True),
        Column("Kategori", 37, repeats=True),
        Column("Status", 28, repeats=True),
    )
    draw_table(paper, columns, _rows(daftar), size=7.5)


def _rows(daftar: Sequence[Orang]) -> Iterator[tuple[str, ...]]:
    for n, row in enumerate(daftar, 1):
        kategori = KATEGORI.get(row.kategori, row.kategori)
        yield format_number(n), row.nomor, row.nama, row.jabatan, row.unit_kerja, kategori, row.status
