"""Why a list changed, by classes of reasons: those of the edition for who came and went, of the two lists for who changed.

A count hidden in the edition stays hidden, and nothing is reckoned from others: only what the lists themselves tell is added.
"""

from collections import Counter
from collections.abc import Iterator, Mapping

from msgspec import UNSET

from registry.edition.codes import ALASAN_DIHAPUS, ALASAN_DITAMBAHKAN
from registry.edition.compare import Perbedaan
from registry.edition.types import Alasan, Edition, Sel
from site_builder.models import ChangeReasons
from site_builder.wording import format_number

_CAME = "Usulan yang dikabulkan, atau data yang baru lengkap setelah daftar sebelumnya terbit."
_WENT = (
    "Sanggahan yang dikabulkan, tidak lagi bekerja di instansi ini, tercatat lebih dari sekali, atau data yang dikembalikan "
    "untuk dilengkapi."
)
_CHANGED = "Tiap orang dihitung sekali; yang berubah keduanya dihitung pada putusan syarat."
_WITHHELD = (
    "Banyaknya menurut alasan tidak ditampilkan: orangnya terlalu sedikit atau alasannya seragam, sehingga angkanya akan "
    "mengungkap alasan perorangan."
)
_KNOWN_BEFORE = "Sudah tercatat sebelumnya, baru masuk daftar"
_DECIDED, _CORRECTED = "Syarat diputus kembali", "Data diperbaiki"


def change_reasons(difference: Perbedaan, previous: Edition, edition: Edition) -> tuple[ChangeReasons, ...]:
    """For those added, removed and changed, each where there is anybody."""
    told = None if edition.alasan is UNSET else edition.alasan
    return tuple(_groups(difference, previous, told))


def _groups(difference: Perbedaan, previous: Edition, told: Alasan | None) -> Iterator[ChangeReasons]:
    if difference.ditambahkan:
        rows = _rows(told.ditambahkan, ALASAN_DITAMBAHKAN) if told else ()
        known = _known_before(difference, previous)
        more = ((_KNOWN_BEFORE, format_number(known)),) if rows and known else ()
        yield ChangeReasons("Ditambahkan", (*rows, *more), _sentences(_CAME, told, rows))
    if difference.dihapus:
        rows = _rows(told.dihapus, ALASAN_DIHAPUS) if told else ()
        yield ChangeReasons("Dihapus", rows, _sentences(_WENT, told, rows))
    if difference.diubah:
        rows = _changed(difference)
        yield ChangeReasons("Berubah", rows, (_CHANGED,) if len(rows) > 1 else ())


def _rows(table: tuple[Sel, ...], names: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple(
        (names.get(cell.nilai, cell.nilai), "" if cell.jumlah is None else format_number(cell.jumlah)) for cell in table
    )


def _sentences(meaning: str, told: Alasan | None, rows: tuple[tuple[str, str], ...]) -> tuple[str, ...]:
    if rows:
        return ()
    return (meaning,) if told is None else (meaning, _WITHHELD)


def _known_before(difference: Perbedaan, previous: Edition) -> int:
    """Whose number is not higher than all of the list before: they had it when that list was made, without being on it."""
    highest = max((row.nomor for row in previous.daftar), default="")
    return sum(row.nomor <= highest for row in difference.ditambahkan)


def _changed(difference: Perbedaan) -> tuple[tuple[str, str], ...]:
    counts = Counter(_DECIDED if "status" in change.kolom else _CORRECTED for change in difference.diubah)
    return tuple((name, format_number(counts[name])) for name in (_CORRECTED, _DECIDED) if counts[name])
