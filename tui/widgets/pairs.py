"""Words with a sentence each, side by side; what does not fit goes on below its own beginning. One widget for all of them."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

NONE = Content("")


class Pairs(Widget):
    """`first`: cells for the words, `gap` of them blank. A pair without a sentence is a heading over the whole width."""

    def __init__(self, pairs: Sequence[tuple[Content, Content | None]] = (), *, first: int, gap: int) -> None:
        super().__init__()
        self.pairs = pairs
        self.first = first
        self.gap = gap
        self._laid: tuple[int, list[Content]] = (0, [])

    def put(self, pairs: Sequence[tuple[Content, Content | None]]) -> None:
        """Show others."""
        self.pairs = pairs
        self._laid = (0, [])
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the sentences need."""
        del container, viewport
        return len(self._lines_at(width))

    def render(self) -> Content:
        """Draw words and sentences."""
        return Content("\n").join(self._lines_at(self.content_size.width))

    def _lines_at(self, width: int) -> list[Content]:
        if self._laid[0] != width:
            self._laid = (width, list(self._lines(width)))
        return self._laid[1]

    def _lines(self, width: int) -> Iterator[Content]:
        for word, sentence in self.pairs:
            if sentence is None:
                yield from word.wrap(max(1, width))
                continue
            room = max(self.first, width - self.first)
            for left, right in zip_longest(word.wrap(self.first - self.gap), sentence.wrap(room), fillvalue=NONE):
                yield left.pad_right(self.first - left.cell_length) + right
