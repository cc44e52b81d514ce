"""Who stands behind one bar of the statistics: the same people, by the same values, as `registry.desk.statistik` counts."""

from collections.abc import Callable, Iterator
from datetime import date
from zoneinfo import ZoneInfo

from msgspec import Struct

from registry.desk.dimensi import JUDUL, NILAI, SEBAB, STATUS, TERCATAT, TERVERIFIKASI, Terhitung, status_of
from registry.model.codes import StatusPegawai
from registry.model.tables import PEGAWAI
from registry.periode.types import Periode
from registry.rules.reasons import reason_word, reason_words
from registry.store.collector import collector_paused
from registry.store.store import Store
from registry.workflow.actions import Action


class Kelompok(Struct, frozen=True):
    """One bar: the code of its topic and its name."""

    topik: str
    nilai: str

    def __str__(self) -> str:
        """As operators read it: `Usia: 20-29 tahun`."""
        return f"{JUDUL[self.topik]}: {self.nilai}"


class Kejadian(Struct, frozen=True):
    """What the journal tells of people on one day by the clocks of the instansi: who is new, who was verified, in one entry."""

    tanggal: date
    tercatat: frozenset[str]
    terverifikasi: frozenset[str]


def members(store: Store, periode: Periode, kelompok: Kelompok) -> frozenset[str]:
    """Numbers of the people the bar counts. Nobody for a value that nobody has, or a topic there is not."""
    if kelompok.topik in {TERCATAT, TERVERIFIKASI}:
        with collector_paused():
            return _of_day(store, kelompok)
    belongs = _belongs(kelompok, periode)
    return frozenset(one.nomor for one in store.scan(PEGAWAI, Terhitung) if belongs(one))


def events(store: Store) -> Iterator[Kejadian]:
    """What each entry of the journal tells; a person is new in the first entry with that number."""
    zone = ZoneInfo(store.instansi.zona)
    seen: set[str] = set()
    for note in store.history():
        if people := frozenset(note.keys.get(PEGAWAI, ())):
            verified = people if note.action == Action.VERIFIKASI else frozenset[str]()
            yield Kejadian(note.waktu.astimezone(zone).date(), people - seen, verified)
            seen |= people


def day_name(day: date) -> str:
    """What the bar of a day is called."""
    return f"{day:%d-%m-%Y}"


def _belongs(kelompok: Kelompok, periode: Periode) -> Callable[[Terhitung], bool]:
    """Whether the bar counts a person."""
    if kelompok.topik == STATUS:
        return lambda one: status_of(one) == kelompok.nilai
    values, nilai = NILAI.get(kelompok.topik, _none), kelompok.nilai
    words = reason_words(periode) if kelompok.topik == SEBAB else None

    def belongs(one: Terhitung) -> bool:
        if one.status is StatusPegawai.DICORET:
            return False
        found = values(one, periode)
        return nilai in (found if words is None else (reason_word(kode, words) for kode in found))

    return belongs


def _none(_one: Terhitung, _periode: Periode) -> tuple[str, ...]:
    return ()


def _of_day(store: Store, kelompok: Kelompok) -> frozenset[str]:
    found: set[str] = set()
    for event in events(store):
        if day_name(event.tanggal) == kelompok.nilai:
            found |= event.tercatat if kelompok.topik == TERCATAT else event.terverifikasi
    return frozenset(found)
