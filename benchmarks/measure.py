"""How things are measured: CPU seconds of this process and its children, peak memory of a process of its own."""

import gc
import os
import re
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import Any, Final, TypeVar

T = TypeVar("T")
_ROOM: Final = 2 * 1024**3


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


def cpu_seconds() -> float:
    """CPU seconds of this process and its finished children so far."""
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(it.ru_utime + it.ru_stime for it in used)


def cpu_of(work: Callable[[], object]) -> float:
    """CPU seconds of one run, children included, begun with a tidy memory."""
    gc.collect()
    before = cpu_seconds()
    work()
    return cpu_seconds() - before


def fastest_in_turns(turns: int, *works: tuple[Callable[[], object], Callable[[], object]]) -> list[float]:
    """Least CPU seconds of each work, all taking turns so that they meet the same machine. Each: (prepare, measured)."""
    taken: list[list[float]] = [[] for _ in works]
    for _ in range(turns):
        for found, (prepare, work) in zip(taken, works, strict=True):
            prepare()
            found.append(cpu_of(work))
    return [min(found) for found in taken]


@dataclass(frozen=True)
class Spent:
    """Seconds by the clock and of the processor that a command took, its own processes included."""

    wall: float
    cpu: float


def spent_by(command: Sequence[str]) -> Spent:
    """What a command takes. Raises CalledProcessError."""
    before, began = cpu_seconds(), time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return Spent(time.perf_counter() - began, cpu_seconds() - before)


@dataclass(frozen=True)
class Stopped:
    """A command that did not get to its end: why, and after how many seconds by the clock."""

    why: str
    wall: float


def spent_within(
    command: Sequence[str], seconds: float, spare: float, *, cwd: Path, env: Mapping[str, str]
) -> Spent | Stopped:
    """What a command takes, or why it was stopped: it failed, took too long, or left the machine less than `spare` MB of memory."""
    before, began = cpu_seconds(), time.perf_counter()
    with subprocess.Popen(
        command, cwd=cwd, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    ) as run:
        why = ""
        while run.poll() is None and not why:
            time.sleep(0.2)
            late, full = time.perf_counter() - began > seconds, available_megabytes() < spare
            why = "no memory left" if full else "too long" if late else ""
        if why:
            os.killpg(run.pid, signal.SIGKILL)
    wall = time.perf_counter() - began
    if why or run.returncode:
        return Stopped(why or f"code {run.returncode}", wall)
    return Spent(wall, cpu_seconds() - before)


def available_megabytes() -> float:
    """Memory that processes may still take, as Linux estimates it; endless where it does not say."""
    path = Path("/proc/meminfo")
    found = re.search(r"MemAvailable:\s+(\d+) kB", path.read_text()) if path.exists() else None
    return int(found[1]) / 1024 if found else float("inf")


def peak_of_all(command: Sequence[str]) -> float:
    """Peak of resident memory of a command and all processes it starts, together, in MB; what they share counts for each.

    Looked at every 20 ms, which itself costs time: not for a run whose seconds count. Raises CalledProcessError.
    """
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True) as run:
        most = 0
        while run.poll() is None:
            most = max(most, _resident(run.pid))
            time.sleep(0.02)
    if run.returncode:
        raise subprocess.CalledProcessError(run.returncode, command)
    return most / 1024**2


def _resident(session: int) -> int:
    """Bytes of all processes of a session, as Linux tells them."""
    pages = 0
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            fields = (folder / "stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[3]) == session:
            pages += int(fields[21])
    return pages * resource.getpagesize()


def memory_folder() -> Path | None:
    """A folder of a file system in memory with room to spare, None where the system has none."""
    folder = Path("/dev/shm")  # noqa: S108 - the subfolders are made by tempfile
    return folder if folder.is_dir() and shutil.disk_usage(folder).free > _ROOM else None


def each_in_fresh_process(work: Callable[..., T], calls: Sequence[tuple[Any, ...]]) -> list[T]:
    """What `work` gives for each of these arguments, one after the other, each in a new process with a clean memory."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn"), max_tasks_per_child=1) as pool:
        return [pool.submit(work, *arguments).result() for arguments in calls]


def peak_megabytes(module: str, *arguments: str) -> float:
    """Peak resident memory of `python -m module arguments`, its workers apart. Raises CalledProcessError."""
    command = [sys.executable, "-c", _PEAK, module, *arguments]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return float(done.stdout.rsplit("\nPEAK ", 1)[1])


# Whatever else the module prints, and however it leaves, the last line is the figure. Linux hands down `ru_maxrss` from the process
# that starts another, so the module's own peak is read from /proc where there is one; its workers can only have less.
_PEAK: Final = """
import pathlib, re, resource, runpy, sys
sys.argv.pop(0)
try:
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
except SystemExit as left:
    if left.code:
        raise
status = pathlib.Path("/proc/self/status")
if status.exists():
    own = int(re.search(r"VmHWM:\\s+(\\d+) kB", status.read_text())[1])
else:
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(f"\\nPEAK {own / 1024}", flush=True)
"""


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


def noted(what: str, at: str, measured: float, reference: float, *, unit: str = "s") -> Figure:
    """Without a target."""
    return Figure(what, at, measured, reference, unit, "none", measured / reference, reached=True)
