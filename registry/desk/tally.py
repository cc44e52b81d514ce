"""The counts that gates, screens and letters go by: one pass over the records."""

from collections import Counter

from msgspec import Struct

from registry.desk import records
from registry.model.codes import StatusMasukan, StatusPegawai
from registry.model.instansi import Instansi
from registry.store.store import Store


class Tally(Struct, frozen=True):
    """How many there are. belum_syarat: listed people without MS or TMS. tunggu, masukan: those without a decision."""

    instansi: Instansi
    status: Counter[StatusPegawai]
    belum_syarat: int
    tunggu: int
    masukan: int

    @property
    def listed(self) -> int:
        """People on the public list."""
        return sum(self.status[state] for state in records.LISTED)


def tally(store: Store) -> Tally:
    """Count people by state, the undecided, waiting rows and open usulan/sanggahan."""
    status: Counter[StatusPegawai] = Counter()
    undecided = 0
    for mark in records.marks(store):
        status[mark.status] += 1
        undecided += mark.undecided and mark.status in records.LISTED
    return Tally(
        instansi=store.instansi,
        status=status,
        belum_syarat=undecided,
        tunggu=sum(not row.putusan for row in records.all_tunggu(store)),
        masukan=sum(entry.status is StatusMasukan.DITERIMA_MASUK for entry in records.all_masukan(store)),
    )
