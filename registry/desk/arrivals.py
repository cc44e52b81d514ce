"""Every row of every file that arrived: which unit it belongs to and what it is today. Reads only the fields this needs.

A row belongs to the unit
- of the person it became, changed or repeats, as the record says now (moving the person moves the row);
- waiting, or refused by a person: of its candidate;
- refused: in its own cells; else of the person the record knows by its NIK; else the one given by hand for the file; else the only
  one its sheet's other rows belong to; else the one the sheet is named after. Otherwise it has none.

A row is today `diterima`, `ditolak` or `menunggu`: a decision of a person on a waiting row makes it the first or the second. A row
that came again in a later file is `ulang` there where it stood before, and counts only where it came last. It is the same row when
the file is the same (SHA-256), when it has the same NIK, the same name and birth date, or, having neither NIK nor birth date, the same
name in the same unit. Rows of the work history are many for one NIK: as many as come again are set off, the refused ones first. A row that
still waits is never set off, for the board's sum is what the screen of decisions shows; nor does it set off one that was taken in.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Literal

from msgspec import Struct

from registry.intake.columns import field_of
from registry.intake.units import sheet_unit
from registry.model.codes import Hasil, StatusPegawai
from registry.model.tables import IMPOR, PEGAWAI, TUNGGU
from registry.normalise.text import clean
from registry.normalise.units import unit_key
from registry.store.store import Store

Nasib = Literal["diterima", "ditolak", "menunggu", "ulang"]
Place = tuple[str, str | None, int]
_TAKEN = frozenset({Hasil.DITERIMA, Hasil.DIPERBARUI, Hasil.SAMA})


class Row(Struct, frozen=True, gc=False):
    """As much of a `BarisImpor` as this needs; the birth date as text."""

    nomor: int
    hasil: Hasil
    jenis: str
    lembar: str | None = None
    nik: str | None = None
    nama: str | None = None
    tanggal_lahir: str | None = None
    sel: tuple[str, ...] = ()
    pegawai: str = ""


class File(Struct, frozen=True):
    """As much of an `Impor`."""

    nomor: str
    berkas: str
    sha256: str
    waktu: datetime
    unit: str = ""
    baris_dibaca: int = 0
    kepala: dict[str, tuple[str, ...]] = {}
    baris: tuple[Row, ...] = ()


class Person(Struct, frozen=True, gc=False):
    """As much of a `Pegawai`."""

    nomor: str
    nik: str
    unit_kerja: str = ""
    status: StatusPegawai = StatusPegawai.DRAF


class Candidate(Struct, frozen=True):
    """As much of the record a waiting row would become."""

    nik: str = ""
    unit_kerja: str = ""


class Waiting(Struct, frozen=True):
    """As much of a `BarisTunggu`."""

    nomor: str
    impor: str
    lembar: str | None
    nomor_baris: int
    calon: Candidate
    lawan: str = ""
    putusan: str = ""
    alasan: str = ""


class Arrived(Struct, frozen=True, gc=False):
    """A row with its file, its unit as written ("" when it has none), and what it is today. alasan: why a person refused it."""

    berkas: File
    baris: Row
    unit: str
    nasib: Nasib
    alasan: str = ""


class Arrivals:
    """Files, people and decisions of a store, read once."""

    def __init__(self, store: Store) -> None:
        self.files = sorted(store.scan(IMPOR, File), key=lambda file: file.nomor)
        self.people = list(store.scan(PEGAWAI, Person))
        self._unit_of_person = {person.nomor: person.unit_kerja for person in self.people}
        self._unit_of_nik = {person.nik: person.unit_kerja for person in self.people}
        fingerprints = {file.nomor: file.sha256 for file in self.files}
        self._decisions: dict[Place, Waiting] = {}
        for row in store.scan(TUNGGU, Waiting):
            self._decisions[fingerprints.get(row.impor, row.impor), row.lembar, row.nomor_baris] = row

    def rows(self) -> Iterator[Arrived]:
        """Every row that describes a person or a decree, the newest file first."""
        later = _Later()
        open_questions = {place for place, row in self._decisions.items() if not row.putusan}
        for file in reversed(self.files):
            rows = [row for row in file.baris if row.hasil is not Hasil.DILEWATI]
            units = self._units(file, rows)
            again = later.repeated(file, rows, units) if len(self.files) > 1 else [False] * len(rows)
            for row, unit, repeated in zip(rows, units, again, strict=True):
                place = (file.sha256, row.lembar, row.nomor)
                asked = place in open_questions and row.hasil is Hasil.MENUNGGU
                open_questions.discard(place) if asked else None
                decision = self._decisions.get(place)
                nasib: Nasib = "menunggu" if asked else "ulang" if repeated else _today(row, decision)
                yield Arrived(file, row, unit, nasib, decision.alasan if decision and nasib == "ditolak" else "")

    def _units(self, file: File, rows: Sequence[Row]) -> list[str]:
        told = [self._told(file, row) for row in rows]
        if all(told):
            return told
        around: defaultdict[str | None, dict[str, str]] = defaultdict(dict)
        for row, unit in zip(rows, told, strict=True):
            if unit:
                around[row.lembar].setdefault(unit_key(unit), unit)
        return [unit or _supposed(file, row, around[row.lembar]) for row, unit in zip(rows, told, strict=True)]

    def _told(self, file: File, row: Row) -> str:
        if row.pegawai:
            return self._unit_of_person.get(row.pegawai, "")
        decision = self._decisions.get((file.sha256, row.lembar, row.nomor))
        if decision is not None and (unit := self._of_decision(decision)):
            return unit
        return _in_cells(file, row) or self._unit_of_nik.get(row.nik or "", "")

    def _of_decision(self, decision: Waiting) -> str:
        calon = decision.calon
        if decision.putusan == "perbarui":
            return self._unit_of_person.get(decision.lawan, calon.unit_kerja)
        return self._unit_of_nik.get(calon.nik, calon.unit_kerja) if decision.putusan == "terima" else calon.unit_kerja


def _in_cells(file: File, row: Row) -> str:
    headers = file.kepala.get(row.lembar or "", ())
    cells = (row.sel[n] for n, text in enumerate(headers) if n < len(row.sel) and field_of(text)[0] == "unit_kerja")
    return next(filter(None, map(clean, cells)), "")


def _supposed(file: File, row: Row, around: dict[str, str]) -> str:
    """The unit of a row that tells none itself. One whose person has none has none."""
    if row.pegawai:
        return ""
    only = next(iter(around.values())) if len(around) == 1 else ""
    return file.unit or only or sheet_unit(row.lembar)


def _today(row: Row, decision: Waiting | None) -> Nasib:
    if row.hasil in _TAKEN:
        return "diterima"
    if row.hasil is Hasil.DITOLAK or decision is None:
        return "ditolak" if row.hasil is Hasil.DITOLAK else "menunggu"
    return "ditolak" if decision.putusan == "tolak" else "diterima"


class _Later:
    """What stood in the files seen so far, which are later ones."""

    def __init__(self) -> None:
        self._files: set[str] = set()
        self._people: set[object] = set()
        self._certain: set[object] = set()
        self._decrees: Counter[object] = Counter()

    def repeated(self, file: File, rows: Sequence[Row], units: Sequence[str]) -> list[bool]:
        """Whether each row came again in a later file. Takes note of these rows for the files before."""
        same_file = file.sha256 in self._files
        self._files.add(file.sha256)
        told = list(zip(rows, units, strict=True))
        again = [same_file or self._came(row, unit) for row, unit in told]
        for place in self._decrees_again(told):
            again[place] = True
        for row, unit in told:
            if row.jenis != "sk":
                names = _names(row, unit)
                self._people.update(names)
                if row.hasil is not Hasil.MENUNGGU:
                    self._certain.update(names)
        here = Counter(name for row, unit in told if row.jenis == "sk" for name in _owners(row, unit))
        self._decrees |= here
        return again

    def _came(self, row: Row, unit: str) -> bool:
        """A row that was taken in is not set off by one that waits: that may be somebody else under the same number."""
        later = self._certain if row.hasil in _TAKEN else self._people
        return row.jenis != "sk" and not later.isdisjoint(_sought(row, unit))

    def _decrees_again(self, told: Sequence[tuple[Row, str]]) -> Iterator[int]:
        """The places of as many decrees of one person as came again, those not taken in first."""
        places: defaultdict[object, list[int]] = defaultdict(list)
        for place, (row, unit) in enumerate(told):
            if row.jenis == "sk":
                places[_owners(row, unit)[0]].append(place)
        for owner, found in places.items():
            found.sort(key=lambda place: told[place][0].hasil in _TAKEN)
            yield from found[: self._decrees[owner]]


def _owners(row: Row, unit: str) -> list[object]:
    by_name = ((row.nama or "").casefold(), unit_key(unit))
    return [row.nik, by_name] if row.nik else [by_name]


def _names(row: Row, unit: str) -> list[object]:
    """All by which a row of an earlier file may know the same person."""
    found: list[object] = [row.nik] if row.nik else []
    if row.nama:
        nama = row.nama.casefold()
        found += [(nama, row.tanggal_lahir), (nama, "", unit_key(unit))]
    return found


def _sought(row: Row, unit: str) -> list[object]:
    """What a row of a later file must have to be the same. A name never stands for somebody taken in under a NIK."""
    found: list[object] = [row.nik] if row.nik else []
    if row.nama and row.hasil not in _TAKEN:
        nama = row.nama.casefold()
        if row.tanggal_lahir:
            found.append((nama, row.tanggal_lahir))
        elif not row.nik:
            found.append((nama, "", unit_key(unit)))
    return found
