"""What differs between two states of one record, field by field, as texts. It knows no journal and no screen."""

from typing import Any

from msgspec import Struct

from registry.intake import history
from registry.intake.outcome import text_of
from registry.model.pegawai import Riwayat

Difference = tuple[str, str, str]
# What follows from the rest (findings), where a record came from, rows of a file by the thousand.
_LEFT_OUT = frozenset({"temuan", "temuan_syarat", "asal", "baris", "kepala"})
# What names the record is said beside its differences.
_NAMES = frozenset({"nomor", "tanda_terima", "kode"})


def differences(before: Struct | None, after: Struct | None) -> tuple[Difference, ...]:
    """(field, before, after) as the preview of an import writes values. None: no such record at that time.

    The first decree counts field by field, like the fields of data utama; every other decree is one line `riwayat`.
    """
    return tuple(one for one in _differences(before, after) if one[0] not in _NAMES)


def _differences(before: Struct | None, after: Struct | None) -> list[Difference]:
    kind = after if after is not None else before
    found: list[Difference] = []
    for field in kind.__struct_fields__ if kind is not None else ():
        if field not in _LEFT_OUT:
            was, now = getattr(before, field, None), getattr(after, field, None)
            if was != now:
                found += _decrees(was or (), now or ()) if field == "riwayat" else _of_field(field, was, now)
    return found


def _of_field(field: str, was: Any, now: Any) -> list[Difference]:
    """One line; a struct within the record gives one line for each of its fields."""
    if isinstance(was, Struct) or isinstance(now, Struct):
        return [(f"{field} {name}", old, new) for name, old, new in _differences(was, now)]
    old, new = _text(was), _text(now)
    return [(field, old, new)] if old != new else []


def _decrees(was: tuple[Riwayat, ...], now: tuple[Riwayat, ...]) -> list[Difference]:
    found: list[Difference] = []
    for place in range(max(len(was), len(now))):
        old, new = (list_[place] if place < len(list_) else Riwayat() for list_ in (was, now))
        if place == 0:
            pairs = ((field, _text(getattr(old, field)), _text(getattr(new, field))) for field in history.FIELDS)
            found += [pair for pair in pairs if pair[1] != pair[2]]
        elif old != new:
            found.append(("riwayat", _decree(old), _decree(new)))
    return found


def _decree(sk: Riwayat) -> str:
    """`800/2/2019, 02-01-2019 s.d. sekarang, Guru Kelas, SD Negeri 01`; empty for none."""
    if sk == Riwayat():
        return ""
    start, end = (f"{day:%d-%m-%Y}" if day else "" for day in (sk.tanggal_mulai, sk.tanggal_akhir))
    span = f"{start or '?'} s.d. {end or 'sekarang'}"
    return ", ".join(part for part in (sk.nomor_sk, span, sk.jabatan, sk.unit_kerja) if part)


def _text(value: object) -> str:
    if isinstance(value, tuple):
        return "; ".join(map(_text, value))
    if isinstance(value, dict):
        return ", ".join(f"{name} {_text(count)}" for name, count in value.items() if count)
    return text_of(value)
