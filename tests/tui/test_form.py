"""The form: one input that lies where one types, by keyboard and by mouse."""

from textual.widgets import Input

from tests.tui.driving import press
from tests.tui.frames import frame
from tests.tui.pilots import running, settle
from tui.widgets.form import Form


async def open_form(pilot):
    """The first person's."""
    await press(pilot, "enter", "enter")
    return pilot.app.screen.query_one(Form)


def line_of(pilot, label):
    """Where a field stands on the screen, and the line itself."""
    return next(
        (y, line) for y, line in enumerate(frame(pilot.app).splitlines()) if f"{line}  ".startswith(f" {label}  ")
    )


async def test_a_person_costs_one_input(workspace):
    """Whatever the number of fields."""
    async with running(workspace) as pilot:
        await open_form(pilot)

        assert 1 == len(pilot.app.screen.query(Input))


async def test_tab_goes_through_the_fields_and_out_of_them(workspace):
    """And back with Shift+Tab; beyond the ends the focus leaves the input."""
    async with running(workspace) as pilot:
        form = await open_form(pilot)
        seen = [form.current]
        for key in ("tab", "tab", "shift+tab"):
            await press(pilot, key)
            seen.append(form.current)
        form.go_to(form.texts.names[-1])
        await press(pilot, "tab")

        assert ["nik", "nama", "gelar_depan", "nama"] == seen
        assert not form.pen.has_focus


async def test_enter_goes_to_the_next_field_and_round(workspace):
    """From the last one to the first."""
    async with running(workspace) as pilot:
        form = await open_form(pilot)
        await press(pilot, "enter")
        after_first = form.current
        form.go_to("keterangan")
        await press(pilot, "enter")

        assert ("nama", "nik") == (after_first, form.current)


async def test_what_was_typed_stays_in_its_field(workspace):
    """The input moves on, the text does not."""
    async with running(workspace) as pilot:
        form = await open_form(pilot)
        form.go_to("sekolah")
        await press(pilot, *"SMK", "tab")

        assert "SMK" == form.values["sekolah"]
        assert {"sekolah": "SMK"} == form.changes
        assert " Sekolah/kampus          SMK" == line_of(pilot, "Sekolah/kampus")[1]


async def test_a_click_puts_the_cursor_where_it_fell(workspace):
    """Into the field under the mouse, between its letters."""
    async with running(workspace) as pilot:
        form = await open_form(pilot)
        name = form.values["nama"]
        y, line = line_of(pilot, "Nama")
        x = line.index(name)
        await pilot.click(offset=(x + 3, y))
        await settle(pilot)
        await press(pilot, "x")

        assert "nama" == form.current
        assert f"{name[:3]}x{name[3:]}" == form.values["nama"]


async def test_dragging_in_another_field_selects(workspace):
    """In one gesture: press, move, release."""
    async with running(workspace) as pilot:
        form = await open_form(pilot)
        name = form.values["nama"]
        y, line = line_of(pilot, "Nama")
        x = line.index(name)
        await pilot.mouse_down(offset=(x, y))
        await settle(pilot)
        await pilot.hover(offset=(x + 4, y))
        await pilot.mouse_up(offset=(x + 4, y))
        await settle(pilot)

        assert name[:4] == form.pen.selected_text


async def test_a_field_out_of_sight_is_brought_into_sight(workspace):
    """The input is seen wherever one types."""
    async with running(workspace) as pilot:
        form = await open_form(pilot)
        form.go_to("keterangan")
        await settle(pilot)

        assert "Keterangan" in frame(pilot.app)
        assert form.region.contains_region(form.pen.region)


async def test_findings_make_room(workspace):
    """The fields below move down, and the input with its field."""
    async with running(workspace, size=(80, 45)) as pilot:
        form = await open_form(pilot)
        form.go_to("nomor_kk")
        await settle(pilot)
        before = line_of(pilot, "Nomor KK")[0]
        form.pen.value = "12"
        await pilot.pause(0.4)
        await settle(pilot)
        form.go_to("tempat_lahir")
        await settle(pilot)

        assert before == line_of(pilot, "Nomor KK")[0]
        assert before + 1 < line_of(pilot, "Kategori")[0]
        assert line_of(pilot, "Tempat lahir")[0] == form.pen.region.y
