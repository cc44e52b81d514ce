"""Filtering people in memory. Plain functions on plain rows: no widgets, no store."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import repeat
from operator import attrgetter, contains, eq
from threading import Lock

from registry.desk.kelompok import Kelompok
from registry.model.codes import StatusPegawai
from registry.model.pegawai import PegawaiRingkas
from registry.normalise.units import unit_key
from tui.search import SearchTexts, both, ranked

UNDECIDED = "?"
UNKNOWN = "?"
ANY_FINDING = "ada"
NO_FINDING = "tanpa"


@dataclass(frozen=True, slots=True)
class Filter:
    """What to show. Empty means everything; without a chosen status crossed-out people are left out.

    syarat: MS, TMS or `?` for undecided. temuan: `ada`, `tanpa` or the code of a finding. sumber_gaji: a code, or `?` where it
    is not known. unit: the name of a unit; a name no unit has means every unit that holds all its words. kelompok: those whom one
    bar of the statistics counts, among them people crossed out where the bar counts them.
    """

    words: str = ""
    status: str = ""
    syarat: str = ""
    unit: str = ""
    temuan: str = ""
    kategori: str = ""
    sumber_gaji: str = ""
    kelompok: Kelompok | None = None

    @property
    def is_empty(self) -> bool:
        """Nothing is filtered."""
        return self == Filter()


class People:
    """The rows, and what filters need to know of them, found out when first asked for and then kept."""

    def __init__(self, rows: Sequence[PegawaiRingkas]) -> None:
        self.rows = rows
        self._preparing = Lock()
        self._masks: dict[tuple[str, str], bytes] = {}
        self._groups: dict[Kelompok, bytes] = {}

    @cached_property
    def units(self) -> tuple[str, ...]:
        """Names of the units, sorted."""
        return tuple(sorted({row.unit_kerja for row in self.rows if row.unit_kerja}))

    @cached_property
    def findings(self) -> tuple[tuple[str, int], ...]:
        """Codes of findings and how many people have each, the most frequent first."""
        codes = ({found.kode for found in row.temuan} for row in self.rows if row.temuan)
        counted = Counter(code for one in codes for code in one)
        return tuple(sorted(counted.items(), key=lambda pair: (-pair[1], pair[0])))

    @cached_property
    def _texts(self) -> SearchTexts:
        return SearchTexts(self.rows)

    def prepare(self) -> "People":
        """Make the search texts now; a worker does this once the rows are on the screen."""
        with self._preparing:
            self._texts  # noqa: B018  making them is the point
        return self

    def mask(self, field: str, wanted: str) -> bytes:
        """Which rows have this value in this criterion of a filter."""
        known = self._masks.get((field, wanted))
        if known is None:
            known = self._masks[field, wanted] = bytes(CRITERIA[field](self, wanted))
        return known

    def knows(self, wanted: Filter) -> bool:
        """Whether `mask_of` can tell; if not, somebody must `learn` who belongs to the group."""
        return wanted.kelompok is None or wanted.kelompok in self._groups or not self.rows

    def learn(self, kelompok: Kelompok, members: frozenset[str]) -> None:
        """Take in the numbers of those who belong to a group; the store knows them, rows hold too few fields."""
        self._groups[kelompok] = bytes(map(contains, repeat(members), map(attrgetter("nomor"), self.rows)))

    def group(self, kelompok: Kelompok) -> bytes:
        """Which rows belong to a group; nobody while it is not known."""
        return self._groups.get(kelompok, bytes(len(self.rows)))

    def find(self, words: str) -> tuple[bytes, bytes]:
        """Which rows hold these words, in any spelling and exactly; waits for `prepare`."""
        with self._preparing:
            return self._texts.find(words)


NOBODY = People(())


def index_people(rows: Sequence[PegawaiRingkas]) -> People:
    """Hold rows for searching."""
    return People(rows)


def mask_of(people: People, wanted: Filter) -> bytes:
    """Return one value per row: 0 left out, 1 shown, 2 shown first: the words are found as they are spelt."""
    kelompok = wanted.kelompok
    mask = people.group(kelompok) if kelompok else people.mask("status", wanted.status)
    for field in (*(("status",) if kelompok else ()), "syarat", "unit", "temuan", "kategori", "sumber_gaji"):
        if value := getattr(wanted, field):
            mask = both(mask, people.mask(field, value))
    if not wanted.words.strip():
        return mask
    found, exact = people.find(wanted.words)
    return ranked(both(mask, found), exact)


def _by_status(people: People, wanted: str) -> Iterable[bool]:
    status = map(attrgetter("status"), people.rows)
    return map(eq, status, repeat(wanted)) if wanted else (one is not StatusPegawai.DICORET for one in status)


def _by_syarat(people: People, wanted: str) -> Iterable[bool]:
    return ((row.syarat_berlaku or UNDECIDED) == wanted for row in people.rows)


def _by_unit(people: People, wanted: str) -> Iterable[bool]:
    key = unit_key(wanted)
    alike = {unit for unit in ("", *people.units) if unit_key(unit) == key}
    words = key.split()
    alike = alike or {unit for unit in people.units if all(word in unit.casefold() for word in words)}
    return map(contains, repeat(alike), map(attrgetter("unit_kerja"), people.rows))


def _by_finding(people: People, wanted: str) -> Iterable[bool]:
    if wanted in {ANY_FINDING, NO_FINDING}:
        return (bool(row.temuan) is (wanted == ANY_FINDING) for row in people.rows)
    return (bool(row.temuan) and any(found.kode == wanted for found in row.temuan) for row in people.rows)


def _by_category(people: People, wanted: str) -> Iterable[bool]:
    return map(eq, map(attrgetter("kategori"), people.rows), repeat(wanted))


def _by_pay(people: People, wanted: str) -> Iterable[bool]:
    return ((row.sumber_gaji or UNKNOWN) == wanted for row in people.rows)


CRITERIA: dict[str, Callable[[People, str], Iterable[bool]]] = {
    "status": _by_status,
    "syarat": _by_syarat,
    "unit": _by_unit,
    "temuan": _by_finding,
    "kategori": _by_category,
    "sumber_gaji": _by_pay,
}
