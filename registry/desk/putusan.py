"""Deciding usulan and sanggahan, one or several with one reason in one entry of the journal, and what that would change.

A granted usulan adds the person as a draft, a granted sanggahan crosses the person out; a refusal changes nothing else. What is
planned and what is done go the same way, so a plan never promises what the doing refuses.
"""

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from registry.desk import records
from registry.desk.deed import begin, commit, with_pegawai
from registry.desk.fields import Reading, read_fields, require_new_nik
from registry.desk.numbers import next_pegawai
from registry.desk.readers import as_text
from registry.errors import ActionNotAllowed, UsageRefused
from registry.model.act import Act
from registry.model.codes import AlasanCoret, JenisMasukan, StatusPegawai
from registry.model.instansi import Instansi
from registry.model.masukan import Masukan
from registry.model.pegawai import Pegawai
from registry.model.tables import MASUKAN
from registry.periode.types import Periode
from registry.store.store import Store
from registry.workflow.actions import Action
from registry.workflow.steps import advance, advance_masukan, advance_pegawai

NEW_DRAFT = "orangnya dicatat sebagai draf"
CROSSED_OUT = "orangnya dicoret dari daftar"
GONE_ALREADY = "orangnya sudah dicoret lebih dahulu"
NOTHING_ELSE = "data pegawai tidak berubah"
DECIDED_ALREADY = "sudah diputus"
_TWICE = "NIK-nya sama dengan usulan lain dalam pilihan ini."

Fields = Mapping[str, str]


class Putusan(Struct, frozen=True):
    """One that would be decided. akibat: what becomes of the person, in words."""

    masukan: Masukan
    akibat: str


class Terhalang(Struct, frozen=True):
    """One that cannot be decided so, and why."""

    masukan: Masukan
    sebab: str


class RencanaPutusan(Struct, frozen=True):
    """What deciding these would do, in the order they were chosen."""

    granted: bool
    diputus: tuple[Putusan, ...]
    terhalang: tuple[Terhalang, ...]

    @property
    def tanda_terima(self) -> tuple[str, ...]:
        """Receipt numbers to hand to `decide_several`."""
        return tuple(one.masukan.tanda_terima for one in self.diputus)

    def kinds(self) -> list[tuple[JenisMasukan, str, tuple[str, ...]]]:
        """Kind, what becomes of the people, and their names; the most frequent first."""
        names: dict[tuple[JenisMasukan, str], list[str]] = {}
        for one in self.diputus:
            names.setdefault((one.masukan.jenis, one.akibat), []).append(one.masukan.nama)
        ordered = sorted(names.items(), key=lambda item: (-len(item[1]), item[0]))
        return [(jenis, akibat, tuple(whose)) for (jenis, akibat), whose in ordered]

    def hindrances(self) -> list[tuple[str, tuple[str, ...]]]:
        """Reasons and the receipt numbers they hold for; the most frequent first."""
        numbers: dict[str, list[str]] = {}
        for one in self.terhalang:
            numbers.setdefault(one.sebab, []).append(one.masukan.tanda_terima)
        return [
            (why, tuple(whose)) for why, whose in sorted(numbers.items(), key=lambda item: (-len(item[1]), item[0]))
        ]


def plan_decisions(
    store: Store, numbers: Sequence[str], periode: Periode, act: Act, *, granted: bool
) -> RencanaPutusan:
    """What deciding these at once would do; nothing is written. Raises ActionNotAllowed where the phase knows no decisions."""
    instansi = advance(store.instansi, _action(granted=granted))
    batch = _Batch(store, instansi, periode, act, granted=granted)
    diputus: list[Putusan] = []
    terhalang: list[Terhalang] = []
    for entry in _several(store, numbers):
        try:
            diputus.append(Putusan(entry, batch.take(entry, {})))
        except ActionNotAllowed:
            terhalang.append(Terhalang(entry, DECIDED_ALREADY))
        except UsageRefused as error:
            terhalang.append(Terhalang(entry, error.what))
    return RencanaPutusan(granted, tuple(diputus), tuple(terhalang))


def decide_several(  # noqa: PLR0913  (one decision with all it rests on)
    store: Store,
    numbers: Sequence[str],
    periode: Periode,
    act: Act,
    *,
    granted: bool,
    fields: Mapping[str, Fields] | None = None,
) -> tuple[Masukan, ...]:
    """Grant or reject, with a reason: all of them in one entry, or none.

    fields: receipt number -> data of the proposed person that the usulan does not say. Raises ActionNotAllowed for one that is
    decided already, UsageRefused for an usulan that does not tell enough.
    """
    action = _action(granted=granted)
    batch = _Batch(store, begin(store, action, act), periode, act, granted=granted)
    for entry in _several(store, numbers):
        batch.take(entry, (fields or {}).get(entry.tanda_terima, {}))
    commit(store, action, act, batch.puts())
    return tuple(batch.decided.values())


class _Batch:
    """What the decisions taken so far change; nothing of it is written here."""

    def __init__(self, store: Store, instansi: Instansi, periode: Periode, act: Act, *, granted: bool) -> None:
        self._store, self._instansi, self._periode, self._act = store, instansi, periode, act
        self._granted = granted
        self._people: dict[str, Pegawai] = {}
        self._numbered = False
        self.decided: dict[str, Masukan] = {}

    def take(self, entry: Masukan, fields: Fields) -> str:
        """Decide one; what becomes of the person, in words. Raises UsageRefused, ActionNotAllowed, and takes nothing then."""
        decided = replace(
            advance_masukan(entry, _action(granted=self._granted)),
            alasan=self._act.alasan.strip(),
            diputus_oleh=self._act.operator,
            diputus_pada=self._act.waktu,
        )
        akibat = NOTHING_ELSE
        if self._granted and entry.jenis is JenisMasukan.USULAN:
            decided = replace(decided, nomor_pegawai=self._add(entry, fields))
            akibat = NEW_DRAFT
        elif self._granted:
            akibat = self._cross_out(entry)
        self.decided[entry.tanda_terima] = decided
        return akibat

    def puts(self) -> dict[str, dict[str, Struct]]:
        """Everything that changes."""
        people = with_pegawai(self._people.values(), self._instansi if self._numbered else None)
        return {**people, MASUKAN: {**self.decided}}

    def _add(self, entry: Masukan, fields: Fields) -> str:
        reading = read_fields(
            {**said_by(entry), **{name: text for name, text in fields.items() if text.strip()}}, self._periode
        )
        calon = _sound(reading)
        require_new_nik(self._store, calon.nik)
        if any(person.nik == calon.nik for person in self._people.values()):
            raise UsageRefused(_TWICE)
        self._instansi, person = next_pegawai(self._instansi, calon)
        self._numbered = True
        self._people[person.nomor] = person
        return person.nomor

    def _cross_out(self, entry: Masukan) -> str:
        nomor = entry.nomor_pegawai
        person = self._people.get(nomor) or records.pegawai(self._store, nomor)
        if person.status is StatusPegawai.DICORET:
            return GONE_ALREADY
        self._people[nomor] = replace(
            advance_pegawai(person, Action.CORET),
            alasan_coret=AlasanCoret.SANGGAHAN_DITERIMA,
            alasan_status=f"{entry.tanda_terima}: {self._act.alasan.strip()}",
        )
        return CROSSED_OUT


def said_by(entry: Masukan) -> dict[str, str]:
    """What an usulan says of the person, as fields of the form."""
    return {
        "nik": entry.nik,
        "nama": entry.nama,
        "tanggal_lahir": as_text(entry.tanggal_lahir),
        "unit_kerja": entry.unit_kerja,
        "jabatan": entry.jabatan,
    }


def _sound(reading: Reading) -> Pegawai:
    """The record, where several are decided told without the words of a form."""
    if reading.calon is None:
        raise UsageRefused(" ".join(finding.pesan for finding in reading.halangan), to_do="Lengkapi isian orangnya.")
    return reading.calon


def _action(*, granted: bool) -> Action:
    return Action.KABULKAN if granted else Action.TOLAK


def _several(store: Store, numbers: Iterable[str]) -> list[Masukan]:
    """Each once. Raises UsageRefused for none, or for a number that does not exist."""
    wanted = tuple(dict.fromkeys(numbers))
    if not wanted:
        raise UsageRefused("Belum ada usulan atau sanggahan yang dipilih.", to_do="Pilih sedikitnya satu.")
    return [records.masukan(store, tanda_terima) for tanda_terima in wanted]
