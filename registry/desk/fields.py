"""The fields of the form: text a person typed -> a record, with every fault and remark found on the way.

Used for people entered or corrected by hand and for usulan that are granted. Files go through `registry.intake`.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from registry.desk.readers import Findings, as_text, read_each, unique
from registry.desk.sk import DECREE_FIELDS, Sk, with_history
from registry.errors import UsageRefused
from registry.model.codes import Kategori, StatusPegawai
from registry.model.finding import Finding
from registry.model.pegawai import Pegawai, Riwayat
from registry.normalise.nik import inspect_nik
from registry.normalise.text import clean
from registry.periode.types import Periode
from registry.reference.instansi import regions
from registry.rules.assess import assess
from registry.store.store import Store

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
FORM_FIELDS = PERSON_FIELDS + DECREE_FIELDS
_NEEDED = {
    "nik": "NIK yang sah harus diisi: 16 angka.",
    "nama": "Nama harus diisi.",
    "tanggal_lahir": "Tanggal lahir harus diisi, misalnya 17-05-1990.",
}


class Reading(Struct, frozen=True):
    """What the form says. calon: the record, None when `halangan` (findings that forbid saving) is not empty.

    temuan: remarks that do not forbid it, those of the rules too. rancangan: the record as far as it goes, never to be saved.
    """

    calon: Pegawai | None
    temuan: Findings
    halangan: Findings
    rancangan: Pegawai

    def require(self) -> Pegawai:
        """The record. Raises UsageRefused with everything that stands in the way."""
        if self.calon is None:
            raise UsageRefused(
                f"Data belum dapat disimpan: {' '.join(finding.pesan for finding in self.halangan)}",
                to_do="Betulkan isian itu.",
            )
        return self.calon


def read_fields(
    fields: Mapping[str, str], periode: Periode, base: Pegawai | None = None, riwayat: Sequence[Sk] | None = None
) -> Reading:
    """Read the given fields onto `base` (a new, empty record without it). Fields that are not given stay as they are.

    riwayat: the whole work history, in place of that of `base`.
    """
    if unknown := [name for name in fields if name not in FORM_FIELDS]:
        raise UsageRefused(f"Isian {', '.join(unknown)} tidak dikenal.", to_do=f"Isian: {', '.join(FORM_FIELDS)}.")
    start = base or Pegawai(nomor="", nik="", nama="")
    if riwayat is not None:
        start = with_history(start, riwayat)
    read, found = read_each((name for name in FORM_FIELDS if name != "nik"), fields)
    person = _with_decree(_with_person(start, fields, read), read)
    nik = inspect_nik(
        fields.get("nik", start.nik),
        tanggal_lahir=person.tanggal_lahir,
        jenis_kelamin=person.jenis_kelamin,
        regions=regions(),
        nomor_kk=person.nomor_kk,
    )
    found += nik.findings
    kept = (finding for finding in start.temuan if finding.kolom not in {*fields, "nik"})
    person = replace(person, nik=nik.nik or "", temuan=unique((*kept, *found)))
    blocking = (*_blocking(person, found), *(finding for one in riwayat or () for finding in one.halangan))
    remarks = tuple(finding for finding in person.temuan if finding not in blocking)
    person = assess(person, periode)
    if blocking:
        return Reading(None, remarks, blocking, person)
    return Reading(person, remarks + person.temuan_syarat, (), person)


def fields_of(person: Pegawai) -> dict[str, str]:
    """The record as texts of the form; reading them back changes nothing."""
    decree = person.riwayat[0] if person.riwayat else Riwayat()
    texts = {name: as_text(getattr(person, name)) for name in PERSON_FIELDS}
    texts["pendidikan"] = person.pendidikan_asli or texts["pendidikan"]
    return texts | {name: as_text(getattr(decree, name)) for name in DECREE_FIELDS}


def taken_by(store: Store, nik: str, *, besides: str = "") -> Pegawai | None:
    """The other record that has this NIK already."""
    owner = store.by_nik(nik) if nik else None
    found = None if owner is None or owner == besides else store.get("pegawai", owner)
    return found if isinstance(found, Pegawai) else None


def with_taken_nik(reading: Reading, store: Store, *, besides: str = "") -> Reading:
    """The reading, which forbids saving when another record has the NIK; the finding names the record, not the NIK."""
    owner = taken_by(store, reading.rancangan.nik, besides=besides)
    if owner is None:
        return reading
    taken = Finding("nik-sudah-tercatat", "nik", "", f"{_taken(owner)} Periksa NIK-nya pada KTP.")
    return replace(reading, calon=None, halangan=(taken, *reading.halangan))


def require_new_nik(store: Store, nik: str, *, besides: str = "") -> None:
    """Raises UsageRefused when another record has this NIK already; the message names the record, not the NIK."""
    owner = taken_by(store, nik, besides=besides)
    if owner is not None:
        nomor, crossed = owner.nomor, owner.status is StatusPegawai.DICORET
        raise UsageRefused(
            _taken(owner),
            where=store.instansi.nama,
            to_do=f"Pulihkan {nomor}." if crossed else f"Ubah data {nomor}, atau periksa NIK-nya.",
        )


def _taken(owner: Pegawai) -> str:
    crossed = " yang dicoret" if owner.status is StatusPegawai.DICORET else ""
    return f"NIK ini sudah tercatat pada {owner.nomor}{crossed}."


def settle(before: Pegawai, after: Pegawai) -> Pegawai:
    """A changed, newly assessed record: what a person decided on other findings of the rules no longer counts."""
    same = before.syarat_usulan is after.syarat_usulan and {finding.kode for finding in before.temuan_syarat} == {
        finding.kode for finding in after.temuan_syarat
    }
    return after if same else replace(after, syarat=None, alasan_syarat="")


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
