"""What a verb on several people would change, before it does: who, from what to what, and who cannot be done and why.

Nothing is written here. The same tables and conditions as in `registry.desk.pegawai`; a test holds the two together.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Final

from msgspec import Struct

from registry.errors import UsageRefused
from registry.model.codes import StatusPegawai, Syarat
from registry.model.tables import PEGAWAI
from registry.normalise.text import clean
from registry.store.store import Store
from registry.workflow.actions import Action
from registry.workflow.names import STATUS_PEGAWAI
from registry.workflow.steps import advance
from registry.workflow.tables import PEGAWAI_TABLE

PORTION: Final = (
    5_000  # people whose change is written in one entry, about 0.2 s: more are written so that one can stop in between
)


class Subject(Struct, frozen=True, gc=False):
    """As much of a person as these verbs look at."""

    nomor: str
    nik: str
    nama: str
    unit_kerja: str = ""
    status: StatusPegawai = StatusPegawai.DRAF
    syarat_usulan: Syarat | None = None
    syarat: Syarat | None = None

    @property
    def syarat_berlaku(self) -> Syarat | None:
        """The status that counts: a person's decision before the rules' proposal."""
        return self.syarat or self.syarat_usulan


class Changing(Struct, frozen=True):
    """One person who would be changed, `dari` and `ke` in words."""

    nomor: str
    nama: str
    dari: str
    ke: str


class Hindered(Struct, frozen=True):
    """One person the verb cannot be done to, and why."""

    nomor: str
    nama: str
    sebab: str


class BulkPlan(Struct, frozen=True):
    """berubah: in order of number. tetap: how many are as wanted already. perlu_alasan: the verb will ask for a reason."""

    action: Action
    berubah: tuple[Changing, ...]
    terhalang: tuple[Hindered, ...]
    tetap: int
    perlu_alasan: bool = False

    @property
    def nomor(self) -> tuple[str, ...]:
        """Numbers to hand to the verb."""
        return tuple(change.nomor for change in self.berubah)

    def kinds(self) -> list[tuple[str, str, int]]:
        """From, to and how many, the most frequent first."""
        counted = Counter((change.dari, change.ke) for change in self.berubah)
        return [(dari, ke, count) for (dari, ke), count in sorted(counted.items(), key=lambda it: (-it[1], it[0]))]

    def hindrances(self) -> list[tuple[str, tuple[str, ...]]]:
        """Reasons and whose they are, by name; the most frequent first."""
        names: dict[str, list[str]] = {}
        for person in self.terhalang:
            names.setdefault(person.sebab, []).append(person.nama)
        return [(why, tuple(whose)) for why, whose in sorted(names.items(), key=lambda it: (-len(it[1]), it[0]))]


def plan_bulk(store: Store, action: Action, nomor_list: Sequence[str], value: str = "") -> BulkPlan:
    """What the verb of `action` would do to these people. `value`: the unit for UBAH, MS or TMS for PUTUSKAN_SYARAT.

    Raises ActionNotAllowed where the phase does not know the step, UsageRefused without people or a value that is needed.
    """
    advance(store.instansi, action)
    value = clean(value)
    if action in _VALUED and not value:
        raise UsageRefused("Nilai yang akan ditetapkan belum diisi.", to_do="Pilih atau isi nilainya.")
    wanted = frozenset(nomor_list)
    people = [one for one in store.scan(PEGAWAI, Subject) if one.nomor in wanted]
    if not people:
        raise UsageRefused("Belum ada pegawai yang dipilih.", to_do="Pilih sedikitnya satu.")
    hindered = {one.nomor: why for one in people if (why := _hindrance(store, action, one))}
    able = [one for one in people if one.nomor not in hindered]
    moved = [one for one in able if not _is_so(action, one, value)]
    words = _WORDS.get(action, _status_words)
    return BulkPlan(
        action,
        tuple(Changing(one.nomor, one.nama, *words(one, action, value)) for one in moved),
        tuple(Hindered(one.nomor, one.nama, hindered[one.nomor]) for one in people if one.nomor in hindered),
        len(able) - len(moved),
        action is Action.PUTUSKAN_SYARAT and any(one.syarat_usulan != value for one in moved),
    )


def portions(numbers: Sequence[str], size: int = PORTION) -> tuple[Sequence[str], ...]:
    """The people in portions that are one entry of the journal each. Few people are one portion: all or nothing."""
    return tuple(numbers[start : start + size] for start in range(0, len(numbers), size))


_VALUED = frozenset({Action.UBAH, Action.PUTUSKAN_SYARAT})


def _hindrance(store: Store, action: Action, one: Subject) -> str:
    if (one.status, action) not in PEGAWAI_TABLE:
        return f"berstatus {STATUS_PEGAWAI[one.status]}"
    if action is Action.VERIFIKASI and one.syarat_berlaku is None:
        return "belum diputuskan MS atau TMS"
    if action is Action.PULIHKAN and (owner := store.by_nik(one.nik)) not in {None, one.nomor}:
        return f"NIK-nya tercatat juga pada {owner}"
    return ""


def _is_so(action: Action, one: Subject, value: str) -> bool:
    """Whether the person is as wanted already, so that nothing would change."""
    if action is Action.UBAH:
        return one.unit_kerja == value
    return action is Action.PUTUSKAN_SYARAT and one.syarat == value


def _status_words(one: Subject, action: Action, _value: str) -> tuple[str, str]:
    return STATUS_PEGAWAI[one.status], STATUS_PEGAWAI[PEGAWAI_TABLE[one.status, action]]


def _verify_words(one: Subject, action: Action, value: str) -> tuple[str, str]:
    before, after = _status_words(one, action, value)
    return f"{before}, {_syarat(one)}", f"{after}, {one.syarat_berlaku}"


def _syarat_words(one: Subject, _action: Action, value: str) -> tuple[str, str]:
    return _syarat(one), value


def _unit_words(one: Subject, action: Action, value: str) -> tuple[str, str]:
    before, after = one.unit_kerja or "tanpa unit", value
    if PEGAWAI_TABLE[one.status, action] is not one.status:
        return f"{before} ({STATUS_PEGAWAI[one.status]})", f"{after} ({STATUS_PEGAWAI[StatusPegawai.DRAF]})"
    return before, after


def _syarat(one: Subject) -> str:
    if one.syarat is not None:
        return str(one.syarat)
    return "belum diputus" if one.syarat_usulan is None else f"{one.syarat_usulan} (usul)"


_WORDS: dict[Action, Callable[[Subject, Action, str], tuple[str, str]]] = {
    Action.VERIFIKASI: _verify_words,
    Action.PUTUSKAN_SYARAT: _syarat_words,
    Action.UBAH: _unit_words,
}
