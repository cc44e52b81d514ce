"""Run the benchmarks, print a table, write JSON.

python -m benchmarks.run [--json FILE] [--quick] [store] [intake] [site] [letters] [gate]
"""

import argparse
import importlib
import json
import os
import platform
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.measure import Figure

# Part -> sizes it is measured at, in full and with --quick.
PARTS: dict[str, tuple[tuple[int, ...], tuple[int, ...]]] = {
    "store": ((4_000, 50_000, 139_560), (4_000,)),
    "intake": ((4_000, 50_000), (4_000,)),
    "site": ((4_000, 50_000, 139_560), (4_000,)),
    "letters": ((4_000, 50_000, 139_560), (4_000,)),
    "gate": ((4_000, 139_560), (4_000,)),
}


def measure(parts: list[str], *, quick: bool) -> Iterator[Figure]:
    """Figures of the named parts, printed by the caller as they come."""
    for part in parts:
        module = importlib.import_module(f"benchmarks.{part}")
        for size in PARTS[part][1 if quick else 0]:
            yield from module.figures(size)


def main() -> None:
    """Command line of the runner."""
    parser = argparse.ArgumentParser(description="Measure against references of the same run.")
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []], default=list(PARTS))
    parser.add_argument("--json", type=Path, help="write the figures here")
    parser.add_argument("--quick", action="store_true", help="smallest size only")
    given = parser.parse_args()
    print(
        f"| {'what':<72} | {'rows':>8} | {'measured':>10} | {'reference':>10} | {'ratio':>8} | {'target':<14} | reached |"
    )
    print(f"|{'-' * 74}|{'-' * 10}|{'-' * 12}|{'-' * 12}|{'-' * 10}|{'-' * 16}|---------|")
    figures = []
    for figure in measure(given.parts or list(PARTS), quick=given.quick):
        figures.append(figure)
        reached = "yes" if figure.reached else "NO"
        print(
            f"| {figure.what:<72} | {figure.at:>8} | {figure.measured:>8.4g} {figure.unit:<1} | {figure.reference:>8.4g} {figure.unit:<1} "
            f"| {figure.ratio:>7.2f}x | {figure.target:<14} | {reached:<7} |",
            flush=True,
        )
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
