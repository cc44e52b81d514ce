"""Finalising: the checklist and where each line is dealt with, the SPTJM and its scan, the lock, and the calm after it."""

from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.message import Message
from textual.widgets import OptionList, ProgressBar, Static

from registry.desk.gates import Gate, gates
from registry.desk.sptjm_isi import sptjm_blanks
from registry.desk.tally import Tally, tally
from registry.desk.terkunci import Terkunci, locked
from registry.model.codes import Fase
from registry.model.instansi import Instansi
from registry.normalise.moments import read_day
from registry.workflow.actions import ACTIONS
from tui.actions import bindings
from tui.command import Command
from tui.deeds.tahap import compose_final, finalise, reopen
from tui.dialogs.confirm import Confirm, TypeToConfirm
from tui.dialogs.fields import Field, Fields, ask_reason
from tui.editions import EditionLine, editions
from tui.final_words import facts, locked_words, steps
from tui.moments import write_day
from tui.screens.sptjm import SptjmScreen, check_day
from tui.session import Session
from tui.widgets.checklist import Checklist, Line, blank_lines, gate_lines, heading
from tui.work import Gave, Progress, Reporter

WRITING_SPTJM = {Fase.UJI_PUBLIK, Fase.PERPANJANGAN, Fase.MENUNGGU_SPTJM}


@dataclass
class ChecklistRead(Message):
    """The gates of the next step with the counts behind them; once FINAL, what stands."""

    gates: list[Gate]
    counted: Tally
    locked: Terkunci | None
    editions: list[EditionLine]


class FinalisasiScreen(SptjmScreen):
    """Where the agency stands on the way to FINAL, and the next step."""

    place: ClassVar[str] = "finalisasi"
    BINDINGS: ClassVar[list[BindingType]] = bindings("finalisasi")
    AUTO_FOCUS = "#checklist"

    def body(self) -> ComposeResult:
        """Lay out the way, the checklist and what is known."""
        yield Static("Jalan menuju final", classes="heading", id="way-title")
        yield Static("", id="steps")
        yield ProgressBar(show_eta=False, id="lock-bar", classes="hidden")
        yield Static("Daftar periksa", id="check-title", classes="heading", markup=False)
        yield Checklist("checklist")
        with VerticalScroll(id="known"):
            yield Static("", id="facts")

    def load(self) -> None:
        """Read the gates."""

        def job(session: Session) -> ChecklistRead:
            store = session.store
            found = gates(store, session.clock(), session.periode)
            return ChecklistRead(found, tally(store), locked(store, session.terbitan), editions(session))

        self.ask(job, lambda read: read, doing="Membaca daftar periksa")

    @on(ChecklistRead)
    def _show(self, message: ChecklistRead) -> None:
        instansi = self.session.instansi
        if instansi is None:
            return
        self._working(1, 1)
        self.query_one("#steps", Static).update(steps(instansi))
        step = ACTIONS[message.gates[0].langkah].label if message.gates else ""
        title = f"Yang harus terpenuhi untuk langkah berikutnya: {step}" if step else "Terkunci"
        self.query_one("#check-title", Static).update(title)
        checklist = self.query_one(Checklist)
        checklist.show(_lines(instansi, message))
        checklist.set_class(message.locked is not None, "hidden")
        self.query_one("#known").set_class(message.locked is not None, "locked")
        situs = self.session.workspace.site_folder
        known = locked_words(instansi, message.locked, message.editions, situs) if message.locked else facts(instansi)
        self.query_one("#facts", Static).update(known)
        self.set_focus(self.query_one("#known") if message.locked else checklist)
        self.refresh_bindings()

    def may(self, command: Command) -> bool:
        """Each step has its own place in the order."""
        instansi = self.session.instansi
        if not super().may(command) or instansi is None or not self.is_mounted:
            return False
        if command.name == "kerjakan":
            return instansi.fase is not Fase.FINAL and self.query_one(Checklist).jump is not None
        if command.name == "buka":
            return instansi.sptjm is None
        return instansi.sptjm is not None if command.name == "kunci" else True

    # the checklist

    @on(OptionList.OptionHighlighted, "#checklist")
    def _highlighted(self) -> None:
        self.refresh_bindings()

    @on(OptionList.OptionSelected, "#checklist")
    def do_kerjakan(self) -> None:
        """Go to where the highlighted line is dealt with."""
        jump = self.query_one(Checklist).jump
        if jump is None:
            return
        if jump.wanted is not None:
            self.working.show_people(jump.wanted)
        else:
            self.action_do(jump.command)

    # the steps

    def do_susun(self) -> None:
        """Freeze the final list."""
        text = "Daftar final dibekukan. SPTJM dibuat untuk tepat daftar ini; selama SPTJM belum dilampirkan ia dapat dibuka kembali."
        self.question(Confirm("Susun daftar final?", text, yes="Susun"), lambda _: self.write(compose_final()))

    def do_buka(self) -> None:
        """Reopen, with a reason."""
        dialog = ask_reason("Buka kembali?", "Daftar final dilepas dan data dapat dibetulkan lagi.", yes="Buka kembali")
        self.question(dialog, lambda answer: self.write(reopen(answer["alasan"])))

    def do_kunci(self) -> None:
        """Ask for the announcement, then for the name of the agency, then lock."""
        fields = [
            Field("nomor", "Nomor pengumuman final", hint="nomor surat Anda", required=True),
            Field("tanggal", "Tanggal pengumuman", write_day(self.session.clock().date()), required=True),
        ]
        self.question(Fields("Pengumuman final", fields, yes="Lanjut", check=check_day), self._confirm)

    def _confirm(self, answer: dict[str, str]) -> None:
        instansi = self.session.instansi
        tanggal = read_day(answer["tanggal"])
        if instansi is None or tanggal is None:
            return
        text = "Setelah finalisasi data terkunci selamanya: tidak ada lagi yang dapat ditambah, diubah, atau dicoret."
        dialog = TypeToConfirm("Finalisasi", text, instansi.nama, yes="Finalisasi")
        self.question(dialog, lambda _: self.write(finalise(answer["nomor"], tanggal, Reporter(self))))

    @on(Progress)
    def _progress(self, message: Progress) -> None:
        self._working(message.done, message.total)

    @on(Gave)
    def _gave(self) -> None:
        self._working(1, 1)

    def _working(self, done: int, total: int) -> None:
        bar = self.query_one("#lock-bar", ProgressBar)
        bar.update(total=max(1, total), progress=done)
        bar.set_class(done >= total, "hidden")


def _lines(instansi: Instansi, read: ChecklistRead) -> list[Line]:
    found = list(gate_lines(read.gates, read.counted))
    if instansi.fase in WRITING_SPTJM and instansi.sptjm is None:
        found += [heading("Isi SPTJM dari pengaturan"), *blank_lines(sptjm_blanks(instansi))]
    return found
