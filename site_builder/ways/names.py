"""The list of one edition by name: pages of 1,000 names, each a link to its row.

The list itself stands in the order of registration numbers, in which a name can be anywhere.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from site_builder.models import Link
from site_builder.mold import Mold, gap
from site_builder.paging import NAME_ROWS, PAGE_ROWS, name_file, page_file
from site_builder.parts import Parts
from site_builder.places import Agency
from site_builder.render import render
from site_builder.rows import CELL, escaped_cells
from site_builder.sources import EditionSource
from site_builder.stretch import Stretch
from site_builder.ways.frame import BY_NAME, way_frame, ways
from site_builder.ways.models import Counted, NamesPage
from site_builder.wording import format_number

OTHER = "Lainnya"  # names that begin with no letter of the alphabet come last
_TEMPLATE = "abjad.html"
_AFTER_Z = "{"


Letters = Mapping[str, tuple[int, int]]  # first letter -> where its names begin in the order, and how many


class NameIndex:
    """Takes the stretches of a list in order, then yields its pages by name."""

    def __init__(self, parts: Parts, agency: Agency, source: EditionSource) -> None:
        self._parts, self._agency, self._source = parts, agency, source
        self._keys: list[str] = []
        self._names: list[str] = []
        self._items: list[str] = []

    def take(self, stretch: Stretch) -> None:
        """The next people of the list; where their names begin is decided by case-folded text, as they are sorted."""
        columns = stretch.kolom
        names, nomor = columns.nama, columns.nomor
        self._keys += CELL.join(names).casefold().split(CELL)
        self._names += names
        units = [f"</a> {text}</li>\n" for text in escaped_cells(columns.unit_kerja.teks)]
        first = stretch.awal // PAGE_ROWS + 1
        files = [page_file(first + number) for number in range(len(nomor) // PAGE_ROWS + 1)]
        rows = enumerate(zip(nomor, escaped_cells(names), columns.unit_kerja.kode, strict=True))
        self._items += [
            f'<li><a href="../{files[at // PAGE_ROWS]}#{number}">{name}{units[unit]}'
            for at, (number, name, unit) in rows
        ]

    def pages(self) -> Iterator[tuple[str, bytes]]:
        """Address and bytes of the overview and of each page."""
        order = self._order()
        letters = self._letters(order)
        chunks = [order[start : start + NAME_ROWS] for start in range(0, len(order), NAME_ROWS)]
        ranges = [f"{self._names[rows[0]]} sampai {self._names[rows[-1]]}" for rows in chunks]
        model = names_model(self._parts, self._agency, self._source, letters)
        links = tuple(Link(text, name_file(number)) for number, text in enumerate(ranges, 1))
        yield (
            self._agency.names_page(self._source),
            render(self._parts.templates, _TEMPLATE, replace(model, halaman=links)),
        )
        gaps = {name: gap(name) for name in ("rentang", "isi", "sebelum", "sesudah")}
        mold = Mold(render(self._parts.templates, _TEMPLATE, replace(model, **gaps)))
        for number, rows in enumerate(chunks, 1):
            page = mold.fill(
                rentang=ranges[number - 1],
                isi=self._body(rows, (number - 1) * NAME_ROWS, letters).encode(),
                sebelum=name_file(number - 1) if number > 1 else "index.html",
                sesudah=name_file(number + 1) if number < len(chunks) else "index.html",
            )
            yield self._agency.names_page(self._source, number), page

    def _order(self) -> list[int]:
        keys = self._keys
        if min(keys) < "a" or max(keys) >= _AFTER_Z:
            keys = self._keys = [key if "a" <= key[:1] <= "z" else _AFTER_Z + key for key in keys]
        return sorted(range(len(keys)), key=keys.__getitem__)

    def _letters(self, order: Sequence[int]) -> Letters:
        found: dict[str, tuple[int, int]] = {}
        start = 0
        while start < len(order):
            letter = self._keys[order[start]][:1]
            end = bisect_left(order, chr(ord(letter) + 1), start, key=self._keys.__getitem__)
            found[letter] = start, end - start
            start = end
        return found

    def _body(self, rows: Sequence[int], start: int, letters: Letters) -> str:
        """The names of a page under their letters; the anchor stands where a letter begins."""
        pieces = []
        for letter, (begin, count) in letters.items():
            own = rows[max(0, begin - start) : max(0, begin + count - start)]
            if own:
                anchor = f' id="huruf-{_anchor(letter)}"' if begin >= start else ""
                more = "" if anchor else " (lanjutan)"
                names = "".join([self._items[row] for row in own])
                pieces.append(f'<h2{anchor}>{_shown(letter)}{more}</h2>\n<ol class="abjad">\n{names}</ol>\n')
        return "".join(pieces)


def names_model(parts: Parts, agency: Agency, source: EditionSource, letters: Letters) -> NamesPage:
    """The overview without its links, or a page without its names."""
    here = agency.names_page(source)
    return NamesPage(
        frame=way_frame(parts, agency, source, here, BY_NAME),
        nama=agency.nama,
        tahap=source.kepala.tahap,
        jalan=ways(here, agency, source),
        huruf=tuple(
            Counted(
                _shown(letter), f"{name_file(start // NAME_ROWS + 1)}#huruf-{_anchor(letter)}", format_number(count)
            )
            for letter, (start, count) in letters.items()
        ),
    )


def _shown(letter: str) -> str:
    return OTHER if letter == _AFTER_Z else letter.upper()


def _anchor(letter: str) -> str:
    return "lainnya" if letter == _AFTER_Z else letter
