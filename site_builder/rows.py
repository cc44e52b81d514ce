"""Rows of large tables as HTML, escaped in bulk: cells are joined, escaped once, and cut or tagged at the separators.

Ten times and more faster than a Jinja loop over attributes and byte for byte the same (a test holds both together).
"""

from collections.abc import Mapping, Sequence

from markupsafe import Markup, escape

from site_builder.errors import BuildRefused
from site_builder.stretch import Cells
from site_builder.wording import KATEGORI

ROW, CELL = "\x1e", "\x1f"


def table_rows(rows: Sequence[Sequence[str]]) -> Markup:
    """`<tr><td>...` for rows of plain text cells; nothing for no rows. Raises BuildRefused when a cell holds a separator."""
    if not rows:
        return Markup("")
    joined = ROW.join([CELL.join(row) for row in rows])
    refuse_separators(joined, {ROW: len(rows) - 1, CELL: sum(map(len, rows)) - len(rows)})
    body = str(escape(joined)).replace(CELL, "</td><td>").replace(ROW, "</td></tr>\n<tr><td>")
    return Markup(f"<tr><td>{body}</td></tr>\n")  # noqa: S704 - escaped just before


def list_rows(people: Sequence[Cells]) -> Markup:
    """`<tr>` for each person, given as cells in the order of `Orang`: anchor, then nomor, nama, jabatan, unit kerja, kategori, status. Raises BuildRefused."""
    if not people:
        return Markup("")
    nomor, nama, jabatan, unit_kerja, kategori, status = zip(*people, strict=True)
    cells = zip(*map(_escaped, (nomor, nama, jabatan, unit_kerja, status)), kategori, strict=True)
    rows = [
        f'<tr id="{number}"><td>{number}</td><th scope="row">{name}</th><td>{position}</td><td>{unit}</td>'
        f"<td>{KATEGORI[category]}</td><td>{state}</td></tr>\n"
        for number, name, position, unit, state, category in cells
    ]
    return Markup("".join(rows))  # noqa: S704 - every cell was escaped


def _escaped(column: Sequence[str]) -> Sequence[str]:
    """The cells of a column, all escaped at once; where that made nothing longer there was nothing to escape."""
    joined = CELL.join(column)
    refuse_separators(joined, {ROW: 0, CELL: len(column) - 1})
    escaped = str(escape(joined))
    return column if len(escaped) == len(joined) else escaped.split(CELL)


def refuse_separators(joined: str, expected: Mapping[str, int]) -> None:
    """More separators than the join itself put in: a cell carried one, and would forge tags."""
    if any(joined.count(separator) != count for separator, count in expected.items()):
        raise BuildRefused(
            "Ada sel daftar yang memuat karakter kendali pemisah (U+001E atau U+001F).",
            to_do="Bersihkan data instansi itu, lalu terbitkan ulang edisinya.",
        )
