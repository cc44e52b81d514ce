"""Announcing: prepare, look at the list as the public will, search it, publish; afterwards letter, page and differences."""

from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.message import Message
from textual.widgets import ContentSwitcher

from registry.desk.gates import gates
from registry.desk.pratinjau import Draft, Place, draft_edition, search_draft
from registry.desk.selisih import Selisih, since_edition_before
from registry.edition.types import Edition
from registry.model.codes import Fase
from registry.workflow.actions import Action
from tui.actions import bindings
from tui.command import Command
from tui.deeds.tahap import announce
from tui.dialogs.confirm import Confirm
from tui.editions import editions
from tui.moments import write_moment
from tui.screens.orang import OrangScreen
from tui.screens.published import PublishedScreen
from tui.session import Session
from tui.widgets.announcing import AnnouncingForm, Standing
from tui.widgets.edition_changes import EditionChanges
from tui.widgets.gate_search import GateSearch
from tui.widgets.public_list import PublicList
from tui.widgets.table import LineTable
from tui.work import Gave, Progress, Reporter

ANNOUNCING = {Fase.PENDAFTARAN, Fase.UJI_PUBLIK, Fase.PERPANJANGAN}
FOCUS = {"daftar": "#public", "periksa": "#places", "beda": "#changes"}


@dataclass
class StateRead(Message):
    """How things stand."""

    standing: Standing


@dataclass
class Previewed(Message):
    """The list as the public would see it."""

    edition: Edition


@dataclass
class Searched(Message):
    """What the gate found."""

    places: tuple[Place, ...]


@dataclass
class Compared(Message):
    """What changed since the edition before."""

    found: Selisih | None


class PengumumanScreen(PublishedScreen):
    """Four views: the form, the public list, the search for private data, the differences."""

    place: ClassVar[str] = "pengumuman"
    BINDINGS: ClassVar[list[BindingType]] = bindings("pengumuman")

    def body(self) -> ComposeResult:
        """Lay out the views, one at a time."""
        with ContentSwitcher(initial="siapkan", id="views"):
            yield AnnouncingForm("siapkan")
            yield PublicList(id="daftar")
            yield GateSearch(id="periksa")
            yield EditionChanges(id="beda")

    def load(self) -> None:
        """Read gates and editions; what was previewed is old."""

        def job(session: Session) -> Standing:
            store, periode = session.store, session.periode
            now = session.clock()
            found = gates(store, now, periode, Action.UMUMKAN) if store.instansi.fase in ANNOUNCING else []
            return Standing(found, editions(session), periode.uji_publik_minimum_hari)

        self.ask(job, StateRead, doing="Membaca keadaan pengumuman")
        again = {"daftar": self.do_pratinjau, "beda": self.do_beda}.get(self.view)
        if again:
            again()

    @on(StateRead)
    def _show(self, message: StateRead) -> None:
        instansi = self.session.instansi
        if instansi is not None:
            form = self.query_one(AnnouncingForm)
            form.show(instansi, message.standing, self.session.clock().date())
            form.working(1, 1)
        self.refresh_bindings()

    # views

    @property
    def view(self) -> str:
        """Name of the view shown."""
        return self.query_one("#views", ContentSwitcher).current or "siapkan"

    def _to(self, view: str) -> None:
        self.query_one("#views", ContentSwitcher).current = view
        self.set_focus(self.query_one(FOCUS[view]) if view in FOCUS else None)
        self.refresh_bindings()

    def may(self, command: Command) -> bool:
        """The view and what was announced so far decide."""
        instansi = self.session.instansi
        if not super().may(command) or instansi is None or not self.is_mounted:
            return False
        searching = self.query_one(GateSearch).running
        possible = {
            "kembali": self.view != "siapkan",
            "hentikan": self.view == "periksa" and searching,
            "orang": self.view == "periksa" and bool(self._place_row()),
            "periksa": not searching and instansi.fase is not Fase.FINAL,
            "beda": instansi.edisi_terakhir > 0,
            "surat": instansi.edisi_terakhir > 0,
            "laman": instansi.edisi_terakhir > 0,
        }
        return possible.get(command.name, True)

    def do_kembali(self) -> None:
        """Go back to the form."""
        self._to("siapkan")

    # before the announcement

    def _draft(self) -> Draft | None:
        """What would be announced: from the form, later with the window that is open."""
        instansi = self.session.instansi
        if instansi is None:
            return None
        if instansi.uji_publik is not None:
            return Draft(
                uji_publik=instansi.uji_publik, nomor=instansi.nomor_pengumuman, tanggal=self.session.clock().date()
            )
        draft = self.query_one(AnnouncingForm).draft(numbered=False)
        if draft is None:
            self._incomplete()
        return draft

    def _incomplete(self) -> None:
        faults = self.query_one(AnnouncingForm).faults()
        self.notify("\n".join(faults), title="Belum lengkap", severity="warning", markup=False)

    def do_pratinjau(self) -> None:
        """Show the list as the public would see it now."""
        draft = self._draft()
        if draft:
            self.ask(
                lambda session: draft_edition(session.store, session.terbitan, session.periode, session.act(), draft),
                Previewed,
                doing="Menyiapkan pratinjau",
            )

    @on(Previewed)
    def _previewed(self, message: Previewed) -> None:
        self.query_one(PublicList).show(message.edition)
        self._to("daftar")

    def do_periksa(self) -> None:
        """Search the list and its letter for private data; other rooms stay usable meanwhile."""
        draft = self._draft()
        if draft is None:
            return
        report = self.query_one(GateSearch).begin()
        self._to("periksa")

        def job(session: Session) -> tuple[Place, ...]:
            act = session.act()
            return search_draft(session.store, session.terbitan, session.periode, act, draft, progress=report)

        self.working.ask(self, job, Searched, doing="Memeriksa yang akan diumumkan", alone=False)

    def do_hentikan(self) -> None:
        """Stop the search."""
        self.query_one(GateSearch).stop()

    @on(Searched)
    def _searched(self, message: Searched) -> None:
        self.query_one(GateSearch).show(message.places)
        self.refresh_bindings()

    @on(Gave)
    def _gave(self) -> None:
        self.query_one(GateSearch).gave_up()
        self.query_one(AnnouncingForm).working(1, 1)
        self.refresh_bindings()

    def _place_row(self) -> str:
        row = self.query_one("#places", LineTable).cursor_row
        return row.nomor if isinstance(row, Place) else ""

    @on(LineTable.Highlighted, "#places")
    def _highlighted(self) -> None:
        self.refresh_bindings()

    @on(LineTable.Activated, "#places")
    def do_orang(self) -> None:
        """Open the person whose record must be corrected."""
        rows = [row.nomor for row in self.query_one("#places", LineTable).rows if row.nomor]
        if nomor := self._place_row():
            self.app.push_screen(OrangScreen(nomor, list(dict.fromkeys(rows))))

    def do_umumkan(self) -> None:
        """Ask, then freeze the list and open the window."""
        instansi = self.session.instansi
        draft = self.query_one(AnnouncingForm).draft()
        if instansi is None or draft is None:
            self._incomplete()
            return
        window, zona = draft.uji_publik, instansi.zona
        text = (
            f"Daftar {instansi.nama} dibekukan dan menjadi pengumuman nomor {draft.nomor}.\n"
            f"Uji publik: {write_moment(window.mulai, zona)} sampai {write_moment(window.selesai, zona)}."
        )
        deed = announce(window, draft.nomor, draft.tanggal, Reporter(self))
        self.question(Confirm("Umumkan prafinalisasi?", text, yes="Umumkan"), lambda _: self.write(deed))

    @on(Progress)
    def _progress(self, message: Progress) -> None:
        self.query_one(AnnouncingForm).working(message.done, message.total)

    # afterwards

    def do_beda(self) -> None:
        """Compare with the edition before."""
        self.ask(
            lambda session: since_edition_before(session.store, session.terbitan),
            Compared,
            doing="Membandingkan daftar",
        )

    @on(Compared)
    def _compared(self, message: Compared) -> None:
        self.query_one(EditionChanges).show(message.found)
        self._to("beda")
