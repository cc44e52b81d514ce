r"""The line of the journal: `sha256hex(prev_hex + "\n" + payload) SP payload "\n"`. The payload is opaque."""

from hashlib import sha256

from registry.store.seam import Entry, Head

DIGITS = 64
START = DIGITS + 1
_HEX = frozenset(b"0123456789abcdef")


def entry_hash(prev: str, payload: bytes | memoryview) -> str:
    """Hash of the entry that holds `payload` and follows the one with hash `prev`."""
    digest = sha256(prev.encode() + b"\n")
    digest.update(payload)
    return digest.hexdigest()


def write_line(prev: str, payload: bytes) -> tuple[str, bytes]:
    """Hash and line of the entry that follows `prev`. Raises ValueError when the payload holds a line feed."""
    if b"\n" in payload:
        raise ValueError("a payload is one line")
    digest = entry_hash(prev, payload)
    return digest, b"".join((digest.encode(), b" ", payload, b"\n"))


def read_line(line: bytes, before: Head) -> Entry | None:
    """The entry in `line` (line feed included) that follows `before`; None when it proves no such thing."""
    if len(line) <= START or line[-1:] != b"\n" or line[DIGITS:START] != b" ":
        return None
    payload = line[START:-1]
    digest = entry_hash(before.hash, payload)
    if line[:DIGITS] != digest.encode():
        return None
    return Entry(Head(before.seq + 1, digest), before.hash, payload)


def stored_hash(line: bytes) -> str | None:
    """The hash a line claims to have, whether or not it is right."""
    claim = line[:DIGITS]
    return claim.decode() if len(claim) == DIGITS and _HEX.issuperset(claim) else None
