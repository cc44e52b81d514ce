"""The form of an announcement: number, date and window, how they are read, what is missing, and the editions so far."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import ProgressBar, Static

from registry.desk.gates import Gate
from registry.desk.pratinjau import Draft
from registry.model.codes import Fase
from registry.model.instansi import Instansi, UjiPublik
from registry.normalise.moments import read_day, read_moment
from tui.editions import EditionLine, in_lines
from tui.moments import write_day, write_moment
from tui.widgets.form import Form
from tui.widgets.form_texts import FormField, Section
from tui.widgets.gates import GateList

FORM = Section(
    "",
    (
        FormField("nomor", "Nomor pengumuman", "nomor surat Anda"),
        FormField("tanggal", "Tanggal surat", "7-10-2022"),
        FormField("mulai", "Uji publik mulai", "7-10-2022 08.00"),
        FormField("selesai", "Uji publik selesai", "14-10-2022 16.00"),
    ),
)
HEADINGS = {
    Fase.PENDAFTARAN: "Pengumuman prafinalisasi",
    Fase.UJI_PUBLIK: "Uji publik sedang dibuka",
    Fase.PERPANJANGAN: "Uji publik diperpanjang",
    Fase.MENUNGGU_SPTJM: "Daftar final disusun; pengumumannya lewat Finalisasi (F7)",
    Fase.FINAL: "Daftar final sudah diumumkan",
}


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the announcement stands: gates of the next step, editions so far, the least days of a window."""

    gates: Sequence[Gate]
    editions: Sequence[EditionLine]
    minimum: int


class AnnouncingForm(VerticalScroll, can_focus=False):
    """Form before the announcement; state of the window after it."""

    def __init__(self, id: str) -> None:  # noqa: A002  Textual's own name
        super().__init__(id=id, classes="page")
        self.zona = "Asia/Jakarta"
        self.minimum = 0

    def compose(self) -> ComposeResult:
        """Lay out heading, form, gates and editions."""
        yield Static("Pengumuman", id="announcing", classes="heading")
        yield ProgressBar(show_eta=False, id="announce-bar", classes="hidden")
        yield Static("", id="window", classes="prose")
        yield Form([FORM], id="announcement")
        yield Static("", id="reading", markup=False)
        yield Static("Yang harus terpenuhi", id="gates-title", classes="heading")
        yield GateList()
        yield Static("Edisi yang sudah dibekukan", classes="heading")
        yield Static("", id="editions", markup=False)

    def show(self, instansi: Instansi, standing: Standing, today: date) -> None:
        """Show how things stand; an untouched form gets sensible dates."""
        self.zona, self.minimum = instansi.zona, standing.minimum
        self.query_one(GateList).show(standing.gates)
        self.query_one("#announcing", Static).update(HEADINGS[instansi.fase])
        self.query_one("#window", Static).update(_window(instansi, standing.minimum))
        announcing = instansi.fase is Fase.PENDAFTARAN
        title = "Yang harus terpenuhi" if announcing else "Yang harus terpenuhi untuk memperpanjang"
        self.query_one("#gates-title", Static).update(title)
        self.query_one("#gates-title").set_class(not standing.gates, "hidden")
        for part in ("#announcement", "#reading"):
            self.query_one(part).set_class(not announcing, "hidden")
        lines = [text for line in standing.editions for text in in_lines(line, instansi.zona)]
        self.query_one("#editions", Static).update("\n".join(lines) or "Belum ada.")
        if announcing and not self.form.values["tanggal"]:
            self._suggest(today)
        self._read_aloud()

    def _suggest(self, today: date) -> None:
        dates = {
            "tanggal": write_day(today),
            "mulai": f"{write_day(today + timedelta(days=1))} 00.00",
            "selesai": f"{write_day(today + timedelta(days=self.minimum + 1))} 16.00",
        }
        self.form.fill({**self.form.values, **dates}, keep=False)

    @property
    def form(self) -> Form:
        """Number, date and window."""
        return self.query_one("#announcement", Form)

    def working(self, done: int, total: int) -> None:
        """Show how far the announcement is; hidden when it is over."""
        bar = self.query_one("#announce-bar", ProgressBar)
        bar.update(total=max(1, total), progress=done)
        bar.set_class(done >= total, "hidden")

    # what is typed

    def values(self) -> dict[str, str]:
        """Return what stands in the fields."""
        return {name: text.strip() for name, text in self.form.values.items()}

    def faults(self) -> list[str]:
        """Return what is missing or cannot be read."""
        values = self.values()
        found = [] if values["nomor"] else ["Nomor pengumuman perlu diisi."]
        if read_day(values["tanggal"]) is None:
            found.append("Tanggal surat tidak terbaca. Contoh: 7-10-2022")
        unread = [name for name in ("mulai", "selesai") if read_moment(values[name], self.zona) is None]
        return found + [f"Waktu {name} tidak terbaca. Contoh: 14-10-2022 16.00" for name in unread]

    def draft(self, *, numbered: bool = True) -> Draft | None:
        """Return the announcement as it stands; None while something is missing. `numbered`: the number is needed too."""
        values = self.values()
        window, tanggal = self._window_typed(), read_day(values["tanggal"])
        if window is None or tanggal is None or (numbered and not values["nomor"]):
            return None
        return Draft(uji_publik=window, nomor=values["nomor"], tanggal=tanggal)

    def _window_typed(self) -> UjiPublik | None:
        values = self.values()
        mulai, selesai = read_moment(values["mulai"], self.zona), read_moment(values["selesai"], self.zona, last=True)
        return UjiPublik(mulai, selesai) if mulai and selesai else None

    @on(Form.Edited)
    def _read_aloud(self) -> None:
        """Say how the window is understood, with its clock, zone and length in calendar days."""
        window = self._window_typed()
        self.query_one("#reading", Static).update(self._in_words(window) if window else "\n".join(self.faults()))

    def _in_words(self, window: UjiPublik) -> str:
        zone = ZoneInfo(self.zona)
        days = (window.selesai.astimezone(zone).date() - window.mulai.astimezone(zone).date()).days + 1
        told = f"Dibaca: {write_moment(window.mulai, self.zona)} sampai {write_moment(window.selesai, self.zona)}"
        length = f"{max(days, 0)} hari kalender; paling singkat {self.minimum}."
        return f"{told}, {length}"


def _window(instansi: Instansi, minimum: int) -> Content:
    if instansi.uji_publik is None:
        return Content(
            f"Dengan mengumumkan, daftar dibekukan menjadi edisi prafinalisasi dan uji publik dibuka, paling singkat {minimum} hari. "
            "Kop surat, PPK, dan alamat masukan diisi dengan F10."
        )
    window, zona = instansi.uji_publik, instansi.zona
    return Content.assemble(
        ("Masa uji publik: ", "bold"), f"{write_moment(window.mulai, zona)} sampai {write_moment(window.selesai, zona)}.",
    )  # fmt: skip
