"""The command line as a person meets it: a process of its own in a folder of its own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture
def run(tmp_path):
    """Run `pendataan ARGS` with a workspace in tmp_path/kerja; keyword arguments become environment variables."""

    def call(*args: object, check: bool = False, **env: str) -> subprocess.CompletedProcess[str]:
        environment = {
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "PENDATAAN_WORKSPACE": str(tmp_path / "kerja"),
            "PENDATAAN_OPERATOR": "Sri Petugas",
            "XDG_STATE_HOME": str(tmp_path / "log"),
            **env,
        }
        done = subprocess.run(
            [sys.executable, "-m", "cli", *map(str, args)],
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        assert not check or done.returncode == 0, done.stderr
        return done

    return call
