"""Rows that wait for a person: the same person or another one, or nobody at all."""

from collections.abc import Mapping, Sequence
from typing import Literal

from msgspec import Struct
from msgspec.structs import asdict, replace

from registry.desk import records
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
) -> tuple[BarisTunggu, ...]:
    """Decide rows alike, all or none: `terima` a new person, `perbarui` the person it collides with, `tolak` with a reason.

    `fields`: corrections to the row's own data, for a single row. Raises UsageRefused naming the rows that stop it.
    """
    if putusan not in ACTION_OF:
        raise UsageRefused(f"Putusan “{putusan}” tidak dikenal.", to_do=f"Pilih {', '.join(ACTION_OF)}.")
    action = ACTION_OF[putusan]
    instansi = begin(store, action, act)
    rows = _undecided(store, nomor_list)
    if fields and len(rows) != 1:
        raise UsageRefused("Pembetulan isian hanya untuk satu baris.", to_do="Putuskan barisnya satu per satu.")
    taken = rows if putusan != "tolak" else []
    instansi, people = _take(store, instansi, taken, putusan, _Reading(fields or {}, periode))
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


class _Reading(Struct, frozen=True):
    """Corrections to a row's own data, and the rules it is judged by."""

    fields: Mapping[str, str]
    periode: Periode


def _take(
    store: Store, instansi: Instansi, rows: Sequence[BarisTunggu], putusan: Putusan, reading: _Reading
) -> tuple[Instansi, dict[str, Pegawai]]:
    """The people the rows become, and the instansi with the numbers they took. Raises UsageRefused naming every row that stops it."""
    people: dict[str, Pegawai] = {}
    stopped: list[str] = []
    for row in rows:
        try:
            corrected = replace(row, calon=_corrected(row, reading.fields, reading.periode))
            if putusan == "terima":
                instansi, person = _accepted(store, instansi, corrected, people, reading.periode)
            else:
                person = _updated(store, corrected, people, reading.periode)
        except (UsageRefused, ActionNotAllowed) as error:
            if len(rows) == 1:
                raise
            stopped.append(f"{row.nomor} ({error.what} {error.to_do})".replace(" )", ")"))
        else:
            people[person.nomor] = person
    if stopped:
        raise UsageRefused(f"Tidak satu baris pun diputus: {named(stopped)}.", where=store.instansi.nama)
    return instansi, people


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


def _updated(store: Store, row: BarisTunggu, people: Mapping[str, Pegawai], periode: Periode) -> Pegawai:
    """The person the row collides with, with what the row tells; what it leaves open stays. A draft again."""
    if not row.lawan:
        raise UsageRefused("Baris ini tidak berkaitan dengan orang yang sudah tercatat.", to_do="Terima, atau tolak.")
    before = people.get(row.lawan) or records.pegawai(store, row.lawan)
    moved = advance_pegawai(before, Action.PERBARUI_DARI_BARIS)
    told = {
        name: value
        for name, value in asdict(row.calon).items()
        if name not in _OWN and value not in (_BLANK[name], getattr(before, name))
    }
    if "nik" in told:
        if inspect_nik(row.calon.nik).nik is None:
            del told["nik"]
        else:
            require_new_nik(store, row.calon.nik, besides=before.nomor)
    riwayat = before.riwayat
    for decree in (*row.calon.riwayat, *row.riwayat):
        riwayat = merge(riwayat, decree)
    after = replace(before, **told, riwayat=riwayat, status=moved.status, alasan_status="")
    return settle(before, assess(after, periode))


_BLANK = asdict(Pegawai(nomor="", nik="", nama=""))
