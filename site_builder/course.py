"""How far a build is: agencies, and bytes of the editions it works through, once for their pages and once for the search."""

from collections.abc import Callable, Sequence
from typing import Final

from site_builder.places import Agency
from site_builder.wording import format_bytes

Progress = Callable[[int, int, str], None]
"""Hears bytes done, bytes in all, and how far that is in words."""

_REST: Final = 1  # the pages of the whole site: few, and soon written


class Course:
    """Tells `hear` of a build. `built`: agencies whose files are made; `searched`: whose newest lists go into the tree of all."""

    def __init__(self, hear: Progress, built: Sequence[Agency], searched: Sequence[Agency]) -> None:
        self._hear = hear
        self._sizes = {it.slug: sum(source.berkas.stat().st_size for source in it.sources) for it in built}
        self._search = sum(it.newest.berkas.stat().st_size for it in searched)
        self._pages = sum(self._sizes.values())
        self._total = self._pages + self._search + _REST
        self._done, self._ready, self._files = 0, 0, 0

    def wrote_file(self, agency: Agency) -> None:
        """One of the files of an instansi stands, in this process; how many there will be is known but for a few."""
        self._files += 1
        share = min(1.0, self._files / len(agency.known_addresses()))
        self._say(self._done + int(share * self._sizes[agency.slug]), self._agencies(agency))

    def finished(self, agency: Agency) -> None:
        """All files of an instansi stand."""
        self._files = 0
        self._ready += 1
        self._done += self._sizes[agency.slug]
        self._say(self._done, self._agencies(agency))

    def searched(self, percent: int) -> None:
        """So much of the tree of all agencies is made."""
        self._say(self._pages + self._search * percent // 100, "menyusun pencarian")

    def whole_site(self) -> None:
        """What is left are bundles and the pages of the whole site."""
        self._say(self._total - _REST, "mengemas unduhan dan menulis halaman bersama")

    def ended(self) -> None:
        """Everything is written."""
        self._hear(self._total, self._total, "Situs selesai ditulis")

    def _agencies(self, agency: Agency) -> str:
        return f"{self._ready} dari {len(self._sizes)} instansi, {agency.nama}"

    def _say(self, done: int, text: str) -> None:
        self._hear(done, self._total, f"{format_bytes(done)} dari {format_bytes(self._total)}: {text}")
