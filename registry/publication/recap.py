"""People -> the one-way tables of an edition, with small counts hidden.

**Protected**: sex, education, age, length of service and source of pay of a listed person. They stand in no row of the list; their
tables hide every count of 1-4 and enough others that none can be computed back from the table's total, which the list
gives away (`suppress`). There are no tables of two ways, so one attribute cannot be split by another or by unit.

**Not protected**: unit and position. They stand in every row, anyone can count them; their tables go by the same rule only
so that one sentence describes all tables. Also visible: which values occur at all, and what everybody shares when a table has
a single value.

**Two editions.** The lists tell who came and who went, so the difference of two tables tells about just these people. When fewer
than FEW came or went since an earlier edition with private tables, the new edition carries none (`private_tables_withheld`): the
older ones stand. From FEW people on a difference tells how many of them share a value, not who - unless all do, or the
reader knows the others. A correction to somebody's data without any change of the list moves a count, but names nobody.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Final, Protocol

from registry.edition.types import Edition, Orang, Rekap, Sel
from registry.model.codes import JenisKelamin, Pendidikan, SumberGaji
from registry.model.pegawai import Pegawai, Riwayat
from registry.periode.types import Periode
from registry.publication.jabatan import GROUPS, group_of
from registry.publication.suppress import suppress
from registry.rules.measure import age_on, service_days

FEW: Final = 10
UNKNOWN: Final = "Tidak diketahui"
# Upper end of a band, in completed years, and its name.
AGE_BANDS: Final = (
    (19, "Di bawah 20 tahun"),
    (29, "20-29 tahun"),
    (39, "30-39 tahun"),
    (49, "40-49 tahun"),
    (56, "50-56 tahun"),
    (999, "Di atas 56 tahun"),
)
SERVICE_BANDS: Final = (
    (0, "Di bawah 1 tahun"),
    (4, "1-4 tahun"),
    (9, "5-9 tahun"),
    (14, "10-14 tahun"),
    (19, "15-19 tahun"),
    (999, "20 tahun atau lebih"),
)
_DAYS_OF_A_YEAR: Final = 365


class Measured(Protocol):
    """As much of a person as age and service need."""

    @property
    def tanggal_lahir(self) -> date | None:
        """Birth date."""

    @property
    def riwayat(self) -> tuple[Riwayat, ...]:
        """The decrees."""


def recap(people: Sequence[Pegawai], periode: Periode) -> Rekap:
    """The tables over `people`. Age and service count on the cut-off dates of the periode.

    Vocabularies keep their own order, unit and position are sorted by name; values nobody has are left out.
    """
    return Rekap(
        unit_kerja=suppress(dict(sorted(Counter(person.unit_kerja or UNKNOWN for person in people).items()))),
        jabatan=_table(people, GROUPS, lambda person: group_of(person.jabatan)),
        pendidikan=_table(people, Pendidikan, lambda person: person.pendidikan),
        jenis_kelamin=_table(people, JenisKelamin, lambda person: person.jenis_kelamin),
        kelompok_usia=_table(people, _names(AGE_BANDS), lambda person: age_band(person, periode)),
        masa_kerja=_table(people, _names(SERVICE_BANDS), lambda person: service_band(person, periode)),
        sumber_gaji=_table(people, SumberGaji, lambda person: person.sumber_gaji),
    )


def private_tables_withheld(rekap: Rekap) -> Rekap:
    """Only what can be counted in the list itself."""
    return Rekap(unit_kerja=rekap.unit_kerja, jabatan=rekap.jabatan)


def few_changes(daftar: Iterable[Orang], earlier: Iterable[Edition]) -> bool:
    """Whether some, but fewer than FEW, people came or went since an edition that shows private tables."""
    now = {row.nomor for row in daftar}
    return any(
        0 < len(now ^ {row.nomor for row in edition.daftar}) < FEW
        for edition in earlier
        if edition.rekap != private_tables_withheld(edition.rekap)
    )


def age_band(person: Measured, periode: Periode) -> str | None:
    """Band of the age on the periode's cut-off date."""
    if person.tanggal_lahir is None:
        return None
    return _band(age_on(person.tanggal_lahir, periode.batas_usia), AGE_BANDS)


def service_band(person: Measured, periode: Periode) -> str | None:
    """Band of the years served by the periode's cut-off date, gaps not counted."""
    if not any(entry.tanggal_mulai for entry in person.riwayat):
        return None
    return _band(service_days(person.riwayat, periode.batas_masa_kerja) // _DAYS_OF_A_YEAR, SERVICE_BANDS)


def _table(
    people: Sequence[Pegawai], vocabulary: Iterable[str], value: Callable[[Pegawai], str | None]
) -> tuple[Sel, ...]:
    counts = Counter(value(person) or UNKNOWN for person in people)
    return suppress({str(name): counts[name] for name in (*vocabulary, UNKNOWN)})


def _band(years: int, bands: Sequence[tuple[int, str]]) -> str:
    return next(name for last, name in bands if years <= last)


def _names(bands: Sequence[tuple[int, str]]) -> tuple[str, ...]:
    return tuple(name for _, name in bands)
