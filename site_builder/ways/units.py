"""The list of one edition by work unit: each unit once, by name, with the pages of the list it stands on."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from markupsafe import Markup, escape

from site_builder.models import Link
from site_builder.paging import PAGE_ROWS, page_file
from site_builder.parts import Parts
from site_builder.places import Agency
from site_builder.render import render
from site_builder.rows import escaped_cells
from site_builder.sources import EditionSource
from site_builder.stretch import Stretch
from site_builder.ways.frame import BY_UNIT, way_frame, ways
from site_builder.ways.models import UnitsPage
from site_builder.wording import format_number

UNITS = 400  # a page
_RUNS = 8  # pages shown for one unit: who is listed all over has better ways
_NAMELESS = "Tanpa unit kerja"

First = dict[int, str]  # page of the list -> nomor of the unit's first person on it


class UnitIndex:
    """Takes the stretches of a list in order, then yields its pages by unit."""

    def __init__(self, parts: Parts, agency: Agency, source: EditionSource) -> None:
        self._parts, self._agency, self._source = parts, agency, source
        self._pages: dict[str, First] = {}
        self._counts: dict[str, int] = {}

    def take(self, stretch: Stretch) -> None:
        """The next people of the list."""
        column, nomor = stretch.kolom.unit_kerja, stretch.kolom.nomor
        for start in range(0, len(nomor), PAGE_ROWS):
            codes = column.kode[start : start + PAGE_ROWS]
            page = (stretch.awal + start) // PAGE_ROWS + 1
            firsts = dict(zip(reversed(codes), reversed(nomor[start : start + PAGE_ROWS]), strict=True))
            for code, first in firsts.items():
                self._pages.setdefault(column.teks[code], {})[page] = first
        for code, count in Counter(column.kode).items():
            self._counts[column.teks[code]] = self._counts.get(column.teks[code], 0) + count

    def pages(self) -> Iterator[tuple[str, bytes]]:
        """Address and bytes of each page."""
        for here, page in units_models(self._parts, self._agency, self._source, self._pages, self._counts):
            yield here, render(self._parts.templates, "unit.html", page)


def units_models(
    parts: Parts, agency: Agency, source: EditionSource, pages: Mapping[str, First], counts: Mapping[str, int]
) -> Iterator[tuple[str, UnitsPage]]:
    """Address and model of each page, of the units with their `pages` of the list and their people."""
    units = sorted(pages, key=lambda text: (text.casefold(), text))
    chunks = [units[start : start + UNITS] for start in range(0, len(units), UNITS)]
    links = [Link(f"{own[0] or _NAMELESS} sampai {own[-1]}", page_file(at)) for at, own in enumerate(chunks, 1)]
    for number, own in enumerate(chunks, 1):
        here = agency.units_page(source, number)
        yield (
            here,
            UnitsPage(
                frame=way_frame(parts, agency, source, here, BY_UNIT),
                nama=agency.nama,
                tahap=source.kepala.tahap,
                jalan=ways(here, agency, source),
                rentang=f"{format_number(len(units))} unit kerja",
                isi=_items(own, pages, counts),
                halaman=tuple(
                    Link(it.teks, it.alamat, kini=at == number) for at, it in enumerate(links, 1) if len(links) > 1
                ),
            ),
        )


def _items(units: Sequence[str], pages: Mapping[str, First], counts: Mapping[str, int]) -> Markup:
    """Each unit with its people and the pages of the list it stands on, each run of pages once; some runs are not shown."""
    names = escaped_cells([unit or _NAMELESS for unit in units])
    return Markup("".join(_item(name, pages[unit], counts[unit]) for name, unit in zip(names, units, strict=True)))  # noqa: S704 - escaped


def _item(name: str, firsts: First, count: int) -> str:
    runs = _runs(sorted(firsts))
    shown = runs[:_RUNS]
    targets = [f"../{page_file(first)}#{escape(firsts[first])}" for first, _ in shown]
    links = "".join(f' <a href="{target}">{_range(run)}</a>' for target, run in zip(targets, shown, strict=True))
    more = f' <span class="redup">dan {format_number(len(runs) - _RUNS)} lagi</span>' if len(runs) > _RUNS else ""
    return (
        f'<li><a class="unit-nama" href="{targets[0]}">{name}</a> <span class="redup">{format_number(count)} orang</span> '
        f'<span class="unit-halaman">Halaman{links}{more}</span></li>\n'
    )


def _range(run: tuple[int, int]) -> str:
    first, last = run
    return format_number(first) if first == last else f"{format_number(first)}–{format_number(last)}"


def _runs(pages: Sequence[int]) -> list[tuple[int, int]]:
    """Pages that follow each other as one run: first and last."""
    found: list[tuple[int, int]] = []
    for page in pages:
        if found and found[-1][1] == page - 1:
            found[-1] = found[-1][0], page
        else:
            found.append((page, page))
    return found
