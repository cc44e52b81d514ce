"""The journal: who did what, when and why, what changed by it; its head, the editions' fingerprints, and `periksa`."""

from dataclasses import dataclass
from typing import ClassVar

from msgspec.structs import replace
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Static

from registry.desk import records
from registry.desk.riwayat import Jurnal, Search, find, read_journal
from registry.model.terbitan import EdisiTercatat
from registry.store.change import JournalNote
from registry.store.seam import Head
from tui.actions import bindings
from tui.command import Command
from tui.dialogs.journal import describe, fingerprint_question, journal_question, search_of
from tui.entries import ENTRY_COLUMNS, NO_JOURNAL, Line, head_lines, lines_of
from tui.screens.entri import EntryPane
from tui.screens.orang import OrangScreen
from tui.screens.periksa import PeriksaPanel
from tui.screens.reading import ReadingRoom
from tui.session import Session
from tui.widgets.table import LineTable
from tui.words import number


@dataclass
class JournalRead(Message):
    """The whole journal, ready for searching."""

    jurnal: Jurnal
    lines: list[Line]
    head: Head
    editions: list[EdisiTercatat]
    damaged: bool


@dataclass
class Found(Message):
    """Which entries fit a search."""

    wanted: Search
    jurnal: Jurnal
    mask: bytes


class RiwayatScreen(ReadingRoom):
    """Search line, head, entries; below them the records of one entry and what changed in one of these."""

    place: ClassVar[str] = "riwayat"
    BINDINGS: ClassVar[list[BindingType]] = bindings("riwayat")
    AUTO_FOCUS = "#entries"

    def __init__(self) -> None:
        super().__init__()
        self.jurnal = NO_JOURNAL
        self.wanted = Search()
        self.head = Head(0, "")
        self.editions: list[EdisiTercatat] = []

    def body(self) -> ComposeResult:
        """Lay out search line, entries and what one entry changed."""
        with Horizontal(classes="search-line"):
            yield Static(" Cari ", classes="search-label")
            yield Input(placeholder="petugas, tindakan, alasan, nama, NIK, nomor", id="words", compact=True)
            yield Static("", id="counts")
        yield Static("", id="filters", classes="hidden", markup=False)
        yield Static("", id="heads")
        yield from self.bar()
        yield LineTable(
            ENTRY_COLUMNS, lambda line: str(line.note.seq), empty="Tidak ada entri yang cocok.", id="entries"
        )
        yield EntryPane()
        yield PeriksaPanel()

    # reading

    def load(self) -> None:
        """Read the whole journal; a bar appears when that takes over a second."""
        reporter = self.begin_reading()

        def job(session: Session) -> JournalRead:
            store = session.store
            jurnal = read_journal(store, reporter)
            return JournalRead(jurnal, lines_of(jurnal), store.head, records.editions(store), store.damaged)

        self.ask(job, lambda read: read, doing="Membaca jurnal")

    @on(JournalRead)
    def _read(self, message: JournalRead) -> None:
        self.end_reading()
        self.jurnal, self.head, self.editions = message.jurnal, message.head, message.editions
        wide = self.size.width >= 120
        self.query_one("#heads", Static).update(
            head_lines(self.head, self.editions, wide=wide, damaged=message.damaged)
        )
        self.query_one("#entries", LineTable).show(message.lines)
        self._want(self.wanted)

    @on(Input.Changed, "#words")
    def _typed(self, event: Input.Changed) -> None:
        self._want(replace(self.wanted, words=event.value))

    def _want(self, wanted: Search) -> None:
        self.wanted = wanted
        jurnal = self.jurnal
        self.working.ask(self, lambda _: find(jurnal, wanted), lambda mask: Found(wanted, jurnal, mask), alone=False)

    @on(Found)
    def _found(self, message: Found) -> None:
        if message.wanted == self.wanted and message.jurnal is self.jurnal:
            self.query_one("#entries", LineTable).show_only(message.mask)
            self._tell()

    def _tell(self) -> None:
        table = self.query_one("#entries", LineTable)
        self.query_one("#counts", Static).update(f" {number(table.count)} dari {number(len(table.rows))} entri ")
        parts = describe(self.wanted)
        line = self.query_one("#filters", Static)
        line.update(" Saringan: " + " · ".join(parts) + "   (L melepas)")
        line.set_class(not parts, "hidden")
        self.refresh_bindings()

    # the entry under the cursor

    @property
    def note(self) -> JournalNote | None:
        """The entry under the cursor."""
        row = self.query_one("#entries", LineTable).cursor_row
        return row.note if isinstance(row, Line) else None

    @on(LineTable.Highlighted, "#entries")
    def _entry_chosen(self) -> None:
        self.refresh_bindings()
        self.query_one(EntryPane).show(self.note, self.jurnal)

    # what is possible

    def may(self, command: Command) -> bool:
        """What the focus and the row under the cursor allow."""
        if not super().may(command) or not self.is_mounted:
            return False
        panel, pane = self.query_one(PeriksaPanel), self.query_one(EntryPane)
        searching = self.focused is self.query_one("#words")
        at_table = not searching and not panel.display
        possible = {
            "cari": at_table,
            "saring": at_table,
            "salin": at_table,
            "buka": at_table and pane.person is not None,
            "tabel": not at_table or self.reading or pane.inside,
            "lepas": not self.wanted.is_empty,
            "periksa": not searching and not panel.running,
        }
        return possible.get(command.name, True)

    # commands

    def do_cari(self) -> None:
        """Go to the search line."""
        self.query_one("#words", Input).focus()

    @on(Input.Submitted, "#words")
    def do_tabel(self) -> None:
        """Go back to the entries; stop what runs, close the report."""
        panel = self.query_one(PeriksaPanel)
        if panel.running:
            panel.stop()
            return
        self.stop_reading()
        self._show_panel(shown=False)
        self.query_one("#entries", LineTable).focus()

    def do_lepas(self) -> None:
        """Drop search and filters."""
        words = self.query_one("#words", Input)
        with words.prevent(Input.Changed):
            words.value = ""
        self._want(Search())

    def do_saring(self) -> None:
        """Ask for action, operator and period."""
        notes = self.jurnal.entries
        dialog = journal_question(self.wanted, {n.action for n in notes}, {n.operator for n in notes})
        self.question(dialog, lambda answer: self._want(search_of(answer, self.wanted.words)))

    @on(LineTable.Activated, "#records")
    @on(LineTable.Activated, "#entries")
    def do_buka(self) -> None:
        """Open the person; from an entry of several people go to their list first."""
        pane = self.query_one(EntryPane)
        person, people = pane.person, pane.people
        if person is not None and len(people) > 1 and not pane.inside:
            pane.table.focus()
        elif person is not None:
            self.app.push_screen(OrangScreen(person.key, people))

    def do_salin(self) -> None:
        """Ask which fingerprint, then put it on the clipboard."""
        self.question(fingerprint_question(self.head, self.note, self.editions), self._copy)

    def _copy(self, fingerprint: str) -> None:
        self.app.copy_to_clipboard(fingerprint)
        self.notify(f"Sidik {fingerprint[:16]}… disalin ke papan klip.")

    def do_periksa(self) -> None:
        """Verify this instansi."""
        self._show_panel(shown=True)
        self.query_one(PeriksaPanel).start(self.working)
        self.query_one(PeriksaPanel).focus()

    @on(PeriksaPanel.Changed)
    def _verifying(self) -> None:
        self.refresh_bindings()

    def _show_panel(self, *, shown: bool) -> None:
        self.query_one(PeriksaPanel).set_class(not shown, "hidden")
        for name in ("#entries", "#entry"):
            self.query_one(name).set_class(shown, "hidden")
        self.refresh_bindings()
