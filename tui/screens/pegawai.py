"""The people of the instansi: search as you type, filters, marks, and what can be done with those marked."""

from dataclasses import dataclass, replace
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Static

from registry.model.codes import AlasanCoret, Syarat
from registry.model.pegawai import Pegawai, PegawaiRingkas
from registry.workflow.actions import ACTIONS, Action
from registry.workflow.names import ALASAN_CORET, STATUS_PEGAWAI
from registry.workflow.steps import allowed_for_pegawai
from tui.actions import bindings
from tui.command import Command
from tui.deeds.masukan import receive_sanggahan
from tui.deeds.orang import cross_out, decide_syarat, verify, with_reason
from tui.dialogs.confirm import Confirm
from tui.dialogs.fields import Field, Fields, ask_reason
from tui.dialogs.filter import describe, filter_of, filter_question
from tui.people import NOBODY, Filter, People, index_people, mask_of
from tui.screens.base import RoomScreen
from tui.screens.orang import OrangScreen
from tui.session import Session
from tui.widgets.columns import Column, Tone
from tui.widgets.detail import PersonDetail
from tui.widgets.table import LineTable
from tui.words import KATEGORI, STATUS_TONE, SYARAT, number


@dataclass
class PeopleRead(Message):
    """Everyone, ready for searching."""

    people: People


@dataclass
class Masked(Message):
    """Which rows fit a filter."""

    wanted: Filter
    mask: bytes


@dataclass
class PersonRead(Message):
    """The person under the cursor, whole."""

    pegawai: Pegawai


def _syarat(row: PegawaiRingkas) -> str:
    word = SYARAT[row.syarat_berlaku][0]
    return word if row.syarat or row.syarat_usulan is None else f"{word} (usul)"


def _tone(row: PegawaiRingkas) -> Tone:
    return SYARAT[row.syarat_berlaku][1]


COLUMNS: tuple[Column[PegawaiRingkas], ...] = (
    Column("nama", "Nama", lambda row: row.nama, width=20, grow=2),
    Column("nik", "NIK", lambda row: row.nik, width=16, from_width=94),
    Column("jabatan", "Jabatan", lambda row: row.jabatan, width=16, grow=2, from_width=112),
    Column("unit_kerja", "Unit kerja", lambda row: row.unit_kerja, width=23, grow=2, ends=True),
    Column("kategori", "Kategori", lambda row: KATEGORI[row.kategori], width=8, from_width=124),
    Column("status", "Status", lambda row: STATUS_PEGAWAI[row.status], width=13, tone=lambda row: STATUS_TONE[row.status]),
    Column("syarat", "Syarat", _syarat, width=10, tone=_tone),
    Column(
        "temuan", "Temuan", lambda row: number(len(row.temuan)) if row.temuan else "", width=6, right=True,
        tone=lambda _: "warn", sort=lambda row: len(row.temuan),
    ),
    Column("nomor", "Nomor", lambda row: row.nomor, width=13, from_width=138),
)  # fmt: skip

NEEDED = {
    "verifikasi": Action.VERIFIKASI,
    "kembalikan": Action.KEMBALIKAN,
    "syarat": Action.PUTUSKAN_SYARAT,
    "coret": Action.CORET,
    "ajukan": Action.AJUKAN_KEMBALI,
    "pulihkan": Action.PULIHKAN,
}


class PegawaiScreen(RoomScreen):
    """Table of people."""

    place: ClassVar[str] = "pegawai"
    BINDINGS: ClassVar[list[BindingType]] = bindings("pegawai")
    AUTO_FOCUS = "#people"

    def __init__(self) -> None:
        super().__init__()
        self.people = NOBODY
        self.wanted = Filter()

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
        """Read everyone."""
        self.ask(_everyone, PeopleRead, doing="Membaca daftar orang")

    @on(PeopleRead)
    def _read(self, message: PeopleRead) -> None:
        self.people = message.people
        self.query_one("#people", LineTable).show(message.people.rows, mask_of(message.people, self.wanted))
        self._tell()

    @on(Input.Changed, "#words")
    def _typed(self, event: Input.Changed) -> None:
        self._want(replace(self.wanted, words=event.value))

    def _want(self, wanted: Filter) -> None:
        self.wanted = wanted
        people = self.people
        self.working.ask(self, lambda _: mask_of(people, wanted), lambda mask: Masked(wanted, mask), alone=False)

    @on(Masked)
    def _masked(self, message: Masked) -> None:
        if message.wanted == self.wanted and len(message.mask) == len(self.people.rows):
            self.query_one("#people", LineTable).show_only(message.mask)
            self._tell()

    def _tell(self) -> None:
        table = self.query_one("#people", LineTable)
        marked = len(table.marked)
        counts = f" {number(table.count)} dari {number(len(self.people.rows))} orang "
        self.query_one("#counts", Static).update(counts + (f"· {number(marked)} ditandai " if marked else ""))
        parts = describe(self.wanted)
        line = self.query_one("#filters", Static)
        line.update(" Saringan: " + " · ".join(parts) + "   (L melepas)")
        line.set_class(not parts, "hidden")
        self.refresh_bindings()

    @on(LineTable.SelectionChanged, "#people")
    def _marked(self) -> None:
        self._tell()

    @on(LineTable.Highlighted, "#people")
    def _highlighted(self, message: LineTable.Highlighted) -> None:
        self.refresh_bindings()
        if isinstance(message.row, PegawaiRingkas) and self.query_one("#detail").display:
            nomor = message.row.nomor
            self.ask(lambda session: session.person(nomor), PersonRead)

    @on(PersonRead)
    def _show_person(self, message: PersonRead) -> None:
        row = self.query_one("#people", LineTable).cursor_row
        if isinstance(row, PegawaiRingkas) and row.nomor == message.pegawai.nomor:
            self.query_one("#detail", PersonDetail).show(message.pegawai)

    # what is possible

    def chosen(self) -> list[PegawaiRingkas]:
        """Return the marked people, or the one under the cursor."""
        return [row for row in self.query_one("#people", LineTable).chosen_rows if isinstance(row, PegawaiRingkas)]

    def may(self, command: Command) -> bool:
        """Besides the phase, the state of the row under the cursor decides."""
        if not super().may(command) or not self.query("#people"):
            return False
        row = self.query_one("#people", LineTable).cursor_row
        if command.name in {"cari", "tabel"}:
            return (self.focused is self.query_one("#words")) == (command.name == "tabel")
        if command.name in {"buka", "sanggah"}:
            return row is not None
        if command.name == "lepas":
            return not self.wanted.is_empty
        needed = NEEDED.get(command.name)
        if needed is None:
            return True
        instansi = self.session.instansi
        return (
            isinstance(row, PegawaiRingkas)
            and instansi is not None
            and needed in allowed_for_pegawai(instansi.fase, row.status)
        )

    # commands

    def do_cari(self) -> None:
        """Go to the search line."""
        self.query_one("#words", Input).focus()

    @on(Input.Submitted, "#words")
    def do_tabel(self) -> None:
        """Go from the search line to the table."""
        self.query_one("#people", LineTable).focus()

    def do_lepas(self) -> None:
        """Drop search and filters."""
        self.wanted = Filter()
        words = self.query_one("#words", Input)
        with words.prevent(Input.Changed):
            words.value = ""
        self._want(self.wanted)

    def show_unit(self, unit: str) -> None:
        """Show the people of one unit, whatever was searched before."""
        self.take_filter(Filter(unit=unit))

    def take_filter(self, wanted: Filter) -> None:
        """Show whom a filter leaves; the search line follows."""
        words = self.query_one("#words", Input)
        with words.prevent(Input.Changed):
            words.value = wanted.words
        self._want(wanted)

    def do_saring(self) -> None:
        """Ask for filters."""
        self.question(filter_question(self.wanted, self.people.units), self._take)

    def _take(self, answer: dict[str, str]) -> None:
        self._want(filter_of(answer, self.wanted.words))

    @on(LineTable.Activated, "#people")
    def do_buka(self) -> None:
        """Open the person under the cursor."""
        table = self.query_one("#people", LineTable)
        if isinstance(table.cursor_row, PegawaiRingkas):
            self.app.push_screen(OrangScreen(table.cursor_row.nomor, [row.nomor for row in table.listing.shown()]))

    def do_tambah(self) -> None:
        """Open an empty form."""
        self.app.push_screen(OrangScreen("", []))

    def do_verifikasi(self) -> None:
        """Verify those chosen, after a question when there are several."""
        numbers = _numbers(self.chosen())
        text = f"{number(len(numbers))} orang dinyatakan sudah diperiksa dan usul MS/TMS-nya dikukuhkan."
        self.question(Confirm("Verifikasi?", text, yes="Verifikasi"), lambda _: self.write(verify(numbers)))

    def do_kembalikan(self) -> None:
        """Return those chosen to their unit."""
        self._with_reason(Action.KEMBALIKAN)

    def do_ajukan(self) -> None:
        """Make returned records drafts again."""
        self._with_reason(Action.AJUKAN_KEMBALI)

    def do_pulihkan(self) -> None:
        """Take back a crossing-out."""
        self._with_reason(Action.PULIHKAN)

    def _with_reason(self, action: Action) -> None:
        info = ACTIONS[action]
        numbers = _numbers(self.chosen())

        text = f"{info.penjelasan} ({number(len(numbers))} orang)"
        self.question(
            ask_reason(f"{info.label}?", text, yes=info.label),
            lambda answer: self.write(with_reason(action, numbers, answer["alasan"])),
        )

    def do_syarat(self) -> None:
        """Decide MS or TMS."""
        numbers = _numbers(self.chosen())
        fields = [
            Field("syarat", "Putusan", required=True, choices=(("Memenuhi syarat (MS)", "MS"), ("Tidak memenuhi syarat (TMS)", "TMS"))),
            Field("alasan", "Alasan", hint="wajib bila berbeda dari usul aturan"),
        ]  # fmt: skip
        dialog = Fields(f"Putuskan MS/TMS untuk {number(len(numbers))} orang", fields, yes="Putuskan")

        self.question(
            dialog, lambda answer: self.write(decide_syarat(numbers, Syarat(answer["syarat"]), answer["alasan"]))
        )

    def do_coret(self) -> None:
        """Cross out those chosen."""
        numbers = _numbers(self.chosen())
        reasons = tuple(
            (label, str(code)) for code, label in ALASAN_CORET.items() if code is not AlasanCoret.SANGGAHAN_DITERIMA
        )
        fields = [Field("sebab", "Sebab", required=True, choices=reasons), Field("alasan", "Alasan", required=True)]
        text = f"{number(len(numbers))} orang dikeluarkan dari daftar. Datanya tetap tersimpan dan dapat dipulihkan."

        self.question(
            Fields("Coret dari daftar?", fields, text=text, yes="Coret", danger=True),
            lambda answer: self.write(cross_out(numbers, AlasanCoret(answer["sebab"]), answer["alasan"])),
        )

    def do_sanggah(self) -> None:
        """Record an objection to the person under the cursor."""
        row = self.query_one("#people", LineTable).cursor_row
        if not isinstance(row, PegawaiRingkas):
            return
        nomor = row.nomor
        fields = [
            Field("isi", "Isi sanggahan", required=True),
            Field("pelapor", "Nama penyanggah"),
            Field("kontak", "Kontak penyanggah"),
        ]

        self.question(
            Fields("Catat sanggahan", fields, text=f"{row.nama} ({nomor})"),
            lambda answer: self.write(receive_sanggahan(nomor, answer)),
        )


def _numbers(rows: list[PegawaiRingkas]) -> list[str]:
    return [row.nomor for row in rows]


def _everyone(session: Session) -> People:
    return index_people(session.people())
