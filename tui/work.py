"""Work beside the screen: jobs run in threads, messages carry what came out, handlers draw.

A job belongs to the app, not to a screen: leaving a screen never cuts a write, and quitting waits for it.
"""

import logging
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from threading import Event
from typing import TypeVar

from textual import events, on
from textual.message import Message
from textual.message_pump import MessagePump

from registry.errors import FileRefused, PendataanError, UsageRefused
from registry.workspace import Workspace
from tui.deeds.deed import Deed, Series
from tui.dressing import DressingApp
from tui.people import Filter
from tui.preferences import Preferences
from tui.session import Session
from tui.tidying import Tidying

T = TypeVar("T")
Sample = Callable[[Workspace, datetime, Callable[[int, int, str], None]], None]
LOG = logging.getLogger("pendataan.tui")


class Cancelled(Exception):
    """The operator stopped a job that writes nothing."""


@dataclass
class Progress(Message):
    """How far a job is."""

    done: int
    total: int
    text: str = ""


@dataclass
class Failed(Message):
    """A job ended with an error. `doing`: what was being done, in Indonesian. `to`: who waited for it. `again`: do it once more.

    told: what is on disk all the same.
    """

    error: Exception
    doing: str
    wrote: bool = False
    to: MessagePump | None = None
    again: Callable[[], None] | None = None
    told: str = ""


@dataclass
class Gave(Message):
    """The sender's job failed or was stopped; there will be no answer."""

    error: Exception


@dataclass
class SeriesOver(Message):
    """A series of writes has ended, one way or another."""


@dataclass
class Written(Message):
    """A write is on disk. `said`: what to tell the operator."""

    said: str


class Reporter:
    """Handed to a job: it reports progress at most ten times a second, and learns there that it should stop."""

    def __init__(self, to: MessagePump) -> None:
        self._to = to
        self._stop = Event()
        self._last = 0.0

    def __call__(self, done: int, total: int, text: str = "") -> None:
        """Report; raises Cancelled when the operator asked to stop."""
        if self._stop.is_set():
            raise Cancelled
        now = time.monotonic()
        if now - self._last >= 0.1 or done >= total:
            self._last = now
            self._to.post_message(Progress(done, total, text))

    @property
    def stopped(self) -> bool:
        """The operator asked to stop."""
        return self._stop.is_set()

    def wait(self, seconds: float) -> bool:
        """Wait until the operator asks to stop; False when the time is over before."""
        return self._stop.wait(seconds)

    def stop(self) -> None:
        """Ask the job to stop at its next report."""
        self._stop.set()


class WorkingApp(DressingApp):
    """An app that reads and writes in workers."""

    def __init__(self, session: Session, sample: Sample | None = None) -> None:
        super().__init__()
        self.session = session
        self.sample = sample
        self.writing = 0
        self.leaving = False
        self.preferences = Preferences()
        self.tidying: Tidying | None = None

    def on_ready(self) -> None:
        """Tidy the memory in quiet moments from now on."""
        if self.tidying is not None:
            self.tidying.begin()
            self.set_interval(0.5, self._tidy)

    def _tidy(self) -> None:
        if self.tidying is not None:
            self.tidying.look(settled=self.settled)

    @property
    def settled(self) -> bool:
        """Nothing is on the screen that will be gone in a while."""
        return True

    def on_unmount(self) -> None:
        """Leave the memory to Python."""
        if self.tidying is not None:
            self.tidying.end()

    async def on_event(self, event: events.Event) -> None:
        """Note that somebody is there."""
        if self.tidying is not None and isinstance(event, events.InputEvent):
            self.tidying.touched()
        await super().on_event(event)

    def ask(
        self,
        to: MessagePump,
        job: Callable[[Session], T],
        reply: Callable[[T], Message],
        *,
        doing: str = "Membaca data",
        alone: bool = True,
    ) -> None:
        """Read in a worker; `to` receives `reply(result)`. `alone`: hold the store meanwhile."""
        self.run_worker(
            partial(self._read, to, job, reply, doing, alone), thread=True, group="read", exit_on_error=False
        )

    def _read(
        self,
        to: MessagePump,
        job: Callable[[Session], T],
        reply: Callable[[T], Message],
        doing: str,
        alone: bool,  # noqa: FBT001
    ) -> None:
        try:
            if alone:
                with self.session.guard:
                    result = job(self.session)
            else:
                result = job(self.session)
        except Cancelled as error:
            to.post_message(Gave(error))
        except Exception as error:  # noqa: BLE001  every error ends in a calm dialog and the log
            again = partial(self.ask, to, job, reply, doing=doing, alone=alone)
            self.post_message(Failed(self._cause(error), doing, to=to, again=again))
        else:
            to.post_message(reply(result))

    def write(self, to: MessagePump, deed: Deed) -> None:
        """Write in a worker that nothing interrupts; then every screen may look again."""
        self.writing += 1
        self.run_worker(partial(self._write, to, deed), thread=True, group="write", exit_on_error=False)

    def _write(self, to: MessagePump, deed: Deed) -> None:
        try:
            with self.session.guard:
                done = deed.do(self.session)
                self.session.reread()
        except Exception as error:  # noqa: BLE001
            self.post_message(
                Failed(self._cause(error), deed.doing, wrote=True, to=to, again=partial(self.write, to, deed))
            )
        else:
            if done.reply is not None:
                to.post_message(done.reply)
            self.post_message(Written(done.said))

    def write_series(self, to: MessagePump, series: Series, report: Reporter) -> None:
        """Write part after part; `report` tells how far it is and can stop it before the next. `to` hears when it is over."""
        self.writing += 1
        job = partial(self._write_series, to, series, report)
        self.run_worker(job, thread=True, group="write", exit_on_error=False)

    def _write_series(self, to: MessagePump, series: Series, report: Reporter) -> None:
        written, done = 0, 0
        try:
            for count, deed in series.parts:
                if report.stopped:
                    break
                with self.session.guard:
                    deed.do(self.session)
                    self.session.reread()
                written, done = written + 1, done + count
                with suppress(Cancelled):
                    report(done, series.total)
        except Exception as error:  # noqa: BLE001
            to.post_message(SeriesOver())
            self.post_message(Failed(self._cause(error), series.doing, wrote=True, told=series.told(written)))
        else:
            to.post_message(SeriesOver())
            self.post_message(Written(series.told(written)))

    def _cause(self, error: Exception) -> Exception:
        """What really happened: without its folder nothing of a workspace is found, whatever was asked for."""
        if isinstance(error, UsageRefused | FileRefused | FileNotFoundError) and self.session.vanished:
            return self.session.vanishing()
        return error

    @on(Written)
    def _written(self, message: Written) -> None:
        self.writing -= 1
        if message.said:
            self.notify(message.said, markup=False)
        self.after_write()

    @on(Failed)
    def _failed(self, message: Failed) -> None:
        if message.wrote:
            self.writing -= 1
        if message.to is not None:
            message.to.post_message(Gave(message.error))
        if message.told:
            self.notify(message.told, severity="warning", timeout=10, markup=False)
        self.show_error(message.error, message.doing, message.again)
        self.after_write()

    def after_write(self) -> None:
        """Leave if leaving was waiting for this write."""
        if self.leaving and not self.writing:
            self.exit()

    def open_instansi(self, kode: str, place: str = "pegawai", people: Filter | None = None) -> None:
        """Open an instansi and go to one of its rooms. people: whom the list of people shows at first."""
        raise NotImplementedError

    def choose_workspace(self) -> None:
        """Ask for another workspace and go there."""
        raise NotImplementedError

    def check_instansi(self, kode: str) -> None:
        """Verify an instansi on disk and show what was found."""
        raise NotImplementedError

    def prefer(self, wanted: Preferences) -> None:
        """Take over theme and keys, and remember them."""
        raise NotImplementedError

    def go(self, place: str) -> None:
        """Go to a room of the open instansi."""
        raise NotImplementedError

    def show_people(self, wanted: Filter) -> None:
        """Go to the list of people and show only these."""
        raise NotImplementedError

    def show_error(self, error: BaseException, doing: str, again: Callable[[], None] | None = None) -> None:
        """Tell what happened; the app's own subclass knows how."""
        raise NotImplementedError


def log_unexpected(error: BaseException, doing: str) -> None:
    """Keep the traceback for the people who repair things; values of variables are not written."""
    if not isinstance(error, PendataanError):
        LOG.error("%s", doing, exc_info=error)
