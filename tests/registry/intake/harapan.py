"""The expectation files of tests/samples, and the one function that holds a plan against them."""

import json
from pathlib import Path

from msgspec import structs

from registry.intake.importing import plan_import
from registry.intake.plan import NothingKnown, Plan
from registry.periode.load import builtin_periode_path, load_periode

SAMPLES = Path(__file__).parents[2] / "samples"
PERIODE_2022 = load_periode(builtin_periode_path("2022"))
REGIONS = frozenset({"3375", "3326", "3325", "3327", "3328", "3376", "3374", "3174"})


class Taken(NothingKnown):
    """A record made of what earlier plans take in, numbered as they came."""

    def __init__(self, *plans: Plan) -> None:
        self.people = {}
        self.files = {}
        for plan in plans:
            self.take(plan)

    def take(self, plan):
        """Write a plan as the desk does: every candidate of a row taken in."""
        self.files[plan.sha256] = f"I-{len(self.files) + 1:06d}"
        for row in plan.baris:
            if row.baris.hasil in ("diterima", "diperbarui"):
                calon = row.calon
                nomor = calon.nomor or f"3375-{len(self.people) + 1:06d}"
                before = self.people.get(calon.nik)
                self.people[calon.nik] = _numbered(calon, before.nomor if before else nomor)

    def by_nik(self, nik):
        return self.people.get(nik)

    def by_birth_date(self, tanggal_lahir):
        return [person for person in self.people.values() if person.tanggal_lahir == tanggal_lahir]

    def file_seen(self, sha256):
        return self.files.get(sha256)


def _numbered(calon, nomor):
    return structs.replace(calon, nomor=nomor)


def expectations(name):
    """The harapan of one sample."""
    return json.loads((SAMPLES / f"{name}.harapan.json").read_text(encoding="utf-8"))


def plan_of(name, known=None):
    """The plan of one sample."""
    return plan_import(SAMPLES / name, periode=PERIODE_2022, known=known or NothingKnown(), regions=REGIONS)


def plan_as_expected(name):
    """The plan of a sample after the files its harapan wants imported first."""
    known = Taken()
    for earlier in expectations(name).get("setelah", []):
        known.take(plan_of(earlier, known))
    return plan_of(name, known)


def differences(name, plan):
    """Every way in which the plan departs from the harapan; empty when it meets it."""
    harapan = expectations(name)
    rows = {(row.baris.lembar, row.baris.nomor): row.baris for row in plan.baris}
    skipped = {(lembar, nomor): jenis for lembar, nomor, jenis in harapan["baris_dilewati"]}
    wanted = {(row["lembar"], row["nomor"]): row for row in harapan["baris"]}
    found = [f"{key}: {rows[key].jenis}, harapan {jenis}" for key, jenis in skipped.items() if rows[key].jenis != jenis]
    found += [f"{key}: {row.jenis} tidak diharapkan" for key, row in rows.items() if key not in skipped | wanted]
    counts = {}
    for row in plan.baris:
        if row.baris.hasil == "dilewati":
            counts[row.baris.jenis] = counts.get(row.baris.jenis, 0) + 1
    if counts != harapan["dilewati"]:
        found.append(f"dilewati {counts}, harapan {harapan['dilewati']}")
    if sum(plan.hasil.values()) != plan.baris_dibaca or len(plan.baris) != plan.baris_dibaca:
        found.append("jumlah tidak cocok")
    if len(plan.baris) - sum(counts.values()) != harapan["baris_data"]:
        found.append("baris_data")
    for key, want in wanted.items():
        found += [f"{key}: {fault}" for fault in _row_faults(want, rows[key])]
    return found


def _row_faults(want, row):
    outcomes = want["hasil_wajar"] if isinstance(want["hasil_wajar"], list) else [want["hasil_wajar"]]
    if row.hasil.value not in outcomes:
        yield f"hasil {row.hasil.value}, harapan {outcomes}; {[f.kode for f in row.temuan]}"
    for field in ("nik", "nama", "tanggal_lahir"):
        if field not in want:
            continue
        value = getattr(row, field)
        value = value.isoformat() if field == "tanggal_lahir" and value else value
        if _plain(value) not in [_plain(choice) for choice in (want[field], *want.get(f"{field}_boleh", []))]:
            yield f"{field} {value}, harapan {want[field]}"
    if "syarat" in want and row.hasil.value != "ditolak" and row.syarat != want["syarat"]:
        yield f"syarat {row.syarat}, harapan {want['syarat']}"
    if want.get("temuan") == "wajib" and not row.temuan:
        yield "temuan wajib tidak ada"
    remarks = [f.kode for f in row.temuan if not f.sumber]
    if "temuan" not in want and remarks:
        yield f"temuan tak diharapkan {remarks}"
    missing = set(want.get("sebab_syarat", ())) - {f.kode for f in row.temuan}
    if missing:
        yield f"sebab syarat tidak ada: {missing}"


def _plain(value):
    if value is None:
        return None
    for mark in "’‘`´ʼ":
        value = value.replace(mark, "'")
    return value.casefold()
