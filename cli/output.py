"""What commands print: tables, JSON, progress. Data goes to standard output, everything else to standard error."""

import shutil
import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from types import TracebackType
from typing import Any
from zoneinfo import ZoneInfo

import click
import msgspec

# What would move the cursor, colour or turn the writing around: editions come from elsewhere too.
_UNSEEN = dict.fromkeys(
    (*range(32), *range(127, 160), *range(0x200E, 0x2010), *range(0x202A, 0x202F), *range(0x2066, 0x206A)), "\ufffd"
)
_NUMBERS = 22  # columns of a bar's frame, percent and time left


def print_json(value: object) -> None:
    """One JSON document in UTF-8 with a line feed."""
    click.echo(msgspec.json.format(msgspec.json.encode(value), indent=1).decode())


def print_table(headings: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Aligned columns; numbers to the right. Prints nothing but the headings when there are no rows."""
    body = [[_cell(value) for value in row] for row in rows]
    widths = [max(len(line[n]) for line in [list(headings), *body]) for n in range(len(headings))]
    right = [bool(body) and all(row[n].replace(".", "").isdigit() for row in body) for n in range(len(headings))]
    for line in [list(headings), *body]:
        cells = (
            text.rjust(width) if at_right else text.ljust(width)
            for text, width, at_right in zip(line, widths, right, strict=True)
        )
        click.echo("  ".join(cells).rstrip())


def clock(moment: datetime, zona: str) -> str:
    """`2022-10-07 16:00`, as the clocks of the instansi show it."""
    return f"{moment.astimezone(ZoneInfo(zona)):%Y-%m-%d %H:%M}"


def confirm(question: str) -> None:
    """Ask on the terminal; anything but y or ya stops the command. Raises click.Abort."""
    answer = click.prompt(f"{question} [ya/tidak]", default="tidak", show_default=False, err=True)
    if str(answer).strip().casefold() not in {"y", "ya"}:
        raise click.Abort


def _cell(value: object) -> str:
    return "" if value is None else str(value).translate(_UNSEEN)


class Progress(AbstractContextManager["Progress"]):
    """A bar on a terminal, nothing in a pipe. Call it with (done, total), or with a few words too."""

    def __init__(self, label: str) -> None:
        self._label = label
        self._bar: Any = None
        self._visible = sys.stderr.isatty()

    def __call__(self, done: int, total: int, text: str = "") -> None:
        """Show that `done` of `total` steps are finished, and the words as far as there is room on the line."""
        if not self._visible:
            return
        if self._bar is None:
            width = 12 if text else 36
            self._bar = click.progressbar(
                length=max(total, 1), label=self._label, file=sys.stderr, width=width, item_show_func=lambda it: it
            )
            self._bar.__enter__()
        room = shutil.get_terminal_size().columns - len(self._label) - self._bar.width - _NUMBERS
        self._bar.length = max(total, 1)
        self._bar.update(done - self._bar.pos, text[: max(room, 0)] or None)

    def after(self, other: "Progress") -> "ProgressCall":
        """The bar as a callback that first finishes the other one, so that each has its own line."""

        def call(done: int, total: int) -> None:
            other.finish()
            self(done, total)

        return call

    def finish(self) -> None:
        """End the line of the bar, if there is one."""
        if self._bar is not None:
            self._bar.__exit__(None, None, None)
            self._bar = None

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the bar."""
        self.finish()


ProgressCall = Callable[[int, int], None]
