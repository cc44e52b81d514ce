"""The sections of the settings, laid out: a list at the left, the chosen section at the right."""

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import ContentSwitcher, OptionList, Select, Static
from textual.widgets.option_list import Option

from tui.settings import SETTINGS, ZONES
from tui.theme import THEMES
from tui.widgets.form import Form
from tui.widgets.form_texts import FormField, Section
from tui.widgets.key_list import KeyList

PARTS = {
    "instansi": "Alamat",
    "kop": "Kop surat",
    "ppk": "PPK",
    "zona": "Zona waktu",
    "jadwal": "Jadwal",
    "unit": "Unit kerja",
    "tema": "Tema",
    "tombol": "Tombol",
}
ABOUT_SCHEDULE = (
    "Tanggal di atas berasal dari periode dan dari pengumuman instansi ini; di sini hanya untuk dibaca. "
    "Uji publik ditetapkan saat mengumumkan dan ditambah dengan perpanjangan (ruang Umumkan). "
    "Tanggal periode ada di berkas periode/*.toml di folder ruang kerja dan sama bagi semua instansi."
)
ABOUT_UNITS = "Unit ini diharapkan mengirim berkas; yang belum mengirim tampak di ruang Unit. D menyunting daftarnya."
ABOUT_THEMES = "Tema berlaku di semua ruang kerja pada komputer ini dan diingat."


class SettingsParts(Horizontal):
    """Shows one section at a time."""

    def compose(self) -> ComposeResult:
        """Lay out list and sections."""
        yield OptionList(
            *(Option(word, id=f"part-{name}") for name, word in PARTS.items()), id="sections", compact=True
        )
        with ContentSwitcher(initial="show-instansi", id="parts"):
            for name in ("instansi", "kop", "ppk"):
                with VerticalScroll(id=f"show-{name}", can_focus=False):
                    yield from _texts(name)
            with VerticalScroll(id="show-zona", can_focus=False):
                zones = [(words, zone) for zone, words in ZONES.items()]
                yield Select(zones, id="zona", allow_blank=False, compact=True)
                yield Static("", id="zone-remark", classes="settings-remark")
            with VerticalScroll(id="show-jadwal"):
                yield Static("", id="dates")
                yield Static(ABOUT_SCHEDULE, classes="settings-remark")
            with VerticalScroll(id="show-unit"):
                yield Static("", id="expected", markup=False)
                yield Static(ABOUT_UNITS, classes="settings-remark")
            with VerticalScroll(id="show-tema", can_focus=False):
                themes = [Option(word, id=f"tema-{name}") for name, (_, word) in THEMES.items()]
                yield OptionList(*themes, id="themes", compact=True)
                yield Static(ABOUT_THEMES, classes="settings-remark")
            yield KeyList(id="show-tombol")

    @property
    def part(self) -> str:
        """The section shown."""
        found = self.query("#parts")
        return str(found.only_one(ContentSwitcher).current or "").removeprefix("show-") if found else ""

    @on(OptionList.OptionHighlighted, "#sections")
    def _turn(self, event: OptionList.OptionHighlighted) -> None:
        if event.option_id:
            self.query_one("#parts", ContentSwitcher).current = event.option_id.replace("part-", "show-")
            self.screen.refresh_bindings()

    @on(OptionList.OptionSelected, "#sections")
    def _enter(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.screen.focus_next("#parts Input, #parts Select, #themes, #keys, #show-jadwal")


def _texts(part: str) -> ComposeResult:
    fields = tuple(FormField(one.name, one.label, one.hint) for one in SETTINGS if one.part == part)
    yield Form([Section("", fields)], widest=70, beside=False, after_last="stay")
    if part == "kop":
        yield Static("Beginilah kop pada surat:", classes="dialog-label")
        yield Static("", id="preview", markup=False)
