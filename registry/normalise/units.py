"""Names of work units: which spellings are one unit, and a list of names as somebody pastes it. No store."""

import csv
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from registry.normalise.text import clean

TANPA_UNIT: Final = "(tanpa unit)"


@lru_cache(maxsize=65_536)
def unit_key(nama: str) -> str:
    """What tells units apart: case and blanks do not. Nothing at all is TANPA_UNIT."""
    return clean(nama).casefold() or TANPA_UNIT


def same_unit(one: str, other: str) -> bool:
    """Two spellings of one unit."""
    return one == other or unit_key(one) == unit_key(other)


def distinct_units(names: Iterable[str]) -> tuple[str, ...]:
    """Each unit once, in the spelling that came first; blanks are no unit."""
    found: dict[str, str] = {}
    for name in names:
        cleaned = clean(name)
        if cleaned and unit_key(cleaned) != TANPA_UNIT:
            found.setdefault(unit_key(cleaned), cleaned)
    return tuple(found.values())


def unit_names(text: str) -> tuple[str, ...]:
    """The units of a text with one a line, also pasted from a spreadsheet: of several cells the first that is no number counts."""
    return distinct_units(_name(line) for line in text.splitlines())


def _name(line: str) -> str:
    try:
        cells = [cell for cells in csv.reader([line], delimiter="\t") for cell in cells]
    except csv.Error:
        cells = line.split("\t")
    return next((cell for cell in cells if cell.strip(" \t.0123456789")), "")
