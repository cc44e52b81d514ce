"""One agency at a glance: phase, counts, and what needs attention next. What a list of many agencies shows of each."""

from datetime import datetime

from msgspec import Struct

from registry.desk.gates import Todo, next_steps
from registry.desk.tally import tally
from registry.model.codes import StatusPegawai
from registry.model.instansi import Instansi
from registry.periode.types import Periode
from registry.store.store import Store


class Ikhtisar(Struct, frozen=True):
    """orang: everybody not crossed out; terverifikasi: those of them a person has checked. tunggu, masukan: still undecided."""

    instansi: Instansi
    orang: int
    terverifikasi: int
    tunggu: int
    masukan: int
    langkah: tuple[Todo, ...] = ()


def ikhtisar(store: Store, now: datetime, periode: Periode) -> Ikhtisar:
    """Read an agency in one pass over its people. `langkah` holds until the record changes or the uji publik ends."""
    counted = tally(store)
    return Ikhtisar(
        instansi=store.instansi,
        orang=sum(counted.status.values()) - counted.status[StatusPegawai.DICORET],
        terverifikasi=counted.status[StatusPegawai.TERVERIFIKASI],
        tunggu=counted.tunggu,
        masukan=counted.masukan,
        langkah=tuple(next_steps(store, now, periode, counted=counted)),
    )


def window_over(instansi: Instansi, now: datetime) -> bool:
    """Whether the uji publik has ended: the one way in which time alone changes what needs attention."""
    return instansi.uji_publik is not None and now > instansi.uji_publik.selesai
