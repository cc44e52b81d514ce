"""Why people came and went between two editions, as counts of a few classes, so that no named person's reason is told.

The lists name who came and who went; each count is therefore about people everybody can name. **Classes**, not reasons: death, moving and
leaving are one; what the rules found about somebody (age, pay, service) is none. Added: usulan granted, or recorded by the agency.
Removed: sanggahan granted, no longer working here, or records put in order (recorded twice, sent back to be completed).

**Against whom.** The reader knows this program, how many came and went, and worse: who of those removed was put in order (a double
can be recognised in the old list, one who was sent back comes again) and who of those added had a number long before. So the latter
are not counted here at all, and the two other classes of a table - the *pair* - must be safe by themselves:
- a pair of which only one class occurs would tell it of everybody: there is no table, and either class remains possible;
- the counts of the pair are hidden as in any one-way table (`suppress`); when that cannot be, there is no table.
**What holds**, for both readers, proved by running the program on all tables there could be: every hidden count that may be small keeps
at least four possible values, nobody's class follows. **What does not**: who knows the reasons of some people narrows the rest, and a class with most of
the people is likely for each of them.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Final

from registry.edition.codes import ALASAN_DIHAPUS, ALASAN_DITAMBAHKAN
from registry.edition.types import Alasan, Edition, Orang, Sel
from registry.model.codes import AlasanCoret
from registry.publication.suppress import SMALLEST_SHOWN, suppress

_PROPOSED, _RECORDED = ALASAN_DITAMBAHKAN
_OBJECTED, _LEFT, _IN_ORDER = ALASAN_DIHAPUS
_LEAST_HIDDEN_PAIR: Final = 2 * SMALLEST_SHOWN - 1  # a smaller pair is not shown at all: see `suppress`
_WENT: Final[dict[AlasanCoret | None, str]] = {
    AlasanCoret.SANGGAHAN_DITERIMA: _OBJECTED,
    AlasanCoret.MENINGGAL: _LEFT,
    AlasanCoret.PINDAH: _LEFT,
    AlasanCoret.KELUAR: _LEFT,
    AlasanCoret.GANDA: _IN_ORDER,
}


def reasons(
    daftar: Sequence[Orang],
    earlier: Sequence[Edition],
    *,
    proposed: Collection[str],
    crossed: Mapping[str, AlasanCoret | None],
) -> Alasan:
    """What may be told of the change from the last of the `earlier` editions, at least one, to `daftar`.

    proposed: registration numbers from granted usulan. crossed: number -> why, of those crossed out; others who are gone were sent back.
    """
    now, before = _numbers(daftar), _numbers(earlier[-1].daftar)
    highest = max((row.nomor for edition in earlier for row in edition.daftar), default="")
    came = Counter(_PROPOSED if nomor in proposed else _RECORDED for nomor in now - before if nomor > highest)
    went = Counter(_WENT.get(crossed.get(nomor), _IN_ORDER) for nomor in before - now)
    return Alasan(ditambahkan=came_table(came), dihapus=went_table(went))


def came_table(counts: Mapping[str, int]) -> tuple[Sel, ...]:
    """The pair of those added, or nothing."""
    return _pair(counts, _PROPOSED, _RECORDED)


def went_table(counts: Mapping[str, int]) -> tuple[Sel, ...]:
    """The pair of those removed with the records put in order beside it, or nothing."""
    pair = _pair(counts, _OBJECTED, _LEFT)
    in_order = counts.get(_IN_ORDER, 0)
    if not pair or not in_order:
        return pair
    if all(cell.jumlah is not None for cell in pair):
        return suppress({code: counts.get(code, 0) for code in ALASAN_DIHAPUS})
    if in_order >= SMALLEST_SHOWN:
        return (*pair, Sel(_IN_ORDER, in_order))
    enough = sum(counts.values()) >= _LEAST_HIDDEN_PAIR + SMALLEST_SHOWN - 1
    return (*pair, Sel(_IN_ORDER, None)) if enough else ()


def _pair(counts: Mapping[str, int], one: str, other: str) -> tuple[Sel, ...]:
    table = suppress({one: counts.get(one, 0), other: counts.get(other, 0)})
    return table if len(table) > 1 else ()


def _numbers(rows: Iterable[Orang]) -> set[str]:
    return {row.nomor for row in rows}
