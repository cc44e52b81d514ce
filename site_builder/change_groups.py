"""What changed between two lists, counted by kind: all of it can be counted in the two lists themselves, nothing personal is added.

Why people came and went is the business of `change_reasons`; why one person did stands in no edition and is told nowhere.
"""

from collections import Counter
from collections.abc import Iterable, Iterator

from registry.edition.compare import Perbedaan, Perubahan
from registry.edition.types import Orang
from site_builder.models import ChangeTable
from site_builder.wording import KATEGORI, format_number

_MOST_UNITS = 150  # an agency may have thousands; the page must stay light

_WHAT = {
    "nama": "Penulisan nama diperbaiki",
    "jabatan": "Jabatan berubah",
    "unit_kerja": "Unit kerja berubah",
    "kategori": "Kategori berubah",
}


def change_tables(difference: Perbedaan) -> tuple[ChangeTable, ...]:
    """Kinds of change, then who came and went by category, status and unit; tables without rows are left out."""
    came, went = difference.ditambahkan, difference.dihapus
    return tuple(
        table
        for table in (
            _kinds(difference.diubah),
            _both("Menurut kategori", "Kategori", _categories(came), _categories(went)),
            _both("Menurut syarat", "Status", _states(came), _states(went)),
            _units(difference),
        )
        if table.baris
    )


def _kinds(changed: Iterable[Perubahan]) -> ChangeTable:
    counts = Counter(kind for change in changed for kind in _kinds_of(change))
    order = [*_WHAT.values(), *sorted(counts.keys() - set(_WHAT.values()))]
    rows = tuple((kind, format_number(counts[kind])) for kind in order if counts[kind])
    return ChangeTable("Jenis perubahan", ("Perubahan", "Orang"), rows)


def _kinds_of(change: Perubahan) -> Iterator[str]:
    for field in change.kolom:
        yield (f"Status dari {change.lama.status} menjadi {change.baru.status}" if field == "status" else _WHAT[field])


def _both(judul: str, what: str, came: Counter[str], went: Counter[str]) -> ChangeTable:
    rows = tuple((name, *_figures(came[name], went[name])) for name in sorted(came.keys() | went.keys()))
    return ChangeTable(judul, (what, "Ditambahkan", "Dihapus"), rows)


def _units(difference: Perbedaan) -> ChangeTable:
    """Somebody who moved counts as changed in the unit where they are now."""
    came = Counter(it.unit_kerja for it in difference.ditambahkan)
    went = Counter(it.unit_kerja for it in difference.dihapus)
    changed = Counter(it.baru.unit_kerja for it in difference.diubah)
    changes = came + went + changed
    most = sorted(changes, key=lambda unit: (-changes[unit], unit))[:_MOST_UNITS]
    rows = tuple(
        (unit or "Tanpa unit kerja", *_figures(came[unit], went[unit], changed[unit])) for unit in sorted(most)
    )
    few = len(most) < len(changes)
    note = (
        f"Ditampilkan {_MOST_UNITS} unit dengan perubahan terbanyak dari {format_number(len(changes))}." if few else ""
    )
    return ChangeTable("Menurut unit kerja", ("Unit kerja", "Ditambahkan", "Dihapus", "Berubah"), rows, note)


def _categories(people: Iterable[Orang]) -> Counter[str]:
    return Counter(KATEGORI[it.kategori] for it in people)


def _states(people: Iterable[Orang]) -> Counter[str]:
    return Counter(it.status for it in people)


def _figures(*counts: int) -> tuple[str, ...]:
    return tuple(map(format_number, counts))
