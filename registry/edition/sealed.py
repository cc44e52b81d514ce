"""Bytes with their fingerprint, taken once however many quote it: the manifest, the data package, the pages."""

from hashlib import sha256

from msgspec import Struct


class Sealed(Struct, frozen=True):
    """`sha256`: of `data`, 64 lower-case hex digits. Made by `seal`, or where the fingerprint was just checked."""

    data: bytes
    sha256: str


def seal(data: bytes) -> Sealed:
    """The bytes with their fingerprint."""
    return Sealed(data, sha256(data).hexdigest())
