"""Files that arrive: what the record knows (for the plan), and carrying out a plan in one transaction."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from hashlib import file_digest
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from registry.desk import records
from registry.desk.deed import begin, by_nomor, commit
from registry.desk.fields import settle
from registry.desk.numbers import last_tunggu, next_impor, number_all, tunggu_number
from registry.errors import FileRefused, UsageRefused
from registry.intake import history
from registry.intake.outcome import text_of
from registry.intake.plan import Plan, RowPlan
from registry.model.act import Act
from registry.model.codes import Hasil
from registry.model.impor import BarisImpor, BarisTunggu, Impor
from registry.model.instansi import Instansi
from registry.model.pegawai import Pegawai, Riwayat
from registry.model.tables import IMPOR, INSTANSI, PEGAWAI, TUNGGU
from registry.store.collector import collector_paused
from registry.store.store import Store
from registry.workflow.actions import Action
from registry.workflow.steps import advance_pegawai

_JUDGED = frozenset({"temuan", "temuan_syarat", "syarat_usulan", "asal", "riwayat", "nomor"})

_WRITTEN = (Hasil.DITERIMA, Hasil.DIPERBARUI)
_OF_SOMEBODY = (*_WRITTEN, Hasil.SAMA)


class StoreKnown:
    """What intake asks of the record: by NIK, by birth date, by file."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._born: dict[date, list[str]] | None = None

    def by_nik(self, nik: str) -> Pegawai | None:
        """The person with this NIK, crossed out ones included."""
        nomor = self._store.by_nik(nik)
        return None if nomor is None else records.pegawai(self._store, nomor)

    def by_birth_date(self, tanggal_lahir: date) -> Sequence[Pegawai]:
        """Everybody born on this day."""
        if self._born is None:
            self._born = defaultdict(list)
            for birth in self._store.scan(PEGAWAI, _Birth):
                if birth.tanggal_lahir is not None:
                    self._born[birth.tanggal_lahir].append(birth.nomor)
        return [records.pegawai(self._store, nomor) for nomor in self._born.get(tanggal_lahir, ())]

    def file_seen(self, sha256: str) -> str | None:
        """The number of the import that took this file in."""
        return next((seen.nomor for seen in self._store.scan(IMPOR, _Seen) if seen.sha256 == sha256), None)


class _Birth(Struct, frozen=True):
    nomor: str
    tanggal_lahir: date | None = None


class _Seen(Struct, frozen=True):
    nomor: str
    sha256: str


def taken_in(store: Store) -> dict[str, str]:
    """The number of the import by the SHA-256 of the file."""
    return {seen.sha256: seen.nomor for seen in store.scan(IMPOR, _Seen)}


def known(store: Store) -> StoreKnown:
    """The record as `plan_import` asks for it. Good for one plan: it does not see later changes."""
    return StoreKnown(store)


def imports(store: Store) -> tuple[Impor, ...]:
    """Every file taken in with the outcome of every row, the oldest first."""
    return tuple(records.all_imports(store))


def apply_plan(store: Store, plan: Plan, act: Act, *, file: Path) -> Impor:
    """Carry out the plan in one transaction and keep the file under its SHA-256.

    New people get their numbers in the order of the rows; changed ones are drafts again. Raises FileRefused when the file is
    not the one that was planned, UsageRefused when a record the plan rests on has changed since.
    """
    with collector_paused():
        return _apply(store, plan, act, file)


def _apply(store: Store, plan: Plan, act: Act, file: Path) -> Impor:
    instansi = begin(store, Action.IMPOR, act)
    _check_file(plan, file)
    numbered, taken = _people(store, instansi, plan)
    numbered, nomor = next_impor(numbered)
    waiting = list(_waiting(store, plan, nomor, taken))
    taken_in = Impor(
        nomor=nomor,
        berkas=plan.berkas,
        sha256=plan.sha256,
        waktu=act.waktu,
        operator=act.operator,
        unit=plan.unit,
        baris_dibaca=plan.baris_dibaca,
        hasil=dict(plan.hasil),
        kepala=dict(plan.kepala),
        baris=tuple(_noted(store, row, taken) for row in plan.baris),
    )
    store.keep_file(file)
    commit(
        store,
        Action.IMPOR,
        act,
        {
            INSTANSI: {numbered.kode: numbered},
            PEGAWAI: by_nomor(taken.values()),
            TUNGGU: {row.nomor: row for row in waiting},
            IMPOR: {nomor: taken_in},
        },
    )
    return taken_in


def _check_file(plan: Plan, file: Path) -> None:
    try:
        with file.open("rb") as stream:
            same = file_digest(stream, "sha256").hexdigest() == plan.sha256
    except OSError as error:
        raise FileRefused(
            "Berkas tidak dapat dibuka lagi.", code="berkas-tidak-terbaca", where=file.name, to_do="Periksa letaknya."
        ) from error
    if not same:
        raise FileRefused(
            "Berkas berubah sesudah diperiksa.", code="berkas-berubah", where=file.name, to_do="Impor lagi dari awal."
        )


def _people(store: Store, instansi: Instansi, plan: Plan) -> tuple[Instansi, dict[str, Pegawai]]:
    """The records the plan writes, by NIK, each once; and the instansi with the numbers they took."""
    changed: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    candidates: dict[str, Pegawai] = {}
    for row in plan.baris:
        if row.calon is not None and row.baris.hasil in _WRITTEN:
            candidates[row.calon.nik] = row.calon
            if row.changes:
                changed[row.calon.nik].extend(row.changes)
    taken: dict[str, Pegawai] = {}
    new: list[Pegawai] = []
    for nik, calon in candidates.items():
        if calon.nomor:
            taken[nik] = _updated(store, calon, {(field, old) for field, old, _ in changed[nik]})
            continue
        if (known := store.by_nik(nik)) is not None:
            raise _stale(known)
        new.append(calon)
    instansi, numbered = number_all(instansi, new)
    return instansi, taken | {person.nik: person for person in numbered}


def _updated(store: Store, calon: Pegawai, changed: set[tuple[str, str]]) -> Pegawai:
    """The changed record, a draft again. Every difference from the present record must be one the plan told."""
    before = records.pegawai(store, calon.nomor)
    for field in before.__struct_fields__:
        if field in _JUDGED:
            continue
        was = getattr(before, field)
        if getattr(calon, field) != was and (field, text_of(was)) not in changed:
            raise _stale(calon.nomor)
    if not all(_still_there(decree, calon.riwayat, changed) for decree in before.riwayat):
        raise _stale(calon.nomor)
    moved = advance_pegawai(before, Action.IMPOR)
    return replace(settle(before, calon), status=moved.status, alasan_status="")


def _still_there(decree: Riwayat, planned: Iterable[Riwayat], changed: set[tuple[str, str]]) -> bool:
    """The plan keeps this decree, or changes only what it told."""
    return any(
        all(
            (was := getattr(decree, field)) == getattr(other, field) or (field, text_of(was)) in changed
            for field in history.FIELDS
        )
        for other in planned
    )


def _stale(nomor: str) -> UsageRefused:
    return UsageRefused(
        f"Data {nomor} berubah sesudah berkas ini diperiksa, jadi tidak ada yang diimpor.",
        to_do="Periksa dan impor berkasnya sekali lagi.",
    )


def _waiting(store: Store, plan: Plan, impor: str, taken: dict[str, Pegawai]) -> Iterator[BarisTunggu]:
    """Rows to be decided; one of this very file that still waits from an earlier import is not asked about twice."""
    serial, asked = last_tunggu(store.instansi, store.keys(TUNGGU)), _still_waiting(store, plan.sha256)
    for row in plan.baris:
        if row.baris.hasil is not Hasil.MENUNGGU or (row.baris.lembar, row.baris.nomor) in asked:
            continue
        serial += 1
        lawan = row.lawan or (taken[row.lawan_nik].nomor if row.lawan_nik in taken else "")
        yield BarisTunggu(
            nomor=tunggu_number(serial),
            impor=impor,
            lembar=row.baris.lembar,
            nomor_baris=row.baris.nomor,
            sebab=row.sebab,
            calon=row.calon or Pegawai(nomor="", nik=row.baris.nik or "", nama=row.baris.nama or ""),
            lawan=lawan,
            riwayat=row.riwayat,
            temuan=row.baris.temuan,
        )


def _still_waiting(store: Store, sha256: str) -> set[tuple[str | None, int]]:
    earlier = {seen.nomor for seen in store.scan(IMPOR, _Seen) if seen.sha256 == sha256}
    return {
        (row.lembar, row.nomor_baris)
        for row in (records.all_tunggu(store) if earlier else ())
        if row.impor in earlier and not row.putusan
    }


def _noted(store: Store, row: RowPlan, taken: dict[str, Pegawai]) -> BarisImpor:
    """The row with the number of the record it became, changed or repeats."""
    baris = row.baris
    if baris.pegawai or baris.hasil not in _OF_SOMEBODY:
        return baris
    nik = row.calon.nik if row.calon is not None else row.lawan_nik or baris.nik or ""
    nomor = taken[nik].nomor if nik in taken else store.by_nik(nik) or ""
    return replace(baris, pegawai=nomor)
