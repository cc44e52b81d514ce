"""Rows that wait for a person: the row beside the record it collides with, and three ways to decide."""

from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from registry.desk import tunggu as desk
from registry.desk.fields import fields_of
from registry.model import tables
from registry.model.impor import BarisTunggu
from registry.model.pegawai import Pegawai
from tui.actions import bindings
from tui.command import Command
from tui.deeds.keputusan import decide_waiting
from tui.dialogs.confirm import Confirm
from tui.dialogs.fields import ask_reason
from tui.screens.base import RoomScreen
from tui.session import Session
from tui.widgets.columns import Column, fit
from tui.widgets.detail import finding_lines
from tui.widgets.table import LineTable
from tui.words import in_words, kolom, number


@dataclass
class WaitingRead(Message):
    """The rows that wait, and the records they collide with."""

    rows: list[BarisTunggu]
    others: dict[str, Pegawai]


def _why(row: BarisTunggu) -> str:
    return next((finding.pesan for finding in row.temuan if finding.kode == row.sebab), row.sebab.replace("-", " "))


COLUMNS: tuple[Column[BarisTunggu], ...] = (
    Column("nomor", "Nomor", lambda row: row.nomor, width=9),
    Column("nama", "Nama", lambda row: row.calon.nama, width=20, grow=2),
    Column("nik", "NIK", lambda row: row.calon.nik, width=16, from_width=90),
    Column("sebab", "Mengapa menunggu", _why, width=30, grow=3, tone=lambda _: "warn"),
    Column("lawan", "Mirip dengan", lambda row: row.lawan, width=13),
)


class KeputusanScreen(RoomScreen):
    """List on top, comparison below."""

    place: ClassVar[str] = "keputusan"
    BINDINGS: ClassVar[list[BindingType]] = bindings("keputusan")
    AUTO_FOCUS = "#waiting"

    def __init__(self) -> None:
        super().__init__()
        self.others: dict[str, Pegawai] = {}

    def body(self) -> ComposeResult:
        """Lay out list and comparison."""
        yield Static("Menunggu keputusan", id="waiting-title", classes="heading")
        with Vertical(classes="stack"):
            yield LineTable(
                COLUMNS,
                lambda row: row.nomor,
                multi=True,
                id="waiting",
                empty="Tidak ada baris yang menunggu keputusan.",
            )
            with VerticalScroll(id="comparison", can_focus=False):
                yield Static("", id="comparison-text")

    def load(self) -> None:
        """Read what waits."""

        def job(session: Session) -> WaitingRead:
            rows = desk.waiting(session.store)
            numbers = {row.lawan for row in rows if row.lawan}
            found = {nomor: session.store.get(tables.PEGAWAI, nomor) for nomor in numbers}
            return WaitingRead(rows, {nomor: one for nomor, one in found.items() if isinstance(one, Pegawai)})

        self.ask(job, lambda read: read, doing="Membaca baris yang menunggu")

    @on(WaitingRead)
    def _show(self, message: WaitingRead) -> None:
        self.others = message.others
        self.query_one("#waiting", LineTable).show(message.rows)
        self.query_one("#waiting-title", Static).update(f"Menunggu keputusan: {number(len(message.rows))} baris")

    @on(LineTable.Highlighted, "#waiting")
    def _highlighted(self, message: LineTable.Highlighted) -> None:
        row = message.row
        text = self.query_one("#comparison-text", Static)
        text.update(compare(row, self.others.get(row.lawan)) if isinstance(row, BarisTunggu) else "")
        self.refresh_bindings()

    def _chosen(self) -> list[BarisTunggu]:
        return [row for row in self.query_one("#waiting", LineTable).chosen_rows if isinstance(row, BarisTunggu)]

    def may(self, command: Command) -> bool:
        """Deciding needs a row; updating needs a record it collides with."""
        if not super().may(command) or not self.query("#waiting"):
            return False
        if command.place != self.place:
            return True
        chosen = self._chosen()
        return bool(chosen) and (command.name != "perbarui" or all(row.lawan for row in chosen))

    def do_terima(self) -> None:
        """Take the rows in as new people."""
        self._confirm("terima", "Terima sebagai orang baru?", "dicatat sebagai orang baru", "Terima")

    def do_perbarui(self) -> None:
        """Update the records they collide with."""
        self._confirm(
            "perbarui", "Perbarui data yang ada?", "dipakai untuk memperbarui orang yang sudah tercatat", "Perbarui"
        )

    def _confirm(self, putusan: desk.Putusan, title: str, text: str, yes: str) -> None:
        numbers = [row.nomor for row in self._chosen()]
        dialog = Confirm(title, f"{number(len(numbers))} baris {text}.", yes=yes)
        self.question(dialog, lambda _: self._decide(numbers, putusan, ""))

    def do_tolak(self) -> None:
        """Refuse the rows, with a reason."""
        numbers = [row.nomor for row in self._chosen()]
        dialog = ask_reason("Tolak baris?", f"{number(len(numbers))} baris tidak dicatat.", yes="Tolak", danger=True)
        self.question(dialog, lambda answer: self._decide(numbers, "tolak", answer["alasan"]))

    def _decide(self, numbers: list[str], putusan: desk.Putusan, alasan: str) -> None:
        self.write(decide_waiting(numbers, putusan, alasan))


def compare(row: BarisTunggu, other: Pegawai | None) -> Content:
    """Return the fields side by side; what differs is marked by a sign and a colour."""
    mine = fields_of(row.calon)
    theirs = fields_of(other) if other else {}
    heading = f"  {'':<20}{fit('Baris berkas', 30)} {'Yang tercatat ' + other.nomor if other else ''}"
    lines = [
        *list(finding_lines("Mengapa menunggu, dan temuan lain", row.temuan))[1:],
        Content(""),
        Content.styled(heading, "bold $foreground 80%"),
    ]
    for field, value in mine.items():
        known = theirs.get(field, "")
        if not value and not known:
            continue
        differs = other is not None and value.casefold() != known.casefold()
        style = "$text-warning" if differs else "$foreground"
        lines.append(
            Content.assemble(
                ("≠ " if differs else "  ", "bold $text-warning"), (fit(kolom(field), 20), "$foreground 70%"),
                (fit(in_words(field, value), 30) + " ", style), (in_words(field, known), style),
            )
        )  # fmt: skip
    return Content("\n").join(lines)
