"""The journal as a file: append-only, hash-chained, synced before anything is acknowledged.

What a failed write leaves behind:
    no space left       the started line is taken back, the handle stays usable
    anything else       the handle is poisoned: what the device holds is unknown until it is reopened and read
A failed sync is never repeated: the kernel may have dropped the pages and would report success.
"""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from registry.errors import HeadMoved, StoreDamaged, StoreFull, StorePoisoned, StoreReadOnly
from registry.store._atomic import replace_file, write_all
from registry.store._line import write_line
from registry.store._scan import Damage, Scan, scan
from registry.store.files import NO_SPACE, REAL_FS, FileSystem, OpenFile
from registry.store.seam import EMPTY, Entry, Head

_CHECK = "Tutup lalu buka kembali instansi ini dan jalankan `pendataan periksa`."


def create_journal(path: Path, payload: bytes, fs: FileSystem = REAL_FS) -> None:
    """Begin a journal with its first entry: the file appears whole, or not at all."""
    _, line = write_line(EMPTY.hash, payload)
    replace_file(fs, path, [line])


class FileJournal:
    """The journal in the file at `path`. `anchor`: a head known to have been acknowledged.

    Readable at once; `open_for_writing` comes before the first append. One writer at a time is the caller's care (the
    lock); an append by somebody else is noticed all the same and refused.
    """

    def __init__(self, path: Path, *, fs: FileSystem = REAL_FS, anchor: Head | None = None) -> None:
        self._path = path
        self._fs = fs
        self._anchor = anchor
        self._found: Scan | None = None
        self._file: OpenFile | None = None
        self._head = EMPTY
        self._end = 0
        self._poison = ""

    @property
    def poisoned(self) -> bool:
        """An append failed in a way that leaves the device's content unknown."""
        return bool(self._poison)

    @property
    def tail(self) -> bytes:
        """Bytes of a torn append behind the last entry."""
        return self._scanned().tail

    @property
    def damage(self) -> tuple[Damage, ...]:
        """Damaged stretches; a journal with any is never written to."""
        return self._scanned().damage

    def _scanned(self) -> Scan:
        if self._found is None:
            for _ in self.entries():
                pass
        if self._found is None:
            raise AssertionError("a scan ends with a result")
        return self._found

    def entries(self, after: int = 0) -> Iterator[Entry]:
        """See Journal. Reads the file from its start each time; damaged entries are left out (see `damage`)."""
        with self._fs.open_read(self._path) as file:
            reading = scan(file, self._anchor)
            while True:
                try:
                    entry = next(reading)
                except StopIteration as end:
                    self._remember(end.value)
                    return
                if entry.head.seq > after:
                    yield entry

    def _remember(self, found: Scan) -> None:
        """The first reading counts; once the journal is open for writing, its own appends tell where it stands."""
        if self._file is None:
            self._found, self._head, self._end = found, found.head, found.end

    def open_for_writing(self) -> Path | None:
        """Make appends possible. A torn tail is kept in a file beside the journal, whose path is returned, and cut off.

        Raises StoreDamaged when there is damage, OSError when the file cannot be written to.
        """
        found = self._scanned()
        if found.damage:
            raise StoreDamaged("Jurnal rusak dan tidak boleh ditulisi.", where=str(self._path), to_do=_CHECK)
        file = self._fs.open_append(self._path)
        try:
            aside = self._set_aside(found, file) if found.tail else None
        except BaseException:
            file.close()
            raise
        self._found = Scan(found.head, found.end)
        self._file = file
        return aside

    def _set_aside(self, found: Scan, file: OpenFile) -> Path:
        """Named after its content: a crash between the two steps repeats them to the same effect."""
        name = f"{self._path.name}.sisa-{found.head.seq + 1}-{sha256(found.tail).hexdigest()[:12]}"
        aside = self._path.with_name(name)
        replace_file(self._fs, aside, [found.tail])
        file.truncate(found.end)
        file.sync()
        return aside

    def append(self, expected_head: Head, payload: bytes) -> Head:
        """See Journal. Returns once the line is on the device."""
        file = self._writable()
        size = file.size()
        if size is None:
            raise HeadMoved(
                "Jurnal instansi ini tidak ada lagi di tempatnya; perubahan ini tidak disimpan.",
                where=str(self._path),
                to_do="Pasang kembali media atau sambungan jaringannya, lalu tutup dan buka kembali instansi ini.",
            )
        if expected_head != self._head or size != self._end:
            raise HeadMoved(
                "Jurnal sudah berubah sejak terakhir dibaca; perubahan ini tidak disimpan.",
                where=str(self._path),
                to_do="Tutup lalu buka kembali instansi ini, kemudian ulangi.",
            )
        digest, line = write_line(expected_head.hash, payload)
        try:
            write_all(file, line)
            file.sync()
            head, end = Head(expected_head.seq + 1, digest), self._end + len(line)
            self._head, self._end = head, end
        except OSError as error:
            self._withdraw(file, error)
            raise self._full() from error
        except BaseException:
            self._poison = "penulisan terputus di tengah jalan"
            raise
        return head

    def _writable(self) -> OpenFile:
        if self._poison:
            raise self._poisoned()
        if self._file is None:
            raise StoreReadOnly("Jurnal ini hanya dibuka untuk dibaca.", where=str(self._path))
        return self._file

    def _withdraw(self, file: OpenFile, error: OSError) -> None:
        """Take the started line back when the device is full; poison the handle otherwise.

        Syncing after the cut is no repeated sync: it no longer concerns the line that failed, and everything before
        that line was synced when it was acknowledged.
        """
        if error.errno not in NO_SPACE:
            self._poison = str(error)
            raise self._poisoned() from error
        try:
            file.truncate(self._end)
            file.sync()
        except BaseException as again:
            self._poison = str(again) or type(again).__name__
            raise self._poisoned() from again

    def _full(self) -> StoreFull:
        return StoreFull(
            "Ruang penyimpanan habis; perubahan ini tidak disimpan dan data lama utuh.",
            where=str(self._path),
            to_do="Kosongkan ruang, lalu ulangi.",
        )

    def _poisoned(self) -> StorePoisoned:
        return StorePoisoned(
            f"Penulisan ke media penyimpanan gagal ({self._poison}); belum pasti perubahan terakhir tersimpan.",
            where=str(self._path),
            to_do=_CHECK,
        )

    def close(self) -> None:
        """Let go of the file."""
        if self._file is not None:
            self._file.close()
            self._file = None
            self._poison = self._poison or "sudah ditutup"
