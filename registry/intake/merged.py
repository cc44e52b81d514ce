"""Cells merged over several rows of a table: what they say holds for each of them. The person's own cells are `rows`' affair."""

from registry.intake.classify import Table
from registry.intake.columns import BIRTH, BIRTH_PARTS
from registry.intake.fields import UNREAD
from registry.intake.sheets import Row, Sheet

# Merged over several rows, these cells stand above the decrees of one person.
PERSONAL = frozenset({"nik", "nama", "tanggal_lahir", BIRTH, *BIRTH_PARTS, "tempat_lahir", "nomor_kk", "jenis_kelamin"})


def unmerged(sheet: Sheet, table: Table) -> list[Row]:
    """The table's rows; a cell merged over several rows (a unit's name, a position) holds for each, but for the person's own."""
    rows = [sheet.baris[number] for number, _ in table.baris]
    if not sheet.gabung:
        return rows
    places = {number: place for place, (number, _) in enumerate(table.baris)}
    for first, column, last, _ in sheet.gabung:
        field = table.header.kolom.get(column, "")
        if last == first or not field or field in PERSONAL or field in UNREAD or first not in places:
            continue
        above = rows[places[first]]
        value = above[column] if column < len(above) else ""
        for number in range(first + 1, last + 1):
            place = places.get(number)
            if place is not None and value != "":
                filled = rows[place] = [*rows[place], *[""] * (column + 1 - len(rows[place]))]
                filled[column] = value if filled[column] == "" else filled[column]
    return rows
