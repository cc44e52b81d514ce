"""The checklist of a step: every condition with a word for its state."""

from collections.abc import Iterator, Sequence

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from registry.desk.gates import Gate

WORD = 12


class GateList(Widget):
    """One line a gate: sudah, belum, or perhatian for one that only advises; what does not fit goes on below its beginning."""

    def __init__(self) -> None:
        super().__init__()
        self.gates: Sequence[Gate] = ()

    def show(self, gates: Sequence[Gate]) -> None:
        """Show the gates."""
        self.gates = gates
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the sentences need."""
        del container, viewport
        return len(list(self._lines(width)))

    def render(self) -> Content:
        """Draw word and sentence side by side."""
        return Content("\n").join(self._lines(self.content_size.width))

    def _lines(self, width: int) -> Iterator[Content]:
        for gate in self.gates:
            text = Content.assemble((gate.judul, "bold"), "  ", (gate.pesan, "$foreground 80%"))
            for n, line in enumerate(text.wrap(max(WORD, width - WORD))):
                word = Content("") if n else _word(gate)
                yield word.pad_right(WORD - word.cell_length) + line


def _word(gate: Gate) -> Content:
    if gate.terpenuhi:
        return Content.styled("[sudah]", "bold $text-success")
    return (
        Content.styled("[belum]", "bold $text-error")
        if gate.menghalangi
        else Content.styled("[perhatian]", "bold $text-warning")
    )
