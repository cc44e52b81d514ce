"""manifest.json: every file of the site with its hash, and the fingerprint each instansi was built from.

It proves a downloaded copy whole, and tells the next build what may be carried over.
"""

from pathlib import Path

import msgspec
from msgspec import Struct

from site_builder.writer import Written

MANIFEST = "manifest.json"
FORMAT = "manifes-situs/1"
_OF_AGENCIES = ("instansi", "data")

_encoder = msgspec.json.Encoder(order="sorted")


class Manifest(Struct, frozen=True):
    """`instansi`: slug -> fingerprint of all that went into its pages; `berkas`: address -> hash and size.

    `cari`: the same of the search tree of all agencies, and the path of its root; empty without one.
    """

    format: str
    instansi: dict[str, str]
    berkas: dict[str, Written]
    cari: tuple[str, str] = ("", "")

    def by_agency(self) -> dict[str, dict[str, Written]]:
        """The files of each instansi by its slug: those below instansi/<slug>/ and data/<slug>/."""
        found: dict[str, dict[str, Written]] = {}
        for address, known in self.berkas.items():
            top, _, rest = address.partition("/")
            if top in _OF_AGENCIES:
                found.setdefault(rest.partition("/")[0], {})[address] = known
        return found


def encode_manifest(manifest: Manifest) -> bytes:
    """Sorted and one line a file, so that two manifests can be compared with diff."""
    return msgspec.json.format(_encoder.encode(manifest), indent=1) + b"\n"


def read_manifest(site: Path) -> Manifest | None:
    """The manifest of a built site; None when there is none or it cannot be read."""
    try:
        manifest = msgspec.json.decode((site / MANIFEST).read_bytes(), type=Manifest)
    except (OSError, msgspec.DecodeError):
        return None
    return manifest if manifest.format == FORMAT else None


def verify_site(site: Path) -> list[str]:
    """Indonesian sentences on what differs between the folder and its manifest; empty when it is whole."""
    from site_builder.hashing import hash_file  # noqa: PLC0415 - only verification hashes whole files

    manifest = read_manifest(site)
    if manifest is None:
        return ["manifest.json tidak ada atau rusak: bangun ulang situs."]
    present = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()} - {MANIFEST}
    problems = [f"Berkas hilang: {address}." for address in sorted(manifest.berkas.keys() - present)]
    problems += [f"Berkas tak dikenal: {address}." for address in sorted(present - manifest.berkas.keys())]
    problems += [
        f"Isi berkas berubah: {address}."
        for address in sorted(present & manifest.berkas.keys())
        if hash_file(site / address) != manifest.berkas[address].sha256
    ]
    return problems
