"""Tables of any length: prepared text operators, one block a page, the header repeated on each.

fpdf2's own table() needs 128 s of CPU for 50,000 rows and its cell() 12 s; what is written here needs about one.
"""

from collections.abc import Iterable, Sequence
from typing import Final

from msgspec import Struct

from registry.letters.face import Face
from registry.letters.paper import Paper

LEADING: Final = 1.26  # line distance, as a part of the font size
ASCENT: Final = 0.87  # from the top of a line to its baseline
PAD: Final = 2.5  # white above and below the text of a row
GAP: Final = 7.0  # white between two columns
OVERHANG: Final = 3.0  # how far header and rules stand out on both sides
EMPTY: Final = "–"  # stands for a text that is not there
_GREY: Final = b"0.93 g"
_RULE: Final = b"0.45 w 0.72 G"


class Column(Struct, frozen=True):
    """One column. width: its share of what is left of the table's width, or points when fixed. right: numbers end at its right edge, in one line.

    lines: how many lines a text may take before it ends in an ellipsis. repeats: the same texts come again and again (units,
    positions), so they are laid out once.
    """

    title: str
    width: float
    right: bool = False
    lines: int = 3
    repeats: bool = False
    fixed: bool = False


class _Cell(Struct, frozen=True):
    """A text laid out: how many lines, the operators that show them, and how far it starts behind the column's left edge."""

    lines: int
    operators: bytes
    shift: float = 0.0


def draw_table(
    paper: Paper,
    columns: Sequence[Column],
    rows: Iterable[Sequence[str]],
    *,
    total: Sequence[str] = (),
    size: float = 7.8,
) -> None:
    """Draw `rows` from `paper.y` on, over as many pages as they need. total: a last row, in bold."""
    table = _Table(paper, columns, size)
    table.begin()
    for row in rows:
        table.add(row)
    if total:
        table.add_total(total)
    table.end()


def _widths(columns: Sequence[Column], total: float) -> list[float]:
    """Points for each column: fixed ones as they are, the others share the rest."""
    rest = total - GAP * (len(columns) - 1) - sum(column.width for column in columns if column.fixed)
    shares = sum(column.width for column in columns if not column.fixed)
    return [column.width if column.fixed else column.width * rest / shares for column in columns]


class _Table:
    """The table being drawn: geometry, and the operators of the present page."""

    def __init__(self, paper: Paper, columns: Sequence[Column], size: float) -> None:
        self.paper = paper
        self.columns = columns
        self.size = size
        self.leading = size * LEADING
        self.widths = _widths(columns, paper.right - paper.left)
        self.lefts = [paper.left + sum(self.widths[:n]) + GAP * n for n in range(len(columns))]
        self.limits = [width * 1000 / size for width in self.widths]
        self.cached: list[dict[str, _Cell]] = [{} for _ in columns]
        self.rules: list[bytes] = []
        self.texts: list[bytes] = []

    def begin(self) -> None:
        """Header first; a new page when not even one row would fit below it."""
        if self.paper.need(5 * self.leading + 4 * PAD):
            self.paper.y = self.paper.margins.top
        self._header(first=True)

    def add(self, row: Sequence[str]) -> None:
        """One row. A new page, with the header, when it does not fit."""
        cells = [self._cell(n, text) for n, text in enumerate(row)]
        self._place(cells, b"")

    def add_total(self, row: Sequence[str]) -> None:
        """The last row, in bold."""
        cells = [self._lay_out(n, text or " ", self.paper.bold) for n, text in enumerate(row)]
        self._place(cells, self.paper.bold.resource)

    def end(self) -> None:
        """Draw what is left of the present page."""
        paper = self.paper
        if self.rules:
            paper.draw(b"/Artifact BMC q %s" % _RULE)
            paper.draw(b"\n".join(self.rules))
            paper.draw(b"S Q EMC")
        if self.texts:
            with paper.marked("P"):
                paper.draw(b"BT %s %.2f Tf %.2f TL" % (paper.regular.resource, self.size, self.leading))
                paper.draw(b"\n".join(self.texts))
                paper.draw(b"ET")
        self.rules.clear()
        self.texts.clear()

    def _cell(self, n: int, text: str) -> _Cell:
        if not self.columns[n].repeats:
            return self._lay_out(n, text, self.paper.regular)
        known = self.cached[n]
        cell = known.get(text)
        if cell is None:
            cell = known[text] = self._lay_out(n, text, self.paper.regular)
        return cell

    def _lay_out(self, n: int, text: str, face: Face, *, lines: int = 0) -> _Cell:
        column, limit = self.columns[n], self.limits[n]
        broken = face.wrap(text or EMPTY, limit, lines or column.lines)
        shift = (limit - max(map(face.width, broken))) * self.size / 1000 if column.right else 0.0
        shown = face.literal(broken[0]) + b" Tj"
        for line in broken[1:]:
            shown += face.literal(line) + b" '"
        return _Cell(len(broken), shown, shift)

    def _place(self, cells: Sequence[_Cell], font: bytes) -> None:
        paper = self.paper
        height = max(cell.lines for cell in cells) * self.leading + 2 * PAD
        if paper.y + height > paper.bottom:
            self.end()
            paper.add_page()
            self._header(first=False)
        baseline = paper.height - paper.y - PAD - ASCENT * self.size
        self.texts.append(self._operators(cells, baseline, font))
        paper.y += height
        edge = paper.height - paper.y
        self.rules.append(b"%.2f %.2f m %.2f %.2f l" % (paper.left - OVERHANG, edge, paper.right + OVERHANG, edge))

    def _operators(self, cells: Sequence[_Cell], baseline: float, font: bytes) -> bytes:
        """Show the cells one after the other, each relative to where the one before began its last line."""
        x = self.lefts[0] + cells[0].shift
        parts = [b"1 0 0 1 %.2f %.2f Tm" % (x, baseline), cells[0].operators]
        drop = cells[0].lines - 1
        for left, cell in zip(self.lefts[1:], cells[1:], strict=True):
            start = left + cell.shift
            parts.append(b"%.2f %.2f Td" % (start - x, drop * self.leading))
            parts.append(cell.operators)
            x, drop = start, cell.lines - 1
        if font:
            parts.insert(0, b"%s %.2f Tf" % (font, self.size))
            parts.append(b"%s %.2f Tf" % (self.paper.regular.resource, self.size))
        return b" ".join(parts)

    def _header(self, *, first: bool) -> None:
        paper = self.paper
        cells = [self._lay_out(n, column.title, paper.bold, lines=3) for n, column in enumerate(self.columns)]
        height = max(cell.lines for cell in cells) * self.leading + 2 * PAD
        top = paper.height - paper.y
        frame = (paper.left - OVERHANG, top - height, paper.right - paper.left + 2 * OVERHANG, height)
        paper.draw(b"/Artifact BMC q %s %.2f %.2f %.2f %.2f re f Q EMC" % (_GREY, *frame))
        shown = self._operators(cells, top - PAD - ASCENT * self.size, paper.bold.resource)
        block = b"BT %.2f TL %s ET" % (self.leading, shown)
        if first:
            with paper.marked("P"):
                paper.draw(block)
        else:
            paper.draw(b"/Artifact BMC " + block + b" EMC")
        paper.y += height
        paper.line((paper.left - OVERHANG, paper.y), (paper.right + OVERHANG, paper.y), 0.9)
