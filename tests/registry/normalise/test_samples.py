"""The readers against every person in the sample files: NIK, name and birth date, cell by cell."""

import csv
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from registry.normalise.dates import read_date
from registry.normalise.names import split_titles
from registry.normalise.nik import inspect_nik

SAMPLES = Path(__file__).parents[2] / "samples"
HEADERS = {
    "nik": {"nik", "no. ktp"},
    "nama": {"nama", "nama lengkap", "nama lengkap (tanpa gelar)", "nama (tanpa gelar)"},
    "tanggal_lahir": {"tanggal lahir", "tgl lahir", "ttl"},
}
# The header of this file has two rows; its columns are told here.
TWO_ROWS = {"dinas-pendidikan-kotor.xlsx": {"nik": 1, "nama": 2, "tanggal_lahir": 5}}
FILES = sorted(
    path.name.removesuffix(".harapan.json") for path in SAMPLES.glob("*.harapan.json") if "riwayat" not in path.name
)


def sheets(name: str) -> dict[str | None, list[list[Any]]]:
    path = SAMPLES / name
    if path.suffix == ".csv":
        with path.open(encoding="cp1252", newline="") as file:
            return {None: list(csv.reader(file, delimiter=";"))}
    book = CalamineWorkbook.from_path(path)
    return {sheet: book.get_sheet_by_name(sheet).to_python(skip_empty_area=False) for sheet in book.sheet_names}


def columns(name: str, rows: list[list[Any]]) -> dict[str, int]:
    if name in TWO_ROWS:
        return TWO_ROWS[name]
    for row in rows[:9]:
        found = {
            field: i
            for i, cell in enumerate(row)
            for field, words in HEADERS.items()
            if str(cell).strip().lower() in words
        }
        if len(found) == len(HEADERS):
            return found
    raise AssertionError(name)


def cells(name: str) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Each expectation with the cells it is about."""
    book = sheets(name)
    expected = json.loads((SAMPLES / f"{name}.harapan.json").read_text(encoding="utf-8"))
    for row in expected["baris"]:
        rows = book[row["lembar"]]
        where = columns(name, rows)
        yield row, {field: rows[row["nomor"] - 1][column] for field, column in where.items()}


def folded(name: str | None) -> str:
    return (name or "").replace("’", "'").casefold()


@pytest.mark.parametrize("name", FILES)
def test_names(name):
    """Titles and numbering removed, spelling kept."""
    wrong = [
        (row["nomor"], cell["nama"])
        for row, cell in cells(name)
        if folded(split_titles(str(cell["nama"])).nama) not in map(folded, [row["nama"], *row.get("nama_boleh", [])])
    ]

    assert [] == wrong


@pytest.mark.parametrize("name", FILES)
def test_birth_dates(name):
    """ISO, or None when unreadable."""
    wrong = []
    for row, cell in cells(name):
        day = read_date(cell["tanggal_lahir"]).tanggal
        if (day.isoformat() if day else None) not in [row["tanggal_lahir"], *row.get("tanggal_lahir_boleh", [])]:
            wrong.append((row["nomor"], cell["tanggal_lahir"], day))

    assert [] == wrong


@pytest.mark.parametrize("name", FILES)
def test_niks(name):
    """16 digits, or None where the cell holds no usable NIK."""
    wrong = []
    for row, cell in cells(name):
        reading = inspect_nik(cell["nik"], tanggal_lahir=read_date(cell["tanggal_lahir"]).tanggal)
        if reading.nik not in [row["nik"], *row.get("nik_boleh", [])]:
            wrong.append((row["nomor"], cell["nik"], reading))

    assert [] == wrong


@pytest.mark.parametrize("name", FILES)
def test_every_fault_of_a_single_cell_is_named(name):
    """The reasons of the expectation files that one cell alone can tell."""
    prefixes = ("nik-", "nama-", "tahun-", "tanggal-lahir-", "tanggal-bulan-")
    beyond = {"nik-sama-nama-beda", "nik-beda-jenis-kelamin", "nik-wilayah-tak-dikenal"}
    missed = []
    for row, cell in cells(name):
        born = read_date(cell["tanggal_lahir"])
        findings = (
            *born.findings,
            *inspect_nik(cell["nik"], tanggal_lahir=born.tanggal).findings,
            *split_titles(str(cell["nama"])).findings,
        )
        wanted = {code for code in row["sebab"] if code.startswith(prefixes)} - beyond
        if wanted - {finding.kode for finding in findings}:
            missed.append((row["nomor"], wanted, findings))

    assert [] == missed


@pytest.mark.parametrize("name", FILES)
def test_sound_cells_carry_no_remark(name):
    """Where the expectation says nothing, nothing is found."""
    loud = []
    for row, cell in cells(name):
        born = read_date(cell["tanggal_lahir"])
        findings = (
            *born.findings,
            *inspect_nik(cell["nik"], tanggal_lahir=born.tanggal).findings,
            *split_titles(str(cell["nama"])).findings,
        )
        if findings and not row["sebab"] and "temuan" not in row:
            loud.append((row["nomor"], findings))

    assert [] == loud
