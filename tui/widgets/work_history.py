"""The decrees of one person as a table, and below it how the length of service comes about. Edited in memory until it is saved.

It can be filled and asked before it is mounted: most people's decrees are never looked at.
"""

from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from registry.desk.penjelasan import MasaKerja
from registry.desk.sk import Sk
from tui.moments import write_day
from tui.widgets.columns import Column
from tui.widgets.explained import service_lines
from tui.widgets.table import LineTable
from tui.words import number


@dataclass(frozen=True, slots=True)
class Line:
    """One decree with the days it adds; None while they are not computed."""

    place: int
    one: Sk
    days: int | None


def _day(line: Line, name: str, empty: str) -> str:
    day = getattr(line.one.sk, name)
    return write_day(day) if day else empty


COLUMNS: tuple[Column[Line], ...] = (
    Column("no", "No.", lambda line: str(line.place + 1), width=3, right=True, sort=lambda line: line.place),
    Column("nomor_sk", "Nomor SK", lambda line: line.one.sk.nomor_sk or "(tanpa nomor)", width=18, grow=1),
    Column("mulai", "Mulai", lambda line: _day(line, "tanggal_mulai", "?"), width=10,
           sort=lambda line: str(line.one.sk.tanggal_mulai)),
    Column("akhir", "Akhir", lambda line: _day(line, "tanggal_akhir", "sekarang"), width=10,
           sort=lambda line: str(line.one.sk.tanggal_akhir)),
    Column("hari", "Dihitung", lambda line: "" if line.days is None else f"{number(line.days)} hari", width=10, right=True,
           sort=lambda line: line.days or 0),
    Column("jabatan", "Jabatan", lambda line: line.one.sk.jabatan, width=14, grow=1),
    Column("unit_kerja", "Unit kerja", lambda line: line.one.sk.unit_kerja, width=18, grow=1, ends=True, from_width=96),
    Column("penanda_tangan", "Penanda tangan", lambda line: line.one.sk.penanda_tangan, width=14, grow=1, from_width=112),
)  # fmt: skip


class WorkHistory(Vertical):
    """`first`: the decrees as recorded; `decrees`: as they stand now."""

    class Edited(Message):
        """A decree was added, changed or removed."""

    def __init__(self) -> None:
        super().__init__(id="kerja")
        self.first: tuple[Sk, ...] = ()
        self.decrees: tuple[Sk, ...] = ()
        self.days: dict[int, int] = {}
        self._explained = Content("")

    def compose(self) -> ComposeResult:
        """Table above, explanation below."""
        yield LineTable(
            COLUMNS, lambda line: str(line.place), id="decrees", empty="Belum ada SK. Tekan t untuk menambah."
        )
        with VerticalScroll(id="service-scroll"):
            yield Static("", id="service")

    def on_mount(self) -> None:
        """Show what was filled in before anybody looked."""
        self._draw()
        self.query_one("#service", Static).update(self._explained)

    @property
    def changed(self) -> bool:
        """The history is not what is recorded."""
        return tuple(one.sk for one in self.decrees) != tuple(one.sk for one in self.first)

    @property
    def place(self) -> int | None:
        """Where the decree under the cursor stands in the history."""
        row = next((table.cursor_row for table in self.query(LineTable)), None)
        return row.place if isinstance(row, Line) else None

    def fill(self, recorded: tuple[Sk, ...], *, keep: bool) -> None:
        """Show a recorded history. keep: one that was changed since stays, unsaved."""
        kept = keep and self.changed
        self.first = recorded
        if not kept:
            self.decrees = recorded
        self._draw()

    def settle(self, saved: tuple[Sk, ...]) -> None:
        """The decrees as saved are those on disk now."""
        self.first = saved

    def put(self, place: int | None, one: Sk) -> None:
        """Change the decree at a place, or add one at the end."""
        before = self.decrees if place is None else self.decrees[:place]
        after = () if place is None else self.decrees[place + 1 :]
        self._take((*before, one, *after))
        self.query_one("#decrees", LineTable).go_to(str(len(before)))

    def remove_at(self, place: int) -> Sk:
        """Take a decree out; which one it was."""
        gone = self.decrees[place]
        self._take((*self.decrees[:place], *self.decrees[place + 1 :]))
        return gone

    def explain(self, masa: MasaKerja) -> None:
        """Show how the length of service comes about."""
        self.days = {step.place: step.hari for step in masa.langkah}
        self._explained = Content("\n").join(service_lines(masa))
        self._draw()
        for line in self.query("#service").results(Static):
            line.update(self._explained)

    def _take(self, decrees: tuple[Sk, ...]) -> None:
        self.decrees = decrees
        self.days = {}
        self._draw()
        self.post_message(self.Edited())

    def _draw(self) -> None:
        lines = [Line(place, one, self.days.get(place)) for place, one in enumerate(self.decrees)]
        for table in self.query(LineTable):  # none before the first look
            table.show(lines)
