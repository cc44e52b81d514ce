"""Intake: an .xlsx of 20 columns, rehearsed and committed, against the time calamine needs to read the same file.

Each turn is a process of its own, as `pendataan impor` is: a heap that has seen five imports answers more slowly.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.measure import Figure, at_most, cpu_of, each_in_fresh_process
from benchmarks.workload import write_spreadsheet
from registry.desk.impor import apply_plan, known
from registry.intake.importing import plan_import
from registry.intake.plan import Plan
from registry.model.act import Act
from registry.model.codes import JenisInstansi
from registry.model.instansi import Instansi
from registry.periode.load import builtin_periode_path, load_periode
from registry.store.store import Store

_TURNS = 5


def figures(rows: int) -> Iterator[Figure]:
    """Dry run, and dry run with commit, of `rows` rows into an empty record. The fastest of five turns counts."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "data.xlsx"
        write_spreadsheet(file, rows, 1)
        turns = each_in_fresh_process(_turn, [(file, Path(folder) / f"store-{turn}") for turn in range(_TURNS)])
        reference, dry, commit = map(min, zip(*turns, strict=True))
        for what, taken in (("dry run", dry), ("dry run and commit", dry + commit)):
            yield at_most(f"import .xlsx, {what} (reference: calamine reads it)", f"{rows:,}", taken, reference, 5)


def _turn(file: Path, folder: Path) -> tuple[float, float, float]:
    """CPU of calamine alone, of the dry run and of the commit. A few rows go first, so that imports count for none."""
    few = folder.with_suffix(".xlsx")
    write_spreadsheet(few, 20, 1)
    _measured(few, folder.with_name(f"{folder.name}-few"))
    return _measured(file, folder)


def _measured(file: Path, folder: Path) -> tuple[float, float, float]:
    reference = cpu_of(lambda: _read(file))
    act = Act("Bangku", datetime(2022, 9, 1, tzinfo=UTC))
    instansi = Instansi(kode="3375", nama="Kota Contoh", jenis=JenisInstansi.KOTA)
    with Store.create(folder, instansi, act) as store:
        plans: list[Plan] = []
        dry = cpu_of(lambda: plans.append(_plan(file, store)))
        return reference, dry, cpu_of(lambda: apply_plan(store, plans[0], act, file=file))


def _read(file: Path) -> None:
    from python_calamine import CalamineWorkbook

    book = CalamineWorkbook.from_path(str(file))
    for name in book.sheet_names:
        book.get_sheet_by_name(name).to_python(skip_empty_area=False)


def _plan(file: Path, store: Store) -> Plan:
    return plan_import(file, periode=load_periode(builtin_periode_path("2022")), known=known(store))
