"""Files a command writes where the operator asked: whole or not at all. Text it reads. Refused in Indonesian when it cannot be."""

import errno
import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from registry.errors import FileRefused

_CODE = "berkas-tak-dapat-ditulis"
_REASONS = {
    errno.ENOENT: "folder tidak ada",
    errno.ENOTDIR: "folder tidak ada",
    errno.EACCES: "tidak ada izin menulis",
    errno.EPERM: "tidak ada izin menulis",
    errno.EROFS: "media hanya dapat dibaca",
    errno.ENOSPC: "ruang penyimpanan habis",
    errno.EDQUOT: "ruang penyimpanan habis",
    errno.ENAMETOOLONG: "nama terlalu panjang",
}


def reason(error: OSError) -> str:
    """Why a disk refused, in Indonesian."""
    return _REASONS.get(error.errno or 0, "media penyimpanan bermasalah")


def write_file(path: Path, data: bytes) -> None:
    """Put `data` at `path`; what was there stays until all of it is written. Raises FileRefused."""
    aside = path.with_name(f".{path.name}.baru")
    try:
        aside.write_bytes(data)
        aside.replace(path)
    except OSError as error:
        with suppress(OSError):
            aside.unlink(missing_ok=True)
        raise _refused(path, reason(error)) from error


def read_text(path: Path) -> str:
    """The text of a file: UTF-8 with or without mark, else Windows-1252. Raises FileRefused."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise FileRefused(
            "Berkas tidak ditemukan atau tidak dapat dibuka.",
            code="berkas-tidak-ada",
            where=str(path),
            to_do="Periksa nama dan letak berkas.",
        ) from error
    if b"\0" in data:
        raise FileRefused(
            "Berkas ini bukan teks.",
            code="berkas-bukan-teks",
            where=str(path),
            to_do="Simpan daftarnya sebagai berkas .txt, satu nama per baris.",
        )
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def require_writable(path: Path, *, besides: Iterable[Path] = ()) -> None:
    """Before long work: can `path` be written afterwards, and is it none of the files read? Raises FileRefused."""
    if any(path.resolve() == other.resolve() for other in besides):
        raise FileRefused(
            "Berkas hasil tidak boleh menimpa berkas yang dibaca.",
            code=_CODE,
            where=str(path),
            to_do="Pakai nama lain.",
        )
    if not path.parent.is_dir():
        raise _refused(path, "folder tidak ada")
    if not os.access(path.parent, os.W_OK) or path.is_dir():
        raise _refused(path, "tidak ada izin menulis")


def _refused(path: Path, why: str) -> FileRefused:
    return FileRefused(
        f"Berkas tidak dapat ditulis ({why}).",
        code=_CODE,
        where=str(path),
        to_do="Periksa nama folder, izinnya, dan sisa ruang penyimpanan.",
    )
