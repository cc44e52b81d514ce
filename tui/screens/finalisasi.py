"""Finalising: the checklist and where each line is dealt with, the SPTJM and its scan, the lock, and the calm after it."""

from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.message import Message
from textual.widgets import OptionList, ProgressBar, Static

from registry.desk.gates import Gate, gates
from registry.desk.sptjm import Scan, look_at_scan
from registry.desk.sptjm_isi import sptjm_blanks
from registry.desk.tally import Tally, tally
from registry.desk.terkunci import Terkunci, locked
from registry.model.codes import Fase
from registry.model.instansi import Instansi
from registry.workflow.actions import ACTIONS
from tui.actions import bindings
from tui.command import Command
from tui.deeds.tahap import attach_sptjm, compose_final, finalise, reopen, write_sptjm
from tui.dialogs.confirm import Confirm, TypeToConfirm
from tui.dialogs.fields import Field, Fields, ask_reason
from tui.dialogs.file import ChooseFile, SaveFile
from tui.editions import EditionLine, editions
from tui.final_words import facts, locked_words, steps
from tui.moments import read_day, write_day
from tui.people import Filter
from tui.screens.base import RoomScreen
from tui.screens.pegawai import PegawaiScreen
from tui.session import Session
from tui.widgets.checklist import Checklist, Line, blank_lines, gate_lines, heading
from tui.words import number
from tui.work import Gave, Progress, Reporter

SCANS = (".pdf", ".jpg", ".jpeg")
WRITING_SPTJM = {Fase.UJI_PUBLIK, Fase.PERPANJANGAN, Fase.MENUNGGU_SPTJM}


@dataclass
class ChecklistRead(Message):
    """The gates of the next step with the counts behind them; once FINAL, what stands."""

    gates: list[Gate]
    counted: Tally
    locked: Terkunci | None
    editions: list[EditionLine]


@dataclass
class ScanSeen(Message):
    """A sound scan."""

    path: Path
    scan: Scan


class FinalisasiScreen(RoomScreen):
    """Where the agency stands on the way to FINAL, and the next step."""

    place: ClassVar[str] = "finalisasi"
    BINDINGS: ClassVar[list[BindingType]] = bindings("finalisasi")
    AUTO_FOCUS = "#checklist"

    def __init__(self) -> None:
        super().__init__()
        self.letter: dict[str, str] = {}

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
        if not super().may(command) or instansi is None or not self.query(Checklist):
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
            self._show_people(jump.wanted)
        self.action_do(jump.command)

    def _show_people(self, wanted: Filter) -> None:
        """Let the room of people show only these."""
        room = self.app.get_screen("pegawai")
        if isinstance(room, PegawaiScreen):
            if room.is_mounted:
                room.take_filter(wanted)
            else:
                room.wanted = wanted

    # the steps

    def do_susun(self) -> None:
        """Freeze the final list."""
        text = "Daftar final dibekukan. SPTJM dibuat untuk tepat daftar ini; selama SPTJM belum dilampirkan ia dapat dibuka kembali."
        self.question(Confirm("Susun daftar final?", text, yes="Susun"), lambda _: self.write(compose_final()))

    def do_buka(self) -> None:
        """Reopen, with a reason."""
        dialog = ask_reason("Buka kembali?", "Daftar final dilepas dan data dapat dibetulkan lagi.", yes="Buka kembali")
        self.question(dialog, lambda answer: self.write(reopen(answer["alasan"])))

    def do_surat(self) -> None:
        """Ask for number and date, then write the PDF; what would be printed empty is said first."""
        instansi = self.session.instansi
        missing = [blank.judul for blank in sptjm_blanks(instansi) if blank.kurang] if instansi else []
        text = f"Belum diisi dan akan dicetak kosong: {', '.join(missing)}. Isi dengan F10." if missing else ""
        dialog = Fields("Surat SPTJM", self._letter_fields(), text=text, yes="Lanjut", check=_check_day)
        self.question(dialog, self._ask_target)

    def _letter_fields(self) -> list[Field]:
        today = write_day(self.session.clock().date())
        return [
            Field("nomor", "Nomor SPTJM", self.letter.get("nomor", ""), hint="nomor surat Anda", required=True),
            Field("tanggal", "Tanggal SPTJM", self.letter.get("tanggal", today), required=True),
        ]

    def _ask_target(self, answer: dict[str, str]) -> None:
        self.letter = answer
        kode = self.session.instansi.kode if self.session.instansi else ""
        text = "Cetak surat ini, bubuhi meterai dan tanda tangan PPK, pindai, lalu lampirkan."
        dialog = SaveFile("Simpan SPTJM sebagai PDF", text, Path.cwd() / f"sptjm-{kode}.pdf")
        self.question(dialog, lambda target: self._write_letter(answer, target))

    def _write_letter(self, answer: dict[str, str], target: Path) -> None:
        tanggal = read_day(answer["tanggal"])
        if tanggal:
            self.write(write_sptjm(answer["nomor"], tanggal, target))

    def do_lampirkan(self) -> None:
        """Choose the scan, look at it, then say which letter it is."""
        self.question(ChooseFile("Pilih pindaian SPTJM", Path.cwd(), SCANS), self._look_at)

    def _look_at(self, path: Path) -> None:
        self.working.ask(
            self,
            lambda _: look_at_scan(path),
            lambda scan: ScanSeen(path, scan),
            doing="Memeriksa pindaian",
            alone=False,
        )

    @on(ScanSeen)
    def _ask_letter(self, message: ScanSeen) -> None:
        scan, path = message.scan, message.path
        size = number(max(1, scan.ukuran // 1024))
        text = f"{path.name}: {scan.jenis}, {number(scan.halaman)} halaman, {size} KB. Cocokkan dengan surat aslinya."
        sidik = Field("sidik", "Sidik daftar yang tercetak", hint="8 huruf pertama; boleh kosong")

        def go(answer: dict[str, str]) -> None:
            tanggal = read_day(answer["tanggal"])
            if tanggal:
                self.write(attach_sptjm(path, answer["nomor"], tanggal, answer["sidik"]))

        fields = [*self._letter_fields(), sidik]
        self.question(Fields("Lampirkan SPTJM", fields, text=text, yes="Lampirkan", check=_check_day), go)

    def do_kunci(self) -> None:
        """Ask for the announcement, then for the name of the agency, then lock."""
        fields = [
            Field("nomor", "Nomor pengumuman final", hint="nomor surat Anda", required=True),
            Field("tanggal", "Tanggal pengumuman", write_day(self.session.clock().date()), required=True),
        ]
        self.question(Fields("Pengumuman final", fields, yes="Lanjut", check=_check_day), self._confirm)

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


def _check_day(answer: dict[str, str]) -> str:
    return "" if read_day(answer["tanggal"]) else "Tanggal tidak terbaca. Contoh: 7-10-2022"
