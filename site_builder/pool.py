"""Work spread over processes: heavy jobs first, results as they come, in this process where more are not worth it."""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

Job = TypeVar("Job")
Result = TypeVar("Result")


def in_processes(
    work: Callable[[Job], Result], jobs: Sequence[Job], weight: Callable[[Job], int], workers: int
) -> Iterator[tuple[Job, Result]]:
    """Each job with its result, in no certain order. An error of one ends all."""
    workers = min(workers, len(jobs))
    if workers <= 1:
        for job in jobs:
            yield job, work(job)
        return
    import multiprocessing  # noqa: PLC0415 - most builds need no further process
    from concurrent.futures import ProcessPoolExecutor, as_completed  # noqa: PLC0415

    with ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn")) as pool:
        futures = {pool.submit(work, job): job for job in sorted(jobs, key=lambda job: -weight(job))}
        try:
            for future in as_completed(futures):
                yield futures[future], future.result()
                del future
        except BaseException:
            pool.shutdown(wait=True, cancel_futures=True)
            raise
