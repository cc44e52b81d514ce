"""A page rendered once with gaps in it, then filled many times: the pages of a long list differ in a few places only."""

import re

from markupsafe import Markup, escape

from site_builder.rows import CELL, ROW

_GAP = re.compile(f"{ROW}([a-z]+){CELL}")


def gap(name: str) -> Markup:
    """What stands in the model where a page will differ."""
    return Markup(f"{ROW}{name}{CELL}")  # noqa: S704 - no markup in it


class Mold:
    """The page around the gaps. Its other text may not hold separators: see `rows.refuse_separators`."""

    def __init__(self, page: bytes) -> None:
        pieces = _GAP.split(page.decode())
        self._between = [piece.encode() for piece in pieces[::2]]
        self._names = pieces[1::2]

    def fill(self, **texts: str) -> bytes:
        """The page with these texts, escaped unless they are Markup, in its gaps."""
        found = {name: escape(text).encode() for name, text in texts.items()}
        filled = (
            part for piece, name in zip(self._between, self._names, strict=False) for part in (piece, found[name])
        )
        return b"".join((*filled, self._between[-1]))
