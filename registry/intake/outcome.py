"""What becomes of a row that describes a person: taken in, an update, the same, refused, or waiting for a person.

The only place where a row meets what the record and the earlier rows of the file already hold.
"""

from datetime import date
from typing import Any

from msgspec import Struct, structs

from registry.intake import history
from registry.intake.draft import Draft, Source, decree_of, person
from registry.intake.plan import Known
from registry.model.codes import Hasil, StatusPegawai
from registry.model.finding import Finding
from registry.model.pegawai import Pegawai, Riwayat
from registry.normalise.names import NameKey, alike, name_key, similar
from registry.normalise.text import clean, format_date, plain_apostrophes

_WAIT = frozenset({"tanggal-lahir-dua-tanggal"})
_LABELS = {"nama": "Nama", "tanggal_lahir": "Tanggal lahir", "nik": "NIK"}
_TITLES = frozenset({"gelar_depan", "gelar_belakang"})
_TITLE_MARKS = str.maketrans("", "", " .,")


class Verdict(Struct):
    """What becomes of a draft. nik: what the report shows. calon, lawan, changes: see `RowPlan`."""

    draft: Draft
    hasil: Hasil
    nik: str | None = None
    calon: Pegawai | None = None
    sebab: str = ""
    lawan: Pegawai | None = None
    riwayat: tuple[Riwayat, ...] = ()
    changes: tuple[tuple[str, str, str], ...] = ()


class People:
    """The record as it would be after the rows decided so far."""

    def __init__(self, known: Known) -> None:
        self.known = known
        self.now: dict[str, Pegawai] = {}
        self.born: dict[date, list[tuple[Pegawai, NameKey]]] = {}
        self.keys: dict[str, NameKey] = {}

    def by_nik(self, nik: str) -> Pegawai | None:
        """The person with this NIK, as the plan would leave them."""
        return self.now.get(nik) or self.known.by_nik(nik)

    def by_birth_date(self, tanggal_lahir: date) -> list[Pegawai]:
        """Everybody born on this day, people of this plan included."""
        stored = [old for old in self.known.by_birth_date(tanggal_lahir) if old.nik not in self.now]
        return [*(one for one, _ in self.born.get(tanggal_lahir, ())), *stored]

    def twin(self, nik: str | None, nama: str, tanggal_lahir: date) -> Pegawai | None:
        """Somebody born on the same day with a similar name and another NIK."""
        born = self.born.get(tanggal_lahir)
        if born is not None:
            key = self._key(nama)
            for other, its_key in born:
                if alike(key, its_key) and other.nik != nik:
                    return other
        for other in self.known.by_birth_date(tanggal_lahir):
            if other.nik != nik and other.nik not in self.now and similar(nama, other.nama):
                return other
        return None

    def take(self, calon: Pegawai) -> None:
        """The plan writes this record."""
        before = self.now.get(calon.nik)
        self.now[calon.nik] = calon
        if before is None and calon.tanggal_lahir is not None:
            self.born.setdefault(calon.tanggal_lahir, []).append((calon, self._key(calon.nama)))

    def _key(self, nama: str) -> NameKey:
        known = self.keys.get(nama)
        if known is None:
            known = self.keys[nama] = name_key(nama)
        return known


def decide(draft: Draft, people: People, source: Source) -> Verdict:
    """The outcome of one row of data utama. Adds findings to the draft."""
    existing = people.by_nik(draft.nik) if draft.nik else None
    _require(draft, existing)
    nama, born = draft.nama, draft.tanggal_lahir
    if not draft.nik or born is None or not nama:
        return _unusable(draft, people, source)
    if existing is not None:
        return _against(draft, existing, people, source)
    doubtful = _doubt(draft)
    if doubtful:
        return _wait(draft, people, source, sebab=doubtful, nik=draft.nik)
    twin = people.twin(draft.nik, nama, born)
    if twin is not None:
        draft.temuan.insert(0, _twin_finding(draft, twin))
        return _wait(draft, people, source, sebab="mirip-orang-lain", nik=draft.nik, lawan=twin)
    calon = person(draft, source, draft.nik)
    people.take(calon)
    return Verdict(draft, Hasil.DITERIMA, nik=draft.nik, calon=calon)


def _doubt(draft: Draft) -> str:
    """The code of the first finding that makes a row wait; empty when there is none."""
    if not draft.temuan:
        return ""
    return next((finding.kode for finding in draft.temuan if finding.kode in _WAIT), "")


def _unusable(draft: Draft, people: People, source: Source) -> Verdict:
    """Without a usable NIK, name or birth date: refused, or waiting where a person can tell the NIK that was meant."""
    if draft.tanggal_lahir is None or not draft.nama:
        return Verdict(draft, Hasil.DITOLAK, nik=draft.nik)
    if draft.usulan:
        return _wait(draft, people, source, sebab=draft.temuan[0].kode, nik=draft.usulan)
    if draft.kk:
        verdict = _wait(draft, people, source, sebab="nik-berisi-kk", nik=draft.kk)
        verdict.nik = None
        return verdict
    return Verdict(draft, Hasil.DITOLAK, nik=draft.nik, calon=person(draft, source, draft.nik or ""))


def _require(draft: Draft, existing: Pegawai | None) -> None:
    """Tell what is missing. An absent column of a known person changes nothing: what is stored holds."""
    for field in ("nama", "tanggal_lahir"):
        if draft.nilai.get(field):
            continue
        if existing is not None and field in draft.hilang:
            draft.nilai[field] = getattr(existing, field)
        elif not any(finding.kolom == field for finding in draft.temuan):
            kode = f"{field.replace('_', '-')}-kosong"
            missing = "Kolomnya tidak ada di tabel ini." if field in draft.hilang else "Selnya kosong."
            draft.temuan.append(Finding(kode, field, "", f"{_LABELS[field]} tidak terisi. {missing} Isi sesuai KTP."))


def _wait(  # noqa: PLR0913 - what a waiting row carries
    draft: Draft, people: People, source: Source, *, sebab: str, nik: str, lawan: Pegawai | None = None
) -> Verdict:
    """A person must decide. The candidate is what the record would become if they agree."""
    lawan = lawan or people.by_nik(nik)
    calon = person(draft, source, nik)
    changes: tuple[tuple[str, str, str], ...] = ()
    if lawan is not None and lawan.nik == nik:
        calon, changes = updated(lawan, draft, calon)
    return Verdict(draft, Hasil.MENUNGGU, nik=nik, calon=calon, sebab=sebab, lawan=lawan, changes=changes)


def _against(draft: Draft, existing: Pegawai, people: People, source: Source) -> Verdict:
    """The NIK is known: the same person with the same or other data, or another person under the same number."""
    nik = existing.nik
    sebab = _conflict(draft, existing)
    if sebab:
        return _wait(draft, people, source, sebab=sebab, nik=nik, lawan=existing)
    calon, changes = updated(existing, draft, person(draft, source, nik))
    if not changes:
        return Verdict(draft, Hasil.SAMA, nik=nik, lawan=existing)
    doubtful = _doubt(draft)
    if doubtful:
        return Verdict(draft, Hasil.MENUNGGU, nik=nik, calon=calon, sebab=doubtful, lawan=existing, changes=changes)
    if nik in people.now:
        draft.temuan.append(_repeated_finding(nik, existing))
    people.take(calon)
    return Verdict(draft, Hasil.DIPERBARUI, nik=nik, calon=calon, lawan=existing, changes=changes)


def _conflict(draft: Draft, existing: Pegawai) -> str:
    """The code of what contradicts, with its finding put on the draft; empty when it is the same person."""
    where = (
        f"terdaftar sebagai {existing.nama}"
        if existing.nomor == ""
        else f"sudah dipakai {existing.nama} ({existing.nomor})"
    )
    nik = existing.nik
    found: list[Finding] = []
    if existing.status is StatusPegawai.DICORET:
        pesan = f"NIK ini milik {existing.nama} ({existing.nomor}) yang sudah dicoret. Putuskan: pulihkan atau tolak."
        found.append(Finding("nik-sudah-dicoret", "nik", nik, pesan))
    if not same_name(draft.nama, existing.nama) and not similar(draft.nama, existing.nama):
        pesan = f"NIK ini {where}, namanya berbeda. Cocokkan dengan KTP, lalu putuskan."
        found.append(Finding("nik-sama-nama-beda", "nama", draft.nama, pesan))
    born = existing.tanggal_lahir
    if born is not None and draft.tanggal_lahir != born:
        pesan = f"NIK ini {where} dengan tanggal lahir {format_date(born)}. Cocokkan dengan KTP, lalu putuskan."
        shown = draft.tanggal_lahir.isoformat() if draft.tanggal_lahir else ""
        found.append(Finding("nik-sama-tanggal-lahir-beda", "tanggal_lahir", shown, pesan))
    draft.temuan[:0] = found
    return found[0].kode if found else ""


def same_name(a: str, b: str) -> bool:
    """The same spelling, without regard to case and the kind of apostrophe."""
    return a == b or plain_apostrophes(clean(a)).casefold() == plain_apostrophes(clean(b)).casefold()


def _twin_finding(draft: Draft, twin: Pegawai) -> Finding:
    who = f"{twin.nama} ({twin.nomor})" if twin.nomor else f"{twin.nama} di baris {twin.asal.nomor} berkas ini"
    pesan = f"Mirip {who}: tanggal lahir sama, nama serupa, NIK berbeda. Orang yang sama atau bukan? Putuskan."
    return Finding("mirip-orang-lain", "nama", draft.nama, pesan)


def _repeated_finding(nik: str, existing: Pegawai) -> Finding:
    pesan = f"NIK ini sudah ada di baris {existing.asal.nomor} berkas ini; data baris ini yang dipakai."
    return Finding("nik-ganda-di-berkas", "nik", nik, pesan)


def updated(old: Pegawai, draft: Draft, new: Pegawai) -> tuple[Pegawai, tuple[tuple[str, str, str], ...]]:
    """The old record with what the row tells, and the differences. What the row does not tell stays as it is."""
    told: dict[str, Any] = {}
    changes: list[tuple[str, str, str]] = []
    for field, value in draft.nilai.items():
        if field in history.FIELDS:
            continue
        before = getattr(old, field)
        if value != before and not _spelled_otherwise(field, before, value, draft, old):
            told[field] = value
            changes.append((field, text_of(before), text_of(value)))
    decree = decree_of(draft)
    riwayat = old.riwayat
    if decree is not None:
        merged = history.merge(riwayat, decree, utama=True)
        found = decree_changes(old.riwayat, merged, history.FIELDS)
        if found or any(field in history.SHARED for field in told):
            riwayat = merged
            changes.extend(found)
    if not changes:
        return old, ()
    kept = tuple(finding for finding in old.temuan if finding.kolom not in draft.nilai)
    temuan = tuple(dict.fromkeys((*kept, *new.temuan)))
    return structs.replace(old, **told, riwayat=riwayat, temuan=temuan), tuple(changes)


def _spelled_otherwise(field: str, before: object, value: object, draft: Draft, old: Pegawai) -> bool:
    """Differences that are none: case of a name, dots of a title, "S1" for "S-1"."""
    if field == "nama":
        return same_name(str(value), str(before))
    if field in _TITLES:
        return str(value).translate(_TITLE_MARKS).casefold() == str(before).translate(_TITLE_MARKS).casefold()
    return field == "pendidikan_asli" and old.pendidikan is not None and draft.nilai.get("pendidikan") is old.pendidikan


def decree_changes(
    before: tuple[Riwayat, ...], after: tuple[Riwayat, ...], fields: tuple[str, ...]
) -> list[tuple[str, str, str]]:
    """Differences of the work history in these fields: of a decree that changed, or of a new one."""
    changes: list[tuple[str, str, str]] = []
    for place, new in enumerate(after):
        old = before[place] if place < len(before) else Riwayat()
        if old == new:
            continue
        for field in fields:
            was, now = getattr(old, field), getattr(new, field)
            if was != now:
                changes.append((field, text_of(was), text_of(now)))
    return changes


def text_of(value: object) -> str:
    """A value as the diff shows it."""
    if value is None:
        return ""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    return str(value)
