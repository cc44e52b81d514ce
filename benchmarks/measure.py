"""How things are measured: CPU seconds of this process and its children, peak memory of a process of its own."""

import gc
import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from statistics import median
from typing import Any


@dataclass(frozen=True)
class Figure:
    """One line of the table. `ratio` is measured / reference unless `inverse`, then reference / measured."""

    what: str
    at: str
    measured: float
    reference: float
    unit: str
    target: str
    ratio: float
    reached: bool

    def as_dict(self) -> dict[str, Any]:
        """For the JSON report."""
        return asdict(self)


def cpu_seconds(work: Callable[[], object], *, repeat: int = 1) -> float:
    """Median CPU seconds, children included, of `work`."""
    taken = []
    for _ in range(repeat):
        gc.collect()
        before = os.times()
        work()
        after = os.times()
        taken.append(sum(after[:4]) - sum(before[:4]))
    return median(taken)


def wall_seconds(work: Callable[[], object], *, repeat: int = 1) -> float:
    """Median wall seconds of `work`."""
    taken = []
    for _ in range(repeat):
        gc.collect()
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return median(taken)


def peak_megabytes(module: str, *arguments: str) -> float:
    """Peak resident memory of `python -m module arguments`, the largest single process of it."""
    code = (
        "import resource, runpy, sys;"
        f"sys.argv = [{module!r}, *{list(arguments)!r}];"
        f"runpy.run_module({module!r}, run_name='__main__', alter_sys=True);"
        "own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss;"
        "child = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss;"
        "print('PEAK', max(own, child) / 1024)"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    return float(done.stdout.rsplit("PEAK", 1)[1])


def at_most(what: str, at: str, measured: float, reference: float, limit: float, *, unit: str = "s") -> Figure:
    """Reached when measured <= limit x reference."""
    ratio = measured / reference
    return Figure(what, at, measured, reference, unit, f"<= {limit:g}x", ratio, ratio <= limit)


def at_least(what: str, at: str, measured: float, reference: float, limit: float, *, unit: str = "s") -> Figure:
    """Reached when the reference takes at least `limit` times as much."""
    ratio = reference / measured
    return Figure(what, at, measured, reference, unit, f">= {limit:g}x less", ratio, ratio >= limit)


def below(what: str, at: str, measured: float, limit: float, *, unit: str) -> Figure:
    """Reached when measured < limit, an absolute bound."""
    return Figure(what, at, measured, limit, unit, f"< {limit:g} {unit}", measured / limit, measured < limit)
