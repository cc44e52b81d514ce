"""The same text as a reader's program would decode it: escapes undone, exotic digits made plain, base64 and hexadecimal opened.

Each function yields pieces of decoded text with the position they came from. Only the neighbourhood of an escape is decoded,
so a page with some `&#39;` costs next to nothing.
"""

import html
import re
import unicodedata
from base64 import b64decode
from collections.abc import Callable, Iterator
from functools import cache
from typing import Final

from registry.publication.tokens import long_tokens

Piece = tuple[int, bytes]

_REACH: Final = 160
_LINE: Final = 60
_ESCAPE: Final = re.compile(
    rb"&#[xX]?[0-9a-fA-F]{1,7};?|&[a-zA-Z]{2,24};|%[0-9A-Fa-f]{2}|\\u\{[0-9A-Fa-f]{1,6}\}|\\u[0-9A-Fa-f]{4}|\\x[0-9A-Fa-f]{2}"
    rb"|\\[0-7]{2,3}|\\[/.\-]|=[23][0-9A-F](?![0-9A-Za-z])"
)
# Cheaper and narrower: is there any escape that can hide a digit, a separator or an @?
_WORTH: Final = re.compile(
    rb"[&%\\=](?:(?<=&)(?:#|amp;#|(?:nbsp|commat|period|hyphen|dash|sol|lowbar|shy|thinsp|e[nm]sp|zwn?j|ZeroWidthSpace|NoBreak|num|Tab|NewLine))"
    rb"|(?<=%)(?:[2-7][0-9A-Fa-f]|[cCeEfF][0-9A-Fa-f])|(?<=\\)(?:u|x[2-7]|[0-7]{2}|[/.\-])|(?<==)[23][0-9A-F])"
)
_WRAPPED: Final = re.compile(rb"[A-Za-z0-9+/_\-]{60,}(?:\r?\n[A-Za-z0-9+/_\-]{4,})+")
# Three ASCII digits are always four such letters: finds base64 of 16 digits at any alignment, inside anything.
_BASE64_DIGITS: Final = re.compile(rb"(?:[MNO][DTjz][AEIMQUYcgk][w-z0-5]){4,}[A-Za-z0-9+/]{0,4}")
_HEX_TEXT: Final = re.compile(rb"(?:[23][0-9A-Fa-f]|[46][0-9A-Fa-f]|[57][0-9Aa]|0[0-9A-Fa-f]){12,}")
_PROMISING: Final = re.compile(rb"[0-9](?:[^0-9A-Za-z]{0,4}[0-9]){5,}|@")
_SPACED_BY_NUL: Final = re.compile(rb"(?:[ -~]{1,4}\0{1,3}){6,}[ -~]{0,4}")
_NOT_ASCII: Final = re.compile(rb"[\x80-\xff]+")
_MAGIC: Final = (b"\x1f\x8b", b"PK\x03\x04", b"%PDF", b"\x89PNG", b"BZh", b"\xfd7zXZ")


def unescaped(text: bytes) -> Iterator[Piece]:
    r"""HTML entities, %xx, \uXXXX, \xXX, octal and quoted-printable undone, all at once, around each place they occur."""
    start = end = -1
    for match in _WORTH.finditer(text):
        if match.start() < end:
            end = match.end() + _REACH
            continue
        yield from _decoded(text, start, end)
        start, end = max(match.start() - _REACH, 0), match.end() + _REACH
    yield from _decoded(text, start, end)


def _decoded(text: bytes, start: int, end: int) -> Iterator[Piece]:
    if end >= 0 and (plain := _ESCAPE.sub(_plain, text[start:end])) != text[start:end]:
        yield start, plain


def without_nul(text: bytes) -> Iterator[Piece]:
    """UTF-16 and UTF-32 without a byte order mark, and digits with NUL between them."""
    if b"\0" in text:
        for match in _SPACED_BY_NUL.finditer(text):
            yield match.start(), match[0].replace(b"\0", b"")


def plain_digits(text: bytes) -> Iterator[Piece]:
    """Full-width, Arabic-Indic and all other digits Unicode has, as ASCII; full-width punctuation too."""
    if text.isascii():
        return
    table = _exotic()
    used = b"".join(set(_NOT_ASCII.findall(text))).decode("utf-8", "replace")
    if any(ord(char) in table for char in used):
        yield 0, text.decode("utf-8", "replace").translate(table).encode()


def unwrapped(text: bytes) -> Iterator[Piece]:
    """What base64 (either alphabet, wrapped lines, any alignment) and hexadecimal hold, when it may matter."""
    unwrapped_to = 0
    for position, token in long_tokens(text):
        yield from _worth_reading(position, _decode_base64(token))
        for match in _HEX_TEXT.finditer(token):
            yield from _worth_reading(position + match.start(), bytes.fromhex(match[0].decode()))
        if position >= unwrapped_to and len(token) >= _LINE and (wrapped := _WRAPPED.match(text, position)):
            unwrapped_to = wrapped.end()
            yield from _worth_reading(position, _decode_base64(re.sub(rb"[\r\n]", b"", wrapped[0])))
    for match in _BASE64_DIGITS.finditer(text):
        yield from _worth_reading(match.start(), _decode_base64(match[0]))


def _worth_reading(position: int, data: bytes) -> Iterator[Piece]:
    if data.startswith(_MAGIC) or data.isascii() or b"\0" in data or _PROMISING.search(data):
        yield position, data


def _decode_base64(run: bytes) -> bytes:
    plain = run.translate(bytes.maketrans(b"-_", b"+/"))
    return b64decode(plain[: len(plain) - (len(plain) % 4 == 1)] + b"==", validate=False)


def _plain(match: re.Match[bytes]) -> bytes:
    token = match[0]
    first = token[:1]
    if first == b"&":
        return html.unescape(token.decode()).encode("utf-8", "replace")
    if first in {b"%", b"="}:
        return bytes([int(token[1:], 16)])
    return _BACKSLASH.get(token[1:2], _octal)(token[1:])


def _octal(rest: bytes) -> bytes:
    return bytes([int(rest, 8) & 0xFF]) if rest.isdigit() else rest


def _code_point(rest: bytes) -> bytes:
    number = int(rest[1:].strip(b"{}"), 16)
    return chr(number).encode("utf-8", "replace") if number <= 0x10FFFF else b"?"


_BACKSLASH: Final[dict[bytes, Callable[[bytes], bytes]]] = {
    b"u": _code_point,
    b"x": lambda rest: bytes([int(rest[1:], 16)]),
}


@cache
def _exotic() -> dict[int, str]:
    table = {
        code: str(value) for code in range(0x80, 0x20000) if (value := unicodedata.digit(chr(code), None)) is not None
    }
    return {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)} | table
