"""Files that leave where the operator asked for them: whole or not at all, refused in Indonesian when that cannot be."""

import errno
from contextlib import suppress
from pathlib import Path
from typing import Final

from registry.errors import FileRefused

NOT_WRITABLE: Final = "berkas-tak-dapat-ditulis"
_REASONS: Final = {
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
        raise refused(path, reason(error)) from error


def refused(path: Path, why: str) -> FileRefused:
    """The error of a place that cannot be written to."""
    return FileRefused(
        f"Berkas tidak dapat ditulis ({why}).",
        code=NOT_WRITABLE,
        where=str(path),
        to_do="Tutup berkas itu bila sedang dibuka program lain; periksa nama folder, izinnya, dan sisa ruang, atau pilih tempat lain.",
    )
