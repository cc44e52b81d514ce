"""The terminal's table of people beside Textual's own DataTable holding the same rows: first paint, keystroke, filter, scroll.

CPU seconds of the process, workers included, from the command to the first picture that shows its outcome, in a terminal of
120 x 40 that goes nowhere. Somebody who waits also waits for the next frame, which Textual draws every 1/60 s: for a keystroke the
time by the clock is measured too, on a machine that should be doing nothing else. What blocks the screen stands in terminal_steps.
"""

import asyncio
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any, ClassVar

from msgspec import Struct
from textual.app import App, ComposeResult
from textual.events import Key
from textual.widgets import DataTable, Input

import tui
from benchmarks.measure import Figure, below, noted
from benchmarks.terminal_steps import longest_steps
from benchmarks.workload import people
from registry.model import tables
from registry.model.act import Act
from registry.model.pegawai import PegawaiRingkas
from registry.store.change import Change
from registry.workspace import Workspace
from tui.app import STYLED, PendataanApp, local_now
from tui.people import Filter, People, mask_of
from tui.people_columns import COLUMNS
from tui.screens.pegawai import PegawaiScreen
from tui.session import Session
from tui.tidying import Tidying

KODE = "3375"
SIZE = (120, 40)
TYPED = "mohamad ra"
FILTERS = (Filter(kategori="THK_II"), Filter(sumber_gaji="APBD"), Filter(syarat="TMS"), Filter())
PAGES = 12
PATIENCE = 600.0
FIRST_PAINT, KEYSTROKE, STEP = 1.0, 0.05, 0.1


def figures(rows: int) -> Iterator[Figure]:
    """Both tables at `rows` people."""
    with TemporaryDirectory() as folder:
        workspace = _filled(Path(folder) / "ruang", rows)
        ours, steps, everyone = asyncio.run(_terminal(workspace))
    reference = asyncio.run(_data_table(everyone))
    at = f"{rows:,}"
    yield below("first paint of the people after opening an instansi", at, min(ours["paint"]), FIRST_PAINT, unit="s")
    yield below("keystroke in the search to the picture of its outcome", at, median(ours["key"]), KEYSTROKE, unit="s")
    wall = median(ours["key wall"])
    yield below("keystroke to the next picture by the clock, from rest", at, wall, KEYSTROKE, unit="s")
    yield below("filter to the picture of its outcome", at, median(ours["filter"]), KEYSTROKE, unit="s")
    yield below("page down to the next picture", at, median(ours["scroll"]), KEYSTROKE, unit="s")
    for what, measured in steps.items():
        yield below(f"longest step of the event loop: {what}", at, measured, STEP, unit="s")
    for name, what in _NAMES.items():
        measured = min(ours[name]) if name == "paint" else median(ours[name])
        yield noted(f"{what} (reference: DataTable)", at, measured, median(reference[name]))


_NAMES = {"paint": "first paint", "key": "search keystroke", "filter": "filter", "scroll": "page down"}


def _filled(path: Path, rows: int) -> Workspace:
    workspace = Workspace.init(path)
    act = Act("Bangku", local_now())
    workspace.add_instansi(KODE, act)
    with workspace.open_store(KODE, "Bangku") as store:
        records: dict[str, Struct] = {record.nomor: record for record in people(KODE, rows, 1)}
        store.commit(Change(action="impor", act=act, puts={tables.PEGAWAI: records}))
    return workspace


class Watched(App[None]):
    """An app that tells when it has painted a picture that shows what was asked for."""

    awaited: Callable[[], bool] | None = None
    painted = asyncio.Event()
    painted_at = 0.0
    seen_at = 0.0
    wall = 0.0

    def _display(self, screen: Any, renderable: Any) -> None:
        super()._display(screen, renderable)
        if self.awaited is not None and self.awaited():
            self.awaited = None
            self.painted_at, self.seen_at = time.process_time(), time.perf_counter()
            self.painted.set()

    async def seconds(self, act: Callable[[], object], shows: Callable[[], bool]) -> float:
        """CPU seconds from `act` to the first picture while `shows` holds; `wall`: by the clock. Raises TimeoutError."""
        self.awaited, self.painted = shows, asyncio.Event()
        start, began = time.process_time(), time.perf_counter()
        act()
        await asyncio.wait_for(self.painted.wait(), PATIENCE)
        seconds, self.wall = self.painted_at - start, self.seen_at - began
        await self.quiet()
        return seconds

    async def quiet(self) -> None:
        """Wait until nothing is left to do; one job may lead to another."""
        for _ in range(3):
            await self.workers.wait_for_complete()
            await asyncio.sleep(0.1)


class Terminal(Watched, PendataanApp):
    """The operators' terminal, watched."""

    CSS_PATH: ClassVar = [
        Path(tui.__file__).parent / path for path in ("pendataan.tcss", *(f"styles/{place}.tcss" for place in STYLED))
    ]


async def _terminal(workspace: Workspace) -> tuple[dict[str, list[float]], dict[str, float], list[PegawaiRingkas]]:
    session = Session(workspace, "Bangku", local_now)
    app = Terminal(session)
    app.tidying = Tidying()
    async with app.run_test(size=SIZE) as pilot:
        await app.quiet()
        paints = []
        for _ in range(3):
            paints.append(await app.seconds(lambda: app.open_instansi(KODE), lambda: _has_rows(app)))
            await app.quiet()
            app.go("tutup")
            await app.quiet()
        app.open_instansi(KODE)
        await app.quiet()
        screen = app.screen
        if not isinstance(screen, PegawaiScreen):
            raise TypeError(screen)
        found = await _on_screen(app, screen)
        everyone = list(screen.people.rows)
        screen.table.focus()
        steps = await longest_steps(app, pilot)
    session.close()
    return {"paint": paints, **found}, steps, everyone


def _has_rows(app: App[None]) -> bool:
    return (
        isinstance(app.screen, PegawaiScreen)
        and app.screen.table.count > 0
        and app.screen.table.lines_drawn > SIZE[1] // 2
    )


async def _on_screen(app: Watched, screen: PegawaiScreen) -> dict[str, list[float]]:
    table, words = screen.table, screen.query_one("#words", Input)

    def changed() -> Callable[[], bool]:
        before = table.listing.order
        return lambda: table.listing.order is not before

    words.focus()
    await app.quiet()
    keys: list[float] = []
    walls: list[float] = []
    for char in TYPED:
        key = Key("space" if char == " " else char, char)
        keys.append(await app.seconds(lambda key=key: words.post_message(key), changed()))
        walls.append(app.wall)
    screen.take_filter(Filter())
    await app.quiet()
    filters = [await app.seconds(lambda wanted=wanted: screen.take_filter(wanted), changed()) for wanted in FILTERS]
    pages = []
    for _ in range(PAGES):
        before = table.cursor
        pages.append(await app.seconds(lambda: table.action_page(1), lambda before=before: table.cursor > before))
    return {"key": keys, "key wall": walls, "filter": filters, "scroll": pages}


class Reference(Watched):
    """Textual's own table with the texts of the same columns."""

    def __init__(self, rows: Sequence[tuple[str, ...]]) -> None:
        super().__init__()
        self.rows = rows

    @property
    def table(self) -> "DataTable[str]":
        """The table."""
        return self.query_one(DataTable)

    def compose(self) -> ComposeResult:
        """Lay out a search line and the table."""
        yield Input()
        yield DataTable(cursor_type="row")

    def show(self, rows: Sequence[tuple[str, ...]]) -> None:
        """Show these rows instead of those before."""
        self.table.clear()
        self.table.add_rows(rows)


async def _data_table(everyone: list[PegawaiRingkas]) -> dict[str, list[float]]:
    """The search itself is ours here too, so that only showing what it found is compared.

    Only some of the letters and filters, those that leave fewest rows: with the others it takes minutes.
    """
    found = People(everyone).prepare()
    texts = [tuple(column.text(row) for column in COLUMNS if SIZE[0] >= column.from_width) for row in everyone]
    app = Reference(texts)
    async with app.run_test(size=SIZE):
        app.table.add_columns(*(column.title for column in COLUMNS if SIZE[0] >= column.from_width))
        await app.quiet()
        paint = [await app.seconds(lambda: app.show(texts), lambda: app.table.row_count == len(texts))]
        scroll = []
        for _ in range(PAGES):
            before = app.table.cursor_row
            scroll.append(
                await app.seconds(app.table.action_page_down, lambda before=before: app.table.cursor_row > before)
            )
        asked = {
            "key": [Filter(words=TYPED[:length]) for length in (4, 7, 10)],
            "filter": (FILTERS[0], FILTERS[2]),
        }
        shown = {name: [await _shown(app, found, wanted) for wanted in filters] for name, filters in asked.items()}
    return {"paint": paint, "scroll": scroll, **shown}


async def _shown(app: Reference, found: People, wanted: Filter) -> float:
    left: list[tuple[str, ...]] = []

    def act() -> None:
        left.extend(text for text, here in zip(app.rows, mask_of(found, wanted), strict=True) if here)
        app.show(left)

    return await app.seconds(act, lambda: app.table.row_count == len(left))
