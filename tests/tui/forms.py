"""Typing into the fields of a form, and reading what stands in them."""

from tests.tui.pilots import settle
from tui.widgets.form import Form


def form_with(pilot, name):
    """The form on the screen that has a field of this name."""
    return next(form for form in pilot.app.screen.query(Form) if name in form.texts.names)


async def put(pilot, name, value):
    """Type into a field."""
    form = form_with(pilot, name)
    form.go_to(name)
    form.pen.value = value
    await settle(pilot)


def stands(pilot, name):
    """What stands in a field."""
    return form_with(pilot, name).values[name]
