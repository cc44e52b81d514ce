"""The checklist of a step: every condition with a word for its state."""

from collections.abc import Sequence

from textual.content import Content

from registry.desk.gates import Gate
from tui.widgets.pairs import Pairs


class GateList(Pairs):
    """One line a gate: sudah, belum, or perhatian for one that only advises."""

    def __init__(self) -> None:
        super().__init__(first=12, gap=1)

    def show(self, gates: Sequence[Gate]) -> None:
        """Show the gates."""
        self.put([(_word(gate), _sentence(gate)) for gate in gates])


def _sentence(gate: Gate) -> Content:
    return Content.assemble((gate.judul, "bold"), "  ", (gate.pesan, "$foreground 80%"))


def _word(gate: Gate) -> Content:
    if gate.terpenuhi:
        return Content.styled("[sudah]", "bold $text-success")
    return (
        Content.styled("[belum]", "bold $text-error")
        if gate.menghalangi
        else Content.styled("[perhatian]", "bold $text-warning")
    )
