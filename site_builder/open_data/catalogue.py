"""Catalogues for machines: DCAT (katalog.jsonld) and the schema.org Dataset of the download page.

Metadata as Perpres 39/2019 asks: definition, producer, period, contact, classification, licence.
"""

from collections.abc import Sequence
from typing import Any
from urllib.parse import urljoin

import msgspec
from markupsafe import Markup

from site_builder.open_data.tables import LICENCE
from site_builder.parts import Parts
from site_builder.places import CSV, JSON, PDF, Agency
from site_builder.search.script_data import inline_json
from site_builder.sources import EditionSource

Json = dict[str, Any]

_CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "spdx": "http://spdx.org/rdf/terms#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_MEDIA = {"JSON": "application/json", "CSV": "text/csv", "PDF": "application/pdf"}
_NAMES = {"JSON": JSON, "CSV": CSV, "PDF": PDF}
_ABOUT = (
    "Daftar tenaga non-ASN yang didata dan diumumkan instansi: nomor pendaftaran, nama, jabatan, unit kerja, kategori, status. "
    "Terdaftar bukan berarti diangkat sebagai ASN."
)


def dcat_catalogue(parts: Parts, agencies: Sequence[Agency]) -> bytes:
    """katalog.jsonld: one dcat:Dataset for the newest edition of each instansi. Addresses are relative without the site's own."""
    catalogue: Json = {
        "@context": _CONTEXT,
        "@id": _at(parts, ""),
        "@type": "dcat:Catalog",
        "dct:title": _text(parts.settings.judul),
        "dct:description": _text(_ABOUT),
        "dct:language": "id",
        "dct:license": {"@id": LICENCE},
        "dct:publisher": _agent(parts.settings.pemilik or parts.settings.judul),
        "dcat:dataset": [_dataset(parts, agency) for agency in agencies],
    }
    return msgspec.json.format(msgspec.json.encode(catalogue), indent=1) + b"\n"


def schema_dataset(parts: Parts, agencies: Sequence[Agency], files: Sequence[tuple[str, str]]) -> Markup:
    """A schema.org Dataset for a data block. files: (media type, address) of what holds the whole."""
    newest = max((agency.newest.kepala.terbit for agency in agencies), default=None)
    dataset: Json = {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": f"{parts.settings.judul}: seluruh daftar",
        "description": f"{_ABOUT} {len(agencies)} instansi.",
        "url": _at(parts, "unduh/index.html"),
        "inLanguage": "id",
        "isAccessibleForFree": True,
        "license": LICENCE,
        "spatialCoverage": "Indonesia",
        "creator": {"@type": "Organization", "name": parts.settings.pemilik or parts.settings.judul},
        "distribution": [
            {"@type": "DataDownload", "encodingFormat": media, "contentUrl": _at(parts, address)}
            for media, address in files
        ],
    }
    return inline_json(dataset | ({"dateModified": newest.isoformat()} if newest else {}))


def _dataset(parts: Parts, agency: Agency) -> Json:
    source, head = agency.newest, agency.newest.kepala
    return {
        "@id": _at(parts, agency.page),
        "@type": "dcat:Dataset",
        "dct:identifier": f"urn:sha256:{source.sidik}",
        "dct:title": _text(f"Daftar tenaga non-ASN {agency.nama}, periode {head.periode}, {head.tahap}"),
        "dct:description": _text(f"{_ABOUT} Pengumuman nomor {head.nomor}, {head.jumlah.semua} orang."),
        "dct:publisher": _agent(agency.nama),
        "dct:issued": {"@type": "xsd:dateTime", "@value": head.terbit.isoformat()},
        "dct:accessRights": "PUBLIC",
        "dct:spatial": head.instansi.wilayah or "Indonesia",
        "dct:temporal": head.periode,
        "dcat:keyword": ["tenaga non-ASN", head.tahap],
        "dcat:landingPage": {"@id": _at(parts, agency.page)},
        "dcat:distribution": [_distribution(parts, agency, source, kind) for kind in _kinds(source)],
    }


def _kinds(source: EditionSource) -> tuple[str, ...]:
    return ("JSON", "CSV", "PDF") if source.pdf else ("JSON", "CSV")


def _distribution(parts: Parts, agency: Agency, source: EditionSource, kind: str) -> Json:
    address = f"{agency.folder(source)}/{_NAMES[kind]}"
    found: Json = {
        "@type": "dcat:Distribution",
        "dct:title": kind,
        "dcat:mediaType": _MEDIA[kind],
        "dcat:downloadURL": {"@id": _at(parts, address)},
        "dct:license": {"@id": LICENCE},
    }
    sidik = {"JSON": source.sidik, "PDF": source.sidik_pdf}.get(kind)
    checksum = {"spdx:algorithm": "SHA-256", "spdx:checksumValue": sidik}
    return found | ({"spdx:checksum": checksum} if sidik else {})


def _at(parts: Parts, address: str) -> str:
    return urljoin(parts.settings.alamat.rstrip("/") + "/", address) if parts.settings.alamat else address


def _text(text: str) -> Json:
    return {"@language": "id", "@value": text}


def _agent(name: str) -> Json:
    return {"@type": "foaf:Agent", "foaf:name": name}
