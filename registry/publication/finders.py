"""Finds private values in plain text (bytes of UTF-8 or any superset of ASCII), however they are spelled.

One regular expression per kind finds candidates, a look-up decides: never one search per secret. What wraps the text -
encodings, escapes, containers - is the business of `decodings` and `containers`.
"""

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import Final, NamedTuple

from registry.publication.secrets import Secrets, phone_key
from registry.publication.tokens import long_tokens
from registry.publication.written_dates import birth_dates


class Jenis(StrEnum):
    """What was found."""

    NIK = "NIK"
    KK = "nomor KK"
    HP = "nomor telepon"
    SUREL = "alamat surel"
    TANGGAL_LAHIR = "tanggal lahir"
    MIRIP_NIK = "angka berbentuk NIK"
    NIK_TERSAMAR = "NIK tersamar"
    SIDIK_NIK = "sidik (hash) NIK"
    TAK_TERPERIKSA = "isi tidak dapat diperiksa"


class Hit(NamedTuple):
    """Where in the text, and what."""

    position: int
    jenis: Jenis


_RUN: Final = re.compile(rb"[0-9](?<![0-9][0-9])(?:[^0-9A-Za-z<]{0,6}[0-9]){7,}")
_REGISTRATION: Final = re.compile(rb"[0-9]{4}-[0-9]{6}")
_ACROSS_TAGS: Final = re.compile(rb"[0-9](?<![0-9][0-9])(?:(?:<[^<>]{0,200}>|[^0-9A-Za-z<]){0,8}[0-9]){15,}")
_CONTIGUOUS: Final = re.compile(rb"[0-9]{16,}")
_GROUP: Final = re.compile(rb"[0-9]+")
_TAG: Final = re.compile(rb"<[^<>]*>")
_SCIENTIFIC: Final = re.compile(rb"([0-9])(?<![0-9.,][0-9])[.,]([0-9]{14,15})[eE]\+?15(?![0-9])")
_EMAIL: Final = re.compile(rb"([A-Za-z0-9._%+'-]{1,64})\s?(?:@|[\[({] ?(?:at|AT) ?[\])}])\s?([A-Za-z0-9.-]{1,200})")
_AT_IN_WORDS: Final = re.compile(rb"[\[({] ?(?:at|AT) ?[\])}]")
_DOT_IN_WORDS: Final = re.compile(rb"\s?[\[({] ?(?:dot|DOT|titik) ?[\])}]\s?")
_HEX: Final = re.compile(rb"(?<![0-9A-Za-z])[0-9A-Fa-f]{32}(?:[0-9A-Fa-f]{8}(?:[0-9A-Fa-f]{24})?)?(?![0-9A-Za-z])")
_MASK: Final = rb"(?:[*#xX]|\xe2\x80\xa2|\xe2\x97\x8f|\xe2\x96\x88|\xc3\x97)"
_MASKED: Final = re.compile(rb"(?:[0-9][ .\-]?)*" + _MASK + rb"{3}(?:(?:" + _MASK + rb"|[0-9])[ .\-]?)*")
_MASKS: Final = re.compile(
    rb"[*#xX\xc3\xe2](?:(?<=[*#xX])[*#xX]{2}|(?<=\xe2)(?:\x80\xa2|\x97\x8f|\x96\x88)|(?<=\xc3)\x97)"
)
_NOT_PHONE: Final = re.compile(rb"[^0-9 .()/+\-\x80-\xff]+")

_PROVINCES: Final = frozenset(
    b"%d" % code
    for code in (*range(11, 22), *range(31, 37), *range(51, 54), *range(61, 66), *range(71, 77), 81, 82, *range(91, 98))
)
_GROUPINGS: Final = frozenset(
    {
        (4, 4, 4, 4),
        (6, 6, 4),
        (2, 2, 2, 6, 4),
        (2, 2, 2, 2, 2, 2, 4),
        (8, 8),
        (6, 10),
        (12, 4),
        (4, 12),
        (1,) * 16,
        (2,) * 8,
    }
)
_LETTERS: Final = frozenset(b"abcdefABCDEF0123456789")
_MOST_GROUPS: Final = 24
_REACH: Final = 48


def find(text: bytes, secrets: Secrets) -> Iterator[Hit]:
    """Every private value in a text, in no particular order."""
    yield from _in_numbers(text, secrets)
    if b"<" in text:
        yield from _across_tags(text, secrets)
    for position in birth_dates(text, secrets.births):
        yield Hit(position, Jenis.TANGGAL_LAHIR)
    yield from _emails(text, secrets)
    yield from _hashes(text, secrets)
    yield from _masked(text)


def find_contiguous(text: bytes, secrets: Secrets) -> Iterator[Hit]:
    """Only 16 digits in a row that are a NIK or KK of the store: for streams of numbers, where anything looks like something."""
    for match in _CONTIGUOUS.finditer(text):
        yield from (Hit(match.start(), jenis) for jenis in _stored(match[0], secrets))


def looks_like_nik(digits: bytes) -> bool:
    """16 digits built as a NIK or KK is: a province, a day (women: + 40), a month, a serial."""
    return (
        len(digits) == 16
        and digits[:2] in _PROVINCES
        and digits[2:4] != b"00"
        and digits[4:6] != b"00"
        and (1 <= int(digits[6:8]) <= 31 or 41 <= int(digits[6:8]) <= 71)
        and 1 <= int(digits[8:10]) <= 12
        and digits[12:] != b"0000"
    )


def _in_numbers(text: bytes, secrets: Secrets) -> Iterator[Hit]:
    for match in _RUN.finditer(text):
        run, start = match[0], match.start()
        if len(run) == 11 and _REGISTRATION.fullmatch(run):
            continue
        digits = b"".join(groups := _GROUP.findall(run))
        if len(digits) >= 16:
            stored = [Hit(start, jenis) for jenis in _stored(digits, secrets)]
            yield from stored
            if not stored and _shaped(text, match, groups):
                yield Hit(start, Jenis.MIRIP_NIK)
        inside = _letter_at(text, start - 1) and _letter_at(text, match.end())
        if not inside and secrets.phones and _phone(run, secrets):
            yield Hit(start, Jenis.HP)
    for match in _SCIENTIFIC.finditer(text):
        if int((match[1] + match[2])[:15]) in secrets.stems:
            yield Hit(match.start(), Jenis.NIK)


def _across_tags(text: bytes, secrets: Secrets) -> Iterator[Hit]:
    for match in _ACROSS_TAGS.finditer(text):
        if b"<" in match[0]:
            digits = b"".join(_GROUP.findall(_TAG.sub(b"", match[0])))
            yield from (Hit(match.start(), jenis) for jenis in _stored(digits, secrets))


def _stored(digits: bytes, secrets: Secrets) -> Iterator[Jenis]:
    """Whether any 16 digits in a row are in the store, the last one possibly lost to a number cell (0)."""
    regions, niks, kks = secrets.regions, secrets.niks, secrets.kks
    for at in range(len(digits) - 15):
        if digits[at : at + 4] in regions:
            number = int(digits[at : at + 16])
            if number in niks or (number % 10 == 0 and number // 10 in secrets.stems):
                yield Jenis.NIK
                return
            if number in kks:
                yield Jenis.KK
                return


def _shaped(text: bytes, match: re.Match[bytes], groups: list[bytes]) -> bool:
    """A NIK nobody in the store has: 16 digits in one piece, or alone in a usual grouping."""
    if any(len(group) == 16 and looks_like_nik(group) for group in groups):
        return any(
            looks_like_nik(found[0])
            and not _part_of_more(text, match.start() + found.start(), match.start() + found.end())
            for found in _GROUP.finditer(match[0])
        )
    if tuple(map(len, groups)) not in _GROUPINGS or not looks_like_nik(b"".join(groups)):
        return False
    separators = set(_GROUP.sub(b"\0", match[0]).strip(b"\0").split(b"\0")) - {b""}
    return len(separators) == 1 and not _part_of_more(text, match.start(), match.end())


def _part_of_more(text: bytes, start: int, end: int) -> bool:
    """A fraction (0.3375...), or a piece of a longer hexadecimal number."""
    fraction = text[start - 1 : start] == b"." and text[start - 2 : start - 1].isdigit()
    return fraction or _letter_at(text, start - 1) or _letter_at(text, end)


def _letter_at(text: bytes, at: int) -> bool:
    return 0 <= at < len(text) and text[at] in _LETTERS


def _phone(run: bytes, secrets: Secrets) -> bool:
    for piece in _NOT_PHONE.split(run):
        groups = _GROUP.findall(piece)
        if len(groups) > _MOST_GROUPS:
            groups = [group for group in groups if len(group) >= 8]
            if any(phone_key(group) in secrets.phones for group in groups):
                return True
            continue
        for first, group in enumerate(groups):
            if (group[:1] in {b"0", b"8"} or group[:2] == b"62" or group == b"6") and _starts_phone(
                groups[first : first + 18], secrets
            ):
                return True
    return False


def _starts_phone(groups: list[bytes], secrets: Secrets) -> bool:
    digits = b""
    for group in groups:
        digits += group
        if len(digits) > 17:
            return False
        if len(digits) >= 8 and phone_key(digits) in secrets.phones:
            return True
    return False


def _emails(text: bytes, secrets: Secrets) -> Iterator[Hit]:
    if not secrets.emails:
        return
    at = text.find(b"@")
    while at >= 0:
        yield from _email_near(text, max(at - 66, 0), at + 200, secrets)
        at = text.find(b"@", at + 100)  # those nearer were in this neighbourhood
    for match in _AT_IN_WORDS.finditer(text):
        yield from _email_near(text, max(match.start() - 66, 0), match.end() + 200, secrets)


def _email_near(text: bytes, start: int, end: int, secrets: Secrets) -> Iterator[Hit]:
    near = _DOT_IN_WORDS.sub(b".", text[start:end])
    for match in _EMAIL.finditer(near):
        user, host = match[1].lower().strip(b".'-"), match[2].lower().strip(b".-")
        names = {user, user.rpartition(b"'")[2], user.rpartition(b"%")[2]}
        if any(name + b"@" + part in secrets.emails for name in names for part in _hosts(host)):
            yield Hit(start + match.start(), Jenis.SUREL)


def _hosts(host: bytes) -> Iterator[bytes]:
    """contoh.test.txt -> itself, contoh.test: what follows an address may look like a part of it."""
    labels = host.split(b".")
    return (b".".join(labels[:count]) for count in range(len(labels), 0, -1))


def _hashes(text: bytes, secrets: Secrets) -> Iterator[Hit]:
    for position, token in long_tokens(text):
        for match in _HEX.finditer(token):
            if bytes.fromhex(match[0][:16].decode()) in secrets.digests:
                yield Hit(position + match.start(), Jenis.SIDIK_NIK)


def _masked(text: bytes) -> Iterator[Hit]:
    done = 0
    for mask in _MASKS.finditer(text):
        start = max(mask.start() - _REACH, done)
        match = _MASKED.search(text, start, mask.end() + _REACH) if mask.start() >= done else None
        if match is None:
            continue
        done = match.end()
        shape = re.sub(rb"[ .\-]", b"", re.sub(_MASK, b"*", match[0]))
        digits = sum(char != 42 for char in shape)
        touching = any(text[at : at + 1].isalnum() for at in (match.start() - 1, match.end()) if at >= 0)
        if len(shape) == 16 and digits >= 4 and not touching:
            yield Hit(match.start(), Jenis.NIK_TERSAMAR)
