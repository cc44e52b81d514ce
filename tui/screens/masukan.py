"""The inbox: usulan and sanggahan, recorded and decided with a reason."""

from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from registry.desk import masukan as desk
from registry.model.codes import JenisMasukan
from registry.model.masukan import Masukan
from registry.normalise.text import format_date
from registry.workflow.actions import Action
from registry.workflow.names import STATUS_MASUKAN
from registry.workflow.steps import allowed_for_masukan
from tui.actions import bindings
from tui.command import Command
from tui.deeds.masukan import decide_masukan, receive_sanggahan, receive_usulan
from tui.dialogs.fields import Field, Fields
from tui.screens.base import RoomScreen
from tui.widgets.columns import Column
from tui.widgets.table import LineTable
from tui.words import MASUKAN_TONE, TONE_STYLE, number

NEEDED = {"kabulkan": Action.KABULKAN, "tolak": Action.TOLAK}


@dataclass
class InboxRead(Message):
    """Everything that came in."""

    rows: list[Masukan]


COLUMNS: tuple[Column[Masukan], ...] = (
    Column("tanda_terima", "Tanda terima", lambda row: row.tanda_terima, width=16),
    Column("jenis", "Jenis", lambda row: row.jenis.capitalize(), width=9),
    Column("masuk", "Masuk", lambda row: format_date(row.waktu.date()), width=17, sort=lambda row: row.waktu.isoformat(), from_width=84),
    Column("nama", "Tentang", lambda row: row.nama, width=20, grow=2),
    Column("isi", "Isi", lambda row: row.isi, width=12, grow=3, from_width=97),
    Column("status", "Status", lambda row: STATUS_MASUKAN[row.status], width=18, tone=lambda row: MASUKAN_TONE[row.status]),
)  # fmt: skip


class MasukanScreen(RoomScreen):
    """List on top, the whole text below."""

    place: ClassVar[str] = "masukan"
    BINDINGS: ClassVar[list[BindingType]] = bindings("masukan")
    AUTO_FOCUS = "#inbox"

    def __init__(self) -> None:
        super().__init__()
        self.open_only = False

    def body(self) -> ComposeResult:
        """Lay out list and text."""
        yield Static("Usulan dan sanggahan", id="inbox-title", classes="heading")
        with Vertical(classes="stack"):
            yield LineTable(COLUMNS, lambda row: row.tanda_terima, id="inbox", empty="Belum ada usulan atau sanggahan.")
            with VerticalScroll(id="masukan-detail", can_focus=False):
                yield Static("", id="masukan-text")

    def load(self) -> None:
        """Read the inbox."""
        self.ask(lambda session: desk.inbox(session.store), InboxRead, doing="Membaca kotak masuk")

    @on(InboxRead)
    def _show(self, message: InboxRead) -> None:
        self.query_one("#inbox", LineTable).show(message.rows)
        self._filter()

    def _filter(self) -> None:
        table = self.query_one("#inbox", LineTable)
        rows = [row for row in table.rows if isinstance(row, Masukan)]
        undecided = bytearray(not row.alasan and row.diputus_pada is None for row in rows)
        table.show_only(undecided if self.open_only else None)
        kind = "yang belum diputus" if self.open_only else "semua"
        title = f"Usulan dan sanggahan ({kind}): {number(table.count)}, belum diputus {number(sum(undecided))}"
        self.query_one("#inbox-title", Static).update(title)
        self.refresh_bindings()

    def _row(self) -> Masukan | None:
        row = self.query_one("#inbox", LineTable).cursor_row if self.query("#inbox") else None
        return row if isinstance(row, Masukan) else None

    @on(LineTable.Highlighted, "#inbox")
    def _highlighted(self) -> None:
        row = self._row()
        self.query_one("#masukan-text", Static).update(_describe(row) if row else "")
        self.refresh_bindings()

    def may(self, command: Command) -> bool:
        """A decision must be possible for the row under the cursor."""
        if not super().may(command):
            return False
        needed = NEEDED.get(command.name)
        if needed is None:
            return True
        row, instansi = self._row(), self.session.instansi
        return row is not None and instansi is not None and needed in allowed_for_masukan(instansi.fase, row.status)

    def do_belum(self) -> None:
        """Show only what is undecided, or everything."""
        self.open_only = not self.open_only
        self._filter()

    def do_usulan(self) -> None:
        """Record a proposal."""
        fields = [
            Field("nama", "Nama yang diusulkan", required=True),
            Field("isi", "Isi usulan", required=True),
            Field("nik", "NIK"),
            Field("unit_kerja", "Unit kerja"),
            Field("jabatan", "Jabatan"),
            Field("pelapor", "Nama pengusul"),
            Field("kontak", "Kontak pengusul"),
        ]
        self.question(Fields("Catat usulan", fields), lambda answer: self.write(receive_usulan(answer)))

    def do_sanggahan(self) -> None:
        """Record an objection."""
        fields = [
            Field(
                "nomor_pegawai", "Nomor orang yang disanggah", hint="lihat kolom Nomor di daftar pegawai", required=True
            ),
            Field("isi", "Isi sanggahan", required=True),
            Field("pelapor", "Nama penyanggah"),
            Field("kontak", "Kontak penyanggah"),
        ]

        self.question(
            Fields("Catat sanggahan", fields),
            lambda answer: self.write(receive_sanggahan(answer["nomor_pegawai"], answer)),
        )

    def do_kabulkan(self) -> None:
        """Grant the one under the cursor."""
        row = self._row()
        if row is None:
            return
        fields = [Field("alasan", "Alasan", required=True)]
        text = "Orang yang disanggah dicoret dari daftar."
        if row.jenis is JenisMasukan.USULAN:
            text = "Orang ini dicatat sebagai draf. Lengkapi datanya kemudian di daftar pegawai."
            fields = [
                Field("nik", "NIK", row.nik, required=True),
                Field("nama", "Nama", row.nama, required=True),
                Field("tanggal_lahir", "Tanggal lahir", hint="17-08-1990", required=True),
                Field("unit_kerja", "Unit kerja", row.unit_kerja),
                Field("jabatan", "Jabatan", row.jabatan),
                *fields,
            ]
        dialog = Fields(f"Kabulkan {row.jenis} {row.tanda_terima}?", fields, text=text, yes="Kabulkan")
        self.question(dialog, lambda answer: self.write(decide_masukan(row, answer, granted=True)))

    def do_tolak(self) -> None:
        """Refuse the one under the cursor."""
        row = self._row()
        if row:
            fields = [Field("alasan", "Alasan", required=True)]
            dialog = Fields(f"Tolak {row.jenis} {row.tanda_terima}?", fields, text=row.isi, yes="Tolak", danger=True)
            self.question(dialog, lambda answer: self.write(decide_masukan(row, answer, granted=False)))


def _describe(row: Masukan) -> Content:
    pairs = [
        ("Tentang", row.nama), ("Nomor", row.nomor_pegawai), ("NIK", row.nik), ("Unit kerja", row.unit_kerja),
        ("Jabatan", row.jabatan), ("Isi", row.isi), ("Dari", row.pelapor), ("Kontak", row.kontak),
        ("Alasan putusan", row.alasan), ("Diputus oleh", row.diputus_oleh),
    ]  # fmt: skip
    lines = [
        Content.assemble(
            (f"{row.tanda_terima}  ", "bold"), (STATUS_MASUKAN[row.status], TONE_STYLE[MASUKAN_TONE[row.status]])
        )
    ]
    lines += [Content.assemble((f"{label:<16}", "$foreground 70%"), value) for label, value in pairs if value]
    return Content("\n").join(lines)
