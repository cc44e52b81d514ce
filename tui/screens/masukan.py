"""The inbox: usulan and sanggahan with receipt numbers and due dates, decided with a reason, answered by letter."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.message import Message
from textual.widgets import Input, Static

from registry.desk import masukan as desk
from registry.desk.alasan import Alasan
from registry.desk.deed import local
from registry.desk.putusan import RencanaPutusan, plan_decisions
from registry.desk.tenggat_masukan import Mendesak, due
from registry.model.masukan import Masukan
from registry.normalise.text import format_date
from registry.workflow.actions import Action
from registry.workflow.names import STATUS_MASUKAN
from registry.workflow.steps import allowed_for_masukan
from tui.actions import bindings
from tui.command import Command
from tui.deeds.deed import Deed
from tui.deeds.masukan import decide_masukan, decide_several, receive_sanggahan, receive_usulan, write_answers
from tui.dialogs import masukan as ask
from tui.dialogs.confirm import Notice
from tui.dialogs.putusan import ask_decisions, ask_grant, ask_refusal, person_of, told
from tui.inbox import BELUM, Entry, InboxFilter, counts, describe, is_open, mask_of
from tui.moments import write_day
from tui.reasons import read_alasan
from tui.screens.base import RoomScreen
from tui.screens.orang import OrangScreen
from tui.session import Session
from tui.widgets.columns import Column, Tone
from tui.widgets.letter import describe_entry
from tui.widgets.steady import show_steadily
from tui.widgets.table import LineTable
from tui.words import MASUKAN_TONE

NEEDED = {"kabulkan": Action.KABULKAN, "tolak": Action.TOLAK}
DUE_TONE: dict[Mendesak, Tone] = {Mendesak.LEWAT: "bad", Mendesak.SEGERA: "warn"}


@dataclass
class InboxRead(Message):
    """Everything that came in, and sentences for reasons. complaint: why the agency's own are left out."""

    entries: list[Entry]
    alasan: Alasan
    complaint: str


@dataclass
class DecisionsPlanned(Message):
    """What deciding several would change."""

    plan: RencanaPutusan


COLUMNS: tuple[Column[Entry], ...] = (
    Column("tanda_terima", "Tanda terima", lambda row: row.masukan.tanda_terima, width=15),
    Column("jenis", "Jenis", lambda row: row.masukan.jenis.capitalize(), width=9, from_width=84),
    Column("masuk", "Masuk", lambda row: format_date(row.masukan.waktu.date()), width=17, sort=lambda row: row.masukan.waktu.isoformat(), from_width=113),
    Column("nama", "Tentang", lambda row: row.masukan.nama, width=20, grow=2),
    Column("isi", "Isi", lambda row: row.masukan.isi, width=12, grow=3, from_width=97),
    Column("tenggat", "Tenggat", lambda row: row.tenggat.kata, width=14, tone=lambda row: DUE_TONE.get(row.tenggat.mendesak, ""), sort=lambda row: row.tenggat.hari if is_open(row.masukan) else 9999),
    Column("status", "Status", lambda row: STATUS_MASUKAN[row.masukan.status], width=18, tone=lambda row: MASUKAN_TONE[row.masukan.status]),
)  # fmt: skip


class MasukanScreen(RoomScreen):
    """List on top, the whole text below."""

    place: ClassVar[str] = "masukan"
    BINDINGS: ClassVar[list[BindingType]] = bindings("masukan")
    AUTO_FOCUS = "#inbox"

    def __init__(self) -> None:
        super().__init__()
        self.wanted = InboxFilter()
        self.alasan: Alasan = {}
        self.drafts: dict[str, dict[str, str]] = {}  # what was typed and could not be written, by what it was for

    def body(self) -> ComposeResult:
        """Lay out search line, list and text."""
        with Horizontal(classes="search-line"):
            yield Static(" Cari ", classes="search-label")
            yield Input(placeholder="tanda terima, nama, isi, atau unit kerja", id="words", compact=True)
        yield Static("", id="inbox-title", classes="remark", markup=False)
        with Vertical(classes="stack"):
            yield LineTable(
                COLUMNS,
                lambda row: row.masukan.tanda_terima,
                multi=True,
                id="inbox",
                empty="Tidak ada usulan atau sanggahan di sini.",
            )
            with VerticalScroll(id="masukan-detail", can_focus=False):
                yield Static("", id="masukan-text")

    # reading

    def load(self) -> None:
        """Read the inbox."""

        def job(session: Session) -> InboxRead:
            now, instansi, periode = session.clock(), session.store.instansi, session.periode
            entries = [Entry(row, due(row, instansi, periode, now)) for row in desk.inbox(session.store)]
            return InboxRead(entries, *read_alasan(session))

        self.ask(job, lambda read: read, doing="Membaca kotak masuk")

    @on(InboxRead)
    def _show(self, message: InboxRead) -> None:
        self.alasan = message.alasan
        self.drafts.clear()
        show_steadily(self.query_one("#inbox", LineTable), message.entries, mask_of(message.entries, self.wanted))
        self._tell()
        if message.complaint:
            self.notify(message.complaint, severity="warning", markup=False)

    @on(Input.Changed, "#words")
    def _typed(self, event: Input.Changed) -> None:
        self._want(replace(self.wanted, words=event.value))

    def _want(self, wanted: InboxFilter) -> None:
        self.wanted = wanted
        table = self.query_one("#inbox", LineTable)
        entries = [row for row in table.rows if isinstance(row, Entry)]
        table.show_only(mask_of(entries, wanted))
        self._tell()

    @on(LineTable.SelectionChanged)
    def _tell(self) -> None:
        table = self.query_one("#inbox", LineTable)
        entries = [row for row in table.rows if isinstance(row, Entry)]
        filters, marked = describe(self.wanted), len(table.listing.marks)
        text = counts(entries, table.count) + (f", {marked} ditandai" if marked else "")
        self.query_one("#inbox-title", Static).update(text + (f" · saringan: {filters}" if filters else ""))
        self.refresh_bindings()

    @on(LineTable.Highlighted, "#inbox")
    def _highlighted(self) -> None:
        row = self.query_one("#inbox", LineTable).cursor_row
        instansi = self.session.instansi
        text = describe_entry(row, instansi) if isinstance(row, Entry) and instansi else ""
        self.query_one("#masukan-text", Static).update(text)
        self.query_one("#masukan-detail").scroll_home(animate=False)
        self.refresh_bindings()

    # what is possible

    def _chosen(self) -> list[Masukan]:
        rows = self.query_one("#inbox", LineTable).chosen_rows
        return [row.masukan for row in rows if isinstance(row, Entry)]

    def may(self, command: Command) -> bool:
        """A decision needs something undecided among those chosen; a letter needs rows that are all decided."""
        if not super().may(command) or not self.is_mounted:
            return False
        rows, instansi = self._chosen(), self.session.instansi
        if command.name in {"cari", "tabel"}:
            return (self.focused is self.query_one("#words")) == (command.name == "tabel")
        if command.name in NEEDED:
            needed = NEEDED[command.name]
            return instansi is not None and any(
                needed in allowed_for_masukan(instansi.fase, row.status) for row in rows
            )
        if command.name == "jawaban":
            return bool(rows) and not any(is_open(row) for row in rows)
        if command.name == "buka":
            return len(rows) == 1 and bool(rows[0].nomor_pegawai)
        return command.name != "lepas" or self.wanted != InboxFilter()

    # commands

    def do_cari(self) -> None:
        """Go to the search line."""
        self.query_one("#words", Input).focus()

    @on(Input.Submitted, "#words")
    def do_tabel(self) -> None:
        """Go from the search line to the table."""
        self.query_one("#inbox", LineTable).focus()

    def do_belum(self) -> None:
        """Show only what is undecided, or everything."""
        self._want(replace(self.wanted, status="" if self.wanted.status else BELUM))

    def do_saring(self) -> None:
        """Ask for filters."""
        words = self.wanted.words
        self.question(ask.ask_filter(self.wanted), lambda answer: self._want(ask.filter_from(answer, words)))

    def do_lepas(self) -> None:
        """Drop search and filters."""
        words = self.query_one("#words", Input)
        with words.prevent(Input.Changed):
            words.value = ""
        self._want(InboxFilter())

    @on(LineTable.Activated, "#inbox")
    def do_buka(self) -> None:
        """Open the person it is about."""
        nomor = self._chosen()[0].nomor_pegawai
        if nomor:
            self.app.push_screen(OrangScreen(nomor, [nomor]))

    def do_usulan(self) -> None:
        """Record a proposal."""
        dialog = ask.ask_usulan(self._draft("usulan"))
        self.question(dialog, lambda answer: self._write("usulan", answer, receive_usulan(answer)))

    def do_sanggahan(self) -> None:
        """Record an objection."""
        dialog = ask.ask_sanggahan(self._draft("sanggahan"))
        self.question(
            dialog,
            lambda answer: self._write("sanggahan", answer, receive_sanggahan(answer["nomor_pegawai"], answer)),
        )

    def do_kabulkan(self) -> None:
        """Grant those chosen."""
        self._decide(granted=True)

    def do_tolak(self) -> None:
        """Refuse those chosen."""
        self._decide(granted=False)

    def _decide(self, *, granted: bool) -> None:
        """One by the question about it; of several first tell what will change."""
        rows = self._chosen()
        if len(rows) == 1:
            self._decide_one(rows[0], granted=granted)
            return
        numbers = [row.tanda_terima for row in rows]
        self.ask(
            lambda session: plan_decisions(session.store, numbers, session.periode, session.act(), granted=granted),
            DecisionsPlanned,
            doing="Menyiapkan putusan",
        )

    def _decide_one(self, row: Masukan, *, granted: bool) -> None:
        draft, about = self._draft(row.tanda_terima), row.tanda_terima

        def go(answer: dict[str, str]) -> None:
            fields = person_of(answer) if granted else None
            self._write(about, answer, decide_masukan(row, answer["alasan"], granted=granted, fields=fields))

        if granted:
            self.question(ask_grant(row, self.alasan, draft, self.session.periode), go)
        else:
            self.question(ask_refusal(row, self.alasan, draft), go)

    @on(DecisionsPlanned)
    def _ask_about(self, message: DecisionsPlanned) -> None:
        plan = message.plan
        if not plan.diputus:
            self.app.push_screen(Notice("Tidak ada yang dapat diputus", told(plan)))
            return
        self.question(
            ask_decisions(plan, self.alasan),
            lambda answer: self.write(decide_several(plan.tanda_terima, answer["alasan"], granted=plan.granted)),
        )

    def _draft(self, about: str) -> dict[str, str]:
        return self.drafts.get(about, {})

    def _write(self, about: str, answer: dict[str, str], deed: Deed) -> None:
        """Write; until that has succeeded, keep what was typed for the next asking."""
        self.drafts[about] = answer
        self.write(deed)

    def do_jawaban(self) -> None:
        """Write the answers to those chosen."""
        rows, instansi = self._chosen(), self.session.instansi
        if instansi is None:
            return
        today = write_day(local(instansi, self.session.clock()).date())
        numbers = [row.tanda_terima for row in rows]
        self.question(
            ask.ask_answers(rows, today, Path.cwd()), lambda answer: self.write(write_answers(numbers, answer))
        )
