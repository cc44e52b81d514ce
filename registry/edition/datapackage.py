"""Frictionless data package (datapackage.json) of one published edition: what the two files are, field by field.

Metadata as Perpres 39/2019 (Satu Data Indonesia) asks: definition, period, producer, contact, classification, licence.
"""

from typing import Any, Final

import msgspec

from registry.edition.codes import KATEGORI, NOMOR_PATTERN, ORANG, STATUS_PATTERN
from registry.edition.schema import SCHEMA_ID
from registry.edition.sealed import Sealed
from registry.edition.types import FORMAT, Edition

Json = dict[str, Any]

_LICENCE: Final = {
    "name": "CC-BY-4.0",
    "title": "Creative Commons Atribusi 4.0 Internasional",
    "path": "https://creativecommons.org/licenses/by/4.0/deed.id",
}
_TAHAP: Final = {"prafinalisasi": "prafinalisasi (uji publik, belum final)", "final": "final"}


def datapackage_json(edition: Edition, json_file: Sealed, csv_file: Sealed) -> bytes:
    """The datapackage.json that stands beside pengumuman.json and pengumuman.csv; same edition, same bytes."""
    package = datapackage(edition, json_file, csv_file)
    return msgspec.json.format(msgspec.json.encode(package), indent=2) + b"\n"


def datapackage(edition: Edition, json_file: Sealed, csv_file: Sealed) -> Json:
    """The descriptor as a dict."""
    instansi = edition.instansi
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": f"pengumuman-{instansi.kode.lower()}-{edition.periode.lower()}-{edition.edisi}-{edition.tahap}",
        "id": f"urn:sha256:{json_file.sha256}",
        "title": f"Daftar tenaga non-ASN {instansi.nama}, periode {edition.periode}, {edition.tahap}",
        "description": (
            f"Pengumuman nomor {edition.nomor}: daftar tenaga non-ASN yang didata {instansi.nama}, tahap "
            f"{_TAHAP[edition.tahap]}, {edition.jumlah.semua} orang. Terdaftar bukan berarti diangkat sebagai ASN. Data pribadi "
            "seperti NIK dan tanggal lahir tidak dipublikasikan."
        ),
        "version": str(edition.edisi),
        "created": edition.terbit.isoformat(),
        "keywords": ["tenaga non-ASN", "pendataan", "pengumuman", edition.tahap, instansi.nama],
        "licenses": [_LICENCE],
        "contributors": [_producer(edition)],
        "periode": edition.periode,
        "klasifikasi": "terbuka",
        "resources": [_table(csv_file), _document(json_file)],
    }


def _producer(edition: Edition) -> Json:
    producer: Json = {"title": edition.instansi.nama, "roles": ["producer", "publisher"]}
    contact = edition.instansi.alamat_masukan
    return producer | ({"organization": edition.instansi.nama, "kontak": contact} if contact else {})


def _table(file: Sealed) -> Json:
    return {
        "name": "daftar",
        "type": "table",
        "title": "Daftar sebagai CSV",
        "description": (
            "Satu baris satu orang, terurut menurut nomor pendaftaran. Tanda petik tunggal di awal sel melindungi pembaca dari "
            "rumus lembar kerja dan bukan bagian dari isinya."
        ),
        "path": "pengumuman.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\n", "quoteChar": '"', "doubleQuote": True, "header": True},
        "bytes": len(file.data),
        "hash": f"sha256:{file.sha256}",
        "schema": {"fields": [_field(name, text) for name, text in ORANG.items()], "primaryKey": ["nomor"]},
    }


def _field(name: str, text: str) -> Json:
    constraints: dict[str, Json] = {
        "nomor": {"required": True, "unique": True, "pattern": NOMOR_PATTERN},
        "nama": {"required": True},
        "kategori": {"required": True, "enum": list(KATEGORI)},
        "status": {"required": True, "pattern": STATUS_PATTERN},
    }
    field: Json = {"name": name, "type": "string", "title": name.replace("_", " "), "description": text}
    return field | ({"constraints": constraints[name]} if name in constraints else {})


def _document(file: Sealed) -> Json:
    return {
        "name": "pengumuman",
        "title": "Pengumuman lengkap sebagai JSON baku",
        "description": f"Bentuk {FORMAT}: kepala pengumuman, rekap, jumlah, dan daftar yang sama. Skema: {SCHEMA_ID}.",
        "path": "pengumuman.json",
        "format": "json",
        "mediatype": "application/json",
        "encoding": "utf-8",
        "bytes": len(file.data),
        "hash": f"sha256:{file.sha256}",
        "jsonSchema": "pengumuman.schema.json",
    }
