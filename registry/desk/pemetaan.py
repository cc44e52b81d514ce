"""What operators said the columns of a unit's files hold, kept beside the journal and used when the same header arrives again.

No part of the record: losing `pemetaan.json` loses a convenience. What a file became stands in the journal, as ever.
"""

from collections.abc import Mapping, Sequence

import msgspec
from msgspec import Struct

from registry.errors import StoreError, UsageRefused
from registry.intake.classify import Recall
from registry.intake.columns import CHOICES, IGNORED
from registry.store.store import Store

FILE = "pemetaan.json"
DAMAGED = "Pemetaan kolom yang diingat tidak terbaca, jadi tidak dipakai; ingatan dimulai lagi dari awal."
_MOST = 2_000
_FIELDS = frozenset(CHOICES) - {IGNORED}


class Pemetaan(Struct, frozen=True, kw_only=True):
    """One layout of one unit. kepala: the header's texts. kolom: column (from 0) -> field; columns left out are ignored."""

    unit: str
    kepala: tuple[str, ...]
    kolom: dict[int, str]


class _Kept(Struct, frozen=True):
    pemetaan: tuple[Pemetaan, ...] = ()
    format: str = "pemetaan/1"


class Ingatan:
    """The remembered layouts. notice: what to tell the operator, empty when all is well."""

    def __init__(self, kept: Sequence[Pemetaan] = (), notice: str = "") -> None:
        self._by_layout = {_layout(one.unit, one.kepala): one for one in kept}
        self.notice = notice

    def all(self) -> tuple[Pemetaan, ...]:
        """Every layout, the one remembered last at the end."""
        return tuple(self._by_layout.values())

    def of_unit(self, unit: str) -> Recall:
        """What `plan_import` asks: the columns of a header of this unit, or None."""

        def recall(kepala: tuple[str, ...]) -> Mapping[int, str] | None:
            found = self._by_layout.get(_layout(unit, kepala))
            return None if found is None else found.kolom

        return recall


def load(store: Store) -> Ingatan:
    """What is remembered for this instansi. A damaged file is a notice, never an error."""
    try:
        data = store.read_beside(FILE)
        kept = _Kept() if data is None else msgspec.json.decode(data, type=_Kept)
    except (msgspec.MsgspecError, UnicodeDecodeError, StoreError):
        return Ingatan(notice=DAMAGED)
    return Ingatan([one for one in kept.pemetaan if one.kolom and _FIELDS.issuperset(one.kolom.values())])


def remember(store: Store, unit: str, kepala: Sequence[str], kolom: Mapping[int, str]) -> None:
    """Keep what the columns under this header hold, for this unit. Raises UsageRefused, StoreError."""
    told = {column: field for column, field in sorted(kolom.items()) if field and field != IGNORED}
    if not told:
        raise UsageRefused("Semua kolom diabaikan.", to_do="Sebutkan isi paling sedikit satu kolom.")
    if not _FIELDS.issuperset(told.values()) or min(told) < 0:
        raise UsageRefused("Isi kolom yang disebut tidak dikenal.", to_do="Pilih dari daftar.")
    if len(set(told.values())) < len(told):
        raise UsageRefused("Dua kolom disebut berisi hal yang sama.", to_do="Pilih satu kolom saja.")
    one = Pemetaan(unit=" ".join(unit.split()), kepala=tuple(kepala), kolom=told)
    _write(store, [*_others(store, unit, kepala), one][-_MOST:])


def forget(store: Store, unit: str, kepala: Sequence[str]) -> None:
    """Read this header of this unit by its own texts again. Raises StoreError."""
    _write(store, _others(store, unit, kepala))


def _others(store: Store, unit: str, kepala: Sequence[str]) -> list[Pemetaan]:
    wanted = _layout(unit, kepala)
    return [one for one in load(store).all() if _layout(one.unit, one.kepala) != wanted]


def _write(store: Store, kept: Sequence[Pemetaan]) -> None:
    store.write_beside(FILE, msgspec.json.format(msgspec.json.encode(_Kept(tuple(kept))), indent=1) + b"\n")


def _layout(unit: str, kepala: Sequence[str]) -> tuple[str, ...]:
    """Case, blanks and empty texts at the end make no other layout."""
    texts = [_plain(text) for text in kepala]
    while texts and not texts[-1]:
        texts.pop()
    return (_plain(unit), *texts)


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
