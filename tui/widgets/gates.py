"""The checklist of a step: every condition with a word for its state."""

from collections.abc import Sequence

from textual.content import Content
from textual.widgets import Static

from registry.desk.gates import Gate


class GateList(Static):
    """One line a gate: sudah, belum, or perhatian for one that only advises."""

    def show(self, gates: Sequence[Gate]) -> None:
        """Show the gates."""
        self.update(Content("\n").join(_line(gate) for gate in gates))


def _line(gate: Gate) -> Content:
    word, style = "[sudah]    ", "$text-success"
    if not gate.terpenuhi:
        word, style = ("[belum]    ", "$text-error") if gate.menghalangi else ("[perhatian]", "$text-warning")
    return Content.assemble((word, f"bold {style}"), " ", (gate.judul, "bold"), ("  " + gate.pesan, "$foreground 80%"))
