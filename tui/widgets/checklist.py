"""A checklist whose lines lead somewhere: conditions of the next step, and the blanks of the SPTJM."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from textwrap import fill
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from registry.desk.gates import Gate
from registry.desk.sptjm_isi import Isian
from registry.desk.tally import Tally
from tui.jumps import SETTINGS, Jump, jump_of

WORD = 12
ROOM = 60


@dataclass(frozen=True, slots=True)
class Line:
    """One line. mark: its state in a word, with a style. jump: where it is dealt with. title: the line is a heading."""

    text: Content
    jump: Jump | None = None
    title: bool = False


class Checklist(OptionList, inherit_bindings=False):
    """Up and down, a click, and Enter (a command of the screen) go to where a line is dealt with."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "cursor_down", "Ke bawah", show=False),
        Binding("up", "cursor_up", "Ke atas", show=False),
        Binding("pagedown", "page_down", "Satu layar ke bawah", show=False),
        Binding("pageup", "page_up", "Satu layar ke atas", show=False),
        Binding("home", "first", "Baris pertama", show=False),
        Binding("end", "last", "Baris terakhir", show=False),
    ]

    def __init__(self, id: str) -> None:  # noqa: A002  Textual's own name
        super().__init__(id=id, compact=True)
        self.lines: Sequence[Line] = ()

    def show(self, lines: Sequence[Line]) -> None:
        """Show other lines; the first that leads somewhere and is unmet stands out."""
        kept = self.highlighted if len(lines) == len(self.lines) else None
        self.lines = lines
        self.clear_options()
        self.add_options([Option(line.text, disabled=line.title) for line in lines])
        first = next((n for n, line in enumerate(lines) if line.jump), None)
        self.highlighted = kept if kept is not None else first

    @property
    def jump(self) -> Jump | None:
        """Where the highlighted line leads."""
        place = self.highlighted
        return self.lines[place].jump if place is not None and place < len(self.lines) else None


def gate_lines(gates: Sequence[Gate], counted: Tally) -> Iterator[Line]:
    """The conditions, unmet ones with what is missing below and where that is done."""
    for gate in gates:
        jump = None if gate.terpenuhi else jump_of(gate.kode, counted)
        word, style = _state(gate)
        head = Content.assemble((word.ljust(WORD), f"bold {style}"), (gate.judul, "bold"))
        if gate.terpenuhi:
            yield Line(Content.assemble(head, (_beside(gate), "$foreground 70%")))
        else:
            yield Line(_with_way(head, jump) + Content(f"\n{_below(gate.pesan)}"), jump)


def blank_lines(blanks: Sequence[Isian]) -> Iterator[Line]:
    """The blanks of the SPTJM, missing ones with the way to the settings."""
    for blank in blanks:
        if blank.nilai:
            head = Content.assemble(("[ada]".ljust(WORD), "bold $text-success"), (blank.judul, "bold"))
            yield Line(Content.assemble(head, (f"  {blank.nilai}", "$foreground 70%")), SETTINGS)
        else:
            word, style = ("[kosong]", "$text-warning") if blank.kurang else ("[boleh]", "$foreground 70%")
            head = Content.assemble((word.ljust(WORD), f"bold {style}"), (blank.judul, "bold"))
            yield Line(_with_way(head, SETTINGS), SETTINGS)


def heading(text: str) -> Line:
    """A line between groups."""
    return Line(Content.styled(text, "bold $text-primary"), title=True)


def _beside(gate: Gate) -> str:
    """What is said of a met condition: behind its name where both fit into a narrow terminal, else below."""
    if gate.pesan == "Sudah.":
        return ""
    return f"  {gate.pesan}" if len(gate.judul + gate.pesan) <= ROOM else f"\n{_below(gate.pesan)}"


def _below(text: str) -> str:
    """In lines of its own, indented, that fit into a narrow terminal."""
    indent = " " * WORD
    return fill(text, WORD + ROOM + 3, initial_indent=indent, subsequent_indent=indent)


def _with_way(head: Content, jump: Jump | None) -> Content:
    return head + Content.styled(f"  -> {jump.label}", "$text-accent") if jump else head


def _state(gate: Gate) -> tuple[str, str]:
    if gate.terpenuhi:
        return "[sudah]", "$text-success"
    return ("[belum]", "$text-error") if gate.menghalangi else ("[perhatian]", "$text-warning")
