"""Settings of the instansi: letterhead, signing head, zone, where the public writes to, the units that are to send."""

from collections.abc import Mapping

import msgspec
from msgspec.structs import replace

from registry.desk.deed import begin, commit
from registry.errors import UsageRefused
from registry.model.act import Act
from registry.model.codes import Fase
from registry.model.instansi import Instansi
from registry.model.tables import INSTANSI
from registry.normalise.units import distinct_units
from registry.store.store import Store
from registry.workflow.actions import Action

SETTABLE = ("nama", "tempat", "kop", "ppk", "zona", "alamat_masukan", "periode", "unit_diharapkan")
ZONES = ("Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura")
_ONLY_IN_PENDAFTARAN = frozenset({"nama", "zona", "periode"})


def set_instansi(store: Store, changes: Mapping[str, object], act: Act) -> Instansi:
    """Change some of SETTABLE. What an announcement rests on (nama, zona, periode) stays from the first one on.

    unit_diharapkan is kept with each unit once, in the order given.
    """
    instansi = begin(store, Action.ATUR, act)
    _check_names(changes, instansi)
    changed = _converted(instansi, changes)
    changed = replace(changed, unit_diharapkan=distinct_units(changed.unit_diharapkan))
    _check_zone(changed.zona)
    if not changed.nama.strip():
        raise UsageRefused("Nama instansi tidak boleh kosong.")
    if changed == instansi:
        return instansi
    commit(store, Action.ATUR, act, {INSTANSI: {changed.kode: changed}})
    return changed


def _check_names(changes: Mapping[str, object], instansi: Instansi) -> None:
    if unknown := [name for name in changes if name not in SETTABLE]:
        raise UsageRefused(
            f"Pengaturan {', '.join(unknown)} tidak dapat diubah.", to_do=f"Yang dapat: {', '.join(SETTABLE)}."
        )
    late = sorted(_ONLY_IN_PENDAFTARAN & {name for name in changes if changes[name] != getattr(instansi, name)})
    if late and instansi.fase is not Fase.PENDAFTARAN:
        raise UsageRefused(
            f"Pengaturan {', '.join(late)} tidak dapat diubah lagi sesudah pengumuman pertama.", where=instansi.nama
        )


def _converted(instansi: Instansi, changes: Mapping[str, object]) -> Instansi:
    builtins = msgspec.to_builtins(instansi) | {name: msgspec.to_builtins(value) for name, value in changes.items()}
    try:
        return msgspec.convert(builtins, Instansi)
    except msgspec.ValidationError as error:
        raise UsageRefused(f"Isi pengaturan tidak sesuai bentuknya ({error}).", where=instansi.nama) from error


def _check_zone(zona: str) -> None:
    if zona not in ZONES:
        raise UsageRefused(
            f"Zona waktu “{zona}” tidak dikenal.", to_do=f"Pakai {', '.join(ZONES[:-1])}, atau {ZONES[-1]}."
        )
