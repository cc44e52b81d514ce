"""Bar charts that are tables: each row has its bar, so chart and table cannot differ and need no script."""

from collections.abc import Iterable

from msgspec import Struct

from registry.edition.types import Sel
from site_builder.models import Link
from site_builder.wording import format_number, format_share, format_value

_LONG = 12
MOST_ROWS = 150  # a page with a line for each of thousands of units would be too heavy for a cheap phone


class Bar(Struct, frozen=True, kw_only=True):
    """One row. jumlah: empty when hidden. panjang: width of the bar, `62.5%`; bagian: share of all, `31,2%`; both may be empty.

    sedikitnya: the figure is a lower bound.
    """

    nilai: str
    jumlah: str
    panjang: str = ""
    bagian: str = ""
    sedikitnya: bool = False
    alamat: str = ""


class Chart(Struct, frozen=True, kw_only=True):
    """satuan: what is counted, as the head of a column. catatan: sentences under it. lipat: long, folded away at first.

    id: its anchor on the page, empty for none.
    """

    judul: str
    satuan: str
    baris: tuple[Bar, ...]
    catatan: tuple[str, ...] = ()
    lipat: bool = False
    csv: Link | None = None
    id: str = ""

    @property
    def tersamar(self) -> bool:
        """Whether a count is hidden."""
        return any(not bar.jumlah for bar in self.baris)

    @property
    def berbagian(self) -> bool:
        """Whether any row tells its share."""
        return any(bar.bagian for bar in self.baris)


class Value(Struct, frozen=True):
    """What a row shows before it is written out. jumlah: None is hidden."""

    nilai: str
    jumlah: int | None
    sedikitnya: bool = False
    alamat: str = ""


def bars(values: Iterable[Value], whole: int) -> tuple[Bar, ...]:
    """Rows with bars as long as their count is beside the largest, and shares of `whole` (none of 0)."""
    found = tuple(values)
    largest = max((value.jumlah or 0 for value in found), default=0) or 1
    return tuple(_bar(value, largest, whole) for value in found)


def recap_chart(judul: str, cells: Iterable[Sel], whole: int, name: str) -> Chart:
    """A table of an edition's recap over `whole` people; of a very long one the largest rows. name: of the table in the edition."""
    found = tuple(cells)
    rows = bars((Value(cell.nilai, cell.jumlah) for cell in _largest(found)), whole)
    notes = (f"Ditampilkan {MOST_ROWS} yang terbesar dari {format_number(len(found))}; semuanya ada dalam berkas CSV.",)
    return Chart(
        judul=judul,
        satuan="Orang",
        baris=rows,
        catatan=notes if len(rows) < len(found) else (),
        lipat=len(rows) > _LONG,
        id=f"rekap-{name.replace('_', '-')}",
    )


def _largest(cells: tuple[Sel, ...]) -> tuple[Sel, ...]:
    if len(cells) <= MOST_ROWS:
        return cells
    return tuple(sorted(cells, key=lambda cell: (-(cell.jumlah or 0), cell.nilai))[:MOST_ROWS])


def _bar(value: Value, largest: int, whole: int) -> Bar:
    name = format_value(value.nilai)
    if value.jumlah is None:
        return Bar(nilai=name, jumlah="", alamat=value.alamat)
    return Bar(
        nilai=name,
        jumlah=format_number(value.jumlah),
        panjang=f"{100 * value.jumlah / largest:.1f}%",
        bagian=format_share(value.jumlah, whole) if whole else "",
        sedikitnya=value.sedikitnya,
        alamat=value.alamat,
    )
