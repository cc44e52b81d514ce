"""Filters kept by name in the workspace, in `saringan.json`: whole or not at all, for the owner alone. No widgets."""

from collections.abc import Iterable
from pathlib import Path

import msgspec
from msgspec import Struct

from registry.desk.dimensi import JUDUL
from registry.errors import FileRefused, UsageRefused
from registry.model.codes import Kategori, StatusPegawai, SumberGaji, Syarat
from registry.store.files import NO_PERMISSION, NO_SPACE
from registry.store.whole import write_whole
from tui.people import UNDECIDED, UNKNOWN, Filter

FILE = "saringan.json"
ASIDE = "saringan-rusak.json"
LONGEST_NAME = 40
MOST = 50


class SavedFilter(Struct, frozen=True):
    """A filter and what the operator calls it."""

    nama: str
    filter: Filter


class _File(Struct, frozen=True, forbid_unknown_fields=True):
    saringan: tuple[SavedFilter, ...] = ()


def read_saved(workspace: Path) -> tuple[SavedFilter, ...]:
    """The saved filters, by name. Raises FileRefused when the file is damaged; it was put aside then, and one starts anew."""
    path = workspace / FILE
    try:
        found = msgspec.json.decode(path.read_bytes(), type=_File).saringan
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise FileRefused(
            "Saringan tersimpan tidak dapat dibaca.",
            code="saringan-tidak-terbaca",
            where=str(path),
            to_do="Periksa izin berkas itu.",
        ) from error
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise _put_aside(path) from error
    if not all(map(_is_sound, found)):
        raise _put_aside(path)
    return tuple(found)


def keep_saved(workspace: Path, nama: str, wanted: Filter) -> tuple[SavedFilter, ...]:
    """Keep a filter under a name; one of that name is replaced. Returns all. Raises UsageRefused, FileRefused."""
    others = [one for one in read_saved(workspace) if one.nama.casefold() != nama.casefold()]
    if len(others) >= MOST:
        raise UsageRefused(
            f"Sudah ada {len(others)} saringan tersimpan.", to_do="Hapus dahulu yang tidak dipakai lagi."
        )
    return _write(workspace, [*others, SavedFilter(nama, wanted)])


def drop_saved(workspace: Path, nama: str) -> tuple[SavedFilter, ...]:
    """Forget the filter of this name. Returns those left. Raises UsageRefused, FileRefused."""
    return _write(workspace, [one for one in read_saved(workspace) if one.nama != nama])


def _write(workspace: Path, saved: Iterable[SavedFilter]) -> tuple[SavedFilter, ...]:
    ordered = tuple(sorted(saved, key=lambda one: one.nama.casefold()))
    path = workspace / FILE
    data = msgspec.json.format(msgspec.json.encode(_File(ordered)), indent=1)
    try:
        write_whole(path, data + b"\n")
    except OSError as error:
        full, forbidden = error.errno in NO_SPACE, error.errno in NO_PERMISSION
        cause = (
            "ruang penyimpanan habis" if full else "folder tidak dapat ditulisi" if forbidden else "media bermasalah"
        )
        raise UsageRefused(
            f"Saringan belum tersimpan: {cause}. Yang tersimpan sebelumnya tetap utuh.", where=str(path)
        ) from error
    return ordered


def _is_sound(one: SavedFilter) -> bool:
    """Codes this version knows; a filter with others would show nobody and not say why."""
    wanted = one.filter
    return (
        bool(one.nama.strip())
        and wanted.status in {"", *StatusPegawai}
        and wanted.syarat in {"", UNDECIDED, *Syarat}
        and wanted.kategori in {"", *Kategori}
        and wanted.sumber_gaji in {"", UNKNOWN, *SumberGaji}
        and (wanted.kelompok is None or wanted.kelompok.topik in JUDUL)
    )


def _put_aside(path: Path) -> FileRefused:
    """Make room for a new file; what can be read of the damaged one stays for whoever wants to repair it."""
    try:
        path.replace(path.with_name(ASIDE))
    except OSError:
        to_do = "Hapus berkas itu, lalu simpan saringan Anda lagi."
    else:
        to_do = f"Berkas itu disisihkan sebagai {ASIDE}; simpan saringan Anda lagi. Data pegawai tidak terpengaruh."
    return FileRefused("Berkas saringan tersimpan rusak.", code="saringan-rusak", where=str(path), to_do=to_do)
