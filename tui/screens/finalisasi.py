"""Finalising: the checklist, the SPTJM as PDF, its signed scan, and the confirmation by typing."""

from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from registry.desk.gates import Gate, gates
from registry.model.codes import Fase
from registry.model.instansi import Instansi
from registry.normalise.text import format_date
from registry.workflow.actions import ACTIONS, Action
from tui.actions import bindings
from tui.command import Command
from tui.deeds.tahap import attach_sptjm, compose_final, finalise, reopen, write_sptjm
from tui.dialogs.confirm import Confirm, TypeToConfirm
from tui.dialogs.fields import Field, Fields, ask_reason
from tui.dialogs.file import ChooseFile, SaveFile
from tui.moments import read_day, write_day
from tui.screens.base import RoomScreen
from tui.session import Session
from tui.widgets.gates import GateList

SCANS = (".pdf", ".jpg", ".jpeg")
STEPS = (
    (Action.UMUMKAN, "Umumkan prafinalisasi", "di layar Umumkan (F6)"),
    (Action.SUSUN_FINAL, "Susun daftar final", "S"),
    (Action.LAMPIRKAN_SPTJM, "Cetak, tandatangani, dan lampirkan SPTJM", "P lalu L"),
    (Action.FINALISASI, "Finalisasi", "K"),
)


@dataclass
class ChecklistRead(Message):
    """The gates of the next step."""

    step: str
    gates: list[Gate]


class FinalisasiScreen(RoomScreen):
    """Where the agency stands on the way to FINAL, and the next step."""

    place: ClassVar[str] = "finalisasi"
    BINDINGS: ClassVar[list[BindingType]] = bindings("finalisasi")

    def body(self) -> ComposeResult:
        """Lay out the way, the checklist and what is known."""
        with VerticalScroll(classes="page"):
            yield Static("Jalan menuju final", classes="heading")
            yield Static("", id="steps")
            yield Static("Daftar periksa", id="check-title", classes="heading", markup=False)
            yield GateList()
            yield Static("", id="facts", classes="prose")

    def load(self) -> None:
        """Read the gates."""

        def job(session: Session) -> ChecklistRead:
            found = gates(session.store, session.clock(), session.periode)
            return ChecklistRead(ACTIONS[found[0].langkah].label if found else "", found)

        self.ask(job, lambda read: read, doing="Membaca daftar periksa")

    @on(ChecklistRead)
    async def _show(self, message: ChecklistRead) -> None:
        instansi = self.session.instansi
        if instansi is None:
            return
        self.query_one("#steps", Static).update(_steps(instansi))
        title = f"Yang harus terpenuhi untuk langkah berikutnya: {message.step}" if message.step else "Terkunci"
        self.query_one("#check-title", Static).update(title)
        await self.query_one(GateList).show(message.gates)
        self.query_one("#facts", Static).update(_facts(instansi))
        self.refresh_bindings()

    def may(self, command: Command) -> bool:
        """Each step has its own place in the order."""
        instansi = self.session.instansi
        if not super().may(command) or instansi is None:
            return False
        if command.name == "buka":
            return instansi.sptjm is None
        return instansi.sptjm is not None if command.name == "kunci" else True

    def do_susun(self) -> None:
        """Freeze the final list."""
        text = "Daftar final dibekukan. SPTJM dibuat untuk tepat daftar ini; selama SPTJM belum dilampirkan ia dapat dibuka kembali."
        self.question(Confirm("Susun daftar final?", text, yes="Susun"), lambda _: self.write(compose_final()))

    def do_buka(self) -> None:
        """Reopen, with a reason."""
        dialog = ask_reason("Buka kembali?", "Daftar final dilepas dan data dapat dibetulkan lagi.", yes="Buka kembali")
        self.question(dialog, lambda answer: self.write(reopen(answer["alasan"])))

    def do_surat(self) -> None:
        """Ask for number and date, then write the PDF."""
        dialog = Fields("Surat SPTJM", self._letter_fields(), yes="Lanjut", check=_check_day)
        self.question(dialog, self._ask_target)

    def _letter_fields(self) -> list[Field]:
        return [
            Field("nomor", "Nomor SPTJM", hint="nomor surat Anda", required=True),
            Field("tanggal", "Tanggal SPTJM", write_day(self.session.clock().date()), required=True),
        ]

    def _ask_target(self, answer: dict[str, str]) -> None:
        kode = self.session.instansi.kode if self.session.instansi else ""
        text = "Cetak surat ini, bubuhi meterai dan tanda tangan PPK, pindai, lalu lampirkan."
        dialog = SaveFile("Simpan SPTJM sebagai PDF", text, Path.cwd() / f"sptjm-{kode}.pdf")
        self.question(dialog, lambda target: self._write_letter(answer, target))

    def _write_letter(self, answer: dict[str, str], target: Path) -> None:
        tanggal = read_day(answer["tanggal"])
        if tanggal:
            self.write(write_sptjm(answer["nomor"], tanggal, target))

    def do_lampirkan(self) -> None:
        """Choose the scan, then say which letter it is."""
        self.question(ChooseFile("Pilih pindaian SPTJM", Path.cwd(), SCANS), self._ask_letter)

    def _ask_letter(self, scan: Path) -> None:
        fields = [
            *self._letter_fields(),
            Field("sidik", "Sidik daftar yang tercetak", hint="8 huruf pertama; boleh kosong"),
        ]
        dialog = Fields("Lampirkan SPTJM", fields, text=scan.name, yes="Lampirkan", check=_check_day)

        def go(answer: dict[str, str]) -> None:
            tanggal = read_day(answer["tanggal"])
            if tanggal:
                self.write(attach_sptjm(scan, answer["nomor"], tanggal, answer["sidik"]))

        self.question(dialog, go)

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
        self.question(dialog, lambda _: self.write(finalise(answer["nomor"], tanggal)))


def _check_day(answer: dict[str, str]) -> str:
    return "" if read_day(answer["tanggal"]) else "Tanggal tidak terbaca. Contoh: 7-10-2022"


def _steps(instansi: Instansi) -> Content:
    done = {
        Fase.PENDAFTARAN: 0, Fase.UJI_PUBLIK: 1, Fase.PERPANJANGAN: 1, Fase.MENUNGGU_SPTJM: 2, Fase.FINAL: 4,
    }[instansi.fase] + (1 if instansi.fase is Fase.MENUNGGU_SPTJM and instansi.sptjm else 0)  # fmt: skip
    lines = []
    for n, (_, label, key) in enumerate(STEPS):
        word, style = ("[sudah]   ", "$text-success") if n < done else ("[nanti]   ", "$foreground 60%")
        if n == done:
            word, style = "[sekarang]", "$text-warning"
        hint = f"   {key}" if n == done else ""
        lines.append(Content.assemble((f"{word} {n + 1}. {label}", style), (hint, "$foreground 70%")))
    return Content("\n").join(lines)


def _facts(instansi: Instansi) -> Content:
    lines = []
    if instansi.fase is Fase.FINAL:
        lines.append(
            Content.styled(
                "Data instansi ini sudah final dan terkunci. Situs dapat diterbitkan (F8).", "bold $text-success"
            )
        )
    if instansi.sidik_final:
        lines.append(Content(f"Sidik daftar final: {instansi.sidik_final}"))
    if instansi.sptjm:
        lines.append(
            Content(f"SPTJM nomor {instansi.sptjm.nomor}, {format_date(instansi.sptjm.tanggal)}, pindaian terlampir.")
        )
    return Content("\n").join(lines)
