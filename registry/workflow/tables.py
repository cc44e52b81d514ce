"""The workflow as tables (architecture section 6): state x action -> state. What is not in a table is not allowed.

INSTANSI_TABLE also holds the actions that leave the phase as it is: being listed there is the permission. An action on a
person or on an usulan needs both, the phase of the instansi and the state of the record.
"""

from registry.model.codes import Fase, StatusMasukan, StatusPegawai
from registry.workflow.actions import Action

_REGISTRATION = (
    Action.ATUR,
    Action.IMPOR,
    Action.TAMBAH,
    Action.UBAH,
    Action.VERIFIKASI,
    Action.KEMBALIKAN,
    Action.AJUKAN_KEMBALI,
    Action.PUTUSKAN_SYARAT,
    Action.CORET,
    Action.PULIHKAN,
    Action.TERIMA_BARIS,
    Action.PERBARUI_DARI_BARIS,
    Action.TOLAK_BARIS,
    Action.URUNGKAN,
)
_SCRUTINY = (*_REGISTRATION, Action.TERIMA_USULAN, Action.TERIMA_SANGGAHAN, Action.KABULKAN, Action.TOLAK)

INSTANSI_TABLE: dict[tuple[Fase, Action], Fase] = {
    **{(Fase.PENDAFTARAN, action): Fase.PENDAFTARAN for action in _REGISTRATION},
    (Fase.PENDAFTARAN, Action.UMUMKAN): Fase.UJI_PUBLIK,
    **{(Fase.UJI_PUBLIK, action): Fase.UJI_PUBLIK for action in _SCRUTINY},
    (Fase.UJI_PUBLIK, Action.PERPANJANG): Fase.PERPANJANGAN,
    (Fase.UJI_PUBLIK, Action.SUSUN_FINAL): Fase.MENUNGGU_SPTJM,
    **{(Fase.PERPANJANGAN, action): Fase.PERPANJANGAN for action in _SCRUTINY},
    (Fase.PERPANJANGAN, Action.PERPANJANG): Fase.PERPANJANGAN,
    (Fase.PERPANJANGAN, Action.SUSUN_FINAL): Fase.MENUNGGU_SPTJM,
    (Fase.MENUNGGU_SPTJM, Action.ATUR): Fase.MENUNGGU_SPTJM,
    (Fase.MENUNGGU_SPTJM, Action.URUNGKAN): Fase.MENUNGGU_SPTJM,
    (Fase.MENUNGGU_SPTJM, Action.BUKA_KEMBALI): Fase.UJI_PUBLIK,
    (Fase.MENUNGGU_SPTJM, Action.LAMPIRKAN_SPTJM): Fase.MENUNGGU_SPTJM,
    (Fase.MENUNGGU_SPTJM, Action.FINALISASI): Fase.FINAL,
}

PEGAWAI_TABLE: dict[tuple[StatusPegawai, Action], StatusPegawai] = {
    (StatusPegawai.DRAF, Action.IMPOR): StatusPegawai.DRAF,
    (StatusPegawai.DRAF, Action.UBAH): StatusPegawai.DRAF,
    (StatusPegawai.DRAF, Action.PERBARUI_DARI_BARIS): StatusPegawai.DRAF,
    (StatusPegawai.DRAF, Action.PUTUSKAN_SYARAT): StatusPegawai.DRAF,
    (StatusPegawai.DRAF, Action.VERIFIKASI): StatusPegawai.TERVERIFIKASI,
    (StatusPegawai.DRAF, Action.KEMBALIKAN): StatusPegawai.DIKEMBALIKAN,
    (StatusPegawai.DRAF, Action.CORET): StatusPegawai.DICORET,
    (StatusPegawai.TERVERIFIKASI, Action.IMPOR): StatusPegawai.DRAF,
    (StatusPegawai.TERVERIFIKASI, Action.UBAH): StatusPegawai.DRAF,
    (StatusPegawai.TERVERIFIKASI, Action.PERBARUI_DARI_BARIS): StatusPegawai.DRAF,
    (StatusPegawai.TERVERIFIKASI, Action.PUTUSKAN_SYARAT): StatusPegawai.TERVERIFIKASI,
    (StatusPegawai.TERVERIFIKASI, Action.KEMBALIKAN): StatusPegawai.DIKEMBALIKAN,
    (StatusPegawai.TERVERIFIKASI, Action.CORET): StatusPegawai.DICORET,
    (StatusPegawai.DIKEMBALIKAN, Action.IMPOR): StatusPegawai.DRAF,
    (StatusPegawai.DIKEMBALIKAN, Action.UBAH): StatusPegawai.DRAF,
    (StatusPegawai.DIKEMBALIKAN, Action.PERBARUI_DARI_BARIS): StatusPegawai.DRAF,
    (StatusPegawai.DIKEMBALIKAN, Action.PUTUSKAN_SYARAT): StatusPegawai.DIKEMBALIKAN,
    (StatusPegawai.DIKEMBALIKAN, Action.AJUKAN_KEMBALI): StatusPegawai.DRAF,
    (StatusPegawai.DIKEMBALIKAN, Action.CORET): StatusPegawai.DICORET,
    (StatusPegawai.DICORET, Action.PULIHKAN): StatusPegawai.DRAF,
}

MASUKAN_TABLE: dict[tuple[StatusMasukan, Action], StatusMasukan] = {
    (StatusMasukan.DITERIMA_MASUK, Action.KABULKAN): StatusMasukan.DIKABULKAN,
    (StatusMasukan.DITERIMA_MASUK, Action.TOLAK): StatusMasukan.DITOLAK,
}

# What URUNGKAN can take back. Not a step from phase to phase: others rest on it, and the public may have read it. Not a receipt
# of the public: somebody holds its number. URUNGKAN itself is taken back too, which is doing the change again.
UNDOABLE: frozenset[Action] = frozenset({*_REGISTRATION, Action.KABULKAN, Action.TOLAK})
