"""Fingerprints of all that was published: written by each instansi for itself, gathered for the page that verifies files."""

from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path

import msgspec
from msgspec import Struct

from site_builder.list_title import edition_title
from site_builder.places import CSV, JSON, PDF, Agency
from site_builder.search.script_data import script_file
from site_builder.sources import EditionSource
from site_builder.wording import format_date, format_moment

A_SHARD = 48  # fingerprints in one script file, about: six kilobytes packed
_HEX = "0123456789abcdef"


class Fingerprint(Struct, frozen=True, kw_only=True):
    """`jenis`: JSON, CSV, PDF, or DAFTAR for the list alone, which an SPTJM quotes. Addresses count from the site's root.

    `kini`: no newer edition of the instansi is on this site.
    """

    sidik: str
    jenis: str
    berkas: str
    instansi: str
    judul: str
    nomor: str
    tanggal: str
    terbit: str
    alamat: str
    kini: bool


def edition_fingerprints(
    agency: Agency, source: EditionSource, sidik_csv: str, sidik_daftar: str
) -> Iterator[Fingerprint]:
    """Of the files of one edition; `sidik_daftar` is empty for an edition that no SPTJM vouches for."""
    head, folder = source.kepala, agency.folder(source)
    found = (
        ("JSON", source.sidik, f"{folder}/{JSON}"),
        ("CSV", sidik_csv, f"{folder}/{CSV}"),
        ("PDF", source.sidik_pdf, f"{folder}/{PDF}"),
        ("DAFTAR", sidik_daftar, ""),
    )
    for jenis, sidik, berkas in found:
        if sidik:
            yield Fingerprint(
                sidik=sidik,
                jenis=jenis,
                berkas=berkas,
                instansi=head.instansi.nama,
                judul=edition_title(source),
                nomor=head.nomor,
                tanggal=format_date(head.tanggal),
                terbit=format_moment(head.terbit, head.instansi.zona),
                alamat=agency.list_page(source),
                kini=source is agency.newest,
            )


def encode_fingerprints(found: Sequence[Fingerprint]) -> bytes:
    """As the file sidik.json of an instansi."""
    return msgspec.json.format(msgspec.json.encode(found), indent=1) + b"\n"


def read_fingerprints(site: Path, agencies: Iterable[Agency]) -> list[Fingerprint]:
    """Those of all agencies, from the files the build has just written."""
    return [
        one
        for agency in agencies
        for one in msgspec.json.decode((site / agency.fingerprints_file).read_bytes(), type=list[Fingerprint])
    ]


def fingerprint_shards(found: Sequence[Fingerprint]) -> tuple[str, int, dict[str, bytes]]:
    """Beginning of the shards' names, how many digits of a fingerprint follow it, and address -> bytes of the shards."""
    digits = 0
    while len(found) > A_SHARD * 16**digits:
        digits += 1
    begin = "data/sidik-" + sha256(msgspec.json.encode(found)).hexdigest()[:10] + "-"
    prefixes = [""]
    for _ in range(digits):
        prefixes = [prefix + digit for prefix in prefixes for digit in _HEX]
    shards: dict[str, dict[str, list[Fingerprint]]] = {prefix: {} for prefix in prefixes}
    for one in found:
        shards[one.sidik[:digits]].setdefault(one.sidik, []).append(one)
    named = {f"{begin}{prefix or 'semua'}": own for prefix, own in shards.items()}
    return begin, digits, {f"{name}.js": script_file(name, own) for name, own in named.items()}


def checksums(found: Iterable[Fingerprint]) -> bytes:
    """All published files as `sha256sum --check` reads them."""
    return "".join(f"{one.sidik}  {one.berkas}\n" for one in found if one.berkas).encode()
