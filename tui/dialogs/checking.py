"""Verifying one instansi when there is trouble: progress with cancel, then what was found and what to do."""

from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import ProgressBar, Static

from registry.desk.periksa import InstansiReport, Places, verify_instansi
from tui.dialogs.base import Question
from tui.session import Session
from tui.widgets.report import report_lines
from tui.work import Gave, Progress, Reporter, WorkingApp


@dataclass
class Found(Message):
    """What verifying found."""

    report: InstansiReport


class Checking(Question[bool]):
    """Verifies, then shows; closing it stops the verifying."""

    AUTO_FOCUS = "Button"

    def __init__(self, kode: str) -> None:
        super().__init__(f"Memeriksa {kode}", yes="Tutup", no="")
        self.kode = kode
        self.report: Reporter | None = None

    def body(self) -> ComposeResult:
        """Show the progress, then the findings."""
        yield ProgressBar(show_eta=False, id="checking")
        with VerticalScroll(id="found", can_focus=False):
            yield Static("Membaca jurnal dan berkas …", id="words")

    def on_mount(self) -> None:
        """Begin."""
        report = self.report = Reporter(self)

        def job(session: Session) -> InstansiReport:
            workspace = session.workspace
            folder, terbitan = workspace.instansi_folder(self.kode), workspace.terbitan_folder(self.kode)
            return verify_instansi(self.kode, Places(folder, terbitan, workspace.periode_for), report)

        if isinstance(self.app, WorkingApp):
            self.app.ask(self, job, Found, doing="Memeriksa", alone=False)

    def on_unmount(self) -> None:
        """Stop what is still being read."""
        if self.report is not None:
            self.report.stop()

    @on(Progress)
    def _progress(self, message: Progress) -> None:
        self.query_one(ProgressBar).update(total=message.total, progress=message.done)

    @on(Gave)
    def _failed(self) -> None:
        self.query_one(ProgressBar).add_class("hidden")
        self.query_one("#words", Static).update("Belum dapat diperiksa.")

    @on(Found)
    def _show(self, message: Found) -> None:
        self.query_one(ProgressBar).add_class("hidden")
        self.query_one("#words", Static).update(Content("\n").join(list(report_lines(message.report))))

    def answer(self) -> bool:
        """Return that it was read."""
        return True
