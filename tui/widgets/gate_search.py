"""What the publication gate would find: progress while it searches, then every place with whose record to correct."""

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import ProgressBar, Static

from registry.desk.pratinjau import Place
from tui.widgets.columns import Column
from tui.widgets.table import LineTable
from tui.words import number
from tui.work import Progress, Reporter

ABOUT = (
    "Dicari: NIK, nomor KK, tanggal lahir, nomor HP, dan surel siapa pun di instansi ini, juga apa pun yang berbentuk NIK, "
    "dalam daftar dan surat yang akan diumumkan. Pemeriksaan yang sama berjalan lagi saat mengumumkan."
)
COLUMNS: tuple[Column[Place], ...] = (
    Column("tempat", "Tempat", lambda row: row.tempat, width=32, grow=1),
    Column("nama", "Nama", lambda row: row.nama, width=20, grow=1),
    Column("jenis", "Yang ditemukan", lambda row: row.jenis, width=18, grow=1, tone=lambda _: "bad"),
)


class GateSearch(Vertical):
    """Runs nothing itself: the screen starts the search and hands over what came out."""

    reporter: Reporter | None = None

    def compose(self) -> ComposeResult:
        """Lay out text, bar, outcome and places."""
        yield Static(ABOUT, classes="prose", id="search-about")
        yield ProgressBar(show_eta=False, id="search-bar", classes="hidden")
        yield Static("", id="search-outcome", markup=False)
        yield LineTable(
            COLUMNS, lambda row: row.tempat + row.jenis, empty="Tidak ada tempat yang ditemukan.", id="places"
        )

    @property
    def running(self) -> bool:
        """A search is at work."""
        return self.reporter is not None

    def begin(self) -> Reporter:
        """A search starts; returns what it reports to."""
        self.reporter = Reporter(self)
        self._outcome("Memeriksa …", "")
        self.query_one("#search-bar", ProgressBar).update(total=None, progress=0)
        self.query_one("#search-bar").remove_class("hidden")
        self.query_one("#places", LineTable).show(())
        return self.reporter

    def stop(self) -> None:
        """Ask the search to stop."""
        if self.reporter:
            self.reporter.stop()
            self._outcome("Menghentikan …", "")

    def show(self, places: tuple[Place, ...]) -> None:
        """Show what was found."""
        self._over()
        self.query_one("#places", LineTable).show(places)
        if places:
            self._outcome(
                f"Data pribadi ditemukan di {number(len(places))} tempat. Betulkan dahulu (Enter membuka orangnya).",
                "bad",
            )
        else:
            self._outcome("Bersih: tidak ada data pribadi dalam daftar maupun suratnya.", "good")

    def gave_up(self) -> None:
        """The search was stopped, or failed and was told of."""
        if self.reporter:
            self._over()
            self._outcome("Pemeriksaan dihentikan; belum diketahui hasilnya.", "warn")

    def _over(self) -> None:
        self.reporter = None
        self.query_one("#search-bar").add_class("hidden")

    def _outcome(self, text: str, tone: str) -> None:
        line = self.query_one("#search-outcome", Static)
        line.update(text)
        line.set_classes(tone)

    @on(Progress)
    def _progress(self, message: Progress) -> None:
        message.stop()
        self.query_one("#search-bar", ProgressBar).update(total=max(1, message.total), progress=message.done)
