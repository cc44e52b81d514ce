"""The outer form all letters share: letterhead, title, numbered points, heading of an attachment, foot of every page."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Final

from msgspec import Struct

from registry.letters.kop import address_lines, head_lines
from registry.letters.paper import CLOSE, LETTER, LIST, Margins, Paper
from registry.letters.prose import LEADING, SIZE, Block, Runs, height, paragraph
from registry.model.instansi import Instansi
from registry.normalise.text import format_number

_WAYS: Final = (  # margins, line distance, size of type: each holds a little more than the one before
    (LETTER, 1.0, 1.0),
    (LETTER, 0.94, 1.0),
    (LETTER, 0.88, 1.0),
    (CLOSE, 0.92, 0.97),
    (CLOSE, 0.9, 0.94),
    (CLOSE, 0.88, 0.91),
    (CLOSE, 0.86, 0.88),
)
_INDENT: Final = 24.0
_SMALL: Final = 8.4
FRAME: Final = 34.0  # height of what `framed` draws
_FOOT: Final = 6.9


def fitted(name: str, author: str, moment: datetime, draw: Callable[[Paper], None]) -> Paper:
    """A document that opens with the letter `draw` draws: on one page when closer lines and smaller type make that possible."""
    for margins, spread, zoom in _WAYS:
        paper = Paper(name, author=author, moment=moment)
        paper.spread, paper.zoom = spread, zoom
        _draw(paper, margins, draw)
        if len(paper.sheets) == 1:
            return paper
        paper.discard()
    paper = Paper(name, author=author, moment=moment)
    _draw(paper, LETTER, draw)
    return paper


def _draw(paper: Paper, margins: Margins, draw: Callable[[Paper], None]) -> None:
    paper.add_page(margins)
    draw(paper)
    paper.spread = paper.zoom = 1.0  # what follows the letter


def letterhead(paper: Paper, instansi: Instansi) -> None:
    """The agency's own lines, the last one largest, its addresses below, and a thick and a thin rule."""
    lines = head_lines(instansi)
    for n, line in enumerate(lines):
        size = _largest(paper, line, 15.0 if n == len(lines) - 1 else 12.5)
        _centred(paper, line, size, bold=True, spread=1.28)
    paper.y += 2
    for line in address_lines(instansi.kop):
        _centred(paper, line, _SMALL, bold=False, spread=1.35)
    paper.y += 5
    paper.line((paper.left, paper.y), (paper.right, paper.y), 2.0)
    paper.line((paper.left, paper.y + 2.8), (paper.right, paper.y + 2.8), 0.6)
    paper.y += 20


def _largest(paper: Paper, line: str, size: float) -> float:
    """The size at which `line` fits in one line, but not under 11 points: then it takes two."""
    fitting = (paper.right - paper.left) * 1000 / max(paper.bold.width(line), 1.0)
    return min(size, fitting) if fitting >= 11.0 else size


def _centred(paper: Paper, text: str, size: float, *, bold: bool, spread: float) -> None:
    block = Block(paper.left, paper.right - paper.left, size, size * spread, align=0.5, justify=False, after=0)
    paragraph(paper, ((text, bold),), block)


def title(paper: Paper, heading: str, number: str, about: str, *, joint: str = "TENTANG") -> None:
    """Heading, number and subject, centred. joint: the word between number and subject, may be empty."""
    width = paper.right - paper.left
    block = Block(paper.left, width, 13.0, 18.0, align=0.5, justify=False, after=1, kind="H1")
    paragraph(paper, ((heading, True),), block)
    plain = Block(paper.left, width, SIZE, LEADING, align=0.5, justify=False, after=4)
    paragraph(paper, ((f"NOMOR {number or '.' * 36}", False),), plain)
    if joint:
        paragraph(paper, ((joint, False),), plain)
    paragraph(
        paper, ((about, True),), Block(paper.left + 24, width - 48, 10.8, 15.6, align=0.5, justify=False, after=14)
    )


def text(paper: Paper, runs: Runs, *, align: float = 0.0) -> None:
    """One paragraph of the letter, over its full width; justified unless it is aligned."""
    paragraph(paper, runs, Block(paper.left, paper.right - paper.left, align=align, justify=not align))


def addressee(paper: Paper, who: str) -> None:
    """`Yth. ...`, `di Jakarta`."""
    block = Block(paper.left, paper.right - paper.left, justify=False, after=0)
    paragraph(paper, ((f"Yth. {who}", False),), block)
    paragraph(paper, (("di Jakarta", False),), block)
    paper.y += 14


def framed(paper: Paper, name: str, value: str, *, below: float) -> None:
    """A value that must be found at a glance: named, in bold, between two hairlines. below: room for what stays with it."""
    paper.need(FRAME + below)
    top, low = paper.y + 2, paper.y + 22
    paper.line((paper.left, top), (paper.right, top), 0.5)
    paper.line((paper.left, low), (paper.right, low), 0.5)
    with paper.marked("P"):
        paper.text((paper.left, top + 13.2), name, _SMALL)
        paper.text((paper.right, top + 13.2), value, _SMALL, bold=True, align=1)
    paper.y = low + 12


def classified(paper: Paper, word: str) -> None:
    """A framed word at the right: this letter is not for everybody."""
    size, pad = 8.6, 5.0
    wide = paper.bold.width(word) * size / 1000 + 2 * pad
    left, right, top, low = paper.right - wide, paper.right, paper.y, paper.y + size + 2 * pad - 2
    corners = ((left, top), (right, top), (right, low), (left, low))
    for start, end in zip(corners, (*corners[1:], corners[0]), strict=True):
        paper.line(start, end, 0.8)
    with paper.marked("P"):
        paper.text((left + pad, top + size + pad - 2.6), word, size, bold=True)
    paper.y = low + 14


def numbered(paper: Paper, points: Sequence[Runs], *, first: int = 1, below: float = 0.0) -> None:
    """Points 1., 2., ... with hanging numbers. below: room for what must not part from the last one."""
    block = Block(paper.left + _INDENT, paper.right - paper.left - _INDENT, after=4.2)
    for n, runs in enumerate(points, first):
        if below and runs is points[-1]:
            paper.need(height(paper, [runs], block) + 3 + below)
        paragraph(paper, runs, block, label=f"{n}.")
    paper.y += 3


def attachment(paper: Paper, reference: str, heading: str, *, landscape: bool = False) -> None:
    """A new page with what it belongs to and what it is."""
    paper.add_page(LIST, landscape=landscape)
    width = paper.right - paper.left
    paragraph(paper, ((reference, False),), Block(paper.left, width, _SMALL, 11.4, justify=False, after=9))
    subheading(paper, heading)


def subheading(paper: Paper, heading: str) -> None:
    """A centred bold heading above a table."""
    paper.need(90)
    width = paper.right - paper.left
    block = Block(paper.left, width, 11.5, 15.5, align=0.5, justify=False, after=8, kind="H2")
    paragraph(paper, ((heading, True),), block)


def small(paper: Paper, line: str) -> None:
    """A line in small type."""
    paragraph(
        paper, ((line, False),), Block(paper.left, paper.right - paper.left, _SMALL, 11.8, justify=False, after=0)
    )


def note(paper: Paper, runs: Runs) -> None:
    """A small remark below a table."""
    paper.y += 6
    paragraph(paper, runs, Block(paper.left, paper.right - paper.left, _SMALL, 11.8, after=2))


class Foot(Struct, frozen=True):
    """What stands at the foot of every page: what this is, the fingerprint of the list, the version of the text."""

    title: str
    version: str
    fingerprint: str = ""


def foot(paper: Paper, said: Foot) -> None:
    """Draw the foot on all pages; to be called last, when their number is known."""
    total = format_number(len(paper.sheets))
    for n, sheet in enumerate(paper.sheets, 1):
        left, right, base = sheet.margins.left, sheet.width - sheet.margins.right, 30.0
        number = f"Halaman {format_number(n)} dari {total}"
        room = (right - left) * 1000 / _FOOT - paper.regular.width(number + said.version) - 2000
        place = b"BT %s %.2f Tf" % (paper.regular.resource, _FOOT)
        rows = [(left, base, paper.regular.shorten(said.title, room), 0), (right, base, number, 1)]
        if said.fingerprint:
            rows.append((left, base - 9.5, f"Sidik daftar (SHA-256) {said.fingerprint}", 0))
        rows.append((right, base - 9.5, said.version, 1))
        shown = b" ".join(
            b"1 0 0 1 %.2f %.2f Tm %s Tj"
            % (x - align * paper.regular.width(text) * _FOOT / 1000, y, paper.regular.literal(text))
            for x, y, text, align in rows
        )
        rule = b"q 0.72 G 0.45 w %.2f %.2f m %.2f %.2f l S Q" % (left, base + 10, right, base + 10)
        paper.draw(b"/Artifact BMC %s %s 0.3 g %s 0 g ET EMC" % (rule, place, shown), page=n)
