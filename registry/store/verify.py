"""Verify one instansi on disk (`periksa`): journal, anchor, editions' anchors, records, view, kept files. Changes nothing.

A finding needs somebody to act; a note is worth knowing and harms nothing.
"""

from collections.abc import Callable, Iterable
from pathlib import Path

from msgspec import Struct

from registry.errors import UsageRefused
from registry.model.finding import Finding
from registry.store import _verify_files as files
from registry.store import _verify_journal as journal
from registry.store._anchor import VIEW
from registry.store._opening import JOURNAL
from registry.store.berkas import BERKAS, is_kept_name
from registry.store.files import REAL_FS, FileSystem
from registry.store.seam import Head


class Report(Struct, frozen=True):
    """head and entries: of what is proven. findings: to act on. notes: harmless."""

    head: Head
    entries: int
    findings: tuple[Finding, ...] = ()
    notes: tuple[Finding, ...] = ()


def verify_store(
    folder: Path,
    *,
    anchors: Iterable[tuple[int, str, str]] = (),
    progress: Callable[[int, int], None] | None = None,
    fs: FileSystem = REAL_FS,
) -> Report:
    """Verify the instansi in `folder`. anchors: (seq, hash, where it stands) from published editions.

    progress: bytes done, bytes in all. Raises UsageRefused when there is no journal at all.
    """
    found = fs.stat(folder / JOURNAL)
    if found is None:
        raise UsageRefused(
            f"{JOURNAL} tidak ada di folder ini.",
            where=str(folder),
            to_do="Periksa nama foldernya; bila berkas itu hilang, kembalikan dari cadangan.",
        )
    kept = [name for name in fs.names(folder / BERKAS) if is_kept_name(name)]
    view = _size(fs, folder / VIEW)
    count = _Counter(progress, found.size + view + sum(_size(fs, folder / BERKAS / name) for name in kept))
    read = journal.read_journal(fs, folder, count.add)
    read.findings.extend(journal.disagreeing(read, anchors))
    count.add(0)  # a chance to stop before each long step
    read.findings.extend(journal.unreadable_records(read.state))
    count.add(0)
    files.look_at_view(fs, folder, read)
    count.add(view)
    read.findings.extend(files.lost_files(read.state, set(kept)))
    for name in kept:
        read.findings.extend(files.broken_file(fs, folder / BERKAS / name))
        count.add(_size(fs, folder / BERKAS / name))
    read.findings.extend(files.open_to_others(fs, folder, kept))
    read.notes.extend(files.left_over(fs, folder))
    return Report(read.head, len(read.hashes), tuple(read.findings), tuple(read.notes))


class _Counter:
    def __init__(self, progress: Callable[[int, int], None] | None, total: int) -> None:
        self._progress = progress
        self._total = total
        self._done = 0

    def add(self, size: int) -> None:
        self._done = min(self._done + size, self._total)
        if self._progress is not None:
            self._progress(self._done, self._total)


def _size(fs: FileSystem, path: Path) -> int:
    found = fs.stat(path)
    return found.size if found else 0
