"""Work spread over processes: heavy jobs first, results as they come, in this process where more are not worth it.

The processes live no longer than they are needed: whether this one fails, is interrupted or is killed, they end at once, and write
nothing more into a folder that the next build will use.
"""

import os
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future
from contextlib import contextmanager
from threading import Thread
from typing import TYPE_CHECKING, TypeVar

from site_builder.errors import BuildRefused

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

Job = TypeVar("Job")
Result = TypeVar("Result")


def in_processes(
    work: Callable[[Job], Result], jobs: Sequence[Job], weight: Callable[[Job], int], workers: int
) -> Iterator[tuple[Job, Result]]:
    """Each job with its result, in no certain order. An error of one ends all. Raises BuildRefused when a process is killed."""
    workers = min(workers, len(jobs))
    if workers <= 1:
        for job in jobs:
            yield job, work(job)
        return
    from concurrent.futures import as_completed  # noqa: PLC0415 - most builds need no further process

    with _pool(workers) as pool:
        futures = _submitted(pool, work, sorted(jobs, key=lambda job: -weight(job)))
        for future in as_completed(futures):
            yield futures[future], future.result()
            del future


@contextmanager
def _pool(workers: int) -> Iterator[Executor]:
    """Processes that hold one end of a pipe whose other end is here: they end when it closes, whatever closed it."""
    import multiprocessing  # noqa: PLC0415
    from concurrent.futures import BrokenExecutor, ProcessPoolExecutor  # noqa: PLC0415

    context = multiprocessing.get_context("spawn")
    theirs, ours = context.Pipe(duplex=False)
    with ours, theirs, ProcessPoolExecutor(workers, context, _end_with, (theirs,)) as pool:
        try:
            yield pool
        except BaseException as error:
            ours.close()
            pool.shutdown(wait=True, cancel_futures=True)
            if isinstance(error, BrokenExecutor):
                raise BuildRefused(
                    "Salah satu proses pembangun dihentikan oleh sistem.",
                    to_do="Mungkin memori habis: tutup program lain, lalu bangun lagi.",
                ) from error
            raise


def _end_with(pipe: "Connection") -> None:
    """Begin a process of the pool: it leaves Ctrl+C, which every process of a terminal hears, to the one that started it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_wait_for_the_end, args=(pipe,), daemon=True).start()


def _wait_for_the_end(pipe: "Connection") -> None:
    try:
        pipe.recv_bytes()  # nobody ever sends anything
    except (EOFError, OSError):
        os._exit(1)


def _submitted(pool: Executor, work: Callable[[Job], Result], jobs: Sequence[Job]) -> dict[Future[Result], Job]:
    """Submitting starts the processes; what would interrupt them while they begin waits until they have begun."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        return {pool.submit(work, job): job for job in jobs}
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        return {pool.submit(work, job): job for job in jobs}
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
