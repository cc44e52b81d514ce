"""What a search without a browser hands out, and by what its hits can be narrowed."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from msgspec import Struct
from msgspec.structs import asdict

from site_builder.search.key import words
from site_builder.search.query import CORRECTED, EXACT, VARIANT, Match

QUALITY: Final = {EXACT: "tepat", VARIANT: "ejaan lain", CORRECTED: "perbaikan"}


class Hit(Struct, frozen=True, kw_only=True):
    """A listed person a query found. `halaman`: page of the list, from 1; `berkas`: the file it was found in.

    `alamat`: of the row in a built site, from its root; empty in a folder of editions. `kecocokan`: one of QUALITY.
    """

    nomor: str
    nama: str
    jabatan: str
    unit_kerja: str
    kategori: str
    status: str
    kode_instansi: str
    instansi: str
    tahap: str
    edisi: int
    tanggal: date
    halaman: int
    berkas: str
    wilayah: str
    alamat: str
    kecocokan: str


class Whence(Struct, frozen=True, kw_only=True):
    """The edition a hit stands in, and where; fields as in `Hit`."""

    instansi: str
    wilayah: str
    tahap: str
    edisi: int
    tanggal: date
    alamat: str
    berkas: str


def hit_of(found: Match, whence: Whence) -> Hit:
    """The hit as it is handed out."""
    row = found.row
    return Hit(
        kecocokan=QUALITY[found.mutu],
        nomor=row.nomor,
        nama=row.nama,
        jabatan=row.jabatan,
        unit_kerja=row.unit,
        kategori=row.kategori,
        status=row.status,
        kode_instansi=found.kode,
        halaman=row.hal,
        **asdict(whence),
    )


class Filters(Struct, frozen=True, kw_only=True):
    """Empty: everything. instansi: kode or words of the name; unit, wilayah: words, each may be only begun."""

    instansi: str = ""
    wilayah: str = ""
    unit: str = ""
    kategori: str = ""
    tahap: str = ""

    def takes_agency(self, kode: str, nama: str, wilayah: str, tahap: str) -> bool:
        """Whether hits of this instansi, with a newest edition of that stage, are wanted."""
        named = not self.instansi or self.instansi.upper() == kode.upper() or _begun(self.instansi, nama)
        return named and _begun(self.wilayah, wilayah) and self.tahap in {"", tahap}

    def takes_row(self, unit: str, kategori: str) -> bool:
        """Whether a person of this unit and category is wanted."""
        return self.kategori in {"", kategori} and _begun(self.unit, unit)


def _begun(wanted: str, text: str) -> bool:
    """Each wanted word begins a word of the text."""
    own: Sequence[str] = words(text) if wanted else ()
    return all(any(word.startswith(it) for word in own) for it in words(wanted))
