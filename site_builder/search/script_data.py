"""Data for the scripts of the pages: JSON that cannot end its script element, and `K("path", {...})` script files.

Script files work over http and from file:// alike, where fetch and modules are blocked.
"""

import msgspec
from markupsafe import Markup
from msgspec import Struct

from site_builder.stretch import STRETCH_ROWS, Stretch

SHARD_ROWS = STRETCH_ROWS

_ESCAPES = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
_encoder = msgspec.json.Encoder(order="deterministic")


class Shard(Struct, frozen=True):
    """Rows `awal`, `awal` + 1 ... of an edition, column by column; unit, jabatan and status point into their lists."""

    awal: int
    nomor: tuple[str, ...]
    nama: tuple[str, ...]
    jabatan: list[int]
    unit: list[int]
    status: list[int]
    daftar_jabatan: list[str]
    daftar_unit: list[str]
    daftar_status: list[str]


def inline_json(value: object) -> Markup:
    """JSON for a `<script type="application/json">`: nothing in it can close the element or open a comment."""
    text = _encoder.encode(value).decode()
    for character, escaped in _ESCAPES.items():
        text = text.replace(character, escaped)
    return Markup(text)  # noqa: S704 - escaped just before


def script_file(path: str, value: object) -> bytes:
    """`K("path", value);`: a classic script that hands its data to the loader."""
    data = b"K(%s,%s);\n" % (_encoder.encode(path), _encoder.encode(value))
    if data.isascii():
        return data
    return data.decode().replace("\u2028", "\\u2028").replace("\u2029", "\\u2029").encode()


def shard(stretch: Stretch) -> Shard:
    """What the search needs of a stretch of a list; the key is made in the reader's browser."""
    nomor, nama, jabatan, unit, _, status = zip(*stretch.baris, strict=True)
    jabatan_codes, unit_codes, status_codes = _Codes(), _Codes(), _Codes()
    return Shard(
        awal=stretch.awal,
        nomor=nomor,
        nama=nama,
        jabatan=list(map(jabatan_codes.__getitem__, jabatan)),
        unit=list(map(unit_codes.__getitem__, unit)),
        status=list(map(status_codes.__getitem__, status)),
        daftar_jabatan=list(jabatan_codes),
        daftar_unit=list(unit_codes),
        daftar_status=list(status_codes),
    )


class _Codes(dict[str, int]):
    """Text -> its position among the different texts asked for, in order of first appearance."""

    def __missing__(self, text: str) -> int:
        self[text] = position = len(self)
        return position
