"""The list as the public will see it: the public fields and nothing else, the totals, and what the recap hides."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from registry.desk.pratinjau import recap_lines
from registry.edition.types import Edition, Orang
from registry.model.codes import Kategori
from tui.widgets.columns import Column
from tui.widgets.table import LineTable
from tui.words import KATEGORI, number

COLUMNS: tuple[Column[Orang], ...] = (
    Column("nomor", "Nomor", lambda row: row.nomor, width=11),
    Column("nama", "Nama", lambda row: row.nama, width=18, grow=3),
    Column("jabatan", "Jabatan", lambda row: row.jabatan, width=12, grow=2),
    Column("unit_kerja", "Unit kerja", lambda row: row.unit_kerja, width=14, grow=3, ends=True),
    Column("kategori", "Kategori", lambda row: KATEGORI[Kategori(row.kategori)], width=8),
    Column("status", "Status", lambda row: row.status, width=6, tone=lambda row: "bad" if row.status == "TMS" else "good"),
)  # fmt: skip


class PublicList(Vertical):
    """Totals above, rows, what is hidden below."""

    def compose(self) -> ComposeResult:
        """Lay out the three parts."""
        yield Static("Menyiapkan daftar …", id="public-totals", markup=False)
        yield LineTable(COLUMNS, lambda row: row.nomor, empty="Tidak ada orang dalam daftar.", id="public")
        yield Static("", id="public-recap", markup=False)

    def show(self, edition: Edition) -> None:
        """Show an edition, published or not."""
        jumlah = edition.jumlah
        self.query_one("#public-totals", Static).update(
            f"{number(jumlah.semua)} orang: {number(jumlah.ms)} MS, {number(jumlah.tms)} TMS; "
            f"{number(jumlah.thk_ii)} THK-II, {number(jumlah.non_asn)} Non-ASN. Hanya kolom ini yang dilihat publik."
        )
        self.query_one("#public", LineTable).show(edition.daftar)
        lines = recap_lines(edition.rekap)
        self.query_one("#public-recap", Static).update("Rekap yang dilihat publik. " + ". ".join(lines) + ".")
