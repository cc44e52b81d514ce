"""CRC-32 of bytes that are joined or cut, from the sums of the pieces alone: a nation's table need not be read again.

A CRC-32 is a polynomial over GF(2) modulo the one of ZIP, its bits reversed; `size` zero bytes behind multiply it by x^(8 size).
"""

from typing import Final

from msgspec import Struct

_MODULUS: Final = 0xEDB8_8320
_ONE: Final = 1 << 31
_BYTE: Final = 1 << 23  # x^8


class Checked(Struct, frozen=True):
    """CRC-32 and size of some bytes."""

    crc: int
    size: int

    def followed_by(self, other: "Checked") -> "Checked":
        """Of these bytes and then the others."""
        return Checked(_product(_power(other.size), self.crc) ^ other.crc, self.size + other.size)

    def without_start(self, start: "Checked") -> "Checked":
        """Of what follows `start`, with which these bytes begin."""
        size = self.size - start.size
        return Checked(self.crc ^ _product(_power(size), start.crc), size)


def _product(one: int, other: int) -> int:
    found = 0
    while one:
        if one & _ONE:
            found ^= other
        one = one << 1 & 0xFFFF_FFFF
        other = other >> 1 ^ _MODULUS if other & 1 else other >> 1
    return found


def _power(size: int) -> int:
    """x^(8 size)."""
    found, square = _ONE, _BYTE
    while size:
        if size & 1:
            found = _product(square, found)
        square = _product(square, square)
        size >>= 1
    return found
