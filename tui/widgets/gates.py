"""The checklist of a step: every condition with a word for its state."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from registry.desk.gates import Gate


class GateList(Vertical):
    """One line a gate: sudah, belum, or perhatian for one that only advises."""

    def __init__(self) -> None:
        super().__init__()
        self.gates: Sequence[Gate] = ()

    def compose(self) -> ComposeResult:
        """Lay out word and sentence side by side."""
        for gate in self.gates:
            with Horizontal(classes="gate"):
                yield Static(_word(gate), classes="gate-word")
                yield Static(
                    Content.assemble((gate.judul, "bold"), "  ", (gate.pesan, "$foreground 80%")), classes="gate-text"
                )

    async def show(self, gates: Sequence[Gate]) -> None:
        """Show the gates."""
        self.gates = gates
        await self.recompose()


def _word(gate: Gate) -> Content:
    if gate.terpenuhi:
        return Content.styled("[sudah]", "bold $text-success")
    return (
        Content.styled("[belum]", "bold $text-error")
        if gate.menghalangi
        else Content.styled("[perhatian]", "bold $text-warning")
    )
