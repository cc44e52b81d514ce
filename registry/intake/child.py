"""The child process that reads a workbook: `python -m registry.intake.child FORMAT PATH`, msgpack on standard output.

A crafted file may abort the process that reads it (a cell at XFD1048576) or eat all memory; then only this child dies.
"""

import gc
import os
import sys
import zipfile
from datetime import date, datetime, time, timedelta
from io import BytesIO
from pathlib import Path
from typing import cast

import msgspec
from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from registry.intake.guard import Format, biff_records
from registry.intake.package import PackageFacts, Unsafe, scan
from registry.intake.sheets import Row, Sheet, Workbook, portable, trim

MEMORY_LIMIT = 4 * 1024**3
MAX_ROWS = 400_000
MAX_COLUMNS = 1_000
_packer = msgspec.msgpack.Encoder()
_SPECIAL = (datetime, date, time, timedelta)


def limit_memory() -> None:
    """Cap the address space where the system can (not on Windows: there a failed allocation aborts by itself)."""
    try:
        import resource  # noqa: PLC0415 - POSIX only
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_LIMIT, MEMORY_LIMIT))


def read_workbook(path: str, kind: str) -> Workbook:
    """All sheets with their cells. A refusal comes back as its code, never as an exception."""
    try:
        facts = scan(path) if kind in (Format.XLSX, Format.ODS) else _biff_facts(path)
        # From bytes: by path, calamine would believe the suffix.
        with CalamineWorkbook.from_filelike(BytesIO(Path(path).read_bytes())) as workbook:
            return Workbook(lembar=_sheets(workbook, facts))
    except Unsafe as unsafe:
        return Workbook(tolak=str(unsafe.args[0]))
    except PasswordError:
        return Workbook(tolak="berkas-bersandi")
    except (CalamineError, zipfile.BadZipFile, EOFError, OSError, ValueError, NotImplementedError, KeyError) as error:
        return Workbook(tolak="berkas-rusak", rinci=type(error).__name__)
    except MemoryError:
        return Workbook(tolak="berkas-terlalu-luas")


def _biff_facts(path: str) -> PackageFacts:
    facts = PackageFacts()
    facts.epoch1904 = biff_records(Path(path).read_bytes()).get(0x22, b"\0") == b"\1\0"
    return facts


def _sheets(workbook: CalamineWorkbook, facts: PackageFacts) -> list[Sheet]:
    sheets: list[Sheet] = []
    total = 0
    for number, meta in enumerate(workbook.sheets_metadata):
        if meta.typ != SheetTypeEnum.WorkSheet:
            continue
        source = workbook.get_sheet_by_index(number)
        part = facts.sheet_parts[number] if number < len(facts.sheet_parts) else ""
        sheet = Sheet(
            nama=meta.name,
            tersembunyi=meta.visible != SheetVisibleEnum.Visible,
            baris=cast("list[Row]", _rows(source)),  # packed already; the answer is the same
            gabung=[(*first, *last) for first, last in source.merged_cell_ranges or ()],
            galat=[cell for cell in facts.errors.get(part, ()) if cell[0] < MAX_ROWS and cell[1] < MAX_COLUMNS],
            epoch1904=facts.epoch1904,
        )
        total += len(sheet.baris)
        if total > MAX_ROWS:
            raise Unsafe("berkas-terlalu-luas")
        sheets.append(sheet)
    return sheets


def _rows(source: CalamineSheet) -> list[msgspec.Raw]:
    """Rows from row 1 on, cut to their last cell and packed; blank rows below the last used one left out.

    Packed at once, for a million cells that stay alive until all are read cost a tenth more.
    """
    start = source.start
    if start is None:
        return []
    if start[0] > MAX_ROWS or start[1] > MAX_COLUMNS:
        raise Unsafe("berkas-terlalu-luas")
    offset: Row = [""] * start[1]
    rows: list[msgspec.Raw] = []
    append, pack, used = rows.append, _packer.encode, 0
    for values in source.iter_rows():
        row: Row = [
            value if value.__class__ is str and not value.isspace() else _other(value) for value in offset + values
        ]
        if row and row[-1] == "":
            row = trim(row)
        if len(row) > MAX_COLUMNS:
            raise Unsafe("berkas-terlalu-luas")
        append(msgspec.Raw(pack(row)))
        if row:
            used = len(rows)
    if used > MAX_ROWS:
        raise Unsafe("berkas-terlalu-luas")
    return rows[:used]


def _other(value: object) -> object:
    return portable(value) if value.__class__ is str or isinstance(value, _SPECIAL) else value


def main() -> None:
    """Read the file named on the command line and write what it holds to standard output."""
    gc.disable()
    limit_memory()
    kind, path = sys.argv[1:3]
    workbook = read_workbook(path, kind)
    sys.stdout.buffer.write(msgspec.msgpack.encode(workbook))
    sys.stdout.buffer.flush()
    os._exit(0)  # Taking a million cells apart only to end costs as much as sending them.


if __name__ == "__main__":
    main()
