"""Rows that wait for a person: the same person or another one, or nobody at all."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any, Literal

from msgspec import Struct
from msgspec.structs import asdict, replace

from registry.desk import records
from registry.desk.antrean import Kelompok, kelompok_of
from registry.desk.banding import BLANK, KOLOM, RIWAYAT, Banding, changes, merged, told
from registry.desk.deed import begin, by_nomor, commit, named
from registry.desk.fields import read_fields, require_new_nik, settle
from registry.desk.numbers import next_pegawai
from registry.errors import ActionNotAllowed, UsageRefused
from registry.intake.history import merge
from registry.model.act import Act
from registry.model.impor import BarisTunggu
from registry.model.instansi import Instansi
from registry.model.pegawai import Pegawai
from registry.model.tables import INSTANSI, PEGAWAI, TUNGGU
from registry.normalise.nik import inspect_nik
from registry.periode.types import Periode
from registry.rules.assess import assess
from registry.store.store import Store
from registry.workflow.actions import Action
from registry.workflow.steps import advance_pegawai

Putusan = Literal["terima", "perbarui", "tolak"]
ACTION_OF: dict[str, Action] = {
    "terima": Action.TERIMA_BARIS,
    "perbarui": Action.PERBARUI_DARI_BARIS,
    "tolak": Action.TOLAK_BARIS,
}
_OWN = frozenset(
    {
        "nomor",
        "status",
        "alasan_status",
        "alasan_coret",
        "syarat",
        "alasan_syarat",
        "syarat_usulan",
        "temuan_syarat",
        "riwayat",
    }
)


def waiting(store: Store) -> list[BarisTunggu]:
    """Rows without a decision, the oldest first."""
    return [row for row in records.all_tunggu(store) if not row.putusan]


def decide_waiting(  # noqa: PLR0913  (one decision with all it rests on)
    store: Store,
    nomor_list: Sequence[str],
    putusan: Putusan,
    periode: Periode,
    act: Act,
    *,
    fields: Mapping[str, str] | None = None,
    pakai: Collection[str] | None = None,
) -> tuple[BarisTunggu, ...]:
    """Decide rows alike, all or none: `terima` a new person, `perbarui` the person it collides with, `tolak` with a reason.

    `fields`: corrections to the row's own data, for a single row. `pakai`: the fields a single row gives to the person it collides with
    (`registry.desk.banding.KOLOM`), all others stay as recorded; None: everything the row tells. Raises UsageRefused naming the rows that
    stop it.
    """
    action = _action(putusan)
    instansi = begin(store, action, act)
    rows = _undecided(store, nomor_list)
    reading = _reading(rows, putusan, fields, pakai, periode)
    people: dict[str, Pegawai] = {}
    if putusan != "tolak":
        instansi, outcomes = _each(store, instansi, rows, putusan, reading)
        people = _all_or_none(store, outcomes)
    decided = tuple(replace(row, putusan=putusan, alasan=act.alasan.strip()) for row in rows)
    commit(
        store,
        action,
        act,
        {
            INSTANSI: {instansi.kode: instansi} if instansi != store.instansi else {},
            PEGAWAI: by_nomor(people.values()),
            TUNGGU: {row.nomor: row for row in decided},
        },
    )
    return decided


class Akibat(Struct, frozen=True):
    """What a decision would do with one row. orang: the number of the person it becomes or changes; perubahan: what would be another.

    ragu: the NIK it would be recorded under is one the row only proposes. halangan: why it cannot be done; then nothing else is told.
    """

    nomor: str
    nama: str
    orang: str = ""
    nik: str = ""
    perubahan: tuple[Banding, ...] = ()
    ragu: bool = False
    halangan: str = ""


def preview(  # noqa: PLR0913  (one decision with all it rests on)
    store: Store,
    nomor_list: Sequence[str],
    putusan: Putusan,
    periode: Periode,
    *,
    fields: Mapping[str, str] | None = None,
    pakai: Collection[str] | None = None,
) -> tuple[Akibat, ...]:
    """What `decide_waiting` would do, row by row; nothing is written. Raises UsageRefused for what is no decision at all."""
    _action(putusan)
    rows = _undecided(store, nomor_list)
    reading = _reading(rows, putusan, fields, pakai, periode)
    if putusan == "tolak":
        return tuple(Akibat(row.nomor, row.calon.nama) for row in rows)
    _, outcomes = _each(store, store.instansi, rows, putusan, reading)
    return tuple(_effect(store, outcome, reading) for outcome in outcomes)


class _Reading(Struct, frozen=True):
    """Corrections to a row's own data, the fields to take from it, and the rules it is judged by."""

    fields: Mapping[str, str]
    pakai: Collection[str] | None
    periode: Periode


class _Outcome(Struct, frozen=True):
    """One row, and the person it becomes or the error that stops it."""

    row: BarisTunggu
    person: Pegawai | None
    error: UsageRefused | ActionNotAllowed | None = None


def _action(putusan: str) -> Action:
    if putusan not in ACTION_OF:
        raise UsageRefused(f"Putusan “{putusan}” tidak dikenal.", to_do=f"Pilih {', '.join(ACTION_OF)}.")
    return ACTION_OF[putusan]


def _reading(
    rows: Sequence[BarisTunggu],
    putusan: Putusan,
    fields: Mapping[str, str] | None,
    pakai: Collection[str] | None,
    periode: Periode,
) -> _Reading:
    if (fields or pakai is not None) and len(rows) != 1:
        raise UsageRefused(
            f"{'Pembetulan' if fields else 'Pilihan'} isian hanya untuk satu baris.",
            to_do="Putuskan barisnya satu per satu.",
        )
    if pakai is not None and putusan != "perbarui":
        raise UsageRefused("Memilih isian hanya mungkin saat memperbarui orang yang tercatat.", to_do="Pilih perbarui.")
    if unknown := [name for name in pakai or () if name not in KOLOM]:
        raise UsageRefused(f"Isian {', '.join(unknown)} tidak dikenal.", to_do=f"Isian: {', '.join(KOLOM)}.")
    return _Reading(fields or {}, pakai, periode)


def _each(
    store: Store, instansi: Instansi, rows: Sequence[BarisTunggu], putusan: Putusan, reading: _Reading
) -> tuple[Instansi, list[_Outcome]]:
    """What becomes of each row, and the instansi with the numbers they took."""
    people: dict[str, Pegawai] = {}
    outcomes: list[_Outcome] = []
    for row in rows:
        try:
            corrected = replace(row, calon=_corrected(row, reading.fields, reading.periode))
            if putusan == "terima":
                instansi, person = _accepted(store, instansi, corrected, people, reading.periode)
            else:
                person = _updated(store, corrected, people, reading)
        except (UsageRefused, ActionNotAllowed) as error:
            outcomes.append(_Outcome(row, None, error))
        else:
            people[person.nomor] = person
            outcomes.append(_Outcome(row, person))
    return instansi, outcomes


def _all_or_none(store: Store, outcomes: Sequence[_Outcome]) -> dict[str, Pegawai]:
    """The people the rows become. Raises UsageRefused naming every row that stops it; the one error itself for a single row."""
    stopped = [(outcome.row, outcome.error) for outcome in outcomes if outcome.error is not None]
    if stopped and len(outcomes) == 1:
        raise stopped[0][1]
    if stopped:
        lines = [f"{row.nomor} ({error.what} {error.to_do})".replace(" )", ")") for row, error in stopped]
        raise UsageRefused(f"Tidak satu baris pun diputus: {named(lines)}.", where=store.instansi.nama)
    people = {outcome.person.nomor: outcome.person for outcome in outcomes if outcome.person is not None}
    return {nomor: person for nomor, person in people.items() if person != store.get(PEGAWAI, nomor)}


def _effect(store: Store, outcome: _Outcome, reading: _Reading) -> Akibat:
    row, person = outcome.row, outcome.person
    if person is None:
        error = outcome.error
        return Akibat(row.nomor, row.calon.nama, halangan=f"{error.what} {error.to_do}".strip() if error else "")
    before = store.get(PEGAWAI, person.nomor)
    found = changes(before, person) if isinstance(before, Pegawai) else ()
    ragu = kelompok_of(row) is Kelompok.NIK and "nik" not in reading.fields
    return Akibat(row.nomor, row.calon.nama, person.nomor, person.nik, found, ragu)


def _undecided(store: Store, nomor_list: Sequence[str]) -> list[BarisTunggu]:
    rows = [records.tunggu(store, nomor) for nomor in dict.fromkeys(nomor_list)]
    if not rows:
        raise UsageRefused("Belum ada baris yang dipilih.", to_do="Pilih sedikitnya satu.")
    if done := [f"{row.nomor} ({row.putusan})" for row in rows if row.putusan]:
        raise UsageRefused(f"Baris ini sudah diputus: {named(done)}.", where=store.instansi.nama)
    return rows


def _corrected(row: BarisTunggu, fields: Mapping[str, str], periode: Periode) -> Pegawai:
    return read_fields(fields, periode, base=row.calon).require() if fields else row.calon


def _accepted(
    store: Store, instansi: Instansi, row: BarisTunggu, people: Mapping[str, Pegawai], periode: Periode
) -> tuple[Instansi, Pegawai]:
    """A new person; what the row borrowed from the person it collides with stays out of it where the NIK differs."""
    calon = row.calon
    if inspect_nik(calon.nik).nik is None or not calon.nama or calon.tanggal_lahir is None:
        raise UsageRefused(
            "NIK, nama, atau tanggal lahir baris ini tidak dapat dipakai.", to_do="Lengkapi, atau tolak."
        )
    require_new_nik(store, calon.nik)
    if any(person.nik == calon.nik for person in people.values()):
        raise UsageRefused("NIK ini juga ada pada baris lain yang dipilih.", to_do="Putuskan satu per satu.")
    fresh = {name: value for name, value in asdict(calon).items() if name not in _OWN}
    riwayat = calon.riwayat
    for decree in row.riwayat:
        riwayat = merge(riwayat, decree)
    return next_pegawai(instansi, assess(Pegawai(nomor="", riwayat=riwayat, **fresh), periode))


def _updated(store: Store, row: BarisTunggu, people: Mapping[str, Pegawai], reading: _Reading) -> Pegawai:
    """The person the row collides with, with what the row tells; what it leaves open stays. A draft again, unless nothing changes."""
    if not row.lawan:
        raise UsageRefused("Baris ini tidak berkaitan dengan orang yang sudah tercatat.", to_do="Terima, atau tolak.")
    before = people.get(row.lawan) or records.pegawai(store, row.lawan)
    moved = advance_pegawai(before, Action.PERBARUI_DARI_BARIS)
    taken = _everything(before, row) if reading.pakai is None else told(before, row, reading.pakai)
    if "nik" in taken and taken["nik"] != before.nik:
        if inspect_nik(row.calon.nik).nik is None:
            del taken["nik"]
        else:
            require_new_nik(store, row.calon.nik, besides=before.nomor)
    riwayat = merged(before.riwayat, row) if reading.pakai is None or RIWAYAT in reading.pakai else before.riwayat
    after = replace(before, **taken, riwayat=riwayat)
    if reading.pakai is not None and after == before:
        return before
    return settle(before, assess(replace(after, status=moved.status, alasan_status=""), reading.periode))


def _everything(before: Pegawai, row: BarisTunggu) -> dict[str, Any]:
    return {
        name: value
        for name, value in asdict(row.calon).items()
        if name not in _OWN and value not in (BLANK[name], getattr(before, name))
    }
