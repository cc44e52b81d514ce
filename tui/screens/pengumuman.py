"""Announcing the prafinalisasi list, and extending its window. The gates stand above the form."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from registry.desk.gates import Gate, gates
from registry.model.codes import Fase
from registry.model.instansi import Instansi, UjiPublik
from registry.workflow.actions import Action
from tui.actions import bindings
from tui.deeds.tahap import announce, extend
from tui.dialogs.confirm import Confirm
from tui.dialogs.fields import Field, Fields
from tui.editions import EditionLine, editions, in_lines
from tui.moments import read_day, read_moment, write_day, write_moment
from tui.screens.base import RoomScreen
from tui.session import Session
from tui.widgets.field_row import FieldRow
from tui.widgets.gates import GateList

FORM = (
    ("nomor", "Nomor pengumuman", "nomor surat Anda"),
    ("tanggal", "Tanggal surat", "7-10-2022"),
    ("mulai", "Uji publik mulai", "7-10-2022 08.00"),
    ("selesai", "Uji publik selesai", "14-10-2022 16.00"),
)
HEADINGS = {
    Fase.PENDAFTARAN: "Pengumuman prafinalisasi",
    Fase.UJI_PUBLIK: "Uji publik sedang dibuka",
    Fase.PERPANJANGAN: "Uji publik diperpanjang",
    Fase.MENUNGGU_SPTJM: "Daftar final disusun; pengumumannya lewat Finalisasi (F7)",
    Fase.FINAL: "Daftar final sudah diumumkan",
}


@dataclass
class StateRead(Message):
    """The gates of the next step and the editions so far."""

    gates: list[Gate]
    editions: list[EditionLine]
    minimum: int


class PengumumanScreen(RoomScreen):
    """Form before the announcement; state of the window after it."""

    place: ClassVar[str] = "pengumuman"
    BINDINGS: ClassVar[list[BindingType]] = bindings("pengumuman")

    def body(self) -> ComposeResult:
        """Lay out gates, form and editions."""
        with VerticalScroll(can_focus=False, classes="page"):
            yield Static("Pengumuman", id="announcing", classes="heading")
            yield Static("", id="window", classes="prose")
            for name, label, hint in FORM:
                yield FieldRow(name, label, "", hint).add_class("form-part")
            yield Static("Yang harus terpenuhi", classes="heading form-part")
            yield GateList()
            yield Static("Edisi yang sudah dibekukan", classes="heading")
            yield Static("", id="editions")

    def load(self) -> None:
        """Read gates and editions."""

        def job(session: Session) -> StateRead:
            store, periode = session.store, session.periode
            step = Action.UMUMKAN if store.instansi.fase is Fase.PENDAFTARAN else None
            found = gates(store, session.clock(), periode, step) if step else []
            return StateRead(found, editions(session), periode.uji_publik_minimum_hari)

        self.ask(job, lambda read: read, doing="Membaca keadaan pengumuman")

    @on(StateRead)
    async def _show(self, message: StateRead) -> None:
        instansi = self.session.instansi
        if instansi is None:
            return
        await self.query_one(GateList).show(message.gates)
        self.query_one("#announcing", Static).update(HEADINGS[instansi.fase])
        self.query_one("#window", Static).update(_window(instansi, message.minimum))
        announcing = instansi.fase is Fase.PENDAFTARAN
        for part in self.query(".form-part"):
            part.set_class(not announcing, "hidden")
        lines = [text for line in message.editions for text in in_lines(line, instansi.zona)]
        self.query_one("#editions", Static).update(Content("\n".join(lines) or "Belum ada."))
        if announcing and not self._row("tanggal").value:
            self._suggest(message.minimum)
        self.refresh_bindings()

    def _suggest(self, minimum: int) -> None:
        today = self.session.clock().date()
        self._row("tanggal").set_value(write_day(today))
        self._row("mulai").set_value(f"{write_day(today + timedelta(days=1))} 00.00")
        self._row("selesai").set_value(f"{write_day(today + timedelta(days=minimum + 1))} 16.00")

    def _row(self, name: str) -> FieldRow:
        return self.query_one(f"#row-{name}", FieldRow)

    @on(Input.Submitted)
    def _next_field(self) -> None:
        self.focus_next(Input)

    def do_umumkan(self) -> None:
        """Ask, then freeze the list and open the window."""
        instansi = self.session.instansi
        values = {name: self._row(name).value.strip() for name, _, _ in FORM}
        if instansi is None or (faults := _faults(values, instansi.zona)):
            self.notify("\n".join(faults if instansi else ()), title="Belum lengkap", severity="warning", markup=False)
            return
        mulai, selesai = (
            read_moment(values["mulai"], instansi.zona),
            read_moment(values["selesai"], instansi.zona, last=True),
        )
        tanggal = read_day(values["tanggal"])
        if not (mulai and selesai and tanggal):
            return
        window = UjiPublik(mulai, selesai)

        text = (
            f"Daftar {instansi.nama} dibekukan dan menjadi pengumuman nomor {values['nomor']}.\n"
            f"Uji publik: {write_moment(mulai, instansi.zona)} sampai {write_moment(selesai, instansi.zona)}."
        )
        self.question(
            Confirm("Umumkan prafinalisasi?", text, yes="Umumkan"),
            lambda _: self.write(announce(window, values["nomor"], tanggal)),
        )

    def do_perpanjang(self) -> None:
        """Ask for the new end, then freeze a new edition."""
        instansi = self.session.instansi
        if instansi is None:
            return
        zona = instansi.zona
        fields = [
            Field("selesai", "Uji publik selesai", hint="21-10-2022 16.00", required=True),
            Field("nomor", "Nomor pengumuman", hint="nomor surat Anda", required=True),
            Field("tanggal", "Tanggal surat", write_day(self.session.clock().date()), required=True),
            Field("alasan", "Alasan", required=True),
        ]

        def check(answer: dict[str, str]) -> str:
            if read_moment(answer["selesai"], zona, last=True) is None:
                return "Waktu selesai tidak terbaca. Contoh: 21-10-2022 16.00"
            return "" if read_day(answer["tanggal"]) else "Tanggal tidak terbaca. Contoh: 7-10-2022"

        def go(answer: dict[str, str]) -> None:
            selesai, tanggal = read_moment(answer["selesai"], zona, last=True), read_day(answer["tanggal"])
            if selesai and tanggal:
                self.write(extend(selesai, answer["nomor"], tanggal, answer["alasan"]))

        self.question(Fields("Perpanjang uji publik", fields, yes="Perpanjang", check=check), go)


def _faults(values: dict[str, str], zona: str) -> Sequence[str]:
    faults = []
    if not values["nomor"]:
        faults.append("Nomor pengumuman perlu diisi.")
    if read_day(values["tanggal"]) is None:
        faults.append("Tanggal surat tidak terbaca. Contoh: 7-10-2022")
    for name, label in (("mulai", "mulai"), ("selesai", "selesai")):
        if read_moment(values[name], zona) is None:
            faults.append(f"Waktu {label} tidak terbaca. Contoh: 14-10-2022 16.00")
    return faults


def _window(instansi: Instansi, minimum: int) -> Content:
    if instansi.uji_publik is None:
        return Content(
            f"Dengan mengumumkan, daftar dibekukan menjadi edisi prafinalisasi dan uji publik dibuka, paling singkat {minimum} hari. "
            "Kop surat, PPK, dan alamat masukan diisi dengan F10."
        )
    window, zona = instansi.uji_publik, instansi.zona
    return Content.assemble(
        ("Masa uji publik: ", "bold"), f"{write_moment(window.mulai, zona)} sampai {write_moment(window.selesai, zona)}.",
    )  # fmt: skip
