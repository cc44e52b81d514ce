"""A query answered from a tree: meanings in order, batches of leaves, and when nobody is found, slips of the pen."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, combinations, islice, product
from typing import Final, NamedTuple

from site_builder.search.key import readings, score, words
from site_builder.search.near import SHORTEST, begins_near, is_near, near_either
from site_builder.search.phonetics import Meaning, Sought, answers, meanings, spoken, word_key
from site_builder.search.ranges import ranges_of
from site_builder.search.row import Row
from site_builder.search.tree_reader import LEAF, Budget, TreeReader

EXACT, VARIANT, CORRECTED = range(3)
_ENOUGH: Final = 20  # hits after which a batch loads no further leaf
_PLENTY: Final = 60  # corrected hits after which nothing further is tried
_BATCH: Final = 2  # leaves of a batch
BUDGET: Final = 100_000
_HEAVY_TRIES: Final = 2  # heavy candidates of one word that are tried first
_WHOLE: Final = 4  # leaves of a heavy key that are gone through as a whole
_CANDIDATES: Final = 24  # of one word

Wanted = Callable[[Row], bool]


class Match(NamedTuple):
    """A hit and how good it is: `mutu` EXACT, VARIANT or CORRECTED, then `nilai`, lower is better."""

    mutu: int
    nilai: int
    nama: str
    kode: str
    nomor: str
    row: Row


def match(row: Row, query: Sequence[str], *, corrected: bool = False) -> Match:
    """Rank a row that answers a query of these written words."""
    name = words(row.nama)
    exact = -1 if corrected else score(list(query), name)
    quality = CORRECTED if corrected else EXACT if exact >= 0 else VARIANT
    return Match(quality, exact if exact >= 0 else len(name), " ".join(name), row.kode, row.nomor, row)


class TreeQuery:
    """The answer to `text` from a tree, in batches. `wanted`: the filters."""

    def __init__(self, tree: TreeReader, text: str, wanted: Wanted | None = None, budget: int = BUDGET) -> None:
        self._tree, self._wanted = tree, wanted or (lambda _row: True)
        self._readings = readings(text)
        self._answered: tuple[Sequence[str], Meaning] = self._readings[0], ()
        self.budget = Budget(budget)

    def batches(self) -> Iterator[list[Match]]:
        """Ranked hits, batch by batch, slips of the pen last: those are looked for when a reader asks, or nobody was found."""
        yield from self.hits()
        yield from filter(None, [self.corrections()])

    def hits(self) -> Iterator[list[Match]]:
        """Batches of people who answer the query as it stands; empty ones when filters leave nothing of their leaves."""
        for query in self._readings:
            for meaning in meanings(query):
                found = self._batches(meaning, query)
                first = next(found, None)
                if first is not None:
                    self._answered = query, meaning
                    yield first
                    yield from found
                    return

    def _batches(self, meaning: Meaning, query: Sequence[str]) -> Iterator[list[Match]]:
        """Nothing at all when nobody answers the meaning, filters aside."""
        ranges = ranges_of(meaning, self._tree.heavy)
        paths = self._tree.leaves(ranges, self.budget)
        anybody = False
        while True:
            found: list[Match] = []
            leaves = 0
            for path in paths:
                if not self.budget.pays(path, LEAF):
                    break
                rows = [it.row for it in self._tree.rows(path, ranges) if answers(meaning, it.row.kunci)]
                anybody = anybody or bool(rows)
                found += [match(row, query) for row in rows if self._wanted(row)]
                leaves += 1
                if leaves == _BATCH or len(found) >= _ENOUGH:
                    break
            if not leaves:
                return
            if anybody:
                yield sorted(found)

    def corrections(self) -> list[Match]:
        """People of whom the query is a slip away, but those whom `hits` found."""
        query, answered = self._answered
        typed = [word for word in spoken(query) if word_key(word)]
        if not any(len(word) >= SHORTEST for word in typed):
            return []

        def is_meant(row: Row) -> bool:
            return answers_nearly(typed, row) and not (answered and answers(answered, row.kunci))

        if self._tree.is_small:
            rows = (it.row for it in self._tree.all_rows(self.budget) if is_meant(it.row))
        else:
            rows = self._corrected_rows(typed, is_meant)
        found = {(row.kode, row.nomor): match(row, query, corrected=True) for row in rows}
        return sorted(it for it in found.values() if self._wanted(it.row))

    def _corrected_rows(self, typed: Sequence[str], is_meant: Wanted) -> Iterator[Row]:
        """Among people with a word that is right; then among those with words near the ones that are not."""
        spelt = {word_key(word): word for word in typed}
        found = 0
        for row in filter(is_meant, chain(self._kept(spelt), self._near_heavy(spelt))):
            found += 1
            yield row
        for meaning in self._replaced(spelt) if found < _PLENTY else ():
            for row in filter(is_meant, self._rows_of(meaning)):
                found += 1
                yield row
            if found >= _PLENTY:
                return

    def _near_heavy(self, spelt: dict[str, str]) -> Iterator[Row]:
        """People with a common word in place of one near it."""
        others = {
            key: [it for it in self._tree.heavy if it != key and near_either(key, word, it)][:_HEAVY_TRIES]
            for key, word in spelt.items()
        }
        for key, nearby in others.items():
            for meaning in self._with(spelt, {key: nearby}):
                yield from self._rows_of(meaning, 1)

    def _kept(self, spelt: dict[str, str]) -> Iterator[Row]:
        """People with a word that may be right: each light one; the rarest heavy one, if need be with the first half of another."""
        heavy = self._tree.heavy
        if len(spelt) == 1:
            return
        for key in spelt:
            if key not in heavy:
                yield from self._rows_of(((Sought(key, awalan=False),),))
        lead = max((key for key in spelt if key in heavy), key=lambda key: heavy[key], default="")
        if not lead:
            return
        alone = (Sought(lead, awalan=False),)
        if self._tree.count(ranges_of((alone,), heavy), self.budget) <= _WHOLE:
            yield from self._rows_of((alone,), _WHOLE)
            return
        for key, word in spelt.items():
            if key != lead and len(word) >= SHORTEST:
                yield from self._rows_of((alone, (Sought(key[: max(1, len(key) // 2 - 1)], awalan=True),)))

    def _rows_of(self, meaning: Meaning, most: int = _BATCH) -> Iterator[Row]:
        ranges = ranges_of(meaning, self._tree.heavy)
        for path in islice(self._tree.leaves(ranges, self.budget), most):
            if not self.budget.pays(path, LEAF):
                return
            yield from (it.row for it in self._tree.rows(path, ranges) if answers(meaning, it.row.kunci))

    def _replaced(self, spelt: dict[str, str]) -> Iterator[Meaning]:
        """The query (key -> word as written) with one word replaced by one near it, then two; words nobody has must be replaced."""
        heavy = self._tree.heavy
        long = [key for key, word in spelt.items() if len(word) >= SHORTEST]
        others = {key: self._nearby(key, spelt[key]) for key in long if key not in heavy}
        missing = {key for key, nearby in others.items() if key not in nearby}
        if not missing:
            others |= {key: self._nearby(key, spelt[key]) for key in long if key in heavy}
        for size in (1, 2):
            for chosen in combinations(others, size):
                if missing.issubset(chosen):
                    yield from self._with(spelt, {key: [it for it in others[key] if it != key] for key in chosen})

    def _nearby(self, key: str, word: str) -> list[str]:
        """Keys at most one slip away, heavy ones first; `key` itself among them where it exists."""
        heavy = [it for it in self._tree.heavy if it == key or near_either(key, word, it)]
        return list(dict.fromkeys([*heavy, *self._tree.near_keys(key, word, self.budget)]))[:_CANDIDATES]

    @staticmethod
    def _with(keys: Iterable[str], others: dict[str, list[str]]) -> Iterator[Meaning]:
        for choice in product(*others.values()):
            changed = dict(zip(others, choice, strict=True))
            whole = dict.fromkeys(changed.get(key, key) for key in keys)
            yield tuple((Sought(key, awalan=False),) for key in whole)


def answers_nearly(typed: Sequence[str], row: Row) -> bool:
    """Whether each typed word is a key or a word of the name, or but for one slip; the last may be only begun."""
    name = list(spoken(words(row.nama)))
    keys = row.kunci
    *whole, last = typed
    return all(_has_near(word, keys, name) for word in whole) and (
        _has_near(last, keys, name) or _has_begun(last, keys, name)
    )


def _has_near(word: str, keys: Iterable[str], name: Iterable[str]) -> bool:
    key = word_key(word)
    if key in keys:
        return True
    size = len(word)
    return any(is_near(key, other, size) for other in keys) or any(is_near(word, other, size) for other in name)


def _has_begun(word: str, keys: Iterable[str], name: Iterable[str]) -> bool:
    return any(other.startswith(word) or begins_near(word, other) for other in name) or any(
        key.startswith(word_key(word)) or begins_near(word_key(word), key) for key in keys
    )
