"""Addresses: slugs, relative links, and the plan in which no address may be claimed twice."""

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from functools import cache

from site_builder.errors import AddressTaken, BuildRefused

_WINDOWS_NAMES = frozenset(
    {"con", "prn", "aux", "nul", *(f"com{n}" for n in range(10)), *(f"lpt{n}" for n in range(10))}
)
_SAFE = re.compile(r"[a-z0-9][a-z0-9._-]*\Z", re.IGNORECASE)
SLUG_LENGTH = 80


def slug(name: str, fallback: str) -> str:
    """Lower-case letters, digits and hyphens; `fallback` where nothing of the name is left or Windows reserves it."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower().replace("'", "")
    made = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:SLUG_LENGTH].rstrip("-")
    if made and made not in _WINDOWS_NAMES:
        return made
    other = re.sub(r"[^a-z0-9]+", "-", fallback.lower()).strip("-")
    if not other:
        raise BuildRefused(f"Nama instansi {name!r} tidak dapat dijadikan alamat.", to_do="Perbaiki nama atau kodenya.")
    return f"instansi-{other}"[:SLUG_LENGTH]


def slugs_of(names: Mapping[str, str]) -> dict[str, str]:
    """Kode -> slug of the name. Agencies whose names meet in one slug all get their kode behind it, whatever the order."""
    plain = {kode: slug(name, kode) for kode, name in names.items()}
    times = Counter(plain.values())
    return {kode: made if times[made] == 1 else _numbered(made, kode) for kode, made in plain.items()}


def _numbered(made: str, kode: str) -> str:
    tail = "-" + slug(kode, kode)
    return made[: SLUG_LENGTH - len(tail)].rstrip("-") + tail


def is_safe(address: str) -> bool:
    """A relative address that stays inside the site on every file system."""
    return all(map(_is_safe_part, address.split("/")))


@cache
def _is_safe_part(part: str) -> bool:
    """A name Windows takes too; a part that is empty, `.` or `..` is none."""
    return (
        _SAFE.match(part) is not None
        and not part.endswith(".")
        and part.split(".", maxsplit=1)[0].lower() not in _WINDOWS_NAMES
    )


def root_of(address: str) -> str:
    """The way from a page up to the site's root: `../../`, or empty for a page at the root."""
    return "../" * address.count("/")


def relative(page: str, target: str) -> str:
    """`target` as a link on `page`; both are addresses from the root, `target` may end in `#anchor`."""
    here, there = page.split("/"), target.split("/")
    same = 0
    while same < len(here) - 1 and same < len(there) - 1 and here[same] == there[same]:
        same += 1
    return "../" * (len(here) - 1 - same) + "/".join(there[same:])


class Plan:
    """All addresses of a site, each claimed once, compared without case (Windows, macOS)."""

    def __init__(self) -> None:
        self._owners: dict[str, str] = {}
        self._folders: dict[str, str] = {}

    def claim(self, address: str, owner: str) -> None:
        """Take `address` for `owner`. Raises AddressTaken, or BuildRefused for an address outside the site."""
        if not is_safe(address):
            raise BuildRefused(f"Alamat {address!r} tidak aman ({owner}).", to_do="Perbaiki nama atau kodenya.")
        key = address.casefold()
        other = self._owners.get(key) or self._folders.get(key)
        folders = [key[: match.start()] for match in re.finditer("/", key)]
        other = other or next((self._owners[folder] for folder in folders if folder in self._owners), None)
        if other is not None:
            raise AddressTaken(
                f"Alamat {address} diminta dua kali: oleh {other} dan {owner}.",
                to_do="Bedakan nama instansi atau nama halaman, lalu bangun lagi.",
            )
        self._owners[key] = owner
        for folder in folders:
            self._folders.setdefault(folder, owner)

    def __contains__(self, address: str) -> bool:
        return address.casefold() in self._owners
