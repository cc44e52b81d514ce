"""The command line as a person meets it: a process of its own in a folder of its own."""

import os
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def pendataan(folder: Path, *args: object, check: bool = False, **env: str) -> subprocess.CompletedProcess[str]:
    """Run `pendataan ARGS` in `folder` with the workspace `folder`/kerja; keyword arguments become environment variables."""
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "PENDATAAN_WORKSPACE": str(folder / "kerja"),
        "PENDATAAN_OPERATOR": "Sri Petugas",
        "XDG_STATE_HOME": str(folder / "log"),
        **env,
    }
    done = subprocess.run(
        [sys.executable, "-m", "cli", *map(str, args)],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert not check or done.returncode == 0, done.stderr
    return done


@pytest.fixture(scope="session")
def run_in():
    """`pendataan` above: for tests that share a folder."""
    return pendataan


@pytest.fixture
def run(tmp_path):
    """The command line with a folder of its own."""
    return partial(pendataan, tmp_path)
