"""The publication gate: everything that is about to leave is searched for private data, whatever it is wrapped in.

Searched are file names, text in any usual encoding, escapes, base64 and hexadecimal runs, packed files and documents, and any
nesting of these. Two things are found: values of the store (`Secrets`), and anything built like a NIK, masked like one or
hashed from one. What cannot be searched - encrypted, damaged, of a closed format - is found too.

A `Leak` names the place and the kind and never repeats the value, for messages are logged, printed and sent around.

**Not found**: what is not text (a photo of an identity card), text in an image's pixels, a NIK with digits left out, split over
rows or reordered, encrypted or home-made encodings, fonts' packed tables (woff2 is searched as it stands).
"""

import codecs
from collections.abc import Callable, Iterable, Iterator, MutableSet
from hashlib import sha256
from pathlib import Path
from typing import Final

from msgspec import Struct

from registry.errors import PublicationBlocked
from registry.publication.containers import Part, Reading, Unreadable, opener_of
from registry.publication.decodings import plain_digits, unescaped, unwrapped, without_nul
from registry.publication.finders import Hit, Jenis, find, find_contiguous
from registry.publication.secrets import Secrets

_CHUNK: Final = 1 << 20
_OVERLAP: Final = 4096
_HEAD: Final = 4096
_DEEPEST: Final = 6
_ENOUGH: Final = 20
_MARKS: Final = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


class Leak(Struct, frozen=True, order=True):
    """One place with private data. tempat: `situs/a.zip > data.csv baris 12`. jenis: what it is, in Indonesian."""

    tempat: str
    jenis: str


def inspect(
    folder: Path,
    secrets: Secrets,
    progress: Callable[[int, int], None] | None = None,
    *,
    clean: MutableSet[str] | None = None,
) -> list[Leak]:
    """Every leak in a folder (or one file), at most 20 a file, in order of place. Empty: it may be published.

    progress: called with bytes done and bytes in all. clean: SHA-256 of contents known to be clean; they are skipped and new ones
    added. It belongs to these very secrets: a caller that keeps it must forget it when the store changes.
    """
    known = set[str]() if clean is None else clean
    files = _files(folder)
    everything, done = sum(path.stat().st_size for _, path in files), 0
    leaks: list[Leak] = []
    for name, path in files:
        leaks += _inspect_file(name, path, secrets, known)
        done += path.stat().st_size
        if progress:
            progress(done, everything)
    return sorted(set(leaks))


def gate_code() -> bytes:
    """SHA-256 of the gate's own source: what was clean for another gate must be searched again."""
    sources = sorted(Path(__file__).parent.glob("*.py"))
    return sha256(b"".join(source.read_bytes() for source in sources)).digest()


def inspect_bytes(name: str, data: bytes, secrets: Secrets) -> list[Leak]:
    """Every leak in one file that is still in memory, its name included; at most 20."""
    search = _Search(secrets)
    search.name(name)
    search.blob(_shown(name, secrets), data, name, depth=0)
    return search.leaks


def refuse_leaks(leaks: Iterable[Leak]) -> None:
    """Raises PublicationBlocked when there are any."""
    places = [f"{leak.tempat} ({leak.jenis})" for leak in leaks]
    if places:
        raise PublicationBlocked(
            f"Penerbitan dihentikan: data pribadi ditemukan di {len(places)} tempat.",
            places,
            to_do="Betulkan datanya di tempat itu (biasanya nama, jabatan, atau unit kerja), lalu ulangi.",
        )


def _files(folder: Path) -> list[tuple[str, Path]]:
    if folder.is_file():
        return [(folder.name, folder)]
    return sorted((path.relative_to(folder).as_posix(), path) for path in folder.rglob("*") if path.is_file())


def _inspect_file(name: str, path: Path, secrets: Secrets, clean: MutableSet[str]) -> list[Leak]:
    search = _Search(secrets)
    search.name(name)
    shown = _shown(name, secrets)
    try:
        digest = _digest(path)
        if digest not in clean:
            before = len(search.leaks)
            _search_file(search, shown, path)
            if len(search.leaks) == before:
                clean.add(digest)
    except OSError:
        search.add(shown, Jenis.TAK_TERPERIKSA)
    return search.leaks


def _search_file(search: "_Search", shown: str, path: Path) -> None:
    """Text of any size goes through in pieces; what must be opened is read whole."""
    with path.open("rb") as file:
        head = file.read(_HEAD)
        if opener_of(path.name, head) or head.startswith(tuple(mark for mark, _ in _MARKS)):
            search.blob(shown, head + file.read(), path.name, depth=0)
        else:
            search.text(shown, _chunks(head, lambda: file.read(_CHUNK)), depth=0)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        state = sha256()
        while piece := file.read(_CHUNK):
            state.update(piece)
    return state.hexdigest()


def _chunks(head: bytes, read: Callable[[], bytes]) -> Iterator[bytes]:
    """Pieces that overlap, so that nothing is cut in two; the last piece is shorter."""
    piece = head + read()
    while piece:
        yield piece
        more = read()
        piece = piece[-_OVERLAP:] + more if more else b""


def _pieces(data: bytes) -> Iterator[bytes]:
    step = _CHUNK
    for start in range(0, max(len(data), 1), step):
        yield data[max(start - _OVERLAP, 0) : start + step]


def _shown(name: str, secrets: Secrets) -> str:
    """The name as a message may show it: when it leaks itself, its digits and any address are blotted out."""
    if not any(_everything(name.encode("utf-8", "surrogateescape"), secrets, depth=0)):
        return name
    return "".join("#" if char.isalnum() else char for char in name)


def _everything(text: bytes, secrets: Secrets, *, depth: int) -> Iterator[Hit]:
    """What is in a text, and in whatever it decodes to."""
    yield from find(text, secrets)
    if depth < _DEEPEST:
        for decode in (unescaped, without_nul, plain_digits):
            for position, piece in decode(text):
                for hit in _everything(piece, secrets, depth=depth + 1):
                    yield Hit(position, hit.jenis)


def _at(tempat: str, line: int, piece: bytes, position: int) -> str:
    lines = piece.count(b"\n", 0, position)
    return f"{tempat} baris {line + lines}"


class _Search:
    """The leaks of one file."""

    def __init__(self, secrets: Secrets) -> None:
        self._secrets = secrets
        self.leaks: list[Leak] = []

    def add(self, tempat: str, jenis: Jenis) -> None:
        leak = Leak(tempat, jenis.value)
        if leak not in self.leaks and len(self.leaks) < _ENOUGH:
            self.leaks.append(leak)

    def name(self, name: str) -> None:
        """The name of a file is published too."""
        shown = _shown(name, self._secrets)
        for hit in _everything(name.encode("utf-8", "surrogateescape"), self._secrets, depth=0):
            self.add(f"nama berkas {shown}", hit.jenis)

    def blob(self, tempat: str, data: bytes, name: str, *, depth: int) -> None:
        """Anything: opened when it can be, read as text when not."""
        opener = opener_of(name, data[:_HEAD])
        if opener is None:
            self._plain(tempat, data, depth)
        elif depth >= _DEEPEST:
            self.add(tempat, Jenis.TAK_TERPERIKSA)
        else:
            try:
                for part in opener(data):
                    self._part(tempat, part, depth + 1)
            except Unreadable:
                self.add(tempat, Jenis.TAK_TERPERIKSA)

    def text(self, tempat: str, pieces: Iterable[bytes], *, depth: int) -> None:
        """Text in pieces that overlap by the same amount."""
        line = 1
        for number, piece in enumerate(pieces):
            if len(self.leaks) >= _ENOUGH:
                return
            line -= piece.count(b"\n", 0, _OVERLAP) if number else 0
            for hit in _everything(piece, self._secrets, depth=depth):
                self.add(_at(tempat, line, piece, hit.position), hit.jenis)
            if depth < _DEEPEST:
                for position, inner in unwrapped(piece):
                    where = _at(tempat, line, piece, position)
                    self.blob(f"{where} > isi tersandi", inner, "", depth=depth + 1)
            line += piece.count(b"\n")

    def _part(self, tempat: str, part: Part, depth: int) -> None:
        where = tempat
        if part.tempat:
            self.name(part.tempat)
            where = f"{tempat} > {_shown(part.tempat, self._secrets)}"
        if part.reading is Reading.NUMBERS:
            for hit in find_contiguous(part.data, self._secrets):
                self.add(where, hit.jenis)
        elif part.reading is Reading.TEXT:
            self.text(where, _pieces(part.data), depth=depth)
        else:
            self.blob(where, part.data, part.tempat, depth=depth)

    def _plain(self, tempat: str, data: bytes, depth: int) -> None:
        for mark, encoding in _MARKS:
            if data.startswith(mark):
                data = data.decode(encoding, "replace").encode("utf-8", "replace")
                break
        self.text(tempat, _pieces(data), depth=depth)
