"""Long unbroken runs of letters, digits and `+/_-`: where base64, hexadecimal and hashes are. Rare in a list of people."""

from collections.abc import Iterator
from typing import Final

SHORTEST: Final = 22
_ALPHABET: Final = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/_-"
_KIND: Final = bytes(ord("a") if code in _ALPHABET else ord(" ") for code in range(256))


def long_tokens(text: bytes) -> Iterator[tuple[int, bytes]]:
    """Runs of at least SHORTEST with their positions; found with two passes in C instead of a regular expression."""
    kinds = text.translate(_KIND)
    wanted = b"a" * SHORTEST
    start = kinds.find(wanted)
    while start >= 0:
        end = kinds.find(b" ", start)
        end = len(text) if end < 0 else end
        yield start, text[start:end]
        start = kinds.find(wanted, end)
