"""A page rendered once with gaps in it, then filled many times: the pages of a long list differ in a few places only."""

import re

import msgspec
from markupsafe import Markup, escape
from msgspec import Struct

from site_builder.rows import CELL, ROW, separator_refused

_GAP = re.compile(f"{ROW}([a-z]+){CELL}")
_WRITTEN = (b"\\u001e", b"\\u001f")  # ROW and CELL in JSON
_encoder = msgspec.json.Encoder(enc_hook=str)  # for Markup


def gap(name: str) -> Markup:
    """What stands in the model where a page will differ."""
    return Markup(f"{ROW}{name}{CELL}")  # noqa: S704 - no markup in it


def refuse_gaps(model: Struct) -> None:
    """Raises BuildRefused when some text of a model that has no gaps yet could be taken for one."""
    written = _encoder.encode(model)
    if any(it in written for it in _WRITTEN):
        raise separator_refused()


class Mold:
    """The page around the gaps. Its other text may not hold separators: see `refuse_gaps`."""

    def __init__(self, page: bytes) -> None:
        pieces = _GAP.split(page.decode())
        self._between = [piece.encode() for piece in pieces[::2]]
        self._names = pieces[1::2]

    def fill(self, **texts: str | bytes) -> bytes:
        """The page with these texts in its gaps, escaped unless they are Markup; bytes are markup, encoded: large ones are copied less."""
        found = {name: it if isinstance(it, bytes) else escape(it).encode() for name, it in texts.items()}
        filled = (
            part for piece, name in zip(self._between, self._names, strict=False) for part in (piece, found[name])
        )
        return b"".join((*filled, self._between[-1]))
