"""The board of units: per work unit what arrived, what became of it, and how far its people are. No drawing.

What a row belongs to and counts as is decided in `registry.desk.arrivals`. The sums hold in every line and in all together:
masuk = diterima + ditolak + menunggu, and every row read is masuk, ulang (came again in a later file) or dilewati (no data).
People count in the unit of their record, crossed out ones nowhere; some were noted by hand, so they need not equal the rows.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime

from msgspec import Struct

from registry.desk.arrivals import Arrivals, File, Person
from registry.model.codes import StatusPegawai
from registry.normalise.units import TANPA_UNIT, unit_key
from registry.store.store import Store

BELUM_MENGIRIM, ADA_TOLAKAN, MENUNGGU, DIKEMBALIKAN = "belum mengirim", "ada tolakan", "menunggu", "dikembalikan"
PERLU_VERIFIKASI, SELESAI, TANPA_BERKAS, KOSONG = "perlu verifikasi", "selesai", "tanpa berkas", "tanpa orang"
DI_LUAR_DAFTAR = "di luar daftar"


class Baris(Struct, frozen=True):
    """Rows by what they are today."""

    diterima: int = 0
    ditolak: int = 0
    menunggu: int = 0
    ulang: int = 0

    @property
    def masuk(self) -> int:
        """Rows that count."""
        return self.diterima + self.ditolak + self.menunggu


class Orang(Struct, frozen=True):
    """People on record, crossed out ones left out, and how many of them are returned or verified."""

    jumlah: int = 0
    dikembalikan: int = 0
    terverifikasi: int = 0


class BerkasUnit(Struct, frozen=True):
    """The rows of one file that belong to one unit."""

    impor: str
    berkas: str
    waktu: datetime
    baris: Baris


class BarisUnit(Struct, frozen=True):
    """One unit. ejaan: its name as most of its people's records spell it, "" without people. berkas: the newest first."""

    unit: str
    diharapkan: bool
    baris: Baris
    orang: Orang
    berkas: tuple[BerkasUnit, ...] = ()
    ejaan: str = ""

    @property
    def belum_mengirim(self) -> bool:
        """Expected, and no file holds a row of it."""
        return self.diharapkan and not self.berkas

    @property
    def terakhir(self) -> BerkasUnit | None:
        """The newest file with rows of this unit."""
        return self.berkas[0] if self.berkas else None

    @property
    def keadaan(self) -> str:
        """What is to be done about it, the most urgent first."""
        orang = self.orang
        states = (
            (self.belum_mengirim, BELUM_MENGIRIM),
            (self.baris.ditolak, ADA_TOLAKAN),
            (self.baris.menunggu, MENUNGGU),
            (orang.dikembalikan, DIKEMBALIKAN),
            (orang.jumlah > orang.terverifikasi, PERLU_VERIFIKASI),
            (not orang.jumlah, KOSONG),
            (not self.berkas, TANPA_BERKAS),
        )
        return next((word for holds, word in states if holds), SELESAI)


class Papan(Struct, frozen=True):
    """All units and their sums. dibaca: rows of all files; dilewati: those that are no data (headers, totals, blanks)."""

    unit: tuple[BarisUnit, ...]
    baris: Baris
    orang: Orang
    berkas: int
    dibaca: int

    @property
    def dilewati(self) -> int:
        """Rows read that are no data."""
        return self.dibaca - self.baris.masuk - self.baris.ulang

    @property
    def belum_mengirim(self) -> int:
        """Units that were expected and have sent nothing."""
        return sum(row.belum_mengirim for row in self.unit)


FILTERS: dict[str, Callable[[BarisUnit], bool]] = {
    BELUM_MENGIRIM: lambda row: row.belum_mengirim,
    ADA_TOLAKAN: lambda row: row.baris.ditolak > 0,
    MENUNGGU: lambda row: row.baris.menunggu > 0,
    DIKEMBALIKAN: lambda row: row.orang.dikembalikan > 0,
    PERLU_VERIFIKASI: lambda row: row.orang.jumlah > row.orang.terverifikasi,
    DI_LUAR_DAFTAR: lambda row: not row.diharapkan,
}


def mask_of(papan: "Papan", saringan: str, words: str) -> bytes:
    """One truth value a unit: it is one of FILTERS (any, when empty) and its name holds all the words."""
    holds = FILTERS.get(saringan)
    wanted = words.casefold().split()
    return bytes(
        (holds is None or holds(row)) and all(word in row.unit.casefold() for word in wanted) for row in papan.unit
    )


def board(store: Store) -> Papan:
    """Every unit that has rows or people or is expected, in the order of their names; those without a unit come last."""
    arrivals = Arrivals(store)
    files = _per_file(arrivals)
    people = _people(arrivals.people)
    expected = {unit_key(name): name for name in store.instansi.unit_diharapkan}
    spelled = {key: _spelling(spellings) for key, (_, spellings) in people.items()}
    keys = dict.fromkeys((*expected, *(key for key, (orang, _) in people.items() if orang.jumlah), *files))
    units = [
        BarisUnit(
            unit=expected.get(key) or spelled.get(key) or files[key].spelled if key != TANPA_UNIT else TANPA_UNIT,
            diharapkan=key in expected,
            baris=_sum(part.baris for part in files[key].parts) if key in files else Baris(),
            orang=people[key][0] if key in people else Orang(),
            berkas=tuple(files[key].parts) if key in files else (),
            ejaan=spelled.get(key, "") if key in people and people[key][0].jumlah else "",
        )
        for key in sorted(keys, key=lambda key: (key == TANPA_UNIT, key))
    ]
    return Papan(
        unit=tuple(units),
        baris=_sum(row.baris for row in units),
        orang=_sum_people(row.orang for row in units),
        berkas=len(arrivals.files),
        dibaca=sum(file.baris_dibaca for file in arrivals.files),
    )


class _Files(Struct):
    """What a unit is called in its files, and its part of each, the newest first."""

    spelled: str
    parts: list[BerkasUnit]


def _per_file(arrivals: Arrivals) -> dict[str, _Files]:
    """By unit. One pass over the rows; the key of a unit is made once for each spelling."""
    counted: Counter[tuple[str, str, str]] = Counter((row.berkas.nomor, row.unit, row.nasib) for row in arrivals.rows())
    byfile: defaultdict[str, dict[str, Counter[str]]] = defaultdict(dict)
    spelled: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for (nomor, unit, nasib), count in counted.items():
        key = unit_key(unit)
        byfile[nomor].setdefault(key, Counter())[nasib] += count
        spelled[key][unit] += count
    return _joined(reversed(arrivals.files), byfile, spelled)


def _joined(
    files: Iterable[File], byfile: Mapping[str, Mapping[str, Counter[str]]], spelled: Mapping[str, Counter[str]]
) -> dict[str, _Files]:
    found: dict[str, _Files] = {}
    for file in files:
        for key, counts in byfile.get(file.nomor, {}).items():
            part = BerkasUnit(file.nomor, file.berkas, file.waktu, Baris(**counts))
            found.setdefault(key, _Files(_spelling(spelled[key]), [])).parts.append(part)
    return found


def _people(people: Sequence[Person]) -> dict[str, tuple[Orang, Counter[str]]]:
    """By unit: the counts, and how often each spelling is used."""
    counted = Counter((person.unit_kerja, person.status) for person in people)
    status: defaultdict[str, Counter[StatusPegawai]] = defaultdict(Counter)
    spelled: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for (unit, state), count in counted.items():
        key = unit_key(unit)
        status[key][state] += count
        if state is not StatusPegawai.DICORET:
            spelled[key][unit] += count
    return {
        key: (
            Orang(
                jumlah=counts.total() - counts[StatusPegawai.DICORET],
                dikembalikan=counts[StatusPegawai.DIKEMBALIKAN],
                terverifikasi=counts[StatusPegawai.TERVERIFIKASI],
            ),
            spelled[key],
        )
        for key, counts in status.items()
    }


def _spelling(spellings: Counter[str]) -> str:
    """The most frequent; of several the first in the alphabet."""
    return min(spellings, key=lambda name: (-spellings[name], name), default="")


def _sum(parts: Iterable[Baris]) -> Baris:
    found = list(parts)
    return Baris(
        diterima=sum(part.diterima for part in found),
        ditolak=sum(part.ditolak for part in found),
        menunggu=sum(part.menunggu for part in found),
        ulang=sum(part.ulang for part in found),
    )


def _sum_people(parts: Iterable[Orang]) -> Orang:
    found = list(parts)
    return Orang(
        jumlah=sum(part.jumlah for part in found),
        dikembalikan=sum(part.dikembalikan for part in found),
        terverifikasi=sum(part.terverifikasi for part in found),
    )
