"""Running text of a letter: justified paragraphs with bold runs, numbered points, label-and-value lines, the signature.

Nothing about what a letter says; everything moves `paper.y` and starts new pages where it must.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from registry.letters.face import NO_BREAK, Face
from registry.letters.paper import Paper

SIZE: Final = 10.2
LEADING: Final = 14.3
_BLANKS: Final = re.compile(r"[^\S\u00a0]+")  # where a line may end
_STRETCH: Final = re.compile(r"[^ \u00a0]*[ \u00a0]|[^ \u00a0]+")  # each with the blank that justifying widens
_ASCENT: Final = 0.80
_WIDENED: Final = (" ", NO_BREAK)
_LOOSEST: Final = 0.95  # widest blank that justifying may add, as a part of the font size

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
    """A paragraph; `label` ("1.") hangs left of its first line. No line of it stands alone on a page."""
    block = _fitted(paper, block)
    lines = _break(paper, runs, block)
    while lines:
        fitting = _fitting(paper, len(lines), block.leading)
        if fitting:
            last = fitting == len(lines)
            _draw_lines(paper, lines[:fitting], block, label, ends=last)
            lines, label = lines[fitting:], ""
        if lines:
            paper.add_page()
    paper.y += block.after


def height(paper: Paper, texts: Sequence[Runs], block: Block) -> float:
    """The room these paragraphs take."""
    block = _fitted(paper, block)
    return sum(len(_break(paper, runs, block)) * block.leading + block.after for runs in texts)


def _fitted(paper: Paper, block: Block) -> Block:
    """The block in the sizes of this paper."""
    closeness = paper.zoom * paper.spread
    return replace(
        block, size=block.size * paper.zoom, leading=block.leading * closeness, after=block.after * closeness
    )


def _fitting(paper: Paper, count: int, leading: float) -> int:
    """How many of `count` lines go on this page, so that at least two stand on either side of a page's end."""
    fitting = min(int((paper.bottom - paper.y) / leading + 0.01), count)
    if count - fitting == 1:
        fitting -= 1
    if fitting >= min(count, 2):
        return fitting
    return count if paper.y <= paper.margins.top else 0


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
    gaps = len(line.words) - 1 + sum(text.count(NO_BREAK) for word in line.words for _, text in word)
    extra = (block.width - line.width) / gaps if justify and gaps else 0.0
    if extra > _LOOSEST * block.size:
        extra = 0.0
    x = block.left + block.align * (block.width - line.width)
    parts = [b"BT %.2f %.2f Td" % (x, paper.height - paper.y - _ASCENT * block.size)]
    for face, strings in _spans(line.words):
        shown = (
            b"%s%d" % (face.literal(text), -round(extra * 1000 / block.size) if text.endswith(_WIDENED) else 0)
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
            strings += _STRETCH.findall(text + blank)
    if face is not None:
        yield face, strings


def _break(paper: Paper, runs: Runs, block: Block) -> list[_Line]:
    """Lines of words such that the white left over is spread evenly, the last line aside."""
    scale = block.size / 1000
    words = list(_words(paper, runs, block.width / scale))
    widths = [sum(face.width(text) for face, text in word) * scale for word in words]
    blanks = [word[-1][0].width(" ") * scale for word in words]
    best: list[tuple[float, int]] = [(0.0, len(words))]  # from the last word backwards: cost, where its line ends
    for start in range(len(words) - 1, -1, -1):
        width, choices = 0.0, list[tuple[float, int]]()
        for end in range(start + 1, len(words) + 1):
            width += widths[end - 1] + (blanks[end - 2] if end > start + 1 else 0.0)
            if width > block.width and end > start + 1:
                break
            spare = 0.0 if end == len(words) else ((block.width - width) / block.width) ** 2 + 0.002
            choices.append((spare + best[len(words) - end][0], end))
        best.append(min(choices))
    return _lines(words, widths, blanks, [end for _, end in reversed(best)])


def _lines(words: Sequence[Word], widths: Sequence[float], blanks: Sequence[float], ends: Sequence[int]) -> list[_Line]:
    """Cut at the chosen ends. ends[n]: where a line that starts with word n stops."""
    lines: list[_Line] = []
    start = 0
    while start < len(words):
        end = ends[start]
        lines.append(_Line(list(words[start:end]), sum(widths[start:end]) + sum(blanks[start : end - 1])))
        start = end
    return lines


def _words(paper: Paper, runs: Runs, limit: float) -> Iterator[Word]:
    """Words between blanks; one word may be partly bold. A word wider than a line comes in several."""
    word: list[Piece] = []
    for text, bold in runs:
        face = paper.bold if bold else paper.regular
        for n, piece in enumerate(_BLANKS.split(unicodedata.normalize("NFC", text))):
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


def fields(paper: Paper, rows: Sequence[tuple[str, str]], *, left: float, width: float, label: float = 92.0) -> None:
    """Lines `label : value`, the colons below each other, long values hanging."""
    size, leading = SIZE * paper.zoom, LEADING * paper.zoom * paper.spread
    for name, value in rows:
        lines = paper.regular.wrap(value or "–", (width - label - 10) * 1000 / size, 6)
        paper.need(len(lines) * leading)
        with paper.marked("P"):
            for n, line in enumerate(lines):
                base = paper.y + _ASCENT * size
                if n == 0:
                    paper.text((left, base), name, size)
                    paper.text((left + label, base), ":", size)
                paper.text((left + label + 10, base), line, size)
                paper.y += leading
    paper.y += 6


class Signature(Struct, frozen=True):
    """Who signs, where and when. `meterai`: a box for the duty stamp. nip: empty where it must not be printed."""

    place_and_date: str
    jabatan: str
    nama: str
    nip: str = ""
    meterai: bool = False


def closing(paper: Paper, texts: Sequence[Runs], sign: Signature, *, below: float = 0.0) -> None:
    """The last paragraphs and the signature. They stay together: no signature stands alone on a page.

    below: height of what must stand on the same page under the signature.
    """
    paper.need(closing_height(paper, texts, sign) + below)
    for runs in texts:
        paragraph(paper, runs, Block(paper.left, paper.right - paper.left))
    _Signed(paper, sign).draw()


def closing_height(paper: Paper, texts: Sequence[Runs], sign: Signature) -> float:
    """The room that `closing` takes with these."""
    return height(paper, texts, Block(paper.left, paper.right - paper.left)) + _Signed(paper, sign).height


class _Signed:
    """The signature block, in the right half of the page."""

    def __init__(self, paper: Paper, sign: Signature) -> None:
        self.paper, self.sign = paper, sign
        self.left = paper.left + (paper.right - paper.left) * 0.5
        limit = (paper.right - self.left) * 1000 / (SIZE * paper.zoom)
        self.above = [
            *(paper.regular.wrap(sign.place_and_date, limit, 2) if sign.place_and_date else ()),
            *paper.regular.wrap(f"{sign.jabatan},", limit, 4),
        ]
        self.names = paper.bold.wrap(sign.nama or "." * 44, limit, 3)
        self.gap = 80.0 if sign.meterai else 54.0
        self.height = (len(self.above) + len(self.names) + 1.6) * LEADING * paper.zoom * paper.spread + self.gap

    def draw(self) -> None:
        """Place, date and office, room for stamp and signature, name and NIP."""
        paper = self.paper
        paper.y += LEADING * paper.zoom * paper.spread * 0.6
        with paper.marked("P"):
            for line in self.above:
                _put(paper, self.left, line)
            if self.sign.meterai:
                _duty_stamp(paper, self.left)
            paper.y += self.gap
            for line in self.names:
                _put(paper, self.left, line, bold=True)
            if self.sign.nip:
                _put(paper, self.left, f"NIP {self.sign.nip}")


def _put(paper: Paper, x: float, text: str, *, bold: bool = False) -> None:
    size = SIZE * paper.zoom
    paper.text((x, paper.y + _ASCENT * size), text, size, bold=bold)
    paper.y += LEADING * paper.zoom * paper.spread


def _duty_stamp(paper: Paper, left: float) -> None:
    """A dashed box left of the place for the signature, which then runs over its edge as the law asks."""
    wide, high = 62.0, 54.0
    x, top = left - wide * 0.55, paper.y + 12
    corners = ((x, top), (x + wide, top), (x + wide, top + high), (x, top + high))
    for start, end in zip(corners, (*corners[1:], corners[0]), strict=True):
        paper.line(start, end, 0.6, dash=b"[3 2.2] 0 d")
    paper.text((x + wide / 2, top + high / 2 - 2), "METERAI", 7.2, align=0.5)
    paper.text((x + wide / 2, top + high / 2 + 8), "Rp10.000", 7.2, align=0.5)
