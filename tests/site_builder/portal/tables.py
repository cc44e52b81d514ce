"""Reads the tables of a page: what a reader would copy from it, and the bars beside the figures."""

from html.parser import HTMLParser
from pathlib import Path

Row = tuple[str, ...]


class Tables(HTMLParser):
    """Caption -> rows of cells as text; `bars`: caption -> the width of each row's bar in percent, None without one."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: dict[str, list[Row]] = {}
        self.bars: dict[str, list[float | None]] = {}
        self._caption, self._cells, self._inside, self._in_body = "", [""], "", False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag == "table":
            self._caption = ""
        elif tag == "tbody":
            self._in_body = True
            self.rows[self._caption], self.bars[self._caption] = [], []
        elif tag == "tr":
            self._cells, self._bar = [], None
        elif tag in {"th", "td", "caption"}:
            self._inside = tag
            self._cells.append("")
        elif tag == "rect" and not values.get("class"):
            self._bar = float((values["width"] or "").rstrip("%"))

    def handle_endtag(self, tag: str) -> None:
        if tag == "tbody":
            self._in_body = False
        elif tag == "tr" and self._in_body:
            self.rows[self._caption].append(tuple(" ".join(cell.split()) for cell in self._cells))
            self.bars[self._caption].append(self._bar)
        elif tag in {"th", "td", "caption"}:
            self._inside = ""

    def handle_data(self, data: str) -> None:
        if self._inside == "caption":
            self._caption += data
        elif self._inside:
            self._cells[-1] += data


def tables_of(page: Path) -> Tables:
    """All tables of a page."""
    parser = Tables()
    parser.feed(page.read_text("utf-8"))
    return parser
