"""Does an edition hold together? For editions that come from elsewhere: `decode_edition` only says that the form is right."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Final

from msgspec import UNSET

from registry.edition.codes import (
    ALASAN_DIHAPUS,
    ALASAN_DITAMBAHKAN,
    JENIS,
    KODE_PATTERN,
    NOMOR_PATTERN,
    SIDIK_PATTERN,
    STATUS_PATTERN,
)
from registry.edition.types import Edition, Sel

_KODE: Final = re.compile(KODE_PATTERN)
_NOMOR: Final = re.compile(NOMOR_PATTERN)
_STATUS: Final = re.compile(STATUS_PATTERN)
_SIDIK: Final = re.compile(SIDIK_PATTERN)
_SMALLEST: Final = 5


def faults(edition: Edition) -> tuple[str, ...]:
    """What contradicts itself or breaks the format, one Indonesian sentence each; empty for a sound edition."""
    return (*_head(edition), *_list(edition), *_totals(edition), *_reasons(edition))


def _head(edition: Edition) -> Iterator[str]:
    if not _KODE.fullmatch(edition.instansi.kode):
        yield "Kode instansi hanya boleh berisi huruf besar, angka, dan tanda hubung."
    if edition.instansi.jenis not in JENIS:
        yield f"Jenis instansi {edition.instansi.jenis!r} tidak dikenal."
    if edition.edisi < 1:
        yield "Nomor edisi harus 1 atau lebih."
    if bool(edition.sebelumnya) != (edition.edisi > 1) or (
        edition.sebelumnya and not _SIDIK.fullmatch(edition.sebelumnya)
    ):
        yield "Sidik edisi sebelumnya harus ada pada edisi kedua dan seterusnya, dan kosong pada edisi pertama."
    if (edition.sptjm is None) != (edition.tahap != "final"):
        yield "SPTJM harus ada pada edisi final dan hanya di sana."
    window = edition.uji_publik
    if any(moment.utcoffset() is None for moment in (window.mulai, window.selesai, edition.terbit)):
        yield "Setiap waktu harus menyebut zonanya."
    elif window.selesai <= window.mulai:
        yield "Masa uji publik berakhir sebelum dimulai."


def _list(edition: Edition) -> Iterator[str]:
    kode = edition.instansi.kode
    for row in edition.daftar:
        if not _NOMOR.fullmatch(row.nomor) or row.nomor[:-7] != kode:
            yield f"Nomor pendaftaran {row.nomor!r} bukan nomor instansi {kode}."
        if not row.nama or not _STATUS.fullmatch(row.status):
            yield f"Baris {row.nomor} tanpa nama atau dengan status yang tidak sah."
    if any(one.nomor >= other.nomor for one, other in pairwise(edition.daftar)):
        yield "Daftar tidak terurut menurut nomor pendaftaran, atau ada nomor ganda."


def _totals(edition: Edition) -> Iterator[str]:
    groups, states = Counter(row.kategori for row in edition.daftar), Counter(row.status for row in edition.daftar)
    said = edition.jumlah
    counted = (len(edition.daftar), groups["THK_II"], groups["NON_ASN"], states["MS"], states["TMS"])
    if counted != (said.semua, said.thk_ii, said.non_asn, said.ms, said.tms):
        yield "Jumlah di kepala pengumuman tidak sama dengan isi daftarnya."


def _reasons(edition: Edition) -> Iterator[str]:
    told = edition.alasan
    if told is UNSET:
        return
    if edition.edisi == 1:
        yield "Edisi pertama tidak dapat memuat alasan perubahan."
    if not (_in_order(told.ditambahkan, ALASAN_DITAMBAHKAN) and _in_order(told.dihapus, ALASAN_DIHAPUS)):
        yield "Tabel alasan perubahan memuat golongan yang tidak dikenal, ganda, atau tidak pada urutannya."
    if any(cell.jumlah is not None and cell.jumlah < _SMALLEST for cell in (*told.ditambahkan, *told.dihapus)):
        yield f"Tabel alasan perubahan memuat jumlah di bawah {_SMALLEST}."


def _in_order(table: tuple[Sel, ...], codes: Mapping[str, str]) -> bool:
    names = [cell.nilai for cell in table]
    return names == [code for code in codes if code in names]
