"""Files that wait to be taken in, in order: what is known of each, and reading one with what is remembered of its unit.

Memory only. A plan is true for one head of the journal: `Berkas.is_fresh` tells whether the record has changed since.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from enum import StrEnum
from pathlib import Path

from msgspec import Struct

from registry.desk import impor, pemetaan
from registry.errors import FileRefused, PendataanError
from registry.intake.plan import Plan
from registry.model.impor import Impor
from registry.periode.types import Periode
from registry.store.store import Store

HEADLESS = "kepala-tidak-ditemukan"
Progress = Callable[[int, int], None]


class Keadaan(StrEnum):
    """Where a file of the queue stands."""

    MENUNGGU = "menunggu"
    DIBACA = "dibaca"
    SIAP = "siap"
    DITERAPKAN = "diterapkan"
    DITOLAK_UTUH = "ditolak-utuh"
    GAGAL = "gagal"


class Rencana(Struct, frozen=True):
    """A plan, the entry of the journal it rests on, and what to tell the operator about what is remembered.

    temuan: in how many rows each kind of finding stands, the most frequent first.
    """

    plan: Plan
    seq: int
    catatan: str = ""
    temuan: dict[str, int] = {}


class Berkas:
    """One file of the queue. pesan: why it was refused or failed. impor: the number it was taken in under.

    headless: it was refused because no header was recognised; a person may name the row.
    """

    def __init__(self, path: Path, unit: str = "") -> None:
        self.path = path
        self.unit = unit
        self.keadaan = Keadaan.MENUNGGU
        self.rencana: Rencana | None = None
        self.pesan = ""
        self.impor = ""
        self.headless = False

    @property
    def plan(self) -> Plan | None:
        """What its rows would become, or became."""
        return None if self.rencana is None else self.rencana.plan

    def is_fresh(self, seq: int) -> bool:
        """The record is still the one the plan was made for."""
        return self.rencana is not None and self.rencana.seq == seq

    def reset(self, unit: str | None = None) -> None:
        """Read it anew, from another unit perhaps."""
        self.unit = self.unit if unit is None else unit
        self.keadaan, self.rencana, self.pesan, self.impor = Keadaan.MENUNGGU, None, "", ""
        self.headless = False

    def begin(self) -> None:
        """It is being read. A plan made before stays to be looked at."""
        self.keadaan, self.pesan = Keadaan.DIBACA, ""

    def planned(self, rencana: Rencana) -> None:
        """It has been read."""
        self.keadaan, self.rencana = Keadaan.SIAP, rencana

    def stopped(self) -> None:
        """The operator stopped the reading: what was known before holds."""
        self.keadaan = Keadaan.MENUNGGU if self.rencana is None else Keadaan.SIAP

    def failed(self, error: Exception) -> None:
        """It was refused as a whole, or could not be read or taken in."""
        refused = isinstance(error, FileRefused)
        self.keadaan = Keadaan.DITOLAK_UTUH if refused else Keadaan.GAGAL
        self.pesan = (
            " ".join(part for part in (error.what, error.to_do) if part)
            if isinstance(error, PendataanError)
            else "Gangguan yang tidak terduga."
        )
        if isinstance(error, FileRefused):
            self.rencana = None
            self.headless = error.code == HEADLESS

    def applied(self, taken: Impor) -> None:
        """Its rows are in the record."""
        self.keadaan, self.impor = Keadaan.DITERAPKAN, taken.nomor


class Antrean:
    """The files, in the order they came."""

    def __init__(self) -> None:
        self.berkas: list[Berkas] = []

    def add(self, paths: Iterable[Path], unit: str = "") -> list[Berkas]:
        """Queue files; one that is here already is read anew, unless it is being read."""
        added: list[Berkas] = []
        for path in paths:
            known = next((one for one in self.berkas if one.path == path), None)
            if known is None:
                known = Berkas(path, unit)
                self.berkas.append(known)
            elif known.keadaan is Keadaan.DIBACA:
                continue
            else:
                known.reset(unit)
            if known not in added:
                added.append(known)
        return added

    def remove(self, berkas: Berkas) -> None:
        """Take a file out of the queue."""
        self.berkas = [one for one in self.berkas if one is not berkas]

    def remove_done(self) -> int:
        """Take out what is in the record; how many."""
        before = len(self.berkas)
        self.berkas = [one for one in self.berkas if one.keadaan is not Keadaan.DITERAPKAN]
        return before - len(self.berkas)

    def next_waiting(self) -> Berkas | None:
        """The first file nobody has read."""
        return next((one for one in self.berkas if one.keadaan is Keadaan.MENUNGGU), None)

    def ready(self) -> list[Berkas]:
        """The files that can be taken in, in order."""
        return [one for one in self.berkas if one.keadaan is Keadaan.SIAP]


def read_file(store: Store, berkas: Berkas, periode: Periode, progress: Progress | None = None) -> Rencana:
    """Plan a file as its unit's files are remembered to be laid out. Raises FileRefused, and what `progress` raises."""
    from registry.intake.importing import plan_import  # noqa: PLC0415 - heavy: only when a file is read
    from registry.reference.instansi import regions  # noqa: PLC0415

    seq, remembered = store.head.seq, pemetaan.load(store)
    plan = plan_import(
        berkas.path,
        periode=periode,
        known=impor.known(store),
        unit=berkas.unit,
        regions=regions(),
        progress=progress,
        recall=remembered.of_unit(berkas.unit),
    )
    return Rencana(plan, seq, remembered.notice, _findings(plan))


def _findings(plan: Plan) -> dict[str, int]:
    found = Counter(code for row in plan.baris for code in {finding.kode for finding in row.baris.temuan})
    return dict(found.most_common())
