"""The fields of the form: text a person typed -> a record, with every fault and remark found on the way.

Used for people entered or corrected by hand and for usulan that are granted. Files go through `registry.intake`.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from enum import Enum, StrEnum
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from registry.errors import UsageRefused
from registry.model.codes import JenisKelamin, Kategori, Pendidikan, StatusPegawai, SumberGaji
from registry.model.finding import Finding
from registry.model.pegawai import Pegawai, Riwayat
from registry.normalise import values
from registry.normalise.dates import read_date, read_end, read_start
from registry.normalise.names import split_titles
from registry.normalise.nik import inspect_nik
from registry.normalise.text import clean
from registry.periode.types import Periode
from registry.reference.instansi import regions
from registry.rules.assess import assess
from registry.store.store import Store

Findings = tuple[Finding, ...]
Reader = Callable[[str], tuple[Any, Findings]]

PERSON_FIELDS = (
    "nik",
    "nama",
    "gelar_depan",
    "gelar_belakang",
    "nomor_kk",
    "kategori",
    "nomor_thk_ii",
    "tempat_lahir",
    "tanggal_lahir",
    "jenis_kelamin",
    "pendidikan",
    "nomor_ijazah",
    "tanggal_lulus",
    "sekolah",
    "jabatan",
    "konversi_jabatan",
    "unit_kerja",
    "sumber_gaji",
    "nomor_hp",
    "email",
    "alamat",
    "aktif",
    "keterangan",
)
DECREE_FIELDS = (
    "nomor_sk",
    "tanggal_sk",
    "tanggal_mulai",
    "tanggal_akhir",
    "pendidikan_sk",
    "penanda_tangan",
    "jenis_penanda_tangan",
)
FORM_FIELDS = PERSON_FIELDS + DECREE_FIELDS
_NEEDED = {
    "nik": "NIK yang sah harus diisi: 16 angka.",
    "nama": "Nama harus diisi.",
    "tanggal_lahir": "Tanggal lahir harus diisi, misalnya 17-05-1990.",
}


class Reading(Struct, frozen=True):
    """What the form says. calon: the record, None when `halangan` (findings that forbid saving) is not empty.

    temuan: remarks that do not forbid it, those of the rules too.
    """

    calon: Pegawai | None
    temuan: Findings
    halangan: Findings

    def require(self) -> Pegawai:
        """The record. Raises UsageRefused with everything that stands in the way."""
        if self.calon is None:
            raise UsageRefused(
                f"Data belum dapat disimpan: {' '.join(finding.pesan for finding in self.halangan)}",
                to_do="Betulkan isian itu.",
            )
        return self.calon


def read_fields(fields: Mapping[str, str], periode: Periode, base: Pegawai | None = None) -> Reading:
    """Read the given fields onto `base` (a new, empty record without it). Fields that are not given stay as they are."""
    if unknown := [name for name in fields if name not in FORM_FIELDS]:
        raise UsageRefused(f"Isian {', '.join(unknown)} tidak dikenal.", to_do=f"Isian: {', '.join(FORM_FIELDS)}.")
    start = base or Pegawai(nomor="", nik="", nama="")
    read, found = _read_each(fields)
    person = _with_decree(_with_person(start, fields, read), read)
    nik = inspect_nik(
        fields.get("nik", start.nik),
        tanggal_lahir=person.tanggal_lahir,
        jenis_kelamin=person.jenis_kelamin,
        regions=regions(),
        nomor_kk=person.nomor_kk,
    )
    person = replace(person, nik=nik.nik or "")
    found += nik.findings
    blocking = _blocking(person, found)
    if blocking:
        return Reading(None, tuple(finding for finding in found if finding not in blocking), blocking)
    kept = tuple(finding for finding in start.temuan if finding.kolom not in {*fields, "nik"})
    person = assess(replace(person, temuan=_unique((*kept, *found))), periode)
    return Reading(person, person.temuan + person.temuan_syarat, ())


def fields_of(person: Pegawai) -> dict[str, str]:
    """The record as texts of the form; reading them back changes nothing."""
    decree = person.riwayat[0] if person.riwayat else Riwayat()
    texts = {name: _as_text(getattr(person, name)) for name in PERSON_FIELDS}
    texts["pendidikan"] = person.pendidikan_asli or texts["pendidikan"]
    return texts | {name: _as_text(getattr(decree, name)) for name in DECREE_FIELDS}


def require_new_nik(store: Store, nik: str, *, besides: str = "") -> None:
    """Raises UsageRefused when another record has this NIK already; the message names the record, not the NIK."""
    owner = store.by_nik(nik)
    if owner is None or owner == besides:
        return
    found = store.get("pegawai", owner)
    crossed = isinstance(found, Pegawai) and found.status is StatusPegawai.DICORET
    raise UsageRefused(
        f"NIK ini sudah tercatat pada {owner}{' yang dicoret' if crossed else ''}.",
        where=store.instansi.nama,
        to_do=f"Pulihkan {owner}." if crossed else f"Ubah data {owner}, atau periksa NIK-nya.",
    )


def settle(before: Pegawai, after: Pegawai) -> Pegawai:
    """A changed, newly assessed record: what a person decided on other findings of the rules no longer counts."""
    same = before.syarat_usulan is after.syarat_usulan and {finding.kode for finding in before.temuan_syarat} == {
        finding.kode for finding in after.temuan_syarat
    }
    return after if same else replace(after, syarat=None, alasan_syarat="")


def _read_each(fields: Mapping[str, str]) -> tuple[dict[str, Any], Findings]:
    read: dict[str, Any] = {}
    found: Findings = ()
    for name in FORM_FIELDS:
        if name in fields and name != "nik":
            read[name], remarks = _READERS.get(name, _plain)(fields[name])
            found += remarks
    return read, found


def _with_person(start: Pegawai, fields: Mapping[str, str], read: Mapping[str, Any]) -> Pegawai:
    changes = {name: read[name] for name in PERSON_FIELDS if name in read and name not in {"nama", "kategori"}}
    if "nama" in read:
        name = read["nama"]
        changes["nama"] = name.nama
        for title, split in (("gelar_depan", name.gelar_depan), ("gelar_belakang", name.gelar_belakang)):
            if split and not changes.get(title):
                changes[title] = split
    if "pendidikan" in fields:
        changes["pendidikan_asli"] = clean(fields["pendidikan"])
    if read.get("kategori") is not None:
        changes["kategori"] = read["kategori"]
    elif read.get("nomor_thk_ii"):
        changes["kategori"] = Kategori.THK_II
    return replace(start, **changes)


def _with_decree(person: Pegawai, read: Mapping[str, Any]) -> Pegawai:
    """The decree fields are those of the first entry; jabatan and unit_kerja are copied into a new one."""
    changes = {name: read[name] for name in DECREE_FIELDS if name in read}
    if not any(changes.values()) and not person.riwayat:
        return person
    if not changes:
        return person
    first = person.riwayat[0] if person.riwayat else Riwayat(jabatan=person.jabatan, unit_kerja=person.unit_kerja)
    return replace(person, riwayat=(replace(first, **changes), *person.riwayat[1:]))


def _blocking(person: Pegawai, found: Iterable[Finding]) -> Findings:
    empty = [name for name in _NEEDED if not getattr(person, name)]
    told = [finding for finding in found if finding.kolom in empty]
    silent = [name for name in empty if name not in {finding.kolom for finding in told}]
    return (*told, *(Finding(f"{name.replace('_', '-')}-kosong", name, pesan=_NEEDED[name]) for name in silent))


def _unique(findings: Iterable[Finding]) -> Findings:
    return tuple(dict.fromkeys(findings))


def _as_text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, date):
        return f"{value:%d-%m-%Y}"
    return str(value.value) if isinstance(value, Enum) else str(value)


def _plain(text: str) -> tuple[str, Findings]:
    return clean(text), ()


def _name(text: str) -> tuple[Any, Findings]:
    reading = split_titles(text)
    return reading, reading.findings


def _or_none(read: Reader) -> Reader:
    """An empty text is no value, and nothing to remark."""
    return lambda text: (None, ()) if values.is_empty(text) else read(text)


def _coded(codes: type[StrEnum], read: Reader) -> Reader:
    """The code itself, as a form's list of choices gives it, or whatever people write for it."""

    def reader(text: str) -> tuple[StrEnum | None, Findings]:
        wanted = clean(text).upper().replace(" ", "_")
        return (codes(wanted), ()) if wanted in codes.__members__ else read(text)

    return _or_none(reader)


def _or_blank(read: Reader) -> Reader:
    """For text fields: an unreadable value stays as it was typed, with its finding; empty is empty."""

    def reader(text: str) -> tuple[str, Findings]:
        if values.is_empty(text):
            return "", ()
        value, found = read(text)
        return value or "", found

    return reader


def _date(kolom: str) -> Reader:
    def reader(text: str) -> tuple[date | None, Findings]:
        reading = read_date(text, kolom=kolom)
        return reading.tanggal, reading.findings

    return _or_none(reader)


def _start(text: str) -> tuple[date | None, Findings]:
    reading = read_start(text)
    return reading.mulai, reading.findings


def _end(text: str) -> tuple[date | None, Findings]:
    reading = read_end(text)
    return reading.tanggal, reading.findings


_READERS: dict[str, Reader] = {
    "nama": _name,
    "nomor_kk": _or_blank(values.read_nomor_kk),
    "kategori": _coded(Kategori, values.read_kategori),
    "nomor_thk_ii": _or_blank(values.read_nomor_thk_ii),
    "tanggal_lahir": _date("tanggal_lahir"),
    "jenis_kelamin": _coded(JenisKelamin, values.read_jenis_kelamin),
    "pendidikan": _coded(Pendidikan, values.read_pendidikan),
    "tanggal_lulus": _date("tanggal_lulus"),
    "sumber_gaji": _coded(SumberGaji, values.read_sumber_gaji),
    "nomor_hp": _or_blank(values.read_nomor_hp),
    "email": _or_blank(values.read_email),
    "aktif": _or_none(values.read_aktif),
    "tanggal_sk": _date("tanggal_sk"),
    "tanggal_mulai": _or_none(_start),
    "tanggal_akhir": _or_none(_end),
}
