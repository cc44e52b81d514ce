"""What waits for a person, to look at: groups with counts, search, rows of files and people, the comparison below. Nothing is decided here."""

from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.message import Message
from textual.widgets import Input, Static

from registry.desk import tunggu as desk
from registry.desk.alasan import Alasan
from registry.desk.antrean import BelumSyarat, without_syarat
from registry.model import tables
from registry.model.impor import BarisTunggu
from registry.model.pegawai import Pegawai
from tui.reasons import read_alasan
from tui.screens.base import RoomScreen
from tui.session import Session
from tui.waiting import NO_GROUP, Group, Queue, index_queue, mask_of, reasons_of, why
from tui.widgets.columns import Column
from tui.widgets.comparison import describe_person, describe_row
from tui.widgets.steady import show_steadily
from tui.widgets.table import LineTable
from tui.words import number


@dataclass
class WaitingRead(Message):
    """What waits, the records rows collide with, and sentences for reasons. complaint: why the agency's own are left out."""

    queue: Queue
    others: dict[str, Pegawai]
    alasan: Alasan
    complaint: str


GROUPS: tuple[Column[Group], ...] = (
    Column("label", "Mengapa menunggu", lambda group: group.label, width=18, grow=1),
    Column("jumlah", "Jml", lambda group: number(group.count), width=6, right=True, sort=lambda group: group.count),
)
ROWS: tuple[Column[BarisTunggu], ...] = (
    Column("nomor", "Nomor", lambda row: row.nomor, width=8),
    Column("nama", "Nama", lambda row: row.calon.nama, width=19, grow=2),
    Column("nik", "NIK", lambda row: row.calon.nik, width=16, from_width=80),
    Column("lawan", "Mirip dengan", lambda row: row.lawan or "-", width=12),
    Column("sebab", "Mengapa menunggu", why, width=22, grow=3, tone=lambda _: "warn", from_width=80),
)
PEOPLE: tuple[Column[BelumSyarat], ...] = (
    Column("nama", "Nama", lambda one: one.nama, width=15, grow=2),
    Column("jabatan", "Jabatan", lambda one: one.jabatan, width=12, grow=2),
    Column("sebab", "Perlu diputus", reasons_of, width=14, grow=2, tone=lambda _: "warn"),
    Column("unit_kerja", "Unit kerja", lambda one: one.unit_kerja, width=18, grow=2, ends=True, from_width=66),
)


class QueueScreen(RoomScreen):
    """Groups and what they hold on top, the comparison below."""

    AUTO_FOCUS = "#waiting"

    def __init__(self) -> None:
        super().__init__()
        self.others: dict[str, Pegawai] = {}
        self.queue = Queue()
        self.group = NO_GROUP
        self.alasan: Alasan = {}

    def body(self) -> ComposeResult:
        """Lay out search line, groups, both tables and the comparison."""
        with Horizontal(classes="search-line"):
            yield Static(" Cari ", classes="search-label")
            yield Input(placeholder="nama, NIK, nomor, jabatan, atau unit kerja", id="words", compact=True)
            yield Static("", id="counts")
        with Horizontal(id="queue"):
            yield LineTable(GROUPS, lambda group: group.key, id="groups", empty="")
            empty = "Tidak ada yang menunggu keputusan di sini."
            yield LineTable(ROWS, lambda row: row.nomor, multi=True, id="waiting", empty=empty)
            yield LineTable(PEOPLE, lambda one: one.nomor, multi=True, id="undecided", empty=empty).add_class("hidden")
        with VerticalScroll(id="comparison", can_focus=False):
            yield Static("", id="comparison-text")

    # reading

    def load(self) -> None:
        """Read what waits."""

        def job(session: Session) -> WaitingRead:
            rows = desk.waiting(session.store)
            found = {
                nomor: session.store.get(tables.PEGAWAI, nomor) for nomor in {row.lawan for row in rows if row.lawan}
            }
            others = {nomor: one for nomor, one in found.items() if isinstance(one, Pegawai)}
            return WaitingRead(index_queue(rows, without_syarat(session.store)), others, *read_alasan(session))

        self.ask(job, lambda read: read, doing="Membaca yang menunggu keputusan")

    @on(WaitingRead)
    def _show(self, message: WaitingRead) -> None:
        self.queue, self.others, self.alasan = message.queue, message.others, message.alasan
        rows, people = self.query_one("#waiting", LineTable), self.query_one("#undecided", LineTable)
        mask = mask_of(self.queue, self.group, self.query_one("#words", Input).value)
        show_steadily(rows, self.queue.rows, None if self.group.kind == "orang" else mask)
        show_steadily(people, self.queue.people, mask if self.group.kind == "orang" else None)
        self.query_one("#groups", LineTable).show(self.queue.groups)
        if message.complaint:
            self.notify(message.complaint, severity="warning", markup=False)

    @on(LineTable.Highlighted, "#groups")
    def _choose_group(self, message: LineTable.Highlighted) -> None:
        self.group = message.row if isinstance(message.row, Group) else NO_GROUP
        for table in self.query(LineTable).exclude("#groups").results(LineTable):
            table.set_class(table is not self.table, "hidden")
            table.listing.marks.clear()
        if self.focused is None or self.focused.has_class("hidden"):
            self.table.focus()
        self._filter()

    @on(Input.Changed, "#words")
    def _filter(self) -> None:
        self.table.show_only(mask_of(self.queue, self.group, self.query_one("#words", Input).value))
        self.tell()

    @on(LineTable.SelectionChanged)
    def tell(self) -> None:
        """Say how many are shown and marked."""
        marked = len(self.table.listing.marks)
        text = f" {number(self.table.count)} tampak" + (f", {number(marked)} ditandai " if marked else " ")
        self.query_one("#counts", Static).update(text)
        self.refresh_bindings()

    @on(LineTable.Highlighted, "#waiting")
    @on(LineTable.Highlighted, "#undecided")
    def _describe(self) -> None:
        row = self.table.cursor_row
        text = self.query_one("#comparison-text", Static)
        width = self.size.width - 4
        if isinstance(row, BarisTunggu):
            text.update(describe_row(row, self.others.get(row.lawan), width))
        else:
            text.update(describe_person(row) if isinstance(row, BelumSyarat) else "")
        self.query_one("#comparison").scroll_home(animate=False)
        self.refresh_bindings()

    def on_resize(self) -> None:
        """Share the new width between both sides."""
        self._describe()

    # what is chosen

    @property
    def table(self) -> LineTable[BarisTunggu] | LineTable[BelumSyarat]:
        """The table of the chosen group: rows of files, or people."""
        return self.query_one("#undecided" if self.group.kind == "orang" else "#waiting", LineTable)

    def chosen_rows(self) -> list[BarisTunggu]:
        """Return the marked rows of files, or the one under the cursor."""
        return [row for row in self.table.chosen_rows if isinstance(row, BarisTunggu)]

    def chosen_people(self) -> list[BelumSyarat]:
        """Return the marked people, or the one under the cursor."""
        return [row for row in self.table.chosen_rows if isinstance(row, BelumSyarat)]

    def recorded(self) -> str:
        """Return the number of the recorded person under the cursor."""
        row = self.table.cursor_row
        return row.lawan if isinstance(row, BarisTunggu) else row.nomor if isinstance(row, BelumSyarat) else ""
