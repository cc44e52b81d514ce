"""The people of the instansi: what can be done on their screen. What is done to several of them stands in `bulk`."""

from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.widgets import Input

from tui.actions import bindings
from tui.command import Command
from tui.deeds.masukan import receive_sanggahan
from tui.dialogs.fields import Field, Fields
from tui.dialogs.filter import filter_of, filter_question
from tui.people import Filter
from tui.screens.orang import OrangScreen
from tui.screens.people import PeopleScreen
from tui.widgets.table import LineTable


class PegawaiScreen(PeopleScreen):
    """Table of people."""

    place: ClassVar[str] = "pegawai"
    BINDINGS: ClassVar[list[BindingType]] = bindings("pegawai")
    AUTO_FOCUS = "#people"

    # what is possible

    def may(self, command: Command) -> bool:
        """Besides the phase, what is chosen and filtered decides."""
        if not super().may(command) or not self.is_mounted:
            return False
        if command.name in {"cari", "tabel"}:
            return (self.focused is self.query_one("#words")) == (command.name == "tabel")
        if command.name in {"buka", "sanggah"}:
            return self.table.cursor_row is not None
        if command.name in {"lepas", "simpan"}:
            return not self.wanted.is_empty
        return self.may_do(command)

    # commands

    def do_cari(self) -> None:
        """Go to the search line."""
        self.query_one("#words", Input).focus()

    @on(Input.Submitted, "#words")
    def do_tabel(self) -> None:
        """Go from the search line to the table."""
        self.table.focus()

    def do_lepas(self) -> None:
        """Drop search and filters."""
        self.take_filter(Filter())

    def show_people(self, wanted: Filter) -> None:
        """Show these, whatever was searched before; also when the room was not entered yet."""
        if self.is_mounted:
            self.take_filter(wanted)
        else:
            self.wanted = wanted

    def do_saring(self) -> None:
        """Ask for filters."""
        self.question(filter_question(self.wanted, self.people), self._take)

    def _take(self, answer: dict[str, str]) -> None:
        self._want(filter_of(answer, self.wanted))

    @on(LineTable.Activated, "#people")
    def do_buka(self) -> None:
        """Open the person under the cursor."""
        row = self.table.cursor_row
        if row is not None:
            self.app.push_screen(OrangScreen(row.nomor, [one.nomor for one in self.table.listing.shown()]))

    def do_tambah(self) -> None:
        """Open an empty form."""
        self.app.push_screen(OrangScreen("", []))

    def do_sanggah(self) -> None:
        """Record an objection to the person under the cursor."""
        row = self.table.cursor_row
        if row is None:
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
