"""One run of `impor`: plan files against one instansi's store, apply them unless it is a rehearsal, collect what goes back."""

from io import BytesIO
from pathlib import Path
from types import TracebackType
from typing import Self

from msgspec.structs import replace

from cli.output import ProgressCall
from cli.session import Session
from registry.desk.impor import apply_plan, known
from registry.desk.keluaran import write_file
from registry.desk.pemetaan import Ingatan, load
from registry.intake.importing import plan_import
from registry.intake.plan import Plan
from registry.model.codes import Hasil
from registry.model.impor import BarisImpor
from registry.reference.instansi import regions


class Importing:
    """Holds the store while files are taken in. dry: nothing is written, no lock is taken.

    recalling: columns are read as operators once said that the unit's files are laid out. notice: why they cannot be, if so.
    """

    def __init__(self, session: Session, kode: str, *, dry: bool, recalling: bool = True) -> None:
        self._session = session
        self._dry = dry
        workspace = session.workspace()
        self._store = session.reader(kode) if dry else session.writer(kode)
        self._periode = workspace.periode_for(self._store.instansi)
        self._remembered = load(self._store) if recalling else Ingatan()
        self._plans: list[Plan] = []

    @property
    def notice(self) -> str:
        """What to tell about the memory of columns; empty when all is well."""
        return self._remembered.notice

    def __enter__(self) -> Self:
        """The open store is released on exit."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the store."""
        self._store.close()

    def take(self, path: Path, unit: str, progress: ProgressCall) -> Plan:
        """Plan `path` and, unless dry, apply it. Raises FileRefused when the file is refused as a whole."""
        plan = plan_import(
            path,
            periode=self._periode,
            known=known(self._store),
            unit=unit,
            regions=regions(),
            progress=progress,
            recall=self._remembered.of_unit(unit),
        )
        if not self._dry:
            apply_plan(self._store, plan, self._session.act(), file=path)
        self._plans.append(plan)
        return plan

    def write_rejects(self, path: Path) -> int:
        """Write the refused and waiting rows of all files to `path` (.xlsx), a sheet for each sheet. Returns their number."""
        from registry.intake.rejects import write_rejects

        rows: list[BarisImpor] = []
        heads: dict[str, tuple[str, ...]] = {}
        for plan in self._plans:
            before = f"{Path(plan.berkas).stem} " if len(self._plans) > 1 else ""
            heads |= {before + name: head for name, head in plan.kepala.items()}
            back = (row.baris for row in plan.baris if row.baris.hasil in (Hasil.DITOLAK, Hasil.MENUNGGU))
            rows += [replace(row, lembar=before + (row.lembar or "")) for row in back]
        made = BytesIO()
        write_rejects(rows, heads, made)
        write_file(path, made.getvalue())
        return len(rows)
