"""Taking one step: look up the table or raise the one error that names who, where and what."""

from msgspec.structs import replace

from registry.errors import ActionNotAllowed
from registry.model.codes import Fase, StatusMasukan, StatusPegawai
from registry.model.instansi import Instansi
from registry.model.masukan import Masukan
from registry.model.pegawai import Pegawai
from registry.workflow.actions import ACTIONS, Action
from registry.workflow.names import FASE, STATUS_MASUKAN, STATUS_PEGAWAI
from registry.workflow.tables import INSTANSI_TABLE, MASUKAN_TABLE, PEGAWAI_TABLE


def advance(instansi: Instansi, action: Action) -> Instansi:
    """The instansi in the phase that follows. Raises ActionNotAllowed."""
    try:
        return replace(instansi, fase=INSTANSI_TABLE[instansi.fase, action])
    except KeyError:
        raise ActionNotAllowed(
            f"{ACTIONS[action].label} tidak dapat dilakukan pada tahap {FASE[instansi.fase]}.",
            where=instansi.nama,
            to_do=_instead(tuple(ACTIONS[other].label for other in allowed(instansi.fase))),
        ) from None


def advance_pegawai(pegawai: Pegawai, action: Action) -> Pegawai:
    """The record in the state that follows. Raises ActionNotAllowed."""
    try:
        return replace(pegawai, status=PEGAWAI_TABLE[pegawai.status, action])
    except KeyError:
        raise ActionNotAllowed(
            f"{ACTIONS[action].label} tidak dapat dilakukan pada data berstatus {STATUS_PEGAWAI[pegawai.status]}.",
            where=f"{pegawai.nomor} {pegawai.nama}",
            to_do=_instead(tuple(ACTIONS[other].label for other in _steps_of_pegawai(pegawai.status))),
        ) from None


def advance_masukan(masukan: Masukan, action: Action) -> Masukan:
    """The usulan or sanggahan in the state that follows. Raises ActionNotAllowed."""
    try:
        return replace(masukan, status=MASUKAN_TABLE[masukan.status, action])
    except KeyError:
        raise ActionNotAllowed(
            f"{ACTIONS[action].label} tidak dapat dilakukan: {masukan.jenis} ini sudah diputus"
            f" ({STATUS_MASUKAN[masukan.status]}).",
            where=masukan.tanda_terima,
        ) from None


def allowed(fase: Fase) -> tuple[Action, ...]:
    """Every action the phase permits, in the order of the vocabulary."""
    return tuple(action for action in Action if (fase, action) in INSTANSI_TABLE)


def allowed_for_pegawai(fase: Fase, status: StatusPegawai) -> tuple[Action, ...]:
    """Every action on a person that both the phase and the state of the record permit."""
    return tuple(action for action in _steps_of_pegawai(status) if (fase, action) in INSTANSI_TABLE)


def allowed_for_masukan(fase: Fase, status: StatusMasukan) -> tuple[Action, ...]:
    """Every decision on an usulan or a sanggahan that both the phase and its state permit."""
    return tuple(action for action in Action if (status, action) in MASUKAN_TABLE and (fase, action) in INSTANSI_TABLE)


def _steps_of_pegawai(status: StatusPegawai) -> tuple[Action, ...]:
    return tuple(action for action in Action if (status, action) in PEGAWAI_TABLE)


def _instead(labels: tuple[str, ...]) -> str:
    if not labels:
        return "Data sudah terkunci dan tidak dapat diubah lagi."
    return f"Yang dapat dilakukan sekarang: {', '.join(labels)}."
