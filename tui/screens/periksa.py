"""`periksa` of the open instansi: progress, then calmly what was found and what to do. Changes nothing."""

from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import ProgressBar, Static

from registry.desk.periksa import InstansiReport, Places, verify_instansi
from tui.session import Session
from tui.widgets.report import report_lines
from tui.words import number
from tui.work import Cancelled, Gave, Progress, Reporter, WorkingApp


@dataclass
class Verified(Message):
    """The report is there."""

    report: InstansiReport


class PeriksaPanel(VerticalScroll):
    """Progress and report. `running`: the verification is at work."""

    class Changed(Message):
        """Started, ended or stopped."""

    def __init__(self) -> None:
        super().__init__(id="periksa", classes="hidden")
        self.reporter: Reporter | None = None

    def compose(self) -> ComposeResult:
        """Lay out heading, bar and report."""
        yield Static("Periksa", id="periksa-title", classes="heading")
        yield ProgressBar(show_eta=False, id="periksa-bar", classes="hidden")
        yield Static("", id="periksa-report")

    @property
    def running(self) -> bool:
        """The verification is at work."""
        return self.reporter is not None

    def start(self, app: WorkingApp) -> None:
        """Verify in a worker; the store is not held meanwhile, so that work elsewhere goes on."""
        self.reporter = reporter = Reporter(self)
        self.remove_class("hidden")
        self.query_one("#periksa-bar", ProgressBar).update(total=None, progress=0)
        self.query_one("#periksa-bar").remove_class("hidden")
        self._say("Memeriksa …", Content("Jurnal, tampilan, berkas, dan edisi dibaca dari awal. Esc menghentikan."))
        app.ask(self, lambda session: _verify(session, reporter), Verified, doing="Memeriksa", alone=False)

    def stop(self) -> None:
        """Ask the verification to stop."""
        if self.reporter:
            self.reporter.stop()
            self.query_one("#periksa-title", Static).update("Menghentikan …")

    def _say(self, title: str, text: Content) -> None:
        self.query_one("#periksa-title", Static).update(title)
        self.query_one("#periksa-report", Static).update(text)
        self.scroll_home(animate=False)
        self.post_message(self.Changed())

    @on(Progress)
    def _progress(self, message: Progress) -> None:
        message.stop()  # the room has a bar of its own
        self.query_one("#periksa-bar", ProgressBar).update(total=max(1, message.total), progress=message.done)

    @on(Verified)
    def _verified(self, message: Verified) -> None:
        self.reporter = None
        self.query_one("#periksa-bar").add_class("hidden")
        found = len(message.report.temuan)
        title = f"Hasil periksa: {number(found)} temuan" if found else "Hasil periksa: semua utuh"
        self._say(title, Content("\n").join(list(report_lines(message.report))))

    @on(Gave)
    def _gave(self, message: Gave) -> None:
        message.stop()
        self.reporter = None
        self.query_one("#periksa-bar").add_class("hidden")
        stopped = isinstance(message.error, Cancelled)
        text = "Belum semuanya diperiksa. Tekan P untuk memeriksa dari awal."
        self._say("Pemeriksaan dihentikan" if stopped else "Pemeriksaan tidak selesai", Content(text))


def _verify(session: Session, reporter: Reporter) -> InstansiReport:
    kode = session.store.kode
    places = Places(session.store.folder, session.terbitan, session.workspace.periode_for)
    return verify_instansi(kode, places, reporter)
