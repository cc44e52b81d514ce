"""The filter that leaves exactly the people whom a bar of the statistics counts. Pure data."""

from collections.abc import Mapping

from registry.desk.dimensi import KATEGORI, STATUS, SUMBER_GAJI, UNDECIDED
from registry.desk.kelompok import Kelompok
from registry.model.codes import Syarat
from registry.publication.recap import UNKNOWN
from registry.workflow.names import STATUS_PEGAWAI
from tui import people
from tui.people import Filter

# Topics that are a criterion of the filter anyway: there an operator can change it.
_CRITERIA: Mapping[str, Mapping[str, Filter]] = {
    STATUS: {word: Filter(status=code) for code, word in STATUS_PEGAWAI.items()},
    "syarat": {**{code: Filter(syarat=code) for code in Syarat}, UNDECIDED: Filter(syarat=people.UNDECIDED)},
    "kategori": {word: Filter(kategori=code) for code, word in KATEGORI.items()},
    "gaji": {
        **{word: Filter(sumber_gaji=code) for code, word in SUMBER_GAJI.items()},
        UNKNOWN: Filter(sumber_gaji=people.UNKNOWN),
    },
}


def people_of_bar(kelompok: Kelompok) -> Filter:
    """The filter for one bar."""
    return _CRITERIA.get(kelompok.topik, {}).get(kelompok.nilai) or Filter(kelompok=kelompok)
