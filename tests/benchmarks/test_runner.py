"""The runner of the benchmarks: that it runs. What it measures is for people to judge."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("part", ["store", "letters"])
def test_a_quick_run_prints_a_table_and_writes_json(part, tmp_path):
    """As many lines in the table as figures in the file, at least one."""
    report = tmp_path / "hasil.json"
    command = [sys.executable, "-m", "benchmarks.run", "--quick", "--json", str(report), part]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    figures = json.loads(report.read_text(encoding="utf-8"))["figures"]

    assert len(figures) == len(done.stdout.splitlines()) - 2 > 0


def test_the_same_seed_gives_the_same_editions(tmp_path):
    """The workload generator, run twice: equal bytes."""
    made = []
    for name in ("satu", "dua"):
        command = [
            sys.executable,
            "-m",
            "benchmarks.workload",
            str(tmp_path / name),
            "--agencies",
            "2",
            "--rows",
            "300",
        ]
        subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
        files = sorted((tmp_path / name).rglob("*.json"))
        made.append([(file.relative_to(tmp_path / name), file.read_bytes()) for file in files])

    assert 2 == len(made[0])
    assert made[0] == made[1]
