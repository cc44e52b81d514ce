"""Canonical bytes of an edition, and back. Same edition, same bytes, same fingerprint."""

import unicodedata
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

import msgspec

from registry.edition.types import FORMAT, Edition, Orang
from registry.errors import FileRefused

_encoder = msgspec.json.Encoder(order="sorted")
_decoder = msgspec.json.Decoder(Edition)


def encode_edition(edition: Edition) -> bytes:
    """UTF-8 JSON: sorted keys, no insignificant space, NFC, one line feed at the end."""
    return _canonical(edition)


def encode_list(daftar: Iterable[Orang]) -> bytes:
    """The list alone, sorted by number, in the same canonical form: what an SPTJM vouches for before its edition exists."""
    return _canonical(sorted(daftar, key=lambda orang: orang.nomor))


def _canonical(value: Edition | list[Orang]) -> bytes:
    """Plain ASCII is NFC as it is; only other text is decoded to be looked at."""
    data = _encoder.encode(value)
    return (data if data.isascii() else unicodedata.normalize("NFC", data.decode()).encode()) + b"\n"


def decode_edition(data: bytes, *, where: str = "") -> Edition:
    """Bytes of a published edition. Raises FileRefused when they are no canonical `pengumuman/1`."""
    try:
        edition = _decoder.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise FileRefused(
            "Berkas ini bukan pengumuman yang sah atau rusak.",
            code="edisi-rusak",
            where=where,
            to_do="Ambil ulang berkas pengumuman.json dari instansi penerbit.",
        ) from error
    if edition.format != FORMAT or not _is_canonical(edition, data):
        raise FileRefused(
            f"Isi berkas tidak dalam bentuk baku {FORMAT}.",
            code="edisi-tidak-baku",
            where=where,
            to_do="Ambil ulang berkas pengumuman.json dari instansi penerbit tanpa menyuntingnya.",
        )
    return edition


def _is_canonical(edition: Edition, data: bytes) -> bool:
    """Whether `encode_edition(edition) == data`, without its copies."""
    plain = _encoder.encode(edition)
    same = len(data) == len(plain) + 1 and data.startswith(plain) and data.endswith(b"\n")
    return same and (plain.isascii() or unicodedata.is_normalized("NFC", plain.decode()))


def read_edition(path: Path) -> Edition:
    """The edition in the file at `path`. Raises FileRefused."""
    return decode_edition(path.read_bytes(), where=str(path))


def fingerprint(data: bytes) -> str:
    """SHA-256 of the canonical bytes, 64 lower-case hex digits."""
    return sha256(data).hexdigest()


def fingerprint_of_list(daftar: Iterable[Orang]) -> str:
    """What an SPTJM vouches for: SHA-256 of `encode_list`, the same for every edition that lists the same rows.

    The SPTJM is signed before the final edition exists and the edition quotes the SPTJM, so the SPTJM cannot quote the
    fingerprint of the whole file. Anybody can compute this one from `daftar` of the published pengumuman.json.
    """
    return fingerprint(encode_list(daftar))
