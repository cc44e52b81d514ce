"""The site builder as a child process: the terminal and the builder never share memory or imports."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from threading import Thread

from registry.errors import PendataanError
from tui.work import Cancelled, Reporter


def build_command(workspace: Path) -> tuple[str, ...]:
    """Return the command that builds the site of a workspace and tells its progress as JSON lines."""
    return (sys.executable, "-m", "cli", "--workspace", str(workspace), "bangun", "--kemajuan", "json")


def build_site(workspace: Path, report: Reporter, command: Sequence[str] = ()) -> str:
    """Run the builder and pass its progress on. Returns its last words; raises Cancelled or PendataanError."""
    child = subprocess.Popen(
        command or build_command(workspace),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1"},
    )
    errors: list[str] = []
    drain = Thread(target=lambda: errors.extend(child.stderr or ()), daemon=True)
    drain.start()
    stopper = Thread(target=_stop_when_asked, args=(child, report), daemon=True)
    stopper.start()
    last = ""
    with child:
        for line in child.stdout or ():
            last = _pass_on(line, report) or last
        drain.join()  # leaving the block closes what it still reads
    if report.stopped:
        raise Cancelled
    if child.returncode:
        words = " ".join("".join(errors).split()) or last
        raise PendataanError(
            f"Situs tidak jadi dibangun. {words}", to_do="Situs lama tetap utuh. Perbaiki sebabnya lalu bangun lagi."
        )
    return last


def _pass_on(line: str, report: Reporter) -> str:
    try:
        told = json.loads(line)
    except ValueError:
        return line.strip()
    if not isinstance(told, dict):
        return ""
    text = str(told.get("pesan", ""))
    if "selesai" in told and not report.stopped:
        report(int(told["selesai"]), int(told.get("jumlah", 0)), text)
    return text


def _stop_when_asked(child: "subprocess.Popen[str]", report: Reporter) -> None:
    while child.poll() is None:
        if report.wait(0.1):
            child.terminate()
            return
