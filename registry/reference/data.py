"""Where the reference CSVs lie: `content/` in a checkout, `site_builder/_data/content` in an installed wheel."""

import csv
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from registry.errors import FileRefused

_FOLDER = "referensi"


@cache
def data_folder() -> Path:
    """The folder `content`. The package that carries it in a wheel is looked up, never imported."""
    beside = Path(__file__).parents[2]
    spec = find_spec("site_builder")
    packages = [Path(place) for place in (spec.submodule_search_locations or ())] if spec else []
    for candidate in (*(package / "_data" / "content" for package in packages), beside / "content"):
        if (candidate / _FOLDER).is_dir():
            return candidate
    raise FileRefused(
        "Data rujukan tidak ditemukan.",
        code="rujukan-tak-ditemukan",
        where=str(beside / "content"),
        to_do="Pasang ulang program.",
    )


def read_table(name: str) -> list[dict[str, str]]:
    """The rows of `content/referensi/<name>`."""
    with (data_folder() / _FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
