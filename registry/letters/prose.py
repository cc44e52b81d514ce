"""Running text of a letter: justified paragraphs with bold runs, numbered points, label-and-value lines, the signature.

Nothing about what a letter says; everything moves `paper.y` and starts new pages where it must.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from msgspec import Struct

from registry.letters.face import Face, tidy
from registry.letters.paper import Paper

SIZE: Final = 10.3
LEADING: Final = 15.0
_ASCENT: Final = 0.80
_LOOSEST: Final = 0.55  # widest blank that justifying may add, as a part of the font size

Runs = Sequence[tuple[str, bool]]
Piece = tuple[Face, str]
Word = tuple[Piece, ...]


class Block(Struct, frozen=True):
    """Where and how a paragraph stands. align: 0 left, 0.5 centred; justify: both edges straight, the last line left."""

    left: float
    width: float
    size: float = SIZE
    leading: float = LEADING
    align: float = 0.0
    justify: bool = True
    after: float = 6.0
    kind: str = "P"


class _Line(Struct):
    """Words of one line and their width without stretching, in points."""

    words: list[Word]
    width: float = 0.0


def paragraph(paper: Paper, runs: Runs, block: Block, *, label: str = "") -> None:
    """A paragraph; `label` ("1.") hangs left of its first line. Two lines at least stay together."""
    lines = list(_break(paper, runs, block))
    paper.need(min(len(lines), 2) * block.leading)
    start = 0
    while start < len(lines):
        fitting = max(int((paper.bottom - paper.y) // block.leading), 1)
        if len(lines) - start - fitting == 1:
            fitting -= 1 if fitting > 2 else 0
        _draw_lines(
            paper, lines[start : start + fitting], block, "" if start else label, ends=start + fitting >= len(lines)
        )
        start += fitting
        if start < len(lines):
            paper.add_page()
    paper.y += block.after


def _draw_lines(paper: Paper, lines: Sequence[_Line], block: Block, label: str, *, ends: bool) -> None:
    with paper.marked(block.kind):
        if label:
            at = (block.left - 6, paper.y + _ASCENT * block.size)
            paper.text(at, label, block.size, align=1)
        for n, line in enumerate(lines):
            last = ends and n == len(lines) - 1
            _draw_line(paper, line, block, justify=block.justify and not last)
            paper.y += block.leading


def _draw_line(paper: Paper, line: _Line, block: Block, *, justify: bool) -> None:
    gaps = len(line.words) - 1
    extra = (block.width - line.width) / gaps if justify and gaps else 0.0
    if extra > _LOOSEST * block.size:
        extra = 0.0
    x = block.left + block.align * (block.width - line.width)
    parts = [b"BT %.2f %.2f Td" % (x, paper.height - paper.y - _ASCENT * block.size)]
    for face, strings in _spans(line.words):
        shown = (
            b"%s%d" % (face.literal(text), -round(extra * 1000 / block.size) if text.endswith(" ") else 0)
            for text in strings
        )
        parts.append(b"%s %.2f Tf [%s] TJ" % (face.resource, block.size, b"".join(shown)))
    paper.draw(b" ".join([*parts, b"ET"]))


def _spans(words: Sequence[Word]) -> Iterator[tuple[Face, list[str]]]:
    """Neighbouring pieces of the same face; the blank behind a word is the last character of its last piece."""
    face: Face | None = None
    strings: list[str] = []
    for n, word in enumerate(words):
        for m, (own, text) in enumerate(word):
            if own is not face:
                if face is not None:
                    yield face, strings
                face = own
                strings = list[str]()
            blank = " " if m == len(word) - 1 and n < len(words) - 1 else ""
            strings.append(text + blank)
    if face is not None:
        yield face, strings


def _break(paper: Paper, runs: Runs, block: Block) -> Iterator[_Line]:
    """Lines of words, as many words each as fit."""
    line = _Line([])
    for word in _words(paper, runs, block.width * 1000 / block.size):
        blank = word[0][0].width(" ") * block.size / 1000 if line.words else 0.0
        width = sum(face.width(text) for face, text in word) * block.size / 1000
        if line.words and line.width + blank + width > block.width:
            yield line
            line, blank = _Line([]), 0.0
        line.words.append(word)
        line.width += blank + width
    yield line


def _words(paper: Paper, runs: Runs, limit: float) -> Iterator[Word]:
    """Words between blanks; one word may be partly bold. A word wider than a line comes in several."""
    word: list[Piece] = []
    for text, bold in runs:
        face = paper.bold if bold else paper.regular
        for n, piece in enumerate(_tidy_edges(text).split(" ")):
            if n and word:
                yield tuple(word)
                word = []
            rest = piece
            while face.width(rest) > limit:
                cut = face.fitting(rest, limit)
                yield (*word, (face, rest[:cut]))
                word.clear()
                rest = rest[cut:]
            if rest:
                word.append((face, rest))
    if word:
        yield tuple(word)


def _tidy_edges(text: str) -> str:
    """Tidy, but with the blank at either edge kept: it parts the run from its neighbour."""
    inner = tidy(text)
    before = " " if text[:1].isspace() else ""
    return f"{before}{inner}{' ' if inner and text[-1:].isspace() else ''}"


def fields(paper: Paper, rows: Sequence[tuple[str, str]], *, left: float, width: float, label: float = 92.0) -> None:
    """Lines `label : value`, the colons below each other, long values hanging."""
    for name, value in rows:
        lines = paper.regular.wrap(value or "–", (width - label - 10) * 1000 / SIZE, 6)
        paper.need(len(lines) * LEADING)
        with paper.marked("P"):
            for n, line in enumerate(lines):
                base = paper.y + _ASCENT * SIZE
                if n == 0:
                    paper.text((left, base), name, SIZE)
                    paper.text((left + label, base), ":", SIZE)
                paper.text((left + label + 10, base), line, SIZE)
                paper.y += LEADING
    paper.y += 6


class Signature(Struct, frozen=True):
    """Who signs, where and when. `meterai`: a box for the duty stamp. nip: empty where it must not be printed."""

    place_and_date: str
    jabatan: str
    nama: str
    nip: str = ""
    meterai: bool = False


def signature(paper: Paper, sign: Signature) -> None:
    """The signature block, right half of the page, never parted from itself."""
    left = paper.left + (paper.right - paper.left) * 0.5
    limit = (paper.right - left) * 1000 / SIZE
    jabatan = paper.regular.wrap(f"{sign.jabatan},", limit, 4)
    nama = paper.bold.wrap(sign.nama or "." * 44, limit, 3)
    gap = 82.0 if sign.meterai else 58.0
    paper.need((len(jabatan) + len(nama) + 3) * LEADING + gap)
    paper.y += LEADING * 0.6
    with paper.marked("P"):
        place = paper.regular.wrap(sign.place_and_date, limit, 2) if sign.place_and_date else ()
        for line in (*place, *jabatan):
            _put(paper, left, line)
        if sign.meterai:
            _duty_stamp(paper, left)
        paper.y += gap
        for line in nama:
            _put(paper, left, line, bold=True)
        if sign.nip:
            _put(paper, left, f"NIP {sign.nip}")


def _put(paper: Paper, x: float, text: str, *, bold: bool = False) -> None:
    paper.text((x, paper.y + _ASCENT * SIZE), text, SIZE, bold=bold)
    paper.y += LEADING


def _duty_stamp(paper: Paper, left: float) -> None:
    """A dashed box left of the place for the signature, which then runs over its edge as the law asks."""
    wide, high = 62.0, 54.0
    x, top = left - wide * 0.55, paper.y + 12
    corners = ((x, top), (x + wide, top), (x + wide, top + high), (x, top + high))
    for start, end in zip(corners, (*corners[1:], corners[0]), strict=True):
        paper.line(start, end, 0.6, dash=b"[3 2.2] 0 d")
    paper.text((x + wide / 2, top + high / 2 - 2), "METERAI", 7.2, align=0.5)
    paper.text((x + wide / 2, top + high / 2 + 8), "Rp10.000", 7.2, align=0.5)
