"""The plan of an import: what would become of every row, before anything is written. Types only; `importing` makes them."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Protocol

from msgspec import Struct

from registry.model.codes import Hasil
from registry.model.impor import BarisImpor
from registry.model.pegawai import Pegawai, Riwayat


class Known(Protocol):
    """What the record already holds, as far as intake asks."""

    def by_nik(self, nik: str) -> Pegawai | None:
        """The person with this NIK, crossed out ones included."""

    def by_birth_date(self, tanggal_lahir: date) -> Sequence[Pegawai]:
        """Everybody born on this day."""

    def file_seen(self, sha256: str) -> str | None:
        """The number of the import that took this file in."""


class NothingKnown:
    """An empty record: everything is new."""

    def by_nik(self, nik: str) -> Pegawai | None:  # noqa: ARG002
        """Nobody."""
        return None

    def by_birth_date(self, tanggal_lahir: date) -> Sequence[Pegawai]:  # noqa: ARG002
        """Nobody."""
        return ()

    def file_seen(self, sha256: str) -> str | None:  # noqa: ARG002
        """Never."""
        return None


class RowPlan(Struct, frozen=True, kw_only=True):
    """One row and what it would do.

    calon: the record as it is after the whole plan (diterima, diperbarui), or as it would become if a person says so
    (menunggu); None otherwise. Its `nomor` is empty when the person is new in this plan: find the record by NIK. All rows
    of one person carry the same calon, so they may be written in any order.
    sebab: for menunggu, the code that made it wait. lawan, lawan_nik: registration number (empty when new in this plan) and
    NIK of the record it collides with or changes. changes: (field, old, new) as text, for diperbarui and menunggu.
    """

    baris: BarisImpor
    calon: Pegawai | None = None
    sebab: str = ""
    lawan: str = ""
    lawan_nik: str = ""
    riwayat: tuple[Riwayat, ...] = ()
    changes: tuple[tuple[str, str, str], ...] = ()


class Columns(Struct, frozen=True, kw_only=True):
    """How the columns of one table were read. kepala: rows of the header (from 1). kolom: column (from 0) -> field.

    contoh: the first cell with something in it, column by column. dikoreksi: an operator said what the columns hold.
    """

    lembar: str | None
    kepala: tuple[int, ...]
    teks: tuple[str, ...]
    kolom: dict[int, str]
    contoh: tuple[str, ...] = ()
    dikoreksi: bool = False


class Plan(Struct, frozen=True, kw_only=True):
    """What an import would do. hasil: the six counts; they add up to baris_dibaca. already: number of the earlier import."""

    berkas: str
    sha256: str
    unit: str = ""
    baris_dibaca: int
    hasil: dict[str, int]
    baris: tuple[RowPlan, ...]
    kepala: dict[str, tuple[str, ...]]
    columns: tuple[Columns, ...]
    already: str = ""

    def as_json(self) -> dict[str, Any]:
        """The shape `impor --json` prints."""
        return {
            "berkas": self.berkas,
            "sha256": self.sha256,
            "baris_dibaca": self.baris_dibaca,
            "hasil": dict(self.hasil),
            "baris": [_row_json(row.baris) for row in self.baris],
        }


def count_outcomes(rows: Sequence[RowPlan]) -> dict[str, int]:
    """The six counts."""
    counts = {hasil.value: 0 for hasil in Hasil}
    for row in rows:
        counts[row.baris.hasil.value] += 1
    return counts


def _row_json(row: BarisImpor) -> dict[str, Any]:
    return {
        "lembar": row.lembar,
        "nomor": row.nomor,
        "hasil": row.hasil.value,
        "jenis": row.jenis,
        "nik": row.nik,
        "nama": row.nama,
        "tanggal_lahir": row.tanggal_lahir.isoformat() if row.tanggal_lahir else None,
        "syarat": row.syarat,
        "temuan": [finding.as_json() for finding in row.temuan],
    }
