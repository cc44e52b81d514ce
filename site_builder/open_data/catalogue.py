"""Catalogues for machines: DCAT (katalog.jsonld) and the schema.org Dataset of the download page and of each instansi.

Metadata as Perpres 39/2019 asks: definition, producer, period, contact, classification, licence.
"""

from collections.abc import Sequence
from typing import Any
from urllib.parse import urljoin

import msgspec
from markupsafe import Markup

from site_builder.addresses import relative
from site_builder.open_data.tables import LICENCE
from site_builder.parts import DOWNLOADS, Parts
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
    """A schema.org Dataset of the whole site for a data block of the download page. files: (media type, address)."""
    newest = max((agency.newest.kepala.terbit for agency in agencies), default=None)
    dataset: Json = {
        "name": f"{parts.settings.judul}: seluruh daftar",
        "description": f"{_ABOUT} {len(agencies)} instansi.",
        "spatialCoverage": "Indonesia",
        "creator": _organization(parts.settings.pemilik or parts.settings.judul),
    }
    return _data_block(parts, DOWNLOADS, files, dataset | ({"dateModified": newest.isoformat()} if newest else {}))


def agency_dataset(parts: Parts, agency: Agency) -> Markup:
    """A schema.org Dataset of the newest edition of one instansi for a data block of its page."""
    source, head = agency.newest, agency.newest.kepala
    files = [(_MEDIA[kind], f"{agency.folder(source)}/{_NAMES[kind]}") for kind in _kinds(source)]
    dataset: Json = {
        "name": _title(agency),
        "description": _description(agency),
        "identifier": f"urn:sha256:{source.sidik}",
        "version": str(head.edisi),
        "keywords": ["tenaga non-ASN", head.tahap],
        "datePublished": head.terbit.isoformat(),
        "temporalCoverage": head.periode,
        "spatialCoverage": head.instansi.wilayah or "Indonesia",
        "creator": _organization(agency.nama),
    }
    return _data_block(parts, agency.page, [*files, ("text/csv", agency.recap_file)], dataset)


def _data_block(parts: Parts, page: str, files: Sequence[tuple[str, str]], about: Json) -> Markup:
    """What every Dataset of this site says besides `about`. A data block is no script: no policy has to let it run."""
    dataset: Json = {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "url": _at(parts, page, page),
        "inLanguage": "id",
        "isAccessibleForFree": True,
        "license": LICENCE,
        "distribution": [
            {"@type": "DataDownload", "encodingFormat": media, "contentUrl": _at(parts, address, page)}
            for media, address in files
        ],
    }
    return inline_json(dataset | about)


def _organization(name: str) -> Json:
    return {"@type": "Organization", "name": name}


def _dataset(parts: Parts, agency: Agency) -> Json:
    source, head = agency.newest, agency.newest.kepala
    return {
        "@id": _at(parts, agency.page),
        "@type": "dcat:Dataset",
        "dct:identifier": f"urn:sha256:{source.sidik}",
        "dct:title": _text(_title(agency)),
        "dct:description": _text(_description(agency)),
        "dct:publisher": _agent(agency.nama),
        "dct:issued": {"@type": "xsd:dateTime", "@value": head.terbit.isoformat()},
        "dct:accessRights": "PUBLIC",
        "dct:spatial": head.instansi.wilayah or "Indonesia",
        "dct:temporal": head.periode,
        "dcat:keyword": ["tenaga non-ASN", head.tahap],
        "dcat:landingPage": {"@id": _at(parts, agency.page)},
        "dcat:distribution": [_distribution(parts, agency, source, kind) for kind in _kinds(source)],
    }


def _title(agency: Agency) -> str:
    head = agency.newest.kepala
    return f"Daftar tenaga non-ASN {agency.nama}, periode {head.periode}, {head.tahap}"


def _description(agency: Agency) -> str:
    head = agency.newest.kepala
    return f"{_ABOUT} Pengumuman nomor {head.nomor}, {head.jumlah.semua} orang."


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


def _at(parts: Parts, address: str, page: str = "") -> str:
    """The full address where the site knows its own, else the way there from `page`, which is a file at the root unless told."""
    alamat = parts.settings.alamat
    if alamat:
        return urljoin(alamat.rstrip("/") + "/", address.removesuffix("index.html"))
    return relative(page, address) if page else address


def _text(text: str) -> Json:
    return {"@language": "id", "@value": text}


def _agent(name: str) -> Json:
    return {"@type": "foaf:Agent", "foaf:name": name}
