"""The five sheets of one person and how one moves between them. What is read and written is the screen's business."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import ContentSwitcher, Static

from registry.desk import pegawai as desk
from registry.desk.fields import Reading, settle, with_taken_nik
from registry.desk.penjelasan import AturanTerbaca, MasaKerja, Usia, explain_age, explain_rules, explain_service
from registry.desk.riwayat import PersonChange
from registry.desk.sk import Sk
from registry.model.pegawai import Pegawai
from tui.commands.orang import SHEETS
from tui.field_help import HELP
from tui.screens.base import BaseScreen
from tui.session import Session
from tui.widgets.documents import Documents
from tui.widgets.explained import age_lines, journal_lines, rule_lines, service_lines, verdict_lines
from tui.widgets.person_form import PersonForm
from tui.widgets.sheet_line import SheetLine
from tui.widgets.work_history import WorkHistory
from tui.words import SYARAT, TONE_STYLE, number

FIRST_FOCUS = {"data": "PersonForm", "kerja": "#decrees", "syarat": "#syarat", "dokumen": "#documents", "jurnal": "#jurnal"}  # fmt: skip

SHEET_HELP = {
    "data": "Enter atau Tab: masuk ke isian. Angka 1-5: pindah lembar.",
    "kerja": "Perubahan SK tersimpan bersama isian dengan Ctrl+S.",
    "syarat": "Dihitung dari isian dan riwayat kerja seperti tampak sekarang, juga sebelum disimpan.",
    "dokumen": "Enter membuka dokumen, t melampirkan, Del melepas; langsung tercatat.",
    "jurnal": "Yang terbaru di atas; setiap kolom dengan isi semula dan menjadi apa.",
}


@dataclass
class Checked(Message):
    """What the core says about the texts. turn: of which asking; older answers are not shown any more. draft: as it would be saved."""

    turn: int
    reading: Reading
    draft: Pegawai
    usia: Usia
    masa: MasaKerja
    aturan: tuple[AturanTerbaca, ...]


def look_at(
    turn: int, fields: dict[str, str], session: Session, base: Pegawai | None, riwayat: Sequence[Sk] | None
) -> Checked:
    """Check and explain what the form says; nothing is written."""
    periode = session.periode
    reading = desk.check_fields(fields, periode, base, riwayat)
    if base is None or "nik" in fields:
        reading = with_taken_nik(reading, session.store, besides=base.nomor if base else "")
    draft = reading.rancangan if base is None else settle(base, reading.rancangan)
    return Checked(
        turn,
        reading,
        draft,
        explain_age(draft, periode),
        explain_service(draft, periode),
        explain_rules(draft, periode),
    )


class SheetScreen(BaseScreen):
    """Form, work history, eligibility, documents and journal of one person."""

    sheet: str = "data"

    def __init__(self) -> None:
        super().__init__()
        self.history = WorkHistory()
        self.documents = Documents()
        self._unseen: dict[str, Widget] = {"kerja": self.history, "dokumen": self.documents}

    def body(self) -> ComposeResult:
        """Lay out heading, sheets, and the lines below."""
        yield Static("", id="who", classes="heading", markup=False)
        yield SheetLine(tuple(f"orang.{name}" for name in SHEETS))
        with ContentSwitcher(initial="data", id="switcher"):
            with Horizontal(id="data"):
                yield PersonForm(id="form")
            with VerticalScroll(id="syarat", can_focus=True):
                yield Static("", id="reasons")
            with VerticalScroll(id="jurnal", can_focus=True):
                yield Static("Membaca …", id="changes")
        yield Static("", id="help", classes="remark", markup=False)
        with Horizontal(id="status"):
            yield Static("", id="computed", classes="remark")
            yield Static("", id="below", classes="remark")

    def on_mount(self) -> None:
        """Follow what is seen of the form."""
        self.query_one(SheetLine).current = self.sheet
        for measure in ("scroll_y", "virtual_size", "size"):
            self.watch(self.form, measure, self.tell_below)

    @property
    def form(self) -> PersonForm:
        """The fields."""
        return self.query_one(PersonForm)

    # showing

    def tell_below(self) -> None:
        """Say that the form goes on below what is seen."""
        hidden = self.form.below() if self.sheet == "data" else 0
        self.query_one("#below", Static).update(f"▼ {hidden} isian lagi di bawah" if hidden else "")

    def enter_form(self) -> None:
        """Put the focus into the first field."""
        self.form.enter()

    @on(PersonForm.Focused)
    def _explain_field(self, message: PersonForm.Focused) -> None:
        self.query_one("#help", Static).update(HELP.get(message.field, ""))

    def show_checked(self, checked: Checked) -> None:
        """Show what was computed: in one line below, in the work history, and as reasons."""
        self.history.explain(checked.masa)
        blocks = (
            verdict_lines(checked.draft),
            age_lines(checked.usia),
            service_lines(checked.masa),
            rule_lines(checked.aturan),
        )
        self._update("#reasons", _blocks(blocks))
        age = "?" if checked.usia.tahun is None else f"{checked.usia.tahun} tahun"
        word, tone = SYARAT[checked.draft.syarat_usulan]
        self.query_one("#computed", Static).update(
            Content.assemble(
                "Usul ",
                (word, f"bold {TONE_STYLE[tone]}"),
                f" · usia {age} · masa kerja {number(checked.masa.hari)} hari",
            )
        )

    def show_journal(self, changes: Sequence[PersonChange], zona: str) -> None:
        """Show what happened to the record."""
        self._update("#changes", journal_lines(changes, zona))

    def show_waiting(self) -> None:
        """Say that the journal is being read, instead of showing that of the person before."""
        self._update("#changes", [Content("Membaca …")])

    def _update(self, selector: str, lines: Iterable[Content]) -> None:
        self.query_one(selector, Static).update(Content("\n").join(list(lines)))

    # moving between sheets

    def go_to_sheet(self, name: str) -> None:
        """Show a sheet and put the focus into it; what is costly to lay out is mounted when it is first looked at."""
        self.sheet = name
        self.query_one(SheetLine).current = name
        unseen = self._unseen.pop(name, None)
        if unseen is None:
            self._turn_to(name)
        else:
            self.call_later(self._mount_and_turn, unseen, name)

    async def _mount_and_turn(self, sheet: Widget, name: str) -> None:
        sheet.display = False
        await self.query_one("#switcher").mount(sheet)
        if self.sheet == name:
            self._turn_to(name)

    def _turn_to(self, name: str) -> None:
        self.query_one("#switcher", ContentSwitcher).current = name
        self.query_one("#help", Static).update(SHEET_HELP[name])
        self.query(FIRST_FOCUS[name]).first().focus()
        self.call_after_refresh(self.tell_below)
        self.refresh_bindings()

    def do_lembar(self) -> None:
        """Go to the next sheet."""
        self.go_to_sheet(SHEETS[(SHEETS.index(self.sheet) + 1) % len(SHEETS)])

    def do_data(self) -> None:
        """Show the fields."""
        self.go_to_sheet("data")

    def do_kerja(self) -> None:
        """Show the work history."""
        self.go_to_sheet("kerja")

    def do_syarat(self) -> None:
        """Show age, service and rules."""
        self.go_to_sheet("syarat")

    def do_dokumen(self) -> None:
        """Show the documents."""
        self.go_to_sheet("dokumen")

    def do_jurnal(self) -> None:
        """Show what happened to the record."""
        self.go_to_sheet("jurnal")


def _blocks(blocks: Iterable[Iterable[Content]]) -> Iterator[Content]:
    """The lines of each block, a blank line between two."""
    for n, block in enumerate(blocks):
        if n:
            yield Content("")
        yield from block
