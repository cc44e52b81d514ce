"""Text a command reads, and whether it will be able to write where it was asked to. Refused in Indonesian when it cannot be."""

import os
from collections.abc import Iterable
from pathlib import Path

from registry.desk.keluaran import NOT_WRITABLE, refused
from registry.errors import FileRefused


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
            code=NOT_WRITABLE,
            where=str(path),
            to_do="Pakai nama lain.",
        )
    if not path.parent.is_dir():
        raise refused(path, "folder tidak ada")
    if not os.access(path.parent, os.W_OK) or path.is_dir():
        raise refused(path, "tidak ada izin menulis")
