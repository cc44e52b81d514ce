"""A long write under way: how far it is, and a way to stop it before its next part."""

from textual import on
from textual.app import ComposeResult
from textual.widgets import Button, ProgressBar, Static

from tui.deeds.deed import Series
from tui.dialogs.base import Question
from tui.words import number
from tui.work import Progress, Reporter, SeriesOver, WorkingApp


class Saving(Question[bool]):
    """Writes a series and closes when that is over. Closing it in another way would stop nothing: the app writes, not the dialog."""

    AUTO_FOCUS = "Button"

    def __init__(self, series: Series) -> None:
        super().__init__(f"{series.doing}: {number(series.total)} orang", yes="", no="")
        self.series = series
        self.report = Reporter(self)
        self.over = False

    def body(self) -> ComposeResult:
        """Show the progress."""
        yield ProgressBar(total=self.series.total, show_eta=False, id="saving")
        entries = number(len(self.series.parts))
        yield Static(
            f"Disimpan dalam {entries} catatan jurnal; berhenti berlaku sebelum catatan berikutnya.", id="words"
        )
        yield Button("Berhenti (Esc)", id="stop", compact=True)

    def on_mount(self) -> None:
        """Begin."""
        if isinstance(self.app, WorkingApp):
            self.app.write_series(self, self.series, self.report)

    @on(Progress)
    def _progress(self, message: Progress) -> None:
        self.query_one(ProgressBar).update(progress=message.done)

    @on(Button.Pressed, "#stop")
    def action_no_answer(self) -> None:
        """Stop before the next part."""
        self.report.stop()
        self.query_one("#stop", Button).disabled = True
        self.query_one("#words", Static).update("Berhenti setelah catatan yang sedang ditulis …")

    @on(SeriesOver)
    def _over(self) -> None:
        self.over = True
        self.on_screen_resume()

    def on_screen_resume(self) -> None:
        """Close once it is over, when nothing stands on top any more."""
        if self.over and self.app.screen is self:  # `is_current` is true below another dialog too
            self.over = False
            self.dismiss(None)
