"""A screen as text: what an operator sees, without colours."""

import io
import re

from rich.console import Console
from textual.app import App

SIZES = [(80, 24), (120, 40)]


def frame(app: App[object]) -> str:
    """Return the lines of the screen, dialogs over what lies below; blanks at the lines' ends removed."""
    width, height = app.size
    console = Console(
        width=width, height=height, file=io.StringIO(), force_terminal=True, record=True, legacy_windows=False
    )
    console.print(app.screen._compositor.render_update(full=True, screen_stack=app._background_screens))
    return "\n".join(line.rstrip() for line in console.export_text().splitlines()[:height]) + "\n"


def stable(pilot, path):
    """The frame with the folder of this run named the same every time."""
    return re.sub(r"(Ruang kerja|Tujuan): .*", r"\1: <ruang>", frame(pilot.app).replace(str(path), "<ruang>"))
