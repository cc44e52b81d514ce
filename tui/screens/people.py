"""The table of people under a filter: reading them, searching as one types, telling what is shown. No commands."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from threading import Event

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Static

from registry.desk.kelompok import members
from registry.model import tables
from registry.model.pegawai import Pegawai, PegawaiRingkas
from registry.store.collector import collector_paused
from tui.dialogs.filter import describe
from tui.people import NOBODY, Filter, People, mask_of
from tui.people_columns import COLUMNS
from tui.screens.saved import FilterChosen, SavedFilterScreen
from tui.session import Session
from tui.widgets.detail import PersonDetail
from tui.widgets.table import LineTable
from tui.words import number

FIRST = 200
PATIENCE = 0.5  # seconds
AT_ONCE = 10_000  # rows


@dataclass
class PeopleBegun(Message):
    """The first people, while the others are still to be read; reading goes on when these are `painted`."""

    rows: list[PegawaiRingkas]
    painted: Event


@dataclass
class PeopleRead(Message):
    """Everyone, and which of them the filter of that moment leaves."""

    people: People
    wanted: Filter
    mask: bytes


@dataclass
class Prepared(Message):
    """The search texts are made."""

    people: People


@dataclass
class Masked(Message):
    """Which rows of which people fit a filter."""

    people: People
    wanted: Filter
    mask: bytes


@dataclass
class PersonRead(Message):
    """The person under the cursor, whole."""

    pegawai: Pegawai


class PeopleScreen(SavedFilterScreen):
    """Search line, table and detail."""

    def __init__(self) -> None:
        super().__init__()
        self.people = NOBODY
        self.wanted = Filter()
        self._shown_words = ""
        self._state: tuple[object, ...] = ()

    def body(self) -> ComposeResult:
        """Lay out search line, table and detail."""
        with Horizontal(classes="search-line"):
            yield Static(" Cari ", classes="search-label")
            yield Input(placeholder="nama, NIK, nomor, jabatan, atau unit kerja", id="words", compact=True)
            yield Static("", id="counts")
        yield Static("", id="filters", classes="hidden", markup=False)
        with Horizontal(id="split"):
            yield LineTable(
                COLUMNS, lambda row: row.nomor, multi=True, empty="Tidak ada orang yang cocok.", id="people"
            )
            yield PersonDetail(id="detail")

    # reading

    def load(self) -> None:
        """Read everyone; the first time the first screen of them is shown at once."""
        wanted, first = self.wanted, self.people is NOBODY and self.wanted.is_empty

        def job(session: Session) -> PeopleRead:
            people = People(_everyone(session, self.post_message if first else None))
            return PeopleRead(people, wanted, _mask(session, people, wanted))

        self.ask(job, lambda read: read, doing="Membaca daftar orang")

    @on(PeopleBegun)
    def _begun(self, message: PeopleBegun) -> None:
        if self.people is NOBODY:
            begun = People(message.rows)
            self.table.show(begun.rows, mask_of(begun, self.wanted))
        self.call_after_refresh(message.painted.set)

    @on(PeopleRead)
    def _read(self, message: PeopleRead) -> None:
        self.people = people = message.people
        self.table.show(people.rows, message.mask)
        self._tell()
        if message.wanted != self.wanted:
            self._want(self.wanted)
        self.working.ask(self, lambda _: people.prepare(), Prepared, doing="Menyiapkan pencarian", alone=False)

    @on(Input.Changed, "#words")
    def _typed(self, event: Input.Changed) -> None:
        self._want(replace(self.wanted, words=event.value))

    def _want(self, wanted: Filter) -> None:
        """Show what this filter leaves: at once where that is quick, else when a worker has found out."""
        self.wanted = wanted
        people = self.people
        known = people.knows(wanted)
        if known and len(people.rows) <= AT_ONCE:
            self._masked(Masked(people, wanted, mask_of(people, wanted)))
            return
        self.working.ask(
            self,
            lambda session: _mask(session, people, wanted),
            lambda mask: Masked(people, wanted, mask),
            doing="Menyaring",
            alone=not known,
        )

    @on(Masked)
    def _masked(self, message: Masked) -> None:
        if (
            message.wanted == self.wanted
            and message.people is self.people
            and len(self.table.rows) == len(message.mask)
        ):
            words = self.wanted.words.strip()
            self.table.show_only(message.mask, from_top=bool(words) and words != self._shown_words)
            self._shown_words = words
            self._tell()

    def _tell(self) -> None:
        marked = len(self.table.listing.marks)
        counts = f" {number(self.table.count)} dari {number(len(self.people.rows))} orang "
        _say(self.query_one("#counts", Static), counts + (f"· {number(marked)} ditandai " if marked else ""))
        parts = describe(self.wanted)
        line = self.query_one("#filters", Static)
        _say(line, " Saringan: " + " · ".join(parts) + "   (L melepas)")
        line.set_class(not parts, "hidden")
        self._commands_changed()

    def _commands_changed(self) -> None:
        """Ask again what is possible, if what it depends on is not as before."""
        row = self.table.cursor_row
        state = (row and row.status, bool(self.table.listing.marks), self.wanted.is_empty)
        if state != self._state:
            self._state = state
            self.refresh_bindings()

    @on(LineTable.SelectionChanged, "#people")
    def _marked(self) -> None:
        self._tell()

    @on(LineTable.Highlighted, "#people")
    def _highlighted(self, message: LineTable.Highlighted) -> None:
        self._commands_changed()
        if message.row is None:
            self.query_one("#detail-text", Static).update("")
        elif isinstance(message.row, PegawaiRingkas) and self.query_one("#detail").display:
            nomor = message.row.nomor
            self.ask(lambda session: session.person(nomor), PersonRead)

    @on(PersonRead)
    def _show_person(self, message: PersonRead) -> None:
        row = self.table.cursor_row
        if row is not None and row.nomor == message.pegawai.nomor:
            self.query_one("#detail", PersonDetail).show(message.pegawai)

    @on(FilterChosen)
    def _filter_chosen(self, message: FilterChosen) -> None:
        self.take_filter(message.wanted)

    def take_filter(self, wanted: Filter) -> None:
        """Show what a filter leaves; its words stand in the search line."""
        words = self.query_one("#words", Input)
        with words.prevent(Input.Changed):
            words.value = wanted.words
        self._want(wanted)

    def units(self) -> Sequence[str]:
        """Return the units people are in."""
        return self.people.units


def _say(line: Static, text: str) -> None:
    """Change a line; what is as wide as before moves nothing else."""
    before = str(line.content)
    if text != before:
        line.update(text, layout=len(text) != len(before))


def _mask(session: Session, people: People, wanted: Filter) -> bytes:
    """Which rows fit; whom a bar of the statistics counts is looked up in the store."""
    if wanted.kelompok is not None and not people.knows(wanted):
        people.learn(wanted.kelompok, members(session.store, session.periode, wanted.kelompok))
    return mask_of(people, wanted)


def _everyone(session: Session, begun: Callable[[Message], object] | None) -> list[PegawaiRingkas]:
    """Read all rows in order of number; the first of them are posted and painted as soon as they are there."""
    scan = session.store.scan(tables.PEGAWAI, PegawaiRingkas)
    with collector_paused():
        rows = list(islice(scan, FIRST))
        if begun and len(rows) == FIRST:
            painted = Event()
            begun(PeopleBegun(list(rows), painted))
            painted.wait(PATIENCE)
        rows.extend(scan)
    return rows
