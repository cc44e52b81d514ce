"""Typing into the fields of a form or of a dialog, and reading what stands in them."""

from textual.widgets import Input

from tests.tui.pilots import settle
from tui.widgets.field_row import FieldRow
from tui.widgets.form import Form


def form_with(pilot, name):
    """The form on the screen that has a field of this name, None if it stands in a row of its own."""
    return next((form for form in pilot.app.screen.query(Form) if name in form.texts.names), None)


async def put(pilot, name, value):
    """Type into a field."""
    form = form_with(pilot, name)
    if form is None:
        pilot.app.screen.query_one(f"#row-{name}", FieldRow).query_one(Input).value = value
    else:
        form.go_to(name)
        form.pen.value = value
    await settle(pilot)


def stands(pilot, name):
    """What stands in a field."""
    form = form_with(pilot, name)
    if form is None:
        return pilot.app.screen.query_one(f"#row-{name}", FieldRow).value
    return form.values[name]
