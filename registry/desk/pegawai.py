"""Verbs on people: add, change, verify, send back, cross out, decide MS/TMS. Bulk verbs do all or nothing."""

from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from registry.desk import records
from registry.desk.deed import advance_all, begin, commit, named, require_reason, with_pegawai
from registry.desk.fields import FORM_FIELDS, Reading, fields_of, read_fields, require_new_nik, settle
from registry.desk.numbers import next_pegawai
from registry.desk.sk import Sk
from registry.errors import RecordChanged, UsageRefused
from registry.model.act import Act
from registry.model.codes import AlasanCoret, StatusPegawai, Syarat
from registry.model.finding import Finding
from registry.model.pegawai import Pegawai
from registry.normalise.text import clean, format_number
from registry.periode.types import Periode
from registry.store.store import Store
from registry.workflow.actions import ACTIONS, Action
from registry.workflow.steps import advance_pegawai

__all__ = [
    "FORM_FIELDS",
    "Reading",
    "add_pegawai",
    "change_pegawai",
    "changed_fields",
    "check_fields",
    "cross_out",
    "decide_syarat",
    "fields_of",
    "nomor_with",
    "restore",
    "resubmit",
    "return_",
    "set_unit",
    "verify",
]

People = tuple[Pegawai, ...]
_COMPUTED = frozenset({"temuan", "temuan_syarat", "syarat_usulan"})


def check_fields(
    fields: Mapping[str, str], periode: Periode, base: Pegawai | None = None, riwayat: Sequence[Sk] | None = None
) -> Reading:
    """What saving these fields, and this work history, would find; nothing is written. `base`: the record they would change."""
    return read_fields(fields, periode, base, riwayat)


def add_pegawai(
    store: Store, fields: Mapping[str, str], periode: Periode, act: Act, *, riwayat: Sequence[Sk] | None = None
) -> tuple[Pegawai, tuple[Finding, ...]]:
    """A new person as a draft. Raises UsageRefused without sound NIK, name and birth date, or for a NIK that is taken."""
    instansi = begin(store, Action.TAMBAH, act)
    calon = read_fields(fields, periode, riwayat=riwayat).require()
    require_new_nik(store, calon.nik)
    numbered, person = next_pegawai(instansi, calon)
    commit(store, Action.TAMBAH, act, with_pegawai([person], numbered))
    return person, person.temuan + person.temuan_syarat


def change_pegawai(  # noqa: PLR0913  what a change consists of
    store: Store,
    nomor: str,
    fields: Mapping[str, str],
    periode: Periode,
    act: Act,
    *,
    riwayat: Sequence[Sk] | None = None,
    seen: Pegawai | None = None,
) -> tuple[Pegawai, tuple[Finding, ...]]:
    """Change the given fields and the whole work history in one entry; the record becomes a draft again, assessed anew.

    Fields that say what the record says already are left alone; nothing is written when all of them do. seen: the record as the
    caller read it; raises RecordChanged when it is another by now.
    """
    begin(store, Action.UBAH, act)
    before = records.pegawai(store, nomor)
    if seen is not None and seen != before:
        raise RecordChanged(seen.nama, changed_fields(seen, before), where=nomor)
    moved = advance_pegawai(before, Action.UBAH)
    shown = fields_of(before)
    told = {name: text for name, text in fields.items() if text != shown.get(name)}
    history = None if riwayat is None or tuple(one.sk for one in riwayat) == before.riwayat else riwayat
    if not told and history is None:
        return before, before.temuan + before.temuan_syarat
    after = settle(before, read_fields(told, periode, base=before, riwayat=history).require())
    if after == before:
        return before, before.temuan + before.temuan_syarat
    require_new_nik(store, after.nik, besides=nomor)
    saved = replace(after, status=moved.status, alasan_status="")
    commit(store, Action.UBAH, act, with_pegawai([saved]))
    return saved, saved.temuan + saved.temuan_syarat


def changed_fields(before: Pegawai, after: Pegawai) -> tuple[str, ...]:
    """Names of the fields in which two readings of a record differ, those that rules compute aside if others do."""
    differing = tuple(name for name in Pegawai.__struct_fields__ if getattr(before, name) != getattr(after, name))
    return tuple(name for name in differing if name not in _COMPUTED) or differing


def verify(store: Store, nomor_list: Sequence[str], act: Act) -> People:
    """The data were checked and the proposal MS/TMS stands. People without either stop it: a person must decide first."""
    begin(store, Action.VERIFIKASI, act)
    people = advance_all(records.several(store, nomor_list), Action.VERIFIKASI)
    if undecided := [f"{person.nomor} {person.nama}" for person in people if person.syarat_berlaku is None]:
        raise UsageRefused(
            f"Tidak seorang pun diverifikasi: {format_number(len(undecided))} orang belum diputuskan MS atau TMS: {named(undecided)}.",
            to_do="Putuskan dahulu MS/TMS mereka, lalu ulangi.",
        )
    return _save(
        store,
        Action.VERIFIKASI,
        act,
        (replace(person, syarat=person.syarat_berlaku, alasan_status="") for person in people),
    )


def return_(store: Store, nomor_list: Sequence[str], act: Act) -> People:
    """Send records back to the unit, with a reason. They are not announced until they are drafts again."""
    return _move(store, nomor_list, Action.KEMBALIKAN, act)


def resubmit(store: Store, nomor_list: Sequence[str], act: Act) -> People:
    """Records that were sent back are drafts again without a change, with a reason."""
    return _move(store, nomor_list, Action.AJUKAN_KEMBALI, act)


def restore(store: Store, nomor_list: Sequence[str], act: Act) -> People:
    """People crossed out by mistake, or who came back, are drafts again, with a reason."""
    begin(store, Action.PULIHKAN, act)
    people = advance_all(records.several(store, nomor_list), Action.PULIHKAN)
    for person in people:
        require_new_nik(store, person.nik, besides=person.nomor)
    return _save(
        store,
        Action.PULIHKAN,
        act,
        (replace(person, alasan_coret=None, alasan_status=act.alasan.strip()) for person in people),
    )


def cross_out(store: Store, nomor_list: Sequence[str], alasan: AlasanCoret, act: Act) -> People:
    """Take people off the list; the records stay. The reason in words is asked for besides its code.

    Neither is published of a person; the code counts in a class of reasons of the next edition (`registry.publication.reasons`).
    """
    begin(store, Action.CORET, act)
    if alasan is AlasanCoret.SANGGAHAN_DITERIMA:
        raise UsageRefused(
            "Coretan karena sanggahan hanya melalui keputusan sanggahan.", to_do="Kabulkan sanggahannya."
        )
    people = advance_all(records.several(store, nomor_list), Action.CORET)
    return _save(
        store,
        Action.CORET,
        act,
        (replace(person, alasan_coret=alasan, alasan_status=act.alasan.strip()) for person in people),
    )


def decide_syarat(store: Store, nomor_list: Sequence[str], syarat: Syarat, act: Act) -> People:
    """Confirm or override MS/TMS. A reason is needed where it is not what the rules propose."""
    begin(store, Action.PUTUSKAN_SYARAT, act)
    people = advance_all(records.several(store, nomor_list), Action.PUTUSKAN_SYARAT)
    if any(person.syarat_usulan is not syarat for person in people):
        require_reason(act, f"{ACTIONS[Action.PUTUSKAN_SYARAT].label} yang berbeda dari usul aturan")
    return _save(
        store,
        Action.PUTUSKAN_SYARAT,
        act,
        (replace(person, syarat=syarat, alasan_syarat=act.alasan.strip()) for person in people),
    )


def set_unit(store: Store, nomor_list: Sequence[str], unit: str, periode: Periode, act: Act) -> People:
    """Move people to another unit, all in one entry; they become drafts again and are assessed anew, as after any change.

    Those who are of this unit already are left alone; nothing is written when all are. Returns those changed.
    """
    begin(store, Action.UBAH, act)
    if not clean(unit):
        raise UsageRefused("Nama unit kerja belum diisi.", to_do="Isi nama unit kerja yang dituju.")
    wanted = {"unit_kerja": unit}
    found = [person for person in records.several(store, nomor_list) if person.unit_kerja != clean(unit)]
    if not found:
        return ()
    people = (
        replace(
            settle(before, read_fields(wanted, periode, base=before).require()), status=moved.status, alasan_status=""
        )
        for before, moved in zip(found, advance_all(found, Action.UBAH), strict=True)
    )
    return _save(store, Action.UBAH, act, people)


def nomor_with(
    store: Store, *, status: StatusPegawai | None = None, undecided: bool | None = None, unit: str = ""
) -> tuple[str, ...]:
    """Numbers of the records in this state, with or without an undecided MS/TMS, of this unit; in order."""
    return tuple(
        mark.nomor
        for mark in records.marks(store)
        if (status is None or mark.status is status)
        and (undecided is None or mark.undecided is undecided)
        and (not unit or mark.unit_kerja.casefold() == unit.casefold())
    )


def _move(store: Store, nomor_list: Sequence[str], action: Action, act: Act) -> People:
    begin(store, action, act)
    people = advance_all(records.several(store, nomor_list), action)
    return _save(store, action, act, (replace(person, alasan_status=act.alasan.strip()) for person in people))


def _save(store: Store, action: Action, act: Act, people: Iterable[Pegawai]) -> People:
    saved = tuple(people)
    commit(store, action, act, with_pegawai(saved))
    return saved
