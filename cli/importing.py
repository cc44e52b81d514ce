"""One run of `impor`: plan files against one instansi's store, apply them unless it is a rehearsal, collect what goes back."""

from pathlib import Path
from types import TracebackType
from typing import Self

from registry.desk.impor import apply_plan, known
from registry.intake.rejects import write_rejects

from cli.output import ProgressCall
from cli.session import Session
from registry.intake.plan import Plan, plan_import
from registry.model.codes import Hasil


class Importing:
    """Holds the store while files are taken in. `dry`: nothing is written, no lock is taken."""

    def __init__(self, session: Session, kode: str, *, dry: bool) -> None:
        self._session = session
        self._dry = dry
        workspace = session.workspace()
        self._store = session.reader(kode) if dry else session.writer(kode)
        self._periode = workspace.periode_for(self._store.instansi)
        self._plans: list[Plan] = []

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
        plan = plan_import(path, periode=self._periode, known=known(self._store), unit=unit, progress=progress)
        if not self._dry:
            apply_plan(self._store, plan, self._session.act(), file=path)
        self._plans.append(plan)
        return plan

    def write_rejects(self, path: Path) -> int:
        """Write the refused and waiting rows of all files to `path` (.xlsx). Returns their number."""
        return write_rejects(self._plans, path)

    @property
    def rejected(self) -> int:
        """Rows that were refused or wait."""
        return sum(plan.hasil[Hasil.DITOLAK] + plan.hasil[Hasil.MENUNGGU] for plan in self._plans)
