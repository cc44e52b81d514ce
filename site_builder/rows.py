"""Rows of large tables as HTML: all cells of a page are joined, escaped once, then the separators become tags.

Fifteen to thirty times faster than a Jinja loop over attributes and byte for byte the same (a test holds both together).
"""

from collections.abc import Sequence

from markupsafe import Markup, escape

from registry.edition.types import Orang
from site_builder.errors import BuildRefused
from site_builder.wording import KATEGORI

ROW, CELL = "\x1e", "\x1f"
_ANCHOR, _NAME = "\x1c", "\x1d"  # before the number's own cell; before the name, which heads its row

_LIST_TAGS = (
    (ROW, '</td></tr>\n<tr id="'),
    (_NAME + _ANCHOR, "</th><td>"),
    (_ANCHOR, '"><td>'),
    (_NAME, '</td><th scope="row">'),
    (CELL, "</td><td>"),
)


def table_rows(rows: Sequence[Sequence[str]]) -> Markup:
    """`<tr><td>...` for rows of plain text cells; nothing for no rows. Raises BuildRefused when a cell holds a separator."""
    if not rows:
        return Markup("")
    joined = ROW.join([CELL.join(row) for row in rows])
    _refuse_separators(joined, {ROW: len(rows) - 1, CELL: sum(map(len, rows)) - len(rows)})
    body = str(escape(joined)).replace(CELL, "</td><td>").replace(ROW, "</td></tr>\n<tr><td>")
    return Markup(f"<tr><td>{body}</td></tr>\n")  # noqa: S704 - escaped just before


def list_rows(people: Sequence[Orang]) -> Markup:
    """`<tr>` for each person: anchor, then nomor, nama, jabatan, unit kerja, kategori, status. Raises BuildRefused."""
    if not people:
        return Markup("")
    count = len(people)
    joined = ROW.join(
        [
            f"{it.nomor}\x1c{it.nomor}\x1d{it.nama}\x1d\x1c{it.jabatan}\x1f{it.unit_kerja}\x1f{KATEGORI[it.kategori]}\x1f{it.status}"
            for it in people
        ]
    )
    _refuse_separators(joined, {ROW: count - 1, _ANCHOR: 2 * count, _NAME: 2 * count, CELL: 3 * count})
    body = str(escape(joined))
    for separator, tags in _LIST_TAGS:
        body = body.replace(separator, tags)
    return Markup(f'<tr id="{body}</td></tr>\n')  # noqa: S704 - escaped just before


def _refuse_separators(joined: str, expected: dict[str, int]) -> None:
    """More separators than the join itself put in: a cell carried one, and would forge tags."""
    if any(joined.count(separator) != count for separator, count in expected.items()):
        raise BuildRefused(
            "Ada sel daftar yang memuat karakter kendali pemisah (U+001C sampai U+001F).",
            to_do="Bersihkan data instansi itu, lalu terbitkan ulang edisinya.",
        )
