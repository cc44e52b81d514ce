"""All files of open data and verification: addresses known before, and bytes once every instansi is written."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from site_builder.open_data.bundles import Bundle
from site_builder.open_data.catalogue import dcat_catalogue
from site_builder.open_data.feed import atom_feed
from site_builder.open_data.fingerprints import checksums, fingerprint_shards, read_fingerprints
from site_builder.open_data.pages import download_model, verify_model
from site_builder.open_data.tables import PERSON_SCHEMA, agency_table, schema_file, site_package
from site_builder.parts import ATOM, DOWNLOADS, VERIFY, Parts
from site_builder.places import Agency
from site_builder.render import render
from site_builder.writer import Written

_AGENCIES, _SUMS, _PACKAGE, _CATALOGUE = "unduh/instansi.csv", "unduh/sidik.txt", "datapackage.json", "katalog.jsonld"


def open_data_addresses(bundles: Sequence[Bundle]) -> list[str]:
    """All but the shards of fingerprints, which are named by their content."""
    fixed = [DOWNLOADS, VERIFY, ATOM, PERSON_SCHEMA, _AGENCIES, _SUMS, _PACKAGE, _CATALOGUE]
    return fixed + [path for bundle in bundles for path in (bundle.csv, bundle.json)]


def open_data_files(
    parts: Parts, agencies: Sequence[Agency], bundles: Sequence[Bundle], site: Path, written: Mapping[str, Written]
) -> Iterator[tuple[str, bytes]]:
    """Address and bytes of each but the bundles, which `written` has already. `site`: the folder being built."""
    found = read_fingerprints(site, agencies)
    begin, digits, shards = fingerprint_shards(found)
    yield from shards.items()
    yield VERIFY, render(parts.templates, "verifikasi.html", verify_model(parts, begin, digits, len(found)))
    yield DOWNLOADS, render(parts.templates, "unduh.html", download_model(parts, agencies, bundles, written))
    yield _AGENCIES, agency_table(agencies)
    yield _SUMS, checksums(found)
    yield PERSON_SCHEMA, schema_file()
    yield _PACKAGE, site_package(parts.settings.judul, agencies)
    yield _CATALOGUE, dcat_catalogue(parts, agencies)
    yield ATOM, atom_feed(parts, agencies)
