"""Reads a periode file and refuses one that is wrong, in Indonesian and with the place."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import msgspec

from registry.errors import FileRefused
from registry.model.codes import SumberGaji
from registry.normalise.toml_faults import shape_fault, syntax_fault
from registry.periode.types import KelompokJabatan, Periode

_KODE: Final = re.compile(r"[0-9a-z][0-9a-z-]{1,30}")
_TO_DO: Final = "Bandingkan dengan berkas periode bawaan, lalu perbaiki."


def builtin_periode_path(kode: str = "2022") -> Path:
    """The file shipped with the program; it need not exist for every code."""
    return Path(__file__).with_name(f"{kode}.toml")


def load_periode(path: Path) -> Periode:
    """Read and check a periode file. Raises FileRefused."""
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        reason = "tidak ada" if isinstance(error, FileNotFoundError) else "tidak dapat dibaca"
        raise FileRefused(f"Berkas periode {reason}.", code="periode-tak-terbaca", where=str(path)) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise _refused(f"Berkas periode tidak terbaca: {syntax_fault(error)}.", path) from error
    try:
        periode = msgspec.convert(raw, Periode)
    except msgspec.ValidationError as error:
        raise _refused(f"Isi berkas periode tidak sesuai: {shape_fault(error)}.", path) from error
    faults = list(_faults(periode))
    if faults:
        raise _refused("Isi berkas periode tidak sesuai: " + "; ".join(faults) + ".", path)
    return periode


def _refused(what: str, path: Path) -> FileRefused:
    return FileRefused(what, code="periode-tidak-sah", where=str(path), to_do=_TO_DO)


def _faults(periode: Periode) -> Iterator[str]:
    """Everything the types cannot say, each fault once."""
    if not _KODE.fullmatch(periode.kode):
        yield f"kode “{periode.kode}” hanya boleh huruf kecil, angka, dan tanda hubung"
    if not 0 < periode.usia_minimum <= periode.usia_maksimum:
        yield "usia_minimum harus lebih dari 0 dan tidak melebihi usia_maksimum"
    if periode.masa_kerja_minimum_hari < 0:
        yield "masa_kerja_minimum_hari tidak boleh negatif"
    if periode.uji_publik_minimum_hari < 1 or periode.perbaikan_hari < 0:
        yield "uji_publik_minimum_hari paling sedikit 1 dan perbaikan_hari tidak boleh negatif"
    missing = [source.value for source in SumberGaji if source not in periode.sumber_gaji]
    if missing:
        yield f"sumber_gaji tidak menyebut {', '.join(missing)}"
    yield from _schedule_faults(periode)
    for group in (*periode.jabatan_dikecualikan, *periode.jabatan_perlu_keputusan):
        yield from _pattern_faults(group)
    yield from (fault for pattern in periode.penanda_tangan_diragukan if (fault := _pattern_fault(pattern)))


def _schedule_faults(periode: Periode) -> Iterator[str]:
    jadwal = periode.jadwal
    naive = [name for name in ("prafinalisasi", "finalisasi") if getattr(jadwal, name).tzinfo is None]
    yield from (f"jadwal.{name} harus memuat zona, misalnya +07:00" for name in naive)
    if not naive and jadwal.prafinalisasi >= jadwal.finalisasi:
        yield "jadwal.prafinalisasi harus sebelum jadwal.finalisasi"
    try:
        ZoneInfo(jadwal.zona)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        yield f"jadwal.zona “{jadwal.zona}” tidak dikenal"


def _pattern_faults(group: KelompokJabatan) -> Iterator[str]:
    if not group.kode.startswith("jabatan-"):
        yield f"kode kelompok jabatan “{group.kode}” harus diawali “jabatan-”"
    if not group.pola:
        yield f"kelompok jabatan “{group.kode}” tidak punya pola"
    yield from (fault for pattern in (*group.pola, *group.kecuali) if (fault := _pattern_fault(pattern)))


def _pattern_fault(pattern: str) -> str:
    try:
        re.compile(pattern)
    except re.error as error:
        return f"pola “{pattern}” salah ({error})"
    return ""
