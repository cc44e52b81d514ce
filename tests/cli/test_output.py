"""Progress: a bar on a terminal, nothing in a pipe."""

import os
import pty
import re
import subprocess
import sys

from tests.cli.conftest import ROOT

PROGRAM = """
from cli.output import Progress
with Progress("Membangun") as building, Progress("Gerbang") as gate:
    after = gate.after(building)
    building(1, 2, "1,0 MB dari 2,0 MB: 12 dari 30 instansi, Pemerintah Kabupaten Penukal Abab Lematang Ilir dan lain-lain")
    building(2, 2); after(10, 20); after(20, 20)
"""


def on_a_terminal() -> str:
    """What the program writes to a standard error that is a terminal."""
    ours, theirs = pty.openpty()
    subprocess.run([sys.executable, "-c", PROGRAM], cwd=ROOT, stderr=theirs, check=True)
    os.close(theirs)
    shown = os.read(ours, 65_536).decode()
    os.close(ours)
    return shown


def test_on_a_terminal_each_bar_has_its_own_line():
    """The first is finished when the second begins."""
    shown = re.sub(r"\x1b\[[?0-9;]*[A-Za-z]", "", on_a_terminal())
    lines = [line for line in shown.splitlines() if "100%" in line]

    assert ["Membangun", "Gerbang"] == sorted({line.split()[0] for line in lines}, key=str, reverse=True)


def test_words_beside_a_bar_stay_on_its_line():
    """A line that breaks would leave its first half on the screen."""
    shown = re.sub(r"\x1b\[[?0-9;]*[A-Za-z]", "", on_a_terminal())
    lines = [line.rstrip() for line in re.split("[\r\n]", shown) if "MB" in line]

    assert {True} == {"1,0 MB dari 2,0 MB: 12 dari 30 ins" in line for line in lines}
    assert {True} == {len(line) <= 80 for line in lines}


def test_in_a_pipe_nothing_is_shown():
    """Standard error stays empty."""
    done = subprocess.run([sys.executable, "-c", PROGRAM], cwd=ROOT, capture_output=True, text=True, check=True)

    assert "" == done.stderr
