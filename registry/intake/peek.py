"""A look at the first rows of a file in which no header was recognised, so that a person can say which row it is."""

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from registry.intake.classify import SEARCHED
from registry.intake.columns import CHOICES, IGNORED, field_of
from registry.intake.guard import inspect_file
from registry.intake.plan import Columns
from registry.intake.reader import read_file
from registry.intake.sheets import cell_text


class FirstRow(Struct, frozen=True, kw_only=True):
    """One row that is not blank. lembar: None where the format has no sheets. nomor: from 1. sel: its cells as text."""

    lembar: str | None
    nomor: int
    sel: tuple[str, ...]


def first_rows(path: Path) -> tuple[FirstRow, ...]:
    """The first rows of every sheet, blank ones left out. Raises FileRefused."""
    return tuple(
        FirstRow(lembar=sheet.nama, nomor=number, sel=tuple(cell_text(cell) for cell in row))
        for sheet in read_file(inspect_file(path))
        for number, row in enumerate(sheet.baris[:SEARCHED], 1)
        if any(cell != "" for cell in row)
    )


def as_header(rows: Sequence[FirstRow], header: FirstRow) -> Columns:
    """A row as the header: what its texts may mean, and what stands below them."""
    below = [row.sel for row in rows if row.lembar == header.lembar and row.nomor > header.nomor]
    width = max((len(cells) for cells in (header.sel, *below)), default=0)
    kolom: dict[int, str] = {}
    for column, text in enumerate(header.sel):
        field = field_of(text)[0]
        if field in CHOICES and field != IGNORED and field not in kolom.values():
            kolom[column] = field
    return Columns(
        lembar=header.lembar,
        kepala=(header.nomor,),
        teks=header.sel,
        kolom=kolom,
        contoh=tuple(
            next((cells[column] for cells in below if column < len(cells) and cells[column]), "")
            for column in range(width)
        ),
    )
