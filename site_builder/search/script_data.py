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
    jabatan: tuple[int, ...]
    unit: tuple[int, ...]
    status: tuple[int, ...]
    daftar_jabatan: tuple[str, ...]
    daftar_unit: tuple[str, ...]
    daftar_status: tuple[str, ...]


def inline_json(value: object) -> Markup:
    """JSON for a `<script type="application/json">`: nothing in it can close the element or open a comment."""
    text = _encoder.encode(value).decode()
    for character, escaped in _ESCAPES.items():
        text = text.replace(character, escaped)
    return Markup(text)  # noqa: S704 - escaped just before


def script_file(path: str, value: object) -> bytes:
    """`K("path", value);`: a classic script that hands its data to the loader."""
    return script(path, encoded(value))


def script(path: str, content: bytes) -> bytes:
    """The same of a value that is `encoded` already."""
    return b"K(%s,%s);\n" % (_encoder.encode(path), content)


def encoded(value: object) -> bytes:
    """JSON that is JavaScript too."""
    data = _encoder.encode(value)
    if data.isascii():
        return data
    return data.decode().replace("\u2028", "\\u2028").replace("\u2029", "\\u2029").encode()


def shard(stretch: Stretch) -> Shard:
    """What the search needs of a stretch of a list; the key is made in the reader's browser."""
    columns = stretch.kolom
    return Shard(
        awal=stretch.awal,
        nomor=columns.nomor,
        nama=columns.nama,
        jabatan=columns.jabatan.kode,
        unit=columns.unit_kerja.kode,
        status=columns.status.kode,
        daftar_jabatan=columns.jabatan.teks,
        daftar_unit=columns.unit_kerja.teks,
        daftar_status=columns.status.teks,
    )
