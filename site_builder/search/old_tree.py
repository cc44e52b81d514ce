"""The tree of all agencies in the site before: which of its leaves a new one, of nearly the same lists, keeps as they are.

The leaves of a part of the keys follow from its lines alone: where no line of a part has changed, they stay.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from registry.edition.canonical import decode_edition
from site_builder.errors import BuildRefused
from site_builder.places import JSON, Agency
from site_builder.search.agencies import plain_slug
from site_builder.search.entries import lines_of
from site_builder.search.leaves import Cut
from site_builder.search.library import Library
from site_builder.search.shelf import Shelf
from site_builder.search.tree import FORMAT
from site_builder.sources import EditionSource
from site_builder.writer import OldSite

# When more than one in so many people stands on a changed list, hardly a part is without a changed line.
_SHARE: Final = 20

KeptLeaves = Mapping[int, tuple[Cut, ...]]  # number of a part -> its leaves


class OldTree:
    """The tree of a site that the same builder made. Raises BuildRefused when it cannot be used."""

    def __init__(self, site: OldSite) -> None:
        self._site, self._library = site, Library(site.folder)
        self._root = self._library.load(site.pohon)
        if self._root["format"] != FORMAT or self._root["tingkat"] == 1:
            raise BuildRefused("Pohon pencarian yang lama berbentuk lain.", to_do="Bangun ulang seluruh situs.")
        self._shelf = Shelf(self._root["folder"], pecah=self._root["pecah"])

    def kept_leaves(self, agencies: Sequence[Agency], cuts: Sequence[str], shelf: Shelf) -> KeptLeaves:
        """Leaves of the parts in which no line has changed. Raises PendataanError."""
        sources = {it.newest.kode: it.newest for it in agencies}
        pairs = list(_differing(self._editions(), sources, self._site))
        rows = sum(source.kepala.jumlah.semua for _, source in pairs if source is not None)
        if shelf != self._shelf or rows * _SHARE > sum(it.kepala.jumlah.semua for it in sources.values()):
            return {}
        changed = {number for old, new in pairs for number in self._changed_parts(old, new, cuts)}
        return {number: found for number, found in self._leaves(cuts).items() if number not in changed}

    def _editions(self) -> dict[str, str]:
        """Kode of each instansi of the tree, and the address of the edition it was made from."""
        data = self._library.load(self._shelf.path(self._root["instansi"]))
        columns = (data[name].split("\n") for name in ("kode", "nama", "slug"))
        return {
            kode: f"instansi/{slug or plain_slug(nama)}/{data['daftar_stem'][stem]}/{JSON}"
            for kode, nama, slug, stem in zip(*columns, data["stem"], strict=True)
        }

    def _changed_parts(self, old: str, new: EditionSource | None, cuts: Sequence[str]) -> Iterator[int]:
        """Parts in which the edition at the address `old` has other lines than `new`; either may be missing."""
        before = after = [list[str]() for _ in range(len(cuts) + 1)]
        if old:
            edition = decode_edition((self._site.folder / old).read_bytes(), where=old)
            before = lines_of(edition.daftar, edition.instansi.kode, cuts)
        if new is not None:
            after = lines_of(new.read()[1].daftar, new.kode, cuts)
        for number, (one, other) in enumerate(zip(before, after, strict=True)):
            if sorted(one) != sorted(other):
                yield number

    def _leaves(self, cuts: Sequence[str]) -> dict[int, tuple[Cut, ...]]:
        parts: dict[int, tuple[Cut, ...]] = {}
        for name in self._root["berkas"].split("\n"):
            for cut in _cuts_in(self._library.load(self._shelf.path(name))):
                number = bisect_right(cuts, cut.awal.rstrip("\t").partition(" ")[0])
                parts[number] = (*parts.get(number, ()), cut)
        return parts


def _differing(
    old: Mapping[str, str], new: Mapping[str, EditionSource], site: OldSite
) -> Iterator[tuple[str, EditionSource | None]]:
    """Address of the old edition, empty without one, and the new one of each instansi where they are not the same bytes."""
    for kode in old.keys() | new.keys():
        address, source = old.get(kode, ""), new.get(kode)
        sidik = site.berkas[address].sha256 if address in site.berkas else ""
        if source is None or sidik != source.sidik:
            yield address, source


def _cuts_in(page: Any) -> Iterator[Cut]:
    """What a directory page tells of its leaves."""
    for name, start, count in zip(page["berkas"].split("\n"), page["awal"].split("\n"), page["isi"], strict=True):
        yield Cut(name, start, count)
