"""Heads of editions for tests of the sums: as many people as the counts say, tables as the registry publishes them."""

from collections.abc import Mapping
from typing import Any

from msgspec import convert
from msgspec.structs import replace

from registry.edition.types import Rekap, Sel
from registry.publication.suppress import suppress
from site_builder.sources import EditionHead
from tests.registry.edition.editions import edition, final

_HEADS = {"prafinalisasi": edition(1, rekap=Rekap()), "final": final(1, rekap=Rekap())}


def head(counts: Mapping[str, int] | None, total: int | None = None, tahap: str = "prafinalisasi") -> EditionHead:
    """An edition whose table `pendidikan` is what the registry makes of these true counts; None: no table."""
    cells = suppress(counts) if counts is not None else ()
    return head_of(cells, sum((counts or {}).values()) if total is None else total, tahap)


def head_of(cells: tuple[Sel, ...], total: int, tahap: str = "prafinalisasi") -> EditionHead:
    """An edition of `total` people with this very table `pendidikan`."""
    plain: Any = convert(_HEADS[tahap], EditionHead, from_attributes=True)
    return replace(
        plain, rekap=replace(plain.rekap, pendidikan=cells), jumlah=replace(plain.jumlah, semua=total, non_asn=total)
    )
