"""The agencies of a workspace as lines of a list, read one after the other; what has not changed on disk is not read again."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from threading import Event

from registry.desk.ikhtisar import Ikhtisar, ikhtisar, window_over
from registry.desk.tenggat import Tenggat, next_deadline
from registry.errors import PendataanError
from registry.model.instansi import Instansi
from registry.periode.types import Periode
from tui.session import Session

EVERY = 0.1


@dataclass(frozen=True, slots=True)
class InstansiLine:
    """One agency. read: None while it is not read, or when it could not be: then trouble says why, to_do what helps."""

    kode: str
    nama: str
    read: Ikhtisar | None = None
    periode: Periode | None = None
    trouble: str = ""
    to_do: str = ""

    def deadline(self, now: datetime) -> Tenggat | None:
        """What it works towards, where that is known."""
        if self.read is None or self.periode is None:
            return None
        return next_deadline(self.read.instansi, self.periode, now)


class Agencies:
    """What was read of each agency, by its code. Used by one worker at a time."""

    def __init__(self) -> None:
        self._kept: dict[tuple[Path, str], tuple[object, InstansiLine]] = {}
        self._periodes: dict[str, Periode] = {}

    def read(self, session: Session, told: Callable[[list[InstansiLine]], None], stop: Event) -> None:
        """Hand over every agency at once as far as it is known, then ten times a second those that were read meanwhile.

        Raises PendataanError when the workspace cannot be read at all.
        """
        session.look_at_workspace()
        self._periodes = {}
        codes = session.workspace.instansi_codes()
        told([self._known(session, kode) for kode in codes])
        for lines in _in_stretches(self._line(session, kode) for kode in codes):
            if stop.is_set():
                return
            told(lines)

    def _known(self, session: Session, kode: str) -> InstansiLine:
        from registry.reference.instansi import instansi_by_code  # noqa: PLC0415  700 rows

        if kept := self._kept.get((session.workspace.path, kode)):
            return kept[1]
        known = instansi_by_code(kode)
        return InstansiLine(kode, known.nama if known else kode)

    def _line(self, session: Session, kode: str) -> InstansiLine:
        now = session.clock()
        stamp = _stamp(session.workspace.path / "instansi" / kode / "journal.log")
        kept = self._kept.get((session.workspace.path, kode))
        if kept is not None and stamp is not None and kept[0] == (stamp, _over(kept[1], now)):
            return kept[1]
        line = self._read(session, kode, now)
        if line.read is not None:
            self._kept[session.workspace.path, kode] = ((stamp, _over(line, now)), line)
        return line

    def _read(self, session: Session, kode: str, now: datetime) -> InstansiLine:
        try:
            with session.workspace.open_store(kode, operator=session.operator, readonly=True) as store:
                periode = self._periode(session, store.instansi)
                damage = next(iter(store.notices), "") if store.damaged else ""
                return InstansiLine(kode, store.instansi.nama, ikhtisar(store, now, periode), periode, damage)
        except PendataanError as error:
            return InstansiLine(kode, self._known(session, kode).nama, trouble=error.what, to_do=error.to_do)
        except OSError as error:
            what = f"Folder instansi tidak terbaca (galat {error.errno})."
            return InstansiLine(
                kode,
                self._known(session, kode).nama,
                trouble=what,
                to_do="Periksa media dan izin folder itu, lalu coba lagi.",
            )

    def _periode(self, session: Session, instansi: Instansi) -> Periode:
        """The rules of an agency; most share one file, which is read once a turn."""
        if instansi.periode not in self._periodes:
            self._periodes[instansi.periode] = session.workspace.periode_for(instansi)
        return self._periodes[instansi.periode]


def _over(line: InstansiLine, now: datetime) -> bool:
    return line.read is not None and window_over(line.read.instansi, now)


def _stamp(journal: Path) -> tuple[int, int] | None:
    try:
        found = journal.stat()
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns


def _in_stretches(lines: Iterator[InstansiLine]) -> Iterator[list[InstansiLine]]:
    stretch: list[InstansiLine] = []
    last = time.monotonic()
    for line in lines:
        stretch.append(line)
        if time.monotonic() - last >= EVERY:
            yield stretch
            stretch = []
            last = time.monotonic()
    yield stretch
