"""Where the builder's data lies: repository folders in a checkout, `site_builder/_data` in an installed wheel."""

from pathlib import Path

from site_builder.errors import BuildRefused


def _data_folder(name: str) -> Path:
    here = Path(__file__).resolve().parent
    for candidate in (here / "_data" / name, here.parent / name):
        if candidate.is_dir():
            return candidate
    raise BuildRefused(
        f"Folder {name} milik pembangun situs tidak ditemukan.", where=str(here), to_do="Pasang ulang pendataan."
    )


def templates_folder() -> Path:
    """Jinja pages and assets/."""
    return _data_folder("templates")


def content_folder() -> Path:
    """Markdown pages of the site."""
    return _data_folder("content")
