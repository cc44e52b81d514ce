"""Data for the scripts of the pages: JSON that cannot end its script element, and `K("path", {...})` script files.

Script files work over http and from file:// alike, where fetch and modules are blocked.
"""

from collections.abc import Sequence

import msgspec
from markupsafe import Markup
from msgspec import Struct

from registry.edition.types import Orang

SHARD_ROWS = 2000

_ESCAPES = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
_encoder = msgspec.json.Encoder(order="deterministic")


class Shard(Struct, frozen=True):
    """Rows `awal`, `awal` + 1 ... of an edition, column by column; unit, jabatan and status point into their lists."""

    awal: int
    nomor: list[str]
    nama: list[str]
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
    name, text = _encoder.encode(path).decode(), _encoder.encode(value).decode()
    text = text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"K({name},{text});\n".encode()


def shards(people: Sequence[Orang]) -> list[Shard]:
    """What the search needs of a list, in pieces of SHARD_ROWS rows; the key is made in the reader's browser."""
    return [_shard(people[start : start + SHARD_ROWS], start) for start in range(0, len(people), SHARD_ROWS)]


def _shard(people: Sequence[Orang], start: int) -> Shard:
    jabatan, daftar_jabatan = _coded([it.jabatan for it in people])
    unit, daftar_unit = _coded([it.unit_kerja for it in people])
    status, daftar_status = _coded([it.status for it in people])
    return Shard(
        awal=start,
        nomor=[it.nomor for it in people],
        nama=[it.nama for it in people],
        jabatan=jabatan,
        unit=unit,
        status=status,
        daftar_jabatan=daftar_jabatan,
        daftar_unit=daftar_unit,
        daftar_status=daftar_status,
    )


def _coded(column: list[str]) -> tuple[list[int], list[str]]:
    """The column as positions in the list of its different values, in order of first appearance."""
    values = list(dict.fromkeys(column))
    positions = {value: position for position, value in enumerate(values)}
    return [positions[value] for value in column], values
