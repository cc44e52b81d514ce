"""Every command with its key, and what is wrong with the keys in the operator's own file."""

from collections.abc import Mapping
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from tui.actions import TABLE
from tui.command import Command
from tui.framework import name_of_key
from tui.keys import faults, key_of, sound
from tui.widgets.columns import Column
from tui.widgets.table import LineTable

PLACES = {
    "semua": "Di mana saja", "ruang": "Ruang instansi", "beranda": "Beranda", "pegawai": "Pegawai", "orang": "Orang",
    "unit": "Unit", "impor": "Impor", "keputusan": "Keputusan", "masukan": "Masukan", "pengumuman": "Umumkan",
    "finalisasi": "Finalisasi", "terbitkan": "Situs", "statistik": "Statistik", "riwayat": "Riwayat", "pengaturan": "Pengaturan",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class KeyLine:
    """A command and its key now. own: the operator's own choice."""

    command: Command
    key: str
    own: bool


COLUMNS: tuple[Column[KeyLine], ...] = (
    Column("tombol", "Tombol", lambda line: name_of_key(line.key), width=9, tone=lambda line: "strong" if line.own else ""),
    Column("perintah", "Perintah", lambda line: line.command.label, width=18, grow=1),
    Column("tempat", "Tempat", lambda line: PLACES.get(line.command.place, line.command.place), width=14),
    Column("asal", "Asal", lambda line: "pilihan sendiri" if line.own else "bawaan", width=15),
    Column("nama", "Nama di berkas", lambda line: line.command.id, width=24, from_width=90),
)  # fmt: skip


class KeyList(Vertical):
    """The table of keys; what cannot be used is told above it."""

    def compose(self) -> ComposeResult:
        """Lay out remarks and table."""
        yield Static("", id="key-faults", classes="hidden")
        yield LineTable(COLUMNS, lambda line: line.command.id, id="keys")

    def show(self, wanted: Mapping[str, str]) -> None:
        """Show the keys as they are now."""
        keys, told = sound(wanted), faults(wanted)
        lines = [KeyLine(command, key_of(command, keys), command.id in keys) for command in TABLE]
        self.query_one("#keys", LineTable).show(lines)
        remarks = self.query_one("#key-faults", Static)
        remarks.set_class(not told, "hidden")
        remarks.update(
            Content("\n").join(
                Content.assemble(("Tidak dipakai: ", "bold $text-warning"), text) for text in told.values()
            )
        )

    @property
    def command(self) -> Command | None:
        """The command under the cursor."""
        row = self.query_one("#keys", LineTable).cursor_row
        return row.command if isinstance(row, KeyLine) else None
