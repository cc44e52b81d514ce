"""What must be true before the three large steps, and what needs attention next.

A gate either blocks (`menghalangi`) or only advises; screens show all, verbs stop at the blocking ones.
"""

from collections.abc import Iterator
from datetime import datetime

from msgspec import Struct

from registry.desk.conditions import CONDITIONS, Gate, deadline, sptjm_attached
from registry.desk.deed import local
from registry.desk.tally import Tally, tally
from registry.errors import GatesClosed
from registry.model.codes import Fase, StatusPegawai
from registry.normalise.text import format_moment, format_number
from registry.periode.types import Periode
from registry.store.store import Store
from registry.workflow.actions import ACTIONS, Action

NEXT_STEP: dict[Fase, Action] = {
    Fase.PENDAFTARAN: Action.UMUMKAN,
    Fase.UJI_PUBLIK: Action.SUSUN_FINAL,
    Fase.PERPANJANGAN: Action.SUSUN_FINAL,
    Fase.MENUNGGU_SPTJM: Action.FINALISASI,
}


class Todo(Struct, frozen=True):
    """Something that needs attention. action: the verb that deals with it, None where only time helps."""

    kode: str
    pesan: str
    jumlah: int = 0
    action: Action | None = None


def gates(
    store: Store, now: datetime, periode: Periode, langkah: Action | None = None, *, counted: Tally | None = None
) -> list[Gate]:
    """The conditions of UMUMKAN, SUSUN_FINAL or FINALISASI; without `langkah` of the phase's next step, none when FINAL.

    counted: the store's tally, where the caller has it already.
    """
    step = langkah or NEXT_STEP.get(store.instansi.fase)
    if step is None:
        return []
    counted = counted or tally(store)
    found = list(CONDITIONS[step](counted, now))
    if step is Action.FINALISASI:
        found += sptjm_attached(store, counted.instansi)
    return [*found, *deadline(step, now, periode)]


def require_gates(store: Store, now: datetime, periode: Periode, langkah: Action) -> None:
    """Raises GatesClosed with every blocking condition that is not met."""
    missing = [gate.pesan for gate in gates(store, now, periode, langkah) if gate.menghalangi and not gate.terpenuhi]
    if missing:
        raise GatesClosed(f"{ACTIONS[langkah].label} belum dapat dilakukan:", missing, where=store.instansi.nama)


def next_steps(store: Store, now: datetime, periode: Periode, *, counted: Tally | None = None) -> list[Todo]:
    """What needs attention now, the most pressing first; empty when FINAL. counted: as for `gates`."""
    instansi = store.instansi
    if instansi.fase is Fase.FINAL:
        return []
    counted = counted or tally(store)
    found = list(_work(counted)) if instansi.fase is not Fase.MENUNGGU_SPTJM else []
    window = instansi.uji_publik
    if window is not None and instansi.fase in {Fase.UJI_PUBLIK, Fase.PERPANJANGAN} and now <= window.selesai:
        return [
            *found,
            Todo(
                "uji-publik-berjalan", f"Uji publik berjalan sampai {format_moment(local(instansi, window.selesai))}."
            ),
        ]
    if instansi.fase is Fase.MENUNGGU_SPTJM and instansi.sptjm is None:
        return [
            Todo(
                "sptjm",
                "Cetak SPTJM, mintakan tanda tangan PPK, lalu lampirkan pindaiannya.",
                1,
                Action.LAMPIRKAN_SPTJM,
            )
        ]
    step = NEXT_STEP[instansi.fase]
    if all(gate.terpenuhi or not gate.menghalangi for gate in gates(store, now, periode, step, counted=counted)):
        found.append(Todo("langkah-berikut", ACTIONS[step].penjelasan, 1, step))
    if not sum(counted.status.values()):
        found.insert(0, Todo("kosong", "Belum ada data. Impor berkas dari unit kerja.", 0, Action.IMPOR))
    return found


def _work(counted: Tally) -> Iterator[Todo]:
    drafts, returned = counted.status[StatusPegawai.DRAF], counted.status[StatusPegawai.DIKEMBALIKAN]
    if counted.masukan:
        yield Todo(
            "masukan",
            f"{format_number(counted.masukan)} usulan atau sanggahan menunggu keputusan.",
            counted.masukan,
            Action.KABULKAN,
        )
    if counted.tunggu:
        yield Todo(
            "tunggu",
            f"{format_number(counted.tunggu)} baris impor menunggu keputusan.",
            counted.tunggu,
            Action.TERIMA_BARIS,
        )
    if counted.belum_syarat:
        yield Todo(
            "syarat",
            f"{format_number(counted.belum_syarat)} orang perlu diputuskan MS atau TMS.",
            counted.belum_syarat,
            Action.PUTUSKAN_SYARAT,
        )
    if drafts:
        yield Todo("draf", f"{format_number(drafts)} orang belum diverifikasi.", drafts, Action.VERIFIKASI)
    if returned:
        yield Todo("dikembalikan", f"{format_number(returned)} orang dikembalikan kepada unit.", returned, Action.UBAH)
