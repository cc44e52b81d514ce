"""What must not leave: every NIK, KK, phone, e-mail and birth date of a store, ready for quick look-ups.

Nothing here is ever written anywhere. Numbers are kept as integers: half the memory of text, and never shown.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property
from hashlib import md5, sha1, sha256
from typing import Final, Self

from registry.model.masukan import Masukan
from registry.model.pegawai import Pegawai

_SHORTEST_PHONE: Final = 8
# Nobody of a round before 2030 is born later: such a date is a typing error, mostly the date of a decree or of an announcement,
# and would stop every publication that mentions that day.
_TOO_YOUNG: Final = date(2012, 1, 1)
_SIXTEEN: Final = re.compile(r"(?<![0-9])(?:[0-9][ .\-]?){15}[0-9](?![0-9])")
_PHONE: Final = re.compile(r"(?<![0-9])\+?[0-9(][0-9 .\-()]{6,20}[0-9](?![0-9])")
_EMAIL: Final = re.compile(r"[\w.%+\-]+@[\w.\-]+\.\w+")
_NOT_DIGIT: Final = re.compile(r"[^0-9]")


class Secrets:
    """The private values of one or more stores. `a | b` holds both; what one of them declares public is public for both."""

    def __init__(  # noqa: PLR0913  (one set a kind)
        self,
        *,
        niks: frozenset[int] = frozenset(),
        kks: frozenset[int] = frozenset(),
        phones: frozenset[int] = frozenset(),
        emails: frozenset[bytes] = frozenset(),
        births: frozenset[int] = frozenset(),
        public: frozenset[int | bytes] = frozenset(),
    ) -> None:
        """niks, kks: 16 digits. phones: digits after +62 or the leading 0. emails: lower case. births: yyyymmdd.

        public: phones, e-mails and dates in the same forms that are no secrets, whoever else has them.
        """
        self.niks = niks
        self.kks = kks - niks
        self.phones = phones - public
        self.emails = emails - public
        self.births = births - public
        self._public = public

    @classmethod
    def from_store_rows(
        cls, people: Iterable[Pegawai], masukan: Iterable[Masukan] = (), *, public: Iterable[str | date] = ()
    ) -> Self:
        """All of a store, whatever the state of a record. The rows are read once and not kept.

        public: what the agency itself publishes - its letterhead (phones, e-mail) and the dates of its letters and windows. A
        phone, e-mail or date in there is no secret even when a worker has the same; a NIK or KK always is.
        """
        found = _Collector()
        for person in people:
            found.person(person)
        for entry in masukan:
            found.masukan(entry)
        allowed = _Collector()
        for item in public:
            allowed.public(item)
        return cls(
            niks=frozenset(found.niks),
            kks=frozenset(found.kks),
            phones=frozenset(found.phones),
            emails=frozenset(found.emails),
            births=frozenset(found.births),
            public=frozenset({*allowed.phones, *allowed.emails, *allowed.births}),
        )

    def __or__(self, other: "Secrets") -> "Secrets":
        return Secrets(
            niks=self.niks | other.niks,
            kks=self.kks | other.kks,
            phones=self.phones | other.phones,
            emails=self.emails | other.emails,
            births=self.births | other.births,
            public=self._public | other._public,
        )

    @cached_property
    def stems(self) -> frozenset[int]:
        """First 15 digits of every NIK and KK: what a number cell keeps of them."""
        return frozenset(number // 10 for numbers in (self.niks, self.kks) for number in numbers)

    @cached_property
    def regions(self) -> frozenset[bytes]:
        """First 4 digits of every NIK and KK: the cheap test before a look-up."""
        return frozenset(b"%04d" % (number // 10**12) for numbers in (self.niks, self.kks) for number in numbers)

    @cached_property
    def digests(self) -> frozenset[bytes]:
        """First 8 bytes of MD5, SHA-1 and SHA-256 of every NIK and KK. Hashing protects nothing: there are too few NIKs."""
        return frozenset(
            hashed(text, usedforsecurity=False).digest()[:8]
            for numbers in (self.niks, self.kks)
            for text in (b"%016d" % number for number in numbers)
            for hashed in (md5, sha1, sha256)
        )


def phone_key(digits: str | bytes) -> int | None:
    """The number after the country code or the trunk 0; None when too short to be a phone."""
    text = digits.decode() if isinstance(digits, bytes) else digits
    text = text.removeprefix("00") if text.startswith("0062") else text
    text = (text.removeprefix("62") if text.startswith("62") else text).lstrip("0")
    return int(text) if _SHORTEST_PHONE <= len(text) <= 13 else None


class _Collector:
    """Private values as they turn up in records and free text."""

    def __init__(self) -> None:
        self.niks: set[int] = set()
        self.kks: set[int] = set()
        self.phones: set[int] = set()
        self.emails: set[bytes] = set()
        self.births: set[int] = set()

    def person(self, person: Pegawai) -> None:
        self.niks.update(_numbers(person.nik))
        self.kks.update(_numbers(person.nomor_kk))
        self.contact(person.nomor_hp)
        self.contact(person.email)
        if person.keterangan:
            self.free_text(person.keterangan)
        if person.tanggal_lahir:
            self.birth(person.tanggal_lahir)

    def masukan(self, entry: Masukan) -> None:
        self.niks.update(_numbers(entry.nik))
        if entry.tanggal_lahir:
            self.birth(entry.tanggal_lahir)
        for text in (entry.kontak, entry.isi, entry.alasan, entry.pelapor):
            self.free_text(text)

    def public(self, item: str | date) -> None:
        if isinstance(item, date):
            self.day(item)
        else:
            self.contact(item)

    def free_text(self, text: str) -> None:
        self.niks.update(_numbers(text))
        self.contact(text)

    def contact(self, text: str) -> None:
        """Phones and e-mails in a text: two in a cell are two."""
        if not text:
            return
        self.emails.update(match[0].casefold().rstrip(".").encode() for match in _EMAIL.finditer(text))
        for match in _PHONE.finditer(text):
            for part in (match[0], *re.split(r"[ \-]{2,}|\s/\s|\) ", match[0])):
                key = phone_key(_NOT_DIGIT.sub("", part))
                if key is not None:
                    self.phones.add(key)

    def birth(self, day: date) -> None:
        if day < _TOO_YOUNG:
            self.day(day)

    def day(self, day: date) -> None:
        self.births.add(day.year * 10000 + day.month * 100 + day.day)


def _numbers(text: str) -> Iterator[int]:
    if len(text) == 16 and text.isdecimal():
        yield int(text)
        return
    for match in _SIXTEEN.finditer(text):
        yield int(_NOT_DIGIT.sub("", match[0]))
