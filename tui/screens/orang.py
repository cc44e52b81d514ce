"""One person: a form with the findings beside the fields. What is unsaved is asked about before it is lost."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.timer import Timer
from textual.widgets import Input, Static

from registry.desk import pegawai as desk
from registry.desk.fields import FORM_FIELDS, Reading, fields_of
from registry.model.finding import Finding
from registry.model.pegawai import Pegawai
from registry.workflow.actions import Action
from tui.actions import bindings
from tui.command import Command
from tui.deeds.orang import PersonSaved, save_person
from tui.dialogs.confirm import Confirm
from tui.screens.base import BaseScreen
from tui.session import Session
from tui.widgets.detail import finding_lines
from tui.widgets.field_row import FieldRow
from tui.words import SYARAT, TONE_STYLE, in_words, kolom, number
from tui.work import Gave

HINTS = {
    "nik": "16 angka; spasi dan titik boleh",
    "nama": "tanpa gelar atau dengan gelar",
    "tanggal_lahir": "17-08-1990",
    "jenis_kelamin": "Laki-laki atau Perempuan",
    "tanggal_mulai": "01-01-2020",
    "sumber_gaji": "APBN, APBD, BOS ...",
    "pendidikan": "SMA, D3, S1 ...",
    "kategori": "Non-ASN atau THK-II",
}
PAUSE = 0.25


@dataclass
class FormRead(Message):
    """A person and the texts of the fields."""

    pegawai: Pegawai
    fields: dict[str, str]


@dataclass
class Checked(Message):
    """What the core says about the texts."""

    reading: Reading


class OrangScreen(BaseScreen):
    """Form of one person; `nomor` empty: a new one. `neighbours`: numbers in the order of the list it came from."""

    place: ClassVar[str] = "orang"
    BINDINGS: ClassVar[list[BindingType]] = bindings("orang")

    def __init__(self, nomor: str, neighbours: Sequence[str]) -> None:
        super().__init__()
        self.nomor = nomor
        self.neighbours = neighbours
        self.saving = False
        self._timer: Timer | None = None

    def body(self) -> ComposeResult:
        """Lay out heading and fields."""
        yield Static("Orang baru" if not self.nomor else self.nomor, id="who", classes="heading", markup=False)
        with VerticalScroll(id="form", can_focus=False):
            for name in FORM_FIELDS:
                yield FieldRow(name, kolom(name), "", HINTS.get(name, ""))
            yield Static("", id="rules")
        yield Static("", id="below", classes="remark")

    def on_mount(self) -> None:
        """Fill the form."""
        form = self.query_one("#form")
        for measure in ("scroll_y", "virtual_size", "size"):
            self.watch(form, measure, self._tell_below)
        if self.nomor:
            self._read()

    def _read(self) -> None:
        nomor = self.nomor

        def job(session: Session) -> FormRead:
            pegawai = session.person(nomor)
            return FormRead(pegawai, fields_of(pegawai))

        self.ask(job, lambda read: read, doing="Membaca data orang")

    @on(FormRead)
    def _fill(self, message: FormRead) -> None:
        for row in self.query(FieldRow):
            row.set_value(in_words(row.field, message.fields.get(row.field, "")))
        self._head(message.pegawai)
        self._check()

    def _head(self, pegawai: Pegawai) -> None:
        place = (
            f"   {number(self.neighbours.index(self.nomor) + 1)} dari {number(len(self.neighbours))}"
            if self.neighbours
            else ""
        )
        word, tone = SYARAT[pegawai.syarat_berlaku]
        self.query_one("#who", Static).update(
            Content.assemble(
                (pegawai.nama, "bold"), f"  {pegawai.nomor}  ", (word, TONE_STYLE[tone]), (place, "$foreground 60%")
            )
        )

    def _tell_below(self) -> None:
        """Say that the form goes on below what is seen."""
        form = self.query_one("#form")
        seen = form.scroll_y + form.size.height
        hidden = sum(row.virtual_region.y >= seen for row in self.query(FieldRow))
        text = f"▼ {hidden} isian lagi di bawah (Tab atau PgDn)" if hidden else ""
        self.query_one("#below", Static).update(text)

    # checking while typing

    @property
    def values(self) -> dict[str, str]:
        """What stands in the fields."""
        return {row.field: row.value for row in self.query(FieldRow)}

    @property
    def unsaved(self) -> bool:
        """Something was changed since the last reading or saving."""
        return any(row.value != row.first for row in self.query(FieldRow))

    @on(Input.Changed)
    def _typed(self) -> None:
        if self._timer:
            self._timer.stop()
        self._timer = self.set_timer(PAUSE, self._check)

    def _check(self) -> None:
        values = self.values
        self.ask(lambda session: desk.check_fields(values, session.periode), Checked, doing="Memeriksa isian")

    @on(Checked)
    def _show_findings(self, message: Checked) -> None:
        reading = message.reading
        blocking = {finding.kolom for finding in reading.halangan}
        show_blocking = bool(self.nomor) or self.unsaved
        by_field: dict[str, list[Finding]] = {}
        for finding in (*(reading.halangan if show_blocking else ()), *reading.temuan):
            if finding not in by_field.setdefault(finding.kolom, []):
                by_field[finding.kolom].append(finding)
        for row in self.query(FieldRow):
            row.show(by_field.get(row.field, []), row.field in blocking)
        rules = reading.calon.temuan_syarat if reading.calon else ()
        self.query_one("#rules", Static).update(
            Content("\n").join(list(finding_lines("Menurut aturan periode ini", rules)))
        )

    @on(Input.Submitted)
    def _next_field(self) -> None:
        self.focus_next(Input)

    # commands

    def may(self, command: Command) -> bool:
        """Neighbours exist only within a list; nothing is saved twice at once."""
        if command.name in {"sebelumnya", "berikutnya"}:
            return len(self.neighbours) > 1
        if command.name == "simpan":
            return not self.saving and self.session.may((Action.UBAH if self.nomor else Action.TAMBAH,))
        return super().may(command)

    def do_simpan(self) -> None:
        """Save; the core refuses what cannot stand."""
        if self.nomor and not self.unsaved:
            self.notify("Tidak ada perubahan.")
            return
        self.saving = True
        self.write(save_person(self.nomor, self.values))

    @on(Gave)
    def _not_saved(self) -> None:
        self.saving = False

    @on(PersonSaved)
    def _saved(self, message: PersonSaved) -> None:
        self.saving = False
        self.nomor = message.nomor
        if self.nomor not in self.neighbours:
            self.neighbours = []
        self._read()

    def do_kembali(self) -> None:
        """Go back to the list, after a question if something is unsaved."""
        self._leave_then(self.app.pop_screen)

    def do_sebelumnya(self) -> None:
        """Show the person before in the list."""
        self._leave_then(lambda: self._step(-1))

    def do_berikutnya(self) -> None:
        """Show the next person in the list."""
        self._leave_then(lambda: self._step(1))

    def _step(self, by: int) -> None:
        place = self.neighbours.index(self.nomor) + by
        if 0 <= place < len(self.neighbours):
            self.nomor = self.neighbours[place]
            self._read()

    def _leave_then(self, then: "object") -> None:
        def go(_: bool) -> None:  # noqa: FBT001
            if callable(then):
                then()

        if self.unsaved:
            text = "Perubahan pada orang ini belum disimpan."
            self.question(Confirm("Buang perubahan?", text, yes="Buang", no="Lanjut menyunting", danger=True), go)
        else:
            go(True)
