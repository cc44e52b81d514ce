"""The recap of one edition as charts and as CSV."""

import csv
from collections.abc import Iterator, Sequence
from io import StringIO

from msgspec import UNSET

from registry.edition.codes import ALASAN_DIHAPUS, ALASAN_DITAMBAHKAN
from registry.edition.csv import safe_cell
from registry.edition.types import Alasan, Edition, Rekap, Sel
from site_builder.charts import Chart, recap_chart
from site_builder.wording import format_value

PUBLIC = (("Kelompok jabatan", "jabatan"), ("Unit kerja", "unit_kerja"))
PRIVATE = (
    ("Pendidikan", "pendidikan"),
    ("Jenis kelamin", "jenis_kelamin"),
    ("Usia", "kelompok_usia"),
    ("Masa kerja", "masa_kerja"),
    ("Sumber gaji", "sumber_gaji"),
)


def recap_charts(edition: Edition, wanted: Sequence[tuple[str, str]]) -> tuple[Chart, ...]:
    """A chart for each of these titles and fields that has rows."""
    tables = ((title, field, _cells(edition.rekap, field)) for title, field in wanted)
    return tuple(recap_chart(title, cells, edition.jumlah.semua, field) for title, field, cells in tables if cells)


def recap_csv(edition: Edition) -> bytes:
    """All tables in one file, reasons of changes last; `jumlah` is empty where it is hidden. No cell starts a formula."""
    text = StringIO()
    lines = csv.writer(text, lineterminator="\n")
    lines.writerow(("tabel", "nilai", "jumlah", "ketepatan"))
    lines.writerows(_lines(edition.rekap))
    if edition.alasan is not UNSET:
        lines.writerows(_reasons(edition.alasan))
    return text.getvalue().encode()


def _lines(rekap: Rekap) -> Iterator[tuple[str, str, str, str]]:
    for _, field in (*PUBLIC, *PRIVATE):
        for cell in _cells(rekap, field):
            yield field, safe_cell(format_value(cell.nilai)), *_figure(cell)


def _reasons(told: Alasan) -> Iterator[tuple[str, str, str, str]]:
    for name, table, words in (
        ("alasan_ditambahkan", told.ditambahkan, ALASAN_DITAMBAHKAN),
        ("alasan_dihapus", told.dihapus, ALASAN_DIHAPUS),
    ):
        for cell in table:
            yield name, words.get(cell.nilai, safe_cell(cell.nilai)), *_figure(cell)


def _figure(cell: Sel) -> tuple[str, str]:
    return ("", "disembunyikan") if cell.jumlah is None else (str(cell.jumlah), "tepat")


def _cells(rekap: Rekap, field: str) -> tuple[Sel, ...]:
    return getattr(rekap, field)
