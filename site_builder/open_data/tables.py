"""The table of agencies, and data packages (datapackage.json) that describe it together with the lists."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO
from typing import Any

import msgspec

from registry.edition.codes import KATEGORI, NOMOR_PATTERN, ORANG, STATUS_PATTERN
from registry.edition.csv import safe_cell
from site_builder.places import CSV, JSON, Agency

Json = dict[str, Any]

LICENCE = "https://creativecommons.org/licenses/by/4.0/deed.id"
PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
# Columns of instansi.csv: name, type, what it means.
COLUMNS = (
    ("kode", "string", "Kode instansi: bagian depan nomor pendaftaran orang dalam daftar."),
    ("nama", "string", "Nama instansi."),
    ("jenis", "string", "KEMENTERIAN, LEMBAGA, PROVINSI, KABUPATEN, atau KOTA."),
    ("wilayah", "string", "Nama provinsi; kosong untuk instansi pusat."),
    ("periode", "string", "Periode pendataan."),
    ("tahap", "string", "prafinalisasi atau final."),
    ("edisi", "integer", "Nomor urut pengumuman instansi itu."),
    ("nomor", "string", "Nomor surat pengumuman."),
    ("tanggal", "date", "Tanggal surat pengumuman."),
    ("terbit", "string", "Saat terbit, dengan zona waktu."),
    ("jumlah", "integer", "Orang dalam daftar."),
    ("thk_ii", "integer", "Di antaranya THK-II."),
    ("non_asn", "integer", "Di antaranya non-ASN."),
    ("ms", "integer", "Memenuhi syarat."),
    ("tms", "integer", "Tidak memenuhi syarat."),
    ("sptjm_nomor", "string", "Nomor SPTJM; kosong sebelum final."),
    ("sptjm_tanggal", "date", "Tanggal SPTJM; kosong sebelum final."),
    ("sidik", "string", "SHA-256 berkas JSON pengumuman."),
    ("berkas_csv", "string", "Alamat CSV, dihitung dari akar situs."),
    ("berkas_json", "string", "Alamat JSON, dihitung dari akar situs."),
)


def agency_table(agencies: Iterable[Agency]) -> bytes:
    """instansi.csv: one line an instansi, its newest edition."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([name for name, _, _ in COLUMNS])
    writer.writerows([[safe_cell(str(cell)) for cell in _row(agency)] for agency in agencies])
    return text.getvalue().encode()


def site_package(title: str, agencies: Sequence[Agency]) -> bytes:
    """datapackage.json of the whole site: the table of agencies, then the list of each."""
    lists = [
        {
            "name": f"daftar-{agency.newest.kode.lower()}",
            "type": "table",
            "title": f"Daftar tenaga non-ASN {agency.nama}, {agency.newest.kepala.tahap}",
            "path": f"{agency.folder(agency.newest)}/{CSV}",
            **_CSV,
            "schema": PERSON_SCHEMA,
        }
        for agency in agencies
    ]
    return _encoded(_package("semua", title, [_agencies("unduh/instansi.csv"), *lists]))


def bundle_package(title: str, name: str, agencies: Sequence[Agency]) -> bytes:
    """datapackage.json inside the ZIP of a province."""
    people = sum(agency.newest.kepala.jumlah.semua for agency in agencies)
    table: Json = {
        "name": "daftar",
        "type": "table",
        "title": f"Daftar tenaga non-ASN, {people} orang dari {len(agencies)} instansi",
        "path": "daftar.csv",
        **_CSV,
        "schema": person_schema(),
    }
    return _encoded(_package(name, f"Daftar tenaga non-ASN: {title}", [_agencies("instansi.csv"), table]))


def person_schema() -> Json:
    """Frictionless table schema of the rows of a list."""
    constraints: dict[str, Json] = {
        "nomor": {"required": True, "unique": True, "pattern": NOMOR_PATTERN},
        "nama": {"required": True},
        "kategori": {"required": True, "enum": list(KATEGORI)},
        "status": {"required": True, "pattern": STATUS_PATTERN},
    }
    fields = [
        {"name": name, "type": "string", "description": text}
        | ({"constraints": constraints[name]} if name in constraints else {})
        for name, text in ORANG.items()
    ]
    return {"fields": fields, "primaryKey": ["nomor"]}


def schema_file() -> bytes:
    """The same as a file that the package of the site points to."""
    return _encoded(person_schema())


PERSON_SCHEMA = "unduh/daftar.schema.json"
_CSV: Json = {"format": "csv", "mediatype": "text/csv", "encoding": "utf-8"}


def _agencies(path: str) -> Json:
    fields = [{"name": name, "type": kind, "description": text} for name, kind, text in COLUMNS]
    return {
        "name": "instansi",
        "type": "table",
        "title": "Instansi yang mengumumkan, dengan pengumuman terbarunya",
        "path": path,
        **_CSV,
        "schema": {"fields": fields, "primaryKey": ["kode"]},
    }


def _package(name: str, title: str, resources: list[Json]) -> Json:
    return {
        "$schema": PROFILE,
        "name": f"pendataan-non-asn-{name}",
        "title": title,
        "description": (
            "Daftar tenaga non-ASN yang diumumkan instansi. Terdaftar bukan berarti diangkat sebagai ASN. Data pribadi seperti "
            "NIK dan tanggal lahir tidak dipublikasikan."
        ),
        "keywords": ["tenaga non-ASN", "pendataan", "pengumuman"],
        "licenses": [{"name": "CC-BY-4.0", "title": "Creative Commons Atribusi 4.0 Internasional", "path": LICENCE}],
        "resources": resources,
    }


def _row(agency: Agency) -> tuple[object, ...]:
    source, head = agency.newest, agency.newest.kepala
    instansi, total, folder = head.instansi, head.jumlah, agency.folder(source)
    return (
        instansi.kode,
        instansi.nama,
        instansi.jenis,
        instansi.wilayah,
        head.periode,
        head.tahap,
        head.edisi,
        head.nomor,
        head.tanggal.isoformat(),
        head.terbit.isoformat(),
        total.semua,
        total.thk_ii,
        total.non_asn,
        total.ms,
        total.tms,
        head.sptjm.nomor if head.sptjm else "",
        head.sptjm.tanggal.isoformat() if head.sptjm else "",
        source.sidik,
        f"{folder}/{CSV}",
        f"{folder}/{JSON}",
    )


def _encoded(value: Json) -> bytes:
    return msgspec.json.format(msgspec.json.encode(value), indent=1) + b"\n"
