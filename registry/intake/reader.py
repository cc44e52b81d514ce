"""Reading a guarded file into sheets: old and new workbooks in a child process, HTML and delimited text here."""

import gc
import os
import subprocess
import sys
from pathlib import Path

import msgspec

import registry
from registry.intake.delimited import read_delimited
from registry.intake.guard import Format, Guarded
from registry.intake.markup import read_markup
from registry.intake.refusals import refused
from registry.intake.sheets import Sheet, Workbook

TIME_LIMIT = 180


def read_file(guarded: Guarded, time_limit: float = TIME_LIMIT) -> list[Sheet]:
    """The sheets of the file. Raises FileRefused."""
    if guarded.format == Format.TEKS:
        return read_delimited(guarded.path)
    if guarded.format == Format.HTML:
        return read_markup(guarded.path)
    workbook = _read_in_child(guarded, time_limit)
    if workbook.tolak:
        raise refused(workbook.tolak, guarded.path.name)
    for sheet in workbook.lembar:
        sheet.mark_errors()
    return workbook.lembar


def _read_in_child(guarded: Guarded, time_limit: float) -> Workbook:
    """Run the child. Its death (abort, out of memory) or a babbling answer is a refusal, never our own end."""
    command = [sys.executable, "-P", "-m", "registry.intake.child", guarded.format.value, str(guarded.path.resolve())]
    root = str(Path(registry.__file__).parent.parent)
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, (root, os.environ.get("PYTHONPATH"))))}
    try:
        done = subprocess.run(
            command, stdin=subprocess.DEVNULL, capture_output=True, timeout=time_limit, env=environment, check=False
        )
    except subprocess.TimeoutExpired:
        raise refused("berkas-terlalu-lama", guarded.path.name) from None
    if done.returncode != 0 or not done.stdout:
        code = "berkas-terlalu-luas" if b"memory" in done.stderr.lower() or not done.stderr else "berkas-rusak"
        raise refused(code, guarded.path.name)
    return _decode(guarded, done.stdout)


def _decode(guarded: Guarded, answer: bytes) -> Workbook:
    paused = gc.isenabled()
    gc.disable()
    try:
        return msgspec.msgpack.decode(answer, type=Workbook)
    except msgspec.MsgspecError:
        raise refused("berkas-rusak", guarded.path.name) from None
    finally:
        if paused:
            gc.enable()
