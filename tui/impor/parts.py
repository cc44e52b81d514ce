"""What the screen Impor is made of, and the queue's commands: choose, read again, apply one file or all of them."""

from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.widgets import Static

from registry.desk.antrean_berkas import Berkas
from registry.intake.plan import Plan
from registry.intake.watching import SUFFIXES
from registry.model.codes import Hasil
from registry.workflow.actions import Action
from registry.workflow.names import FASE
from tui.dialogs.confirm import Confirm
from tui.dialogs.fields import Field, Fields
from tui.dialogs.files import ChooseFiles
from tui.impor.preview import PreviewPane
from tui.impor.queue import QueuePanel
from tui.impor.watch import WatchLine
from tui.screens.base import RoomScreen
from tui.widgets.table import LineTable
from tui.words import number

INTRO = (
    "Tekan O untuk memilih berkas dari unit kerja (.xlsx, .xls, .ods, atau .csv), satu atau beberapa sekaligus, atau P untuk "
    "memantau folder tempat berkas datang. Tata letaknya boleh apa saja: baris judul, kepala dua baris, pita unit, dan jumlah "
    "dikenali sendiri.\n\n"
    "Sebelum diterapkan tidak ada yang tertulis. Setiap baris mendapat satu hasil, dan jumlahnya selalu cocok."
)
UNIT = "Bila kolom unit kerja kosong, nama unit ini yang dipakai. Pemetaan kolom juga diingat menurut nama ini."


class ImporParts(RoomScreen):
    """Queue above, the file under its cursor below, the watched folder in a line."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path.cwd()
        self.queue = QueuePanel(self)
        self.preview = PreviewPane()
        self.watched = WatchLine(self, lambda: [one.path for one in self.queue.antrean.berkas])

    def body(self) -> ComposeResult:
        """Lay out intro, watched folder, queue and preview."""
        yield Static("Impor berkas", id="impor-heading", classes="heading intro")
        yield Static(INTRO, id="impor-intro", classes="prose intro")
        yield self.watched
        yield self.queue
        yield self.preview

    def on_mount(self) -> None:
        """Begin with an empty queue."""
        self.queue.draw()

    def load(self) -> None:
        """Say how to begin, or why nothing can be imported."""
        instansi, text = self.session.instansi, INTRO
        if instansi is not None and not self.session.may((Action.IMPOR,)):
            why = "hanya dapat dibaca" if self.session.readonly else f"terkunci pada tahap {FASE[instansi.fase]}"
            text = f"Data instansi ini {why}; berkas tidak dapat diimpor."
        self.query_one("#impor-intro", Static).update(text)

    @property
    def berkas(self) -> Berkas | None:
        """The file that is looked at."""
        return self.preview.berkas

    @property
    def plan(self) -> Plan | None:
        """What would become of its rows."""
        return self.berkas.plan if self.berkas else None

    @on(QueuePanel.Showing)
    def _showing(self, message: QueuePanel.Showing) -> None:
        for one in self.query(".intro"):
            one.set_class(message.berkas is not None, "hidden")
        fresh = message.berkas is not None and message.berkas.plan is not self.preview.plan
        self.preview.show(message.berkas)
        if fresh and self.plan is not None and len(self.queue.antrean.berkas) == 1:
            self.preview.query_one("#rows", LineTable).focus()
        self.refresh_bindings()

    # the queue

    def do_pilih(self) -> None:
        """Ask for files, then for the unit."""
        self.question(ChooseFiles("Pilih berkas", self.folder, SUFFIXES), self._ask_unit)

    def _ask_unit(self, paths: list[Path]) -> None:
        self.folder = paths[0].parent
        names = paths[0].name if len(paths) == 1 else f"{number(len(paths))} berkas: {paths[0].name}, …"
        fields = [Field("unit", "Unit kerja pengirim", hint="boleh kosong")]
        dialog = Fields("Dari unit mana?", fields, text=f"{names}\n\n{UNIT}", yes="Baca berkas")
        self.question(dialog, lambda got: self._queue_up(paths, got["unit"]))

    def _queue_up(self, paths: list[Path], unit: str) -> None:
        self.queue.add(paths, unit)
        self.queue.query_one("#queue").focus()

    def do_unit(self) -> None:
        """Name the unit the file came from, and read it again."""
        berkas = self.berkas
        if berkas is not None:
            fields = [Field("unit", "Unit kerja pengirim", berkas.unit, hint="boleh kosong")]
            dialog = Fields("Dari unit mana?", fields, text=f"{berkas.path.name}\n\n{UNIT}", yes="Baca ulang")
            self.question(dialog, lambda got: self.queue.again([berkas], got["unit"]))

    def do_baca(self) -> None:
        """Read the file again."""
        if self.berkas is not None:
            self.queue.again([self.berkas])

    def do_lupakan(self) -> None:
        """Stop what is being read, or take the file out of the queue."""
        if self.queue.busy:
            self.queue.stop()
        elif self.berkas is not None:
            self.queue.drop(self.berkas)

    def do_bersihkan(self) -> None:
        """Take what is in the record out of the queue."""
        self.queue.clear_done()

    # applying

    def do_terapkan(self) -> None:
        """Ask, then write all rows in one transaction; what is asked is true for the record of now."""
        if self.berkas is not None:
            self.queue.refresh_plan(self.berkas, self._ask_to_apply)

    def _ask_to_apply(self, berkas: Berkas) -> None:
        if berkas.plan is not None:
            dialog = Confirm("Terapkan impor?", _sums([berkas]), yes="Terapkan")
            self.question(dialog, lambda _: self.queue.apply([berkas]))

    def do_semua(self) -> None:
        """Ask, then write file after file."""
        ready = self.queue.antrean.ready()
        text = (
            f"{number(len(ready))} berkas siap. {_sums(ready)}\n\nSatu catatan jurnal per berkas, menurut urutan antrean. Setiap "
            "berkas diperiksa sekali lagi sesudah berkas sebelumnya masuk, jadi orang yang ada di dua berkas tidak masuk dua kali."
        )
        self.question(
            Confirm("Terapkan semua yang siap?", text, yes="Terapkan semua"), lambda _: self.queue.apply(ready)
        )


def _sums(files: list[Berkas]) -> str:
    counts = {code: sum(one.plan.hasil.get(code, 0) for one in files if one.plan) for code in Hasil}
    return (
        f"{number(counts[Hasil.DITERIMA])} orang baru masuk, {number(counts[Hasil.DIPERBARUI])} diperbarui, "
        f"{number(counts[Hasil.MENUNGGU])} menunggu keputusan, {number(counts[Hasil.DITOLAK])} ditolak."
    )
