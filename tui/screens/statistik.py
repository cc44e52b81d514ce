"""The agency's own numbers as bars: topics on the left, one table of bars, and what came in day by day below."""

from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from registry.desk.kelompok import Kelompok
from registry.desk.statistik import Hari, Sel, Statistik, Topik, percent, statistics
from tui.actions import bindings
from tui.bar_people import people_of_bar
from tui.bars import bar, sparkline
from tui.command import Command
from tui.deeds.statistik import write_csv
from tui.dialogs.file import SaveFile
from tui.moments import write_day
from tui.screens.reading import ReadingRoom
from tui.widgets.columns import Column
from tui.widgets.table import LineTable
from tui.words import number

PRIVATE = "Angka lengkap untuk petugas, tidak untuk diumumkan."
TOPIC_COLUMNS: tuple[Column[Topik], ...] = (Column("judul", "Topik", lambda topik: topik.judul, width=13, grow=1),)
LABEL = 14


@dataclass
class Counted(Message):
    """Everything counted."""

    statistik: Statistik


class StatistikScreen(ReadingRoom):
    """Topics, bars, sparklines."""

    place: ClassVar[str] = "statistik"
    BINDINGS: ClassVar[list[BindingType]] = bindings("statistik")
    AUTO_FOCUS = "#topics"

    def __init__(self) -> None:
        super().__init__()
        self.hari: tuple[Hari, ...] = ()
        self.topik: Topik | None = None
        self.folder = Path.cwd()
        self.bars: LineTable[Sel] = LineTable(self._columns(), lambda sel: sel.nama, empty="Belum ada data.", id="bars")

    def _columns(self) -> tuple[Column[Sel], ...]:
        return (
            Column("nama", "Nilai", lambda sel: sel.nama, width=22, grow=4, ends=True),
            Column("bar", "", self._bar, width=12, grow=5, tone=lambda _: "strong"),
            Column("jumlah", "Orang", lambda sel: number(sel.jumlah), width=7, right=True, sort=lambda sel: sel.jumlah),
            Column("persen", "Persen", self._percent, width=6, right=True, sort=lambda sel: sel.jumlah),
            Column("ms", "MS", lambda sel: self._syarat(sel.ms), width=7, right=True, from_width=76, sort=lambda sel: sel.ms),
            Column("tms", "TMS", lambda sel: self._syarat(sel.tms), width=7, right=True, from_width=76, sort=lambda sel: sel.tms),
        )  # fmt: skip

    def body(self) -> ComposeResult:
        """Lay out the remark, topics beside bars, and the days."""
        yield Static("", id="people-counted", classes="remark")
        yield from self.bar()
        with Horizontal(id="numbers"):
            yield LineTable(TOPIC_COLUMNS, lambda topik: topik.kode, empty="", id="topics")
            with Vertical(id="shown"):
                yield Static("", id="about")
                yield self.bars
                yield Static("", id="one", classes="remark", markup=False)
        yield Static("", id="days")

    # reading

    def load(self) -> None:
        """Count everything."""
        reporter = self.begin_reading()
        self.ask(lambda session: statistics(session.store, session.periode, reporter), Counted, doing="Menghitung")

    @on(Counted)
    def _counted(self, message: Counted) -> None:
        self.end_reading()
        self.hari = message.statistik.hari
        text = f"{number(message.statistik.jumlah)} orang. {PRIVATE}"
        self.query_one("#people-counted", Static).update(text)
        self.query_one("#topics", LineTable).show(message.statistik.topik)
        self._draw_days()

    @on(LineTable.Highlighted, "#topics")
    def _topic_chosen(self, message: LineTable.Highlighted) -> None:
        if isinstance(message.row, Topik):
            self.topik = message.row
            self.query_one("#about", Static).update(message.row.keterangan)
            self.bars.show(message.row.sel)
            self.bars.action_go(0)
        self.refresh_bindings()

    @on(LineTable.Highlighted, "#bars")
    def _bar_chosen(self, message: LineTable.Highlighted) -> None:
        """The bar under the cursor in full: names are cut in the table, and a narrow one has no MS and TMS."""
        told = _in_full(message.row, self.topik) if isinstance(message.row, Sel) and self.topik else ""
        self.query_one("#one", Static).update(told)

    # drawing

    def _bar(self, sel: Sel) -> str:
        width = next((width for column, width in self.bars.laid if column.key == "bar"), 0)
        most = max((one.jumlah for one in self.topik.sel), default=0) if self.topik else 0
        return bar(sel.jumlah, most, width)

    def _percent(self, sel: Sel) -> str:
        share = percent(sel.jumlah, self.topik.dari if self.topik else 0)
        return f"{share:.1f}".replace(".", ",")

    def _syarat(self, count: int) -> str:
        return number(count) if self.topik and self.topik.bersyarat else ""

    def on_resize(self) -> None:
        """Draw the days for the new width."""
        if self.is_mounted:
            self._draw_days()

    def _draw_days(self) -> None:
        if not self.hari:
            self.query_one("#days", Static).update("")
            return
        first, last = write_day(self.hari[0].tanggal), write_day(self.hari[-1].tanggal)
        room = max(8, self.size.width - LABEL - 36)
        lines = [
            _day_line("Tercatat", [day.tercatat for day in self.hari], room),
            _day_line("Diverifikasi", [day.terverifikasi for day in self.hari], room),
            Content.styled(f" Per hari, {first} sampai {last}", "$foreground 70%"),
        ]
        self.query_one("#days", Static).update(Content("\n").join(lines))

    # commands

    def may(self, command: Command) -> bool:
        """Saving needs something shown, stopping something that runs."""
        if not super().may(command):
            return False
        possible = {
            "buka": self.topik is not None,
            "simpan": self.topik is not None and bool(self.topik.sel),
            "berhenti": self.reading,
        }
        return possible.get(command.name, True)

    @on(LineTable.Activated)
    def do_buka(self) -> None:
        """From a topic to its bars; from a bar to the people it counts."""
        if not self.bars.has_focus:
            self.bars.focus()
        elif (sel := self.bars.cursor_row) and self.topik:
            self.working.show_people(people_of_bar(Kelompok(self.topik.kode, sel.nama)))

    def do_pindah(self) -> None:
        """Go from the topics to the bars, or back."""
        (self.query_one("#topics") if self.bars.has_focus else self.bars).focus()

    def do_berhenti(self) -> None:
        """Stop counting."""
        self.stop_reading()

    def do_simpan(self) -> None:
        """Ask where, then write the table shown."""
        topik, instansi = self.topik, self.session.instansi
        if topik and instansi:
            target = self.folder / f"statistik-{instansi.kode}-{topik.kode}.csv"
            self.question(SaveFile(f"Simpan {topik.judul}", f"{topik.keterangan} {PRIVATE}", target), self._save)

    def _save(self, target: Path) -> None:
        if self.topik:
            self.folder = target.parent
            self.write(write_csv(self.topik, target))


def _in_full(sel: Sel, topik: Topik) -> str:
    open_ = sel.jumlah - sel.ms - sel.tms
    parts = [
        f"MS {number(sel.ms)}",
        f"TMS {number(sel.tms)}",
        *([f"perlu diputuskan {number(open_)}"] if open_ else ()),
    ]
    return f"{sel.nama}: {number(sel.jumlah)}" + (f" ({', '.join(parts)})" if topik.bersyarat else "")


def _day_line(label: str, values: list[int], room: int) -> Content:
    total = sum(values)
    most = max(values)
    told = f" {number(total)}" + (f", terbanyak {number(most)} sehari" if total else "")
    return Content.assemble(
        (f" {label:<{LABEL - 1}}", "bold"), (sparkline(values, room), "$text-primary"), (told, "$foreground 75%"),
    )  # fmt: skip
