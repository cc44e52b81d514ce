"""The queue of files: reads one after the other, takes in one after the other, shows where each stands."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from textual import on
from textual.message import Message

from registry.desk.antrean_berkas import Berkas, Keadaan, Rencana, read_file
from registry.errors import FileRefused
from registry.model.impor import Impor
from tui.deeds.impor import PlanApplied, apply_plan
from tui.impor.queue_view import QueueView
from tui.screens.base import RoomScreen
from tui.session import Session
from tui.words import number
from tui.work import Cancelled, Gave, Reporter


@dataclass
class Read(Message):
    """A file was read."""

    rencana: Rencana


@dataclass
class Refused(Message):
    """A file is refused as a whole."""

    error: FileRefused


class QueuePanel(QueueView):
    """Reads and takes in, one file at a time."""

    def __init__(self, owner: RoomScreen) -> None:
        super().__init__()
        self.owner = owner
        self.then: Callable[[Berkas], None] | None = None
        self.taken: list[Impor] = []
        self.told: set[str] = set()

    def on_unmount(self) -> None:
        """Whoever leaves the instansi waits for no reading."""
        if self.reporter:
            self.reporter.stop()

    # what the operator wants

    def add(self, paths: Sequence[Path], unit: str) -> None:
        """Queue files and read them."""
        added = self.antrean.add(paths, unit)
        self.draw(added[0] if added else None)
        self.read_on()

    def again(self, files: Sequence[Berkas], unit: str | None = None) -> None:
        """Read files anew."""
        for one in files:
            if one.keadaan is not Keadaan.DIBACA:
                one.reset(unit)
        self.draw()
        self.read_on()

    def read_on(self) -> None:
        """Read the next file that waits, if none is being read."""
        waiting = self.antrean.next_waiting()
        if not self.busy and waiting is not None:
            self._read(waiting)

    def refresh_plan(self, berkas: Berkas, then: Callable[[Berkas], None]) -> None:
        """Call `then` with a file whose plan is true for the record of now."""
        if berkas.is_fresh(self.owner.session.version):
            then(berkas)
        else:
            self.then = then
            self._read(berkas)

    def apply(self, files: Sequence[Berkas]) -> None:
        """Take files in, in order; each is read again if the one before it has changed the record."""
        self.applying = list(files)
        self.total = len(self.applying)
        if not self.busy:
            self._apply_next()

    def stop(self) -> None:
        """Stop reading, and take in no further file; one that is being written is written."""
        self._leave_the_rest()
        if self.reporter:
            self.reporter.stop()
            self.draw_doing()

    def drop(self, berkas: Berkas) -> None:
        """Forget a file."""
        self.antrean.remove(berkas)
        self.draw()

    def clear_done(self) -> None:
        """Forget the files that are in the record."""
        self.antrean.remove_done()
        self.draw()

    # jobs

    def _read(self, berkas: Berkas) -> None:
        self.current = berkas
        berkas.begin()
        self.reporter = reporter = Reporter(self)

        def job(session: Session) -> Message:
            try:
                return Read(read_file(session.store, berkas, session.periode, reporter))
            except FileRefused as error:
                return Refused(error)

        self.owner.working.ask(self, job, lambda reply: reply, doing=f"Membaca {berkas.path.name}")
        self.draw()

    def _apply_next(self) -> None:
        berkas = self.applying[0] if self.applying else None
        if berkas is None:
            self._tell_the_sum()
            self.draw()
            self.read_on()
        elif not berkas.is_fresh(self.owner.session.version):
            self._read(berkas)
        elif berkas.plan is not None:
            self.current, self.writing = berkas, True
            self.owner.working.write(self, apply_plan(berkas.plan, berkas.path, quiet=self.total > 1))
            self.draw(berkas)

    def _tell_the_sum(self) -> None:
        if self.total > 1 and self.taken:
            rows = sum(taken.baris_dibaca for taken in self.taken)
            span = f"{self.taken[0].nomor} sampai {self.taken[-1].nomor}"
            text = (
                f"{number(len(self.taken))} dari {number(self.total)} berkas tersimpan ({span}): {number(rows)} baris."
            )
            self.notify(text, markup=False)
        self.taken = []

    @on(Read)
    def _planned(self, message: Read) -> None:
        berkas = self._ended()
        if berkas is None:
            return
        berkas.planned(message.rencana)
        if message.rencana.catatan and message.rencana.catatan not in self.told:
            self.told.add(message.rencana.catatan)
            self.notify(message.rencana.catatan, severity="warning", markup=False)
        self._go_on(berkas)

    @on(Refused)
    def _refused(self, message: Refused) -> None:
        berkas = self._ended()
        if berkas is not None:
            berkas.failed(message.error)
            self.then = None
            self.applying = [one for one in self.applying if one is not berkas]
            self._go_on(berkas)

    def _go_on(self, berkas: Berkas) -> None:
        then, self.then = self.then, None
        self.draw()
        if self.applying:
            self._apply_next()
            return
        if then is not None:
            then(berkas)
        self.read_on()

    @on(PlanApplied)
    def _applied(self, message: PlanApplied) -> None:
        berkas = self._ended()
        if berkas is not None:
            berkas.applied(message.impor)
            self.taken.append(message.impor)
            self.applying = [one for one in self.applying if one is not berkas]
            self._apply_next()

    @on(Gave)
    def _gave(self, message: Gave) -> None:
        """Stopped, or failed: whatever was to follow is left, for it would fail as well."""
        berkas = self._ended()
        self._leave_the_rest()
        if berkas is not None and isinstance(message.error, Cancelled):
            berkas.stopped()
        elif berkas is not None:
            berkas.failed(message.error)
        self.draw(berkas)

    def _leave_the_rest(self) -> None:
        self._tell_the_sum()
        self.applying.clear()
        self.then = None

    def _ended(self) -> Berkas | None:
        berkas, self.current, self.reporter, self.writing = self.current, None, None, False
        return berkas
