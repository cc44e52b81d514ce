"""Rows known by their own texts, whatever the table: totals, the counting of columns, hints how to fill in."""

import re
from itertools import pairwise
from typing import Final

from registry.intake.columns import field_of
from registry.intake.sheets import Cell, cell_text

TOTAL: Final = re.compile(
    r"(sub|grand)?\s*-?\s*(jumlah|total|jml|j\s+u\s+m\s+l\s+a\s+h|t\s+o\s+t\s+a\s+l)\b", re.IGNORECASE
)
_COLUMN_NUMBER: Final = re.compile(r"\W*(?:(\d{1,3})(?:\.0)?([a-z]?)|([a-z]|[ivx]{1,6}))\W*(?:=.*)?", re.IGNORECASE)
_ROMAN: Final = {
    "i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10, "xi": 11, "xii": 12, "xiii": 13, "xiv": 14, "xv": 15,
    "xvi": 16, "xvii": 17, "xviii": 18, "xix": 19, "xx": 20,
}  # fmt: skip
_HINT: Final = re.compile(
    r"d{1,2}\W?(m{2}|b{2})\W?(y{2,4}|t{4})|\bwajib\b|\bcontoh\b|\bdiisi\b|^\(?\s*isi\b|\b\d*\s*(digit|angka|karakter)\b|^\W*l\s*/\s*p\W*$|\bpilih|\bopsional\b|\bsesuai (ktp|sk|ijazah)\b|\btanpa gelar\b|^\(.*\)$",
    re.IGNORECASE,
)


def kind_by_itself(filled: list[tuple[int, Cell]]) -> str:
    """Rows known by their own texts, whatever the table; empty for the others."""
    if _is_total(filled):
        return "jumlah"
    if _is_column_numbers(filled):
        return "nomor_kolom"
    return "kepala" if _is_hint(filled) or _is_labels(filled) else ""


def _is_total(filled: list[tuple[int, Cell]]) -> bool:
    texts = [cell.strip() for _, cell in filled if isinstance(cell, str)]
    return any(TOTAL.match(text) for text in texts[:3])


def _is_labels(filled: list[tuple[int, Cell]]) -> bool:
    """Nothing but wordings of headers: of a recapitulation, or the rest of a header nobody could place."""
    return len(filled) > 1 and all(isinstance(cell, str) and field_of(cell)[1] == 100 for _, cell in filled)


def _is_hint(filled: list[tuple[int, Cell]]) -> bool:
    """A row below the header that says how to fill in: "16 digit", "dd-mm-yyyy", "L/P", "wajib"."""
    texts = [cell for _, cell in filled if isinstance(cell, str)]
    return len(texts) == len(filled) >= 2 and sum(_HINT.search(text) is not None for text in texts) * 2 > len(texts)


def _is_column_numbers(filled: list[tuple[int, Cell]]) -> bool:
    """(1) (2) (3) ..., 1 2 3 4a 4b ..., A B C ... or I II III ...: each after the one before, none left out for long."""
    if len(filled) < 3:
        return False
    matches = [_COLUMN_NUMBER.fullmatch(cell_text(cell).strip()) for _, cell in filled]
    found = [match for match in matches if match]
    if len(found) < len(filled):
        return False
    digits = [(int(match[1]), match[2].casefold()) for match in found if match[1]]
    if digits:
        return len(digits) == len(found) and _ascending(digits)
    texts = [match[3].casefold() for match in found]
    letters = [(ord(text), "") for text in texts if len(text) == 1]
    romans = [(_ROMAN[text], "") for text in texts if text in _ROMAN]
    return any(len(numbers) == len(texts) and _ascending(numbers) for numbers in (letters, romans))


def _ascending(numbers: list[tuple[int, str]]) -> bool:
    return all(before < after and after[0] - before[0] <= 2 for before, after in pairwise(numbers))
