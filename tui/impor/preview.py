"""The preview of one file: how it was laid out, the counts, every row with its outcome, everything about one row."""

from collections.abc import Callable

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Static

from registry.desk.antrean_berkas import Berkas, Keadaan
from registry.intake.plan import Plan, RowPlan
from registry.model.codes import Hasil
from registry.model.impor import BarisImpor
from tui.dialogs.fields import Field, Fields
from tui.impor.findings import code_in_words, layout_line, outcome, row_detail
from tui.widgets.columns import Column
from tui.widgets.table import LineTable
from tui.words import HASIL, number

EVERYTHING = "semua"


def _reasons(row: RowPlan) -> str:
    told = [finding.pesan for finding in row.baris.temuan]
    return " ".join(told) or (f"{len(row.changes)} perubahan" if row.changes else "")


COLUMNS: tuple[Column[RowPlan], ...] = (
    Column("lembar", "Lembar", lambda row: row.baris.lembar or "", width=12, from_width=100),
    Column("nomor", "Baris", lambda row: str(row.baris.nomor), width=6, right=True, sort=lambda row: row.baris.nomor),
    Column("hasil", "Hasil", lambda row: HASIL[row.baris.hasil][0], width=10, tone=lambda row: HASIL[row.baris.hasil][1]),
    Column("nama", "Nama", lambda row: row.baris.nama or f"({row.baris.jenis.replace('_', ' ')})", width=16, grow=2),
    Column("nik", "NIK", lambda row: row.baris.nik or "", width=16),
    Column("syarat", "Syarat", lambda row: row.baris.syarat or "", width=6),
    Column("temuan", "Temuan", _reasons, width=16, grow=3, tone=lambda _: "warn"),
)  # fmt: skip
STATES = {
    Keadaan.MENUNGGU: "menunggu giliran; Enter membacanya",
    Keadaan.DIBACA: "sedang dibaca",
    Keadaan.SIAP: "pratinjau, belum ada yang tertulis",
    Keadaan.DITERAPKAN: "sudah diterapkan",
    Keadaan.DITOLAK_UTUH: "ditolak utuh",
    Keadaan.GAGAL: "gagal",
}


class PreviewPane(Vertical):
    """Looks at one file at a time."""

    def __init__(self) -> None:
        super().__init__(id="preview", classes="hidden")
        self.berkas: Berkas | None = None
        self.plan: Plan | None = None
        self.hasil = ""
        self.kode = ""

    def compose(self) -> ComposeResult:
        """Lay out heading, layout, counts, rows and the findings of one row."""
        yield Static("", id="impor-title", markup=False)
        yield Static("", id="said", classes="prose hidden", markup=False)
        yield Static("", id="layout", classes="hidden")
        yield Static("", id="outcome", classes="hidden")
        yield Static("", id="only", classes="remark hidden", markup=False)
        yield LineTable(COLUMNS, row_key, empty="Tidak ada baris.", id="rows")
        with VerticalScroll(id="row-detail", can_focus=False):
            yield Static("", id="row-text")

    def show(self, berkas: Berkas | None) -> None:
        """Show a file, or what has become of the one that is shown."""
        self.berkas = berkas
        self.set_class(berkas is None, "hidden")
        plan = berkas.plan if berkas else None
        if plan is not self.plan:
            self._show_plan(plan)
        self._draw()

    def _show_plan(self, plan: Plan | None) -> None:
        self.plan = plan
        self.hasil = self.kode = ""
        rows = self.query_one("#rows", LineTable)
        rows.show(plan.baris if plan else ())
        if plan is not None:
            self.query_one("#outcome", Static).update(outcome(plan))
            self.query_one("#layout", Static).update(layout_line(plan))
            self.call_after_refresh(rows.go_to, _first_to_look_at(plan))

    def _draw(self) -> None:
        for name in ("#layout", "#outcome", "#rows", "#row-detail"):
            self.query_one(name).set_class(self.plan is None, "hidden")
        berkas = self.berkas
        if berkas is None:
            return
        unit = f" · {berkas.unit}" if berkas.unit else ""
        number_ = f" sebagai {berkas.impor}" if berkas.impor else ""
        self.query_one("#impor-title", Static).update(f"{berkas.path.name}{unit}  ({STATES[berkas.keadaan]}{number_})")
        said = f"{berkas.pesan} Atau tekan K dan tunjukkan baris kepalanya." if berkas.headless else berkas.pesan
        if self.plan is not None and self.plan.already and berkas.keadaan is Keadaan.SIAP:
            said = f"Berkas yang sama sudah pernah diimpor ({self.plan.already})."
        self.query_one("#said", Static).update(said)
        self.query_one("#said").set_class(not said, "hidden")
        parts = [HASIL[Hasil(self.hasil)][0]] if self.hasil else []
        parts += [code_in_words(self.kode)] if self.kode else []
        self.query_one("#only", Static).update(f"Hanya: {', '.join(parts)} (F mengubah)")
        self.query_one("#only").set_class(not parts, "hidden")

    @on(LineTable.Highlighted, "#rows")
    def _highlighted(self, message: LineTable.Highlighted) -> None:
        message.stop()
        row, plan = message.row, self.plan
        text = row_detail(plan, row) if plan is not None and isinstance(row, RowPlan) else ""
        self.query_one("#row-text", Static).update(text)
        self.query_one("#row-detail").scroll_home(animate=False)

    # filter

    def filter_question(self) -> Fields:
        """Return the question which rows to show, filled with the present answer."""
        plan = self.plan
        counts = plan.hasil if plan else {}
        hasil = [(f"{HASIL[code][0]} ({number(counts[code])})", str(code)) for code in Hasil if counts.get(code)]
        found = self.berkas.rencana.temuan if self.berkas and self.berkas.rencana else {}
        kode = [(f"{code_in_words(code)} ({number(count)})", code) for code, count in found.items()]
        fields = [
            Field("hasil", "Hasil", self.hasil or EVERYTHING, choices=(("Semua", EVERYTHING), *hasil)),
            Field("kode", "Temuan", self.kode or EVERYTHING, choices=(("Semua", EVERYTHING), *kode)),
        ]
        return Fields("Saring baris", fields, yes="Tampilkan")

    def show_only(self, hasil: str, kode: str) -> None:
        """Show the rows with this outcome and this finding; empty: any."""
        self.hasil = "" if hasil == EVERYTHING else hasil
        self.kode = "" if kode == EVERYTHING else kode
        if self.plan:
            wanted = bytearray(_fits(row.baris, self.hasil, self.kode) for row in self.plan.baris)
            self.query_one("#rows", LineTable).show_only(wanted if self.hasil or self.kode else None)
        self._draw()


def _fits(row: BarisImpor, hasil: str, kode: str) -> bool:
    return (not hasil or row.hasil == hasil) and (not kode or any(finding.kode == kode for finding in row.temuan))


def row_key(row: RowPlan) -> str:
    """Return what names a row in its file."""
    return f"{row.baris.lembar}:{row.baris.nomor}"


def _first_to_look_at(plan: Plan) -> str:
    """The first row that is refused or waits, else one with findings, else one that is not a title."""
    wanted: tuple[Callable[[RowPlan], bool], ...] = (
        lambda row: row.baris.hasil in {Hasil.DITOLAK, Hasil.MENUNGGU},
        lambda row: bool(row.baris.temuan),
        lambda row: row.baris.hasil is not Hasil.DILEWATI,
    )
    found = (row for fits in wanted for row in plan.baris if fits(row))
    return next((row_key(row) for row in found), "")
