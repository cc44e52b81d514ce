"""A room that reads for long: a bar after a second, Esc to stop, and a fresh start when one comes back."""

import time

from textual import on
from textual.app import ComposeResult
from textual.widgets import ProgressBar

from tui.screens.base import RoomScreen
from tui.work import Cancelled, Gave, Progress, Reporter

PATIENCE = 1.0


class ReadingRoom(RoomScreen):
    """Yields `bar()` in its body, begins a reading with `begin_reading` and ends it with `end_reading`."""

    def __init__(self) -> None:
        super().__init__()
        self.reporter: Reporter | None = None
        self._started = 0.0

    def bar(self) -> ComposeResult:
        """The bar, hidden at first."""
        yield ProgressBar(show_eta=False, id="bar", classes="hidden")

    @property
    def reading(self) -> bool:
        """A reading runs."""
        return self.reporter is not None

    def begin_reading(self) -> Reporter:
        """Stop the reading before, if it still runs; what this one reports to."""
        if self.reporter:
            self.reporter.stop()
        self.reporter = Reporter(self)
        self._started = time.monotonic()
        return self.reporter

    def end_reading(self) -> None:
        """It is read."""
        self.reporter = None
        self.query_one("#bar").add_class("hidden")
        self.refresh_bindings()

    def stop_reading(self) -> None:
        """Ask the reading to stop."""
        if self.reporter:
            self.reporter.stop()

    @on(Progress)
    def _progress(self, message: Progress) -> None:
        bar = self.query_one("#bar", ProgressBar)
        bar.set_class(not self.reading or time.monotonic() - self._started < PATIENCE, "hidden")
        bar.update(total=max(1, message.total), progress=message.done)
        self.refresh_bindings()

    @on(Gave)
    def _gave_up(self, message: Gave) -> None:
        if self.reporter and (self.reporter.stopped or not isinstance(message.error, Cancelled)):
            self.seen = -1
            self.end_reading()
            if isinstance(message.error, Cancelled):
                self.notify("Pembacaan dihentikan. Buka ruang ini lagi untuk membaca dari awal.")
