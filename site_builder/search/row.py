"""A person as a pack or a leaf tells about them, read back."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from site_builder.search.entries import keys_of
from site_builder.search.leaves import page_guessed


class Row(NamedTuple):
    """One listed person. `hal`: page of the list, from 1; `kode`: of the instansi, empty where the file is of one."""

    nama: str
    nomor: str
    unit: str
    jabatan: str
    status: str
    kategori: str
    hal: int
    kode: str

    @property
    def kunci(self) -> tuple[str, ...]:
        """Keys of the name."""
        return keys_of(self.nama)[1]


def rows_in(data: Any) -> Iterator[Row]:
    """All rows of a pack or leaf."""
    marks = [mark.rpartition(" ") for mark in data["daftar_tanda"]]
    positions, other = data["daftar_jabatan"], data.get("lain", {})
    columns = zip(
        data["nama"].split("\n"),
        data["nomor"].split("\n"),
        data["unit"].split("\n"),
        data["jabatan"],
        data["tanda"],
        data["hal"],
        strict=True,
    )
    for at, (nama, nomor, unit, jabatan, tanda, hal) in enumerate(columns):
        status, _, kategori = marks[tanda]
        kode = other.get(str(at)) or nomor.rpartition("-")[0]
        yield Row(nama, nomor, unit, positions[jabatan], status, kategori, page_guessed(nomor) + hal, kode)
