"""Handing a file to the system's own program. Over ssh and in tmux there is often none: then the caller shows the path."""

import atexit
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path


@cache
def viewing_folder() -> Path:
    """A folder for this run only, readable by its owner, gone at the end: copies of private documents to look at."""
    folder = Path(tempfile.mkdtemp(prefix="pendataan-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def open_file(path: Path, environment: Mapping[str, str] = os.environ) -> bool:
    """Open a file beside the terminal; False when there is no program, or no desktop to show it on."""
    try:
        if sys.platform == "win32":
            os.startfile(path)  # noqa: S606  a file that was checked to be PDF or JPG
            return True
        program = _program(environment)
        if program is None:
            return False
        subprocess.Popen(
            [program, str(path)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        return False
    return True


def _program(environment: Mapping[str, str]) -> str | None:
    if sys.platform == "darwin":
        return shutil.which("open")
    if not environment.get("DISPLAY") and not environment.get("WAYLAND_DISPLAY"):
        return None  # a program for the text screen would write over ours
    return shutil.which("xdg-open")
