"""Built aside, swapped in at the end: whoever opens the site sees the old one whole or the new one whole.

Beside the folder `situs` lie, while a build runs, `.situs.baru` (being built), `.situs.lama` (on its way out) and
`.situs.kunci` (the lock). What a crash leaves of them is put right or removed by the next build.
"""

import contextlib
import ctypes
import os
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from filelock import FileLock, Timeout

from site_builder.errors import BuildBusy, BuildRefused
from site_builder.manifest import MANIFEST

_AT_FDCWD, _RENAME_EXCHANGE = -100, 2
_ATTEMPTS = 20  # Windows: a virus scanner or a viewer holds a file for a moment


@contextlib.contextmanager
def staged(out: Path, inspect: Callable[[Path], None] | None = None) -> Iterator[Path]:
    """A fresh empty folder to build into; on leaving without an error it is inspected and takes the place of `out`.

    An error, of the builder or of `inspect`, leaves `out` as it was. Raises BuildBusy, BuildRefused.
    """
    out = Path(os.path.abspath(out))  # noqa: PTH100 - resolve() would follow a link that is the site
    new, old = _beside(out, "baru"), _beside(out, "lama")
    with _lock(out):
        recover(out)
        _refuse_foreign(out)
        new.mkdir()
        try:
            yield new
            if inspect is not None:
                inspect(new)
            swap(new, out, old)
        finally:
            recover(out)


def _lock(out: Path) -> contextlib.AbstractContextManager[object]:
    """The lock beside `out`, to be held in a `with`. A file that somebody holds is there; without one it is the folder."""
    path = _beside(out, "kunci")
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        return FileLock(path).acquire(timeout=0)
    except OSError as error:
        if isinstance(error, Timeout) and path.is_file():
            raise BuildBusy(
                "Situs ini sedang dibangun oleh proses lain.", where=str(out), to_do="Tunggu sampai selesai."
            ) from None
        raise BuildRefused(
            "Folder tempat situs tidak dapat ditulis.",
            where=str(out.parent),
            to_do="Periksa izin folder itu atau pilih folder lain, lalu bangun lagi.",
        ) from error


def recover(out: Path) -> None:
    """Put right what a crash or an interruption left: the old site back in place if the swap was cut in half, no leftovers."""
    new, old = _beside(out, "baru"), _beside(out, "lama")
    if old.is_dir() and not out.exists():
        _patiently(lambda: old.rename(out))
    _remove(new)
    _remove(old)


def swap(new: Path, out: Path, old: Path) -> None:
    """`new` takes the place of `out`, in one step where the system can, else in two renames that `recover` can undo."""
    if not out.exists():
        _patiently(lambda: new.rename(out))
        return
    if _exchange(new, out):
        return  # what is now at `new` is the old site
    _patiently(lambda: out.rename(old))
    try:
        _patiently(lambda: new.rename(out))
    except OSError:
        old.rename(out)
        raise


def _exchange(one: Path, other: Path) -> bool:
    """Linux can exchange two folders atomically; anything else says no."""
    if not sys.platform.startswith("linux"):
        return False
    renameat2 = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if renameat2 is None:
        return False
    return renameat2(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0


def _refuse_foreign(out: Path) -> None:
    """A folder with something else in it is not ours to replace."""
    if out.exists() and (not out.is_dir() or (any(out.iterdir()) and not (out / MANIFEST).is_file())):
        raise BuildRefused(
            "Folder keluaran berisi hal lain, bukan situs pendataan.",
            where=str(out),
            to_do="Pilih folder kosong atau folder situs yang lama.",
        )


def _beside(out: Path, kind: str) -> Path:
    return out.with_name(f".{out.name}.{kind}")


def _patiently(rename: Callable[[], object]) -> None:
    for attempt in range(_ATTEMPTS):
        try:
            rename()
        except PermissionError:
            if sys.platform != "win32" or attempt == _ATTEMPTS - 1:
                raise
            time.sleep(0.05 * (attempt + 1))
        else:
            return


def _remove(folder: Path) -> None:
    if folder.is_dir():
        shutil.rmtree(folder, ignore_errors=True)
