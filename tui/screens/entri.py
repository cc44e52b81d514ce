"""The entry under the cursor: the records it touched, and what it changed in one of them."""

from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from registry.desk.riwayat import Jurnal, RecordChange, Touched, change_at
from registry.model.tables import PEGAWAI
from registry.store.change import JournalNote
from tui.entries import NO_JOURNAL, RECORD_COLUMNS, entry_lines
from tui.session import Session
from tui.widgets.table import LineTable
from tui.work import Gave, WorkingApp

AT_ONCE = 5_000


@dataclass
class RecordsRead(Message):
    """The records of an entry of many."""

    seq: int
    touched: tuple[Touched, ...]


@dataclass
class ChangeRead(Message):
    """What an entry did to a record."""

    seq: int
    record: Touched
    change: RecordChange


class EntryPane(Horizontal):
    """Left the records of one entry, right what changed in the one under the cursor."""

    def __init__(self) -> None:
        super().__init__(id="entry")
        self.note: JournalNote | None = None
        self.jurnal: Jurnal = NO_JOURNAL
        self.asking = False
        self.next: tuple[int, Touched] | None = None

    def compose(self) -> ComposeResult:
        """Lay out the two halves."""
        yield LineTable(RECORD_COLUMNS, lambda one: f"{one.table} {one.key}", empty="", id="records")
        with VerticalScroll(id="change"):
            yield Static("", id="change-text")

    @property
    def working(self) -> WorkingApp:
        """The app, which runs the jobs."""
        if not isinstance(self.app, WorkingApp):
            raise TypeError(self.app)
        return self.app

    @property
    def table(self) -> "LineTable[Touched]":
        """The records."""
        return self.query_one("#records", LineTable)

    @property
    def inside(self) -> bool:
        """One of the two halves has the focus."""
        return self.table.has_focus or self.query_one("#change").has_focus

    @property
    def people(self) -> list[str]:
        """Registration numbers of the people of the entry."""
        return [row.key for row in self.table.rows if row.table == PEGAWAI]

    @property
    def person(self) -> Touched | None:
        """The person under the cursor; without the focus here, the first of the entry."""
        row = self.table.cursor_row if self.inside else self.table.listing.at(0)
        return row if row is not None and row.table == PEGAWAI else None

    def show(self, note: JournalNote | None, jurnal: Jurnal) -> None:
        """Show an entry of this journal; the records of a very large one are gathered in a worker."""
        self.note, self.jurnal = note, jurnal
        if note is None or sum(note.counts.values()) <= AT_ONCE:
            self._show_records(jurnal.touched(note) if note else ())
            return
        self._show_records(())
        self.working.ask(self, lambda _: jurnal.touched(note), lambda got: RecordsRead(note.seq, got), alone=False)

    @on(RecordsRead)
    def _records_read(self, message: RecordsRead) -> None:
        if self.note is not None and self.note.seq == message.seq:
            self._show_records(message.touched)

    def _show_records(self, touched: tuple[Touched, ...]) -> None:
        self.table.show(touched)
        self.table.action_go(0)
        self._draw(None)

    @on(LineTable.Highlighted, "#records")
    def _record_chosen(self, message: LineTable.Highlighted) -> None:
        self.refresh_bindings()  # here: a message born in this widget does not go beyond it
        if self.note is not None and isinstance(message.row, Touched):
            self.next = (self.note.seq, message.row)
            if not self.asking:
                self._ask_change()

    def _ask_change(self) -> None:
        """One reading at a time: who runs through the table waits for the last row only."""
        if self.next is not None:
            self.asking = True
            seq, record = self.next

            def job(session: Session) -> ChangeRead:
                return ChangeRead(seq, record, change_at(session.store, seq, record.table, record.key))

            self.working.ask(self, job, lambda read: read, doing="Membaca perubahan")

    @on(ChangeRead)
    def _change_read(self, message: ChangeRead) -> None:
        self.asking = False
        if self.next != (message.seq, message.record):
            self._ask_change()
        elif self.note is not None and self.note.seq == message.seq:
            self._draw(message)

    @on(Gave)
    def _gave(self, message: Gave) -> None:
        message.stop()
        self.asking = False

    def _draw(self, read: ChangeRead | None) -> None:
        record, change = (read.record, read.change) if read else (None, None)
        lines = list(entry_lines(self.note, self.jurnal.zona, record, change)) if self.note else []
        self.query_one("#change-text", Static).update(Content("\n").join(lines))
        self.query_one("#change").scroll_home(animate=False)
