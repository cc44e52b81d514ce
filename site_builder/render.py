"""Jinja: one environment a process, autoescape on, an undefined name is an error."""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup


def render(templates: Path, name: str, page: Struct) -> bytes:
    """The page of template `name` for its model, as UTF-8."""
    return environment(templates).get_template(name).render(page=page).encode()


def render_macro(templates: Path, name: str, macro: str, *values: Struct) -> "Markup":
    """What a macro of template `name` makes of these values."""
    return getattr(environment(templates).get_template(name).module, macro)(*values)


@cache
def environment(templates: Path) -> "Environment":
    """The environment of a template folder; Jinja is imported here, for most commands never need it."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # noqa: PLC0415 - slow import

    return Environment(
        loader=FileSystemLoader(templates, encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
