"""Reading the record of one person, and checking the form while it is edited. Saves nothing."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual import on
from textual.content import Content
from textual.message import Message
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Static

from registry.desk.dokumen import Dokumen, documents_of
from registry.desk.fields import fields_of
from registry.desk.riwayat import PersonChange, changes_of
from registry.desk.sk import Sk, history_of
from registry.model.pegawai import Pegawai
from registry.workflow.names import STATUS_PEGAWAI
from tui.screens.sheets import Checked, SheetScreen, look_at
from tui.session import Session
from tui.widgets.person_form import PersonForm
from tui.widgets.sheet_line import SheetLine
from tui.widgets.work_history import WorkHistory
from tui.words import STATUS_TONE, SYARAT, TONE_STYLE, number

PAUSE = 0.25


@dataclass
class FormRead(Message):
    """A person, and what goes with the record. keep: what was typed since stays."""

    pegawai: Pegawai
    documents: tuple[Dokumen, ...]
    keep: bool


@dataclass
class JournalRead(Message):
    """What happened to a person's record. zona: of the instansi."""

    nomor: str
    changes: tuple[PersonChange, ...]
    zona: str


class RecordScreen(SheetScreen):
    """`nomor` empty: a new person. `neighbours`: numbers in the order of the list it came from. `seen`: the record as read."""

    def __init__(self, nomor: str, neighbours: Sequence[str]) -> None:
        super().__init__()
        self.nomor = nomor
        self.neighbours = neighbours
        self.seen: Pegawai | None = None
        self.reading = False
        self.turn = 0
        self._timer: Timer | None = None
        self._left: Widget | None = None

    def on_mount(self) -> None:
        """Fill the form."""
        super().on_mount()
        if self.nomor:
            self.read(keep=False)
        else:
            self.query_one("#who", Static).update("Orang baru")
            self._update("#changes", [Content("Belum ada: orang ini belum disimpan.")])
            self.history.fill((), keep=False)
            self.documents.fill(())
            self.enter_form()
            self.check()

    # reading

    def read(self, *, keep: bool) -> None:
        """Read the record. keep: what was typed stays, unsaved."""
        nomor = self.nomor
        if not keep:  # meanwhile nothing is typed into the form of the person before
            self.reading = True
            self._left = self.focused or self._left
            self.set_focus(None)

        def job(session: Session) -> FormRead:
            pegawai = session.person(nomor)
            return FormRead(pegawai, documents_of(session.store, pegawai), keep)

        self.ask(job, lambda read: read, doing="Membaca data orang")
        self.read_journal()

    def read_journal(self) -> None:
        """Read what happened, if it is looked at. Beside everything else: a journal may be long."""
        nomor = self.nomor
        if self.sheet != "jurnal" or not nomor:
            return
        self.show_waiting()
        self.working.ask(
            self,
            lambda session: JournalRead(nomor, changes_of(session.store, nomor), session.store.instansi.zona),
            lambda read: read,
            doing="Membaca jurnal orang",
            alone=False,
        )

    @on(FormRead)
    def _fill(self, message: FormRead) -> None:
        if message.pegawai.nomor != self.nomor:
            return
        self.seen = message.pegawai
        self.reading = False
        self.form.fill(fields_of(self.seen), keep=message.keep)
        self.history.fill(history_of(self.seen), keep=message.keep)
        self.documents.fill(message.documents)
        self._head(self.seen)
        if not message.keep:
            self._focus_again()
        self.refresh_bindings()
        self.check()

    def _focus_again(self) -> None:
        """Go on in the field where one was with the person before."""
        left, self._left = self._left, None
        if left is not None and left.is_attached and left.display:
            left.focus()
        elif self.sheet == "data":
            self.enter_form()
        else:
            self.go_to_sheet(self.sheet)

    @on(JournalRead)
    def _journal(self, message: JournalRead) -> None:
        if message.nomor == self.nomor:
            self.show_journal(message.changes, message.zona)

    def _head(self, person: Pegawai) -> None:
        place = ""
        if person.nomor in self.neighbours:
            place = f"   {number(self.neighbours.index(person.nomor) + 1)} dari {number(len(self.neighbours))}"
        word, tone = SYARAT[person.syarat_berlaku]
        source = "diputuskan" if person.syarat else "usul" if person.syarat_usulan else ""
        self.query_one("#who", Static).update(
            Content.assemble(
                (person.nama, "bold"), f"  {person.nomor}  ",
                (STATUS_PEGAWAI[person.status], TONE_STYLE[STATUS_TONE[person.status]]), " · ",
                (word, TONE_STYLE[tone]), (f" ({source})" if source else "", "$foreground 70%"), (place, "$foreground 70%"),
            )
        )  # fmt: skip

    # checking while typing

    @property
    def unsaved(self) -> bool:
        """Something was changed since the last reading or saving."""
        return bool(self.form.changes) or self.history.changed

    @on(PersonForm.Edited)
    def _typed(self) -> None:
        if self._timer:
            self._timer.stop()
        self._timer = self.set_timer(PAUSE, self.check)
        self._mark()

    @on(WorkHistory.Edited)
    def _history_edited(self) -> None:
        self.check()

    def check(self) -> None:
        """Ask the core what it finds in what stands in the form now."""
        self._mark()
        self.turn += 1
        fields = self.form.changes if self.seen else self.form.values
        turn, base, riwayat = self.turn, self.seen, self.changed_history()
        self.ask(
            lambda session: look_at(turn, fields, session, base, riwayat),
            lambda found: found,
            doing="Memeriksa isian",
        )

    def changed_history(self) -> tuple[Sk, ...] | None:
        """The work history if it is to be saved."""
        return self.history.decrees if self.history.changed else None

    def _mark(self) -> None:
        line = self.query_one(SheetLine)
        line.unsaved = self.unsaved
        line.counts = {"kerja": len(self.history.decrees)}

    @on(Checked)
    def _show(self, message: Checked) -> None:
        if message.turn == self.turn:
            self.form.show(message.reading, blocking=bool(self.nomor) or self.unsaved)
            self.show_checked(message)

    def go_to_sheet(self, name: str) -> None:
        """Show a sheet; the journal is read when it is looked at."""
        super().go_to_sheet(name)
        self.read_journal()
