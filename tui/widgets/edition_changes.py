"""What changed since the edition before, as the public would see it: who joined, who left, whose row reads otherwise."""

from collections.abc import Iterator
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from registry.desk.selisih import Selisih
from registry.edition.compare import Perbedaan
from registry.edition.types import Orang
from tui.widgets.columns import Column, Tone
from tui.widgets.table import LineTable
from tui.words import kolom, number

TONES: dict[str, Tone] = {"Ditambahkan": "good", "Dihapus": "bad", "Diubah": "warn"}


@dataclass(frozen=True, slots=True)
class Line:
    """One line: a person who came or went, or one field that reads otherwise."""

    what: str
    nomor: str
    nama: str
    field: str = ""
    was: str = ""
    now: str = ""


COLUMNS: tuple[Column[Line], ...] = (
    Column("what", "Perubahan", lambda row: row.what, width=11, tone=lambda row: TONES[row.what]),
    Column("nomor", "Nomor", lambda row: row.nomor, width=11),
    Column("nama", "Nama", lambda row: row.nama, width=16, grow=2),
    Column("field", "Kolom", lambda row: kolom(row.field) if row.field else "", width=10),
    Column("was", "Dulu", lambda row: row.was, width=11, grow=2),
    Column("now", "Sekarang", lambda row: row.now, width=12, grow=2),
)


class EditionChanges(Vertical):
    """One sentence and a table."""

    def compose(self) -> ComposeResult:
        """Lay out sentence and table."""
        yield Static("Membandingkan …", id="changes-told", markup=False)
        yield LineTable(COLUMNS, lambda row: f"{row.nomor} {row.field}", empty="Tidak ada perbedaan.", id="changes")

    def show(self, found: Selisih | None) -> None:
        """Show the differences."""
        told = self.query_one("#changes-told", Static)
        if found is None:
            told.update("Belum ada edisi sebelumnya untuk dibandingkan.")
            self.query_one("#changes", LineTable).show(())
            return
        differs = found.perbedaan
        told.update(
            f"{found.lama.capitalize()} dibandingkan dengan {found.baru}: {number(len(differs.ditambahkan))} orang ditambahkan, "
            f"{number(len(differs.dihapus))} dihapus, {number(len(differs.diubah))} diubah, {number(differs.tetap)} tetap."
        )
        self.query_one("#changes", LineTable).show(list(_lines(differs)))


def _lines(differs: Perbedaan) -> Iterator[Line]:
    for row in differs.ditambahkan:
        yield Line("Ditambahkan", row.nomor, row.nama, now=_place(row))
    for row in differs.dihapus:
        yield Line("Dihapus", row.nomor, row.nama, was=_place(row))
    for change in differs.diubah:
        for field in change.kolom:
            yield Line(
                "Diubah",
                change.nomor,
                change.baru.nama,
                field,
                getattr(change.lama, field),
                getattr(change.baru, field),
            )


def _place(row: Orang) -> str:
    return ", ".join(part for part in (row.jabatan, row.unit_kerja, row.status) if part)
