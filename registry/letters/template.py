"""Clause texts of the letters: versioned files in templates/, filled with facts. Operators fill blanks, they never edit clauses.

A text may hold `{fact}` and `**bold**`; facts are inserted after the bold marks were read, so no value can set marks. A point
with `syarat` stands in the letter only when that fact is not empty. A text that changes gets a new version.
"""

import tomllib
from collections.abc import Mapping
from importlib.resources import files
from typing import Any, Final

from msgspec import Struct, convert

Facts = Mapping[str, str]
Runs = tuple[tuple[str, bool], ...]
NAMES: Final = ("pengumuman-prafinalisasi", "pengumuman-final", "sptjm", "perpanjangan", "data-riil", "jawaban")


class Butir(Struct, frozen=True, forbid_unknown_fields=True):
    """One numbered point. `syarat`: name of the fact it depends on."""

    teks: str
    syarat: str = ""


class Template(Struct, frozen=True, forbid_unknown_fields=True):
    """The fixed text of one letter, in the order it is printed. `versi` stands in the footer."""

    versi: str
    judul: str
    tentang: str = ""
    pembuka: tuple[str, ...] = ()
    butir: tuple[Butir, ...] = ()
    penutup: tuple[str, ...] = ()
    lampiran: dict[str, str] = {}


def load_template(name: str) -> Template:
    """The template called `name`, as shipped."""
    text = (files("registry.letters") / "templates" / f"{name}.toml").read_text("utf-8")
    data: Any = tomllib.loads(text)
    return convert(data, Template)


def plain(text: str, facts: Facts) -> str:
    """`text` with its blanks filled. KeyError when a fact is missing: a blank is never left open."""
    return text.format_map(facts)


def runs(text: str, facts: Facts) -> Runs:
    """`text` with its blanks filled, in pieces that are bold or not."""
    return tuple((plain(piece, facts), n % 2 == 1) for n, piece in enumerate(text.split("**")) if piece)


def points(template: Template, facts: Facts) -> list[Runs]:
    """The numbered points whose condition holds."""
    return [runs(point.teks, facts) for point in template.butir if not point.syarat or facts[point.syarat]]
