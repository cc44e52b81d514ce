"""Run the benchmarks, print a table, write JSON.

python -m benchmarks.run [--json FILE] [--quick] [store] [intake] [site] [nation] [search] [letters] [gate] [terminal]
"""

import argparse
import importlib
import json
import os
import platform
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime
from multiprocessing import get_context
from pathlib import Path

from benchmarks.measure import Figure

# Part -> sizes it is measured at, in full and with --quick.
PARTS: dict[str, tuple[tuple[int, ...], tuple[int, ...]]] = {
    "store": ((4_000, 50_000, 139_560), (4_000,)),
    "intake": ((4_000, 50_000), (4_000,)),
    "site": ((4_000, 50_000, 139_560), (4_000,)),
    "nation": ((2_360_723,), (20_000,)),
    "search": ((4_000, 139_560, 2_360_723), (4_000,)),
    "letters": ((4_000, 50_000, 139_560), (4_000,)),
    "gate": ((4_000, 139_560), (4_000,)),
    "terminal": ((4_000, 50_000, 139_560), (4_000,)),
}


# Sizes the targets are set for; other sizes show how things grow.
TARGETS_AT: dict[str, tuple[int, ...]] = {
    "store": (50_000, 139_560),
    "intake": (50_000,),
    "site": (50_000, 139_560),
    "nation": (2_360_723,),
    "search": (4_000, 139_560, 2_360_723),
    "letters": (50_000,),
    "gate": (),
    "terminal": (139_560,),
}


def measure(parts: list[str], *, quick: bool) -> Iterator[Figure]:
    """Figures of the named parts as they come. Each size of a part runs in a process of its own, with a clean memory."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn"), max_tasks_per_child=1) as pool:
        for part in parts:
            for size in PARTS[part][1 if quick else 0]:
                yield from pool.submit(_figures, part, size).result()


def _figures(part: str, size: int) -> list[Figure]:
    figures: list[Figure] = list(importlib.import_module(f"benchmarks.{part}").figures(size))
    return figures if size in TARGETS_AT[part] else [replace(it, target="none", reached=True) for it in figures]


def print_table(figures: Iterable[Figure]) -> list[Figure]:
    """Each figure as a line as soon as it is there. Returns all of them."""
    print(
        f"| {'what':<72} | {'rows':>8} | {'measured':>10} | {'reference':>10} | {'ratio':>8} | {'target':<14} | reached |"
    )
    print(f"|{'-' * 74}|{'-' * 10}|{'-' * 12}|{'-' * 12}|{'-' * 10}|{'-' * 16}|---------|")
    printed = list[Figure]()
    for figure in figures:
        printed.append(figure)
        reached = "-" if figure.target == "none" else "yes" if figure.reached else "NO"
        print(
            f"| {figure.what:<72} | {figure.at:>8} | {figure.measured:>8.4g} {figure.unit:<1} | {figure.reference:>8.4g} {figure.unit:<1} "
            f"| {figure.ratio:>7.2f}x | {figure.target:<14} | {reached:<7} |",
            flush=True,
        )
    return printed


def main() -> None:
    """Command line of the runner."""
    parser = argparse.ArgumentParser(description="Measure against references of the same run.")
    parser.add_argument("parts", nargs="*", metavar="part", help=f"some of {', '.join(PARTS)}; all when none is named")
    parser.add_argument("--json", type=Path, help="write the figures here")
    parser.add_argument("--quick", action="store_true", help="smallest size only")
    given = parser.parse_args()
    if unknown := set(given.parts) - PARTS.keys():
        parser.error(f"no such part: {', '.join(sorted(unknown))}")
    figures = print_table(measure(given.parts or list(PARTS), quick=given.quick))
    if given.json:
        report = {
            "when": datetime.now(UTC).isoformat(timespec="seconds"),
            "python": platform.python_version(),
            "machine": platform.machine(),
            "cores": os.cpu_count(),
            "figures": [figure.as_dict() for figure in figures],
        }
        given.json.write_text(json.dumps(report, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
