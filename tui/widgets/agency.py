"""One agency of the list, in full: deadline, progress, and what needs attention, each a shortcut to where it is done."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from registry.desk.gates import Todo
from registry.desk.tenggat import in_words, passed
from registry.workflow.names import FASE
from tui.agencies import InstansiLine
from tui.jumps import jump_to
from tui.widgets.meter import meter, percent
from tui.words import FASE_TONE, TONE_STYLE, number


class AgencyPanel(Vertical):
    """Shows the line it is given."""

    @dataclass
    class Wanted(Message):
        """Something to do was chosen."""

        todo: Todo

    def __init__(self) -> None:
        super().__init__(id="agency")
        self.line: InstansiLine | None = None

    @property
    def todos(self) -> Sequence[Todo]:
        """What needs attention, in the order of the numbers."""
        return self.line.read.langkah if self.line and self.line.read else ()

    def compose(self) -> ComposeResult:
        """Lay out facts and list."""
        yield Static("", id="agency-facts")
        yield OptionList(id="todos", compact=True)

    def show(self, line: InstansiLine | None, now: datetime) -> None:
        """Show an agency as it stands at `now`."""
        same = line is not None and self.line is not None and (line.kode, line.read) == (self.line.kode, self.line.read)
        self.line = line
        self.query_one("#agency-facts", Static).update(_facts(line, now))
        if not same:
            todos = self.query_one("#todos", OptionList)
            todos.clear_options()
            todos.add_options([Option(_todo(n, todo), id=str(n)) for n, todo in enumerate(self.todos, 1)])
            todos.highlighted = 0 if self.todos else None
            todos.set_class(not self.todos, "hidden")

    @on(OptionList.OptionSelected, "#todos")
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.post_message(self.Wanted(self.todos[event.option_index]))


def _todo(place: int, todo: Todo) -> Content:
    return Content.assemble((f"{place}. ", "bold"), todo.pesan, f"  → {jump_to(todo).label}")


def _facts(line: InstansiLine | None, now: datetime) -> Content:
    if line is None:
        return Content("")
    read = line.read
    if read is None:
        if not line.trouble:
            return Content.assemble((line.nama, "bold"), "\nMembaca …")
        trouble = Content.assemble(("Tidak terbaca: ", "bold $text-error"), line.trouble)
        return Content("\n").join([Content.styled(f"{line.nama} ({line.kode})", "bold"), trouble, Content(line.to_do)])
    tone = TONE_STYLE[FASE_TONE[read.instansi.fase]]
    parts = [Content.assemble((line.nama, "bold"), "  ", (FASE[read.instansi.fase], f"bold {tone}"))]
    if line.trouble:
        parts.append(Content.assemble(("Rusak: ", "bold $text-error"), line.trouble))
    if due := line.deadline(now):
        style = "bold $text-error" if passed(due, now) else ""
        parts.append(Content.assemble(f"{due.judul} ", (in_words(due, now), style)))
    done, all_ = read.terverifikasi, read.orang
    share = f"{number(done)} dari {number(all_)} orang terverifikasi ({percent(done, all_)})"
    parts.append(Content.assemble((meter(done, all_, 20), "$text-success"), " ", share if all_ else "Belum ada orang."))
    if not read.langkah:
        parts.append(Content("Tidak ada yang perlu dikerjakan."))
    return Content("\n").join(parts)
