"""Names, positions and units written to break the screens: markup, brackets, control characters, words without end."""

from datetime import datetime

import pytest

from cli.fiction.people import Fiction
from cli.fiction.sheets import write_xlsx
from registry.desk import impor
from registry.intake.importing import plan_import
from registry.model.act import Act
from registry.model.tables import PEGAWAI
from registry.reference.instansi import regions
from registry.workspace import Workspace
from tests.site_builder.hostile import texts
from tests.tui.frames import frame
from tests.tui.pilots import WIB, running, settle
from tui.widgets.table import LineTable

PEOPLE = 240


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    """A workspace whose people came from a spreadsheet of such cells."""
    place = tmp_path_factory.mktemp("jahat")
    cells = zip(Fiction("3375", seed=1).rows(PEOPLE), texts(), texts(11), texts(23), strict=False)
    rows = [
        row | {"Nama Lengkap (tanpa gelar)": nama, "Jabatan": jabatan, "Unit Kerja": unit}
        for row, nama, jabatan, unit in cells
    ]
    write_xlsx(place / "data.xlsx", rows)
    ws = Workspace.init(place / "ruang")
    act = Act("siti", datetime(2022, 9, 20, 9, 0, tzinfo=WIB))
    ws.add_instansi("3375", act)
    with ws.open_store("3375", "siti") as store:
        periode = ws.periode_for(store.instansi)
        plan = plan_import(place / "data.xlsx", periode=periode, known=impor.known(store), unit="", regions=regions())
        impor.apply_plan(store, plan, act, file=place / "data.xlsx")
    return place / "ruang"


async def _pressed(pilot, *keys):
    """The screen after each key."""
    frames = []
    for key in keys:
        await pilot.press(key)
        await settle(pilot)
        frames.append(frame(pilot.app))
    return frames


async def test_every_room_shows_them_as_text(hostile):
    """People, one of them, units, decisions, statistics, journal: nothing stops, nothing is taken for markup."""
    async with running(hostile, size=(160, 50)) as pilot:
        (people,) = await _pressed(pilot, "enter")
        store = pilot.app.session.store
        marked = next(it for it in store.rows(PEGAWAI) if it.jabatan.startswith("[red]merah"))
        pilot.app.screen.query_one("#people", LineTable).go_to(marked.nomor)
        await settle(pilot)
        person, _, units = await _pressed(pilot, "enter", "escape", "ctrl+n")
        pilot.app.screen.query_one("#units", LineTable).go_to(marked.unit_kerja)
        await settle(pilot)
        unit = frame(pilot.app)
        await _pressed(pilot, "enter", "escape", "f4", "ctrl+g", "ctrl+r")
        count = len(list(store.rows(PEGAWAI)))

    assert PEOPLE == count
    assert "<script>globalThis.kena=1" in people
    assert "[red]merah[/red] [@click=app.bell]klik[/] [/" in person
    assert marked.unit_kerja[:20] in unit
    assert "\x1b" not in people + person + units + unit
