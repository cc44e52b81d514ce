"""Importing a file: choose, read, look at what would happen to every row, then apply it all at once."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import ProgressBar, Static

from registry.desk import impor as desk
from registry.intake.plan import Plan, RowPlan
from registry.model.codes import Hasil
from registry.model.impor import BarisImpor
from tui.actions import bindings
from tui.command import Command
from tui.deeds.impor import PlanApplied, apply_plan, write_rejects
from tui.dialogs.choose import Choice, Choose
from tui.dialogs.confirm import Confirm
from tui.dialogs.fields import Field, Fields
from tui.dialogs.file import ChooseFile, SaveFile
from tui.screens.base import RoomScreen
from tui.session import Session
from tui.widgets.columns import Column
from tui.widgets.detail import finding_lines
from tui.widgets.table import LineTable
from tui.words import HASIL, TONE_STYLE, in_words, kolom, number
from tui.work import Gave, Progress, Reporter

SUFFIXES = (".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".txt", ".htm", ".html")
INTRO = (
    "Tekan O untuk memilih berkas dari unit kerja (.xlsx, .xls, .ods, atau .csv). Tata letaknya boleh apa saja: baris judul, "
    "kepala dua baris, pita unit, dan jumlah dikenali sendiri.\n\n"
    "Sebelum diterapkan tidak ada yang tertulis. Setiap baris mendapat satu hasil, dan jumlahnya selalu cocok."
)


@dataclass
class Planned(Message):
    """What would happen."""

    plan: Plan
    path: Path


COLUMNS: tuple[Column[RowPlan], ...] = (
    Column("lembar", "Lembar", lambda row: row.baris.lembar or "", width=12, from_width=100),
    Column("nomor", "Baris", lambda row: str(row.baris.nomor), width=6, right=True, sort=lambda row: row.baris.nomor),
    Column("hasil", "Hasil", lambda row: HASIL[row.baris.hasil][0], width=10, tone=lambda row: HASIL[row.baris.hasil][1]),
    Column("nama", "Nama", lambda row: row.baris.nama or f"({row.baris.jenis.replace('_', ' ')})", width=16, grow=2),
    Column("nik", "NIK", lambda row: row.baris.nik or "", width=16),
    Column("syarat", "Syarat", lambda row: row.baris.syarat or "", width=6),
    Column("temuan", "Temuan", lambda row: _reasons(row.baris), width=16, grow=3, tone=lambda _: "warn"),
)  # fmt: skip


def _reasons(row: BarisImpor) -> str:
    return " ".join(finding.pesan for finding in row.temuan)


class ImporScreen(RoomScreen):
    """Choose, preview, apply, write the reject file."""

    place: ClassVar[str] = "impor"
    BINDINGS: ClassVar[list[BindingType]] = bindings("impor")

    def __init__(self) -> None:
        super().__init__()
        self.plan: Plan | None = None
        self.path: Path | None = None
        self.folder = Path.cwd()
        self.reporter: Reporter | None = None
        self.applied = False
        self.applying = False

    def body(self) -> ComposeResult:
        """Lay out intro, progress, counts, rows and the findings of one row."""
        yield Static("Impor berkas", id="impor-title", classes="heading", markup=False)
        yield Static(INTRO, id="intro", classes="prose")
        yield ProgressBar(show_eta=False, id="bar", classes="hidden")
        yield Static("", id="outcome", classes="hidden")
        yield LineTable(COLUMNS, _row_key, empty="Tidak ada baris.", id="rows")
        with VerticalScroll(id="row-detail", can_focus=False):
            yield Static("", id="row-text")

    def on_mount(self) -> None:
        """Begin without a plan."""
        self._draw()

    # commands

    def may(self, command: Command) -> bool:
        """What the state of the preview allows."""
        if not super().may(command):
            return False
        if command.name == "pilih":
            return self.reporter is None and not self.applying
        if command.name == "lupakan":
            return not self.applying and (self.plan is not None or self.reporter is not None)
        if command.name == "terapkan":
            return self.plan is not None and not self.applied and not self.applying
        if command.name == "tolakan":
            return self.plan is not None and self.plan.hasil.get(Hasil.DITOLAK, 0) > 0
        return self.plan is not None if command.name == "saring" else True

    def do_pilih(self) -> None:
        """Ask for the file, then for the unit."""
        self.question(ChooseFile("Pilih berkas", self.folder, SUFFIXES), self._ask_unit)

    def _ask_unit(self, path: Path) -> None:
        self.folder = path.parent
        text = f"{path.name}\n\nBila kolom unit kerja kosong, nama unit ini yang dipakai."
        fields = [Field("unit", "Unit kerja pengirim", hint="boleh kosong")]
        self.question(
            Fields("Dari unit mana?", fields, text=text, yes="Baca berkas"), lambda got: self._plan(path, got["unit"])
        )

    def _plan(self, path: Path, unit: str) -> None:
        self.do_lupakan()
        self.reporter = reporter = Reporter(self)
        self.query_one("#impor-title", Static).update(f"Membaca {path.name} …")
        self.query_one("#bar", ProgressBar).update(total=None, progress=0)
        self.query_one("#bar").remove_class("hidden")

        def job(session: Session) -> Planned:
            from registry.intake.importing import plan_import  # noqa: PLC0415  heavy: only when a file is read
            from registry.reference.instansi import regions  # noqa: PLC0415

            known = desk.known(session.store)
            plan = plan_import(
                path, periode=session.periode, known=known, unit=unit, regions=regions(), progress=reporter
            )
            return Planned(plan, path)

        self.ask(job, lambda planned: planned, doing="Membaca berkas")
        self.refresh_bindings()

    @on(Progress)
    def _progress(self, message: Progress) -> None:
        self.query_one("#bar", ProgressBar).update(total=max(1, message.total), progress=message.done)

    @on(Planned)
    def _planned(self, message: Planned) -> None:
        if self.reporter is None or self.reporter.stopped:
            self.reporter = None
            return
        self.reporter = None
        self.plan, self.path, self.applied = message.plan, message.path, False
        rows = self.query_one("#rows", LineTable)
        rows.show(message.plan.baris)
        self._draw()
        rows.focus()
        self.call_after_refresh(rows.go_to, _first_to_look_at(message.plan))
        if message.plan.already:
            self.notify(f"Berkas yang sama sudah pernah diimpor ({message.plan.already}).", severity="warning")

    @on(Gave)
    def _gave(self) -> None:
        self.reporter = None
        self.applying = False
        self._draw()

    def do_lupakan(self) -> None:
        """Stop reading, or forget the preview."""
        if self.reporter:
            self.reporter.stop()
            self.reporter = None
        self.plan = self.path = None
        self.applied = False
        self.query_one("#rows", LineTable).show(())
        self._draw()

    def do_saring(self) -> None:
        """Show one kind of outcome."""
        if self.plan:
            choices = [Choice("", "Semua hasil")] + [
                Choice(str(code), f"{HASIL[code][0]} ({number(self.plan.hasil.get(code, 0))})") for code in Hasil
            ]
            self.question(Choose("Tampilkan hasil", choices), self._show_only)

    def _show_only(self, hasil: str) -> None:
        if self.plan:
            mask = bytearray(row.baris.hasil == hasil for row in self.plan.baris) if hasil else None
            self.query_one("#rows", LineTable).show_only(mask)

    def do_terapkan(self) -> None:
        """Ask, then write all rows in one transaction."""
        if self.plan and self.path:
            counts = self.plan.hasil
            text = (
                f"{number(counts.get(Hasil.DITERIMA, 0))} orang baru masuk, {number(counts.get(Hasil.DIPERBARUI, 0))} diperbarui, "
                f"{number(counts.get(Hasil.MENUNGGU, 0))} menunggu keputusan, {number(counts.get(Hasil.DITOLAK, 0))} ditolak."
            )
            self.question(Confirm("Terapkan impor?", text, yes="Terapkan"), lambda _: self._apply())

    def _apply(self) -> None:
        plan, path = self.plan, self.path
        if plan is None or path is None:
            return
        self.applying = True
        self.refresh_bindings()
        self.write(apply_plan(plan, path))

    @on(PlanApplied)
    def _applied(self) -> None:
        self.applied = True
        self.applying = False
        self._draw()

    def do_tolakan(self) -> None:
        """Write the refused rows to a file."""
        if self.plan and self.path:
            target = self.path.with_name(f"{self.path.stem}-tolakan.xlsx")
            text = "Baris yang ditolak beserta alasannya. Setelah dibetulkan, berkas itu dapat diimpor apa adanya."
            self.question(SaveFile("Tulis berkas tolakan", text, target), self._write_rejects)

    def _write_rejects(self, target: Path) -> None:
        plan = self.plan
        if plan is None:
            return
        self.write(write_rejects(plan, target))

    # drawing

    def _draw(self) -> None:
        plan = self.plan
        self.query_one("#intro").set_class(plan is not None or self.reporter is not None, "hidden")
        self.query_one("#bar").set_class(self.reporter is None, "hidden")
        for name in ("#outcome", "#rows", "#row-detail"):
            self.query_one(name).set_class(plan is None, "hidden")
        title = self.query_one("#impor-title", Static)
        if plan is None:
            title.update("Impor berkas")
        else:
            state = "sudah diterapkan" if self.applied else "pratinjau, belum ada yang tertulis"
            title.update(f"{plan.berkas}  ({state})")
            self.query_one("#outcome", Static).update(_outcome(plan))
        self.refresh_bindings()

    @on(LineTable.Highlighted, "#rows")
    def _highlighted(self, message: LineTable.Highlighted) -> None:
        text = self.query_one("#row-text", Static)
        text.update(Content("\n").join(_row_detail(message.row)) if isinstance(message.row, RowPlan) else "")


def _row_key(row: RowPlan) -> str:
    return f"{row.baris.lembar}:{row.baris.nomor}"


def _first_to_look_at(plan: Plan) -> str:
    """The first row that is refused or waits, else one with findings, else one that is not a title."""
    wanted: tuple[Callable[[RowPlan], bool], ...] = (
        lambda row: row.baris.hasil in {Hasil.DITOLAK, Hasil.MENUNGGU},
        lambda row: bool(row.baris.temuan),
        lambda row: row.baris.hasil is not Hasil.DILEWATI,
    )
    found = (row for fits in wanted for row in plan.baris if fits(row))
    return next((_row_key(row) for row in found), "")


def _outcome(plan: Plan) -> Content:
    parts = [Content.assemble((number(plan.baris_dibaca), "bold"), " baris = ")]
    parts += [
        Content.assemble((number(plan.hasil.get(code, 0)), "bold"), " ", (HASIL[code][0].lower(), TONE_STYLE[HASIL[code][1]]), " ")
        for code in Hasil
    ]  # fmt: skip
    return Content(" ") + Content("").join(parts)


def _row_detail(row: RowPlan) -> list[Content]:
    lines = list(finding_lines("Temuan pada baris ini", row.baris.temuan))[1:]
    lines += [
        Content.assemble(
            (f"{kolom(field)}: ", "bold"),
            (in_words(field, old) or "(kosong)", "$text-error"),
            " menjadi ",
            (in_words(field, new) or "(kosong)", "$text-success"),
        )
        for field, old, new in row.changes
    ]
    return lines or [Content.styled("Tidak ada temuan pada baris ini.", "$foreground 60%")]
