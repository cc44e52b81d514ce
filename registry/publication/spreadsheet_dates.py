"""Dates in an .xlsx are plain numbers with a date format: gives them back as written dates, so that they can be searched."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final
from zipfile import ZipFile

_STYLE: Final = re.compile(rb"<(?:\w+:)?xf\b[^>]*>")
_FORMAT_ID: Final = re.compile(rb'\bnumFmtId="([0-9]+)"')
_CUSTOM: Final = re.compile(rb"<(?:\w+:)?numFmt\b[^>]*>")
_CODE: Final = re.compile(rb'\bformatCode="([^"]*)"')
_CELL: Final = re.compile(rb"<(?:\w+:)?c\b([^>]*)>\s*<(?:\w+:)?v>([0-9]{4,6})(?:\.[0-9]*)?</")
_STYLE_OF_CELL: Final = re.compile(rb'\bs="([0-9]+)"')
_PLACE: Final = re.compile(rb'\br="([A-Z]+[0-9]+)"')
_BUILT_IN: Final = frozenset({*range(14, 18), 22, *range(27, 37), *range(50, 59)})
_EPOCHS: Final = (date(1899, 12, 30), date(1904, 1, 1))


def date_cells(archive: ZipFile) -> Iterator[tuple[str, bytes]]:
    """(sheet, text) pairs: one line `A7 1990-08-17` for every date cell, in both of Excel's calendars."""
    names = set(archive.namelist())
    if "xl/styles.xml" not in names:
        return
    dated = _date_styles(archive.read("xl/styles.xml"))
    for name in sorted(names):
        if dated and name.startswith("xl/worksheets/") and name.endswith(".xml"):
            yield name, b"\n".join(_lines(archive.read(name), dated))


def _lines(sheet: bytes, dated: frozenset[int]) -> Iterator[bytes]:
    for match in _CELL.finditer(sheet):
        style = _STYLE_OF_CELL.search(match[1])
        if style and int(style[1]) in dated:
            place = _PLACE.search(match[1])
            for epoch in _EPOCHS:
                day = epoch + timedelta(days=int(match[2]))
                yield (place[1] if place else b"") + b" " + day.isoformat().encode()


def _date_styles(styles: bytes) -> frozenset[int]:
    custom = {
        int(number[1])
        for tag in _CUSTOM.findall(styles)
        if (number := _FORMAT_ID.search(tag)) and (code := _CODE.search(tag)) and re.search(rb"[dDyY]", code[1])
    }
    cells = styles[styles.find(b"<cellXfs") : styles.find(b"</cellXfs>")]
    formats = (_FORMAT_ID.search(tag) for tag in _STYLE.findall(cells))
    return frozenset(index for index, number in enumerate(formats) if number and int(number[1]) in _BUILT_IN | custom)
